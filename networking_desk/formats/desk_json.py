"""The desk as JSON: every record, a list for each kind, and back again (product.md 6)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

from networking_desk.domain import (
    agenda,
    checklist,
    companies,
    contacts,
    follow_ups,
    leads,
    meetings,
    news,
    pitch,
    presets,
    profile,
    promises,
    questions,
    referrals,
    reminders,
    settings,
    templates,
)  # fmt: skip
from networking_desk.domain.record import Record
from networking_desk.formats.incoming import FileRefused

FORMAT, VERSION = "networking-desk", 1
# The lists in the order in which they can be put in: whoever is referred to comes first.
KINDS: dict[str, type[Record]] = {
    "profile": profile.Profile,
    "contacts": contacts.Contact,
    "meetings": meetings.Meeting,
    "companies": companies.Company,
    "positions": contacts.Position,
    "stages": agenda.Stage,
    "checklist_items": checklist.ChecklistItem,
    "referrals": referrals.Referral,
    "referral_events": referrals.ReferralEvent,
    "showings": meetings.Showing,
    "leads": leads.Lead,
    "lead_events": leads.LeadEvent,
    "promises": promises.Promise,
    "notes": contacts.Note,
    "touches": contacts.Touch,
    "follow_ups": follow_ups.FollowUp,
    "news": news.News,
    "reminders": reminders.Reminder,
    "presets": presets.Preset,
    "preset_stages": presets.PresetStage,
    "hidden": companies.Hidden,
    "unlike": companies.Unlike,
    "versions": pitch.Version,
    "rehearsals": pitch.Rehearsal,
    "questions": questions.Question,
    "tags": contacts.Tag,
    "templates": templates.Template,
    "settings": settings.Setting,
}
# `from` is no name that Python allows for a field.
_OUTSIDE = {"from_on": "from", "to_on": "to"}
_INSIDE = {outside: inside for inside, outside in _OUTSIDE.items()}


def write(records: dict[str, Sequence[Record]], exported_at: datetime, app: str) -> str:
    """The export's text: UTF-8, one record a line, the same records always in the same words."""
    head = {"format": FORMAT, "version": VERSION, "exported_at": _out(exported_at), "app": app}
    parts = [f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in head.items()]
    for name in KINDS:
        lines = ",\n  ".join(json.dumps(_told(record), ensure_ascii=False) for record in records.get(name, ()))
        parts.append(f'"{name}": [' + (f"\n  {lines}\n" if lines else "") + "]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _told(record: Record) -> dict[str, Any]:
    return {_OUTSIDE.get(f.name, f.name): _out(getattr(record, f.name)) for f in fields(record)}


def _out(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def read(text: str, name: str) -> dict[str, list[Record]]:
    """The records of an export, by list. Raises FileRefused when it is none, is newer than this program, or holds a wrong value."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FileRefused(f"{name} is not a complete export: {str(error)[:80]}.") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FileRefused(f"{name} is not an export of Networking Desk.")
    if not isinstance(data.get("version"), int) or data["version"] > VERSION:
        raise FileRefused(f"{name} was written by a newer Networking Desk. Nothing was changed.")
    return {key: list(_records(kind, data.get(key, []), key, name)) for key, kind in KINDS.items()}


def _records(kind: type[Record], rows: object, key: str, name: str) -> Iterable[Record]:
    hints = get_type_hints(kind)
    if not isinstance(rows, list):
        raise FileRefused(f"{name}: “{key}” is not a list.")
    for number, row in enumerate(rows, 1):
        try:
            values = {_INSIDE.get(k, k): v for k, v in row.items()}
            yield kind(**{k: _in(hints[k], v) for k, v in values.items() if k in hints})
        except (TypeError, ValueError, AttributeError, OverflowError) as error:
            raise FileRefused(f"{name}: number {number} of “{key}” cannot be read. Nothing was changed.") from error


def _in(hint: Any, value: Any) -> Any:
    """A value of a field's type. Raises TypeError or ValueError for one of another type."""
    if NoneType in get_args(hint):
        if value is None:
            return None
        hint = next(arg for arg in get_args(hint) if arg is not NoneType)
    if hint is datetime or hint is date:
        return hint.fromisoformat(value)
    if hint == tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise TypeError(value)
        return tuple(value)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not hint:
        raise TypeError(value)
    return value
