"""The agenda: ordered stages with minutes, and the clock that says how the talk is going."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from networking_desk.domain.meetings import CaptureKind, Meeting, elapsed_seconds
from networking_desk.domain.record import Record

LENGTHS = (15, 20)
GRANT_MINUTES = 5


@dataclass(frozen=True, kw_only=True)
class Stage(Record):
    """One part of a meeting's agenda with its minutes; a protected one never gives minutes away.

    `spent_seconds` counts the visits that are over; `capture` is the kind that is written down in it by default.
    """

    meeting_id: str
    position: int
    name: str
    short: str
    hint: str = ""
    prompt: str = ""
    planned_minutes: int
    protected: bool = False
    capture: CaptureKind = CaptureKind.NOTE
    spent_seconds: float = 0.0
    entered_at: datetime | None = None
    left_at: datetime | None = None


@dataclass(frozen=True)
class StagePlan:
    """A stage of a preset: its minutes in a meeting of 20 and of 15 minutes, its words and its checklist."""

    name: str
    short: str
    minutes: tuple[int, int]
    protected: bool
    capture: CaptureKind
    hint: str
    prompt: str
    checklist: tuple[str, ...]


# product.md 4.1; the order is the method's.
METHOD = (
    StagePlan(
        "Skills and abilities", "Skills", (3, 2), False, CaptureKind.NOTE,
        "Open with thanks: “I will keep to {minutes} minutes.”", "“Thank you for your time. Let me say in a minute what I do well.”",
        ("Thank them, say you will keep to {minutes} minutes", "Say what you offer"),
    ),
    StagePlan(
        "Ideal position", "Position", (2, 2), False, CaptureKind.NOTE,
        "One sentence, then pause.", "“The roles and responsibilities I excel at are these.”",
        ("Say your ideal position", "Pause and listen"),
    ),
    StagePlan(
        "Anyone or anything?", "Anyone?", (3, 2), False, CaptureKind.REFERRAL,
        "People, teams or projects that could use you.", "“Do you know anyone, or anything, that could use this?”",
        ("Ask for people", "Ask for teams and projects"),
    ),
    StagePlan(
        "Target companies", "Target list", (6, 5), True, CaptureKind.REFERRAL,
        "Show the list. Ask who they know.", "“Here is my list. Who do you know at these companies?”",
        ("Show or send the list", "Ask for names at each company", "May I use your name?", "Phone number or email"),
    ),
    StagePlan(
        "Missing companies", "Missing", (3, 2), True, CaptureKind.COMPANY,
        "Ask which companies you left out.", "“Which companies are missing from it? Who do you know there?”",
        ("Ask which companies are missing", "Ask for contacts there"),
    ),
    StagePlan(
        "Thanks, next steps", "Thanks", (3, 2), True, CaptureKind.PROMISE,
        "Read back names. Ask to call tomorrow.", "“Thank you. May I call you tomorrow with a short update?”",
        ("Read back the names", "Say what you will do, and by when", "Ask if you may call tomorrow"),
    ),
)  # fmt: skip


def minutes_of(length: int) -> list[int]:
    """The minutes of each stage in a meeting of that many minutes, at least one each, in the proportions of the 20."""
    if length in LENGTHS:
        return [plan.minutes[0 if length == 20 else 1] for plan in METHOD]
    whole = sum(plan.minutes[0] for plan in METHOD)
    shares = [max(1, plan.minutes[0] * length // whole) for plan in METHOD]
    shares[3] += length - sum(shares)  # what rounding leaves over belongs to the target list
    return shares


def stages_for(meeting_id: str, length: int) -> list[Stage]:
    """The method's six stages for a new meeting. `length` is in minutes, six at least."""
    return [
        Stage(
            meeting_id=meeting_id, position=position, name=plan.name, short=plan.short, hint=plan.hint.format(minutes=length),
            prompt=plan.prompt, planned_minutes=minutes, protected=plan.protected, capture=plan.capture,
        )
        for position, (plan, minutes) in enumerate(zip(METHOD, minutes_of(length), strict=True))
    ]  # fmt: skip


class Tone(StrEnum):
    """How the clock looks and speaks: time enough, time to close, past the end."""

    CALM = "calm"
    CLOSING = "closing"
    OVER = "over"


@dataclass(frozen=True)
class StagePace:
    """One stage at this moment; all in seconds. `left` is what it may still take, `planned` what it was given."""

    spent: float
    planned: float
    left: float


@dataclass(frozen=True)
class Pace:
    """A meeting at this moment; all in seconds. `left` is negative past the end.

    `behind` is what the talk has taken from the stages to come; `go_to_list` says that only protected minutes are left.
    """

    elapsed: float
    total: float
    left: float
    tone: Tone
    current: int
    stages: tuple[StagePace, ...]
    behind: float
    go_to_list: bool


def pace(meeting: Meeting, stages: Sequence[Stage], now: datetime) -> Pace:
    """Where a meeting stands. Overruns are taken from the unprotected stages still to come, the next one first, never from a protected one.

    `stages` are in order. `now` is UTC. Granted minutes are given before the last stage, so to the ones still open.
    """
    elapsed = elapsed_seconds(meeting, now)
    total = 60.0 * (sum(s.planned_minutes for s in stages) + meeting.granted_minutes)
    current = meeting.stage_position or 0
    visit = max(0.0, elapsed - sum(s.spent_seconds for s in stages))
    spent = [s.spent_seconds + (visit if s.position == current else 0.0) for s in stages]
    planned = [60.0 * s.planned_minutes for s in stages]
    wanted = [max(0.0, p - t) if s.position >= current else 0.0 for s, p, t in zip(stages, planned, spent, strict=True)]
    kept = sum(w for s, w in zip(stages, wanted, strict=True) if s.protected)
    free = max(0.0, total - elapsed - kept)
    owed = max(0.0, sum(w for s, w in zip(stages, wanted, strict=True) if not s.protected) - free)
    behind = owed
    left = []
    for stage, want in zip(stages, wanted, strict=True):
        give = min(want, owed) if not stage.protected and stage.position > current else 0.0
        owed -= give
        left.append(want - give)
    # What the stages to come could not give, the stage that runs has used up itself.
    if owed and stages and not stages[current].protected:
        left[current] = max(0.0, left[current] - owed)
    open_early = bool(stages) and not stages[current].protected and any(s.protected for s in stages)
    shares = tuple(StagePace(s, p, w) for s, p, w in zip(spent, planned, left, strict=True))
    return Pace(elapsed, total, total - elapsed, _tone(elapsed, total), current, shares, behind, open_early and elapsed > 0 and total - elapsed <= kept)


def _tone(elapsed: float, total: float) -> Tone:
    """Closing begins at three quarters, in whole minutes: 15 of 20, 11 of 15 (look.md 6)."""
    if elapsed >= total > 0:
        return Tone.OVER
    return Tone.CLOSING if elapsed >= 60 * int(total / 60 * 3 / 4) > 0 else Tone.CALM


def minutes_left(seconds: float) -> int:
    """Whole minutes as they are shown: rounded up, so that 12 means more than 11. Past the end, minutes over, rounded up too."""
    return -int(-abs(seconds) // 60)


def time_left(at: Pace) -> str:
    """The ring in words: "12 of 20 minutes left", "2 minutes over"."""
    count = minutes_left(at.left)
    if at.left <= 0:
        return "0 minutes left" if count == 0 else f"{count} minute{'s' if count != 1 else ''} over"
    return f"{count} of {round(at.total / 60)} minutes left"


def clock(seconds: float) -> str:
    """Seconds as m:ss."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
