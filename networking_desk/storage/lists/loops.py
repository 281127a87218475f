"""What is read of referrals on their way, of the chain that led to somebody, and of a call that is to be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from networking_desk.domain.promises import Promise
from networking_desk.storage import values
from networking_desk.storage.database import Connection
from networking_desk.storage.values import EARLIEST, moment


class ReferralRow(NamedTuple):
    """A referral as a line in a list: to whom and where, by whom and when, how far it is and since when.

    `tries` are the letters that were not answered, `told` says that its introducer has heard how far it is.
    """

    id: str
    contact_id: str
    full_name: str
    company: str
    introducer_id: str
    introducer: str
    state: str
    given_at: datetime
    moved_at: datetime
    tries: int
    told: bool


class LedgerRow(NamedTuple):
    """A promise as a line in a list: by whom, what, when it is due and when it was kept."""

    id: str
    contact_id: str
    full_name: str
    text: str
    theirs: bool
    due_on: str
    done_on: str


@dataclass(frozen=True)
class CallSheet:
    """What is worth having before the eyes when somebody is called: what they said last, what was promised, how their referrals stand."""

    met_at: datetime | None
    minutes: int
    said: tuple[str, ...]
    promised: tuple[Promise, ...]
    referrals: tuple[ReferralRow, ...]


def _rank(event: str) -> str:
    return f"CASE {event}.state WHEN 'given' THEN 0 WHEN 'contacted' THEN 1 WHEN 'answered' THEN 2 WHEN 'met' THEN 3 WHEN 'outcome' THEN 4 ELSE 5 END"


# Whether an event `e` of a referral is true and new: it was not taken back by a later step to before it (an answer does not take back that somebody could
# not be reached till then), and does not say again what was true already.
STANDS = f"""NOT EXISTS (SELECT 1 FROM referral_event x WHERE x.referral_id = e.referral_id AND x.n > e.n AND {_rank("x")} < {_rank("e")}
        AND NOT (e.state = 'unreachable' AND x.state IN ('answered', 'met', 'outcome')))
    AND NOT EXISTS (SELECT 1 FROM referral_event y WHERE y.referral_id = e.referral_id AND y.n < e.n AND y.state = e.state AND y.text = e.text
        AND NOT EXISTS (SELECT 1 FROM referral_event x WHERE x.referral_id = e.referral_id AND x.n > y.n AND x.n < e.n AND {_rank("x")} < {_rank("e")}))"""
_REFERRALS = f"""
SELECT r.id, c.id, c.full_name, coalesce(co.name, pc.name, p.company_text, ''), i.id, i.full_name, r.state, r.created_at,
    coalesce((SELECT max(e.at) FROM referral_event e WHERE e.referral_id = r.id), r.created_at),
    (SELECT count(*) FROM follow_up f WHERE f.contact_id = c.id AND f.kind = 'outreach' AND f.state = 'done'),
    NOT EXISTS (SELECT 1 FROM referral_event e LEFT JOIN news n ON n.referral_event_id = e.id LEFT JOIN follow_up f ON f.id = n.follow_up_id
        WHERE e.referral_id = r.id AND e.state <> 'given' AND (n.id IS NULL OR f.state = 'open') AND {STANDS})
