"""The Target Companies tab: the ranked list, who is inside, where it stands, with one company in full beside it."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from networking_desk.desk import CompanyRow
from networking_desk.domain.companies import LIST_GOAL
from networking_desk.ui import say
from networking_desk.ui.companies.coverage import Coverage
from networking_desk.ui.companies.detail import CompanyDetailView
from networking_desk.ui.list_page import ListPage
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.buttons import Button, FilterChips, IconButton
from networking_desk.ui.look.cards import Bar, EmptyState, Picture
from networking_desk.ui.look.fields import SearchField
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.rows import RowsModel, Table
from networking_desk.verbs import target_list

_CONCERNS = frozenset(
    {
        "ReferralEvent",
        "LeadEvent",
        "Promise",
        "Company",
        "Position",
        "Contact",
        "Lead",
        "Showing",
        "Meeting",
        "Hidden",
        "Referral",
        "FollowUp",
        "Touch",
        "Setting",
    }
)
TONES = {"No contact yet": "amber", "Introduced": "accent", "Talking": "blue", "Interview": "dusk"}


class CompaniesTab(ListPage):
    """Search, filter, table, detail."""

    def __init__(self, live: Live) -> None:
        super().__init__(live, _CONCERNS, CompanyDetailView(live))
        self._lists = live.desk.lists.companies
        self._which = "all"
        self.search = SearchField("Search target companies", "Search companies…")
        self.search.textChanged.connect(lambda _: self.show_now())
        self._chips = FilterChips([("all", "All"), ("no_contact", "No contact yet"), ("talking", "Talking"), ("openings", "Openings")])
        self._chips.chosen.connect(self._filter)
        self._coverage = Coverage(live)
        self._coverage.wanted.connect(self._show_only)
        self._gauge_words, self._gauge = Words("", 13, 500, "text2"), Bar("Companies on your list", 96)
        columns = ("Company", "Priority", "People you know", "Openings", "Status")
        self.table = Table("Target companies", RowsModel(columns, self._lists.rows, self._text, self._sentence), self._cell, (0, 92, 136, 96, 130), 58)
        self.table.here.connect(self._show)
        self.table.opened.connect(lambda _: self.detail.focus_first())
        self.table.on_key(Qt.Key.Key_Delete, "take_off")
        self.table.pressed_key.connect(lambda _key, _id: self.delete())
        self.table.contextMenuEvent = self._menu  # type: ignore[method-assign]
        build, bring = Button("Build the list", "big", "target"), Button("Import a list", icon_name="import")
        bring.setMinimumHeight(px(44))
        build.clicked.connect(lambda: live.asked.emit("build_list"))
        bring.clicked.connect(lambda: live.asked.emit("import"))
        empty = EmptyState(
            Picture("target", "accent", 44), "Where would you like to work?",
            "Write down companies, 40 in the end. In every meeting you walk this list and ask who they know there.",
            build, bring, hint="Ctrl+Shift+N adds one: name, industry, place",
        )  # fmt: skip
        self._make_list(empty)
        self.show_now()

    def _make_list(self, empty: QWidget) -> None:
        printing, self._small_share = IconButton("printer", "Print the target list"), IconButton("presentation", "Share list")
        self._share, self._add = Button("Share list", icon_name="presentation"), Button("Add company", "primary", "plus")
        buttons = {printing: "print_list", self._small_share: "share", self._share: "share", self._add: "new_company"}
        for button, command in buttons.items():
            button.clicked.connect(lambda _=False, command=command: self._live.asked.emit(command))
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self.search, 1)
        for button in buttons:
            top.addWidget(button)
        second = QHBoxLayout()
        second.setSpacing(px(10))
        second.addWidget(self._chips, 1)
        second.addWidget(self._gauge_words)
        second.addWidget(self._gauge)
        clear = Button("Clear search", "link")
        clear.clicked.connect(self._clear_all)
        none = EmptyState(Picture("search-x", "text2", 28), "No company matches", "Look at the whole list again.", clear, narrow=True)
        self.lay_out([top, second, self._coverage], none, empty, (380, 780), (270, 452))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        narrow, tight = self.width() < px(1000), self.width() < px(800)
        self.table.setColumnHidden(3, narrow)
        self.table.setColumnHidden(4, tight)  # the detail says it too; the name is worth more
        self._show_gauge()
        self._coverage.narrow(narrow)
        self._add.say("Add" if narrow else "Add company", "Add company")
        self._share.setVisible(not narrow)
        self._small_share.setVisible(narrow)
        self.table.fit((0, 80, 124, 0, 0 if tight else 130) if narrow else (0, 92, 136, 96, 130))

    def _show_gauge(self) -> None:
        for part in (self._gauge, self._gauge_words):
            part.setVisible(self.width() >= px(1000) and self._live.desk.settings.benchmarks)

    def show_now(self) -> None:
        """Read the list again; the selection stays."""
        self._show_gauge()
        counts = self._lists.counts()
        self._chips.count(counts)
        self._coverage.show_counts(counts, self._which)
        self.search.setPlaceholderText(f"Search {say.count(counts['all'], 'company', 'companies')}…")
        self._gauge_words.say(f"{counts['all']} of {LIST_GOAL} companies")
        self._gauge.fill(counts["all"], LIST_GOAL)
        self.pages.setCurrentIndex(0 if counts["all"] else 1)
        known = self.table.current_id()
        ids = self._lists.ids(self.search.text(), self._which)
        self.table.rows.show_ids(ids)
        self.results.setCurrentIndex(0 if ids else 1)
        if self.table.current_id() != known or not known:
            self._show(self.table.current_id())
        else:
            self.detail.show_id(known)

    def _clear_all(self) -> None:
        self.search.clear()
        self._show_only("all")

    def _show_only(self, which: str) -> None:
        self._chips.choose(which)
        self._filter(which)

    def _filter(self, which: str) -> None:
        self._which = which
        self.show_now()

    def choose(self, company_id: str) -> None:
        """Select a company, taking away a search or a filter that hides it; one that is no target is shown in the detail alone."""
        n = self._lists.number(company_id)
        if n is not None and not self.table.choose(n):
            self._clear_all()
            if not self.table.choose(n):
                self.pages.setCurrentIndex(0)
                self.table.clearSelection()
                self._show(company_id)

    def _show(self, company_id: str) -> None:
        self.detail.show_id(company_id)

    def delete(self) -> None:
        """Take the current company off the list; the toast offers the way back."""
        if company_id := self.table.current_id():
            self._live.said.emit(target_list.take_off(self._live.desk, company_id))

    def _menu(self, event: QContextMenuEvent) -> None:
        company_id = self.table.current_id()
        if not company_id:
            return
        desk = self._live.desk
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Move up  Alt+Up", lambda: target_list.move(desk, company_id, up=True))
        menu.addAction("Move down  Alt+Down", lambda: target_list.move(desk, company_id, up=False))
        menu.addSeparator()
        menu.addAction("Edit the name  F2", self.edit_name)
        menu.addAction("Take off the list  Del", self.delete)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: object) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier  # type: ignore[attr-defined]
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.table.current_id():  # type: ignore[attr-defined]
            target_list.move(self._live.desk, self.table.current_id(), up=event.key() == Qt.Key.Key_Up)  # type: ignore[attr-defined]
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def _people(self, row: CompanyRow) -> str:
        if not row.people_count:
            return "Nobody yet"
        return row.people[0].split(" ", maxsplit=1)[0] if row.people_count == 1 else f"{row.people_count} people"

    def _text(self, row: CompanyRow, column: int) -> str:
        return (row.name, row.priority, self._people(row), str(row.openings) if row.openings else "None", row.status)[column]

    def _sentence(self, row: CompanyRow) -> str:
        parts = (row.name, row.industry, row.place, f"priority {row.priority}" if row.priority else "no priority", self._people(row), row.status)
        return ", ".join(filter(None, (*parts, "confidential" if row.confidential else "")))

    def _cell(self, painter: QPainter, rect: QRect, row: CompanyRow, column: int) -> None:
        middle = rect.center().y()
        if column == 0:
            paint.tile(painter, QRect(rect.left() + px(20), middle - px(17), px(34), px(34)), "lock" if row.confidential else "building-2", "grey")
            left, width = rect.left() + px(66), rect.width() - px(74)
            paint.words(painter, QRect(left, rect.top() + px(8), width, px(21)), row.name, 14, 600)
            paint.words(painter, QRect(left, rect.top() + px(29), width, px(20)), say.at_company(row.industry, row.place), 13, 400, "text2")
        elif column == 1:
            paint.priority(painter, rect.left(), middle, row.priority)
        elif column == 2:
            left = rect.left()
            for name in row.people[:2] if row.people_count < 3 else row.people[:1]:
                paint.avatar(painter, QRect(left, middle - px(13), px(26), px(26)), name)
                left += px(22)
            left += px(10) if row.people else 0
            paint.words(
                painter, QRect(left, middle - px(12), rect.right() - left - px(4), px(24)), self._people(row), 14, 400, "text" if row.people_count else "text2"
            )
        elif column == 3:
            if row.openings:
                paint.chip(painter, rect.left(), middle, str(row.openings), "amber", "briefcase")
            else:
                paint.words(painter, QRect(rect.left(), middle - px(12), rect.width(), px(24)), "None", 14, 400, "text2")
        else:
            paint.chip(painter, rect.left(), middle, row.status, TONES.get(row.status, "grey"), most=rect.width() - px(10))
