"""Dialogs in the program's own dress, gone for good when they are closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from networking_desk.domain.errors import DeskError
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import row
from networking_desk.ui.look.fields import Line
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px

# What shows the help for a window; the program says so when it is there.
helper: list[Callable[[QWidget], object]] = []


def ask_help(window: QWidget) -> None:
    """Let F1 show the help for a window that is not the main one."""
    QShortcut(QKeySequence(Qt.Key.Key_F1), window).activated.connect(lambda: helper[-1](window) if helper else None)


class Dialog(QDialog):
    """A dialog with a title and a column of things in it. `again` is the command that opens it anew when the window was, for none it stays as it is."""

    again = ""

    def __init__(self, parent: QWidget, title: str, width: int = 480) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(px(width))
        ask_help(self)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(24), px(20), px(24), px(20))
        self.body.setSpacing(px(10))


class OneLine(Dialog):
    """A small dialog with one line to write in. `enter` gets the words; a DeskError it raises is shown under the line."""

    def __init__(self, parent: QWidget, title: str, hint: str, placeholder: str, accept: str, enter: Callable[[str], object], *, text: str = "") -> None:
        super().__init__(parent, title, 520)
        self._enter = enter
        self.line = Line(title, text, placeholder)
        self._error = Words("", 13, 500, "red_text", wrap=True)
        self._error.hide()
        self.body.addWidget(Words(title, 18, 600))
        self.body.addWidget(self.line)
        self.body.addWidget(self._error)
        self.body.addWidget(Words(hint, 13, token="text2", wrap=True))
        cancel, self.accept_button = Button("Cancel"), Button(accept, "primary")
        self.body.addLayout(row(None, cancel, self.accept_button))
        cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self._try)
        self.line.returnPressed.connect(self._try)
        self.line.textEdited.connect(lambda _: self._error.hide())
        self.line.setFocus()

    def _try(self) -> None:
        try:
            self._enter(self.line.text())
        except DeskError as error:
            self._error.say(str(error))
            self._error.show()
            self.line.setFocus()
            return
        self.accept()
