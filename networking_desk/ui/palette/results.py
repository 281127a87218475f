"""What the words typed so far find, in groups, each with what opens it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from networking_desk import paths
from networking_desk.desk import Desk, FoundMeeting
from networking_desk.domain.finding import begins_each, without_phrases
from networking_desk.domain.names import fold
from networking_desk.ui import say
from networking_desk.ui.commands import COMMANDS, Command

_PEOPLE, _COMPANIES, _MEETINGS, _NOTES, _COMMANDS = 5, 4, 4, 4, 6  # how many of each
# What is offered before anything is typed.
_FIRST = ("new_contact", "new_company", "plan", "start", "share", "import", "settings", "help")
_STATES = {"live": "running", "held": "held", "missed": "missed", "planned": "planned"}


class Result(NamedTuple):
    """Something found: its group, icon and words, the keys of a command, and what opens it. `first` says that it heads its group."""

    id: str
    group: str
    icon: str
    tone: str
    title: str
    detail: str
    keys: str
    first: bool


@cache
def _known() -> dict[str, Any]:
    known: dict[str, Any] = json.loads((paths.resource_root() / "search" / "en.json").read_text(encoding="utf-8"))
    return known


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(phrase).split()) for phrase in _known()["meetings"])


@cache
def _commands() -> tuple[tuple[Command, tuple[str, ...], tuple[str, ...]], ...]:
    """Every command, the words that it is called by, and more words that find it; what is in the menu twice only once."""
    once = {command.name: command for command in COMMANDS if command.name}
    more: dict[str, str] = _known()["commands"]
    return tuple((c, tuple(fold(c.words).split()), tuple(fold(f"{c.words} {c.menu} {more.get(c.name, '')}").split())) for c in once.values())


def found(desk: Desk, words: str) -> list[Result]:
    """People, companies, meetings, commands and notes that the words find, a few of each; without words, what is done most."""
    asked = fold(words).split()
    if not asked:
        return _grouped("Commands", [_command(command) for name in _FIRST for command, *_ in _commands() if command.name == name])
    lists = desk.lists.palette
    rest, about_meetings = without_phrases(asked, _phrases())
    today, local = desk.clock.today(), desk.clock.local
    people = [_row(f"contact:{p.id}", "user-round", "accent", p.full_name, say.at_company(p.title, p.company)) for p in lists.people(words, _PEOPLE)]
    companies = [
        _row(
            f"company:{c.id}",
            "target" if c.target else "building-2",
            "blue",
            c.name,
            say.at_company(c.industry, c.place) or ("On your list" if c.target else ""),
        )
        for c in lists.companies(words, _COMPANIES)
    ]
    talks = [_meeting(m, say.when(local(m.at), today)) for m in lists.meetings(rest if about_meetings else asked, _MEETINGS)]
    notes = [
        _row(f"contact:{n.contact_id}" if n.contact_id else f"company:{n.company_id}", "notebook-pen", "grey", n.text, n.about)
        for n in lists.notes(words, _NOTES)
    ]
    return [
        *_grouped("People", people), *_grouped("Companies", companies), *_grouped("Meetings", talks), *_grouped("Commands", _called(asked)),
        *_grouped("Notes", notes),
    ]  # fmt: skip


def _row(key: str, icon: str, tone: str, title: str, detail: str, keys: str = "") -> Callable[[str, bool], Result]:
    return lambda group, first: Result(key, group, icon, tone, title, detail, keys, first)


def _meeting(found_: FoundMeeting, when: str) -> Callable[[str, bool], Result]:
    key = f"meeting:{found_.id}" if found_.state in ("live", "planned") else f"contact:{found_.contact_id}"
    soon = when.startswith(("Today", "Tomorrow", "Yesterday"))
    said = f"{_STATES[found_.state]}, {when[:1].lower() + when[1:] if soon else when}"
    return _row(key, "timer", "accent", f"Networking meeting with {found_.full_name}", say.at_company(found_.company, said))


def _command(command: Command) -> Callable[[str, bool], Result]:
    return _row(f"command:{command.name}", "corner-down-right", "grey", command.words, command.menu, command.keys[0] if command.keys else "")


def _called(asked: list[str]) -> list[Callable[[str, bool], Result]]:
    """The commands that the words call, those whose own name has them first."""
    named = [command for command, own, _ in _commands() if begins_each(asked, own)]
    others = [command for command, _, more in _commands() if command not in named and begins_each(asked, more)]
    named.sort(key=lambda command: not fold(command.words).startswith(asked[0]))
    return [_command(command) for command in (*named, *others)[:_COMMANDS]]


def _grouped(group: str, rows: list[Callable[[str, bool], Result]]) -> list[Result]:
    return [make(group, not place) for place, make in enumerate(rows)]
