"""Whom to reach out to next: at most three people, each with the reason."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import Suggestion
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, IconButton
from networking_desk.ui.look.cards import Avatar, Card, Divider, clear, column, heading, row
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import outreach


class ReachOut(QWidget):
    """The card with suggestions; a letter is one click away."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._card = Card(padding=14, spacing=10)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(8))
        body.addWidget(heading("Reach out next"))
        body.addWidget(self._card)

    def show_now(self) -> list[Suggestion]:
        """Read the suggestions again; gives them."""
        people = outreach.suggestions(self._live.desk)
        clear(self._card.body)
        for number, person in enumerate(people):
            if number:
                self._card.body.addWidget(Divider())
            self._add(person)
        self.setVisible(bool(people))
        return people

    def _add(self, person: Suggestion) -> None:
        clock = self._live.desk.clock
        name = Button(person.full_name, "row", name=f"Open {person.full_name}")
        name.clicked.connect(lambda: self._live.asked_contact.emit(person.contact_id))
        writes = IconButton("mail", f"Write to {person.full_name}")
        writes.clicked.connect(lambda: self.write(person))
        why = say.suggestion(person, clock.today(), clock.local(person.at).date() if person.at else None)
        line = row(Avatar(person.full_name, 36), spacing=10)
        line.addLayout(column(name, Words(why, 13, token="text2", wrap=True), spacing=0), 1)
        line.addWidget(writes)
        self._card.body.addLayout(line)

    def write(self, person: Suggestion) -> None:
        """Show a letter to somebody who was suggested."""
        from networking_desk.ui.owed.draft import DraftDialog

        DraftDialog.for_contact(self.window(), self._live, person.contact_id).open()
