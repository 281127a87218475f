"""Agendas of one's own: write them, change the built-in ones, take the changes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from networking_desk.desk import Desk
from networking_desk.domain import names, presets
from networking_desk.domain.presets import Agenda, Preset, PresetStage, StagePlan

_LONGEST_NAME = 60


def save(desk: Desk, key: str, name: str, stages: Sequence[StagePlan]) -> str:
    """Keep an agenda under its key, or a new one where the key is empty; gives its key.

    Meetings planned before keep the copy that they have. Raises DeskError for an agenda that no meeting could run with.
    """
    title = names.clean(name, _LONGEST_NAME)
    clean = [_clean(stage) for stage in stages]
    presets.checked(title, clean)
    built_in = {agenda.key for agenda in presets.BUILT_IN}
    with desk.change(f"Change the agenda {title}" if key else f"Add the agenda {title}") as records:
        kept = records.first(Preset, key=key) if key in built_in else records.first(Preset, id=key) if key else None
        kept = records.replace(kept, name=title) if kept else records.add(Preset(name=title, key=key if key in built_in else ""))
        for old in records.find(PresetStage, preset_id=kept.id):
            records.remove(old)
        for position, stage in enumerate(clean):
            records.add(PresetStage(preset_id=kept.id, position=position, **vars(stage)))
    return kept.key or kept.id


def _clean(stage: StagePlan) -> StagePlan:
    return replace(
        stage,
        name=names.clean(stage.name, _LONGEST_NAME),
        short=names.clean(stage.short, 12),
        hint=names.clean(stage.hint, 200),
        prompt=names.clean(stage.prompt, 400),
        checklist=tuple(filter(None, (names.clean(line, 120) for line in stage.checklist))),
    )


def remove(desk: Desk, agenda: Agenda) -> None:
    """Delete an agenda of the user's own; a built-in one becomes what it was."""
    built_in = any(agenda.key == one.key for one in presets.BUILT_IN)
    with desk.change(f"Restore the agenda {agenda.name}" if built_in else f"Delete the agenda {agenda.name}") as records:
        kept = records.first(Preset, key=agenda.key) if built_in else records.first(Preset, id=agenda.key)
        if kept:
            records.remove(kept, "" if built_in else f"Agenda {agenda.name}")
