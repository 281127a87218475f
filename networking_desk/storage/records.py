"""The one way in: records read, added, replaced and removed inside one change, each leaving its image for undo."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar, cast

from networking_desk.domain import record as domain
from networking_desk.storage import history, reading, search
from networking_desk.storage.database import Connection
from networking_desk.storage.shapes import Shape, shape_of, shapes
from networking_desk.storage.values import kept

R = TypeVar("R", bound=domain.Record)


class Records:
    """The records inside one change. What is done through it is kept, or taken back, as a whole."""

    def __init__(self, conn: Connection, now: datetime, step: history.Step | None) -> None:
        self._conn = conn
        self.now = now
        self._step = step
        self._stale: set[int] = set()
        self.kinds: set[str] = set()
        self.label = step.label if step else ""

    def get(self, kind: type[R], record_id: str) -> R:
        """The record of that id. Raises LookupError when there is none."""
        return reading.get(self._conn, kind, record_id)

    def find(self, kind: type[R], /, **equal: object) -> list[R]:
        """All records of a kind whose fields have these values, in the order in which they came."""
        return reading.find(self._conn, kind, **equal)

    def first(self, kind: type[R], /, **equal: object) -> R | None:
        """The first record of a kind whose fields have these values, if there is one."""
        return next(iter(self.find(kind, **equal)), None)

    def add(self, record: R) -> R:
        """Keep a new record; gives it back with its times."""
        shape = shape_of(type(record))
        made = dataclasses.replace(record, created_at=record.created_at or self.now, changed_at=record.changed_at or self.now)
        self._image(shape, made.id, None)
        row = self._conn.execute(shape.insert, shape.row(None, made))
        self._touch(shape, row.lastrowid or 0, made)
        return made

    def replace(self, record: R, **changes: object) -> R:
        """Keep a record with some of its fields changed; nothing is written when nothing differs."""
        shape = shape_of(type(record))
        made = dataclasses.replace(record, **cast("dict[str, Any]", changes))
        if made == record:
            return record
        made = dataclasses.replace(made, changed_at=self.now)
        before = self._row(shape, made.id)
        self._image(shape, made.id, before)
        self._conn.execute(shape.update, (*shape.row(before[0], made), made.id))
        self._touch(shape, before[0], made)
        return made

    def remove(self, record: domain.Record, called: str = "") -> None:
        """Take a record away with all that belongs to it; `called` names it in the trash."""
        if self._step is not None and called:
            self._step.trashed = called
        self._remove(shape_of(type(record)), record.id)

    def add_many(self, records: Sequence[domain.Record]) -> None:
        """Keep many new records of one kind at once: one run of rows, one image."""
        if not records:
            return
        shape = shape_of(type(records[0]))
        first = (self._conn.execute(f"SELECT max(n) FROM {shape.name}").fetchone()[0] or 0) + 1
        rows = [shape.row(n, r if r.created_at else dataclasses.replace(r, created_at=self.now, changed_at=self.now)) for n, r in enumerate(records, first)]
        self._conn.executemany(shape.insert, rows)
        if self._step is not None:
            self._step.keep_run(shape.name, first, first + len(rows) - 1)
        self.kinds.add(type(records[0]).__name__)

    def index_run(self, first: int, last: int) -> None:
        """Let a search find the contacts of a run that `add_many` made, once their positions are there too."""
        search.index_run(self._conn, first, last)

    def defer_references(self) -> None:
        """Let records refer to others that come later in the same change."""
        self._conn.execute("PRAGMA defer_foreign_keys = ON")

    def last_row(self, kind: type[domain.Record]) -> int:
        """The highest row number in use for a kind, 0 when there is none."""
        return int(self._conn.execute(f"SELECT coalesce(max(n), 0) FROM {shape_of(kind).name}").fetchone()[0])

    def by_key(self, kind: type[R], key: str) -> R | None:
        """The company of that key (names.company_key), or the contact of that sort key (names.fold), if there is one; targets first."""
        column, order = ("match_key", "target DESC, n") if shape_of(kind).name == "company" else ("sort_key", "n")
        row = self._conn.execute(f"SELECT id FROM {shape_of(kind).name} WHERE {column} = ? ORDER BY {order} LIMIT 1", (key,)).fetchone()
        return self.get(kind, row[0]) if row and key else None

    def namesakes(self, key: str) -> list[tuple[str, str]]:
        """The contacts whose folded name is `key`: each id with the key of the company they are at, empty for none."""
        return search.namesakes(self._conn, key)

    def targets_in(self, priority: str) -> list[str]:
        """The ids of the target companies of one priority, in their order."""
        rows = self._conn.execute("SELECT id FROM company WHERE target AND priority = ? ORDER BY rank, match_key, n", (priority,))
        return [found for (found,) in rows]

    def next_rank(self, priority: str) -> int:
        """The place after the last target company of one priority."""
        return int(self._conn.execute("SELECT coalesce(max(rank), -1) + 1 FROM company WHERE target AND priority = ?", (priority,)).fetchone()[0])

    def contacts_by_key(self, keys: Sequence[str]) -> dict[str, list[str]]:
        """For each key that some contacts have (see storage.search), the ids of these contacts, the first that came first."""
        return search.contacts_by_key(self._conn, keys)

    def ids_from(self, kind: type[domain.Record], start: str) -> list[str]:
        """The ids of a kind that begin so, in the order in which the records came."""
        return [i for (i,) in self._conn.execute(f"SELECT id FROM {shape_of(kind).name} WHERE id >= ? AND id < ? ORDER BY n", (start, start + "~"))]

    def ids_by(self, kind: type[domain.Record], column: str) -> dict[str, str]:
        """The ids of all records of a kind by one of their columns, derived ones included; the first wins."""
        shape = shape_of(kind)
        return dict(self._conn.execute(f'SELECT "{shape.columns[shape.columns.index(column)]}", id FROM {shape.name} ORDER BY n DESC'))

    def put_back(self, step: int) -> None:
        """Bring what a step deleted back from the trash: rows that are gone return, references that were let go are taken up again.

        What has gone since, in a deletion of its own, stays there; a row that cannot be without it stays there too.
        """
        self.defer_references()
        images = history.images(self._conn, step)
        coming = {record_id for _, record_id, _ in images}
        for table, record_id, whole in images:
            shape = shapes()[table]
            image = self._without_what_is_gone(shape, whole, coming)
            if image is None:
                continue
            there = self._conn.execute(f"{shape.select} WHERE id = ?", (record_id,)).fetchone()
            now = dict(zip(shape.columns, there, strict=True)) if there else {}
            columns = [c for c in shape.columns if c in image]  # an image may be older than a column
            row = [image[c] if now.get(c) is None else now[c] for c in columns]
            self._image(shape, record_id, there)
            if there:
                self._conn.execute(shape.update_of(columns), (*row, record_id))
            else:
                taken = self._conn.execute(f"SELECT 1 FROM {table} WHERE n = ?", (image["n"],)).fetchone()
                row[0] = None if taken else row[0]
                row[0] = self._conn.execute(shape.insert_of(columns), row).lastrowid or 0
            self.kinds.add(shape.table.__name__)
            if table in search.LOOKS_INTO:
                self._stale.update(search.stale_contacts(self._conn, table, row[0]))

    def _without_what_is_gone(self, shape: Shape, image: dict[str, Any], coming: set[str]) -> dict[str, Any] | None:
        gone = [
            (column, may_be_none) for column, table, may_be_none in shape.refers
            if (to := image.get(column)) and to not in coming and not self._conn.execute(f"SELECT 1 FROM {table} WHERE id = ?", (to,)).fetchone()
        ]  # fmt: skip
        return {**image, **{column: None for column, _ in gone}} if all(may_be_none for _, may_be_none in gone) else None

    def empty_trash(self) -> None:
        """Forget what was deleted, for good."""
        history.forget(self._conn, "trashed IS NOT NULL")

    def keep_draft(self, key: str, words: str, kind: str, company_id: str = "") -> None:
        """Keep words that are typed and not entered yet, and the company that they are about; none forgets them."""
        if words:
            sql = 'INSERT OR REPLACE INTO draft ("key", words, kind, company_id, changed_at) VALUES (?, ?, ?, ?, ?)'
            self._conn.execute(sql, (key, words, kind, company_id, kept(self.now)))
        else:
            self._conn.execute('DELETE FROM draft WHERE "key" = ?', (key,))

    def keep_entered(self, meeting_id: str, kind: str, words: str, company_id: str) -> int:
        """Keep words that were entered, before anything is made of them; gives the number by which they are forgotten again."""
        sql = "INSERT INTO entered (meeting_id, kind, words, company_id, at) VALUES (?, ?, ?, ?, ?)"
        return self._conn.execute(sql, (meeting_id, kind, words, company_id, kept(self.now))).lastrowid or 0

    def forget_entered(self, number: int) -> None:
        """These words are records now, or go back to where they were typed."""
        self._conn.execute("DELETE FROM entered WHERE seq = ?", (number,))

    def finish(self) -> None:
        """Bring the search index up to what was changed: before the commit, and before rows are added where others were removed."""
        search.index_again(self._conn, sorted(self._stale))
        self._stale.clear()

    def _row(self, shape: Shape, record_id: str) -> list[Any]:
        row = self._conn.execute(f"{shape.select} WHERE id = ?", (record_id,)).fetchone()
        if row is None:
            raise LookupError(shape.name)
        return list(row)

    def _image(self, shape: Shape, record_id: str, row: Sequence[Any] | None) -> None:
        if self._step is not None:
            self._step.keep(shape.name, record_id, None if row is None else dict(zip(shape.columns, row, strict=True)))

    def _touch(self, shape: Shape, n: int, record: domain.Record) -> None:
        self.kinds.add(type(record).__name__)
        if shape.name in search.LOOKS_INTO:
            self._stale.update(search.stale_contacts(self._conn, shape.name, n))

    def _remove(self, shape: Shape, record_id: str) -> None:
        self.kinds.add(shape.table.__name__)
        for other, column, goes_too in shape.referring:
            for (other_id,) in self._conn.execute(f"SELECT id FROM {other.name} WHERE {column} = ?", (record_id,)).fetchall():
                if goes_too:
                    self._remove(other, other_id)
                else:
                    self._image(other, other_id, self._row(other, other_id))
                    self._conn.execute(f"UPDATE {other.name} SET {column} = NULL WHERE id = ?", (other_id,))
                    self.kinds.add(other.table.__name__)
        found = self._conn.execute(f"{shape.select} WHERE id = ?", (record_id,)).fetchone()
        if found is None:  # reached a second time, by another way
            return
        self._image(shape, record_id, found)
        if shape.name in search.LOOKS_INTO:
            self._stale.update(search.stale_contacts(self._conn, shape.name, found[0]))
        self._conn.execute(f"DELETE FROM {shape.name} WHERE id = ?", (record_id,))
