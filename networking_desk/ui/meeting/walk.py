"""Walking the target list: one company a row, likeliest first, one key an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import MeetingView, TargetRow
from networking_desk.domain.meetings import Answer
from networking_desk.domain.target_list import Why
from networking_desk.ui import say
from networking_desk.ui.lines import Area, Line, Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.theme import px
from networking_desk.ui.meeting.name_line import NameLine
from networking_desk.ui.meeting.writing import Writing
from networking_desk.verbs import capture

ANSWERS = {
    Answer.KNOWS: ("Knows someone", "accent"),
    Answer.INFORMATION: ("Has information", "blue"),
    Answer.WILL_ASK: ("Will ask", "amber"),
    Answer.NOBODY: ("Nobody", "plain"),
    Answer.AGAINST: ("Advises against", "plain"),
}
KEYS = dict(zip("KIANX", Answer, strict=True))
_WHY = {
    Why.WORKED_THERE: "worked there before", Why.INDUSTRY_AND_PLACE: "same industry, same place", Why.INDUSTRY: "same industry", Why.PLACE: "same place",
}  # fmt: skip


def answer_menu(answer: Answer | None) -> Iterable[tuple[str, str]]:
    """The answers as a menu, with their keys."""
    yield "knows", "Knows someone…  K"
    for key, said in KEYS.items():
        if said is not Answer.KNOWS:
            yield said.value, f"{ANSWERS[said][0]}  {key}"
    if answer:
        yield "none", "Take the answer away"


class TargetLine(Line):
    """A company of the target list: name, sector and place, why it stands here, and what was answered."""

    def __init__(self, live: Live) -> None:
        self._clock = live.desk.clock
        self.first = ""  # what the contact is called
        self.open_id = ""

    def key(self, row: TargetRow) -> str:
        return row.id

    def height(self, row: TargetRow, width: int) -> int:
        return px(54) + (px(17) if self._reason(row) else 0) + (px(NameLine.HEIGHT + 8) if row.id == self.open_id else 0)

    def _reason(self, row: TargetRow) -> str:
        """Why it stands where it does, in a few words."""
        if row.why in _WHY:
            return f"{self.first}: {_WHY[row.why]}"
        if row.before_at is None:
            return ""
        on = say.on(self._clock.local(row.before_at).date(), self._clock.today())
        return f"Shown {on}: {say.answer(row.before.value if row.before else '')}"

    def paint(self, painter: QPainter, rect: QRect, row: TargetRow, *, selected: bool, hovered: bool) -> None:
        paint.chosen_ground(painter, rect, selected=selected, hovered=hovered)
        if not selected:
            paint.divider(painter, rect)
        room = rect.adjusted(px(8), 0, -px(8), 0)
        right = self._answer(painter, QRect(room.left(), room.top(), room.width(), px(54)), row, selected=selected)
        width = right - room.left() - px(8)
        quiet = row.answer in (Answer.NOBODY, Answer.AGAINST)
        paint.words(painter, QRect(room.left(), rect.top() + px(7), width, px(20)), row.name, 14, 400 if quiet else 600, "text2" if quiet else "text")
        paint.words(painter, QRect(room.left(), rect.top() + px(27), width, px(19)), say.at_company(row.industry, row.place), 13, 400, "text2")
        if reason := self._reason(row):
            paint.words(painter, QRect(room.left(), rect.top() + px(45), room.width(), px(18)), reason, 12, 500, "accent_text" if row.why in _WHY else "text3")

    def _answer(self, painter: QPainter, room: QRect, row: TargetRow, *, selected: bool) -> int:
        middle = room.center().y()
        if row.answer is not None:
            words, tone = ANSWERS[row.answer]
            named = row.answer is Answer.KNOWS and row.name_said
            text, icon = (row.name_said if named else words), ("check" if row.answer is Answer.KNOWS else "")
            width = min(paint.chip_width(text, icon), px(150))
            paint.chip(painter, room.right() - width, middle, text, tone, icon, most=px(150))
            return room.right() - width
        if selected:
            width = paint.chip_width("Knows…", "user-round-plus")
            paint.chip(painter, room.right() - width, middle, "Knows…", "solid", "user-round-plus")
            return room.right() - width
        size = px(18)
        paint_icon(painter, QRect(room.right() - size - px(6), middle - size // 2, size, size), "user-round-plus", "text2")
        return room.right() - size - px(12)

    def sentence(self, row: TargetRow) -> str:
        answer = ANSWERS[row.answer][0] if row.answer else "not asked yet"
        return ", ".join(filter(None, (row.name, row.industry, row.place, answer, row.name_said, self._reason(row))))

    def areas(self, rect: QRect, row: TargetRow) -> Sequence[Area]:
        wide = paint.chip_width("Knows…", "user-round-plus") + px(12)
        return (("knows", QRect(rect.right() - wide, rect.top() + px(12), wide, px(30))),)

    def menu(self, row: TargetRow) -> Iterable[tuple[str, str]]:
        return answer_menu(row.answer)


class Walk(QWidget):
    """The target list of a live meeting, with the name line in its place. Whoever leaves it goes back to the capture line."""

    def __init__(self, live: Live, writing: Writing) -> None:
        super().__init__()
        self._live = live
        self._writing = writing
        self.line = TargetLine(live)
        self.list = Lines("Target list", self.line)
        for key, answer in KEYS.items():
            self.list.on_key(getattr(Qt.Key, f"Key_{key}"), answer.value)
        self.list.on_key(Qt.Key.Key_Return, Answer.KNOWS.value)
        self.list.acted.connect(self._answered)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.list)
        self.name_line = NameLine(live.desk, writing, self)
        self.name_line.saved.connect(lambda company_id: self._close(company_id, on=True))
        self.name_line.left.connect(lambda company_id: self._close(company_id, on=False))
        self.list.verticalScrollBar().valueChanged.connect(self._place)

    def show_view(self, view: MeetingView) -> int:
        """Show the list as this meeting walks it; gives how many companies are on it."""
        self._meeting_id = view.meeting.id
        self.line.first = view.person.full_name.split(" ", maxsplit=1)[0]
        rows = self._live.desk.lists.meeting.targets(view.meeting.id, view.meeting.contact_id)
        self.list.show_rows(rows)
        if self._writing.listed_words and not self.name_line.company_id:
            self._open(self._writing.listed_id, self._writing.listed_words)  # typed before the program ended
        self._place()
        return len(rows)

    def _row(self, company_id: str) -> int:
        return next((place for place, row in enumerate(self.list.rows()) if row.id == company_id), -1)

    def _answered(self, action: str, company_id: str) -> None:
        if action == Answer.KNOWS.value:
            self._open(company_id)
            return
        said = None if action == "none" else Answer(action)
        capture.answer(self._live.desk, self._meeting_id, company_id, said)
        if said:
            self._next(company_id)

    def _next(self, company_id: str) -> None:
        place = self._row(company_id) + 1
        if 0 < place < len(self.list.rows()):
            self.list.choose(place)

    def _open(self, company_id: str, words: str = "") -> None:
        place = self._row(company_id)
        if place < 0:
            return
        self.line.open_id = company_id
        self.list.choose(place)
        self.list.again()
        self.list.doItemsLayout()
        self.list.scrollTo(self.list.model().index(place, 0))
        self.name_line.open(company_id, self.list.row(place).name, words)
        self._place()

    def _close(self, company_id: str, *, on: bool) -> None:
        self.line.open_id = ""
        self.list.again()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if on:
            self._next(company_id)

    def _place(self) -> None:
        """Put the name line where its company stands."""
        place = self._row(self.name_line.company_id) if self.name_line.company_id else -1
        if place < 0:
            return
        rect = self.list.visualRect(self.list.model().index(place, 0))
        corner = self.list.viewport().mapTo(self, rect.topLeft())
        top = corner.y() + rect.height() - px(NameLine.HEIGHT + 8)
        self.name_line.put(QRect(corner.x() + px(4), top, rect.width() - px(8), 1))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.list.doItemsLayout()
        self._place()
