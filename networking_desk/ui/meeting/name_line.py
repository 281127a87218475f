"""The name line: whom they know, typed where the company stands."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from networking_desk.desk import Desk
from networking_desk.ui.look.cards import Picture
from networking_desk.ui.look.theme import px
from networking_desk.ui.meeting.spoken_field import SpokenField
from networking_desk.ui.meeting.writing import Writing


class NameLine(QFrame):
    """One line over a list. `saved` gives the company when a name was entered, `left` when it was left without one."""

    HEIGHT = 46
    saved = Signal(str)
    left = Signal(str)

    def __init__(self, desk: Desk, writing: Writing, parent: QWidget, *, paper: bool = False) -> None:
        super().__init__(parent)
        self._writing = writing
        self.company_id = ""
        self.setObjectName("captureframe")
        self.field = SpokenField(desk, "Who do they know?")
        self.field.suggests = not paper  # others see that page: no name of yours is offered there
        self.field.textEdited.connect(lambda words: writing.write_listed(self.company_id, words))
        self.field.entered.connect(self._enter)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(px(10), 0, px(10), 0)
        inside.setSpacing(px(8))
        inside.addWidget(Picture("user-round-plus", "paper:accent_text" if paper else "accent_text", 18))
        inside.addWidget(self.field, 1)
        inside.addWidget(Picture("corner-down-left", "paper:text2" if paper else "text2", 16))
        self.hide()

    def open(self, company_id: str, name: str, words: str = "") -> None:
        """Ask for a name at this company."""
        self.company_id = company_id
        self.field.setText(words)
        self.field.setPlaceholderText("Name, title")
        self.field.setAccessibleName(f"Who do they know at {name}?")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put(self, rect: QRect) -> None:
        """Stand in this place."""
        self.setGeometry(rect.left(), rect.top(), rect.width(), px(self.HEIGHT))

    def close_line(self) -> None:
        """Put the line away."""
        self.company_id = ""
        self.field.setText("")
        self.hide()

    def _enter(self) -> None:
        company_id, words = self.company_id, self.field.text()
        if not words.strip():
            self._leave()
        elif self._writing.enter_listed(company_id, words):
            self.close_line()
            self.saved.emit(company_id)

    def _leave(self) -> None:
        company_id = self.company_id
        self._writing.leave_listed()
        self.close_line()
        self.left.emit(company_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
