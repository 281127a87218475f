"""Referrals on their way, each with how far it is and the next steps as buttons: one click moves it, and its introducer is owed the news."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from networking_desk.clock import Clock
from networking_desk.desk import ReferralRow
from networking_desk.domain.errors import DeskError
from networking_desk.domain.names import first_name
from networking_desk.domain.referrals import ReferralState
from networking_desk.ui import errors, say
from networking_desk.ui.lines import Area, Line, Lines, button_areas, paint_buttons
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.theme import px
from networking_desk.verbs import referrals

_NEXT = {"given": "contacted", "contacted": "answered", "answered": "met", "met": "outcome"}
_KEYS = {Qt.Key.Key_C: "contacted", Qt.Key.Key_A: "answered", Qt.Key.Key_M: "met", Qt.Key.Key_O: "outcome", Qt.Key.Key_U: "unreachable"}


class ReferralLine(Line):
    """One referral. `about_introducer` names its introducer first, where the person is the one on show; `at_company` leaves out where they are."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.about_introducer = False
        self.at_company = False

    def height(self, row: ReferralRow, width: int) -> int:
        return px(56)

    def _buttons(self, row: ReferralRow) -> list[tuple[str, str]]:
        """The buttons of a line: action and words."""
        if row.state in ("outcome", "unreachable"):
            return []
        return [(_NEXT[row.state], say.REFERRALS[_NEXT[row.state]][1]), ("unreachable", "Unreachable")]

    def areas(self, rect: QRect, row: ReferralRow) -> Sequence[Area]:
        return button_areas(rect, self._buttons(row))

    def paint(self, painter: QPainter, rect: QRect, row: ReferralRow, *, selected: bool, hovered: bool) -> None:
        paint.row_ground(painter, rect.adjusted(-8, 0, 8, 0), selected=selected, hovered=hovered, first=True, last=True)
        name = row.introducer if self.about_introducer else row.full_name
        paint.avatar(painter, QRect(rect.left() + px(8), rect.center().y() - px(16), px(32), px(32)), name)
        areas = self.areas(rect, row)
        paint_buttons(painter, areas, self._buttons(row), "user-round-x")
        left = rect.left() + px(50)
        room = (areas[0][1].left() if areas else rect.right()) - px(10) - left
        paint.words(painter, QRect(left, rect.top() + px(8), room, px(20)), self._title(row), 14, 600)
        paint.words(painter, QRect(left, rect.top() + px(28), room, px(19)), self._second(row), 13, 400, "text2")

    def _title(self, row: ReferralRow) -> str:
        return f"By {row.introducer}" if self.about_introducer else say.at_company(row.full_name, "" if self.at_company else row.company)

    def _second(self, row: ReferralRow) -> str:
        clock, today = self._clock, self._clock.today()
        state = say.referral_state(row.state, self._day(row), today)
        if row.state == "contacted" and row.tries > 1:
            state = f"Written {say.number(row.tries)} times, no answer" if row.tries > 2 else "Written twice, no answer"
        by = "" if self.about_introducer else f"from {first_name(row.introducer)}, "
        untold = "" if row.told else f". {first_name(row.introducer)} has not heard yet"
        return (
            f"{state}, {by}{say.ago(clock.local(row.given_at).date(), today)}{untold}"
            if row.state == "given"
            else f"{state}{', ' + by.rstrip(', ') if by else ''}{untold}"
        )

    def _day(self, row: ReferralRow) -> date:
        return self._clock.local(row.moved_at).date()

    def sentence(self, row: ReferralRow) -> str:
        return f"{self._title(row)}, {self._second(row)}"

    def tip(self, action: str, row: ReferralRow) -> str:
        return say.REFERRALS[action][1].rstrip("…") if action in say.REFERRALS else self._second(row)

    def menu(self, row: ReferralRow) -> Iterable[tuple[str, str]]:
        letters = {state: key.name[-1] for key, state in _KEYS.items()}
        for state, (_, words) in say.REFERRALS.items():
            if state != row.state:
                yield state, f"{words}  {letters[state]}" if state in letters else words
        yield "open", f"Open {row.full_name}  Enter"
        yield "introducer", f"Open {row.introducer}"


class ReferralList(Lines):
    """A list of referrals that does what is asked of it."""

    def __init__(self, live: Live, name: str, *, about_introducer: bool = False, at_company: bool = False) -> None:
        line = ReferralLine(live.desk.clock)
        line.about_introducer, line.at_company = about_introducer, at_company
        super().__init__(name, line, grows=True)
        self._live = live
        self.on_key(Qt.Key.Key_Return, "introducer" if about_introducer else "open")
        for key, state in _KEYS.items():
            self.on_key(key, state)
        self.acted.connect(self._act)

    def show_rows(self, rows: Sequence[ReferralRow]) -> None:
        """Show these; an empty list takes no room."""
        super().show_rows(rows)
        self.setVisible(bool(rows))

    def _act(self, action: str, referral_id: str) -> None:
        row = next((one for one in self.rows() if one.id == referral_id), None)
        if row is None:
            return
        if action in ("open", "introducer"):
            self._live.asked_contact.emit(row.contact_id if action == "open" else row.introducer_id)
        elif action == "outcome":
            hint = f"A few words for {first_name(row.introducer)}, who hears of it next."
            asked = OneLine(
                self, f"What came of {row.full_name}", hint, "No opening before autumn", "Keep", lambda words: self._move(row, ReferralState.OUTCOME, words)
            )
            asked.known_as = "What came of it"
            asked.open()
        else:
            self._move(row, ReferralState(action))

    def _move(self, row: ReferralRow, state: ReferralState, text: str = "") -> None:
        try:
            said = referrals.move(self._live.desk, row.id, state, text)
            news = "" if state is ReferralState.GIVEN else f". {first_name(row.introducer)} will hear of it"
            self._live.said.emit(said + news)
        except DeskError as error:
            errors.tell(error)
