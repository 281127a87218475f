"""A line of the search over everything: an icon, words, and for a command its key; the first of a group carries its name."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from networking_desk.ui.lines import Line
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import font, px
from networking_desk.ui.palette.results import Result

_ONE = {"People": "Person", "Companies": "Company", "Meetings": "Meeting", "Commands": "Command", "Notes": "Note"}


class ResultLine(Line):
    """What was found."""

    def height(self, row: Result, width: int) -> int:
        return px(44) + (px(26) if row.first else 0)

    def paint(self, painter: QPainter, rect: QRect, row: Result, *, selected: bool, hovered: bool) -> None:
        if row.first:
            head = QRect(rect.left() + px(12), rect.top() + px(6), rect.width() - px(24), px(20))
            paint.words(painter, head, row.group, 12, 600, "text3")
            rect = rect.adjusted(0, px(26), 0, 0)
        paint.row_ground(painter, rect, selected=selected, hovered=hovered, first=True, last=True)
        size = px(28)
        paint.tile(painter, QRect(rect.left() + px(14), rect.center().y() - size // 2 + 1, size, size), row.icon, row.tone)
        left, right = rect.left() + px(52), rect.right() - px(18)
        if row.keys:
            made = font(12, 500)
            width = QFontMetrics(made).horizontalAdvance(row.keys) + 4
            paint.words(painter, QRect(right - width, rect.top(), width, rect.height()), row.keys, 12, 500, "text2", Qt.AlignmentFlag.AlignRight)
            right -= width + px(10)
        if row.detail:
            paint.words(painter, QRect(left, rect.top() + px(4), right - left, px(20)), row.title, 14, 500)
            paint.words(painter, QRect(left, rect.top() + px(22), right - left, px(18)), row.detail, 12, 400, "text2")
        else:
            paint.words(painter, QRect(left, rect.top(), right - left, rect.height()), row.title, 14, 500)

    def sentence(self, row: Result) -> str:
        return f"{_ONE[row.group]}: " + ", ".join(filter(None, (row.title.rstrip("…"), row.detail, row.keys)))

    def key(self, row: Result) -> str:
        return f"{row.group}/{row.id}/{row.title}"

    def areas(self, rect: QRect, row: Result) -> list[tuple[str, QRect]]:
        return [("open", rect)]
