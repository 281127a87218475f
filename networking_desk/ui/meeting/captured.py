"""The two lists of the live meeting: what was captured, and the target list that is walked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from networking_desk.desk import CapturedRow, TargetRow
from networking_desk.domain import agenda
from networking_desk.domain.meetings import Answer, Meeting
from networking_desk.ui import say
from networking_desk.ui.lines import Area, Line
from networking_desk.ui.look import paint
from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.theme import px

ANSWERS = {
    Answer.KNOWS: ("Knows someone", "accent"),
    Answer.INFORMATION: ("Has information", "blue"),
    Answer.WILL_ASK: ("Will ask", "amber"),
    Answer.NOBODY: ("Nobody", "plain"),
    Answer.AGAINST: ("Advises against", "plain"),
}


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
        return agenda.clock(max(0.0, (row.at - started).total_seconds())) if started else ""

    def sentence(self, row: CapturedRow) -> str:
        return ", ".join(filter(None, (say.KINDS[row.kind][2], row.title, row.detail, self._when(row))))


class TargetLine(Line):
    """A company of the target list: name, sector and place, and what was answered. The current one offers to write down whom they know."""

    def __init__(self) -> None:
        self.compact = False

    def key(self, row: TargetRow) -> str:
        return row.id

    def height(self, row: TargetRow, width: int) -> int:
        return px(54)

    def paint(self, painter: QPainter, rect: QRect, row: TargetRow, *, selected: bool, hovered: bool) -> None:
        paint.row_ground(painter, rect, selected=selected, hovered=hovered, first=False, last=False)
        if not selected:
            paint.divider(painter, rect)
        room = rect.adjusted(px(8), 0, -px(8), 0)
        right = self._answer(painter, room, row, selected)
        width = right - room.left() - px(8)
        quiet = row.answer in (Answer.NOBODY, Answer.AGAINST)
        paint.words(painter, QRect(room.left(), rect.top() + px(7), width, px(20)), row.name, 14, 400 if quiet else 600, "text2" if quiet else "text")
        paint.words(painter, QRect(room.left(), rect.top() + px(27), width, px(19)), say.at_company(row.industry, row.place), 13, 400, "text2")

    def _answer(self, painter: QPainter, room: QRect, row: TargetRow, selected: bool) -> int:
        middle = room.center().y()
        if row.answer is not None and not (selected and row.answer is None):
            words, tone = ANSWERS[row.answer]
            named = row.answer is Answer.KNOWS and row.name_said
            text = row.name_said if named else words
            icon = "check" if row.answer is Answer.KNOWS else ""
            width = min(paint.chip_width(text, icon), px(150))
            paint.chip(painter, room.right() - width, middle, text, tone, icon, most=px(150))
            return room.right() - width
        ((_, area),) = self.areas(room.adjusted(-px(8), 0, px(8), 0), row)
        if selected:
            paint.chip(painter, room.right() - paint.chip_width("Knows…", "user-round-plus"), middle, "Knows…", "solid", "user-round-plus")
            return room.right() - paint.chip_width("Knows…", "user-round-plus")
        inner = area.adjusted(px(6), px(6), -px(6), -px(6))
        paint_icon(painter, inner, "user-round-plus", "text2")
        return area.left()

    def sentence(self, row: TargetRow) -> str:
        answer = ANSWERS[row.answer][0] if row.answer else "not asked yet"
        return ", ".join(filter(None, (row.name, row.industry, row.place, answer, row.name_said)))

    def areas(self, rect: QRect, row: TargetRow) -> Sequence[Area]:
        size = px(30)
        return (("knows", QRect(rect.right() - size - px(8), rect.center().y() - size // 2, size, size)),)

    def menu(self, row: TargetRow) -> Iterable[tuple[str, str]]:
        yield "knows", "Knows someone…  K"
        yield "information", "Has information  I"
        yield "will_ask", "Will ask  A"
        yield "nobody", "Nobody  N"
        yield "against", "Advises against  X"
        if row.answer:
            yield "none", "Take the answer away"
