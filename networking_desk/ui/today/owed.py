"""A follow-up as a line: a box to tick, what and why, when, and the one thing to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from networking_desk.desk import FollowUpRow
from networking_desk.ui import say
from networking_desk.ui.lines import Area, Line
from networking_desk.ui.look import paint
from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.theme import color, font, px


class OwedRowLine(Line):
    """One follow-up. `today` is the day that "today" means."""

    def __init__(self) -> None:
        self.today = date.min

    def height(self, row: FollowUpRow, width: int) -> int:
        return px(60)

    def _button(self, row: FollowUpRow) -> tuple[str, str]:
        return ("phone", "Call") if row.kind == "thank_you_call" else ("mail", "Draft email")

    def paint(self, painter: QPainter, rect: QRect, row: FollowUpRow, *, selected: bool, hovered: bool) -> None:
        paint.row_ground(painter, rect, selected=selected, hovered=hovered, first=False, last=False)
        if not selected:
            paint.divider(painter, rect, px(48), px(4))
        (_, box), (_, button) = self.areas(rect, row)
        paint.check_box(painter, box.adjusted(px(5), px(5), -px(5), -px(5)), checked=False)
        icon, words = self._button(row)
        painter.setPen(QPen(color("line2"), 1))
        painter.setBrush(color("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        paint_icon(painter, QRect(button.left() + px(10), button.center().y() - px(8), px(16), px(16)), icon, "text2")
        paint.words(painter, button.adjusted(px(32), 0, -px(4), 0), words, 13, 500)
        due, tone = say.due(row.due_on, self.today)
        width = paint.chip_width(due)
        paint.chip(painter, button.left() - px(12) - width, rect.center().y(), due, tone)
        room = button.left() - px(24) - width - (rect.left() + px(48))
        title = say.follow_up(row.kind, row.full_name, row.about)
        paint.words(painter, QRect(rect.left() + px(48), rect.top() + px(9), room, px(21)), title, 14, 600)
        paint.words(painter, QRect(rect.left() + px(48), rect.top() + px(30), room, px(20)), row.reason, 13, 400, "text2")

    def sentence(self, row: FollowUpRow) -> str:
        return f"{say.follow_up(row.kind, row.full_name, row.about)}, {say.due(row.due_on, self.today)[0]}, {row.reason}"

    def areas(self, rect: QRect, row: FollowUpRow) -> Sequence[Area]:
        wide = QFontMetrics(font(13, 500)).horizontalAdvance("Draft email") + px(46)
        box = QRect(rect.left() + px(8), rect.center().y() - px(14), px(28), px(28))
        return (("done", box), ("primary", QRect(rect.right() - wide - px(4), rect.center().y() - px(16), wide, px(32))))

    def menu(self, row: FollowUpRow) -> Iterable[tuple[str, str]]:
        yield "done", "Done  Space"
        if row.kind == "thank_you_call":
            yield "voicemail", "Reached the voicemail"
        yield "snooze", "Put off…  S"
        yield "call", "Call"
        yield "write", "Draft email"
        yield "copy", "Copy the draft"
        yield "open", "Open the contact  Enter"
        yield "drop", "Drop it"
