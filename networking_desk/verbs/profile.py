"""The profile and the settings: what you offer, what you want, and how the program behaves."""

from __future__ import annotations

import json
from dataclasses import fields as fields_of
from typing import Any

from networking_desk.desk import Desk
from networking_desk.domain import names
from networking_desk.domain.profile import Profile
from networking_desk.domain.settings import Setting, Settings


def save(desk: Desk, **fields: str) -> None:
    """Write some fields of the profile; nothing happens when they are as they were."""
    clean: dict[str, Any] = {key: names.clean_lines(value) for key, value in fields.items()}
    known = desk.lists.meeting.profile()
    if all(getattr(known, key) == value for key, value in clean.items()):
        return
    with desk.change("Edit profile") as records:
        profile = records.first(Profile)
        if profile is None:
            records.add(Profile(**clean))
        else:
            records.replace(profile, **clean)


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
