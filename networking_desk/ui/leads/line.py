"""Job leads as lines: what and where, how far, and the next stage as a button; a list that moves them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from networking_desk.clock import Clock
from networking_desk.desk import LeadRow
from networking_desk.domain.errors import DeskError
from networking_desk.domain.leads import LeadState
from networking_desk.ui import errors, say
from networking_desk.ui.lines import Area, Line, Lines, button_areas, paint_buttons
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import px
from networking_desk.verbs import leads

_NEXT = {"heard": "applied", "applied": "interview", "interview": "offer", "offer": "accepted"}
_KEYS = {Qt.Key.Key_H: "heard", Qt.Key.Key_A: "applied", Qt.Key.Key_I: "interview", Qt.Key.Key_O: "offer", Qt.Key.Key_X: "closed"}


class LeadLine(Line):
    """One lead; `at_company` leaves out where it is."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.at_company = False

    def height(self, row: LeadRow, width: int) -> int:
        return px(56)

    def _buttons(self, row: LeadRow) -> list[tuple[str, str]]:
        return [(_NEXT[row.state], say.LEADS[_NEXT[row.state]]), ("closed", "Close")] if row.state in _NEXT else []

    def areas(self, rect: QRect, row: LeadRow) -> Sequence[Area]:
        return button_areas(rect, self._buttons(row))

    def paint(self, painter: QPainter, rect: QRect, row: LeadRow, *, selected: bool, hovered: bool) -> None:
        paint.row_ground(painter, rect.adjusted(-8, 0, 8, 0), selected=selected, hovered=hovered, first=True, last=True)
        paint.tile(painter, QRect(rect.left() + px(8), rect.center().y() - px(16), px(32), px(32)), "briefcase", say.LEAD_TONES[row.state])
        areas = self.areas(rect, row)
        paint_buttons(painter, areas, self._buttons(row), "x")
        left, right = rect.left() + px(50), (areas[0][1].left() if areas else rect.right()) - px(10)
        chip = say.LEADS[row.state]
        width = paint.chip_width(chip)
        if right - left > px(260):
            paint.chip(painter, right - width, rect.center().y(), chip, say.LEAD_TONES[row.state])
            right -= width + px(10)
        paint.words(painter, QRect(left, rect.top() + px(8), right - left, px(20)), say.at_company(row.title, "" if self.at_company else row.company), 14, 600)
        paint.words(painter, QRect(left, rect.top() + px(28), right - left, px(19)), self._second(row), 13, 400, "text2")

    def _second(self, row: LeadRow) -> str:
        clock = self._clock
        since = f"{say.LEADS[row.state]} {say.ago(clock.local(row.moved_at).date(), clock.today())}"
        parts = (
            since,
            row.said,
            f"from {row.contact}" if row.contact else "",
            "not advertised" if row.kind == "hidden" else "posted",
            f"{row.decides} decides" if row.decides else "",
        )
        return ", ".join(filter(None, parts))

    def sentence(self, row: LeadRow) -> str:
        return f"{say.at_company(row.title, row.company)}, {self._second(row)}"

    def tip(self, action: str, row: LeadRow) -> str:
        return "" if action else self._second(row)

    def menu(self, row: LeadRow) -> Iterable[tuple[str, str]]:
        letters = {state: key.name[-1] for key, state in _KEYS.items()}
        yield "open", "Open  Enter"
        for state, words in say.LEADS.items():
            if state != row.state:
                yield state, f"{words}  {letters[state]}" if state in letters else words
        yield "delete", "Delete  Del"


class LeadList(Lines):
    """A list of leads that does what is asked of it."""

    def __init__(self, live: Live, name: str, *, at_company: bool = False) -> None:
        line = LeadLine(live.desk.clock)
        line.at_company = at_company
        super().__init__(name, line, grows=True)
        self._live = live
        self.on_key(Qt.Key.Key_Return, "open")
        self.on_key(Qt.Key.Key_Delete, "delete")
        for key, state in _KEYS.items():
            self.on_key(key, state)
        self.acted.connect(self._act)

    def show_rows(self, rows: Sequence[LeadRow]) -> None:
        """Show these; an empty list takes no room."""
        super().show_rows(rows)
        self.setVisible(bool(rows))

    def _act(self, action: str, lead_id: str) -> None:
        try:
            if action == "open":
                from networking_desk.ui.leads.dialog import LeadDialog

                LeadDialog(self.window(), self._live, lead_id).open()
            elif action == "delete":
                self._live.gone(leads.remove(self._live.desk, lead_id))
            else:
                self._live.said.emit(leads.move(self._live.desk, lead_id, LeadState(action)))
        except DeskError as error:
            errors.tell(error)
