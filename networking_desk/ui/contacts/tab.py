"""The Contacts tab: everybody you know in one table, found as you type, with one person in full beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu

from networking_desk.ui import errors, say
from networking_desk.ui.background import Work
from networking_desk.ui.contacts.detail import ContactDetailView
from networking_desk.ui.contacts.empty import NobodyYet
from networking_desk.ui.contacts.line import ContactLine
from networking_desk.ui.list_page import ListPage
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, FilterChips, IconButton
from networking_desk.ui.look.cards import EmptyState, Picture
from networking_desk.ui.look.fields import SearchField
from networking_desk.ui.look.theme import px
from networking_desk.ui.rows import RowsModel, Table
from networking_desk.verbs import contacts

_CONCERNS = frozenset({
    "Contact", "Position", "Company", "Touch", "FollowUp", "Meeting", "Showing", "Referral", "ReferralEvent", "News", "Promise", "Lead", "LeadEvent", "Note",
})  # fmt: skip
_SORTS = ("name", "company", "next")
_MORE = {
    "owed_update": "Owed an update",
    "never_met": "Never met",
    "at_target": "At a target company",
    "decision_maker": "Decision makers",
    "insider": "Insiders",
    "connector": "Connectors",
}
_MANY = 200  # contacts; deleting more takes a while, so it runs beside the window
_PAUSE = 60  # ms after the last key before the rest of a long list is fetched


class ContactsTab(ListPage):
    """Search, filter, table, detail."""

    def __init__(self, live: Live) -> None:
        super().__init__(live, _CONCERNS, ContactDetailView(live))
        self._lists = live.desk.lists.contacts
        self._line = ContactLine(live.desk.clock)
        self._which, self._sort = "all", "name"
        self.search = SearchField("Search contacts", "Search contacts…")
        self.search.textChanged.connect(self._searched)
        self._chips = FilterChips([("all", "All"), ("follow_up", "Follow up"), ("to_reach_out", "To reach out"), ("met", "Met")])
        self._chips.chosen.connect(self._filter)
        self.table = Table(
            "Contacts", RowsModel(("Name", "Company", "Next step"), self._lists.rows, self._line.text, self._line.sentence), self._line.cell, (0, 160, 148), 60
        )
        self.table.here.connect(self._show)
        self.table.opened.connect(lambda _: self.detail.focus_first())
        self.table.on_key(Qt.Key.Key_Delete, "delete")
        self.table.pressed_key.connect(lambda _key, _id: self.delete())
        self.table.horizontalHeader().setSectionsClickable(True)
        self.table.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.table.contextMenuEvent = self._menu  # type: ignore[method-assign]
        self._make_list()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._rest.timeout.connect(self._fetch_rest)
        live.new_day.connect(self.show_now)
        self.show_now()

    def _make_list(self) -> None:
        self._more = IconButton("sliders-horizontal", "More filters")
        self._more.clicked.connect(self._more_filters)
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self.search, 1)
        top.addWidget(self._more)
        clear = Button("Clear search", "link")
        clear.clicked.connect(self._clear_all)
        self._add = Button("Add", icon_name="plus")
        self._add.clicked.connect(self._add_searched)
        self._none = EmptyState(Picture("search-x", "text2", 28), "No contact matches", "", self._add, clear, narrow=True)
        split = self.lay_out([top, self._chips], self._none, NobodyYet(self._live), (320, 524), (280, 436))
        split.splitterMoved.connect(lambda _pos, _index: self._fit())

    def show_now(self) -> None:
        """Read the list again; the selection and the scroll stay."""
        count = self._lists.count()
        self.search.setPlaceholderText(f"Search {say.count(count, 'contact')}…")
        self.pages.setCurrentIndex(0 if count else 1)
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
            self.detail.show_id(known)

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
        self.results.setCurrentIndex(0 if some else 1)
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
        self.detail.show_id(contact_id)

    def delete(self) -> None:
        """Delete the selected contacts; the toast offers the way back."""
        ids = self.table.chosen_ids()
        if len(ids) > _MANY:
            Work(lambda _: contacts.remove(self._live.desk, ids), self).connect_to(self._live.gone, errors.tell).start()
        elif ids:
            self._live.gone(contacts.remove(self._live.desk, ids))

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
            self.table.fit((0, 0 if narrow else 160, 148))
