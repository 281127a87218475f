"""A contact as a line of the table: avatar, name and job, company and last contact, next step."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from networking_desk.clock import Clock
from networking_desk.desk import ContactRow
from networking_desk.ui import say
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import px


class ContactLine:
    """Words and paint for one contact. `narrow` puts the company under the name, where its column is hidden."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.narrow = False

    def text(self, row: ContactRow, column_: int) -> str:
        """A cell's words."""
        return (row.full_name, row.company, self._next(row)[0])[column_]

    def sentence(self, row: ContactRow) -> str:
        """A row in words, for a screen reader."""
        step = self._next(row)[0]
        return ", ".join(filter(None, (row.full_name, row.title, row.company, f"next step {step}" if step else "")))

    def _next(self, row: ContactRow) -> tuple[str, str]:
        clock, today = self._clock, self._clock.today()
        if row.meeting_at:
            at = clock.local(row.meeting_at)
            return (f"Today {say.time(at)}", "accent") if at.date() == today else (say.day(at.date(), today), "grey")
        if row.next_on:
            verb = {"thank_you_call": "Call", "outreach": "Write", "update": "Update", "check_back": "Ask"}.get(row.next_kind, "Promise")
            words, tone = say.due(row.next_on, today)
            return (f"{verb} {words.lower()}" if words in ("Today", "Tomorrow") else words), tone
        return "", "plain"

    def _second(self, row: ContactRow) -> str:
        if self.narrow:
            return say.at_company(row.title, row.company)
        return row.title or ("" if row.role == "other" else say.ROLES[row.role])

    def cell(self, painter: QPainter, rect: QRect, row: ContactRow, column_: int) -> None:
        """Draw one cell."""
        top, bottom = rect.top() + px(9), rect.top() + px(30)
        if column_ == 0:
            paint.avatar(painter, QRect(rect.left() + px(20), rect.center().y() - px(17), px(34), px(34)), row.full_name)
            left, width = rect.left() + px(66), rect.width() - px(74)
            paint.words(painter, QRect(left, top, width, px(21)), row.full_name, 14, 600)
            paint.words(painter, QRect(left, bottom, width, px(20)), self._second(row), 13, 400, "text2")
        elif column_ == 1:
            clock = self._clock
            touched = say.touch(row.last_touch, clock.local(row.last_touch_at).date(), clock.today()) if row.last_touch_at else "No contact yet"
            paint.words(painter, QRect(rect.left(), top, rect.width() - px(8), px(21)), row.company, 14)
            paint.words(painter, QRect(rect.left(), bottom, rect.width() - px(8), px(20)), touched, 13, 400, "text2")
        else:
            words, tone = self._next(row)
            if words:
                paint.chip(painter, rect.left(), rect.center().y(), words, tone, most=rect.width() - px(12))
