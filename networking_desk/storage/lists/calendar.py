"""What the calendar takes out: meetings and open follow-ups with the people they are with."""

from __future__ import annotations

from typing import NamedTuple

from networking_desk.domain.meetings import Meeting
from networking_desk.storage import values
from networking_desk.storage.database import Connection


class MeetingWith(NamedTuple):
    """A meeting, and with whom: name, title and company, telephone numbers."""

    meeting: Meeting
    full_name: str
    title: str
    company: str
    phones: tuple[str, ...]


class CalendarLists:
    """Reads for the calendar."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def meetings(self, meeting_id: str = "") -> list[MeetingWith]:
        """All meetings that have a time, or one."""
        people = """SELECT c.full_name, coalesce(p.title, ''), coalesce(co.name, p.company_text, ''), c.phones FROM contact c
            LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company co ON co.id = p.company_id WHERE c.id = ?"""
        found = []
        which, about = ("t.id = ?", (meeting_id,)) if meeting_id else ("t.planned_at IS NOT NULL OR t.started_at IS NOT NULL", ())
        for row in self._conn.execute(f"{values.select(Meeting)} WHERE {which} ORDER BY coalesce(t.started_at, t.planned_at), t.n", about):
            meeting = values.record(Meeting, row)
            name, title, company, phones = self._conn.execute(people, (meeting.contact_id,)).fetchone()
            found.append(MeetingWith(meeting, name, title, company, values.words(phones)))
        return found
