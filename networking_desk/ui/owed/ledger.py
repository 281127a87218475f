"""The ledger of promises: mine and theirs, by when, and those that were kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import LedgerRow
from networking_desk.domain.errors import DeskError
from networking_desk.domain.names import first_name
from networking_desk.ui import errors, say
from networking_desk.ui.checks import CheckLine, CheckLineRow
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import row
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import promises


class Ledger(QWidget):
    """Promises as boxes to tick, under a title; `of_many` people they say to whom, and the title stands elsewhere."""

    def __init__(self, live: Live, *, of_many: bool = False) -> None:
        super().__init__()
        self._live, self._of_many = live, of_many
        self._contact_id = ""
        self._add = Button("Add", "link", name="Add a promise")
        self._add.clicked.connect(self._new)
        self.lines = Lines("Promises", CheckLine(14), grows=True)
        self.lines.on_key(Qt.Key.Key_Space, "tick")
        self.lines.on_key(Qt.Key.Key_Return, "open")
        self.lines.acted.connect(self._act)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(4))
        if not of_many:
            body.addLayout(row(Words("Promises", 14, 600), None, self._add))
        body.addWidget(self.lines)

    def show_rows(self, rows: Sequence[LedgerRow], contact_id: str = "") -> None:
        """Show these; of a contact more can be added, without one an empty ledger takes no room."""
        self._contact_id = contact_id
        self._add.setVisible(bool(contact_id))
        self._rows = {one.id: one for one in rows}
        self.lines.show_rows([CheckLineRow(one.id, self._words(one), bool(one.done_on), self._when(one)) for one in rows])
        self.lines.setVisible(bool(rows))
        self.setVisible(bool(rows) or bool(contact_id))

    def _words(self, one: LedgerRow) -> str:
        if one.theirs:
            return f"{first_name(one.full_name)}: {one.text}"
        return f"You, for {first_name(one.full_name)}: {one.text}" if self._of_many else f"You: {one.text}"

    def _when(self, one: LedgerRow) -> str:
        today = self._live.desk.clock.today()
        if one.done_on:
            return f"Kept {say.ago(date.fromisoformat(one.done_on), today)}"
        return f"By {say.on(date.fromisoformat(one.due_on), today)}" if one.due_on else "Asked about"

    def _act(self, action: str, promise_id: str) -> None:
        one = self._rows[promise_id]
        if action == "open":
            self._live.asked_contact.emit(one.contact_id)
            return
        try:
            self._live.said.emit(promises.keep(self._live.desk, promise_id, kept=not one.done_on))
        except DeskError as error:
            errors.tell(error)

    def _new(self) -> None:
        desk, contact_id = self._live.desk, self._contact_id
        hint = "Yours, or theirs: “she will ask Ben”. A day may be named: by Friday, in 2 weeks, or simply “…, thu”."
        OneLine(self, "New promise", hint, "send the cost model, thu", "Add", lambda words: promises.add(desk, contact_id, words)).open()
