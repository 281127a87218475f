"""What the program could not remind of: listed on Today until it is put aside."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Card, Picture, clear, row, show_if
from networking_desk.ui.look.text import Words
from networking_desk.verbs import reminders


class Missed(QWidget):
    """A calm card, there only while something was missed."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._card = Card("warning", padding=14, spacing=8)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._card)

    def show_now(self) -> None:
        """Read it again."""
        desk = self._live.desk
        clock, today = desk.clock, desk.clock.today()
        missed = desk.lists.reminders.missed()
        clear(self._card.body)
        show_if(self, bool(missed))
        for one in missed:
            line = row(spacing=10)
            line.addWidget(Picture("history", "amber_text", 16), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Words(f"Missed {say.ago(clock.local(one.at).date(), today)}: {one.text}", 13, 500, "amber_text", wrap=True), 1)
            aside = Button("Put aside", "small", name=f"Put aside: {one.text}")
            aside.clicked.connect(partial(self._aside, one.id))
            line.addWidget(aside, 0, Qt.AlignmentFlag.AlignTop)
            self._card.body.addLayout(line)

    def _aside(self, reminder_id: str) -> None:
        reminders.put_aside(self._live.desk, [reminder_id])
