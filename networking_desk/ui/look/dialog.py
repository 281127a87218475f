"""Dialogs in the program's own dress, gone for good when they are closed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from networking_desk.domain.errors import DeskError
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import row, scrolled
from networking_desk.ui.look.fields import Line
from networking_desk.ui.look.focus import FocusRing
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px

# What shows the help for a window; the program says so when it is there.
helper: list[Callable[[QWidget], object]] = []


def ask_help(window: QWidget) -> None:
    """Let F1 show the help for a window that is not the main one."""
    QShortcut(QKeySequence(Qt.Key.Key_F1), window).activated.connect(lambda: helper[-1](window) if helper else None)


class Dialog(QDialog):
    """A dialog with a title and a column of things in it.

    `again` is the command that opens it anew when the window was, for none it stays as it is. `known_as` is what the help knows it by where its title has a name in it.
    """

    again = ""
    known_as = ""

    def __init__(self, parent: QWidget, title: str, width: int = 480) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(min(px(width), self.room().width()))
        ask_help(self)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(24), px(20), px(24), px(20))
        self.body.setSpacing(px(10))
        FocusRing(self)

    def room(self) -> QSize:
        """How large it may be: no larger than the window it stands over, for that fits the screen; over the small window of a call it may be larger."""
        parent = self.parentWidget()
        over = parent.window().size() if parent else QSize(10_000, 10_000)
        return QSize(max(px(640), over.width() - px(20)), max(px(420), over.height() - px(20)))


class TallDialog(Dialog):
    """A dialog whose page scrolls where the window is too low for all of it; what is in `foot` stays in sight."""

    def __init__(self, parent: QWidget, title: str, width: int = 480) -> None:
        super().__init__(parent, title, width)
        self._inside = QWidget()
        self.page = QVBoxLayout(self._inside)
        self.page.setContentsMargins(0, 0, px(2), 0)
        self.page.setSpacing(px(10))
        self._area = scrolled(self._inside)
        self.foot = QVBoxLayout()
        self.foot.setSpacing(px(8))
        self.body.addWidget(self._area, 1)
        self.body.addLayout(self.foot)

    def showEvent(self, event: QShowEvent) -> None:
        """As tall as its page if the window above it is, else as tall as that."""
        if not event.spontaneous():
            parent = self.parentWidget()
            around = self.sizeHint().height() - self._area.sizeHint().height()
            wide = max(self.minimumWidth(), min(self.sizeHint().width(), (parent.width() if parent else 10_000) - px(20)))
            self._inside.setFixedWidth(wide - px(48) - px(4))
            needed = max(self._inside.heightForWidth(self._inside.width()), self._inside.sizeHint().height()) + around + px(4)
            self.resize(wide, min(needed, max(px(300), (parent.window().height() if parent else 10_000) - px(20))))
            self._inside.setMinimumWidth(0)
            self._inside.setMaximumWidth(10_000)
        super().showEvent(event)


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
