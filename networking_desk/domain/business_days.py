"""Working days: Monday to Friday, less the public holidays that are handed in."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta

_SATURDAY = 5


def countries() -> list[str]:
    """The ISO 3166 codes of the countries whose public holidays are known."""
    import holidays

    return sorted(code for code in holidays.list_supported_countries(include_aliases=False) if len(code) == 2)


def is_working_day(day: date, holidays: Container[date] = ()) -> bool:
    """Whether people are at work on that day."""
    return day.weekday() < _SATURDAY and day not in holidays


def on_or_after(day: date, holidays: Container[date] = ()) -> date:
    """The day itself if it is a working day, else the first one after it."""
    while not is_working_day(day, holidays):
        day += timedelta(days=1)
    return day


def after(day: date, working_days: int, holidays: Container[date] = ()) -> date:
    """The working day that comes `working_days` after a day, which itself is not counted."""
    for _ in range(working_days):
        day = on_or_after(day + timedelta(days=1), holidays)
    return day
