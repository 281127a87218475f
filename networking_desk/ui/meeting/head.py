"""The head of the meeting's pages: with whom, and who referred you to them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.ui import say
from networking_desk.ui.look.cards import Avatar, Chip, column, row
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px


class Head(QWidget):
    """The person in a line, with room for buttons on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._avatar = Avatar("", 40)
        self._name = Words("", 18, 600)
        self._via = Chip()
        self._where = Words("", 14, token="text2", elide=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        line.addWidget(self._avatar)
        line.addLayout(column(row(self._name, self._via, None), self._where, spacing=0), 1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(px(8))
        line.addLayout(self.buttons)

    def show_view(self, view: MeetingView) -> None:
        """Show whom a meeting is with."""
        self._avatar.show_name(view.person.full_name)
        self._name.say(view.person.full_name if len(view.person.full_name) < 40 else view.person.full_name[:38] + "…")
        self._where.say(say.at_company(view.person.title, view.person.company))
        self._via.say(f"Referred by {view.referred_by}"[:44] if view.referred_by else "", "grey", "corner-down-right")
