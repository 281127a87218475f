"""Which dialog a command opens; each is imported when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from networking_desk.ui.live import Live

if TYPE_CHECKING:
    from networking_desk.domain.profile import Part


def _pitch(parent: QWidget, live: Live, part: Part | None = None) -> QDialog:
    from networking_desk.domain.profile import Part
    from networking_desk.ui.profile.dialog import PitchDialog

    return PitchDialog(parent, live, part or Part.PITCH)


def _position(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.domain.profile import Part

    return _pitch(parent, live, Part.POSITION)


def _rehearse(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.domain.profile import Part
    from networking_desk.ui.profile.rehearse import RehearseDialog

    words = live.desk.lists.meeting.profile().skills
    return RehearseDialog(parent, live, Part.PITCH) if words else _pitch(parent, live)


def _questions(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.ui.questions.bank import QuestionsDialog

    return QuestionsDialog(parent, live)


def _palette(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.ui.palette.dialog import PaletteDialog

    return PaletteDialog(parent, live)


def _trash(parent: QWidget, live: Live) -> QDialog:
    from networking_desk.ui.trash import TrashDialog

    return TrashDialog(parent, live)


def _keys(parent: QWidget, _live: Live) -> QDialog:
    from networking_desk.ui.commands import KeysDialog

    return KeysDialog(parent)


# The command's name -> what makes its dialog.
OPENS: dict[str, Callable[[QWidget, Live], QDialog]] = {
    "profile": _pitch,
    "position": _position,
    "rehearse": _rehearse,
    "questions": _questions,
    "palette": _palette,
    "trash": _trash,
    "keys": _keys,
}
# Those that stand beside the window instead of before it.
_BESIDE = frozenset({"palette", "help"})


def open_dialog(name: str, parent: QWidget, live: Live) -> None:
    """Open the dialog of a command."""
    dialog = OPENS[name](parent, live)
    if name in _BESIDE:
        dialog.show()
        dialog.activateWindow()
    else:
        dialog.open()
