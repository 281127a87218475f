"""Meetings: 15 to 20 minutes with one contact, from planned to held, and how a time said aloud is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from networking_desk.domain import names
from networking_desk.domain.errors import DeskError
from networking_desk.domain.record import Record


class MeetingState(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    LIVE = "live"
    HELD = "held"
    CANCELLED = "cancelled"
    MISSED = "missed"


class CaptureKind(StrEnum):
    """The five kinds of things written down while talking, in the order of Ctrl+1 to Ctrl+5."""

    REFERRAL = "referral"
    COMPANY = "company"
    LEAD = "lead"
    NOTE = "note"
    PROMISE = "promise"


class Answer(StrEnum):
    """What a contact said about a company on the list."""

    KNOWS = "knows"
    INFORMATION = "information"
    WILL_ASK = "will_ask"
    NOBODY = "nobody"
    AGAINST = "against"


@dataclass(frozen=True, kw_only=True)
class Meeting(Record):
    """A networking meeting. All times are UTC; the truth of its clock is `started_at` less the pauses.

    `boot_id` and `boot_seconds` say on which run of the computer, and how far into it, the meeting started,
    so that a change of the computer's clock does not move it. `stage_position` is the current stage, from 0.
    `wrapped_up_at` is when the wrap-up was left, `preset` the agenda that its stages were copied from (domain.presets).
    """

    contact_id: str
    state: MeetingState = MeetingState.PLANNED
    planned_at: datetime | None = None
    planned_minutes: int = 20
    channel: str = "phone"
    started_at: datetime | None = None
    ended_at: datetime | None = None
    granted_minutes: int = 0
    became_interview_at: datetime | None = None
    paused_at: datetime | None = None
    paused_seconds: float = 0.0
    stage_position: int | None = None
    boot_id: str = ""
    boot_seconds: float = 0.0
    ask: str = ""
    offer: str = ""
    questions: tuple[str, ...] = ()
    learned: str = ""
    wrapped_up_at: datetime | None = None
    preset: str = ""


@dataclass(frozen=True, kw_only=True)
class Showing(Record):
    """A company shown to a contact in a meeting, and what they answered, if anything."""

    meeting_id: str
    company_id: str
    contact_id: str
    answer: Answer | None = None
    shown_at: datetime | None = None


def elapsed_seconds(meeting: Meeting, now: datetime) -> float:
    """How long a meeting has been going, pauses left out; never negative. `now` is UTC."""
    if meeting.started_at is None:
        return 0.0
    until = meeting.ended_at or meeting.paused_at or now
    return max(0.0, (until - meeting.started_at).total_seconds() - meeting.paused_seconds)


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_HELP = "Write a day and a time, for example: now, today 14:30, thu 14, 2026-12-01 09:00."
_COMMA = re.compile("[,，、،]")
_MORNING = time(9)
_LONGEST_TALK = timedelta(hours=5)


def parse_when(words: str, now: datetime) -> datetime:
    """Read when a meeting is: `now`, `in 20 min`, `14:30`, `today 14:30`, `tomorrow 9`, `thu 14`, `1 dec 9:00`, `Thu 12 March 14:00`, `2026-12-01 09:00`.

    `now` and the answer are local civil times without a zone. Raises DeskError for words that name no time.
    """
    text = " ".join(filter(None, names.parts(words.lower())))
    if text in {"", "now"}:
        return now.replace(second=0, microsecond=0)
    if later := re.fullmatch(r"in (\d{1,3}) ?(m|min|minutes?|h|hours?)", text):
        step = timedelta(minutes=int(later[1])) if later[2].startswith("m") else timedelta(hours=int(later[1]))
        return (now + step).replace(second=0, microsecond=0)
    day, rest = day_at_start(text, now.date())
    at = _time(rest.removeprefix("at ").strip())
    if day is None:
        day = now.date() if datetime.combine(now.date(), at) >= now else now.date() + timedelta(days=1)
    return datetime.combine(day, at)


def whom_and_when(words: str, now: datetime) -> tuple[str, datetime]:
    """The name that stands before a time, if there is one, and the time: the longest end of the words that is one, for days have commas in them too.

    Raises DeskError for words that name no time.
    """
    for start in (0, *(cut.end() for cut in _COMMA.finditer(words))):
        try:
            return names.clean(words[: max(0, start - 1)]), parse_when(words[start:], now)
        except DeskError:
            continue
    raise DeskError(_HELP)


def parse_start(words: str, now: datetime) -> datetime:
    """Read when a meeting that runs began: `2 min ago`, `2`, `14:03`, `now`; never later than now.

    `now` and the answer are local civil times without a zone. Raises DeskError for words that name no such time.
    """
    text = " ".join(words.lower().split())
    if text in {"", "now", "0"}:
        return now
    if ago := re.fullmatch(r"(\d{1,3}) ?(?:m|min|minutes?)?(?: ago)?", text):
        at = now - timedelta(minutes=int(ago[1]))
    else:
        at = datetime.combine(now.date(), _time(text.removeprefix("at ")))
        if at > now + timedelta(hours=12):
            at -= timedelta(days=1)  # a talk that runs past midnight
    if not timedelta(0) <= now - at <= _LONGEST_TALK:
        raise DeskError("Write when it began: 2 min ago, or a time of today that has passed, like 14:03.")
    return at


def day_at_start(text: str, today: date) -> tuple[date | None, str]:
    """The day at the start of the words, if there is one, and what follows it. A weekday before a date adds nothing to it: "Thu 12 March"."""
    first, _, rest = text.partition(" ")
    if first in {"today", "tonight"}:
        return today, rest
    if first == "tomorrow":
        return today + timedelta(days=1), rest
    for number, name in enumerate(_DAYS):
        if len(first.rstrip(".")) >= 2 and name.startswith(first.rstrip(".")):
            day, after = _date_at_start(rest, today)
            return (day, after) if day else (today + timedelta(days=(number - today.weekday()) % 7 or 7), rest)
    return _date_at_start(text, today)


def _date_at_start(text: str, today: date) -> tuple[date | None, str]:
    """The day of a month at the start of the words, if there is one, and what follows it."""
    try:
        if iso := re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:t|\s|$)", text):
            return date(int(iso[1]), int(iso[2]), int(iso[3])), text[iso.end() :]
        if named := re.match(r"(?:(\d{1,2})\.? ([a-z]{3,9})|([a-z]{3,9}) (\d{1,2}))(?: (\d{4}))?(?:\s|$)", text):
            word, number = named[2] or named[3], int(named[1] or named[4])
            months = [m for m, name in enumerate(_MONTHS, 1) if name.startswith(word)]
            if months:
                day = date(int(named[5] or today.year), months[0], number)
                return (day if named[5] or day >= today else day.replace(year=today.year + 1)), text[named.end() :]
    except ValueError as error:
        raise DeskError(f"There is no such day. {_HELP}") from error
    return None, text


def _time(text: str) -> time:
    """The time of day in the words; nine in the morning when a day stands alone."""
    if not text:
        return _MORNING
    found = re.fullmatch(r"(\d{1,2})(?:[:.h](\d{2})?)?\s*(am|pm)?", text)
    if not found:
        raise DeskError(_HELP)
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= 12:
            raise DeskError(_HELP)
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise DeskError(_HELP)
    return time(hour, minute)
