"""Contacts: add, edit, remove, and write down what passed between you."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from networking_desk.desk import Desk
from networking_desk.domain import contacts, names
from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import Contact, Note, Position, Spoken, Tag, Touch, TouchKind
from networking_desk.domain.errors import DeskError
from networking_desk.domain.record import Record

if TYPE_CHECKING:
    from networking_desk.desk import Records

_EDITABLE = frozenset({"full_name", "given", "family", "suffix", "nickname", "emails", "phones", "linkedin", "place", "role", "tags", "notes"})


def add_spoken(desk: Desk, words: str) -> str:
    """Add the contact that the words name; gives its id. Raises DeskError when they hold no name."""
    spoken = contacts.from_spoken(words)
    with desk.change(f"Add {spoken.full_name}") as records:
        return put(records, spoken, "typed").id


def put(records: Records, spoken: Spoken, source: str) -> Contact:
    """Add a contact with the company and the title that were said, inside a change."""
    contact = records.add(contacts.new_contact(spoken, source))
    if spoken.company or spoken.title:
        place_at(records, contact.id, spoken.company, spoken.title)
    return contact


def company_called(records: Records, name: str) -> Company | None:
    """The company of that name, made if there is none yet; None when the words name no company ("Self-employed")."""
    name = names.clean(name)
    if not name or not names.is_company(name):
        return None
    known = records.by_key(Company, names.company_key(name))
    return known or records.add(Company(name=name))


def place_at(records: Records, contact_id: str, company: str, title: str, on: date | None = None) -> None:
    """Make this the contact's current position; an earlier one at another company is kept with the day it ended."""
    found = company_called(records, company)
    current = records.first(Position, contact_id=contact_id, to_on=None)
    text = "" if found else names.clean(company)
    if current and (current.company_id, current.company_text) in {(found.id if found else None, text), (None, "")}:
        records.replace(current, title=title, company_id=found.id if found else None, company_text=text)
        return
    if current and on:
        records.replace(current, to_on=on)
    elif current:
        records.replace(current, company_id=found.id if found else None, company_text=text, title=title)
        return
    if found or text or title:
        records.add(Position(contact_id=contact_id, company_id=found.id if found else None, company_text=text, title=title, from_on=on))


def edit(desk: Desk, contact_id: str, **fields: object) -> None:
    """Change a contact's fields. Raises DeskError when the name would be empty."""
    unknown = set(fields) - _EDITABLE
    if unknown:
        raise TypeError(f"a contact has no {unknown}")
    clean: dict[str, Any] = {
        key: names.clean_lines(str(value)) if key == "notes" else names.clean(value) if isinstance(value, str) and key != "role" else value
        for key, value in fields.items()
    }
    if clean.get("full_name") == "":
        raise DeskError("Write at least the name.")
    if isinstance(clean.get("linkedin"), str) and clean["linkedin"]:
        clean["linkedin"] = names.linkedin_slug(str(clean["linkedin"])) or clean["linkedin"]
    with desk.change("Edit") as records:
        contact = records.get(Contact, contact_id)
        if "full_name" in clean and clean["full_name"] != contact.full_name:
            clean["given"], clean["family"] = names.given_and_family(str(clean["full_name"]))
        records.label = f"Edit {contact.full_name}"
        tags = clean.get("tags")
        if isinstance(tags, tuple):
            keep_tags(records, tags)
        records.replace(contact, **clean)


def keep_tags(records: Records, tags: Iterable[str]) -> None:
    """Make sure that each of these tags is on the list of tags."""
    for tag in tags:
        if not records.first(Tag, name=tag):
            records.add(Tag(name=tag))


def set_position(desk: Desk, contact_id: str, company: str, title: str, *, new_job: bool = False) -> None:
    """Correct where a contact works, or, for a new job, keep the earlier one with today as its end."""
    with desk.change("Edit position") as records:
        place_at(records, contact_id, company, names.clean(title), desk.clock.today() if new_job else None)


def called(desk: Desk, words: str, hint: str) -> str:
    """The id of the contact whom the words name: who is called exactly so, else the only one in whom they are found.

    Raises DeskError, with a hint what to do, when that is nobody or more than one: then it would be anybody's guess who is meant.
    """
    found = [found for found, _ in desk.lists.contacts.namesakes(names.fold(words))] or [one.id for one in desk.lists.contacts.people_like(words, 2)]
    if len(found) != 1:
        raise DeskError(f"{'Nobody' if not found else 'More than one person'} is called “{names.clean(words)[:60]}”. {hint}")
    return found[0]


def remove(desk: Desk, contact_ids: Iterable[str]) -> str:
    """Delete contacts with all that is theirs; gives the sentence that says so. They stay in the trash."""
    ids = list(contact_ids)
    with desk.change("Delete") as records:
        people = [records.get(Contact, i) for i in ids]
        what = people[0].full_name if len(people) == 1 else f"{len(people)} contacts"
        records.label = f"Delete {what}"
        for person in people:
            records.remove(person, what)
    return f"{what} deleted"


def add_note(desk: Desk, contact_id: str, words: str) -> str:
    """Write a note about a contact; gives its id."""
    text = _said(words)
    with desk.change("Add note") as records:
        return records.add(Note(contact_id=contact_id, text=text)).id


def log_touch(desk: Desk, contact_id: str, kind: TouchKind, words: str = "") -> str:
    """Write down that there was contact just now; gives the touch's id."""
    with desk.change(f"Log {kind.value}") as records:
        return records.add(Touch(contact_id=contact_id, kind=kind, at=desk.clock.now(), text=names.clean_lines(words))).id


def delete_record(desk: Desk, kind: type[Record], record_id: str, called: str) -> str:
    """Delete a single record that somebody wrote, such as a note or a touch; gives the sentence that says so."""
    with desk.change(f"Delete {called}") as records:
        records.remove(records.get(kind, record_id), called)
    return f"{called[:1].upper()}{called[1:]} deleted"


def _said(words: str) -> str:
    text = names.clean_lines(words)
    if not text:
        raise DeskError("Write a few words first.")
    return text
