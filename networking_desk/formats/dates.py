"""Dates as other programs write them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from networking_desk.domain.names import fold

# The beginnings of the months' names in en, fr, de, es, it, pt, nl, pl, sv that tell them apart.
_MONTHS = {
    1: "jan ene gen stycz", 2: "feb fev lut", 3: "mar maa mrt mars marz", 4: "apr avr abr kwi", 5: "may mai mag mei maj", 6: "jun juin giu cze",
    7: "jul juil lug lip", 8: "aug aou ago sie", 9: "sep set wrz", 10: "oct okt ott out paz", 11: "nov lis", 12: "dec dez dic gru",
}  # fmt: skip
_MONTH = {start: month for month, starts in _MONTHS.items() for start in starts.split()}


@lru_cache(4_096)  # thousands of rows share a few hundred days
def connected_on(text: str) -> date | None:
    """LinkedIn's date in its eras: `03 Feb 2024`, `2/3/24, 9:05 AM` (month first), `3-Feb-24`, ISO. None when it is none of these."""
    try:
        if iso := re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if american := re.match(r"(\d{1,2})/(\d{1,2})/(\d{2,4})\b", text):
            return date(_year(american[3]), int(american[1]), int(american[2]))
        if named := re.match(r"(\d{1,2})[ .\-]+([^\W\d_]+)\.?[ \-]+(\d{2,4})\b", text):
            month = next((m for length in (5, 4, 3) if (m := _MONTH.get(fold(named[2])[:length]))), None)
            return date(_year(named[3]), month, int(named[1])) if month else None
    except ValueError:
        return None
    return None


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)
