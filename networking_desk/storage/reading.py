"""Records read from their tables by what they hold, without Peewee, so that the first screen need not wait for it."""

from __future__ import annotations

from typing import TypeVar

from networking_desk.domain.record import Record
from networking_desk.storage import values
from networking_desk.storage.database import Connection

R = TypeVar("R", bound=Record)


def get(conn: Connection, kind: type[R], record_id: str) -> R:
    """The record of that id. Raises LookupError when there is none."""
    row = conn.execute(f"{values.select(kind)} WHERE t.id = ?", (record_id,)).fetchone()
    if row is None:
        raise LookupError(kind.__name__)
    return values.record(kind, row)


def find(conn: Connection, kind: type[R], /, **equal: object) -> list[R]:
    """All records of a kind whose fields have these values, in the order in which they came."""
    known = values.columns(kind)
    where = "".join(f' AND t."{known[known.index(c)]}" IS ?' for c in equal)
    return [values.record(kind, row) for row in conn.execute(f"{values.select(kind)} WHERE 1 {where} ORDER BY t.n", tuple(map(values.kept, equal.values())))]
