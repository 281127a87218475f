"""Working days: Monday to Friday, less the public holidays of a country."""

from __future__ import annotations

from collections.abc import Container
from datetime import date, timedelta
from functools import cache

_SATURDAY = 5


@cache
def public_holidays(country: str) -> Container[date]:
    """The public holidays of a country by its ISO 3166 code, such as NL; none for a country that is not known or not chosen.

    They are worked out for each year when a day of it is asked for.
    """
    if not country:
        return frozenset()
    import holidays  # late: only who chose a country needs it

    try:
        found: Container[date] = holidays.country_holidays(country)
    except NotImplementedError:
        return frozenset()
    return found


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


def before(day: date, working_days: int, holidays: Container[date] = ()) -> date:
    """The last day whose `after` so many working days is no later than this day."""
    earlier = day
    while after(earlier, working_days, holidays) > day:
        earlier -= timedelta(days=1)
    return earlier
