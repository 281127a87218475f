"""What the Target Companies tab reads: the ranked list, and one company in full."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from networking_desk.domain.companies import Company, shown_status
from networking_desk.domain.contacts import Note
from networking_desk.domain.leads import Lead
from networking_desk.domain.names import company_key, fold, is_company
from networking_desk.storage import reading
from networking_desk.storage.database import Connection
from networking_desk.storage.lists.contacts import Person
from networking_desk.storage.values import EARLIEST, moment


class CompanyRow(NamedTuple):
    """A target company as a line in a table. `people` are the first three inside."""

    n: int
    id: str
    name: str
    industry: str
    place: str
    priority: str
    status: str
    confidential: bool
    people: tuple[str, ...]
    people_count: int
    openings: int
    shown: int


class StandingRow(NamedTuple):
    """A target company as far as its priority is concerned: what it has, and what it is proposed by."""

    n: int
    id: str
    name: str
    industry: str
    place: str
    priority: str
    motivation: int
    inside: int
    openings: int


class Elsewhere(NamedTuple):
    """A company that is not on the list and where somebody is known: its row number, how many, and the folded words that it is found by."""

    n: int
    people: int
    words: str


class Employer(NamedTuple):
    """Where known people work that is no target: a company, or only a name (`id` is empty) that no company has; its key, and who, so many."""

    id: str
    name: str
    key: str
    people: int


class PersonThere(NamedTuple):
    """Somebody who works at a company, and who led to them."""

    id: str
    full_name: str
    title: str
    via: str


class ShownTo(NamedTuple):
    """Somebody whom the company was shown to: what they answered, empty for nothing, when, and whom they named there."""

    contact_id: str
    full_name: str
    answer: str
    at: datetime
    name_said: str


@dataclass(frozen=True)
class CompanyDetail:
    """Everything the detail of one company shows. `status` is how far it is, in words, `answers` are what was said in meetings: who, what, when and whom they named."""

    company: Company
    status: str
    people: tuple[PersonThere, ...]
    leads: tuple[tuple[Lead, str], ...]
    answers: tuple[ShownTo, ...]
    hidden_from: tuple[Person, ...]
    notes: tuple[Note, ...]
    suggested_by: str


_INSIDE = "SELECT count(*) FROM position p WHERE p.company_id = co.id AND p.to_on IS NULL"
# How far a company is by what has happened there (domain.companies.shown_status).
_INTERVIEW = "EXISTS (SELECT 1 FROM lead l WHERE l.company_id = co.id AND l.state IN ('interview', 'offer', 'accepted'))"
_TALKING = """EXISTS (SELECT 1 FROM position p WHERE p.company_id = co.id AND p.to_on IS NULL AND (
    EXISTS (SELECT 1 FROM meeting m WHERE m.contact_id = p.contact_id AND m.state = 'held')
    OR EXISTS (SELECT 1 FROM referral r WHERE r.contact_id = p.contact_id AND r.state IN ('answered', 'met', 'outcome'))))"""
_STANDING = f"CASE WHEN {_INTERVIEW} THEN 3 WHEN {_TALKING} THEN 2 ELSE min(1, ({_INSIDE})) END"
_OPENINGS = "SELECT count(*) FROM lead l WHERE l.company_id = co.id AND l.state NOT IN ('closed', 'accepted')"
_WHICH = {
    "all": "1",
    "no_contact": f"({_INSIDE}) = 0",
    "talking": f"(co.status IN ('Talking', 'Interview') OR co.status IN ('', 'Introduced') AND ({_INTERVIEW} OR {_TALKING}))",
    "openings": f"({_OPENINGS}) > 0",
    "not_shown": "co.id NOT IN (SELECT company_id FROM showing)",
}
_ROWS = f"""
SELECT co.n, co.id, co.name, co.industry, co.place, co.priority, co.status, {_STANDING}, co.confidential,
    (SELECT group_concat(name, char(10)) FROM (
        SELECT c.full_name AS name FROM position p JOIN contact c ON c.id = p.contact_id
        WHERE p.company_id = co.id AND p.to_on IS NULL ORDER BY p.n LIMIT 3)),
    ({_INSIDE}), ({_OPENINGS}), (SELECT count(DISTINCT contact_id) FROM showing s WHERE s.company_id = co.id)
