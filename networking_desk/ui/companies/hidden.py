"""From whom a company is kept: their list never holds it, on the screen or on paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import CompanyDetail
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, IconButton
from networking_desk.ui.look.cards import clear, row
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import target_list


class HiddenFrom(QWidget):
    """The people, each with a way to show it to them again, and a way to add one."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._company_id = ""
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(2))
        add = Button("Add", "link", name="Hide from somebody")
        add.clicked.connect(self._ask)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(4))
        page.addLayout(row(Words("Hidden from", 14, 600), None, add))
        page.addLayout(self._lines)

    def show_detail(self, detail: CompanyDetail) -> None:
        """Show from whom this company is kept."""
        self._company_id = detail.company.id
        clear(self._lines)
        for person in detail.hidden_from:
            again = IconButton("x", f"Show it to {person.full_name} again", kind="bare")
            again.clicked.connect(partial(self._show_again, person.id))
            line = row(spacing=8)
            line.addWidget(Words(person.full_name, 14, elide=True), 1)
            line.addWidget(again)
            self._lines.addLayout(line)
        if not detail.hidden_from:
            self._lines.addWidget(Words("Nobody. Everybody’s own employer is left out by itself.", 13, token="text2", wrap=True))

    def _show_again(self, contact_id: str) -> None:
        self._live.said.emit(target_list.hide(self._live.desk, self._company_id, contact_id, hidden=False))

    def _ask(self) -> None:
        company_id = self._company_id
        hint = "Their list never holds this company, on the screen or on paper."
        OneLine(
            self, "Hide from whom?", hint, "Ann Lee", "Hide", lambda words: self._live.said.emit(target_list.hide_spoken(self._live.desk, company_id, words))
        ).open()
