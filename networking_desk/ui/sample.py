"""The sample desk in the window: the strip that says that these people are invented, and what its two commands do."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from networking_desk.desk import Kinds
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Picture, show_if
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px

_CONCERNS = frozenset({"Contact", "Company"})


class SampleStrip(QFrame):
    """Across the top of every page while invented people are here, with the one click that throws them away."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self.setObjectName("strip")
        self.setAccessibleName("Invented people")
        away = Button("Throw them away", "small")
        away.clicked.connect(lambda: live.asked.emit("throw_away"))
        line = QHBoxLayout(self)
        line.setContentsMargins(px(20), px(6), px(14), px(6))
        line.setSpacing(px(10))
        line.addWidget(Picture("users", "amber_text", 18))
        line.addWidget(Words("These are invented people. Try everything; none of it is yours.", 14, 500, "amber_text", elide=True), 1)
        line.addWidget(away)
        live.changed.connect(self._changed)
        self.show_now()

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint(_CONCERNS):
            self.show_now()

    def show_now(self) -> None:
        """Be there while invented people are."""
        show_if(self, self._live.desk.lists.contacts.invented())
