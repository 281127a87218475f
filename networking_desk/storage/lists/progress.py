"""What Progress reads: counts that are true."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from networking_desk.storage.database import Connection
from networking_desk.storage.values import EARLIEST, moment


class Counts(NamedTuple):
    """How far the search has come, in numbers. `open_loops` are referrals whose outcome their introducer has not heard, `waiting` people owed an update."""

    contacted: int
    meetings: int
    referrals: int
    open_loops: int
    leads: int
    interviews: int
    offers: int
    decision_makers: int
    waiting: int


_COUNTS = """SELECT
    (SELECT count(DISTINCT contact_id) FROM touch WHERE kind IN ('email', 'message', 'call', 'voicemail')),
    (SELECT count(*) FROM meeting WHERE state = 'held'),
    (SELECT count(*) FROM referral),
    (SELECT count(*) FROM referral r WHERE r.state NOT IN ('outcome', 'unreachable') OR EXISTS (
        SELECT 1 FROM referral_event e LEFT JOIN news n ON n.referral_event_id = e.id LEFT JOIN follow_up f ON f.id = n.follow_up_id
        WHERE e.referral_id = r.id AND e.state IN ('outcome', 'unreachable') AND (n.id IS NULL OR f.state = 'open'))),
    (SELECT count(*) FROM lead),
    (SELECT count(DISTINCT lead_id) FROM lead_event WHERE state = 'interview'),
    (SELECT count(DISTINCT lead_id) FROM lead_event WHERE state IN ('offer', 'accepted')),
    (SELECT count(DISTINCT m.contact_id) FROM meeting m JOIN contact c ON c.id = m.contact_id WHERE m.state = 'held' AND c.role = 'decision_maker'),
    (SELECT count(DISTINCT f.contact_id) FROM follow_up f WHERE f.state = 'open' AND (f.kind = 'update' OR EXISTS (
        SELECT 1 FROM news n WHERE n.follow_up_id = f.id)))
"""


class Introduced(NamedTuple):
    """One introduction: who, whom, and when it or anything that came of it was last heard of."""

    introducer_id: str
    contact_id: str
    moved_at: datetime


class Tied(NamedTuple):
    """A person on the referral map: when and how they were last in touch."""

    id: str
    full_name: str
    company: str
    last_kind: str
    last_at: datetime | None


class ProgressLists:
    """Reads the counts."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def counts(self) -> Counts:
        """All counts at this moment."""
        return Counts(*self._conn.execute(_COUNTS).fetchone())

    def updates(self) -> list[tuple[datetime | None, date]]:
        """When each update was given, if it was, and when it was due; those that were dropped are left out."""
        rows = self._conn.execute("SELECT done_at, due_on FROM follow_up WHERE kind = 'update' AND state <> 'skipped'")
        return [(moment(done), date.fromisoformat(due)) for done, due in rows]

    def introductions(self) -> list[Introduced]:
        """All introductions, the earliest first."""
        rows = self._conn.execute(
            """SELECT r.introducer_id, r.contact_id, max(r.created_at, coalesce((SELECT max(e.at) FROM referral_event e WHERE e.referral_id = r.id), ''))
               FROM referral r ORDER BY r.created_at, r.n"""
        )
        return [Introduced(by, whom, moment(at) or EARLIEST) for by, whom, at in rows]

    def tied(self) -> list[Tied]:
        """Everybody who introduced, was introduced or told of a lead, by when they came."""
        rows = self._conn.execute(
            """SELECT c.id, c.full_name, coalesce(co.name, p.company_text, ''),
                   (SELECT t.kind || ' ' || t.at FROM touch t WHERE t.contact_id = c.id ORDER BY t.at DESC LIMIT 1)
               FROM contact c LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company co ON co.id = p.company_id
               WHERE c.id IN (SELECT introducer_id FROM referral UNION SELECT contact_id FROM referral
                   UNION SELECT contact_id FROM lead WHERE contact_id IS NOT NULL) ORDER BY c.n"""
        )
        found = []
        for i, name, company, touch in rows:
            kind, _, at = (touch or "").partition(" ")
            found.append(Tied(i, name, company, kind, moment(at or None)))
        return found

    def held_at(self) -> list[datetime]:
        """When each meeting that was held began."""
        rows = self._conn.execute("SELECT started_at FROM meeting WHERE state = 'held' AND started_at IS NOT NULL ORDER BY started_at")
        return [at for (text,) in rows if (at := moment(text)) is not None]
