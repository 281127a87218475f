"""Priorities: say with 1, 2 or 3 how much you want each company, see what is proposed, take it over at once or one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout

from networking_desk.desk import StandingRow
from networking_desk.domain.priorities import MOST, proposed
from networking_desk.ui import say
from networking_desk.ui.companies.build_page import BuildPage
from networking_desk.ui.companies.wanted import WANTED
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import row
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.rows import RowsModel, Table
from networking_desk.verbs import target_list

_RULE = "3 the most, 2 gladly, 1 a little; Enter takes the proposal. A is what you want most, B what you would be glad of, C the rest. Somebody inside and an opening together lift a company by one."


def proposal(one: StandingRow) -> str:
    """The priority that is proposed for a company."""
    return proposed(one.motivation, one.inside, one.openings)


class RankPage(BuildPage):
    """All target companies with what they are ranked by; keys act on the current one."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._rows: dict[int, StandingRow] = {}
        columns = ("Company", "How much", "People", "Openings", "Now", "Proposed")
        self.table = Table("Priorities", RowsModel(columns, self._page, _text, _sentence), _cell, (0, 120, 70, 84, 56, 96), 44)
        for key in "1230":
            self.table.on_key(getattr(Qt.Key, f"Key_{key}"), key)
        self.table.pressed_key.connect(self._want)
        self.table.opened.connect(self._accept)
        self.table.clicked.connect(lambda index: self._accept(self.table.current_id()) if index.column() == _PROPOSED else None)
        self._use = Button("Use all proposals", "soft", "check")
        self._use.clicked.connect(self._accept_all)
        self._differ = Words("", 13, token="text2", elide=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(10))
        page.addWidget(Words("How much would you like to work there?", 15, 600))
        page.addWidget(Words(_RULE, 13, token="text2", wrap=True))
        page.addWidget(self.table, 1)
        page.addLayout(row(self._differ, self._use))

    def focus_first(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_now(self) -> None:
        """Read the companies again; the current one stays."""
        rows = self._live.desk.lists.companies.standings()
        self._rows = {one.n: one for one in rows}
        self.table.rows.show_ids([one.n for one in rows])
        if rows and not self.table.current_id():
            self.table.selectRow(0)
        differ = sum(proposal(one) != one.priority for one in rows)
        words = "Every company has the priority that is proposed." if rows else "No company is on your list yet."
        self._differ.say(f"{say.count(differ, 'company', 'companies')} would have another priority." if differ else words)
        self._use.say("Use all proposals" if differ else "Sort by the proposals")
        self._use.setEnabled(bool(rows))

    def _page(self, ns: Sequence[int]) -> list[StandingRow]:
        return [self._rows[n] for n in ns if n in self._rows]

    def _want(self, key: str, company_id: str) -> None:
        if company_id:
            place = self.table.currentIndex().row()
            target_list.want(self._live.desk, company_id, int(key))
            self.table.selectRow(min(place + 1, self.table.rows.rowCount() - 1))

    def _accept(self, company_id: str) -> None:
        one = next((one for one in self._rows.values() if one.id == company_id), None)
        if one and proposal(one) != one.priority:
            target_list.edit(self._live.desk, company_id, priority=proposal(one))
            self.said.emit(f"{one.name} has priority {proposal(one)}")

    def _accept_all(self) -> None:
        self.said.emit(target_list.accept_order(self._live.desk))


_PROPOSED = 5
_UNSAID = "Not said"


def _wanted(one: StandingRow) -> str:
    return WANTED.get(one.motivation, _UNSAID)


def _text(one: StandingRow, column: int) -> str:
    return (one.name, _wanted(one), str(one.inside), str(one.openings), one.priority or "None", proposal(one))[column]


def _sentence(one: StandingRow) -> str:
    parts = (one.name, f"wanted: {_wanted(one).lower()}", say.count(one.inside, "person inside", "people inside"), say.count(one.openings, "opening"))
    return ", ".join((*parts, f"priority {one.priority or 'none'}", f"proposed {proposal(one)}"))


def _cell(painter: QPainter, rect: QRect, one: StandingRow, column: int) -> None:
    if column == 0:
        paint.words(painter, rect.adjusted(px(20), 0, -px(8), 0), one.name, 14, 600)
    elif column == 1:
        _dots(painter, rect, one.motivation)
    elif column == _PROPOSED:
        differs = proposal(one) != one.priority
        paint.chip(painter, rect.left(), rect.center().y(), f"Use {proposal(one)}" if differs else proposal(one), "accent" if differs else "grey")
    else:
        paint.words(painter, rect, _text(one, column), 14, 400, "text" if column == 4 or _text(one, column) != "0" else "text3")


def _dots(painter: QPainter, rect: QRect, motivation: int) -> None:
    """How much, as so many of three dots, and in words."""
    paint.words(
        painter,
        QRect(rect.left(), rect.top(), px(44), rect.height()),
        "●" * motivation + "○" * (MOST - motivation),
        12,
        400,
        "accent" if motivation else "text3",
    )
    paint.words(painter, rect.adjusted(px(48), 0, -px(4), 0), WANTED.get(motivation, _UNSAID), 13, 400, "text2")
