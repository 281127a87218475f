"""Progress: counts that are true, by week."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DECISION_MAKERS = (25, 35)  # talks with decision makers for each accepted offer (Lee Hecht Harrison)
TALKS_EACH = 15  # conversations for each of those


@dataclass(frozen=True)
class Week:
    """The meetings held in one week, which is named by its Monday."""

    monday: date
    meetings: int


def by_week(held_on: Iterable[date], today: date, weeks: int = 8) -> list[Week]:
    """Meetings in each of the last weeks, the current one last; weeks without one count too."""
    this_monday = today - timedelta(days=today.weekday())
    mondays = [this_monday - timedelta(weeks=back) for back in reversed(range(weeks))]
    counted = dict.fromkeys(mondays, 0)
    for day in held_on:
        monday = day - timedelta(days=day.weekday())
        if monday in counted:
            counted[monday] += 1
    return [Week(monday, meetings) for monday, meetings in counted.items()]


def in_time(told: Iterable[tuple[date | None, date]], today: date) -> tuple[int, int]:
    """How many updates were given by the day they were due, of how many that should have been by today; each with when it was given, if it was."""
    due = [(on, by) for on, by in told if on is not None or by < today]
    return sum(on is not None and on <= by for on, by in due), len(due)
