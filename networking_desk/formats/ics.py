"""iCalendar (RFC 5545): meetings and follow-ups as events that a calendar keeps up to date by their ids (formats.md 1.7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Event

_DOMAIN = "networking-desk"
_BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Entry:
    """One event. `begins` and `ends` are moments in UTC, or days for what takes the whole day, then `ends` is the day itself.

    `alarm` is when to be reminded, counted from the beginning; what is `cancelled` goes from the calendar, with its alarm.
    """

    id: str
    summary: str
    begins: datetime | date
    ends: datetime | date
    changed_at: datetime
    description: str = ""
    location: str = ""
    alarm: timedelta | None = None
    cancelled: bool = False


def write(entries: Iterable[Entry], at: datetime, app: str) -> bytes:
    """A calendar of these events, published: it invites nobody. UTF-8, lines of at most 75 octets that end in CRLF."""
    from icalendar import Calendar  # late: only who takes a calendar out needs it

    calendar = Calendar()
    for name, value in (
        ("prodid", f"-//Networking Desk//{app}//EN"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("method", "PUBLISH"),
        ("x-wr-calname", "Networking Desk"),
    ):
        calendar.add(name, value)
    for entry in entries:
        calendar.add_component(_event(entry, at))
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, at: datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{entry.id}@{_DOMAIN}")
    event.add("dtstamp", at.astimezone(UTC))
    # The seconds until it is taken out: what is taken out last wins, after an undo too, which gives a record the times that it had before.
    event.add("sequence", max(0, int((at - _BEGINNING).total_seconds())))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    event.add("summary", entry.summary)
    if isinstance(entry.begins, datetime) and isinstance(entry.ends, datetime):
        event.add("dtstart", entry.begins.astimezone(UTC))
        event.add("dtend", entry.ends.astimezone(UTC))
    else:
        event.add("dtstart", entry.begins)
        event.add("dtend", entry.ends + timedelta(days=1))  # a day's end is the day after, exclusive
        event.add("transp", "TRANSPARENT")
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    for name, text in (("description", entry.description), ("location", entry.location)):
        if text:
            event.add(name, text)
    if entry.alarm is not None and not entry.cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.summary)
        alarm.add("trigger", entry.alarm)
        event.add_component(alarm)  # after everything else: some calendars stop reading at the alarm
    return event
