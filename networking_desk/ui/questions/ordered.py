"""A short list whose order is the user's: Alt+Up and Alt+Down move a line, and so does the mouse."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from networking_desk.ui.lines import Line, Lines
from networking_desk.ui.look.theme import color, px


class OrderedLines(Lines):
    """A list of lines that can be moved. `moved` gives the place of a line and the one it is to have."""

    moved = Signal(int, int)

    def __init__(self, name: str, line: Line) -> None:
        super().__init__(name, line, grows=True)
        self._from = -1  # the line under the mouse button
        self._to = -1  # where it would go, once it is dragged
        self._pressed_at = QPoint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        place = self.currentIndex().row()
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier and place >= 0:
            self._move(place, place + step)
        else:
            super().keyPressEvent(event)

    def _move(self, place: int, to: int) -> None:
        if 0 <= to < len(self.rows()) and to != place:
            self.moved.emit(place, to)
            if to < len(self.rows()):
                self.choose(to)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        self._from, self._pressed_at = (self.indexAt(at).row(), at) if event.button() == Qt.MouseButton.LeftButton else (-1, at)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        held = self._from >= 0 and bool(event.buttons() & Qt.MouseButton.LeftButton)
        if not held or (self._to < 0 and (at - self._pressed_at).manhattanLength() < QApplication.startDragDistance()):
            super().mouseMoveEvent(event)
            return
        self._to = self._gap(at.y())
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place, gap = self._from, self._to
        self._from = self._to = -1
        if gap >= 0:
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
            self.viewport().update()
            self._move(place, gap - (gap > place))
        super().mouseReleaseEvent(event)

    def _gap(self, y: int) -> int:
        """Between which lines a height is: 0 above the first."""
        return sum(y > self.visualRect(self.model().index(place, 0)).center().y() for place in range(len(self.rows())))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._to < 0:
            return
        last = self.visualRect(self.model().index(len(self.rows()) - 1, 0)).bottom()
        y = self.visualRect(self.model().index(self._to, 0)).top() if self._to < len(self.rows()) else last - 1
        QPainter(self.viewport()).fillRect(0, max(0, y - 1), self.viewport().width(), px(2), color("accent"))
