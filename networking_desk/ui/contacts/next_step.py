"""What is next with somebody: the coming meeting or what is owed, done from here; and what would burn them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.desk import ContactDetail, FollowUpRow
from networking_desk.domain.contacts import TouchKind
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui import say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, IconButton
from networking_desk.ui.look.cards import Card, column, row
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.owed.acting import Acting
from networking_desk.ui.owed.compact import CompactOwed
from networking_desk.ui.owed.warn import Heed
from networking_desk.verbs import outreach


class NextStep(QWidget):
    """The warnings, the next step with its buttons, and what is owed besides."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._owed: FollowUpRow | None = None
        self._meeting_id = ""
        self._acting = Acting(live, self)
        self.heed = Heed()
        self._card = Card("soft", padding=14, spacing=8)
        self._title, self._text = Words("", 14, 600, "accent_text", wrap=True), Words("", 13, 400, "text", wrap=True)
        self._calendar = IconButton("calendar-plus", "Open the meeting in the calendar")
        self._calendar.clicked.connect(self._open_calendar)
        head = row(spacing=10)
        head.addLayout(column(self._title, self._text, spacing=2), 1)
        head.addWidget(self._calendar, 0, Qt.AlignmentFlag.AlignTop)
        self._card.body.addLayout(head)
        self._buttons = QWidget()
        self._buttons.setLayout(self._make_buttons())
        self._card.body.addWidget(self._buttons)
        self._line = CompactOwed()
        self._line.of_one = True
        self.more = Lines("Open follow-ups", self._line, grows=True)
        for key, action in ((Qt.Key.Key_Space, "done"), (Qt.Key.Key_S, "snooze"), (Qt.Key.Key_Return, "primary")):
            self.more.on_key(key, action)
        self._acting.follow(self.more)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(10))
        for widget in (self.heed, self._card, self.more):
            body.addWidget(widget)

    def _make_buttons(self) -> QHBoxLayout:
        self._primary, done, later = Button("Draft email", "small", "mail"), Button("Done", "small"), IconButton("calendar-clock", "Put off")
        self._primary.clicked.connect(lambda: self._act("primary"))
        done.clicked.connect(lambda: self._act("done"))
        later.clicked.connect(lambda: self._acting.act("snooze", [self._owed] if self._owed else [], later.mapToGlobal(later.rect().bottomLeft())))
        return row(self._primary, done, later, None)

    def _act(self, action: str) -> None:
        self._acting.act(action, [self._owed] if self._owed else [])

    def _open_calendar(self) -> None:
        from networking_desk.ui.exporting import open_in_calendar
        from networking_desk.verbs import calendar

        if self._meeting_id:
            self._live.told.emit(open_in_calendar(self._live.desk, calendar.file_of_meeting(self._live.desk, self._meeting_id)))

    def call(self) -> bool:
        """Show the sheet of the thank-you call that is owed; whether there is one."""
        if self._owed is None or self._owed.kind != "thank_you_call":
            return False
        self._acting.sheet(self._owed)
        return True

    def show_detail(self, detail: ContactDetail) -> None:
        """Show one contact's."""
        desk, today = self._live.desk, self._live.desk.clock.today()
        met = any(event.kind in {kind.value for kind in TouchKind} for event in detail.activity)
        self.heed.show_sentences([say.reason(words, today) for words in outreach.warnings(desk, detail.contact.id, new=not met)])
        owed = desk.lists.today.of_contact(detail.contact.id)
        coming = next((m for m in detail.meetings if m.state in (MeetingState.PLANNED, MeetingState.LIVE)), None)
        self._owed = None if coming else next(iter(owed), None)
        self._meeting_id = coming.id if coming else ""
        self._calendar.setVisible(bool(coming))
        self._card.setVisible(bool(coming or owed))
        self._buttons.setVisible(self._owed is not None)
        if coming and coming.planned_at:
            when = say.when(desk.clock.local(coming.planned_at), today)
            self._title.say("The meeting is running" if coming.state is MeetingState.LIVE else f"Networking meeting {when[:1].lower() + when[1:]}")
            self._text.say(f"{coming.planned_minutes} minutes")
        elif self._owed:
            due = say.day(self._owed.due_on, today)
            self._title.say(f"{say.owed(self._owed)}: {due.lower() if due in ('Today', 'Tomorrow', 'Yesterday') else due}")
            self._text.say(say.why(self._owed, today))
            words, icon = (
                ("Sent", "check") if self._owed.handed_at else ("Call sheet", "phone") if self._owed.kind == "thank_you_call" else ("Draft email", "mail")
            )
            self._primary.say(words)
            self._primary.show_icon(icon)
        self._line.today = today
        rest = [one for one in owed if one is not self._owed]
        self.more.show_rows(rest)
        self.more.setVisible(bool(rest))
