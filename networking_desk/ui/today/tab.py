"""Today: the next meeting, what is owed by day, whom to reach out to."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.desk import Kinds, MeetingView
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui import say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, IconButton
from networking_desk.ui.look.cards import Avatar, Bar, Card, Chip, Divider, clear, column, row, scrolled
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.seen import WhileSeen
from networking_desk.ui.today.acting import Acting
from networking_desk.ui.today.owed import OwedRowLine

_CONCERNS = frozenset({"Meeting", "FollowUp", "Contact", "Position", "Company", "Touch", "ChecklistItem", "Profile", "Referral", "Setting"})


class TodayTab(QWidget):
    """What to do now; an empty day says so and offers the next useful step."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self.setObjectName("page")
        self._live = live
        self._title, self._summary = Words("", 24, 600), Words("", 14, token="text2", elide=True)
        self._goal, self._dots = Words("", 13, 500, "text2"), Bar("Meetings this week", 120)
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(px(28), px(20), px(28), px(20))
        page.setSpacing(px(16))
        top = QHBoxLayout()
        top.addLayout(column(self._title, self._summary, spacing=4), 1)
        goal = column(self._goal, self._dots, spacing=8)
        goal.setAlignment(self._dots, Qt.AlignmentFlag.AlignRight)
        top.addLayout(goal)
        page.addLayout(top)
        self._next = QVBoxLayout()
        page.addLayout(self._next)
        page.addLayout(self._make_lower())
        page.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(scrolled(inside))
        live.changed.connect(self._changed)
        live.went.connect(self.show_now)
        live.new_day.connect(self.show_now)
        WhileSeen(self, 30_000, self._show_next)
        self.show_now()

    def _make_lower(self) -> QHBoxLayout:
        lower = self._lower = QHBoxLayout()
        lower.setSpacing(px(24))
        self._owed_card = Card(padding=12, spacing=0)
        self._line = OwedRowLine()
        self.owed = Lines("Follow-ups", self._line, grows=True)
        self._nothing = Words("", 14, token="text2", wrap=True)
        self._owed_card.body.addWidget(self.owed)
        self._owed_card.body.addWidget(self._nothing)
        for key, action in ((Qt.Key.Key_Space, "done"), (Qt.Key.Key_S, "snooze"), (Qt.Key.Key_Return, "open")):
            self.owed.on_key(key, action)
        self._acting = Acting(self._live, self.owed)
        self.owed.acted.connect(self._acting.act)
        lower.addLayout(column(Words("Follow-ups", 16, 600), self._owed_card, None, spacing=10), 21)
        self._reach = QWidget()
        self._reach_card = Card(padding=14, spacing=10)
        self._reach.setLayout(column(Words("Reach out next", 16, 600), self._reach_card, None, spacing=10))
        lower.addWidget(self._reach, 10)
        return lower

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint(_CONCERNS):
            self.show_now()

    def show_now(self) -> None:
        """Read the day again."""
        desk, today = self._live.desk, self._live.desk.clock.today()
        self._line.today = today
        rows = desk.lists.today.follow_ups()
        due = sum(r.due_on <= today for r in rows)
        self.owed.show_rows(rows)
        self.owed.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self._nothing.say("Nothing is owed to anybody. After a meeting, whom to thank and whom to write to stands here.")
        self._title.say(say.long_day(today))
        self._summary.say(self._sentence(due, self._live.view))
        monday = desk.clock.from_local(datetime.combine(today - timedelta(days=today.weekday()), time()))
        held, goal = desk.lists.today.meetings_held_since(monday.isoformat()), desk.settings.weekly_goal
        self._goal.say(f"{held} of {say.count(goal, 'meeting')} this week")
        self._dots.fill(held, goal)
        self._show_next()
        self._show_reach()

    def _sentence(self, due: int, view: MeetingView | None) -> str:
        clock = self._live.desk.clock
        planned = view.meeting.planned_at if view and view.meeting.state is MeetingState.PLANNED else None
        meeting_today = planned is not None and clock.local(planned).date() == clock.today()
        parts = ["One networking meeting"] if meeting_today else []
        if due:
            parts.append(say.count(due, "follow-up"))
        return (" and ".join(parts) + " today." if parts else "Nothing is due today.")[:1].upper() + (
            " and ".join(parts) + " today." if parts else "Nothing is due today."
        )[1:]

    def _show_next(self) -> None:
        focused = self.focusWidget()
        name = focused.accessibleName() if focused and self._owns(focused) else ""
        clear(self._next)
        view = self._live.view
        card = self._meeting_card(view) if view else self._no_meeting_card()
        self._next.addWidget(card)
        if name:
            again = next((b for b in card.findChildren(Button) if b.accessibleName() == name), None)
            if again:
                again.setFocus()

    def _owns(self, widget: QWidget) -> bool:
        item = self._next.itemAt(0)
        card = item.widget() if item else None
        return card is not None and card.isAncestorOf(widget)

    def _no_meeting_card(self) -> Card:
        card = Card()
        plan = Button("Plan a meeting", "primary", "plus")
        plan.clicked.connect(lambda: self._live.asked.emit("plan"))
        empty = not self._live.desk.lists.contacts.any()
        words = (
            "Bring in the people you know, then plan a talk of 15 or 20 minutes with one of them."
            if empty
            else "Choose a contact and say when: Ctrl+T, “thu 14”, Enter."
        )
        bring = Button("Import connections", icon_name="import")
        bring.clicked.connect(lambda: self._live.asked.emit("import"))
        line = row(spacing=12)
        line.addLayout(column(Words("No meeting planned", 16, 600), Words(words, 14, token="text2", wrap=True), spacing=4), 1)
        if empty:
            line.addWidget(bring)
        line.addWidget(plan)
        card.body.addLayout(line)
        return card

    def _meeting_card(self, view: MeetingView) -> Card:
        clock = self._live.desk.clock
        state = view.meeting.state
        at = clock.local(view.meeting.started_at or view.meeting.planned_at or clock.now())
        seconds = (at - clock.local(clock.now())).total_seconds()
        if state is MeetingState.LIVE:
            when = "running now"
        elif state is MeetingState.HELD:
            when = "wrap it up"
        else:
            when = say.until(seconds) if seconds > 0 else "it is time"
        card = Card(padding=0, spacing=0)
        clock_words = column(
            None,
            Words(say.time(at), 28, 600, tabular=True),
            Words(when if at.date() == clock.today() else say.day(at.date(), clock.today()), 13, 500, "accent_text"),
            None,
        )
        who = column(
            None, Words(view.person.full_name, 18, 600, elide=True), Words(say.at_company(view.person.title, view.person.company), 14, token="text2", elide=True),
            4, row(Chip(f"{view.meeting.planned_minutes} minutes", "grey", "timer"), *([Chip(f"Referred by {view.referred_by}"[:40], "grey", "corner-down-right")] if view.referred_by and self.width() >= px(720) else []), None),
            None,
        )  # fmt: skip
        opens = Button("Wrap up" if state is MeetingState.HELD else "Open meeting", "primary", "timer")
        opens.clicked.connect(lambda: self._live.asked_tab.emit("Meeting timer"))
        line = QHBoxLayout()
        line.setContentsMargins(px(20), px(14), px(18), px(14))
        line.setSpacing(px(20))
        line.addLayout(clock_words)
        line.addWidget(Avatar(view.person.full_name, 44), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(who, 1)
        line.addWidget(opens)
        card.body.addLayout(line)
        if state is MeetingState.PLANNED:
            card.body.addWidget(Divider())
            card.body.addLayout(self._readiness(view))
        return card

    def _readiness(self, view: MeetingView) -> QHBoxLayout:
        checks = view.readiness()
        ready = sum(done for _, done in checks)
        bar = Bar("Ready", 120)
        bar.fill(ready, len(checks))
        still = ", ".join(i.text[:1].lower() + i.text[1:] for i, done in checks if not done)
        foot = row(
            Words(f"{ready} of {len(checks)} ready", 14, 500),
            bar,
            Words(f"Still to do: {still}" if still else "You are ready.", 13, token="text2", elide=True),
            spacing=12,
        )
        foot.setContentsMargins(px(20), px(10), px(18), px(10))
        return foot

    def _show_reach(self) -> None:
        clear(self._reach_card.body)
        people = self._live.desk.lists.today.suggestions()
        self._reach.setVisible(bool(people))
        for number, person in enumerate(people):
            if number:
                self._reach_card.body.addWidget(Divider())
            opens = IconButton("chevron-right", f"Open {person.full_name}")
            opens.clicked.connect(lambda _=False, one=person: self._live.asked_contact.emit(one.contact_id))
            line = row(Avatar(person.full_name, 36), spacing=10)
            line.addLayout(
                column(
                    Words(person.full_name, 14, 600, elide=True), Words(f"Works at {person.company}, on your list", 13, token="text2", wrap=True), spacing=0
                ),
                1,
            )
            line.addWidget(opens)
            self._reach_card.body.addLayout(line)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        below = self.width() < px(820)
        self._lower.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def focus_first(self) -> None:
        """Give the keyboard to the list of follow-ups."""
        if self.owed.rows():
            self.owed.setFocus()
