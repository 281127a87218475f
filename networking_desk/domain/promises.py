"""Promises: what I or they said they would do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from networking_desk.domain.record import Record


class Whose(StrEnum):
    """Who made the promise."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, kw_only=True)
class Promise(Record):
    """Something to be done by the day said, or by the rule's day where none was said."""

    contact_id: str
    text: str
    whose: Whose = Whose.MINE
    due_on: date | None = None
    done_on: date | None = None
    meeting_id: str | None = None


_THEIRS = re.compile(r"^\s*(they|she|he|will send me|sends me)\b|^\s*(they|she|he)\s*:", re.IGNORECASE)


def whose(words: str) -> Whose:
    """Whose promise the words tell of: "she will ask Ben" is theirs, "send the cost model" is mine."""
    return Whose.THEIRS if _THEIRS.match(words) else Whose.MINE
