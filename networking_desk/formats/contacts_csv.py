"""Tables of people: LinkedIn's connections in their three eras and the lists of other programs; and our own list of contacts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from networking_desk.domain import names
from networking_desk.formats import csv_table
from networking_desk.formats.dates import connected_on
from networking_desk.formats.headers import fields_of
from networking_desk.formats.incoming import Person, Reading, Remark

HEADERS = (
    "Name",
    "First Name",
    "Last Name",
    "Suffix",
    "Nickname",
    "E-mail",
    "Phone",
    "LinkedIn",
    "Company",
    "Job Title",
    "Location",
    "Tags",
    "Notes",
    "Connected On",
)
_DROPPED_TAGS = frozenset({"mycontacts", "other contacts", "contacts"})
_MANY = ("emails", "phones", "tags", "linkedin")
_POST_NOMINALS = re.compile(r"^[A-Z][A-Za-z.\-]{1,5}\.?$")


def read(table: csv_table.Table) -> Reading:
    """The people in a table; a row with neither a name nor an address nor a profile is refused."""
    fields = fields_of(table.headers)
    linkedin = "connected_on" in fields
    people, refused, warnings = [], [], list(table.warnings)
    for row, cells in table.rows:
        person = _person(row, _cells(fields, cells))
        if person is None:
            refused.append(Remark(row, "no name, no profile URL, no e-mail" + (" (member left LinkedIn or restricted profile)" if linkedin else "")))
            continue
        people.append(person)
    return Reading("linkedin" if linkedin else "csv", people, [], refused, warnings, [h for h, f in zip(table.headers, fields, strict=True) if f])


def _cells(fields: Sequence[str | None], cells: Sequence[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for field, cell in zip(fields, cells, strict=False):
        if field and cell:
            text = names.clean_lines(cell) if field == "notes" else names.clean(cell)
            if text and (field in _MANY or field not in found):
                found.setdefault(field, []).append(text)
    return found


def _person(row: int, cells: dict[str, list[str]]) -> Person | None:
    def one(field: str) -> str:
        return cells[field][0] if field in cells else ""

    given, family, suffix, full = one("given"), one("family"), one("suffix"), one("full_name")
    if not suffix and "," in family:
        family, suffix = (part.strip() for part in family.split(",", 1))
    if not full:
        full = " ".join(filter(None, (given, one("additional"), family)))
    elif not given and not family:
        given, family, suffix = _cut(full)
    emails, odd = _emails(cells.get("emails", ()))
    slug = next(filter(None, map(names.linkedin_slug, cells.get("linkedin", ()))), "")
    if not full and not emails and not slug:
        return None
    place = ", ".join(dict.fromkeys(filter(None, (one("place"), one("region"), one("country")))))
    notes = "\n\n".join(filter(None, (one("notes"), *(f"E-mail as given: {text[:200]}" for text in odd))))
    return Person(
        row, full or one("nickname") or slug or emails[0], given, family, suffix, one("nickname"), emails, _split(cells.get("phones", ())), slug,
        one("company"), one("title"), place, tuple(_tags(cells.get("tags", ()))), notes, connected_on(one("connected_on")),
    )  # fmt: skip


def _cut(full: str) -> tuple[str, str, str]:
    """A whole name in parts: first word and rest, unless a comma says `Family, Given`; letters after a comma are a suffix."""
    before, comma, after = full.partition(",")
    if comma and after.strip():
        if all(_POST_NOMINALS.match(word) for word in after.replace(",", " ").split()) and " " in before:
            given, _, family = before.partition(" ")
            return given, family.strip(), after.strip()
        return after.strip(), before.strip(), ""
    given, _, family = full.partition(" ")
    return given, family.strip(), ""


def _emails(cells: Iterable[str]) -> tuple[tuple[str, ...], list[str]]:
    """The addresses in some cells, each once, and the cells that hold something else."""
    found, odd = {}, []
    for cell in cells:
        parts = [address for part in re.split(r":::|[;,]\s|\s;|;", cell) if 0 < len(address := names.email_in(part.strip().replace("＠", "@"))) <= 320]
        found.update(dict.fromkeys(parts))
        if not parts:
            odd.append(cell)
    return tuple(found), odd


def _split(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip()[:200] for cell in cells for part in cell.split(":::") if part.strip()))


def _tags(cells: Iterable[str]) -> list[str]:
    words = [part.strip().removeprefix("* ").strip()[:60] for cell in cells for part in re.split(r":::|;|,", cell)]
    return list(dict.fromkeys(word for word in words if word and word.lower() not in _DROPPED_TAGS))[:50]


def write(people: Iterable[Person]) -> bytes:
    """Our own list of contacts, which `read` gives back as it was."""
    return csv_table.write(
        HEADERS,
        (
            (
                p.full_name, p.given, p.family, p.suffix, p.nickname, " ::: ".join(p.emails), " ::: ".join(p.phones),
                f"https://www.linkedin.com/in/{p.linkedin}" if p.linkedin else "", p.company, p.title, p.place, " ::: ".join(p.tags), p.notes,
                p.connected_on.isoformat() if p.connected_on else "",
            )
            for p in people
        ),
    )  # fmt: skip
