"""The side panel after a meeting: whom to thank, what is owed, what was promised."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.domain.promises import Whose
from networking_desk.ui import say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.cards import Card, Chip, Tile, column, row
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.side.lists import CheckLine, CheckLineRow, OwedLine
from networking_desk.verbs import follow_up


class After(QWidget):
    """What comes of a meeting."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._call = Card(spacing=6)
        self._when, self._phone = Words("", 13, token="text2"), Words("", 16, 600, wrap=True)
        line = row(Tile("phone", "accent", 34), 2)
        line.addLayout(column(Words("Thank-you call", 14, 600), self._when, spacing=0), 1)
        self._call.body.addLayout(line)
        self._call.body.addWidget(self._phone)
        self._owed_line = OwedLine()
        self._owed = Lines("Next steps", self._owed_line, grows=True)
        self._owed.on_key(Qt.Key.Key_Return, "open")
        self._owed.acted.connect(self._open)
        self._promises = Lines("Promises", CheckLine(), grows=True)
        self._promises.on_key(Qt.Key.Key_Space, "tick")
        self._promises.acted.connect(self._kept)
        self._count = Chip()
        self._owed_head, self._promised_head = Words("Next steps", 14, 600), Words("Promises", 14, 600)
        self._nothing = Words("What follows from the meeting appears here when it is over.", 13, token="text2", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(8))
        body.addWidget(self._call)
        body.addLayout(row(self._owed_head, None, self._count))
        for widget in (self._owed, self._promised_head, self._promises, self._nothing):
            body.addWidget(widget)
        body.addStretch(1)

    def show_view(self, view: MeetingView) -> None:
        """Show what a meeting asks for."""
        today = self._live.desk.clock.today()
        owed = self._live.desk.lists.meeting.follow_ups(view.meeting.id)
        call = next((o for o in owed if o.kind == "thank_you_call"), None)
        self._call.setVisible(call is not None)
        if call:
            self._when.say(say.day(call.due_on, today))
            self._phone.say(", ".join(view.phones) or "No telephone number yet")
        self._owed_line.today = today
        rest = [o for o in owed if o.kind not in ("thank_you_call", "promise")]
        self._owed.show_rows(rest)
        self._owed_head.setVisible(bool(rest))
        self._count.say(str(len(rest)) if rest else "")
        promised = self._live.desk.lists.meeting.promises(view.meeting.id)
        by_promise = {o.promise_id: o for o in owed if o.promise_id}
        first = view.person.full_name.split(" ", maxsplit=1)[0]
        self._promises.show_rows(
            [
                CheckLineRow(
                    by_promise[p.id].id if p.id in by_promise else p.id, f"{'You' if p.whose is Whose.MINE else first}: {p.text}", p.done_on is not None,
                    f"By {say.day(by_promise[p.id].due_on, today)}" if p.id in by_promise else "",
                )
                for p in promised
            ]
        )  # fmt: skip
        self._promised_head.setVisible(bool(promised))
        self._nothing.setVisible(not owed and not promised)

    def _open(self, _action: str, follow_up_id: str) -> None:
        found = next((o for o in self._owed.rows() if o.id == follow_up_id), None)
        if found:
            self._live.asked_contact.emit(found.contact_id)

    def _kept(self, _action: str, follow_up_id: str) -> None:
        if self._live.desk.lists.today.follow_up(follow_up_id):
            follow_up.done(self._live.desk, follow_up_id)
