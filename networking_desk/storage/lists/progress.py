"""What Progress reads: counts that are true."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from networking_desk.storage.database import Connection
from networking_desk.storage.values import moment


class Counts(NamedTuple):
    """How far the search has come, in numbers."""

    contacted: int
    meetings: int
    referrals: int
    open_loops: int
    leads: int
    interviews: int
    offers: int
    decision_makers: int


_COUNTS = """SELECT
    (SELECT count(DISTINCT contact_id) FROM touch WHERE kind IN ('email', 'message', 'call', 'voicemail')),
    (SELECT count(*) FROM meeting WHERE state = 'held'),
    (SELECT count(*) FROM referral),
    (SELECT count(*) FROM referral WHERE state NOT IN ('outcome', 'unreachable')),
    (SELECT count(*) FROM lead),
    (SELECT count(DISTINCT lead_id) FROM lead_event WHERE state = 'interview'),
    (SELECT count(DISTINCT lead_id) FROM lead_event WHERE state IN ('offer', 'accepted')),
    (SELECT count(DISTINCT m.contact_id) FROM meeting m JOIN contact c ON c.id = m.contact_id WHERE m.state = 'held' AND c.role = 'decision_maker')
"""


class ProgressLists:
    """Reads the counts."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def counts(self) -> Counts:
        """All counts at this moment."""
        return Counts(*self._conn.execute(_COUNTS).fetchone())

    def held_at(self) -> list[datetime]:
        """When each meeting that was held began."""
        rows = self._conn.execute("SELECT started_at FROM meeting WHERE state = 'held' AND started_at IS NOT NULL ORDER BY started_at")
        return [at for (text,) in rows if (at := moment(text)) is not None]
