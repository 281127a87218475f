"""The lines of the side panel's lists: a stage of the agenda, a thing to tick (ui.checks)."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from networking_desk.domain.agenda import Stage, StagePace
from networking_desk.ui import say
from networking_desk.ui.checks import CheckLine, CheckLineRow
from networking_desk.ui.lines import Line
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import color, px

__all__ = ["CheckLine", "CheckLineRow", "StageLine", "StageRow"]


class StageRow(NamedTuple):
    """A stage and where it stands. `now` is whether it is the current one, `done` whether it is behind."""

    id: str
    stage: Stage
    share: StagePace
    now: bool
    done: bool


class StageLine(Line):
    """A stage of the agenda: done, now, or to come. The current one leaves room for its card."""

    def __init__(self) -> None:
        self.card_height = 0

    def height(self, row: StageRow, width: int) -> int:
        return self.card_height + px(8) if row.now and self.card_height else px(30)

    def paint(self, painter: QPainter, rect: QRect, row: StageRow, *, selected: bool, hovered: bool) -> None:
        if row.now and self.card_height:
            return
        middle = rect.center().y()
        dot = QRect(rect.left() + 1, middle - px(9), px(19), px(19))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent"))
            painter.drawEllipse(dot)
            paint.tick(painter, dot, color("on_accent"))
        else:
            painter.setPen(QPen(color("control"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(dot).adjusted(1, 1, -1, -1))
            paint.words(painter, dot, str(row.stage.position + 1), 11, 600, "text2", Qt.AlignmentFlag.AlignHCenter)
        said = say.clock(row.share.spent) if row.done else f"{round(row.share.left / 60)} min"
        words = QRect(rect.left() + px(30), rect.top(), rect.width() - px(30) - px(54), rect.height())
        paint.words(painter, words, row.stage.name, 14, 500, "text2")
        paint.words(painter, QRect(rect.right() - px(54), rect.top(), px(54), rect.height()), said, 12, 400, "text2", Qt.AlignmentFlag.AlignRight, tabular=True)

    def sentence(self, row: StageRow) -> str:
        place = "done" if row.done else "now" if row.now else "to come"
        return f"{row.stage.position + 1}. {row.stage.name}, {place}, {row.stage.planned_minutes} minutes{', protected' if row.stage.protected else ''}"
