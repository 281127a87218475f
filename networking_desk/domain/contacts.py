"""Contacts: people, where they work, and how a name said aloud is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from networking_desk.domain import names
from networking_desk.domain.errors import DeskError
from networking_desk.domain.record import Record


class Role(StrEnum):
    """What a contact can do for the search."""

    DECISION_MAKER = "decision_maker"
    INSIDER = "insider"
    CONNECTOR = "connector"
    OTHER = "other"


class TouchKind(StrEnum):
    """The ways in which a person can have been in contact."""

    CALL = "call"
    VOICEMAIL = "voicemail"
    EMAIL = "email"
    MESSAGE = "message"
    MEETING = "meeting"


@dataclass(frozen=True, kw_only=True)
class Contact(Record):
    """A person. `linkedin` is the short name in the profile's address."""

    full_name: str
    given: str = ""
    family: str = ""
    suffix: str = ""
    nickname: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    linkedin: str = ""
    place: str = ""
    role: Role = Role.OTHER
    tags: tuple[str, ...] = ()
    notes: str = ""
    source: str = ""
    connected_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Position(Record):
    """A contact's job at a company; without `to_on` it is the current one.

    `company_text` keeps what was written where it names no company ("Self-employed"), or names this one otherwise ("Nordwind Freight GmbH").
    """

    contact_id: str
    company_id: str | None = None
    company_text: str = ""
    title: str = ""
    from_on: date | None = None
    to_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Touch(Record):
    """One contact with a person; the last one is derived from these."""

    contact_id: str
    kind: TouchKind
    at: datetime
    text: str = ""
    meeting_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Note(Record):
    """Words written down about a person, a company or in a meeting. Private."""

    text: str
    contact_id: str | None = None
    company_id: str | None = None
    meeting_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Tag(Record):
    """A word that contacts and companies can be sorted by."""

    name: str


@dataclass(frozen=True, kw_only=True)
class Spoken:
    """What was understood of a person's name as typed or said."""

    full_name: str
    title: str = ""
    company: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    linkedin: str = ""


# Words that make what is typed a title wherever it stands ("Northwind, VP Operations, Ann Lee").
_TITLES = frozenset((
    "accountant", "administrator", "advisor", "adviser", "analyst", "architect", "associate", "assistant", "attorney", "buyer", "ceo", "cfo", "chair",
    "chairman", "chairwoman", "chief", "cmo", "consultant", "controller", "coo", "coordinator", "cto", "designer", "developer", "director",
    "engineer", "evp", "founder", "cofounder", "intern", "lawyer", "lead", "lecturer", "manager", "managing", "nurse", "officer", "owner", "partner",
    "physician", "planner", "president", "principal", "producer", "professor", "programmer", "recruiter", "representative", "researcher", "scientist",
    "secretary", "specialist", "strategist", "superintendent", "supervisor", "svp", "teacher", "technician", "treasurer", "underwriter", "vp",
))  # fmt: skip
_BREAKS = re.compile(r"[,;\t\n]|\s[-–—|]\s")
_AT = re.compile(r"^(?P<before>.*?)(?:^|\s)(?:@\s*|at\s+(?=[^a-z]))(?P<company>\S.*)$")
_BRACKETED = re.compile(r"^(?P<before>[^()]+?)\s*\((?P<company>[^()]+)\)$")
_PHONE_AT_END = re.compile(r"^(?P<before>.*?[^\W\d].*?)\s+(?P<phone>\+?[\d(][\d ()./-]{5,}\d)$")
_LONGEST = 2_000  # letters of a name as typed that are looked at
_YEARS = re.compile(r"(19|20)\d\d\s*[-–/]\s*(19|20)\d\d")


def from_spoken(words: str, is_company: Callable[[str], bool] = lambda _: False) -> Spoken:
    """Read `Name`, `Name, company`, `Name, title, company`, with `@ company`, e-mail and phone anywhere, in any order (product.md 4.3).

    Without a sign of what is what, the order is that of the forms. `is_company` tells the names of companies that are known already.
    Raises DeskError when there is no name in the words.
    """
    emails, phones, plain, linkedin, company = [], [], [], "", ""
    for part in (names.clean(p) for p in _BREAKS.split(words[:_LONGEST])):
        if address := names.email_in(part):
            emails.append(address)
            part = names.clean(part.replace(address, " ").strip(" <>()"))
        if slug := names.linkedin_slug(part):
            linkedin, part = slug, ""
        if names.phone_in(part):
            phones.append(part)
            continue
        if (number := _PHONE_AT_END.match(part)) and not _YEARS.search(number["phone"]) and names.phone_in(number["phone"]):
            phones.append(number["phone"])
            part = number["before"]
        if found := _AT.match(part) or _BRACKETED.match(part):
            company, part = found["company"].strip(), found["before"].strip()
        if part:
            plain.append(part)
    name, title, company = _sorted(plain, company, is_company)
    return Spoken(full_name=name, title=title, company=company, emails=tuple(emails), phones=tuple(phones), linkedin=linkedin)


def _sorted(plain: list[str], company: str, is_company: Callable[[str], bool]) -> tuple[str, str, str]:
    """Which of the parts is the name, which the title, which the company."""
    if not plain:
        raise DeskError("Write at least the name.")
    titles = [part for part in plain if _is_title(part)]
    companies = [part for part in plain if part not in titles and (is_company(part) or names.has_legal_form(part))]
    name = next((part for part in plain if part not in titles and part not in companies), plain[0])
    rest = list(plain)
    rest.remove(name)
    if not company and rest:
        named = [part for part in rest if part in companies]
        free = [part for part in rest if part not in titles]
        if named:
            company = named[0]
        elif free and len(free) < len(rest):
            after = [part for part in free if rest.index(part) > max(rest.index(title) for title in titles if title in rest)]
            company = (after or free)[0]
        elif not free:
            company = ""
        else:
            company = rest[-1] if len(rest) < 3 else rest[1]
        if company:
            rest.remove(company)
    return name, ", ".join(rest), company


def _is_title(part: str) -> bool:
    text = names.fold(part)
    return any(word in _TITLES for word in text.split()) or text.startswith("head of ")  # "Head" alone is a family name


def new_contact(spoken: Spoken, source: str = "") -> Contact:
    """The contact that was spoken of, without a place in any company yet."""
    given, family = names.given_and_family(spoken.full_name)
    return Contact(full_name=spoken.full_name, given=given, family=family, emails=spoken.emails, phones=spoken.phones, linkedin=spoken.linkedin, source=source)


def chain_of_introductions(contact_id: str, introducers: Mapping[str, Iterable[str]]) -> list[str]:
    """The people who led to a contact, from the first to the contact itself; the shortest way, each person once.

    `introducers` gives for each contact who introduced them. Chains may join and may run in circles.
    """
    came_from: dict[str, str | None] = {contact_id: None}
    queue = [contact_id]
    reached = contact_id
    for person in queue:
        earlier = [i for i in introducers.get(person, ()) if i not in came_from]
        if not [i for i in introducers.get(person, ()) if i != person]:
            reached = person
            break
        for introducer in earlier:
            came_from.setdefault(introducer, person)
            queue.append(introducer)
        reached = person
    chain: list[str] = []
    step: str | None = reached
    while step is not None:
        chain.append(step)
        step = came_from[step]
    return chain
