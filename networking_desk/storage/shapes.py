"""How each kind of record lies in its table, worked out once from the Peewee tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import peewee

from networking_desk.domain import record as domain
from networking_desk.domain.names import company_key, fold
from networking_desk.storage import tables
from networking_desk.storage.values import cache, kept, table_name

# Columns that no record has: worked out from it whenever it is stored.
_DERIVED: dict[str, Callable[[Any], str]] = {
    "sort_key": lambda contact: fold(contact.full_name),
    "match_key": lambda company: company_key(company.name),
}


class Shape:
    """How one kind of record lies in its table, and the statements made from its columns."""

    def __init__(self, table: type[tables.Table]) -> None:
        meta = table._meta  # noqa: SLF001 - Peewee's own door to what a table is made of
        self.table = table
        self.name: str = meta.table_name
        self.fields: list[peewee.Field] = meta.sorted_fields
        self.columns: list[str] = [f.column_name for f in self.fields]
        names = ", ".join(f'"{c}"' for c in self.columns)
        self.insert = f"INSERT INTO {self.name} ({names}) VALUES ({', '.join('?' * len(self.columns))})"
        self.update = f"UPDATE {self.name} SET ({names}) = ({', '.join('?' * len(self.columns))}) WHERE id = ?"
        self.select = f"SELECT {names} FROM {self.name}"
        # Who refers to this table, and whether the one that refers goes when this goes.
        self.referring: list[tuple[Shape, str, bool]] = []

    def row(self, n: int | None, record: domain.Record) -> list[Any]:
        """The values of a record as its table keeps them; `n` first."""
        return [n, *(_DERIVED[c](record) if c in _DERIVED else kept(getattr(record, c)) for c in self.columns[1:])]


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
