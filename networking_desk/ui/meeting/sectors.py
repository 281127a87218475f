"""Companies by sector in columns, walked by keys, with the name line in place: the body of the list that others see."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.desk import Desk, SharedRow
from networking_desk.domain.meetings import Answer
from networking_desk.domain.target_list import by_sector
from networking_desk.ui.lines import Line, Lines
from networking_desk.ui.look import paint
from networking_desk.ui.look.cards import clear
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import color, px
from networking_desk.ui.meeting.name_line import NameLine
from networking_desk.ui.meeting.walk import KEYS, answer_menu
from networking_desk.ui.meeting.writing import Writing

_ROW = 44
_COLUMN = 320


class SharedLine(Line):
    """A company as others see it; a check says that something was noted, never what."""

    def __init__(self) -> None:
        self.open_id = ""
        self.capturing = False

    def height(self, row: SharedRow, width: int) -> int:
        return px(_ROW) + (px(NameLine.HEIGHT + 10) if row.id == self.open_id else 0)

    def paint(self, painter: QPainter, rect: QRect, row: SharedRow, *, selected: bool, hovered: bool) -> None:
        if selected or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("paper:select" if selected else "paper:hover"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 10, 10)
        top = QRect(rect.left() + px(12), rect.top(), rect.width() - px(44), px(_ROW))
        wide = min(top.width(), paint.width_of(row.name, 18, 500) + 2)
        paint.words(painter, QRect(top.left(), top.top(), wide, top.height()), row.name, 18, 500, "paper:text")
        paint.words(painter, top.adjusted(wide + px(10), px(1), 0, 0), row.place, 15, 400, "paper:text2")
        if row.noted:
            size = px(20)
            paint.tick(painter, QRect(rect.right() - size - px(8), rect.top() + (px(_ROW) - size) // 2, size, size), color("paper:accent"))

    def sentence(self, row: SharedRow) -> str:
        return ", ".join(filter(None, (row.name, row.industry, row.place, "noted" if row.noted else "")))

    def areas(self, rect: QRect, row: SharedRow) -> list[tuple[str, QRect]]:
        return [("knows", rect)] if self.capturing else []

    def menu(self, row: SharedRow) -> Iterable[tuple[str, str]]:
        return answer_menu(Answer.NOBODY if row.noted else None) if self.capturing else ()


class Sectors(QWidget):
    """The lists. `answered` gives a company and what was said of it, empty to take it away; `looked` where the eyes should be."""

    answered = Signal(str, str)
    looked = Signal(QRect)

    def __init__(self, desk: Desk, writing: Writing) -> None:
        super().__init__()
        self.setObjectName("paper")
        self._rows: list[SharedRow] = []
        self._lists: list[Lines] = []
        self._columns = 3
        self._capturing = False
        self._places = QHBoxLayout(self)
        self._places.setContentsMargins(0, 0, px(8), 0)
        self._places.setSpacing(px(32))
        self.name_line = NameLine(desk, writing, self, paper=True)
        self.name_line.saved.connect(lambda company_id: self._close_line(company_id, on=1))
        self.name_line.left.connect(lambda company_id: self._close_line(company_id, on=0))

    def ids(self) -> list[str]:
        """The companies that are shown."""
        return [row.id for row in self._rows]

    def show_rows(self, rows: list[SharedRow], *, capturing: bool) -> None:
        """Show these companies; `capturing` lets a click or a key write something down."""
        same = [(r.id, r.industry) for r in rows] == [(r.id, r.industry) for r in self._rows] and capturing is self._capturing
        self._rows, self._capturing = rows, capturing
        if not same:
            self._lay_out()
            return
        fresh = {r.id: r for r in rows}
        for one in self._lists:
            one.show_rows([fresh[r.id] for r in one.rows()])

    def _lay_out(self) -> None:
        """Sectors in the user's order, each in the column that is shortest so far."""
        self.name_line.close_line()
        clear(self._places)
        columns = [QVBoxLayout() for _ in range(self._columns)]
        heights = [0] * len(columns)
        self._lists = []
        for sector, companies in by_sector(self._rows):
            at = heights.index(min(heights))
            head = Words(sector, 14, 600, "paper:accent_text", elide=True)
            head.setContentsMargins(px(12), 0, 0, 0)
            lines = self._list(sector, companies)
            for part in (head, lines):
                columns[at].addWidget(part)
            columns[at].addSpacing(px(14))
            heights[at] += 2 + len(companies)
        for one_column in columns:
            one_column.setSpacing(px(4))
            one_column.addStretch(1)
            self._places.addLayout(one_column, 1)

    def _list(self, sector: str, companies: list[SharedRow]) -> Lines:
        line = SharedLine()
        line.capturing = self._capturing
        lines = Lines(f"Target list: {sector}", line, grows=True, shows_choice=False)
        for key, answer in KEYS.items():
            lines.on_key(getattr(Qt.Key, f"Key_{key}"), answer.value)
        lines.on_key(Qt.Key.Key_Return, Answer.KNOWS.value)
        lines.acted.connect(lambda action, company_id: self._acted(lines, action, company_id))
        lines.installEventFilter(self)
        lines.show_rows(companies)
        self._lists.append(lines)
        return lines

    def _find(self, company_id: str) -> tuple[Lines, int] | None:
        for lines in self._lists:
            for place, one in enumerate(lines.rows()):
                if one.id == company_id:
                    return lines, place
        return None

    def _acted(self, lines: Lines, action: str, company_id: str) -> None:
        if not self._capturing:
            return
        if action == Answer.KNOWS.value:
            self._open(company_id)
            self.name_line.open(company_id, next(r.name for r in self._rows if r.id == company_id))
            QTimer.singleShot(0, self, self._place_line)
            return
        self.answered.emit(company_id, "" if action == "none" else action)
        self._step(lines, lines.currentIndex().row(), 1)

    def _open(self, company_id: str) -> None:
        """Leave room for the name line under this company alone."""
        for lines in self._lists:
            line = lines.line
            assert isinstance(line, SharedLine)
            line.open_id = company_id
            lines.again()

    def _close_line(self, company_id: str, *, on: int) -> None:
        self._open("")
        if found := self._find(company_id):
            self.enter(*found)
            if on:
                self._step(*found, on)

    def _place_line(self) -> None:
        found = self._find(self.name_line.company_id)
        if found:
            lines, place = found
            lines.doItemsLayout()
            rect = lines.visualRect(lines.model().index(place, 0))
            corner = lines.viewport().mapTo(self, rect.topLeft())
            self.name_line.put(QRect(corner.x() + px(8), corner.y() + px(_ROW), rect.width() - px(16), 1))
            self.name_line.raise_()
            self.looked.emit(self.name_line.geometry())

    def enter_first(self) -> None:
        """Give the keyboard to the first company."""
        if self._lists:
            self.enter(self._lists[0], 0)

    def enter(self, lines: Lines, place: int) -> None:
        """Give the keyboard to a company."""
        lines.setFocus(Qt.FocusReason.TabFocusReason)
        lines.choose(place)
        rect = lines.visualRect(lines.model().index(place, 0))
        self.looked.emit(QRect(lines.viewport().mapTo(self, rect.topLeft()), rect.size()))

    def _step(self, lines: Lines, place: int, by: int) -> None:
        """Go to the next company, in the next sector where this one ends."""
        at = self._lists.index(lines)
        if 0 <= place + by < len(lines.rows()):
            self.enter(lines, place + by)
        elif 0 <= at + by < len(self._lists):
            other = self._lists[at + by]
            self.enter(other, 0 if by > 0 else len(other.rows()) - 1)

    def _aside(self, lines: Lines, place: int, by: int) -> None:
        """Go to the sector beside this one, at about the same height."""
        beside = [other for other in self._lists if (other.x() - lines.x()) * by > px(40)]
        if beside:
            near = min(beside, key=lambda other: (abs(other.x() - lines.x()), abs(other.y() - lines.y())))
            self.enter(near, min(place, len(near.rows()) - 1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, Lines):
            return False
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            watched.shows_choice = event.type() == QEvent.Type.FocusIn
            watched.viewport().update()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            aside = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            if way:
                self._step(watched, watched.currentIndex().row(), way)
            elif aside:
                self._aside(watched, watched.currentIndex().row(), aside)
            return bool(way or aside)
        return False

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        columns = max(1, min(3, self.width() // px(_COLUMN)))
        if columns != self._columns:
            self._columns = columns
            self._lay_out()
        QTimer.singleShot(0, self, self._place_line)
