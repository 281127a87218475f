"""What the calendar takes out: meetings with the people they are with, and follow-ups that are closed."""

from __future__ import annotations

from datetime import date, datetime
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


class ClosedRow(NamedTuple):
    """A follow-up that is done or dropped: what it was, its day, when it was closed."""

    id: str
    kind: str
    due_on: date
    full_name: str
    about: str
    theirs: bool
    closed_at: datetime


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

    def closed(self, since: datetime) -> list[ClosedRow]:
        """The follow-ups that were closed since a moment, the earliest day first."""
        sql = """SELECT f.id, f.kind, f.due_on, c.full_name, coalesce(CASE WHEN a.id <> c.id THEN a.full_name END, co.name, l.title, ''),
                EXISTS (SELECT 1 FROM promise p WHERE p.id = f.promise_id AND p.whose = 'theirs'), coalesce(f.done_at, f.changed_at)
            FROM follow_up f JOIN contact c ON c.id = f.contact_id LEFT JOIN referral r ON r.id = f.referral_id LEFT JOIN contact a ON a.id = r.contact_id
            LEFT JOIN lead l ON l.id = f.lead_id LEFT JOIN company co ON co.id = l.company_id
            WHERE f.state <> 'open' AND coalesce(f.done_at, f.changed_at) >= ? ORDER BY f.due_on, f.n"""
        return [
            ClosedRow(row[0], row[1], values.day(row[2]) or date.min, row[3], row[4], bool(row[5]), values.moment(row[6]) or values.EARLIEST)
            for row in self._conn.execute(sql, (values.kept(since),))
        ]
