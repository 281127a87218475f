"""Undo and redo: steps of images, kept with the records, so that they outlive the program."""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from networking_desk.storage import search
from networking_desk.storage.database import Connection
from networking_desk.storage.shapes import Shape, shapes

KEPT_STEPS = 500


class Step:
    """One step of undo while it is being made. One that `joins` lies nameless upon the step before it, and is taken back and done again with that."""

    def __init__(self, conn: Connection, label: str, now: datetime, *, joins: bool = False) -> None:
        self._conn = conn
        self._joins = joins
        self._at = now.astimezone(UTC).isoformat()
        self._seq = 0
        self._rows: list[tuple[int, str, str, str | None]] = []
        self._runs: list[tuple[int, str, int, int]] = []
        self.label = "" if joins else label
        self.trashed: str | None = None

    def keep(self, table: str, record_id: str, image: dict[str, Any] | None) -> None:
        """Keep what a row was before; None where there was none."""
        self._seq += 1
        self._rows.append((self._seq, table, record_id, None if image is None else json.dumps(image, ensure_ascii=False)))

    def keep_run(self, table: str, first: int, last: int) -> None:
        """Keep that a run of rows was not there before."""
        self._seq += 1
        self._runs.append((self._seq, table, first, last))

    def finish(self) -> None:
        """Write the step down; an empty one leaves no trace. Steps beyond the last 500 are forgotten."""
        if not self._seq:
            return
        if not self._joins:
            forget(self._conn, "undone = 1")  # what was undone before cannot be done again after something new
        made = self._conn.execute("INSERT INTO undo_step (label, at, trashed) VALUES (?, ?, ?)", (self.label, self._at, self.trashed))
        number = made.lastrowid or 0
        self._conn.executemany("INSERT INTO undo_row (step, seq, record, id, image) VALUES (?, ?, ?, ?, ?)", [(number, *row) for row in self._rows])
        self._conn.executemany("INSERT INTO undo_run (step, seq, record, first, last) VALUES (?, ?, ?, ?, ?)", [(number, *run) for run in self._runs])
        forget(self._conn, "trashed IS NULL AND seq <= ?", number - KEPT_STEPS)


def forget(conn: Connection, which: str, *values: int) -> None:
    """Forget the steps that a condition of our own making names."""
    if conn.execute(f"SELECT 1 FROM undo_step WHERE {which} LIMIT 1", values).fetchone():
        for table in ("undo_row", "undo_run"):
            conn.execute(f"DELETE FROM {table} WHERE step IN (SELECT seq FROM undo_step WHERE {which})", values)
        conn.execute(f"DELETE FROM undo_step WHERE {which}", values)


def next_step(conn: Connection, *, redo: bool = False) -> tuple[int, str] | None:
    """The number and the label of the step that undo, or redo, would take; None when there is none."""
    order = "undone = 1 ORDER BY seq" if redo else "undone = 0 ORDER BY seq DESC"
    row = conn.execute(f"SELECT seq, label FROM undo_step WHERE label <> '' AND {order} LIMIT 1").fetchone()
    return None if row is None else (int(row[0]), str(row[1]))


def rows_in(conn: Connection, step: int) -> int:
    """How many rows a step touches: whether taking it back needs time."""
    single = conn.execute("SELECT count(*) FROM undo_row WHERE step = ?", (step,)).fetchone()[0]
    return int(single + conn.execute("SELECT coalesce(sum(last - first + 1), 0) FROM undo_run WHERE step = ?", (step,)).fetchone()[0])


def swap(conn: Connection, step: int, *, redo: bool) -> set[str]:
    """Take a step back, or do it again, with what the program did by itself upon it; gives the kinds of records that changed.

    What it did while the step was undone is forgotten before that is done again: the two would do the same twice. Runs inside the caller's transaction.
    """
    changed: set[str] = set()
    undone = next_step(conn, redo=True)
    for (own,) in conn.execute("SELECT seq FROM undo_step WHERE label = '' AND undone = 0 AND seq > ? ORDER BY seq DESC", (step,)).fetchall():
        changed |= _exchange(conn, own, redo=False)
        if undone and own > undone[0]:
            forget(conn, "seq = ?", own)
    changed |= _exchange(conn, step, redo=redo)
    if redo:
        after = next_step(conn, redo=True)
        sql = "SELECT seq FROM undo_step WHERE label = '' AND undone = 1 AND seq > ? AND seq < ? ORDER BY seq"
        for (own,) in conn.execute(sql, (step, after[0] if after else sys.maxsize)).fetchall():
            changed |= _exchange(conn, own, redo=True)
    return changed


