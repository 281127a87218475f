"""The one table model: ids first, rows by page as they are shown; and the table that shows them."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import look, px

Index = QModelIndex | QPersistentModelIndex
_PAGE = 64
_PAGES_KEPT = 40


class Row(Protocol):
    """What a row of any list has: `n`, the key it was asked by, and its record's id."""

    @property
    def n(self) -> int: ...
    @property
    def id(self) -> str: ...


class RowsModel(QAbstractTableModel):
    """Shows the rows of a list of ids, fetching only what is seen.

    `titles` head the columns, `text` gives a cell's words, `sentence` a row's words for a screen reader.
    """

    def __init__(
        self, titles: Sequence[str], page: Callable[[Sequence[int]], Sequence[Any]], text: Callable[[Any, int], str], sentence: Callable[[Any], str]
    ) -> None:
        super().__init__()
        self._titles = list(titles)
        self._page = page
        self._text = text
        self._sentence = sentence
        self._ids: Sequence[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Any]] = OrderedDict()
        self._places: dict[int, int] | None = None

    def show_ids(self, ids: Sequence[int]) -> None:
        """Show these rows in this order; selection and scroll stay with the rows that stay."""
        self._pages.clear()
        if ids == self._ids:
            if self._ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self._titles) - 1))
            return
        self.layoutAboutToBeChanged.emit()
        held = [(index, self._ids[index.row()]) for index in self.persistentIndexList() if 0 <= index.row() < len(self._ids)]
        self._ids = ids
        self._places = None
        moved = [self.place_of(n) for _, n in held]
        self.changePersistentIndexList(
            [index for index, _ in held],
            [self.index(to, index.column()) if to is not None else QModelIndex() for (index, _), to in zip(held, moved, strict=True)],
        )
        self.layoutChanged.emit()

    def more(self, ids: Sequence[int]) -> None:
        """Show the rest of a list whose first rows are shown already."""
        have = len(self._ids)
        if list(ids[:have]) != list(self._ids):
            self.show_ids(ids)
            return
        if len(ids) > have:
            self.beginInsertRows(QModelIndex(), have, len(ids) - 1)
            self._ids = ids
            self._places = None
            self.endInsertRows()

    def place_of(self, n: int) -> int | None:
        """The place of a row in the list; None when it is not in it."""
        if self._places is None:
            self._places = {n: place for place, n in enumerate(self._ids)}
        return self._places.get(n)

    def row_at(self, place: int) -> Any:
        """The row at a place, fetched with its neighbours; None when it is gone."""
        if not 0 <= place < len(self._ids):
            return None
        number = place // _PAGE
        page = self._pages.get(number)
        if page is None:
            wanted = self._ids[number * _PAGE : (number + 1) * _PAGE]
            page = self._pages[number] = {row.n: row for row in self._page(wanted)}
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return page.get(self._ids[place])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row = self.row_at(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return self._sentence(row)
        return self._text(row, index.column())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class RowPainter(QStyledItemDelegate):
    """Paints a table's cells; `cell` draws one of a row that is there."""

    def __init__(self, table: Table, cell: Callable[[QPainter, QRect, Any, int], None]) -> None:
        super().__init__(table)
        self._table = table
        self._cell = cell

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state = option.state
        last = index.column() == self._table.rows.columnCount() - 1
        row = self._table.rows.row_at(index.row())
        painter.save()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = index.row() == self._table.hovered
        paint.row_ground(painter, rect, selected=selected, hovered=hovered, first=index.column() == 0, last=last)
        if not selected:
            paint.divider(painter, rect, 16 if index.column() == 0 else 0, 16 if last else 0)
        if row is not None:
            self._cell(painter, rect, row, index.column())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self._table.row_height)


class Table(QTableView):
    """A table of painted rows. `opened` gives the id of the row that Enter or a double click asked for, `here` that of the current one."""

    opened = Signal(str)
    here = Signal(str)
    pressed_key = Signal(str, str)

    def __init__(self, name: str, rows: RowsModel, cell: Callable[[QPainter, QRect, Any, int], None], widths: Sequence[int], row_height: int) -> None:
        super().__init__()
        self.rows = rows
        self.hovered = -1
        self.row_height = px(row_height)
        self._widths = widths
        self._keys: dict[int, str] = {}
        self.setAccessibleName(name)
        self.setModel(rows)
        self.setItemDelegate(RowPainter(self, cell))
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setMinimumSectionSize(10)
        side.setDefaultSectionSize(self.row_height)
        top = self.horizontalHeader()
        top.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        top.setHighlightSections(False)
        top.setFixedHeight(px(34))
        top.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self._tell(now))
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        look.themed.connect(self.viewport().update)

    def on_key(self, key: Qt.Key, name: str) -> None:
        """Let a key act on the current row: `pressed_key` says its name and the row's id."""
        self._keys[int(key)] = name

    def current_id(self) -> str:
        """The id of the current row; empty when there is none."""
        row = self.rows.row_at(self.currentIndex().row())
        return row.id if row else ""

    def chosen_ids(self) -> list[str]:
        """The ids of the selected rows, in their order."""
        rows = (self.rows.row_at(place) for place in sorted(index.row() for index in self.selectionModel().selectedRows()))
        return [row.id for row in rows if row]

    def choose(self, n: int | None) -> bool:
        """Select the row of that number and bring it into view; whether it is in the list."""
        place = None if n is None else self.rows.place_of(n)
        if place is None:
            return False
        index = self.rows.index(place, 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return True

    def _tell(self, now: QModelIndex) -> None:
        row = self.rows.row_at(now.row())
        self.here.emit(row.id if row else "")

    def _open(self, place: int) -> None:
        row = self.rows.row_at(place)
        if row:
            self.opened.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        elif plain and event.key() in self._keys:
            self.pressed_key.emit(self._keys[event.key()], self.current_id())
        elif plain and event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, place: int) -> None:
        if place != self.hovered:
            self.hovered = place
            self.viewport().update()

    def fit(self, widths: Sequence[int]) -> None:
        """Give the columns other widths; 0 takes what is left, and a hidden column takes none."""
        self._widths = widths
        self._spread()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._spread()

    def _spread(self) -> None:
        fixed = sum(px(w) for w in self._widths if w)
        for column, width in enumerate(self._widths):
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, px(width) if width else max(px(120), self.viewport().width() - fixed))

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if self.rows.rowCount() and not self.selectionModel().hasSelection():
            self.selectRow(max(0, self.currentIndex().row()))  # Qt makes a row current and selects none
