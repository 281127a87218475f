"""What is put on paper: which papers there are, and the size of their pages."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from networking_desk.domain.errors import DeskError

_FIRST_YEAR, _LAST_YEAR = 1900, 2200
RECORD_DAYS = 28  # how far back the work-search record goes when nobody says otherwise


class PaperKind(StrEnum):
    """The papers, by the name that the command line knows them under."""

    LIST = "list"
    SHEET = "sheet"
    WEEK = "week"
    LOG = "log"


class PageSize(StrEnum):
    """The two sizes that offices print on."""

    A4 = "a4"
    LETTER = "letter"


# Unicode CLDR, supplemental data, measurementData, paperSize US-Letter.
_LETTER_COUNTRIES = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])


def page_size(chosen: str, country: str) -> PageSize:
    """The size that was chosen, else the one that is usual in a country (ISO 3166, two letters)."""
    if chosen in list(PageSize):
        return PageSize(chosen)
    return PageSize.LETTER if country.upper() in _LETTER_COUNTRIES else PageSize.A4


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday of the week that a day is in."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def parse_day(words: str) -> date:
    """A day written as `2026-03-10` or `10 3 2026`, in whatever a person puts between.

    Raises DeskError for anything else, and for years so far away that the days around them cannot be counted, which nobody means.
    """
    parts = "".join(c if c.isdigit() else " " for c in words).split()
    found = None
    try:
        if len(parts) == 3 and len(parts[0]) == 4:
            found = date(*map(int, parts))
        elif len(parts) == 3 and len(parts[2]) == 4 and "/" not in words:  # with strokes nobody knows which is the month
            found = date(*map(int, reversed(parts)))
    except ValueError:
        pass
    if found is None or not _FIRST_YEAR <= found.year <= _LAST_YEAR:
        raise DeskError("Write the day like 2026-03-10.")
    return found
