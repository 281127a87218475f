"""A follow-up as a line where there is little room: an icon for what it is, whom it is owed and why, when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from networking_desk.desk import FollowUpRow
from networking_desk.ui import say
from networking_desk.ui.lines import Line
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import px
from networking_desk.ui.owed.line import OwedRowLine

ICONS = {
    "thank_you_call": ("phone", "accent"), "thank_you_email": ("mail", "accent"), "outreach": ("mail", "accent"),
    "check_back": ("refresh-cw", "blue"), "update": ("refresh-cw", "blue"), "promise": ("handshake", "dusk"),
}  # fmt: skip


class CompactOwed(Line):
    """One follow-up; `today` is the day that "today" means. `of_one` says what is to be done instead of whom it is owed, where all are owed to the one on show."""

    def __init__(self) -> None:
        self.today: date | None = None
        self.of_one = False
        self._full = OwedRowLine()

    def height(self, row: FollowUpRow, width: int) -> int:
        return px(48) if self._why_lines(row, width) == 1 else px(65)

    def _why_lines(self, row: FollowUpRow, width: int) -> int:
        """On how many lines the reason stands, two at most."""
        return 1 if paint.width_of(say.why(row, self.today or row.due_on), 12) <= width - px(44) else 2

    def paint(self, painter: QPainter, rect: QRect, row: FollowUpRow, *, selected: bool, hovered: bool) -> None:
        paint.row_ground(painter, rect.adjusted(-12, 0, 12, 0), selected=selected, hovered=hovered, first=True, last=True)
        today = self.today or row.due_on
        icon, tone = ICONS[row.kind]
        paint.tile(painter, QRect(rect.left(), rect.top() + px(8), px(30), px(30)), icon, tone)
        words, chip_tone = ("Sent?", "blue") if row.handed_at else say.due(row.due_on, today)
        width = paint.chip_width(words)
        paint.chip(painter, rect.right() - width, rect.top() + px(14), words, chip_tone)
        room = rect.width() - px(40) - width - px(6)
        paint.words(painter, QRect(rect.left() + px(40), rect.top() + px(4), room, px(20)), say.owed(row) if self.of_one else row.full_name, 13, 600)
        lines = self._why_lines(row, rect.width())
        paint.lines(painter, QRect(rect.left() + px(40), rect.top() + px(26), rect.width() - px(44), px(17) * lines), say.why(row, today), lines, 12, "text2")

    def sentence(self, row: FollowUpRow) -> str:
        today = self.today or row.due_on
        return f"{say.owed(row)}, {say.day(row.due_on, today)}, {say.why(row, today)}"

    def tip(self, action: str, row: FollowUpRow) -> str:
        return f"{say.owed(row)}. {say.why(row, self.today or row.due_on)}"

    def menu(self, row: FollowUpRow) -> Iterable[tuple[str, str]]:
        return self._full.menu(row)
