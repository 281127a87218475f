"""What the two tabs with a list and a detail have in common: how they stand side by side, when they are read again, what keys do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from networking_desk.desk import Kinds
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.cards import EmptyState, scrolled, show_if
from networking_desk.ui.look.fields import Line, SearchField, TextArea
from networking_desk.ui.look.theme import px
from networking_desk.ui.rows import Table


class DetailPage(QWidget):
    """The right side: one record in full, or the invitation to choose one. What is being written is kept when another one comes."""

    def __init__(self, name: str, invitation: EmptyState, picture: QWidget) -> None:
        super().__init__()
        self.picture = picture
        self.setObjectName("detail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = Line(name, bare=True)
        self.name.textChanged.connect(self._fit_name)
        self.name.installEventFilter(self)
        self._name_size = 0
        self.notes = TextArea("Notes", bare=True)
        self.notes.setMinimumHeight(px(92))
        self._pages = QStackedWidget()
        self._pages.addWidget(invitation)
        body = QVBoxLayout(self)
        body.setContentsMargins(1, 0, 0, 0)
        body.addWidget(self._pages)

    def frame(self, inside: QWidget) -> None:
        """Stand what shows a record beside the invitation."""
        self._pages.addWidget(scrolled(inside))

    def _fit_name(self) -> None:
        """A name that is long for its line is written smaller, and without the picture where that takes the room."""
        room, words = self.name.width() - px(12), self.name.text()
        size = next((size for size in (20, 17) if paint.width_of(words, size, 600) <= room), 15)
        if size != self._name_size:
            self._name_size = size
            self.name.setStyleSheet(f"font-size: {px(size)}px; font-weight: 600; min-height: {px(30)}px;")

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.name and event.type() == QEvent.Type.Resize:
            self._fit_name()
        return False

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        show_if(self.picture, self.width() >= px(330))

    def show_id(self, record_id: str) -> None:
        """Show the record of that id; none for no id."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Give the keyboard to what comes first."""
        raise NotImplementedError

    def show_record(self, there: bool) -> None:
        """Show the record, or the invitation when there is none."""
        self._pages.setCurrentIndex(1 if there else 0)

    def edit_name(self) -> None:
        """Go to the name, to change it."""
        self.name.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.name.selectAll()

    def keep(self) -> None:
        """Keep what is being written."""
        self.notes.settle()
        focused = self.focusWidget()
        if isinstance(focused, Line) and focused.isModified():
            focused.editingFinished.emit()


class ListPage(QWidget):
    """A tab with a search, a table and a detail. It is read again after a change that concerns it, once it is seen."""

    search: SearchField
    table: Table

    def __init__(self, live: Live, concerns: frozenset[str], detail: DetailPage) -> None:
        super().__init__()
        self.setObjectName("page")
        self.detail = detail
        self.pages = QStackedWidget()
        self.results = QStackedWidget()
        self._live = live
        self._concerns = concerns
        self._stale = False
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.pages)
        live.changed.connect(self._changed)

    def lay_out(self, above: list[QLayout | QWidget], none: EmptyState, empty: QWidget, left: tuple[int, int], right: tuple[int, int]) -> QSplitter:
        """Stand the parts where they belong; `left` and `right` give the least and the first width of list and detail."""
        inner = QVBoxLayout()
        inner.setContentsMargins(px(20), px(18), px(20), 0)
        inner.setSpacing(px(12))
        for part in above:
            if isinstance(part, QLayout):
                inner.addLayout(part)
            else:
                inner.addWidget(part)
        self.results.addWidget(self.table)
        self.results.addWidget(none)
        side = QWidget()
        body = QVBoxLayout(side)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(4))
        body.addLayout(inner)
        body.addWidget(self.results, 1)
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for number, (widget, (least, first)) in enumerate(((side, left), (self.detail, right))):
            widget.setMinimumWidth(px(least))
            split.addWidget(widget)
            split.setStretchFactor(number, first)
        split.setSizes([px(left[1]), px(right[1])])
        self.pages.addWidget(split)
        self.pages.addWidget(scrolled(empty))
        return split

    def show_now(self) -> None:
        """Read the list again."""
        raise NotImplementedError

    def _changed(self, kinds: Kinds) -> None:
        if kinds.isdisjoint(self._concerns):
            return
        if self.isVisible():
            self.show_now()
        else:
            self._stale = True

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self._stale = False
            self.show_now()

    def edit_name(self) -> None:
        """Go to the name, to change it."""
        self.detail.edit_name()

    def focus_first(self) -> None:
        """Give the keyboard to the table."""
        (self.table if self.table.rows.rowCount() else self.search).setFocus()

    def keep(self) -> None:
        """Keep what is being written."""
        self.detail.keep()
