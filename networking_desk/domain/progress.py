"""Progress: counts that are true, by week."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DECISION_MAKERS = 25  # talks with them before an accepted offer: Lee Hecht Harrison counts 25 to 35


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
