"""How each kind of record lies in its table, worked out once from the Peewee tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

import peewee

from networking_desk.domain import record as domain
from networking_desk.domain.names import company_key, fold
from networking_desk.storage import tables
from networking_desk.storage.values import cache, keepers, table_name

# Columns that no record has: from which of its fields each is worked out whenever it is stored, and how.
_DERIVED: dict[str, tuple[str, Callable[[Any], str]]] = {"sort_key": ("full_name", fold), "match_key": ("name", company_key)}


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{c}"' for c in columns)


class Shape:
    """How one kind of record lies in its table, and the statements made from its columns."""

    def __init__(self, table: type[tables.Table]) -> None:
        meta = table._meta  # noqa: SLF001 - Peewee's own door to what a table is made of
        self.table = table
        self.name: str = meta.table_name
        self.fields: list[peewee.Field] = meta.sorted_fields
        self.columns: list[str] = [f.column_name for f in self.fields]
        self.insert = self.insert_of(self.columns)
        self.update = self.update_of(self.columns)
        self.select = f"SELECT {_names(self.columns)} FROM {self.name}"
        # Who refers to this table, and whether the one that refers goes when this goes.
        self.referring: list[tuple[Shape, str, bool]] = []
        # What this table refers to by which column, and whether it may refer to nothing.
        self.refers = [(f.column_name, f.rel_model._meta.table_name, bool(f.null)) for f in self.fields if isinstance(f, peewee.ForeignKeyField)]  # noqa: SLF001

        self._get: Callable[[domain.Record], tuple[Any, ...]] | None = None
        self._makes: list[tuple[int, Callable[[Any], Any]]] = []

    def insert_of(self, columns: Sequence[str]) -> str:
        """The statement that puts in a row of these columns."""
        return f"INSERT INTO {self.name} ({_names(columns)}) VALUES ({', '.join('?' * len(columns))})"

    def update_of(self, columns: Sequence[str]) -> str:
        """The statement that gives the row of an id other values in these columns."""
        return f"UPDATE {self.name} SET ({_names(columns)}) = ({', '.join('?' * len(columns))}) WHERE id = ?"

    def row(self, n: int | None, record: domain.Record) -> list[Any]:
        """The values of a record as its table keeps them; `n` first."""
        if self._get is None:
            self._plan(type(record))
            assert self._get
        row = [n, *self._get(record)]
        for at, make in self._makes:
            row[at] = make(row[at])
        return row

    def _plan(self, kind: type[domain.Record]) -> None:
        """Work out once which fields are kept as they are and what is made of the others; imports pass here by the ten thousand."""
        makers = keepers(kind)
        sources = [_DERIVED.get(column, (column, makers.get(column))) for column in self.columns[1:]]
        self._get = attrgetter(*(source for source, _ in sources))
        self._makes = [(at, make) for at, (_, make) in enumerate(sources, 1) if make]


@cache
def shapes() -> dict[str, Shape]:
    """Every table's shape by its name."""
    made = {shape.name: shape for shape in map(Shape, tables.ALL)}
    for shape in made.values():
        for field in shape.fields:
            if isinstance(field, peewee.ForeignKeyField):
                goes_too = not field.null or field in tables.OWNED
                made[field.rel_model._meta.table_name].referring.append((shape, field.column_name, goes_too))  # noqa: SLF001
    return made


@cache
def shape_of(kind: type[Any]) -> Shape:
    """The shape of a kind of record; its table has the record's name."""
    return shapes()[table_name(kind)]
