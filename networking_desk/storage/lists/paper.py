"""What is read for paper alone: the meetings of a week and what was done in a work search. Nothing private is in its rows."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from networking_desk.storage.database import Connection
from networking_desk.storage.values import EARLIEST, kept, moment


class MeetingOn(NamedTuple):
    """A meeting of the week: when, with whom, how long, by which channel, and where it stands."""

    id: str
    at: datetime
    full_name: str
    title: str
    company: str
    minutes: int
    channel: str
    state: str


class WorkRow(NamedTuple):
    """Something done in the search (domain.work_search.Activity says what the rest means). A company that is confidential has no name here."""

    at: datetime
    kind: str
    full_name: str
    company: str
    confidential: bool
    opening: str
    met_after: bool
    answered_after: bool
    referrals: int
    leads: int
    became_interview: bool


_MEETINGS = """
SELECT m.id, coalesce(m.started_at, m.planned_at) AS at, c.full_name, coalesce(p.title, ''), coalesce(co.name, p.company_text, ''), m.planned_minutes,
    m.channel, m.state
FROM meeting m JOIN contact c ON c.id = m.contact_id LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company co ON co.id = p.company_id
WHERE m.state IN ('planned', 'live', 'held') AND at >= ? AND at < ? ORDER BY at, m.n
"""
# The texts of touches, notes and events are private and are not read. An interview that a meeting became is told with the meeting.
_WORK = """
SELECT t.at AS at, t.kind, c.full_name, coalesce(co.name, p.company_text, ''), coalesce(co.confidential, 0), '',
    EXISTS (SELECT 1 FROM meeting m WHERE m.contact_id = c.id AND m.state = 'held' AND m.started_at > t.at),
    EXISTS (SELECT 1 FROM referral r JOIN referral_event e ON e.referral_id = r.id WHERE r.contact_id = c.id AND e.state = 'answered' AND e.at > t.at),
    0, 0, 0, t.n
FROM touch t JOIN contact c ON c.id = t.contact_id LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company co ON co.id = p.company_id
WHERE t.kind <> 'meeting' AND t.at >= :first AND t.at < :last
UNION ALL
SELECT m.started_at, 'meeting', c.full_name, coalesce(co.name, p.company_text, ''), coalesce(co.confidential, 0), '', 0, 0,
    (SELECT count(*) FROM referral r WHERE r.meeting_id = m.id), (SELECT count(*) FROM lead l WHERE l.meeting_id = m.id),
    m.became_interview_at IS NOT NULL, m.n
FROM meeting m JOIN contact c ON c.id = m.contact_id LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company co ON co.id = p.company_id
WHERE m.state = 'held' AND m.started_at >= :first AND m.started_at < :last
UNION ALL
SELECT e.at, e.state, coalesce(c.full_name, ''), coalesce(co.name, ''), coalesce(co.confidential, 0), l.title, 0, 0, 0, 0, 0, e.n
FROM lead_event e JOIN lead l ON l.id = e.lead_id LEFT JOIN contact c ON c.id = l.contact_id LEFT JOIN company co ON co.id = l.company_id
LEFT JOIN meeting m ON m.id = l.meeting_id
WHERE e.state IN ('applied', 'interview', 'offer', 'accepted') AND e.at >= :first AND e.at < :last
    AND NOT (e.state = 'interview' AND m.became_interview_at IS NOT NULL)
ORDER BY 1, 12
"""


class PaperLists:
    """Reads for paper."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def meetings(self, first: datetime, before: datetime) -> list[MeetingOn]:
        """The meetings that are planned, run or were held from one moment until before another, in order."""
        rows = self._conn.execute(_MEETINGS, (_bound(first), _bound(before)))
        return [MeetingOn(row[0], moment(row[1]) or EARLIEST, *row[2:]) for row in rows]

    def work(self, first: datetime, before: datetime) -> list[WorkRow]:
        """Everything that was done from one moment until before another, in order."""
        rows = self._conn.execute(_WORK, {"first": _bound(first), "last": _bound(before)})
        return [
            WorkRow(moment(at) or EARLIEST, kind, who, "" if secret else company, bool(secret), opening, bool(met), bool(answered), names, leads, bool(became))
            for at, kind, who, company, secret, opening, met, answered, names, leads, became, _ in rows
        ]


def _bound(at: datetime) -> str:
    """A moment as what is compared with kept ones: without its zone it comes before every fraction of its second."""
    return str(kept(at)).removesuffix("Z")
