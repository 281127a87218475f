"""What was captured in a meeting, as lines of a list."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from networking_desk.desk import CapturedRow
from networking_desk.domain.meetings import Meeting
from networking_desk.ui import say
from networking_desk.ui.lines import Line
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import px


class CapturedLine(Line):
    """Something captured: its kind, two lines of words, and when in the meeting."""

    def __init__(self) -> None:
        self.meeting: Meeting | None = None

    def height(self, row: CapturedRow, width: int) -> int:
        return px(56)

    def paint(self, painter: QPainter, rect: QRect, row: CapturedRow, *, selected: bool, hovered: bool) -> None:
        icon, tone, _ = say.KINDS[row.kind]
        paint.tile(painter, QRect(rect.left(), rect.top() + px(10), px(30), px(30)), icon, tone)
        words = QRect(rect.left() + px(42), rect.top() + px(6), rect.width() - px(42) - px(46), px(20))
        paint.words(painter, words, row.title, 14, 600)
        paint.words(painter, words.translated(0, px(20)), row.detail or say.KINDS[row.kind][2], 13, 400, "text2")
        when = QRect(rect.right() - px(44), words.top(), px(44), words.height())
        paint.words(painter, when, self._when(row), 12, 400, "text2", Qt.AlignmentFlag.AlignRight, tabular=True)
        paint.divider(painter, rect, px(42))

    def _when(self, row: CapturedRow) -> str:
        started = self.meeting.started_at if self.meeting else None
        return say.clock(max(0.0, (row.at - started).total_seconds())) if started else ""

    def sentence(self, row: CapturedRow) -> str:
        return ", ".join(filter(None, (say.KINDS[row.kind][2], row.title, row.detail, self._when(row))))
