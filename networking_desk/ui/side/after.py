"""The side panel after a meeting: whom to thank, what is owed because of it, what was promised."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import FollowUpRow, MeetingView
from networking_desk.ui import say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Card, Chip, Tile, column, row
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.owed.acting import Acting
from networking_desk.ui.owed.compact import CompactOwed
from networking_desk.ui.owed.ledger import Ledger


class After(QWidget):
    """What comes of a meeting."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._acting = Acting(live, self)
        self._thanks: FollowUpRow | None = None
        self._call = self._make_call()
        self._owed_line = CompactOwed()
        self._owed = Lines("Next steps", self._owed_line, grows=True)
        for key, action in ((Qt.Key.Key_Space, "done"), (Qt.Key.Key_S, "snooze"), (Qt.Key.Key_Return, "primary")):
            self._owed.on_key(key, action)
        self._acting.follow(self._owed)
        self._ledger = Ledger(live)
        self._count = Chip()
        self._owed_head = Words("Next steps", 14, 600)
        self._nothing = Words("What follows from the meeting appears here when it is over.", 13, token="text2", wrap=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(8))
        body.addWidget(self._call)
        body.addLayout(row(self._owed_head, None, self._count))
        for widget in (self._owed, self._ledger, self._nothing):
            body.addWidget(widget)
        body.addStretch(1)

    def _make_call(self) -> Card:
        card = Card(spacing=8)
        self._when, self._phone = Words("", 13, token="text2"), Words("", 16, 600, wrap=True)
        line = row(Tile("phone", "accent", 34), 2)
        line.addLayout(column(Words("Thank-you call", 14, 600), self._when, spacing=0), 1)
        sheet, move = Button("Call sheet", "soft", "file-text"), Button("Move", icon_name="calendar-clock", name="Put the thank-you call off")
        sheet.clicked.connect(lambda: self._act("sheet", sheet))
        move.clicked.connect(lambda: self._act("snooze", move))
        card.body.addLayout(line)
        card.body.addWidget(self._phone)
        card.body.addLayout(row(sheet, move))
        return card

    def _act(self, action: str, button: Button) -> None:
        self._acting.act(action, [self._thanks] if self._thanks else [], button.mapToGlobal(button.rect().bottomLeft()))

    def show_view(self, view: MeetingView) -> None:
        """Show what a meeting asks for."""
        lists, today = self._live.desk.lists, self._live.desk.clock.today()
        owed = lists.today.around(view.meeting.id, view.meeting.contact_id)
        self._thanks = next((o for o in owed if o.kind == "thank_you_call" and o.meeting_id == view.meeting.id), None)
        self._call.setVisible(self._thanks is not None)
        if self._thanks:
            self._when.say(say.day(self._thanks.due_on, today))
            self._phone.say(", ".join(view.phones) or "No telephone number yet")
        self._owed_line.today = today
        rest = [o for o in owed if o is not self._thanks and o.kind != "promise"]
        self._owed.show_rows(rest)
        self._owed_head.setVisible(bool(rest))
        self._count.say(str(len(rest)) if rest else "")
        promised = lists.loops.promises(view.meeting.contact_id)
        self._ledger.show_rows(promised, view.meeting.contact_id if promised else "")
        self._nothing.setVisible(not owed and not promised)
