"""Reminders: what the program tells of at its hour, each once; what it could not tell is listed on Today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from networking_desk.domain.record import Record


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
