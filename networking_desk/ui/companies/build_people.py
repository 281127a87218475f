"""The people you know, as a way to companies: questions that bring them to mind, and the companies where they are that are not on the list yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from networking_desk.desk import CompanyRow, Elsewhere
from networking_desk.domain import prompts
from networking_desk.domain.errors import DeskError
from networking_desk.domain.names import fold
from networking_desk.ui import errors, say
from networking_desk.ui.background import Work
from networking_desk.ui.companies.build_page import BuildPage, Prompts
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import EmptyState, row
from networking_desk.ui.look.fields import Line, SearchField
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.rows import RowsModel, Table
from networking_desk.verbs import contacts, target_list


class PeoplePage(BuildPage):
    """A question and a line for people; below it a table of companies, of which Enter puts one on the list."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._lists = live.desk.lists.companies
        self._all: Sequence[Elsewhere] = ()
        self._work: Work | None = None
        self._stale = True
        self.prompts = Prompts(prompts.PEOPLE)
        self.line = Line("Person", "", "Tom Okafor, Plant manager, Brightwater Foods")
        self.line.returnPressed.connect(self._add)
        add = Button("Add", "soft", "plus", name="Add person")
        add.clicked.connect(self._add)
        self.search = SearchField("Filter by industry, place, title or name", "Industry, place, title or name…")
        self.search.textChanged.connect(lambda _: self._filter())
        self._count = Words("", 13, token="text2")
        columns = ("Where people you know work", "People you know", "")
        self.table = Table("Companies of people you know", RowsModel(columns, self._lists.rows, _text, _sentence), _cell, (0, 190, 110), 44)
        self.table.opened.connect(self._put_on)
        self.table.on_key(Qt.Key.Key_Space, "put_on")
        self.table.pressed_key.connect(lambda _, company_id: self._put_on(company_id))
        self.table.clicked.connect(lambda index: self._put_on(self.table.current_id()) if index.column() == _BUTTON else None)
        self._results = QStackedWidget()
        self._results.addWidget(self.table)
        self._results.addWidget(EmptyState(None, "Nobody here works anywhere else", "Add people above, or import your connections with Ctrl+O.", narrow=True))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(10))
        page.addWidget(self.prompts)
        page.addLayout(row(self.line, add))
        page.addWidget(
            Words("Enter adds the person; where they work stands below. Enter or Space there puts a company on your list.", 13, token="text2", wrap=True)
        )
        page.addLayout(row(self.search, self._count, spacing=12))
        page.addWidget(self._results, 1)

    def focus_first(self) -> None:
        (self.table if self.table.rows.rowCount() else self.line).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_now(self) -> None:
        """Read the companies again, beside the window; one reading follows another."""
        self._stale = True
        if self._work is None:
            self._read()

    def _read(self) -> None:
        self._stale = False
        self._work = Work(lambda _: self._lists.elsewhere(), self.window())
        self._work.connect_to(self._came, self._failed).start()

    def _came(self, found: Sequence[Elsewhere]) -> None:
        self._work = None
        self._all = found
        self._filter()
        if self._stale:
            self._read()

    def _failed(self, error: Exception) -> None:
        self._work = None
        errors.tell(error)

    def _filter(self) -> None:
        asked = fold(self.search.text()).split()
        found = [one for one in self._all if all(f" {word}" in one.words for word in asked)]
        self.table.rows.show_ids([one.n for one in found])
        self._count.say(f"{say.count(len(found), 'company', 'companies')}, {say.count(sum(one.people for one in found), 'person', 'people')}")
        self._results.setCurrentIndex(0 if found else 1)
        if found and not self.table.current_id():
            self.table.selectRow(0)

    def _put_on(self, company_id: str) -> None:
        if not company_id:
            return
        place = self.table.currentIndex().row()
        self.said.emit(target_list.put_on(self._live.desk, [company_id]))
        gone = self._lists.number(company_id)
        self._all = [one for one in self._all if one.n != gone]
        self._filter()
        if count := self.table.rows.rowCount():
            self.table.selectRow(min(place, count - 1))

    def _add(self) -> None:
        if not self.line.text().strip():
            self.prompts.next()
            return
        try:
            contacts.add_spoken(self._live.desk, self.line.text())
        except DeskError as error:
            self.said.emit(str(error))
            return
        self.said.emit(f"{self.line.text().split(',')[0].strip()} added")
        self.line.setText("")  # not clear(): Ctrl+Z is for what was added now, no longer for the words
        self.line.setFocus()


_BUTTON = 2


def _people(one: CompanyRow) -> str:
    named = ", ".join(one.people[:2])
    return f"{named} and {one.people_count - 2} more" if one.people_count > 2 else named


def _text(one: CompanyRow, column: int) -> str:
    return (one.name, _people(one), "Add")[column]


def _sentence(one: CompanyRow) -> str:
    return ", ".join(filter(None, (one.name, one.industry, one.place, say.count(one.people_count, "person", "people") + " you know", _people(one))))


def _cell(painter: QPainter, rect: QRect, one: CompanyRow, column: int) -> None:
    if column == 0:
        left, width = rect.left() + px(20), rect.width() - px(28)
        wide = min(paint.width_of(one.name, 14, 600) + 2, width)
        paint.words(painter, QRect(left, rect.top(), wide, rect.height()), one.name, 14, 600)
        if width - wide > px(50):
            paint.words(
                painter,
                QRect(left + wide + px(10), rect.top(), width - wide - px(10), rect.height()),
                say.at_company(one.industry, one.place),
                13,
                400,
                "text2",
            )
    elif column == 1:
        paint.words(painter, rect.adjusted(0, 0, -px(8), 0), _people(one), 13, 400, "text2")
    else:
        paint.chip(painter, rect.left(), rect.center().y(), "Add to the list", "accent", most=rect.width() - px(8))
