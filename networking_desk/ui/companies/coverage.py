"""What the list still lacks, as sentences that show it: companies nobody has been shown, and ways to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import row
from networking_desk.ui.look.theme import px

NOT_SHOWN = "not_shown"


class Coverage(QWidget):
    """A line of links. `wanted` gives the filter that a sentence stands for, "all" to leave it."""

    wanted = Signal(str)

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._which = "all"
        self._narrow = False
        self._unseen = 0
        self._not_shown = Button("", "link")
        self._not_shown.clicked.connect(lambda: self.wanted.emit("all" if self._which == NOT_SHOWN else NOT_SHOWN))
        self._who, self._build = Button("Who do I know here?", "link"), Button("Build the list", "link")
        for button, command in ((self._who, "who_inside"), (self._build, "build_list")):
            button.clicked.connect(lambda _=False, command=command: live.asked.emit(command))
        self.setLayout(row(self._not_shown, None, self._who, self._build, spacing=12))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: dict[str, int], which: str) -> None:
        """Say how many there are; `which` is the filter that is on."""
        self._unseen, self._which = counts[NOT_SHOWN], which
        self._say()

    def narrow(self, narrow: bool) -> None:
        """In a small window the sentence is shorter."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where three links have no room, two stay; the menu has all of them."""
        together = sum(button.sizeHint().width() for button in (self._not_shown, self._who, self._build))
        self._who.setVisible(together + px(36) <= self.width())

    def _say(self) -> None:
        whole = f"{say.count(self._unseen, 'target company', 'target companies')} that nobody has been shown"
        if self._which == NOT_SHOWN:
            self._not_shown.say("Show all companies")
        else:
            self._not_shown.say(f"{self._unseen:,} shown to nobody" if self._narrow else whole, whole)
        self._not_shown.setVisible(self._unseen > 0 or self._which == NOT_SHOWN)
        self._fit()
