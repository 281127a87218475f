"""Calendar: meetings and follow-ups taken out for the user's own calendar program."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from networking_desk import __version__, paths
from networking_desk.desk import ClosedRow, Desk, FollowUpRow, MeetingWith
from networking_desk.domain import follow_ups
from networking_desk.domain.follow_ups import FollowUp
from networking_desk.domain.meetings import MeetingState
from networking_desk.formats import ics
from networking_desk.formats.ics import Entry

_FOLDER = "calendar"
_CLOSED_DAYS = 60  # a calendar that was not brought up to date for longer keeps what was done meanwhile


def export(desk: Desk) -> bytes:
    """All meetings and follow-ups as a calendar file; taken in again, each takes the place of what it was, and what was done meanwhile is called off."""
    return ics.write(_everything(desk), desk.clock.now(), __version__)


def _everything(desk: Desk) -> list[Entry]:
    meetings = (_meeting(desk, found) for found in desk.lists.calendar.meetings())
    closed = desk.lists.calendar.closed(desk.clock.now() - timedelta(days=_CLOSED_DAYS))
    return [entry for entry in meetings if entry] + [_owed(desk, row) for row in desk.lists.today.follow_ups(most=-1)] + [_closed(row) for row in closed]


def file_of_all(desk: Desk) -> Path:
    """Everything as a file of our own that a calendar program can open; gives its path."""
    return _write(desk, "networking-desk", _everything(desk))


def file_of_meeting(desk: Desk, meeting_id: str) -> Path:
    """One meeting, likewise."""
    entries = (_meeting(desk, found) for found in desk.lists.calendar.meetings(meeting_id))
    return _write(desk, meeting_id, [entry for entry in entries if entry])


def file_of_follow_up(desk: Desk, owed: FollowUpRow) -> Path:
    """One follow-up, likewise."""
    return _write(desk, owed.id, [_owed(desk, owed)])


def _write(desk: Desk, name: str, entries: list[Entry]) -> Path:
    path = paths.private_folder(desk.folder / _FOLDER) / f"{name}.ics"
    paths.write_through(path, ics.write(entries, desk.clock.now(), __version__))
    return path


def _meeting(desk: Desk, found: MeetingWith) -> Entry | None:
    """A meeting as an event: planned, it reminds; held, it lies where it was; called off, it says so. None for one without a time."""
    meeting = found.meeting
    begins = meeting.started_at or meeting.planned_at
    if begins is None:
        return None
    ends = meeting.ended_at or begins + timedelta(minutes=meeting.planned_minutes)
    where = ", ".join(filter(None, (found.title, found.company)))
    lines = [where, *found.phones, f"Ask for: {meeting.ask}" if meeting.ask else ""]
    planned = meeting.state is MeetingState.PLANNED
    return Entry(
        id=meeting.id, summary=f"Networking meeting: {found.full_name}", begins=_whole(begins), ends=max(_whole(ends), _whole(begins) + timedelta(minutes=1)),
        changed_at=meeting.changed_at or begins, description="\n".join(filter(None, lines)), location=meeting.channel.capitalize(),
        alarm=-timedelta(minutes=desk.settings.meeting_reminder_minutes) if planned else None,
        cancelled=meeting.state in (MeetingState.CANCELLED, MeetingState.MISSED),
    )  # fmt: skip


def _whole(at: datetime) -> datetime:
    """Calendars know no fractions of a second."""
    return at.replace(microsecond=0)


def _owed(desk: Desk, row: FollowUpRow) -> Entry:
    """A follow-up as an event of a whole day that leaves the day free, with a reminder at the chosen hour."""
    kept = desk.get(FollowUp, row.id)
    numbers = ", ".join(row.phones) if row.kind == "thank_you_call" else ", ".join(row.emails)
    return Entry(
        id=row.id, summary=_title(row), begins=row.due_on, ends=row.due_on,
        changed_at=kept.changed_at or desk.clock.now(), description="\n".join(filter(None, (row.reason, numbers))),
        alarm=timedelta(hours=desk.settings.reminder_hour % 24),
    )  # fmt: skip


def _closed(row: ClosedRow) -> Entry:
    """A follow-up that is done or dropped: its event goes from a calendar that has it, and reminds of nothing."""
    return Entry(id=row.id, summary=_title(row), begins=row.due_on, ends=row.due_on, changed_at=row.closed_at, cancelled=True)


def _title(row: FollowUpRow | ClosedRow) -> str:
    return follow_ups.title(row.kind, row.full_name, row.about if row.kind in ("check_back", "update") else "", theirs=row.theirs)
