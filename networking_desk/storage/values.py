"""How a record's values are kept in columns, and how a row becomes a record again; Peewee is not needed to read."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from types import NoneType
from typing import Any, TypeVar, get_args, get_type_hints

from networking_desk.domain.record import Record

R = TypeVar("R", bound=Record)
F = TypeVar("F")
EARLIEST = datetime.min.replace(tzinfo=UTC)


def cache(function: F) -> F:
    """`functools.cache`, which the type checker will not call with a type."""
    return functools.cache(function)  # type: ignore[arg-type, return-value]


def kept(value: object) -> Any:  # noqa: PLR0911 - one answer for each type
    """A record's value as a column keeps it: moments in UTC and days as ISO 8601, texts in a tuple as JSON."""
    if value is None or type(value) in (str, int, float):
        return value
    if isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False) if value else "[]"
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return _moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    return value


@functools.lru_cache(64)
def _moment_text(value: datetime) -> str:
    """A moment as it is kept; everything in one change has the same one, so it is written once."""
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def moment(text: str | None) -> datetime | None:
    """A kept moment, in UTC."""
    return None if text is None else datetime.fromisoformat(text)


def day(text: str | None) -> date | None:
    """A kept day."""
    return None if text is None else date.fromisoformat(text)


def words(text: str) -> tuple[str, ...]:
    """A kept tuple of texts."""
    return () if text == "[]" else tuple(json.loads(text))


@cache
def columns(kind: type[Any]) -> tuple[str, ...]:
    """The columns that a record of this kind is read from."""
    return tuple(field.name for field in fields(kind))


@cache
def _readers(kind: type[Any]) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    hints = get_type_hints(kind)
    return tuple((name, reader(hints[name])) for name in columns(kind))


def reader(hint: Any) -> Callable[[Any], Any] | None:
    """What turns a kept value into one of this type; nothing for those that are kept as they are."""
    plain = next((arg for arg in get_args(hint) if arg is not NoneType), hint) if NoneType in get_args(hint) else hint
    if plain is datetime:
        return moment
    if plain is date:
        return day
    if plain is bool:
        return bool
    if plain == tuple[str, ...]:
        return words
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        return lambda value: None if value is None else plain(value)
    return None


def keepers(kind: type[Any]) -> dict[str, Callable[[Any], Any]]:
    """What turns a record's fields into what is kept, for those that are not kept as they are."""
    plain = {str, int, float, str | None, int | None, float | None}
    return {name: kept for name, hint in get_type_hints(kind).items() if hint not in plain}


def record(kind: type[R], row: Sequence[Any]) -> R:
    """The record whose columns, in the order of `columns`, are in a row."""
    return kind(**{name: value if read is None else read(value) for (name, read), value in zip(_readers(kind), row, strict=True)})


@cache
def table_name(kind: type[Any]) -> str:
    """The table that keeps a kind of record: FollowUp lies in follow_up."""
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in kind.__name__).lstrip("_")


@cache
def select(kind: type[Any]) -> str:
    """The start of a statement that reads records of this kind."""
    names = ", ".join(f't."{c}"' for c in columns(kind))
    return f"SELECT {names} FROM {table_name(kind)} t"
