"""What the Contacts tab reads: ids in order, rows by page, and one contact in full."""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from networking_desk.domain.contacts import Contact, Note, Position, chain_of_introductions
from networking_desk.domain.follow_ups import FollowUp
from networking_desk.domain.meetings import Meeting
from networking_desk.domain.sample import FIRST
from networking_desk.storage import reading, search
from networking_desk.storage.database import Connection
from networking_desk.storage.values import EARLIEST, day, moment

FIRST_PAGE = 64


class ContactRow(NamedTuple):
    """A contact as a line in a table. `n` is the key it was asked by."""

    n: int
    id: str
    full_name: str
    title: str
    company: str
    role: str
    last_touch: str
    last_touch_at: datetime | None
    next_kind: str
    next_on: date | None
    meeting_at: datetime | None


class Person(NamedTuple):
    """A contact in a few words."""

    id: str
    full_name: str
    title: str
    company: str


class Event(NamedTuple):
    """Something that happened with a contact: when, of which kind, and in words."""

    at: datetime
    kind: str
    text: str


class ShownCompany(NamedTuple):
    """A company that a contact was shown: what they answered, empty for nothing, when, and whom they named there."""

    company_id: str
    name: str
    answer: str
    at: datetime
    name_said: str


@dataclass(frozen=True)
class ContactDetail:
    """Everything the detail of one contact shows. `chain` leads from the first introducer to the contact."""

    contact: Contact
    title: str
    company: str
    company_id: str | None
    earlier: tuple[Position, ...]
    chain: tuple[Person, ...]
    introduced: tuple[Person, ...]
    activity: tuple[Event, ...]
    follow_ups: tuple[FollowUp, ...]
    meetings: tuple[Meeting, ...]
    notes: tuple[Note, ...]
    shown: tuple[ShownCompany, ...]


@dataclass(frozen=True)
class Found:
    """Row numbers in order: the first page at once, all of them when there is time, and how many there are."""

    first: Sequence[int]
    total: int
    rest: Callable[[], Sequence[int]]


_WHICH = {
    "all": "1",
    "follow_up": "c.id IN (SELECT contact_id FROM follow_up WHERE state = 'open')",
    # CROSS JOIN: from the few target companies to their people, never the other way round.
    "to_reach_out": """c.id IN (SELECT contact_id FROM referral UNION
        SELECT p.contact_id FROM company co CROSS JOIN position p ON p.company_id = co.id AND p.to_on IS NULL WHERE co.target)
        AND c.id NOT IN (SELECT contact_id FROM touch)""",
    "owed_update": "c.id IN (SELECT contact_id FROM follow_up WHERE state = 'open' AND kind = 'update')",
    "met": "c.id IN (SELECT contact_id FROM meeting WHERE state = 'held')",
    "never_met": "c.id NOT IN (SELECT contact_id FROM meeting WHERE state = 'held')",
    "at_target": "c.id IN (SELECT p.contact_id FROM company co CROSS JOIN position p ON p.company_id = co.id AND p.to_on IS NULL WHERE co.target)",
    "decision_maker": "c.role = 'decision_maker'",
    "insider": "c.role = 'insider'",
    "connector": "c.role = 'connector'",
}
_SORTS = {
    "name": ("", "c.sort_key, c.n"),
    "company": (
        "LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company co ON co.id = p.company_id",
        "coalesce(co.match_key, p.company_text, '') = '', coalesce(co.match_key, p.company_text), c.sort_key, c.n",
    ),
    "next": (
        """LEFT JOIN (SELECT contact_id, min(due) AS due FROM (
            SELECT contact_id, due_on AS due FROM follow_up WHERE state = 'open'
            UNION ALL SELECT contact_id, planned_at FROM meeting WHERE state IN ('planned', 'live')) GROUP BY contact_id) d ON d.contact_id = c.id""",
        "d.due IS NULL, d.due, c.sort_key, c.n",
    ),
}
_ROWS = """
SELECT c.n, c.id, c.full_name, coalesce(p.title, ''), coalesce(co.name, p.company_text, ''), c.role,
    (SELECT kind || ' ' || at FROM touch t WHERE t.contact_id = c.id ORDER BY at DESC LIMIT 1),
    (SELECT kind || ' ' || due_on FROM follow_up f WHERE f.contact_id = c.id AND state = 'open' ORDER BY due_on LIMIT 1),
    (SELECT coalesce(started_at, planned_at) FROM meeting m WHERE m.contact_id = c.id AND state IN ('planned', 'live') ORDER BY 1 LIMIT 1)
FROM contact c
LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL
LEFT JOIN company co ON co.id = p.company_id
"""
PERSON = """
SELECT c.id, c.full_name, coalesce(p.title, ''), coalesce(co.name, p.company_text, '')
FROM contact c LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company co ON co.id = p.company_id
"""


