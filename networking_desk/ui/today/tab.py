"""Today: the next meeting, what is owed by day, whom to reach out to, which referrals are on their way, what was promised."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.desk import FollowUpRow, Kinds, MeetingView, Suggestion
from networking_desk.domain.follow_ups import urgency
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui import say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Card, Dots, column, heading, row, scrolled
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.owed.acting import Acting
from networking_desk.ui.owed.ledger import Ledger
from networking_desk.ui.owed.line import OwedRowLine
from networking_desk.ui.owed.referral_line import ReferralList
from networking_desk.ui.seen import WhenSeen, WhileSeen
from networking_desk.ui.today.missed import Missed
from networking_desk.ui.today.next import NextMeeting
from networking_desk.ui.today.reach import ReachOut

_CONCERNS = frozenset({
    "Meeting", "FollowUp", "Contact", "Position", "Company", "Touch", "ChecklistItem", "Profile", "Referral", "ReferralEvent", "News", "Promise", "Setting", "Lead", "Reminder",
})  # fmt: skip
_AHEAD = 7  # days that are shown before one asks for all
_WAITING = 6  # referrals that are shown


class TodayTab(QWidget):
    """What to do now; an empty day says so and offers the next useful step."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self.setObjectName("page")
        self._live = live
        self._all = False
        self._useful: Callable[[], object] = live.new_day.emit
        self._title, self._summary = Words("", 24, 600), Words("", 14, token="text2", elide=True)
        self._goal, self._dots = Words("", 13, 500, "text2"), Dots("Meetings this week")
        self._next, self._missed = NextMeeting(live), Missed(live)
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
        page.addWidget(self._missed)
        page.addWidget(self._next)
        page.addLayout(self._make_lower())
        page.addStretch(1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(scrolled(inside))
        live.changed.connect(self._changed)
        live.went.connect(self.show_now)
        live.new_day.connect(self.show_now)
        WhileSeen(self, 30_000, self._next.show_now)
        self._fresh = WhenSeen(self, self.show_now)
        self.show_now()

    def _make_lower(self) -> QHBoxLayout:
        self._reach, self._promised, card = ReachOut(self._live), QWidget(), Card(padding=14, spacing=4)
        self._ledger = Ledger(self._live, of_many=True)
        card.body.addWidget(self._ledger)
        self._promised.setLayout(column(heading("Promises"), card, spacing=8))
        lower = self._lower = QHBoxLayout()
        lower.setSpacing(px(24))
        lower.addLayout(column(self._make_owed(), self._make_waiting(), None, spacing=16), 21)
        self._right = QWidget()
        self._right.setLayout(column(self._reach, self._promised, None, spacing=16))
        lower.addWidget(self._right, 10)
        return lower

    def _make_owed(self) -> QWidget:
        part, card = QWidget(), Card(padding=12, spacing=0)
        self._line = OwedRowLine()
        self.owed = Lines("Follow-ups", self._line, grows=True, many=True)
        for key, action in ((Qt.Key.Key_Space, "done"), (Qt.Key.Key_S, "snooze"), (Qt.Key.Key_Return, "primary"), (Qt.Key.Key_Delete, "drop")):
            self.owed.on_key(key, action)
        self._acting = Acting(self._live, self)
        self._acting.follow(self.owed)
        self.owed.chose.connect(self._chosen)
        self._more = Button("All follow-ups", "link")
        self._more.clicked.connect(self._toggle)
        self._nothing = Words("", 14, token="text2", wrap=True)
        self._step = Button("", "soft")
        self._step.clicked.connect(self._take_step)
        self._empty = QWidget()
        empty = row(self._nothing, spacing=12)
        empty.setStretchFactor(self._nothing, 1)
        empty.addWidget(self._step)
        self._empty.setLayout(empty)
        self._bulk = self._make_bulk()
        card.body.addWidget(self._bulk)
        card.body.addWidget(self.owed)
        card.body.addWidget(self._empty)
        part.setLayout(column(heading("Follow-ups", self._more), card, spacing=8))
        return part

    def _make_bulk(self) -> QWidget:
        """What can be done to all that are chosen; there while more than one is."""
        bulk = QWidget()
        self._many = Words("", 14, 600)
        line = row(self._many, None, spacing=8)
        for words, action in (("Done", "done"), ("Put off…", "snooze"), ("Drop", "drop")):
            button = Button(words, "small", name=f"{words.rstrip('…')} all that are selected")
            button.clicked.connect(lambda _=False, action=action, button=button: self._act_on_many(action, button))
            line.addWidget(button)
        line.setContentsMargins(px(8), 0, px(4), px(8))
        bulk.setLayout(line)
        bulk.hide()
        return bulk

    def _make_waiting(self) -> QWidget:
        part, card = QWidget(), Card(padding=12, spacing=0)
        self._referrals = ReferralList(self._live, "Referrals on their way")
        self._waiting_more = Words("", 13, token="text2")
        card.body.addWidget(self._referrals)
        card.body.addWidget(self._waiting_more)
        part.setLayout(column(heading("Referrals on their way"), card, spacing=8))
        self._waiting = part
        return part

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint(_CONCERNS):
            self._fresh.want()

    def show_now(self) -> None:
        """Read the day again."""
        desk, today = self._live.desk, self._live.desk.clock.today()
        self._line.today, self._line.settings = today, desk.settings
        rows = sorted(desk.lists.today.follow_ups(), key=lambda r: urgency(r.kind, r.due_on, desk.clock.local(r.since).date(), today))
        soon = [r for r in rows if r.due_on <= today + timedelta(days=_AHEAD)]
        shown = rows if self._all else soon
        self._line.last_id = shown[-1].id if shown else ""
        self.owed.show_rows(shown)
        self.owed.setVisible(bool(shown))
        later = len(rows) - len(soon)
        self._more.setVisible(bool(later))
        self._more.say("This week" if self._all else f"All follow-ups, {later} later")
        self._title.say(say.long_day(today))
        self._summary.say(self._sentence(sum(r.due_on <= today for r in rows), self._live.view))
        monday = desk.clock.from_local(datetime.combine(today - timedelta(days=today.weekday()), time()))
        held, goal = desk.lists.today.meetings_held_since(monday.isoformat()), desk.settings.weekly_goal
        self._goal.say(f"{held} of {say.count(goal, 'meeting')} this week")
        self._dots.fill(held, goal)
        self._next.show_now()
        self._missed.show_now()
        suggested = self._reach.show_now()
        self._show_waiting()
        kept_since = (today - timedelta(days=_AHEAD)).isoformat()
        promises = desk.lists.loops.promises(since=kept_since)
        self._ledger.show_rows(promises)
        self._promised.setVisible(bool(promises))
        self._right.setVisible(bool(suggested or promises))
        self._empty.setVisible(not shown)
        if not shown:
            self._offer(rows, suggested)

    def _show_waiting(self) -> None:
        """Referrals that wait for something, the longest first; those with nothing done yet are among the follow-ups already."""
        open_ = self._live.desk.lists.loops.referrals("open")
        self._referrals.show_rows(open_[:_WAITING])
        more = len(open_) - _WAITING
        self._waiting_more.say(f"and {more} more, each with its contact" if more > 0 else "")
        self._waiting_more.setVisible(more > 0)
        self._waiting.setVisible(bool(open_))

    def _offer(self, rows: list[FollowUpRow], suggested: list[Suggestion]) -> None:
        """An empty day names the next useful step."""
        today, asked = self._live.desk.clock.today(), self._live.asked.emit
        words, step = "Nothing is owed to anybody. After a meeting, whom to thank and whom to write to stands here.", ""
        if rows:
            words = f"Nothing is due this week. Next: {say.day(rows[0].due_on, today)}, {say.owed(rows[0])[:1].lower()}{say.owed(rows[0])[1:]}."
        elif suggested:
            person = suggested[0]
            words, step = f"Nothing is due. A good step now is a letter to {person.full_name}.", "Draft email"
            self._useful = lambda: self._reach.write(person)
        elif self._live.desk.lists.contacts.any() and not self._live.desk.lists.companies.counts()["all"]:
            words, step = "Nothing is due. Write down the companies you would like to work for: they are what you show in a meeting.", "Add a company"
            self._useful = lambda: asked("new_company")
        elif self._live.desk.lists.contacts.any() and not self._live.view:
            words, step = "Nothing is due. A good step now is a talk with somebody you know.", "Plan a meeting"
            self._useful = lambda: asked("plan")
        self._nothing.say(words)
        self._step.say(step)
        self._step.setVisible(bool(step))

    def _take_step(self) -> None:
        self._useful()

    def _sentence(self, due: int, view: MeetingView | None) -> str:
        clock = self._live.desk.clock
        planned = view.meeting.planned_at if view and view.meeting.state is MeetingState.PLANNED else None
        parts = ["one networking meeting"] if planned is not None and clock.local(planned).date() == clock.today() else []
        if due:
            parts.append(f"{say.number(due)} {'follow-up' if due == 1 else 'follow-ups'}")
        said = " and ".join(parts) + " today." if parts else "Nothing is due today."
        return said[:1].upper() + said[1:]

    def _toggle(self) -> None:
        self._all = not self._all
        self.show_now()

    def _chosen(self) -> None:
        number = len(self.owed.chosen_keys())
        self._bulk.setVisible(number > 1)
        self._many.say(f"{number} selected")

    def _act_on_many(self, action: str, button: Button) -> None:
        keys = set(self.owed.chosen_keys())
        self._acting.act(action, [r for r in self.owed.rows() if r.id in keys], button.mapToGlobal(button.rect().bottomLeft()))

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        below = self.width() < px(820)
        self._lower.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def focus_first(self) -> None:
        """Give the keyboard to the list of follow-ups."""
        if self.owed.rows():
            self.owed.setFocus()
