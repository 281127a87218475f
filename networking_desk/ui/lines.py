"""Short lists of painted lines with things to do in them: follow-ups, captures, targets, the agenda, the checklist."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from networking_desk.ui.look import paint
from networking_desk.ui.look.text import tooltip
from networking_desk.ui.look.theme import font, look, px

Index = QModelIndex | QPersistentModelIndex
Area = tuple[str, QRect]


class Line:
    """What a list must know of one kind of line; each place has its own."""

    def height(self, row: Any, width: int) -> int:
        """How tall the line is."""
        raise NotImplementedError

    def paint(self, painter: QPainter, rect: QRect, row: Any, *, selected: bool, hovered: bool) -> None:
        """Draw the line."""
        raise NotImplementedError

    def sentence(self, row: Any) -> str:
        """The line in words, for a screen reader."""
        raise NotImplementedError

    def key(self, row: Any) -> str:
        """What tells this line from the others when the list is read again."""
        return str(row.id)

    def ticked(self, row: Any) -> bool | None:
        """Whether its box is ticked; None where it has none."""
        return None

    def areas(self, rect: QRect, row: Any) -> Sequence[Area]:
        """What can be clicked in the line: the name of the action and where."""
        return ()

    def tip(self, action: str, row: Any) -> str:
        """What is told while the pointer rests on an area, or on the line where `action` is empty."""
        return ""

    def menu(self, row: Any) -> Iterable[tuple[str, str]]:
        """The same and more as a menu: the name of the action and its words."""
        return ()


_NARROW = 420  # a line in which the second button has room for its icon only


def button_areas(rect: QRect, buttons: Sequence[tuple[str, str]]) -> list[Area]:
    """Where a line's buttons stand, given with action and words, at its right end."""
    right, found = rect.right() - px(4), list[Area]()
    metrics = QFontMetrics(font(13, 500))
    for place, (action, words) in reversed(list(enumerate(buttons))):
        wide = px(32) if place and rect.width() < px(_NARROW) else metrics.horizontalAdvance(words) + px(22)
        found.insert(0, (action, QRect(right - wide, rect.center().y() - px(15), wide, px(30))))
        right -= wide + px(6)
    return found


def paint_buttons(painter: QPainter, areas: Sequence[Area], buttons: Sequence[tuple[str, str]], icon: str) -> None:
    """Draw them; `icon` stands for all but the first where there is no room for words."""
    for (_, area), (_, words) in zip(areas, buttons, strict=True):
        bare = area.width() <= px(32)
        paint.button(painter, area, "" if bare else words, icon if bare else "")


class _Model(QAbstractListModel):
    def __init__(self, line: Line) -> None:
        super().__init__()
        self.line = line
        self.lines: list[Any] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.lines):
            return None
        row = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.line.sentence(row)
        if role == Qt.ItemDataRole.CheckStateRole and (ticked := self.line.ticked(row)) is not None:
            return Qt.CheckState.Checked.value if ticked else Qt.CheckState.Unchecked.value
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        checkable = 0 <= index.row() < len(self.lines) and self.line.ticked(self.lines[index.row()]) is not None
        return flags | Qt.ItemFlag.ItemIsUserCheckable if checkable else flags


class _Painter(QStyledItemDelegate):
    def __init__(self, lines: Lines) -> None:
        super().__init__(lines)
        self._lines = lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._lines.row(index.row())
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected) and self._lines.shows_choice
        painter.save()
        self._lines.line.paint(painter, option.rect, row, selected=selected, hovered=index.row() == self._lines.hovered)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(50, self._lines.line.height(self._lines.row(index.row()), self._lines.viewport().width()))


