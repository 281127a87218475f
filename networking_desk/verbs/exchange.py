"""Exchange: bring in what other programs know, take out what the desk knows."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from networking_desk import __version__, paths
from networking_desk.desk import Desk
from networking_desk.domain import names
from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import Contact, Position, Tag
from networking_desk.domain.errors import Cancelled, DeskError
from networking_desk.domain.pitch import Version
from networking_desk.domain.profile import Profile
from networking_desk.domain.record import new_id
from networking_desk.domain.settings import Setting
from networking_desk.formats import contacts_csv, desk_json, files, guarded
from networking_desk.formats.incoming import Organisation, Person, Reading
from networking_desk.verbs import sample

if TYPE_CHECKING:
    from networking_desk.desk import Records

# Told how far it is, of how much; answers whether to go on.
Progress = Callable[[int, int], bool]
_CHUNK = 500
_SHARED_MAILBOXES = ("info@", "jobs@", "hr@", "contact@", "office@", "mail@", "hello@", "sales@", "careers@", "recruiting@")


@dataclass
class Brought:
    """What an import did. `refused` are rows with their reasons; `people` says whether it brought people or companies."""

    name: str
    people: bool = True
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[tuple[int, str]] = field(default_factory=list)
    warnings: list[tuple[int, str]] = field(default_factory=list)

    def sentence(self) -> str:
        """The outcome in words."""
        what = ("contact" if self.added == 1 else "contacts") if self.people else ("company" if self.added == 1 else "companies")
        parts = [f"{self.added:,} {what} added"]
        if self.updated:
            parts.append(f"{self.updated:,} brought up to date")
        if self.unchanged:
            parts.append(f"{self.unchanged:,} already here")
        if self.refused:
            parts.append(f"{len(self.refused):,} row{'s' if len(self.refused) != 1 else ''} left out")
        return ", ".join(parts)


def _on(_done: int, _total: int) -> bool:
    return True


def import_file(desk: Desk, path: Path, wanted: str = "auto", *, dry_run: bool = False, progress: Progress = _on) -> Brought:
    """Bring a file's people or companies in, as one change; with `dry_run` nothing is kept.

    Raises DeskError (FileRefused, Cancelled) when nothing could be done; then nothing has changed.
    """
    try:
        if wanted == "json" or (wanted == "auto" and path.suffix.lower() == ".json"):
            return _import_json(desk, path, dry_run=dry_run)
        reading = guarded.read_file(path, wanted, lambda: not progress(0, 0))
        return bring_in(desk, reading, path.name, dry_run=dry_run, progress=progress)
    except _DryRunError as only_tried:
        return only_tried.brought


def bring_in(desk: Desk, reading: Reading, name: str, *, dry_run: bool = False, progress: Progress = _on) -> Brought:
    """Keep what was read from a file, as one change."""
    brought = Brought(name, bool(reading.people or not reading.organisations))
    brought.refused = [(r.row, r.reason) for r in reading.refused]
    brought.warnings = [(w.row, w.reason) for w in reading.warnings]
    if not reading.people and not reading.organisations:
        return brought
    with _uncollected(), desk.change(f"Import {name}") as records:
        sample.take_out(records)  # one's own people never stand among invented ones
        if reading.people:
            _People(records, brought, f"import:{reading.format}").bring(reading.people, progress)
        else:
            _bring_companies(records, reading.organisations, brought)
        if dry_run:
            raise _DryRunError(brought)
    return brought


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python's collector from walking over tens of thousands of new records that are all in use."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _DryRunError(Exception):
    """Ends a change that was only tried."""

    def __init__(self, brought: Brought) -> None:
        super().__init__()
        self.brought = brought


class _People:
    """People on their way in: known ones are filled up, new ones go in by the hundred."""

    def __init__(self, records: Records, brought: Brought, source: str) -> None:
        self._records = records
        self._brought = brought
        self._source = source
        self._companies = records.ids_by(Company, "match_key")
        self._tags = {tag.name for tag in records.find(Tag)}
        self._known: dict[str, list[str]] = {}  # key of a person -> the contacts who have it
        self._waiting: dict[str, Contact] = {}
        self._places: dict[str, Position] = {}
        self._new_companies: list[Company] = []

    def bring(self, people: Sequence[Person], progress: Progress) -> None:
        """Bring them all in, a few hundred at a time so that others get their turn; stops when progress says so."""
        there = self._records.last_row(Contact) > 0
        for start in range(0, len(people), _CHUNK):
            if not progress(start, len(people)):
                raise Cancelled("The import was cancelled. Nothing was changed.")
            chunk = people[start : start + _CHUNK]
            keyed = [(person, _keys(person)) for person in chunk]
            if there:
                found = self._records.contacts_by_key([key for _, keys in keyed for key in keys])
                for key, known in found.items():
                    have = self._known.setdefault(key, [])
                    have.extend(contact for contact in known if contact not in have)
            for person, keys in keyed:
                self._take(person, keys)
            self._flush()
        progress(len(people), len(people))

    def _take(self, person: Person, keys: list[str]) -> None:
        known = next((contact for key in keys for contact in self._known.get(key, ()) if self._same(person, key, contact)), None)
        if known is None:
            contact = Contact(
                full_name=person.full_name, given=person.given, family=person.family, suffix=person.suffix, nickname=person.nickname,
                emails=person.emails, phones=person.phones, linkedin=person.linkedin, place=person.place, tags=person.tags, notes=person.notes,
                source=self._source, connected_on=person.connected_on, created_at=self._records.now, changed_at=self._records.now,
            )  # fmt: skip
            self._waiting[contact.id] = contact
            if person.company or person.title:
                self._places[contact.id] = self._position(contact.id, person)
            self._keep_tags(person.tags)
            self._brought.added += 1
            known = contact.id
        elif known in self._waiting:
            fuller = _filled(self._waiting[known], person)
            self._count(fuller != self._waiting[known])
            self._waiting[known] = fuller
        else:
            self._fill(known, person)
        for key in keys:
            have = self._known.setdefault(key, [])
            if known not in have:
                have.append(known)

    def _same(self, person: Person, key: str, known: str) -> bool:
        """An equal address under a clearly different name is another person who shares it."""
        if not key.startswith("e:"):
            return True
        other = self._waiting[known] if known in self._waiting else self._records.get(Contact, known)
        words = set(names.fold(person.full_name).split())
        return not words or bool(words & set(names.fold(other.full_name).split())) or "@" in other.full_name

    def _fill(self, known: str, person: Person) -> None:
        """Fill what a known contact lacks; nothing that is there is overwritten."""
        contact = self._records.get(Contact, known)
        fuller = self._records.replace(contact, **{k: v for k, v in vars(_filled(contact, person)).items() if v != getattr(contact, k)})
        placed = bool(person.company or person.title) and not self._records.first(Position, contact_id=known)
        if placed:
            position = self._position(known, person)
            self._flush()  # its company may be a new one
            self._records.add(position)
        self._keep_tags(person.tags)
        self._count(fuller is not contact or placed)

    def _count(self, changed: bool) -> None:  # noqa: FBT001
        if changed:
            self._brought.updated += 1
        else:
            self._brought.unchanged += 1

    def _keep_tags(self, tags: Iterable[str]) -> None:
        for tag in tags:
            if tag not in self._tags:
                self._tags.add(tag)
                self._records.add(Tag(name=tag))

    def _position(self, contact_id: str, person: Person) -> Position:
        company_id = None
        if person.company and names.is_company(person.company):
            key = names.company_key(person.company)
            company_id = self._companies.get(key)
            if company_id is None:
                company_id = self._companies[key] = new_id()
                now = self._records.now
                self._new_companies.append(Company(id=company_id, name=person.company, created_at=now, changed_at=now))
        now = self._records.now
        text = "" if company_id else person.company
        return Position(contact_id=contact_id, company_id=company_id, company_text=text, title=person.title, created_at=now, changed_at=now)

    def _flush(self) -> None:
        """Write what waits: companies before the positions that name them, the index last."""
        self._records.add_many(self._new_companies)
        if self._waiting:
            first = self._records.last_row(Contact) + 1
            self._records.add_many(list(self._waiting.values()))
            self._records.add_many(list(self._places.values()))
            self._records.index_run(first, first + len(self._waiting) - 1)
        self._new_companies, self._waiting, self._places = [], {}, {}


def _keys(person: Person) -> list[str]:
    """By what a person is certainly the same as another (formats.md 4.3); the surest first."""
    keys = [f"l:{person.linkedin.casefold()}"] if person.linkedin else []
    keys += [f"e:{key}" for key in map(names.email_key, person.emails) if not key.startswith(_SHARED_MAILBOXES)]
    company = names.company_key(person.company) if names.is_company(person.company) else ""
    if company:
        keys.append(f"n:{names.name_key(person.full_name)}|{company}")
    elif not keys:
        keys.append(f"n:{names.name_key(person.full_name)}|")
    return keys


def _filled(contact: Contact, person: Person) -> Contact:
    """A contact with what it lacked; addresses, numbers and tags are added, a different value is never overwritten."""
    changes: dict[str, object] = {
        name: getattr(person, name)
        for name in ("given", "family", "suffix", "nickname", "linkedin", "place", "notes", "connected_on")
        if not getattr(contact, name) and getattr(person, name)
    }
    if contact.full_name in contact.emails and person.full_name not in person.emails:
        changes["full_name"] = person.full_name
    for name, key in (("emails", names.email_key), ("phones", names.fold), ("tags", names.fold)):
        have = {key(value) for value in getattr(contact, name)}
        fresh = tuple(value for value in getattr(person, name) if key(value) not in have)
        if fresh:
            changes[name] = getattr(contact, name) + fresh
    return replace(contact, **changes) if changes else contact  # type: ignore[arg-type]


def _bring_companies(records: Records, organisations: Sequence[Organisation], brought: Brought) -> None:
    for said in organisations:
        known = records.by_key(Company, names.company_key(said.name))
        if known is None:
            records.add(
                Company(
                    name=said.name, industry=said.industry, place=said.place, website=said.website, size=said.size, target=True, priority=said.priority,
                    rank=records.next_rank(said.priority), status=said.status, notes=said.notes, tags=said.tags,
                )
            )  # fmt: skip
            brought.added += 1
            continue
        fields = ("industry", "place", "website", "size", "priority", "status", "notes", "tags")
        fresh = {name: getattr(said, name) for name in fields if not getattr(known, name) and getattr(said, name)}
        if not known.target:
            fresh |= {"target": True, "rank": records.next_rank(str(fresh.get("priority", known.priority)))}
        if fresh:
            records.replace(known, **fresh)
            brought.updated += 1
        else:
            brought.unchanged += 1


def export_json(desk: Desk) -> str:
    """Every record of the desk as JSON text."""
    return desk_json.write({name: desk.find(kind) for name, kind in desk_json.KINDS.items()}, desk.clock.now(), __version__)


def export_csv(desk: Desk) -> bytes:
    """All contacts as a table, with a byte order mark, every cell made harmless for spreadsheets."""
    positions = {p.contact_id: p for p in desk.find(Position, to_on=None)}
    companies = {c.id: c.name for c in desk.find(Company)}
    return contacts_csv.write(_person(contact, positions.get(contact.id), companies) for contact in desk.find(Contact))


def _person(contact: Contact, position: Position | None, companies: dict[str, str]) -> Person:
    company = (companies.get(position.company_id or "") or position.company_text) if position else ""
    return Person(
        0, contact.full_name, contact.given, contact.family, contact.suffix, contact.nickname, contact.emails, contact.phones, contact.linkedin,
        company, position.title if position else "", contact.place, contact.tags, contact.notes, contact.connected_on,
    )  # fmt: skip


def write_file(path: Path, data: bytes) -> None:
    """Write an export whole or not at all. Raises DeskError when it cannot be written."""
    paths.write_through(path, data)


def _import_json(desk: Desk, path: Path, *, dry_run: bool) -> Brought:
    """Bring a whole export into an empty desk. Raises DeskError when the desk is not empty."""
    lists = desk_json.read(files.load(path).decode("utf-8-sig", errors="replace"), path.name)
    brought = Brought(path.name, added=len(lists["contacts"]))
    with desk.change(f"Import {path.name}") as records:
        sample.take_out(records)
        if any(records.find(kind) for kind in desk_json.KINDS.values() if kind not in (Setting, Profile, Version)):
            raise DeskError(f"{path.name} is a whole desk, and this one is not empty. Open an empty folder with --data-dir and import it there.")
        if dry_run:
            raise _DryRunError(brought)
        for kind in (Setting, Profile, Version):
            for there in records.find(kind):
                records.remove(there)
        records.defer_references()
        for rows in lists.values():
            records.add_many(rows)
        records.index_run(1, records.last_row(Contact))
    return brought
