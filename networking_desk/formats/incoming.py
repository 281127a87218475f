"""What a file yields, whatever its format: people, companies, and the rows that were refused with their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from networking_desk.domain.errors import DeskError


class FileRefused(DeskError):
    """The file as a whole cannot be read; the sentence names it and says why."""


class Person(NamedTuple):
    """A person as a file tells of them. `row` is the line of the file on which they begin."""

    row: int
    full_name: str
    given: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    linkedin: str = ""
    company: str = ""
    title: str = ""
    place: str = ""
    tags: tuple[str, ...] = ()
    notes: str = ""
    connected_on: date | None = None


class Organisation(NamedTuple):
    """A company as a file tells of it."""

    row: int
    name: str
    industry: str = ""
    place: str = ""
    website: str = ""
    size: str = ""
    priority: str = ""
    status: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()


class Remark(NamedTuple):
    """A row and what there is to say about it."""

    row: int
    reason: str


class Reading(NamedTuple):
    """All that a file yields. Refused rows hold nothing that could be kept; warned ones are kept."""

    format: str
    people: Sequence[Person] = ()
    organisations: Sequence[Organisation] = ()
    refused: Sequence[Remark] = ()
    warnings: Sequence[Remark] = ()
    columns: Sequence[str] = ()