def _exchange(conn: Connection, step: int, *, redo: bool) -> set[str]:
    """Exchange every row of a step for its image, the latest first to undo, the earliest first to redo; gives the kinds of records that changed."""
    conn.execute("PRAGMA defer_foreign_keys = ON")
    order = "ASC" if redo else "DESC"
    sql = f"""SELECT seq, record, id, image, NULL, NULL FROM undo_row WHERE step = :step
              UNION ALL SELECT seq, record, NULL, images, first, last FROM undo_run WHERE step = :step ORDER BY seq {order}"""
    changed: set[str] = set()
    stale: set[int] = set()
    back: list[tuple[int, int]] = []
    for seq, table, record_id, image, first, last in conn.execute(sql, {"step": step}).fetchall():
        shape = shapes()[table]
        changed.add(shape.table.__name__)
        if record_id is None:
            _swap_run(conn, shape, step, seq, image, first, last)
            if table == "contact" and image is not None:
                back.append((first, last))
        else:
            stale.update(_swap_row(conn, shape, step, seq, record_id, image))
    for first, last in back:
        search.index_run(conn, first, last)
    search.index_again(conn, sorted(stale))
    conn.execute("UPDATE undo_step SET undone = ? WHERE seq = ?", (0 if redo else 1, step))
    return changed


def _swap_row(  # noqa: PLR0913 - the columns of one row
    conn: Connection, shape: Shape, step: int, seq: int, record_id: str, image: str | None
) -> Iterable[int]:
    now = conn.execute(f"{shape.select} WHERE id = ?", (record_id,)).fetchone()
    searched = shape.name in search.LOOKS_INTO
    stale = list(search.stale_contacts(conn, shape.name, now[0])) if now and searched else []
    if image is None:
        conn.execute(f"DELETE FROM {shape.name} WHERE id = ?", (record_id,))
    else:
        values = json.loads(image)
        # An image may be older than a column: what it does not have keeps its value, or gets the column's default.
        columns = [c for c in shape.columns if c in values]
        row = [values[c] for c in columns]
        if now:
            conn.execute(shape.update_of(columns), (*row, record_id))
        else:
            conn.execute(shape.insert_of(columns), row)
        if searched:
            stale += search.stale_contacts(conn, shape.name, values["n"])
    kept = None if now is None else json.dumps(dict(zip(shape.columns, now, strict=True)), ensure_ascii=False)
    conn.execute("UPDATE undo_row SET image = ? WHERE step = ? AND seq = ?", (kept, step, seq))
    return stale


def _swap_run(  # noqa: PLR0913 - the columns of one row
    conn: Connection, shape: Shape, step: int, seq: int, images: bytes | None, first: int, last: int
) -> None:
    if images is None:
        rows = conn.execute(f"{shape.select} WHERE n BETWEEN ? AND ?", (first, last)).fetchall()
        kept: bytes | None = zlib.compress(json.dumps({"columns": shape.columns, "rows": rows}, ensure_ascii=False).encode(), 1)
        if shape.name == "contact":
            search.forget(conn, first, last)
        conn.execute(f"DELETE FROM {shape.name} WHERE n BETWEEN ? AND ?", (first, last))
    else:
        kept = None
        run = json.loads(zlib.decompress(images))
        conn.executemany(shape.insert_of(run["columns"]), run["rows"])
    conn.execute("UPDATE undo_run SET images = ? WHERE step = ? AND seq = ?", (kept, step, seq))


def trashed(conn: Connection) -> list[tuple[int, str, str]]:
    """What lies in the trash, the latest first: the step, what it is called, when it was deleted (as kept)."""
    rows = conn.execute("SELECT seq, trashed, at FROM undo_step WHERE trashed IS NOT NULL AND undone = 0 ORDER BY seq DESC")
    return [(int(step), str(called), str(at)) for step, called, at in rows]


def images(conn: Connection, step: int) -> list[tuple[str, str, dict[str, Any]]]:
    """The rows that a step took away or let go of, as they were: table, id and values, parents first."""
    rows = conn.execute("SELECT record, id, image FROM undo_row WHERE step = ? AND image IS NOT NULL ORDER BY seq DESC", (step,))
    return [(table, record_id, json.loads(image)) for table, record_id, image in rows]
