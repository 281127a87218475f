"""The agenda: ordered stages with minutes, and the clock that says how the talk is going."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from networking_desk.domain.meetings import CaptureKind, Meeting, elapsed_seconds
from networking_desk.domain.record import Record

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


class Tone(StrEnum):
    """How the clock looks and speaks: time enough, time to close, past the end; or no longer an agenda's time but an interview's."""

    CALM = "calm"
    CLOSING = "closing"
    OVER = "over"
    INTERVIEW = "interview"


@dataclass(frozen=True)
class StagePace:
    """One stage at this moment; all in seconds. `left` is what it may still take, `planned` what it was given."""

    spent: float
    planned: float
    left: float


@dataclass(frozen=True)
class Pace:
    """A meeting at this moment; all in seconds. `left` is negative past the end.

    `behind` is what the talk has taken from the stages to come, `ahead` what it has in hand, granted minutes included;
    `go_to_list` says that only protected minutes are left.
    """

    elapsed: float
    total: float
    left: float
    tone: Tone
    current: int
    stages: tuple[StagePace, ...]
    behind: float
    ahead: float
    go_to_list: bool


def pace(meeting: Meeting, stages: Sequence[Stage], now: datetime) -> Pace:
    """Where a meeting stands. Overruns are taken from the unprotected stages still to come, the next one first, never from a protected one.

    `stages` are in order. `now` is UTC. Granted minutes are given before the last stage, so to the ones still open. Once it became an
    interview, the stages stand still.
    """
    elapsed = elapsed_seconds(meeting, now)
    total = 60.0 * (sum(s.planned_minutes for s in stages) + meeting.granted_minutes)
    current = meeting.stage_position or 0
    frozen = meeting.became_interview_at is not None
    counted = sum(s.spent_seconds for s in stages)
    visit = 0.0 if frozen else max(0.0, elapsed - counted)
    remaining = total - (min(elapsed, counted) if frozen else elapsed)
    spent = [s.spent_seconds + (visit if s.position == current else 0.0) for s in stages]
    planned = [60.0 * s.planned_minutes for s in stages]
    wanted = [max(0.0, p - t) if s.position >= current else 0.0 for s, p, t in zip(stages, planned, spent, strict=True)]
    kept = sum(w for s, w in zip(stages, wanted, strict=True) if s.protected)
    free = max(0.0, remaining - kept)
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
    early = not frozen and elapsed > 0 and bool(stages) and not stages[current].protected and any(s.protected for s in stages[current:])
    return Pace(
        elapsed=elapsed, total=total, left=total - elapsed, tone=Tone.INTERVIEW if frozen else _tone(elapsed, total), current=current,
        stages=tuple(StagePace(s, p, w) for s, p, w in zip(spent, planned, left, strict=True)),
        behind=behind, ahead=max(0.0, remaining - sum(left)), go_to_list=early and remaining <= kept,
    )  # fmt: skip


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
    if at.tone is Tone.INTERVIEW:
        count = int(at.elapsed // 60)
        return f"Interview, {count} minute{'s' if count != 1 else ''}"
    count = minutes_left(at.left)
    if at.left <= 0:
        return "0 minutes left" if count == 0 else f"{count} minute{'s' if count != 1 else ''} over"
    return f"{count} of {round(at.total / 60)} minutes left"


@dataclass(frozen=True)
class Habit:
    """How long a stage takes against its plan, on average, in seconds; `meetings` is out of how many that were held."""

    stage: str
    over: float
    meetings: int


HABIT_AFTER = 3  # meetings; fewer say nothing about a habit
_WORTH_SAYING = 30.0  # seconds


def habits(spent: Iterable[tuple[str, float, float]]) -> list[Habit]:
    """Which stages run long or short, the longest first, of stages visited in meetings held: name, seconds planned, seconds spent."""
    by_name: dict[str, list[float]] = {}
    for name, planned, taken in spent:
        by_name.setdefault(name, []).append(taken - planned)
    found = [Habit(name, sum(over) / len(over), len(over)) for name, over in by_name.items() if len(over) >= HABIT_AFTER]
    return sorted((habit for habit in found if abs(habit.over) >= _WORTH_SAYING), key=lambda habit: -habit.over)


def clock(seconds: float) -> str:
    """Seconds as m:ss."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"
