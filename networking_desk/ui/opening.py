"""Which dialog a command opens; each is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from networking_desk.ui.live import Live

if TYPE_CHECKING:
    from networking_desk.domain.pitch import Part


def _pitch(parent: QWidget, live: Live, part: Part | None = None) -> QDialog:
    from networking_desk.domain.pitch import Part
    from networking_desk.ui.profile.dialog import PitchDialog

    return PitchDialog(parent, live, part or Part.PITCH)


def _position(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.domain.pitch import Part

    return _pitch(parent, live, Part.POSITION)


def _rehearse(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.domain.pitch import Part
    from networking_desk.ui.profile.rehearse import RehearseDialog

    words = live.desk.lists.meeting.profile().skills
    return RehearseDialog(parent, live, Part.PITCH) if words else _pitch(parent, live)


def _questions(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.ui.questions.bank import QuestionsDialog

    return QuestionsDialog(parent, live)


def _settings(parent: QWidget, live: Live, section: str = "you") -> QDialog:
    from networking_desk.ui.settings.dialog import SettingsDialog

    return SettingsDialog(parent, live, section)


def _agendas(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.ui.meeting.agendas import AgendasDialog

    return AgendasDialog(parent, live)


def _palette(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.ui.palette.dialog import PaletteDialog

    return PaletteDialog(parent, live)


def _templates(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.ui.templates import TemplatesDialog

    return TemplatesDialog(parent, live)


def _trash(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.ui.trash import TrashDialog

    return TrashDialog(parent, live)


def _keys(parent: QWidget, _live: Live) -> QDialog:
    from networking_desk.ui.help.keys import KeysDialog

    return KeysDialog(parent)


# The command's name -> what makes its dialog.
OPENS: dict[str, Callable[..., QDialog]] = {
    "profile": _pitch,
    "position": _position,
    "rehearse": _rehearse,
    "questions": _questions,
    "palette": _palette,
    "settings": _settings,
    "agendas": _agendas,
    "templates": _templates,
    "trash": _trash,
    "keys": _keys,
}
# Those that stand beside the window instead of before it.
_BESIDE = frozenset({"palette"})


def opens(name: str) -> bool:
    """Whether a command is one that opens a dialog; `settings/look` opens a part of it."""
    return name.partition("/")[0] in OPENS


def open_dialog(name: str, parent: QWidget, live: Live) -> None:
    """Open the dialog of a command."""
    name, _, part = name.partition("/")
    dialog = OPENS[name](parent, live, part) if part else OPENS[name](parent, live)
    if name in _BESIDE:
        dialog.show()
        dialog.activateWindow()
    else:
        dialog.open()
