"""How you met somebody and what has happened since: the chain of introductions and the timeline."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.desk import ContactDetail, Person
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Chip, Picture, Tile, clear, row
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px

_SHOWN = 20


class Story(QWidget):
    """The chain, each name opening its person, and the latest events. `adding` says that a note is wanted."""

    adding = Signal()

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._detail: ContactDetail | None = None
        self._narrow = False
        self._chain_title = Words("How you met", 14, 600)
        self._chain = QVBoxLayout()
        self._chain.setSpacing(px(4))
        add = Button("Add", "link", name="Add a note")
        add.clicked.connect(self.adding)
        self._activity = QVBoxLayout()
        self._activity.setSpacing(px(6))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(14))
        page.addWidget(self._chain_title)
        page.addLayout(self._chain)
        page.addLayout(row(Words("Activity", 14, 600), None, add))
        page.addLayout(self._activity)

    def show_detail(self, detail: ContactDetail) -> None:
        """Show one contact's."""
        self._detail = detail
        self._show_chain(detail)
        self._show_activity(detail)

    def narrow(self, narrow: bool) -> None:
        """Break the chain earlier where there is little room."""
        if narrow != self._narrow:
            self._narrow = narrow
            if self._detail:
                self._show_chain(self._detail)

    def _show_chain(self, detail: ContactDetail) -> None:
        clear(self._chain)
        self._chain_title.setVisible(len(detail.chain) > 1)
        if len(detail.chain) > 1:
            self._chain.addLayout(self._people(detail.chain))

    def _people(self, people: tuple[Person, ...]) -> QVBoxLayout:
        """You, and names in lines of two or three, each opening its person."""
        lines = QVBoxLayout()
        lines.setSpacing(px(4))
        things: list[QWidget] = [Chip("You", "solid", "user-round")]
        for person in people:
            button = Button(person.full_name if len(person.full_name) < 26 else person.full_name[:24] + "…", "chain", name=f"Open {person.full_name}")
            button.clicked.connect(lambda _=False, one=person: self._live.asked_contact.emit(one.id))
            things += [Picture("chevron-right", "text3", 14), button]
        per_line = 4 if self._narrow else 5
        for start in range(0, len(things), per_line):
            lines.addLayout(row(*things[start : start + per_line], None, spacing=6))
        return lines

    def _show_activity(self, detail: ContactDetail) -> None:
        clear(self._activity)
        clock, today = self._live.desk.clock, self._live.desk.clock.today()
        for event in detail.activity[:_SHOWN]:
            icon, tone, words = say.activity(event.kind, event.text)
            on = clock.local(event.at).date()
            line = QHBoxLayout()
            line.setSpacing(px(10))
            line.addWidget(Tile(icon, tone, 26))
            line.addWidget(Words(words, 14, elide=True), 1)
            line.addWidget(Words(say.day(on, today), 12, token="text3"))
            self._activity.addLayout(line)
        if not detail.activity:
            self._activity.addWidget(Words("Nothing yet.", 13, token="text3"))
