"""What every record has: a stable id and the times it was made and changed."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import datetime
from time import time_ns


def new_id() -> str:
    """A UUID (RFC 9562, version 7), as text: the milliseconds since 1970, then chance.

    In the order of time, so that thousands of them are put at the end of an index and not all over it.
    """
    time, chance = f"{time_ns() // 1_000_000:012x}", os.urandom(10).hex()
    return f"{time[:8]}-{time[8:]}-7{chance[:3]}-{'89ab'[int(chance[3], 16) & 3]}{chance[4:7]}-{chance[7:19]}"


@dataclass(frozen=True, kw_only=True)
class Record:
    """The base of all records. Times are UTC and set when the record is stored."""

    id: str = field(default_factory=new_id)
    created_at: datetime | None = None
    changed_at: datetime | None = None
