"""What somebody was shown of the target list, and what they answered; and what is never shown to them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import ContactDetail
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import clear, row
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px

_SHOWN = 8


class ShownCompanies(QWidget):
    """A line a company, the answers first; each opens its company."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(2))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(6))
        page.addWidget(Words("Companies shown", 14, 600))
        page.addLayout(self._lines)

    def show_detail(self, detail: ContactDetail) -> None:
        """Show one contact's; nothing when they were shown nothing."""
        clear(self._lines)
        self.setVisible(bool(detail.shown))
        clock, today = self._live.desk.clock, self._live.desk.clock.today()
        answered = [one for one in detail.shown if one.answer]
        for one in answered[:_SHOWN]:
            opens = Button(one.name, "row", name=f"Open {one.name}")
            opens.clicked.connect(lambda _=False, one=one: self._live.asked_company.emit(one.company_id))
            line = row(opens, spacing=8)
            line.addWidget(Words(f"{say.on(clock.local(one.at).date(), today)}: {say.answer(one.answer, one.name_said)}", 13, token="text2", elide=True), 1)
            self._lines.addLayout(line)
        more = len(detail.shown) - min(len(answered), _SHOWN)
        if more and detail.shown:
            on = say.on(clock.local(max(one.at for one in detail.shown)).date(), today)
            self._lines.addWidget(Words(f"and {say.count(more, 'more company', 'more companies')}, the last on {on}", 13, token="text2", elide=True))