FROM company co
"""
_ORDER = "ORDER BY CASE co.priority WHEN '' THEN 'Z' ELSE co.priority END, co.rank, co.match_key, co.n"


class CompanyLists:
    """Reads companies."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def any(self) -> bool:
        """Whether there is a company at all, a target or not."""
        return self._conn.execute("SELECT 1 FROM company LIMIT 1").fetchone() is not None

    def ids(self, words: str = "", which: str = "all") -> list[int]:
        """The row numbers of the target companies of a filter in which every word is found, by priority and by hand."""
        rows = self._conn.execute(
            f"SELECT co.n, co.name || ' ' || co.industry || ' ' || co.place || ' ' || co.tags FROM company co WHERE co.target AND {_WHICH[which]} {_ORDER}"
        ).fetchall()
        asked = fold(words).split()
        if not asked:
            return [n for n, _ in rows]
        return [n for n, text in rows if all(f" {word}" in f" {fold(text)}" for word in asked)]

    def rows(self, ns: Sequence[int]) -> list[CompanyRow]:
        """The lines for these row numbers, in the order asked for."""
        marks = ", ".join("?" * len(ns))
        found = {row[0]: row for row in self._conn.execute(f"{_ROWS} WHERE co.n IN ({marks})", tuple(ns))}
        return [_company_row(*found[n]) for n in ns if n in found]

    def counts(self) -> dict[str, int]:
        """How many target companies each of the filter chips would show."""
        return {which: int(self._conn.execute(f"SELECT count(*) FROM company co WHERE co.target AND {where}").fetchone()[0]) for which, where in _WHICH.items()}

    def standings(self) -> list[StandingRow]:
        """All target companies in the user's order, with what their priority is proposed by."""
        sql = f"SELECT co.n, co.id, co.name, co.industry, co.place, co.priority, co.motivation, ({_INSIDE}), ({_OPENINGS}) FROM company co WHERE co.target {_ORDER}"
        return [StandingRow(*row) for row in self._conn.execute(sql)]

    def spread(self) -> dict[str, list[tuple[str, int]]]:
        """How many target companies there are by `industry`, `place` and `size`, the most first; what is not said is left out."""
        made: dict[str, list[tuple[str, int]]] = {}
        for column in ("industry", "place", "size"):
            rows = self._conn.execute(f"SELECT {column}, count(*) FROM company WHERE target AND {column} <> '' GROUP BY {column} ORDER BY {column}")
            alike: dict[str, tuple[str, int]] = {}
            for name, count in rows:
                first, many = alike.get(fold(name), (name, 0))
                alike[fold(name)] = first, many + count
            made[column] = sorted(alike.values(), key=lambda one: (-one[1], one[0]))
        return made

    def elsewhere(self) -> list[Elsewhere]:
        """The companies of people you know that are not on the list, where most are first; found by name, industry and place, theirs too, and by titles.

        Reads everybody: for a desk of tens of thousands it belongs beside the window.
        """
        rows = self._conn.execute(
            """SELECT co.n, count(*), co.name || ' ' || co.industry || ' ' || co.place || ' ' || co.tags || ' ' || group_concat(c.place || ' ' || p.title, ' ')
               FROM company co JOIN position p ON p.company_id = co.id AND p.to_on IS NULL JOIN contact c ON c.id = p.contact_id
               WHERE NOT co.target GROUP BY co.n ORDER BY 2 DESC, co.match_key, co.n"""
        )
        return [Elsewhere(n, people, f" {fold(words)}") for n, people, words in rows]

    def targets(self) -> list[tuple[str, str, str]]:
        """The id, name and key of every target company, in the user's order."""
        return list(self._conn.execute(f"SELECT co.id, co.name, co.match_key FROM company co WHERE co.target {_ORDER}"))

    def employers(self) -> list[Employer]:
        """Where people are known that is no target: companies, and names that no company has any more."""
        companies = self._conn.execute(
            """SELECT co.id, co.name, co.match_key, count(*) FROM company co JOIN position p ON p.company_id = co.id AND p.to_on IS NULL
               WHERE NOT co.target GROUP BY co.n ORDER BY co.n"""
        )
        named = self._conn.execute(
            "SELECT company_text, count(*) FROM position WHERE company_id IS NULL AND company_text <> '' AND to_on IS NULL GROUP BY company_text ORDER BY min(n)"
        )
        return [Employer(*row) for row in companies] + [Employer("", name, company_key(name), people) for name, people in named if is_company(name)]

    def people_at(self, employer: Employer, limit: int = 3) -> list[str]:
        """The names of the first people who work there."""
        where, value = ("p.company_id = ?", employer.id) if employer.id else ("p.company_id IS NULL AND p.company_text = ?", employer.name)
        sql = f"SELECT c.full_name FROM position p JOIN contact c ON c.id = p.contact_id WHERE {where} AND p.to_on IS NULL ORDER BY c.sort_key LIMIT ?"
        return [name for (name,) in self._conn.execute(sql, (value, limit))]

    def inside(self) -> tuple[int, int]:
        """How many people are known at target companies, and at how many of these."""
        row = self._conn.execute(
            "SELECT count(*), count(DISTINCT co.id) FROM company co CROSS JOIN position p ON p.company_id = co.id AND p.to_on IS NULL WHERE co.target"
        ).fetchone()
        return int(row[0]), int(row[1])

    def number(self, company_id: str) -> int | None:
        """The row number of a company."""
        row = self._conn.execute("SELECT n FROM company WHERE id = ?", (company_id,)).fetchone()
        return None if row is None else int(row[0])

    def named(self, match_key: str) -> Company | None:
        """The company of that key (names.company_key), targets first."""
        row = self._conn.execute("SELECT id FROM company WHERE match_key = ? ORDER BY target DESC, n LIMIT 1", (match_key,)).fetchone()
        return None if row is None or not match_key else reading.get(self._conn, Company, row[0])

    def names_like(self, words: str, limit: int = 6) -> list[str]:
        """Names of companies that begin with the words, targets first, to complete what is being typed."""
        key = fold(words)
        sql = "SELECT name FROM company WHERE match_key >= ? AND match_key < ? ORDER BY target DESC, match_key LIMIT ?"
        return [name for (name,) in self._conn.execute(sql, (key, key + "\U0010ffff", limit))] if key else []

    def detail(self, company_id: str) -> CompanyDetail | None:
        """One company in full; None when there is none."""
        conn = self._conn
        try:
            company = reading.get(conn, Company, company_id)
        except LookupError:
            return None
        people = conn.execute(
            """SELECT c.id, c.full_name, p.title, coalesce((SELECT i.full_name FROM referral r JOIN contact i ON i.id = r.introducer_id
                   WHERE r.contact_id = c.id ORDER BY r.n LIMIT 1), '')
               FROM position p JOIN contact c ON c.id = p.contact_id WHERE p.company_id = ? AND p.to_on IS NULL ORDER BY c.sort_key LIMIT 200""",
            (company_id,),
        )
        answers = conn.execute(
            """SELECT c.id, c.full_name, coalesce(s.answer, ''), coalesce(s.shown_at, s.created_at),
                   coalesce((SELECT named.full_name FROM referral r JOIN contact named ON named.id = r.contact_id
                       WHERE r.meeting_id = s.meeting_id AND r.company_id = s.company_id ORDER BY r.n DESC LIMIT 1), '')
               FROM showing s JOIN contact c ON c.id = s.contact_id WHERE s.company_id = ? ORDER BY s.n DESC""",
            (company_id,),
        )
        hidden = conn.execute(
            "SELECT c.id, c.full_name, '', '' FROM hidden h JOIN contact c ON c.id = h.contact_id WHERE h.company_id = ? ORDER BY c.sort_key", (company_id,)
        )
        heard = {
            i: name
            for i, name in conn.execute("SELECT c.id, c.full_name FROM lead l JOIN contact c ON c.id = l.contact_id WHERE l.company_id = ?", (company_id,))
        }
        suggester = conn.execute("SELECT full_name FROM contact WHERE id = ?", (company.suggested_by_id,)).fetchone()
        standing = int(conn.execute(f"SELECT {_STANDING} FROM company co WHERE co.id = ?", (company_id,)).fetchone()[0])
        return CompanyDetail(
            company=company,
            status=shown_status(company.status, standing),
            people=tuple(PersonThere(*row) for row in people),
            leads=tuple((lead, heard.get(lead.contact_id or "", "")) for lead in reading.find(conn, Lead, company_id=company_id)),
            answers=tuple(ShownTo(row[0], row[1], row[2], moment(row[3]) or EARLIEST, row[4]) for row in answers),
            hidden_from=tuple(Person(*row) for row in hidden),
            notes=tuple(reading.find(conn, Note, company_id=company_id)),
            suggested_by=suggester[0] if suggester else "",
        )


def _company_row(  # noqa: PLR0913 - the columns of one query
    n: int,
    company_id: str,
    name: str,
    industry: str,
    place: str,
    priority: str,
    status: str,
    standing: int,
    confidential: int,
    people: str | None,
    inside: int,
    openings: int,
    shown: int,
) -> CompanyRow:
    names = tuple(people.split("\n")) if people else ()
    return CompanyRow(n, company_id, name, industry, place, priority, shown_status(status, standing), bool(confidential), names, inside, openings, shown)
