"""Things to tick, as lines of a list: a box and its words, on as many lines as they need."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from networking_desk.ui.lines import Line
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import color, font, px


class CheckLineRow(NamedTuple):
    """Something to tick, perhaps with a second line."""

    id: str
    text: str
    done: bool
    second: str = ""


class CheckLine(Line):
    """A box and its words, on as many lines as they need."""

    def __init__(self, size: int = 13) -> None:
        self._size = size

    def _words(self, width: int, row: CheckLineRow) -> QRect:
        return QFontMetrics(font(self._size)).boundingRect(QRect(0, 0, max(40, width - px(28)), 999), Qt.TextFlag.TextWordWrap, row.text)

    def height(self, row: CheckLineRow, width: int) -> int:
        return max(px(28), self._words(width, row).height() + px(9) + (px(17) if row.second else 0))

    def paint(self, painter: QPainter, rect: QRect, row: CheckLineRow, *, selected: bool, hovered: bool) -> None:
        if selected:
            paint.row_ground(painter, rect.adjusted(-6, 0, 6, 0), selected=True, hovered=False, first=False, last=False)
        paint.check_box(painter, QRect(rect.left() + 1, rect.top() + px(5), px(17), px(17)), checked=row.done)
        painter.setFont(font(self._size))
        painter.setPen(color("text2" if row.done else "text"))
        area = rect.adjusted(px(28), px(5), 0, 0)
        painter.drawText(area, Qt.TextFlag.TextWordWrap, row.text)
        if row.second:
            below = QRect(area.left(), area.top() + self._words(rect.width(), row).height(), area.width(), px(18))
            paint.words(painter, below, row.second, 12, 400, "text3")

    def sentence(self, row: CheckLineRow) -> str:
        return f"{row.text}, {'done' if row.done else 'open'}" + (f", {row.second}" if row.second else "")

    def ticked(self, row: CheckLineRow) -> bool | None:
        return row.done

    def areas(self, rect: QRect, row: CheckLineRow) -> list[tuple[str, QRect]]:
        return [("tick", rect)]