_SHOWN = """
SELECT co.id, co.name, coalesce(s.answer, ''), coalesce(s.shown_at, s.created_at),
    coalesce((SELECT named.full_name FROM referral r JOIN contact named ON named.id = r.contact_id
        WHERE r.meeting_id = s.meeting_id AND r.company_id = s.company_id ORDER BY r.n DESC LIMIT 1), '')
FROM showing s JOIN company co ON co.id = s.company_id WHERE s.contact_id = ?
ORDER BY substr(coalesce(s.shown_at, s.created_at), 1, 10) DESC, s.answer IS NULL, s.n DESC LIMIT 200
"""


class ContactLists:
    """Reads contacts. `forget` is called after a change that may have moved one."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._count: int | None = None
        self._orders: dict[tuple[str, str], array[int]] = {}
        self._ranks: dict[tuple[str, str], array[int] | dict[int, int]] = {}

    def forget(self) -> None:
        """Drop what is known of orders."""
        self._count = None
        self._orders.clear()
        self._ranks.clear()

    def first_page(self) -> list[int]:
        """The row numbers of the first contacts by name: what is painted before anything else is read."""
        return [n for (n,) in self._conn.execute("SELECT n FROM contact ORDER BY sort_key, n LIMIT ?", (FIRST_PAGE,))]

    def count(self) -> int:
        """How many contacts there are; counted once, until one may have come or gone."""
        if self._count is None:
            self._count = int(self._conn.execute("SELECT count(*) FROM contact").fetchone()[0])
        return self._count

    def any(self) -> bool:
        """Whether there is a contact at all, without counting them."""
        return self._conn.execute("SELECT 1 FROM contact LIMIT 1").fetchone() is not None

    def invented(self) -> bool:
        """Whether people or companies of the sample are here."""
        rows = (self._conn.execute(f"SELECT 1 FROM {table} WHERE id >= ? AND id < ? LIMIT 1", (FIRST, FIRST + "~")) for table in ("contact", "company"))
        return any(row.fetchone() for row in rows)

    def ids(self, which: str = "all", sort: str = "name") -> array[int]:
        """All row numbers of a filter, in order."""
        order = self._orders.get((which, sort))
        if order is None:
            join, by = _SORTS[sort]
            sql = f"SELECT c.n FROM contact c {join} WHERE {_WHICH[which]} ORDER BY {by}"
            order = self._orders[which, sort] = array("q", [n for (n,) in self._conn.execute(sql)])
        return order

    def found(self, words: str, which: str = "all", sort: str = "name") -> Found:
        """The contacts in whom every word is found, at the start of a word, in the order of `sort`."""
        asked = search.query(words)
        if not asked:
            order = self.ids(which, sort)
            return Found(order[:FIRST_PAGE], len(order), lambda: order)
        order, rank = self.ids(which, sort), self._rank(which, sort)
        rows = self._conn.execute("SELECT rowid FROM contact_search WHERE contact_search MATCH ?", (asked,)).fetchall()
        places = [rank[n] for (n,) in rows if n in rank] if isinstance(rank, dict) else [rank[n] for (n,) in rows]
        first = heapq.nsmallest(FIRST_PAGE, places)
        return Found([order[p] for p in first], len(places), lambda: array("q", [order[p] for p in sorted(places)]))

    def rows(self, ns: Sequence[int]) -> list[ContactRow]:
        """The lines for these row numbers, in the order asked for; those that are gone are left out."""
        marks = ", ".join("?" * len(ns))
        found = {row[0]: row for row in self._conn.execute(f"{_ROWS} WHERE c.n IN ({marks})", tuple(ns))}
        return [_contact_row(*found[n]) for n in ns if n in found]

    def counts(self) -> dict[str, int]:
        """How many contacts each of the filter chips would show."""
        some = {
            which: int(self._conn.execute(f"SELECT count(*) FROM contact c WHERE {_WHICH[which]}").fetchone()[0])
            for which in ("follow_up", "to_reach_out", "met")
        }
        return {"all": self.count(), **some}

    def number(self, contact_id: str) -> int | None:
        """The row number of a contact."""
        row = self._conn.execute("SELECT n FROM contact WHERE id = ?", (contact_id,)).fetchone()
        return None if row is None else int(row[0])

    def person(self, contact_id: str) -> Person | None:
        """A contact in a few words; None when there is none."""
        row = self._conn.execute(f"{PERSON} WHERE c.id = ?", (contact_id,)).fetchone()
        return None if row is None else Person(*row)

    def people_like(self, words: str, limit: int = 6) -> list[Person]:
        """A few people in whom the words are found, to complete what is being typed."""
        asked = search.query(words)
        sql = f"{PERSON} WHERE c.n IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ? LIMIT 50) ORDER BY c.sort_key LIMIT ?"
        return [Person(*row) for row in self._conn.execute(sql, (asked, limit))] if asked else []

    def contacts_by_key(self, keys: Sequence[str]) -> dict[str, list[str]]:
        """For each key that some contacts have (see storage.search), the ids of these contacts, the first that came first."""
        return search.contacts_by_key(self._conn, keys)

    def namesakes(self, key: str) -> list[tuple[str, str]]:
        """The contacts whose folded name is `key`: each id with the key of the company they are at, empty for none."""
        return search.namesakes(self._conn, key)

    def detail(self, contact_id: str) -> ContactDetail | None:
        """One contact in full; None when there is none."""
        conn = self._conn
        try:
            contact = reading.get(conn, Contact, contact_id)
        except LookupError:
            return None
        positions = reading.find(conn, Position, contact_id=contact_id)
        current = next((p for p in positions if p.to_on is None), None)
        here = self.person(contact_id)
        return ContactDetail(
            contact=contact,
            title=here.title if here else "",
            company=here.company if here else "",
            company_id=current.company_id if current else None,
            earlier=tuple(p for p in positions if p.to_on is not None),
            chain=tuple(filter(None, map(self.person, chain_of_introductions(contact_id, self._introducers(contact_id))))),
            introduced=tuple(
                Person(*row) for row in conn.execute(f"{PERSON} WHERE c.id IN (SELECT contact_id FROM referral WHERE introducer_id = ?)", (contact_id,))
            ),
            activity=tuple(self._activity(contact_id)),
            follow_ups=tuple(f for f in reading.find(conn, FollowUp, contact_id=contact_id) if f.state == "open"),
            meetings=tuple(reading.find(conn, Meeting, contact_id=contact_id)),
            notes=tuple(reading.find(conn, Note, contact_id=contact_id)),
            shown=tuple(ShownCompany(row[0], row[1], row[2], moment(row[3]) or EARLIEST, row[4]) for row in conn.execute(_SHOWN, (contact_id,))),
        )

    def _introducers(self, contact_id: str) -> dict[str, list[str]]:
        """Who introduced whom, for everybody up the chain from one contact."""
        sql = """WITH RECURSIVE up (id) AS (SELECT ? UNION SELECT r.introducer_id FROM referral r JOIN up ON r.contact_id = up.id)
                 SELECT r.contact_id, r.introducer_id FROM referral r JOIN up ON r.contact_id = up.id ORDER BY r.n"""
        found: dict[str, list[str]] = {}
        for person, introducer in self._conn.execute(sql, (contact_id,)):
            found.setdefault(person, []).append(introducer)
        return found

    def _activity(self, contact_id: str) -> list[Event]:
        """What happened with a contact, the latest first."""
        sql = """SELECT at, kind, text FROM touch WHERE contact_id = :id
                 UNION ALL SELECT r.created_at, 'referred', c.full_name FROM referral r JOIN contact c ON c.id = r.introducer_id WHERE r.contact_id = :id
                 UNION ALL SELECT r.created_at, 'introduced', c.full_name FROM referral r JOIN contact c ON c.id = r.contact_id WHERE r.introducer_id = :id
                 UNION ALL SELECT created_at, 'note', text FROM note WHERE contact_id = :id
                 UNION ALL SELECT created_at, 'planned', '' FROM meeting WHERE contact_id = :id AND state = 'planned'
                 ORDER BY 1 DESC LIMIT 200"""
        return [Event(moment(at) or EARLIEST, kind, text) for at, kind, text in self._conn.execute(sql, {"id": contact_id})]

    def _rank(self, which: str, sort: str) -> array[int] | dict[int, int]:
        """Each row number's place in an order: a plain array for all contacts, a dictionary for some."""
        rank = self._ranks.get((which, sort))
        if rank is None:
            order = self.ids(which, sort)
            if which == "all":
                rank = array("q", bytes(8 * (max(order, default=0) + 1)))
                for place, n in enumerate(order):
                    rank[n] = place
            else:
                rank = {n: place for place, n in enumerate(order)}
            self._ranks[which, sort] = rank
        return rank


def _contact_row(  # noqa: PLR0913 - the columns of one query
    n: int, contact_id: str, full_name: str, title: str, company: str, role: str, touch: str | None, due: str | None, meeting: str | None
) -> ContactRow:
    kind, _, at = (touch or "").partition(" ")
    owed, _, on = (due or "").partition(" ")
    return ContactRow(n, contact_id, full_name, title, company, role, kind, moment(at or None), owed, day(on or None), moment(meeting))
