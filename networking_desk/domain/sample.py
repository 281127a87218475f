"""The sample desk: invented people to look around with, told from one's own by their ids alone."""

from __future__ import annotations

from datetime import datetime, time, timedelta

# A UUID of version 8 (RFC 9562), which is free for programs to fill; a desk of one's own makes version 7.
FIRST = "5eed0000-0000-8000-8000-"
_LATEST = time(13, 30)
_NEXT_DAY = time(10)


def invented_id(number: int) -> str:
    """The id of the sample's record of that number."""
    return f"{FIRST}{number:012x}"


def is_invented(record_id: str) -> bool:
    """Whether a record came with the sample."""
    return record_id.startswith(FIRST)


def meeting_time(now: datetime) -> datetime:
    """When the sample's next meeting is: today at two while that is ahead, else tomorrow at ten. Both are local civil times without a zone."""
    if now.time() < _LATEST:
        return datetime.combine(now.date(), time(14))
    return datetime.combine(now.date() + timedelta(days=1), _NEXT_DAY)
