"""A follow-up as a line: a box to tick, what and why, when, and the one thing to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from networking_desk.desk import FollowUpRow
from networking_desk.domain.settings import Settings
from networking_desk.ui import say
from networking_desk.ui.lines import Area, Line
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import font, px

_WRAP = int(Qt.TextFlag.TextWordWrap)


class OwedRowLine(Line):
    """One follow-up. `today` is the day that "today" means; `settings` have the hours for calls."""

    def __init__(self) -> None:
        self.today = date.min
        self.last_id = ""  # nothing is drawn under the last line
        self.settings = Settings()

    def height(self, row: FollowUpRow, width: int) -> int:
        return px(60) if self._why_lines(row, width) == 1 else px(78)

    def _why_lines(self, row: FollowUpRow, width: int) -> int:
        """On how many lines the reason stands, two at most."""
        metrics = QFontMetrics(font(13))
        return 1 if metrics.horizontalAdvance(say.why(row, self.today)) <= self._room(row, width) else 2

    def _room(self, row: FollowUpRow, width: int) -> int:
        return width - px(48) - px(24) - paint.chip_width(self._chip(row)[0]) - self._button_width() - px(16)

    def _button(self, row: FollowUpRow) -> tuple[str, str]:
        if row.handed_at:
            return "check", "Sent"
        return ("phone", "Call sheet") if row.kind == "thank_you_call" else ("mail", "Draft email")

    def _button_width(self) -> int:
        return QFontMetrics(font(13, 500)).horizontalAdvance("Draft email") + px(46)

    def _chip(self, row: FollowUpRow) -> tuple[str, str]:
        """When: the hours for a call of today, the day for everything else; a letter that was handed over is asked about."""
        if row.handed_at:
            return "Sent?", "blue"
        if row.kind == "thank_you_call" and row.due_on == self.today and self.settings.call_from_hour < self.settings.call_until_hour:
            hours = (self.settings.call_from_hour, self.settings.call_until_hour)
            return "–".join(say.time(datetime.combine(self.today, time(hour % 24))) for hour in hours), "accent"
        return say.due(row.due_on, self.today)

    def paint(self, painter: QPainter, rect: QRect, row: FollowUpRow, *, selected: bool, hovered: bool) -> None:
        paint.row_ground(painter, rect.adjusted(-8, 0, 8, 0), selected=selected, hovered=hovered, first=True, last=True)
        if not selected and row.id != self.last_id:
            paint.divider(painter, rect, px(48), px(4))
        (_, box), (_, button) = self.areas(rect, row)
        paint.check_box(painter, box.adjusted(px(5), px(5), -px(5), -px(5)), checked=False)
        icon, words = self._button(row)
        paint.button(painter, button, words, icon)
        due, tone = self._chip(row)
        width = paint.chip_width(due)
        paint.chip(painter, button.left() - px(12) - width, rect.center().y(), due, tone)
        room = self._room(row, rect.width())
        left = rect.left() + px(48)
        paint.words(painter, QRect(left, rect.top() + px(9), room, px(21)), say.owed(row), 14, 600)
        lines = self._why_lines(row, rect.width())
        paint.lines(painter, QRect(left, rect.top() + px(30), room, px(20) * lines), say.why(row, self.today), lines, 13, "text2")

    def sentence(self, row: FollowUpRow) -> str:
        chip, due = self._chip(row)[0], say.due(row.due_on, self.today)[0]
        return ", ".join(dict.fromkeys((say.owed(row), due, chip, say.why(row, self.today))))

    def areas(self, rect: QRect, row: FollowUpRow) -> Sequence[Area]:
        wide = self._button_width()
        box = QRect(rect.left() + px(8), rect.center().y() - px(14), px(28), px(28))
        return (("done", box), ("primary", QRect(rect.right() - wide - px(4), rect.center().y() - px(16), wide, px(32))))

    def tip(self, action: str, row: FollowUpRow) -> str:
        return {"done": "Done", "primary": self._button(row)[1]}.get(action, say.why(row, self.today))

    def menu(self, row: FollowUpRow) -> Iterable[tuple[str, str]]:
        if row.handed_at:
            yield "sent", "It was sent"
            yield "not_sent", "It was not sent"
        yield "done", "Done  Space"
        if row.kind == "thank_you_call":
            yield "sheet", "Call sheet  Enter"
            yield "voicemail", "Reached the voicemail"
        else:
            yield "write", "Draft email  Enter"
        yield "snooze", "Put off…  S"
        yield "call", "Call"
        if row.kind == "thank_you_call":
            yield "write", "Draft email"
        else:
            yield "sheet", "Call sheet"
        yield "calendar", "Open in calendar"
        yield "open", "Open the contact"
        yield "drop", "Drop it"
