"""The target list: add companies, rank them, edit them, take them off."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from networking_desk.desk import Desk
from networking_desk.domain import companies, names, priorities
from networking_desk.domain.companies import PRIORITIES, Company, Hidden
from networking_desk.domain.contacts import Contact, Note, Position
from networking_desk.domain.errors import DeskError
from networking_desk.domain.priorities import Standing

_EDITABLE = frozenset({"name", "industry", "place", "website", "size", "priority", "motivation", "status", "confidential", "notes", "tags", "target"})


def add_spoken(desk: Desk, words: str, *, industry: str = "", place: str = "", size: str = "") -> str:
    """Put the company that the words name on the target list; gives its id. One that is known already is put there, not made twice.

    `industry`, `place` and `size` count where the words say nothing of them.
    """
    said = companies.from_spoken(words)
    said = dataclasses.replace(said, industry=said.industry or names.clean(industry), place=said.place or names.clean(place), size=names.clean(size))
    with desk.change(f"Add {said.name}") as records:
        known = records.by_key(Company, names.company_key(said.name))
        if known is None:
            return records.add(dataclasses.replace(said, rank=records.next_rank(said.priority))).id
        fresh = {key: getattr(said, key) for key in ("industry", "place", "website", "size") if not getattr(known, key) and getattr(said, key)}
        rank = known.rank if known.target else records.next_rank(known.priority or said.priority)
        return records.replace(known, target=True, priority=known.priority or said.priority, rank=rank, **fresh).id


def put_on(desk: Desk, company_ids: Sequence[str]) -> str:
    """Put companies that are known on the target list, after the others of their priority; gives the sentence that says so."""
    with desk.change("Put on the list") as records:
        chosen = [one for one in (records.get(Company, i) for i in company_ids) if not one.target]
        if not chosen:
            return "On your list already"
        called = chosen[0].name if len(chosen) == 1 else f"{len(chosen)} companies"
        records.label = f"Put {called} on the list"
        for company in chosen:
            priority = company.priority or PRIORITIES[1]
            records.replace(company, target=True, priority=priority, rank=records.next_rank(priority))
    return f"{called} {'is' if len(chosen) == 1 else 'are'} on your list"


def want(desk: Desk, company_id: str, motivation: int) -> None:
    """Say how much one wants to work at a company: 1 a little, 2 gladly, 3 the most, 0 not said (domain.priorities)."""
    if motivation not in range(priorities.MOST + 1):
        raise ValueError(motivation)
    with desk.change("Say how much") as records:
        company = records.get(Company, company_id)
        records.label = f"Say how much you want {company.name}"
        records.replace(company, motivation=motivation)


def accept_order(desk: Desk) -> str:
    """Give every target company the priority and the place that are proposed, as one change; gives the sentence that says so."""
    standings = desk.lists.companies.standings()
    order = priorities.ranked([Standing(one.id, one.motivation, one.inside, one.openings) for one in standings])
    had = {one.id: one.priority for one in standings}
    with desk.change("Rank the list") as records:
        for rank, (company_id, priority) in enumerate(order):
            records.replace(records.get(Company, company_id), priority=priority, rank=rank)
    changed = sum(had[company_id] != priority for company_id, priority in order)
    return f"The list is ranked; {changed} {'priority' if changed == 1 else 'priorities'} changed"


def edit(desk: Desk, company_id: str, **fields: object) -> None:
    """Change a company's fields. Raises DeskError when the name would be empty."""
    unknown = set(fields) - _EDITABLE
    if unknown:
        raise TypeError(f"a company has no {unknown}")
    clean: dict[str, Any] = {
        key: names.clean_lines(str(value)) if key == "notes" else names.clean(value) if isinstance(value, str) else value for key, value in fields.items()
    }
    if clean.get("name") == "":
        raise DeskError("Write at least the company's name.")
    with desk.change("Edit") as records:
        company = records.get(Company, company_id)
        records.label = f"Edit {company.name}"
        if clean.get("priority", company.priority) != company.priority:
            clean["rank"] = records.next_rank(str(clean["priority"]))
        records.replace(company, **clean)


def move(desk: Desk, company_id: str, up: bool) -> None:  # noqa: FBT001 - up or down is all there is
    """Move a target one place up or down by hand; past the end of its priority it takes the next one."""
    with desk.change("Move") as records:
        company = records.get(Company, company_id)
        records.label = f"Move {company.name}"
        ranked = [records.get(Company, i) for i in records.targets_in(company.priority)]
        at = [c.id for c in ranked].index(company_id)
        to = at + (-1 if up else 1)
        if 0 <= to < len(ranked):
            ranked[at], ranked[to] = ranked[to], ranked[at]
            for rank, one in enumerate(ranked):
                records.replace(one, rank=rank)
        elif company.priority in PRIORITIES and 0 <= PRIORITIES.index(company.priority) + (-1 if up else 1) < len(PRIORITIES):
            priority = PRIORITIES[PRIORITIES.index(company.priority) + (-1 if up else 1)]
            others = [records.get(Company, i) for i in records.targets_in(priority)]
            order = [*others, company] if up else [company, *others]
            for rank, one in enumerate(order):
                records.replace(one, rank=rank, priority=priority)


def hide(desk: Desk, company_id: str, contact_id: str, hidden: bool = True) -> str:  # noqa: FBT001, FBT002 - hidden or not is all there is
    """Never show a company to one contact, or show it again; gives the sentence that says so."""
    with desk.change("Hide") as records:
        company, contact = records.get(Company, company_id), records.get(Contact, contact_id)
        records.label = f"{'Hide' if hidden else 'Show'} {company.name} {'from' if hidden else 'to'} {contact.full_name}"
        known = records.first(Hidden, company_id=company_id, contact_id=contact_id)
        if hidden and not known:
            records.add(Hidden(company_id=company_id, contact_id=contact_id))
        elif known and not hidden:
            records.remove(known)
    return f"{company.name} is {'hidden from' if hidden else 'shown to'} {contact.full_name}"


def hide_spoken(desk: Desk, company_id: str, words: str) -> str:
    """Hide a company from the contact that the words name. Raises DeskError when nobody, or more than one, is called so."""
    people = desk.lists.contacts.people_like(words, 2)
    if len(people) != 1:
        raise DeskError(f"{'Nobody' if not people else 'More than one person'} is called “{names.clean(words)[:60]}”.")
    return hide(desk, company_id, people[0].id)


def take_off(desk: Desk, company_id: str) -> str:
    """Take a company off the target list, keeping it and everybody there; gives the sentence that says so."""
    with desk.change("Take off the list") as records:
        company = records.get(Company, company_id)
        records.label = f"Take {company.name} off the list"
        records.replace(company, target=False)
    return f"{company.name} is off your list"


def remove(desk: Desk, company_id: str) -> str:
    """Delete a company; the people there keep its name in their positions. Gives the sentence that says so."""
    with desk.change("Delete") as records:
        company = records.get(Company, company_id)
        records.label = f"Delete {company.name}"
        for position in records.find(Position, company_id=company_id):
            records.replace(position, company_id=None, company_text=company.name)
        records.remove(company, company.name)
    return f"{company.name} deleted"


def add_note(desk: Desk, company_id: str, words: str) -> str:
    """Write a note about a company; gives its id."""
    text = names.clean_lines(words)
    if not text:
        raise DeskError("Write a few words first.")
    with desk.change("Add note") as records:
        return records.add(Note(company_id=company_id, text=text)).id
