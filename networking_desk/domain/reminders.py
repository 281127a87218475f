"""Reminders: what the program tells of at its hour, each once; what it could not tell is listed on Today."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from networking_desk.domain.record import Record

_LATE = timedelta(minutes=5)  # after a meeting should have begun, a reminder of it is none


@dataclass(frozen=True, kw_only=True)
class Reminder(Record):
    """One reminder. `key` names what it is about and for when, so that it comes once; `at` is when it was due, UTC.

    It is written down before it is shown: without `shown_at` it was missed. `seen_at` is when the user put it aside.
    """

    key: str
    at: datetime
    text: str
    shown_at: datetime | None = None
    seen_at: datetime | None = None


class Wanted(NamedTuple):
    """A reminder that could be due: its key, when, until when it still helps (UTC), and its words."""

    key: str
    at: datetime
    until: datetime
    text: str


class Planned(NamedTuple):
    """A meeting that is planned: with whom and when, UTC, and the time of day there in words."""

    meeting_id: str
    full_name: str
    at: datetime
    said: str


def of_meetings(planned: Iterable[Planned], minutes: int) -> list[Wanted]:
    """A reminder some minutes before each meeting."""
    return [
        Wanted(
            f"meeting:{m.meeting_id}:{m.at.isoformat()}", m.at - timedelta(minutes=minutes), m.at + _LATE, f"Networking meeting with {m.full_name}, {m.said}"
        )
        for m in planned
    ]


def of_day(day: str, at: datetime, until: datetime, names: list[str], count: int) -> list[Wanted]:
    """One reminder for all that is owed on a day, however much it is; none when nothing is."""
    if not count:
        return []
    more = f" and {count - len(names)} more" if count > len(names) else ""
    return [Wanted(f"day:{day}", at, until, f"{count} {'follow-up' if count == 1 else 'follow-ups'} today: {', '.join(names)}{more}")]