class Lines(QListView):
    """A list of lines. `acted` gives an action's name and the line's key; it comes from a click, a key or the menu.

    With `many` several lines can be chosen with Shift and Ctrl; `chose` says that it is others.
    """

    acted = Signal(str, str)
    chose = Signal()

    def __init__(self, name: str, line: Line, *, grows: bool = False, shows_choice: bool = True, many: bool = False) -> None:
        super().__init__()
        self.line = line
        self.hovered = -1
        self.shows_choice = shows_choice
        self._grows = grows
        self._keys: dict[int, str] = {}
        self._model = _Model(line)
        self.setObjectName("rows")
        self.setAccessibleName(name)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        if many:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.selectionModel().selectionChanged.connect(self._chose)
        if grows:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.themed.connect(self.again)

    def _chose(self) -> None:
        self.chose.emit()

    def on_key(self, key: Qt.Key, action: str) -> None:
        """Let a key do an action on the current line."""
        self._keys[int(key)] = action

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these lines; the current one stays current where it is still there."""
        key, chosen = self.current_key(), self.chosen_keys()
        place = self.currentIndex().row()
        self._model.beginResetModel()
        self._model.lines = list(rows)
        self._model.endResetModel()
        keys = [self.line.key(row) for row in rows]
        if rows and key:
            self.choose(keys.index(key) if key in keys else min(place, len(rows) - 1))
        if len(chosen) > 1:
            for again in (keys.index(one) for one in chosen if one in keys):
                self.selectionModel().select(self._model.index(again, 0), QItemSelectionModel.SelectionFlag.Select)
        self.again()

    def row(self, place: int) -> Any:
        """The line at a place."""
        return self._model.lines[place]

    def rows(self) -> list[Any]:
        """All lines."""
        return self._model.lines

    def current_key(self) -> str:
        """The key of the current line; empty when there is none."""
        place = self.currentIndex().row()
        return self.line.key(self.row(place)) if 0 <= place < len(self._model.lines) else ""

    def chosen_keys(self) -> list[str]:
        """The keys of all chosen lines, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.line.key(self.row(place)) for place in places if place < len(self._model.lines)]

    def choose(self, place: int) -> None:
        """Make a line the current one."""
        self.selectionModel().setCurrentIndex(self._model.index(place, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def again(self) -> None:
        """Lay the lines out and paint them anew."""
        self.scheduleDelayedItemsLayout()
        if self._grows:
            self.setFixedHeight(max(1, sum(self.line.height(row, self.viewport().width()) for row in self._model.lines)))
        self.viewport().update()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.again()

    def event(self, event: QEvent) -> bool:
        # A key that does something in this list is the list's, even where a command of the window has the same one.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in self._keys and not event.modifiers():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        action = self._keys.get(event.key()) if plain else None
        if action and self.current_key():
            self.acted.emit(action, self.current_key())
        elif plain and event.text() and event.text().isprintable():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            action, place = self._area(event.position().toPoint())
            if action:
                self.acted.emit(action, self.line.key(self.row(place)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        action, place = self._area(event.position().toPoint())
        if not action and place >= 0 and int(Qt.Key.Key_Return) in self._keys:
            self.acted.emit(self._keys[int(Qt.Key.Key_Return)], self.line.key(self.row(place)))
        elif action:
            self.mousePressEvent(event)

    def _area(self, at: QPoint) -> tuple[str, int]:
        index = self.indexAt(at)
        if not index.isValid():
            return "", -1
        areas = self.line.areas(self.visualRect(index), self.row(index.row()))
        return next((action for action, rect in areas if rect.contains(at)), ""), index.row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        action, place = self._area(at)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if action else Qt.CursorShape.ArrowCursor)
        tooltip(self.viewport(), self.line.tip(action, self.row(place)) if place >= 0 else "")
        if place != self.hovered:
            self.hovered = place
            self.viewport().update()

    def leaveEvent(self, event: Any) -> None:
        super().leaveEvent(event)
        self.hovered = -1
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.currentIndex() if event.reason() == QContextMenuEvent.Reason.Keyboard else self.indexAt(event.pos())
        if not index.isValid():
            return
        row = self.row(index.row())
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action, words in self.line.menu(row):
            menu.addAction(words.replace("&", "&&"), partial(self.acted.emit, action, self.line.key(row)))
        if not menu.isEmpty():
            corner = self.visualRect(index).bottomLeft() if event.reason() == QContextMenuEvent.Reason.Keyboard else event.pos()
            menu.popup(self.viewport().mapToGlobal(corner))

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if self._model.lines and not self.selectionModel().hasSelection():
            self.choose(max(0, self.currentIndex().row()))  # Qt makes a line current and selects none
