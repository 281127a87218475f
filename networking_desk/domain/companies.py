"""Companies, and among them the targets: the list that is walked in every meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass

from networking_desk.domain import names
from networking_desk.domain.errors import DeskError
from networking_desk.domain.record import Record

PRIORITIES = ("A", "B", "C")
STATUSES = ("No contact yet", "Introduced", "Talking", "Interview", "Closed")
LIST_GOAL = 40  # Dalton's 2-Hour Job Search: at least 40 employers


@dataclass(frozen=True, kw_only=True)
class Company(Record):
    """An organisation. As a target it has a priority, and a `rank` that the user gives by hand within it.

    `motivation` is how much one wants to work there (domain.priorities), 0 for not said.
    `suggested_by_id` is the contact who named it, `suggested_in_id` the meeting, `words` what was typed then.
    """

    name: str
    industry: str = ""
    place: str = ""
    website: str = ""
    size: str = ""
    target: bool = False
    priority: str = ""
    rank: int = 0
    motivation: int = 0
    status: str = ""
    confidential: bool = False
    notes: str = ""
    tags: tuple[str, ...] = ()
    suggested_by_id: str | None = None
    suggested_in_id: str | None = None
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Hidden(Record):
    """A company that is never shown to one contact."""

    contact_id: str
    company_id: str


@dataclass(frozen=True, kw_only=True)
class Unlike(Record):
    """A name, by its key, that looks like a company's and is another's: it is not offered again."""

    company_id: str
    name: str


def from_spoken(words: str) -> Company:
    """Read `Name`, `Name, industry`, `Name, industry, place`; a single letter A, B or C is the priority.

    Raises DeskError when there is no name in the words.
    """
    priority, website = "", ""
    plain: list[str] = []
    for part in names.parts(words):
        if len(plain) == 1 and names.is_legal_form(part):
            plain[0] += f", {part}"  # "Foo, Inc." is one name
        elif part in PRIORITIES and plain:
            priority = part
        elif re.fullmatch(r"(https?://)?([\w-]+\.)+[a-z]{2,}(/\S*)?", part) and plain:
            website = part
        elif part:
            plain.append(part)
    if not plain:
        raise DeskError("Write at least the company's name.")
    name, industry, *place = [*plain, ""] if len(plain) == 1 else plain
    return Company(name=name, industry=industry, place=", ".join(place), priority=priority or "B", website=website, target=True, words=names.clean(words))


def shown_status(own: str, standing: int) -> str:
    """The status in words: what the user said, or what has happened since, whichever is further; what they closed or put in words of their own stays.

    `standing` is how far it is by what has happened, as a place in STATUSES: 1 somebody is known there, 2 they were met or answered, 3 an interview or more.
    """
    steps = STATUSES[:-1]
    return own if own and own not in steps else steps[max(standing, steps.index(own) if own else 0)]
