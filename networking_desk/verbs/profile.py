"""The profile and the settings: what you offer, what you want, and how the program behaves."""

from __future__ import annotations

import json
from dataclasses import fields as fields_of
from typing import TYPE_CHECKING, Any

from networking_desk.desk import Desk
from networking_desk.domain import names
from networking_desk.domain.pitch import Part, Rehearsal, Version
from networking_desk.domain.profile import Profile, spoken_length
from networking_desk.domain.settings import Setting, Settings

if TYPE_CHECKING:
    from networking_desk.desk import Records


def save(desk: Desk, **fields: str) -> None:
    """Write some fields of the profile, keeping each version of what is said; nothing happens when they are as they were."""
    clean: dict[str, Any] = {key: names.clean_lines(value) for key, value in fields.items()}
    known = desk.lists.meeting.profile()
    if all(getattr(known, key) == value for key, value in clean.items()):
        return
    with desk.change("Edit profile") as records:
        profile = records.first(Profile)
        for part in Part:
            for text in (getattr(known, part), clean.get(part, "")):  # what was there before versions were kept is one too
                _version(records, part, text)
        if profile is None:
            records.add(Profile(**clean))
        else:
            records.replace(profile, **clean)


_ASIDE = "welcome"


def set_words_aside(desk: Desk, words: str) -> None:
    """Keep words of the welcome that are not to be made into companies yet; it is no step of undo."""
    with desk.change("") as records:
        records.keep_draft(_ASIDE, words, "")


def words_aside(desk: Desk) -> str:
    """The words of the welcome that were set aside, given back once."""
    words = desk.lists.meeting.draft(_ASIDE).words
    if words:
        set_words_aside(desk, "")
    return words


def restore(desk: Desk, version_id: str) -> str:
    """Say again what an earlier version said; gives the sentence that says so."""
    version = desk.get(Version, version_id)
    save(desk, **{version.part.value: version.text})
    return "This version is in use again"


def rehearsed(desk: Desk, part: Part, seconds: float) -> None:
    """Keep how long it took to say the text in use, with its version."""
    text = getattr(desk.lists.meeting.profile(), part)
    with desk.change("Rehearse") as records:
        version = _version(records, part, text)
        if version:
            records.add(Rehearsal(version_id=version.id, seconds=round(max(0.0, seconds), 1), planned_seconds=spoken_length(text)[1]))


def _version(records: Records, part: Part, text: str) -> Version | None:
    """The version that says this, made if there is none yet; None for no words."""
    if not text:
        return None
    return records.first(Version, part=part, text=text) or records.add(Version(part=part, text=text))


def set_option(desk: Desk, undoable: bool = True, **options: object) -> None:  # noqa: FBT001, FBT002
    """Change settings. Raises TypeError for one that does not exist."""
    unknown = set(options) - {f.name for f in fields_of(Settings)}
    if unknown:
        raise TypeError(f"there is no setting {unknown}")
    with desk.change("Change settings" if undoable else "") as records:
        for key, value in options.items():
            kept = records.first(Setting, key=key)
            text = json.dumps(value)
            if kept is None:
                records.add(Setting(key=key, value=text))
            else:
                records.replace(kept, value=text)
