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
    suffix: str = ""
    nickname: str = ""
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
# Titles that name a rank and leave the field to what follows: "Director, Operations, Northwind".
_RANKS = frozenset((
    "associate", "chair", "chief", "coordinator", "director", "evp", "lead", "manager", "managing", "officer", "partner", "president", "principal", "professor",
    "representative", "senior", "specialist", "supervisor", "svp", "vice", "vp",
))  # fmt: skip
_DEGREES = frozenset(("phd", "dphil", "mba", "msc", "bsc", "meng", "beng", "jd", "llm", "llb", "dba", "mph", "mfa", "cpa", "cfa", "pmp", "rn", "esq", "jr", "sr"))
# What people are called who are named otherwise, where the name does not show it ("Robert (Bob)").
_CALLED = frozenset((
    "becky", "betty", "bill", "billy", "bob", "bobby", "chuck", "dick", "hank", "harry", "jack", "jerry", "jim", "jimmy", "joe", "larry", "liz", "lizzie", "maggie",
    "mike", "molly", "nancy", "ned", "peggy", "polly", "rick", "sally", "sandy", "sasha", "sue", "ted", "tony", "trish", "vicky",
))  # fmt: skip
_ONE_PRONOUN = r"(?:she|hers?|he|him|his|they|them|theirs?|any|ze|zir|xe|xem)"
_PRONOUNS = re.compile(rf"\(\s*{_ONE_PRONOUN}(?:\s*[/,]\s*{_ONE_PRONOUN})*\s*\)|(?<![^\s,;]){_ONE_PRONOUN}(?:/{_ONE_PRONOUN})+(?![^\s,;])", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\(([^()]*[^\W\d_][^()]*)\)")
_LABEL = re.compile(r"^(?:tel(?:ephone)?|phone|mobile|mob|cell|direct|office|work|home|ph|[tmp])\b[.:]?\s*(?=[+(\d])", re.IGNORECASE)
_LABEL_AT_END = re.compile(r"\s+(?:tel(?:ephone)?|phone|mobile|mob|cell|ph)[.:]?$", re.IGNORECASE)
_PHONE_AT_END = re.compile(r"^(?P<before>.*?[^\W\d].*?)\s+(?P<phone>\+?[\d(][\d ()./-]{5,}\d)$")
_PHONE_AT_START = re.compile(r"^(?P<phone>\+?[\d(][\d ()./-]{5,}\d(?:\s*(?:ext\.?|x)\s*\d+)?)[\s:]+(?P<before>.*[^\W\d].*)$")
_LONGEST = 2_000  # letters of a name as typed that are looked at
_YEARS = re.compile(r"(19|20)\d\d\s*[-–/]\s*(19|20)\d\d")
_DAY = re.compile(r"(?:19|20)\d\d([-./])[01]?\d\1[0-3]?\d|[0-3]?\d([-./])[0-3]?\d\2(?:19|20)\d\d")


def from_spoken(words: str, is_company: Callable[[str], bool] = lambda _: False) -> Spoken:
    """Read `Name`, `Name, company`, `Name, title, company`, with `@ company`, e-mail and phone anywhere, in any order (product.md 4.3).

    Without a sign of what is what, the order is that of the forms. `is_company` tells the names of companies that are known already.
    Who is known by an address or a number alone is called by it. Raises DeskError when there is neither a name nor one of these in the words.
    """
    emails: list[str] = []
    phones: list[str] = []
    degrees: list[str] = []
    plain: list[str] = []
    linkedin, company, cut = "", "", False
    for part in names.parts(_PRONOUNS.sub(" ", words[:_LONGEST]), dashes=True):
        if cut and names.is_legal_form(part):  # "Ann Lee @ Foo, Inc."
            company += f", {part}"
            continue
        if len(plain) > 1 and names.is_legal_form(part):
            plain[-1] += f", {part}"
            continue
        part, address = _without_address(part)
        emails += [address] if address else []
        if slug := names.linkedin_slug(part):
            linkedin, part = slug, ""
        part, number = _without_number(part)
        phones += [number] if number else []
        part, found = _without_degrees(part)
        degrees += found
        part, at = names.before_and_company(part)
        company, cut = at or company, bool(at)
        if part:
            plain.append(part)
    called = emails[0].partition("@")[0] if emails else phones[0] if phones else linkedin
    name, nickname, title, company = _sorted(_with_its_form(plain), company, called, is_company)
    return Spoken(
        full_name=name, suffix=", ".join(degrees), nickname=nickname, title=title, company=company, emails=tuple(emails), phones=tuple(phones), linkedin=linkedin
    )


def _without_address(part: str) -> tuple[str, str]:
    """A part without the e-mail address in it and its label, and the address."""
    address = names.email_in(part)
    if not address:
        return part, ""
    before, _, after = part.partition(address)
    before = re.sub(r"(?:^|\s)(?:mailto|e-?mail|mail)\s*:?\s*$|mailto:$", "", before.rstrip(" <("), flags=re.IGNORECASE)
    return names.clean(f"{before} {after}".strip(" <>()")), address


def _without_number(part: str) -> tuple[str, str]:
    """A part without the telephone number in it and its label, and the number. A day is no number, and no name either: it stays in the words as typed."""
    if _DAY.fullmatch(part) or _YEARS.fullmatch(part):
        return "", ""
    bare = _LABEL.sub("", part)
    if names.phone_in(bare):
        return "", bare
    found = _PHONE_AT_END.match(part) or _PHONE_AT_START.match(bare)
    if not found or _YEARS.search(found["phone"]) or not names.phone_in(found["phone"]):
        return part, ""
    rest = _LABEL_AT_END.sub("", found["before"].strip())
    return rest, "" if _DAY.fullmatch(found["phone"]) else found["phone"]


def _without_degrees(part: str) -> tuple[str, list[str]]:
    """A part without the degrees that are all of it, or all of a bracket in it; these are neither a title nor a company."""
    found = [inside for inside in _BRACKETS.findall(part) if _are_degrees(inside)]
    if _are_degrees(part):
        return "", [part]
    return (names.clean(_BRACKETS.sub(lambda match: " " if _are_degrees(match[1]) else match[0], part)), found) if found else (part, [])


def _are_degrees(text: str) -> bool:
    words = text.replace(".", "").replace(",", " ").casefold().split()
    return bool(words) and all(word in _DEGREES for word in words)


def _with_its_form(plain: list[str]) -> list[str]:
    """The parts with a legal form joined to the first one, where that is a company and the person comes after it: "Foo, Inc., Ann Lee"."""
    if len(plain) < 3 or not names.ends_in_cut_form(f"{plain[0]}, {plain[1]}"):
        return plain
    people = [part for part in plain[2:] if not _is_title(part)]
    is_first_a_company = bool(people) and (" " in people[0] or " " not in plain[0])
    return [f"{plain[0]}, {plain[1]}", *plain[2:]] if is_first_a_company else plain


def _sorted(plain: list[str], company: str, called: str, is_company: Callable[[str], bool]) -> tuple[str, str, str, str]:
    """Which of the parts is the name, with what they are called besides, which the title, which the company. `called` stands for a name that nobody said."""
    titles = [part for part in plain if _is_title(part)]
    companies = [part for part in plain if part not in titles and (is_company(part) or names.has_legal_form(part))]
    people = [part for part in plain if part not in titles and part not in companies]
    name = next(iter(people), called if companies and companies == plain and called else plain[0] if plain else called)
    if not name:
        raise DeskError("Write at least the name.")
    if not company and len(people) == 1 and " " not in people[0] and _may_be_a_name(plain[0]):
        name = plain[0]  # "Sarah Nurse, Northwind"
    rest = list(plain)
    if name in rest:
        rest.remove(name)
    if not company and rest:
        company = _company_of(rest, [part for part in rest if part in titles], companies)
        if company:
            rest.remove(company)
    name, nickname, title, employer = _without_brackets(name)
    return name, nickname, ", ".join(filter(None, [title, *rest])), company or employer


def _company_of(rest: list[str], titles: list[str], companies: list[str]) -> str:
    """The company among the parts that are not the name; empty where all of them are titles."""
    free = [part for part in rest if part not in titles]
    named = [part for part in rest if part in companies]
    if named or not free:
        return named[0] if named else ""
    if not titles:
        return rest[-1] if len(rest) < 3 else rest[1]
    after = rest[max(map(rest.index, titles)) + 1 :]
    if after:
        return after[-1] if all(word in _RANKS for word in names.fold(titles[-1]).split()) else after[0]
    return free[0]


def _without_brackets(name: str) -> tuple[str, str, str, str]:
    """A name without its brackets, and the nickname, the title or the company that these hold."""
    plain, nickname, title, company = names.clean(_BRACKETS.sub(" ", name)), "", "", ""
    if not plain:
        return name, "", "", ""
    for found in _BRACKETS.finditer(name):
        inside = names.clean(found[1])
        if name[found.end() :].strip() or _is_nickname(inside, plain):
            nickname = inside.strip("\"'“”‘’")
        elif _is_title(inside):
            title = inside
        else:
            company = inside
    return plain, nickname, title, company


def _is_nickname(word: str, name: str) -> bool:
    """Whether a word in brackets is what somebody is called, told by quotes or by their first name: "Elizabeth Moss (Liz)"."""
    short, given = names.fold(word), names.fold(names.first_name(name))
    return word[:1] in "\"'“‘" or short in _CALLED or (" " not in short and len(short) > 2 and (short in given or short[:3] == given[:3]))


def _is_title(part: str) -> bool:
    if names.ends_in_cut_form(part):
        return False
    text = names.fold(_BRACKETS.sub(" ", part) if part.partition("(")[0].strip() else part)
    return any(word in _TITLES for word in text.split()) or text.startswith("head of ")  # "Head" alone is a family name


def _may_be_a_name(part: str) -> bool:
    """Whether a part that holds a title may be a person called so all the same: "Sarah Nurse", but not "VP Operations"."""
    words = names.fold(part).split()
    return len(words) == 2 and words[0] not in _TITLES and words[1] in _TITLES


def new_contact(spoken: Spoken, source: str = "") -> Contact:
    """The contact that was spoken of, without a place in any company yet."""
    given, family = names.given_and_family(spoken.full_name)
    return Contact(
        full_name=spoken.full_name, given=given, family=family, suffix=spoken.suffix, nickname=spoken.nickname, emails=spoken.emails, phones=spoken.phones,
        linkedin=spoken.linkedin, source=source,
    )  # fmt: skip


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
