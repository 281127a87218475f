"""Promises: what I or they said they would do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import day_at_start
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


_WEEKDAYS = "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_LONG_WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
# A day said in passing: short weekdays only where a little word, or a comma before the end, shows that they are days ("by sat", but "we sat down").
_DAY_SAID = re.compile(
    rf"\b(?:(?:by|on|until|till|before|this|next)\s+(?P<after>{_WEEKDAYS})|(?P<plain>today|tonight|tomorrow|{_LONG_WEEKDAYS}|"
    rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}\.?\s{_MONTH}|{_MONTH}\s\d{{1,2}}))\b|,\s*(?P<last>{_WEEKDAYS})\.?\s*$",
    re.IGNORECASE,
)
_SPAN_SAID = re.compile(r"\bin\s+(?:(?P<one>a)|(?P<many>\d{1,2}))\s+(?P<unit>days?|weeks?)\b|\bnext\s+(?P<next>week)\b", re.IGNORECASE)


def day_said(words: str, today: date) -> date | None:
    """The day that a promise names: "by Friday", "…, fri", "tomorrow", "12 March", "in 2 weeks", "next week" (its Monday); None when it names none."""
    if span := _SPAN_SAID.search(words):
        if span["next"]:
            return today + timedelta(days=7 - today.weekday())
        return today + timedelta(days=int(span["many"] or 1) * (7 if span["unit"].lower().startswith("week") else 1))
    found = _DAY_SAID.search(words)
    if not found:
        return None
    try:
        return day_at_start((found["after"] or found["plain"] or found["last"]).lower(), today)[0]
    except DeskError:  # 31 February: the words stay, the rule's day holds
        return None


def read(words: str, today: date) -> tuple[str, date | None]:
    """What is promised and the day it names; a day that stands by itself at the end ("send the model, thu") does not belong to the words."""
    due = day_said(words, today)
    text, _, last = words.rpartition(",")
    try:
        alone = bool(text.strip()) and due is not None and day_at_start(last.strip(" .").lower(), today) == (due, "")
    except DeskError:
        alone = False
    return (text.strip() if alone else words), due


def whose(words: str) -> Whose:
    """Whose promise the words tell of: "she will ask Ben" is theirs, "send the cost model" is mine."""
    return Whose.THEIRS if _THEIRS.match(words) else Whose.MINE