FROM referral r JOIN contact c ON c.id = r.contact_id JOIN contact i ON i.id = r.introducer_id
LEFT JOIN company co ON co.id = r.company_id
LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company pc ON pc.id = p.company_id
WHERE {{which}} ORDER BY r.state IN ('outcome', 'unreachable'), r.created_at, r.n LIMIT 200
"""
_WHICH = {
    "open": "r.state NOT IN ('outcome', 'unreachable')",
    "by": "r.introducer_id = ?",
    "to": "r.contact_id = ?",
    "at": "(r.company_id = ? OR p.company_id = ?)",
}
_PROMISES = """
SELECT p.id, c.id, c.full_name, p.text, p.whose = 'theirs', coalesce(f.due_on, p.due_on, ''), coalesce(p.done_on, '')
FROM promise p JOIN contact c ON c.id = p.contact_id LEFT JOIN follow_up f ON f.promise_id = p.id AND f.state = 'open'
WHERE {which} ORDER BY p.done_on IS NOT NULL, p.done_on DESC, coalesce(f.due_on, p.due_on, '9'), p.n LIMIT 200
"""
# What somebody said: what was learned, then notes, openings and missing companies, the latest first.
_SAID = """
SELECT learned AS said, 0 AS turn, n FROM meeting WHERE id = :m AND learned <> ''
UNION ALL SELECT text, 1, n FROM note WHERE meeting_id = :m
UNION ALL SELECT 'An opening: ' || l.title || coalesce(' at ' || co.name, ''), 2, l.n FROM lead l LEFT JOIN company co ON co.id = l.company_id WHERE l.meeting_id = :m
UNION ALL SELECT 'Missing on the list: ' || name, 3, n FROM company WHERE suggested_in_id = :m
UNION ALL SELECT 'Named ' || c.full_name || coalesce(' at ' || co.name, ''), 4, r.n FROM referral r JOIN contact c ON c.id = r.contact_id
    LEFT JOIN company co ON co.id = r.company_id WHERE r.meeting_id = :m
ORDER BY 2, 3 LIMIT 3
"""


class LoopLists:
    """Reads referrals, promises and what a call needs."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def referrals(self, which: str = "open", record_id: str = "") -> list[ReferralRow]:
        """Referrals: all that are `open`, those `by` or `to` a contact, or `at` a company."""
        where = _WHICH[which]
        rows = self._conn.execute(_REFERRALS.format(which=where), (record_id,) * where.count("?"))
        return [ReferralRow._make((*r[:7], moment(r[7]) or EARLIEST, moment(r[8]) or EARLIEST, r[9], bool(r[10]))) for r in rows]

    def will_hear(self, referral_id: str) -> bool:
        """Whether an open follow-up carries news of a referral."""
        sql = """SELECT 1 FROM referral_event e JOIN news n ON n.referral_event_id = e.id JOIN follow_up f ON f.id = n.follow_up_id
            WHERE e.referral_id = ? AND f.state = 'open' LIMIT 1"""
        return self._conn.execute(sql, (referral_id,)).fetchone() is not None

    def promises(self, contact_id: str = "", company_id: str = "", since: str = "") -> list[LedgerRow]:
        """Promises: of one contact, of everybody at a company, or of all; those that were kept since a day, given as kept."""
        which, about = "1", tuple[str, ...]()
        if contact_id:
            which, about = "p.contact_id = ?", (contact_id,)
        elif company_id:
            which, about = "p.contact_id IN (SELECT contact_id FROM position WHERE company_id = ? AND to_on IS NULL)", (company_id,)
        sql = _PROMISES.format(which=f"{which} AND (p.done_on IS NULL OR p.done_on >= ?)")
        return [LedgerRow._make((*r[:4], bool(r[4]), *r[5:])) for r in self._conn.execute(sql, (*about, since))]

    def call_sheet(self, contact_id: str, meeting_id: str | None) -> CallSheet:
        """What a call to somebody needs, from the meeting that it thanks for or from their last one."""
        found = self._conn.execute(
            "SELECT id, started_at, ended_at FROM meeting WHERE contact_id = ? AND state = 'held' ORDER BY id = ? DESC, started_at DESC LIMIT 1",
            (contact_id, meeting_id),
        ).fetchone()
        met, began, ended = found or (None, None, None)
        start, end = moment(began), moment(ended)
        promises = self._conn.execute(f"{values.select(Promise)} WHERE t.contact_id = ? AND t.done_on IS NULL ORDER BY t.whose, t.n LIMIT 20", (contact_id,))
        return CallSheet(
            met_at=start,
            minutes=max(1, round((end - start).total_seconds() / 60)) if start and end else 0,
            said=tuple(said for said, _, _ in self._conn.execute(_SAID, {"m": met})),
            promised=tuple(values.record(Promise, row) for row in promises),
            referrals=tuple(self.referrals("by", contact_id)),
        )
