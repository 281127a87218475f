"""The capture line: a few words, Enter, and eyes back on the person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.desk import Desk
from networking_desk.domain.meetings import CaptureKind
from networking_desk.ui import say
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Chip, Picture, clear
from networking_desk.ui.look.options import Option
from networking_desk.ui.look.text import Words, tooltip
from networking_desk.ui.look.theme import px
from networking_desk.ui.meeting.spoken_field import SpokenField
from networking_desk.ui.meeting.writing import Writing

_PLACEHOLDERS = {
    CaptureKind.REFERRAL: "Name, title, company",
    CaptureKind.COMPANY: "Company, industry, place",
    CaptureKind.LEAD: "Opening, company",
    CaptureKind.NOTE: "Write a note",
    CaptureKind.PROMISE: "What you will do, or “she will…”",
}
_SHORT = {CaptureKind.COMPANY: "Missing", CaptureKind.LEAD: "Lead"}


class CaptureLine(QWidget):
    """One line, always at hand: a view of what is being written. `compact` fits into the call window."""

    def __init__(self, desk: Desk, writing: Writing, *, compact: bool = False) -> None:
        super().__init__()
        self.writing = writing
        self._compact = compact
        frame = QFrame()
        frame.setObjectName("captureframe")
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(px(8), 0, px(10), 0)
        inside.setSpacing(px(4))
        self._chip, self._about = Chip(), Chip()
        for chip in (self._chip, self._about):
            chip.hide()
        self.line = SpokenField(desk, "Capture")
        self.line.textEdited.connect(writing.write)
        self.line.entered.connect(writing.enter)
        enter = Picture("corner-down-left", "text2", 16) if compact else Chip("Enter", "grey", "corner-down-left")
        for widget in (self._chip, self._about, self.line, enter):
            inside.addWidget(widget, 1 if widget is self.line else 0)
        self._hint = Hints(writing)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(6))
        kinds = self._kinds()
        if compact:
            body.addLayout(kinds)
            body.addWidget(frame)
        else:
            body.addWidget(frame)
            kinds.addWidget(self._hint, 1)
            body.addLayout(kinds)
        writing.changed.connect(self._show)
        self._show()

    def _kinds(self) -> QHBoxLayout:
        made = QHBoxLayout()
        made.setSpacing(px(4))
        self._group = QButtonGroup(self)
        self._buttons: dict[CaptureKind, Option] = {}
        for number, kind in enumerate(CaptureKind, 1):
            icon, _, words = say.KINDS[kind]
            button = Option(_SHORT.get(kind, words) if self._compact else words, "tall" if self._compact else "capture", icon)
            button.setAccessibleName(words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tooltip(button, f"{words}: Ctrl+{number}")
            button.clicked.connect(lambda _=False, kind=kind: self.use(kind))
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda kind=kind: self.use(kind))
            self._group.addButton(button)
            self._buttons[kind] = button
            made.addWidget(button, 1 if self._compact else 0)
        return made

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        if not self._compact:
            self._shorten(self.width() < px(560))

    def _shorten(self, short: bool) -> None:
        """Say the kinds in fewer words, without their icons, where there is little room."""
        for kind, button in self._buttons.items():
            words = say.KINDS[kind][2]
            button.say(_SHORT.get(kind, words) if short else words)
            button.show_icon("" if short else say.KINDS[kind][0])
            button.setAccessibleName(words)

    def use(self, kind: CaptureKind) -> None:
        """Write down this kind next, here."""
        self.writing.use(kind)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self) -> None:
        writing = self.writing
        icon, tone, words = say.KINDS[writing.kind]
        self.line.kind = writing.kind
        if not self._compact:
            self._chip.say(words, tone, icon)
        self._about.say(writing.company[:30], "white", "building-2")
        self._buttons[writing.kind].setChecked(True)
        placeholder = "Name, title" if writing.company_id else _PLACEHOLDERS[writing.kind]
        self.line.setPlaceholderText(placeholder)
        self.line.setAccessibleDescription(f"{words}. {placeholder}")
        if self.line.text() != writing.words:
            self.line.hide_suggestions()
            self.line.setText(writing.words)


class Hints(QWidget):
    """What the capture line has to say: who is meant, what was saved, what can be done about it."""

    def __init__(self, writing: Writing) -> None:
        super().__init__()
        self._writing = writing
        self._quiet = False
        self._words = Words("", 13, 500, "accent_text", elide=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(px(6))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(6))
        line.addWidget(self._words, 1)
        line.addLayout(self._actions)
        writing.hinted.connect(self._show)
        self._show()

    def quiet(self, quiet: bool) -> None:
        """Leave the names out, or say them again."""
        self._quiet = quiet
        self._show()

    def _show(self) -> None:
        hint = self._writing.hint
        what = hint.actions[0][0] if hint.actions else ""
        self._words.say({"Undo": "Saved", "Redo": "Undone"}.get(what, "") if self._quiet else hint.words)
        self._words.tone("amber_text" if hint.trouble else "accent_text")
        clear(self._actions)
        for words, act in hint.actions:
            button = Button(words, "link")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
            self._actions.addWidget(button)
