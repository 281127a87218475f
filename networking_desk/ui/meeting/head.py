"""The head of the meeting's pages: with whom, and who referred you to them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Avatar, Chip, column, row
from networking_desk.ui.look.text import Words, tooltip
from networking_desk.ui.look.theme import px

_OFFERS = {"call_window": ("picture-in-picture-2", "Call window"), "share": ("presentation", "Share list"), "print_sheet": ("printer", "Print sheet")}


class Head(QWidget):
    """The person in a line, with room for buttons on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._shrinking: list[tuple[Button, str]] = []
        self._said_via = ""
        self._avatar = Avatar("", 40)
        self._name = Words("", 18, 600, elide=True)
        self._via = Chip()
        self._name_line = row(spacing=8)
        self._name_line.addWidget(self._name, 1_000)
        self._name_line.addWidget(self._via, 0, Qt.AlignmentFlag.AlignVCenter)
        self._name_line.addStretch(1)
        self._where = Words("", 14, token="text2", elide=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        line.addWidget(self._avatar)
        line.addLayout(column(self._name_line, self._where, spacing=0), 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(px(8))
        line.addLayout(self.buttons)

    def offer(self, live: Live, *names: str) -> None:
        """Put buttons for these commands on the right, words and all where there is room."""
        for name in names:
            icon, words = _OFFERS[name]
            button = Button(words, icon_name=icon)
            button.clicked.connect(lambda _=False, name=name: live.asked.emit(name))
            self._shrinking.append((button, words))
            self.buttons.addWidget(button)

    def narrow(self, narrow: bool) -> None:
        """In a small window the icons stand alone."""
        for button, words in self._shrinking:
            button.say("" if narrow else words, words)
            tooltip(button, words if narrow else "")
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        """Who referred them stands beside the name where there is room for both."""
        room = self.width() - self._avatar.width() - self.buttons.sizeHint().width() - px(24)
        name = self._name.fontMetrics().horizontalAdvance(self._name.whole())
        self._name.setMaximumWidth(name + px(4))
        self._via.setVisible(bool(self._said_via) and name + px(12) + self._via.width() <= room)

    def show_view(self, view: MeetingView) -> None:
        """Show whom a meeting is with."""
        self._avatar.show_name(view.person.full_name)
        self._name.say(view.person.full_name if len(view.person.full_name) < 40 else view.person.full_name[:38] + "…")
        self._where.say(say.at_company(view.person.title, view.person.company))
        self._said_via = f"Referred by {view.referred_by}"[:44] if view.referred_by else ""
        self._via.say(self._said_via, "grey", "corner-down-right")
        self._fit()
