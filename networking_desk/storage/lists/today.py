"""What Today reads: the next meeting, the follow-ups by day, and whom to reach out to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from networking_desk.storage.database import Connection
from networking_desk.storage.values import day


class FollowUpRow(NamedTuple):
    """A follow-up as a line in a list. `about` is the person a referral is about, where that is somebody else."""

    id: str
    kind: str
    due_on: date
    reason: str
    contact_id: str
    full_name: str
    title: str
    company: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    about: str
    meeting_id: str | None
    referral_id: str | None
    promise_id: str | None


class Suggestion(NamedTuple):
    """Somebody at a target company who was never written to: a contact and the company."""

    contact_id: str
    full_name: str
    company: str
    emails: tuple[str, ...]


_FOLLOW_UPS = """
SELECT f.id, f.kind, f.due_on, f.reason, c.id, c.full_name, coalesce(p.title, ''), coalesce(co.name, p.company_text, ''), c.phones, c.emails,
    coalesce((SELECT full_name FROM referral r JOIN contact a ON a.id = r.contact_id WHERE r.id = f.referral_id AND a.id <> c.id), ''),
    f.meeting_id, f.referral_id, f.promise_id
FROM follow_up f JOIN contact c ON c.id = f.contact_id
LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL
LEFT JOIN company co ON co.id = p.company_id
WHERE f.state = 'open' AND {which}
ORDER BY f.due_on, CASE f.kind WHEN 'thank_you_call' THEN 0 WHEN 'promise' THEN 1 ELSE 2 END, f.n LIMIT 500
"""


class TodayLists:
    """Reads what is to be done."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def follow_ups(self, which: str = "1", values: Sequence[object] = ()) -> list[FollowUpRow]:
        """Open follow-ups, the oldest day first. `which` is a condition of our own making on `f`."""
        rows = self._conn.execute(_FOLLOW_UPS.format(which=which), tuple(values))
        return [
            FollowUpRow(*r[:2], day(r[2]) or date.min, *r[3:8], tuple(json.loads(r[8])), tuple(json.loads(r[9])), *r[10:])  # type: ignore[call-arg]
            for r in rows
        ]

    def follow_up(self, follow_up_id: str) -> FollowUpRow | None:
        """One open follow-up; None when it is done or gone."""
        return next(iter(self.follow_ups("f.id = ?", (follow_up_id,))), None)

    def due(self, today: date) -> int:
        """How many follow-ups are due today or late."""
        return int(self._conn.execute("SELECT count(*) FROM follow_up WHERE state = 'open' AND due_on <= ?", (today.isoformat(),)).fetchone()[0])

    def meetings_held_since(self, monday_utc: str) -> int:
        """How many meetings were held since a moment, given as kept."""
        return int(self._conn.execute("SELECT count(*) FROM meeting WHERE state = 'held' AND started_at >= ?", (monday_utc,)).fetchone()[0])

    def suggestions(self, limit: int = 3) -> list[Suggestion]:
        """People at target companies whom nobody has reached out to yet, the first choices first."""
        rows = self._conn.execute(
            """SELECT c.id, c.full_name, co.name, c.emails FROM company co CROSS JOIN position p ON p.company_id = co.id AND p.to_on IS NULL
               CROSS JOIN contact c ON c.id = p.contact_id
               WHERE co.target AND c.id NOT IN (SELECT contact_id FROM touch) AND c.id NOT IN (SELECT contact_id FROM follow_up WHERE state = 'open')
                   AND c.id NOT IN (SELECT contact_id FROM meeting WHERE state IN ('planned', 'live', 'held'))
               ORDER BY CASE co.priority WHEN '' THEN 'Z' ELSE co.priority END, co.rank, c.sort_key LIMIT ?""",
            (limit,),
        )
        return [Suggestion(i, name, company, tuple(json.loads(emails))) for i, name, company, emails in rows]
