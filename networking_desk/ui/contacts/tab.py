"""The Contacts tab: everybody you know in one table, found as you type, with one person in full beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from networking_desk.desk import Kinds
from networking_desk.ui import say
from networking_desk.ui.contacts.detail import ContactDetailView
from networking_desk.ui.contacts.empty import NobodyYet
from networking_desk.ui.contacts.line import ContactLine
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, FilterChips, IconButton
from networking_desk.ui.look.cards import EmptyState, Picture, scrolled
from networking_desk.ui.look.fields import SearchField
from networking_desk.ui.look.theme import px
from networking_desk.ui.rows import RowsModel, Table
from networking_desk.verbs import contacts

_CONCERNS = frozenset({"Contact", "Position", "Company", "Touch", "FollowUp", "Meeting"})
_SORTS = ("name", "company", "next")
_MORE = {"never_met": "Never met", "at_target": "At a target company", "decision_maker": "Decision makers", "insider": "Insiders", "connector": "Connectors"}
_PAUSE = 60  # ms after the last key before the rest of a long list is fetched


class ContactsTab(QWidget):
    """Search, filter, table, detail."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self.setObjectName("page")
        self._live = live
        self._lists = live.desk.lists.contacts
        self._line = ContactLine(live.desk.clock)
        self._which, self._sort = "all", "name"
        self._stale = False
        self.search = SearchField("Search contacts", "Search contacts…")
        self.search.textChanged.connect(self._searched)
        self._chips = FilterChips([("all", "All"), ("follow_up", "Follow up"), ("to_reach_out", "To reach out"), ("met", "Met")])
        self._chips.chosen.connect(self._filter)
        self.detail = ContactDetailView(live)
        self.table = Table(
            "Contacts", RowsModel(("Name", "Company", "Next step"), self._lists.rows, self._line.text, self._line.sentence), self._line.cell, (0, 160, 132), 60
        )
        self.table.here.connect(self._show)
        self.table.opened.connect(lambda _: self.detail.focus_first())
        self.table.on_key(Qt.Key.Key_Delete, "delete")
        self.table.pressed_key.connect(lambda _key, _id: self.delete())
        self.table.horizontalHeader().setSectionsClickable(True)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.table.contextMenuEvent = self._menu  # type: ignore[method-assign]
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_list())
        self._pages.addWidget(scrolled(NobodyYet(live)))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._pages)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._rest.timeout.connect(self._fetch_rest)
        live.changed.connect(self._changed)
        live.new_day.connect(self.show_now)
        self.show_now()

    def _make_list(self) -> QWidget:
        left = QWidget()
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self.search, 1)
        self._more = IconButton("sliders-horizontal", "More filters")
        self._more.clicked.connect(self._more_filters)
        top.addWidget(self._more)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(20), px(18), px(20), 0)
        inner.setSpacing(px(12))
        inner.addLayout(top)
        inner.addWidget(self._chips)
        self._clear = Button("Clear search", "link")
        self._clear.clicked.connect(self._clear_all)
        self._add = Button("Add", icon_name="plus")
        self._add.clicked.connect(self._add_searched)
        self._none = EmptyState(Picture("search-x", "text2", 28), "No contact matches", "", self._add, self._clear, narrow=True)
        self._results = QStackedWidget()
        self._results.addWidget(self.table)
        self._results.addWidget(self._none)
        body = QVBoxLayout(left)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(4))
        body.addLayout(inner)
        body.addWidget(self._results, 1)
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        left.setMinimumWidth(px(320))
        self.detail.setMinimumWidth(px(280))
        split.addWidget(left)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 55)
        split.setStretchFactor(1, 45)
        split.setSizes([px(524), px(436)])
        split.splitterMoved.connect(lambda _pos, _index: self._fit())
        return split

    def _changed(self, kinds: Kinds) -> None:
        if kinds.isdisjoint(_CONCERNS):
            return
        if self.isVisible():
            self.show_now()
        else:
            self._stale = True

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self.show_now()

    def show_now(self) -> None:
        """Read the list again; the selection and the scroll stay."""
        self._stale = False
        count = self._lists.count()
        self.search.setPlaceholderText(f"Search {say.count(count, 'contact')}…")
        self._pages.setCurrentIndex(0 if count else 1)
        known = self.table.current_id()
        if not self.search.text() and self._which == "all" and self._sort == "name" and not self.table.rows.rowCount():
            self.table.rows.show_ids(self._lists.first_page())  # what is painted first; the rest when there is time
            self._rest.start()
        else:
            self.table.rows.show_ids(self._lists.found(self.search.text(), self._which, self._sort).rest())
        self._after(bool(self.table.rows.rowCount()))
        QTimer.singleShot(0, self._count)
        if self.table.current_id() != known or not known:
            self._show(self.table.current_id())
        else:
            self.detail.show_contact(known)

    def _count(self) -> None:
        self._chips.count(self._lists.counts())

    def _searched(self, words: str) -> None:
        found = self._lists.found(words, self._which, self._sort)
        self.table.rows.show_ids(found.first)
        self._after(found.total > 0)
        if found.total > len(found.first):
            self._rest.start()
        else:
            self._rest.stop()
        if found.first and not self.table.currentIndex().isValid():
            self.table.scrollToTop()

    def _after(self, some: bool) -> None:
        self._results.setCurrentIndex(0 if some else 1)
        if not some:
            words = self.search.text().strip()
            self._none.title.say(f"No contact matches “{words[:40]}”" if words else "Nobody here yet")
            self._none.text.say("Look at all contacts again, or add this one." if words else "No contact is in this filter.")
            self._add.say(f"Add “{words[:24]}”", f"Add {words}")
            self._add.setVisible(bool(words))

    def _fetch_rest(self) -> None:
        self.table.rows.more(self._lists.found(self.search.text(), self._which, self._sort).rest())

    def _add_searched(self) -> None:
        contact_id = contacts.add_spoken(self._live.desk, self.search.text())
        self._live.asked_contact.emit(contact_id)

    def _clear_all(self) -> None:
        self._chips.choose("all")
        self._which = "all"
        self.search.clear()
        self.show_now()

    def _filter(self, which: str) -> None:
        self._which = which
        self.show_now()

    def _more_filters(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for which, words in _MORE.items():
            action = QAction(words, menu, checkable=True, checked=which == self._which)
            action.triggered.connect(lambda on, which=which: self._pick(which if on else "all"))
            menu.addAction(action)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _pick(self, which: str) -> None:
        if which == "all":
            self._chips.choose("all")
        self._filter(which)

    def _sort_by(self, column_: int) -> None:
        self._sort = _SORTS[column_]
        self.show_now()

    def choose(self, contact_id: str) -> None:
        """Select a contact, taking away a search or a filter that hides it."""
        n = self._lists.number(contact_id)
        self._fetch_rest()
        if n is not None and not self.table.choose(n):
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
            self._chips.choose("all")
            self._which = "all"
            self._rest.stop()
            self.table.rows.show_ids(self._lists.found("", "all", self._sort).rest())
            self._after(True)
            self.table.choose(n)

    def _show(self, contact_id: str) -> None:
        self._live.contact_id = contact_id
        self.detail.show_contact(contact_id)

    def delete(self) -> None:
        """Delete the selected contacts; the toast offers the way back."""
        ids = self.table.chosen_ids()
        if ids:
            self._live.said.emit(contacts.remove(self._live.desk, ids))

    def edit_name(self) -> None:
        """Go to the name, to change it."""
        self.detail.edit_name()

    def focus_first(self) -> None:
        """Give the keyboard to the table."""
        (self.table if self.table.rows.rowCount() else self.search).setFocus()

    def keep(self) -> None:
        """Keep what is being written."""
        self.detail.keep()

    def _menu(self, event: QContextMenuEvent) -> None:
        if not self.table.chosen_ids():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Plan a meeting…  Ctrl+T", lambda: self._live.asked.emit("plan"))
        menu.addAction("Edit the name  F2", self.edit_name)
        menu.addAction("Delete  Del", self.delete)
        menu.popup(event.globalPos())

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        QTimer.singleShot(0, self._fit)

    def _fit(self) -> None:
        """Where there is no room for three columns, the company stands in the line under the name."""
        narrow = self.table.width() < px(460)
        if narrow != self.table.isColumnHidden(1):
            self._line.narrow = narrow
            self.table.setColumnHidden(1, narrow)
            self.table.fit((0, 0 if narrow else 160, 132))
