"""The lines of questions: numbered as they are asked in a meeting, or to be ticked in the bank."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from networking_desk.ui.lines import Line
from networking_desk.ui.look import paint
from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.text import clean_for_display
from networking_desk.ui.look.theme import color, font, px


class QuestionRow(NamedTuple):
    """A question and its place in the list. `asked` says whether it is asked in the meeting; None where that is no question."""

    id: str
    text: str
    asked: bool | None = None


class QuestionLine(Line):
    """A question on as many lines as it needs, with a sign at its end to take it out."""

    def __init__(self, size: int = 13, takes_out: str = "Take out of this meeting") -> None:
        self._size = size
        self._takes_out = takes_out

    def _left(self, row: QuestionRow) -> int:
        return px(22 if row.asked is None else 30)

    def _height(self, width: int, row: QuestionRow) -> int:
        area = QRect(0, 0, max(40, width - self._left(row) - px(26)), 9_999)
        return QFontMetrics(font(self._size)).boundingRect(area, Qt.TextFlag.TextWordWrap, clean_for_display(row.text)).height()

    def height(self, row: QuestionRow, width: int) -> int:
        return max(px(28), self._height(width, row) + px(10))

    def _sign(self, rect: QRect) -> QRect:
        return QRect(rect.right() - px(24), rect.top() + px(2), px(24), px(24))

    def paint(self, painter: QPainter, rect: QRect, row: QuestionRow, *, selected: bool, hovered: bool) -> None:
        if selected or hovered:
            paint.row_ground(painter, rect.adjusted(-6, 0, 6, 0), selected=selected, hovered=hovered, first=False, last=False)
        left = rect.left() + self._left(row)
        if row.asked is None:
            number = QRect(rect.left(), rect.top() + px(5), px(20), QFontMetrics(font(self._size)).height())
            paint.words(painter, number, f"{int(row.id) + 1}.", self._size, 400, "text2", tabular=True)
        else:
            paint.check_box(painter, QRect(rect.left() + 1, rect.top() + px(5), px(17), px(17)), checked=row.asked)
        painter.setFont(font(self._size))
        painter.setPen(color("text" if row.asked is None or not row.asked else "text2"))
        painter.drawText(QRect(left, rect.top() + px(5), rect.right() - left - px(26), rect.height()), Qt.TextFlag.TextWordWrap, clean_for_display(row.text))
        if selected or hovered:
            sign = self._sign(rect)
            paint_icon(painter, sign.adjusted(px(5), px(5), -px(5), -px(5)), "x", "text2")

    def sentence(self, row: QuestionRow) -> str:
        if row.asked is None:
            return f"{int(row.id) + 1}. {row.text}"
        return f"{row.text}, {'in this meeting' if row.asked else 'not in this meeting'}"

    def ticked(self, row: QuestionRow) -> bool | None:
        return row.asked

    def areas(self, rect: QRect, row: QuestionRow) -> list[tuple[str, QRect]]:
        areas = [("out", self._sign(rect))]
        if row.asked is not None:
            areas.append(("ask", QRect(rect.left(), rect.top(), px(28), rect.height())))
        return areas

    def menu(self, row: QuestionRow) -> list[tuple[str, str]]:
        asks = [] if row.asked is None else [("ask", "Take out of this meeting" if row.asked else "Ask in this meeting")]
        return [*asks, ("edit", "Edit…  F2"), ("out", f"{self._takes_out}  Del")]
