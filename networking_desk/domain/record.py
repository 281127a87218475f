"""What every record has: a stable id and the times it was made and changed."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import datetime


def new_id() -> str:
    """A random UUID, as text."""
    return str(uuid.uuid4())


@dataclass(frozen=True, kw_only=True)
class Record:
    """The base of all records. Times are UTC and set when the record is stored."""

    id: str = field(default_factory=new_id)
    created_at: datetime | None = None
    changed_at: datetime | None = None
