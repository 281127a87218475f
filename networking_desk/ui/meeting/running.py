"""The meeting while it runs: the clock, the capture line, what was captured, the target list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.domain.agenda import Pace, Tone
from networking_desk.ui import say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, IconButton, Segmented
from networking_desk.ui.look.cards import Card, row
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.text import Words, tooltip
from networking_desk.ui.look.theme import px
from networking_desk.ui.meeting.capture_line import CaptureLine
from networking_desk.ui.meeting.captured import CapturedLine
from networking_desk.ui.meeting.head import Head
from networking_desk.ui.meeting.interview import InterviewBar
from networking_desk.ui.meeting.ring import Ring
from networking_desk.ui.meeting.still_on import StillOn
from networking_desk.ui.meeting.timeline import Timeline
from networking_desk.ui.meeting.walk import Walk
from networking_desk.ui.meeting.writing import Writing
from networking_desk.ui.pace import Announcer, advice
from networking_desk.verbs import meeting

_NARROW = 780


class Running(QWidget):
    """One field has the focus, one stage is open, nothing pops up."""

    def __init__(self, live: Live, writing: Writing) -> None:
        super().__init__()
        self._live = live
        self._stage = ("", -1)
        self.writing = writing
        self.head = Head()
        self.head.offer(live, "call_window", "share")
        self._end = Button("End meeting", icon_name="square")
        self._end.clicked.connect(lambda: live.asked.emit("end"))
        self.head.buttons.addWidget(self._end)
        self._still_on = StillOn(live)
        live.looked.connect(self._ask_again)
        self._timeline = Timeline()
        self._timeline.picked.connect(lambda place: meeting.go_to_stage(live.desk, self._view.meeting.id, place))
        self.interview = InterviewBar(live)
        self.capture = CaptureLine(live.desk, writing)
        self._announcer = Announcer(live, self)
        writing.hinted.connect(lambda: self._announcer.say(writing.hint.words) if writing.hint.actions or writing.hint.trouble else None)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(24), px(18), px(24), px(20))
        page.setSpacing(px(14))
        for widget in (self.head, self._still_on, self._timeline, self.interview, self.capture):
            page.addWidget(widget)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(px(16))
        self._clock, self._captured_card, self._targets_card = self._clock_card(), Card(spacing=4), Card(padding=8, spacing=4)
        self._make_lists()
        for card in (self._clock, self._captured_card, self._targets_card):
            self._columns.addWidget(card, 1)
        page.addLayout(self._columns, 1)

    def _clock_card(self) -> Card:
        card = Card()
        self.ring = Ring()
        self._advice, self._left = Words("", 14, 600), Words("", 13, token="text2", wrap=True)
        for words in (self._advice, self._left):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._pause = IconButton("pause", "Pause")
        self._pause.clicked.connect(lambda: self._live.asked.emit("pause"))
        self._more = Button("+ 5 min", name="They offered 5 more")
        tooltip(self._more, "They offered 5 more")
        self._more.clicked.connect(lambda: self._live.asked.emit("grant"))
        self._others = IconButton("ellipsis", "More about this meeting")
        self._others.clicked.connect(self._menu)
        card.body.addStretch(1)
        card.body.addWidget(self.ring, 100)
        card.body.addWidget(self._advice)
        card.body.addWidget(self._left)
        card.body.addLayout(row(None, self._pause, self._more, self._others, None))
        card.body.addStretch(1)
        return card

    def _make_lists(self) -> None:
        self._captured_line = CapturedLine()
        self._captured = Lines("Captured", self._captured_line, shows_choice=False)
        self.walk = Walk(self._live, self.writing)
        self._captured_count, self._targets_count = Words("", 14, 500, "text2"), Words("", 14, 500, "text2")
        self._captured_head, self._targets_head = QWidget(), QWidget()
        for head in (self._captured_head, self._targets_head):
            head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._captured_head.setLayout(row(Words("Captured", 15, 600), self._captured_count, None))
        line = row(Words("Target list", 15, 600), self._targets_count, None, Words("K knows   N nobody", 12, token="text3"))
        line.setContentsMargins(px(8), px(4), px(8), 0)
        self._targets_head.setLayout(line)
        self._switch = Segmented([("targets", "Target list"), ("captured", "Captured")], "Which list")
        self._switch.choose("targets")
        self._switch.chosen.connect(lambda _: self._arrange())
        self._nothing = Words("Names you hear appear here. Type one and press Enter.", 13, token="text3", wrap=True)
        self._no_targets = Words("Your target list is empty. Ctrl+Shift+N adds a company.", 13, token="text3", wrap=True)
        self._no_targets.setContentsMargins(px(8), 0, px(8), 0)
        for widget in (self._captured_head, self._nothing, self._captured):
            self._captured_card.body.addWidget(widget)
        for widget in (self._switch, self._targets_head, self._no_targets, self.walk):
            self._targets_card.body.addWidget(widget)

    def show_view(self, view: MeetingView, *, fresh: bool) -> None:
        """Show a live meeting; `fresh` when it was not the one on show."""
        self._view = view
        if fresh or self.writing.meeting_id != view.meeting.id:
            self._stage = ("", -1)
            self.writing.begin(view.meeting.id)
        self.head.show_view(view)
        self._still_on.show_view(view)
        self.interview.show_view(view)
        self._timeline.setVisible(view.meeting.became_interview_at is None)
        captured = self._live.desk.lists.meeting.captured(view.meeting.id)
        self._captured_line.meeting = view.meeting
        self._captured.show_rows(captured)
        targets = self.walk.show_view(view)
        self._captured_count.say(str(len(captured)) if captured else "")
        self._targets_count.say(str(targets) if targets else "")
        self._switch.rename("captured", f"Captured {len(captured)}")
        self._switch.rename("targets", f"Target list {targets}")
        self._show_empty()
        self.tick()
        if fresh:
            self.capture.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_again(self) -> None:
        """A meeting that was forgotten is asked about without anything else having to happen."""
        if self._live.is_live and self._live.view:
            self._still_on.show_view(self._live.view)

    def tick(self) -> None:
        """Show the time of now."""
        pace = self._live.pace()
        if pace is None or not hasattr(self, "_view"):
            return
        view = self._view
        shares = [float(s.planned_minutes) for s in view.stages]
        shares[-1] += view.meeting.granted_minutes
        self.ring.show_pace(pace, shares, self._ends(pace))
        self._timeline.show_pace(view.stages, pace)
        words, left, token = advice(view, pace)
        self._advice.say(words)
        self._advice.tone(token)
        self._left.say(left)
        paused = view.meeting.paused_at is not None
        self._pause.show_icon("play" if paused else "pause")
        self._pause.setAccessibleName("Go on" if paused else "Pause")
        tooltip(self._pause, "Go on" if paused else "Pause")
        over = pace.tone is Tone.OVER
        self._more.say("They offered 5 more" if over and self.width() >= px(_NARROW) else "+ 5 min", "They offered 5 more")
        self._more.setVisible(pace.tone is not Tone.INTERVIEW)
        self._end.become("dusk" if pace.tone in (Tone.OVER, Tone.INTERVIEW) else "default", "check" if over else "square")
        self._announcer.hear(view, pace)
        if (view.meeting.id, pace.current) != self._stage:
            self._stage = (view.meeting.id, pace.current)
            self.writing.default_to(view.stages[pace.current].capture)

    def _ends(self, pace: Pace) -> str:
        clock = self._live.desk.clock
        if self._view.meeting.paused_at is not None:
            return "paused"
        if pace.tone is Tone.INTERVIEW and self._view.meeting.started_at:
            return f"since {say.time(clock.local(self._view.meeting.started_at))}"
        at = clock.local(clock.now()).timestamp() + pace.left
        ends = say.time(clock.local(clock.now().fromtimestamp(at, tz=clock.now().tzinfo)))
        return f"since {ends}" if pace.left <= 0 else f"ends at {ends}"

    def _menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("It started earlier…", self.correct_start)
        if self._view.meeting.became_interview_at is None:
            menu.addAction("It became an interview  Ctrl+Shift+I", lambda: self._live.asked.emit("interview"))
        menu.popup(self._others.mapToGlobal(self._others.rect().bottomLeft()))

    def correct_start(self) -> None:
        """Ask when the meeting really began."""
        meeting_id = self._view.meeting.id
        hint = "For example: 2 min ago, or 14:03. The whole clock moves with it."
        OneLine(self, "When did it start?", hint, "2 min ago", "Correct", lambda words: meeting.started(self._live.desk, meeting_id, words)).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.capture.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        """Keep what is being written."""
        self.writing.keep()
        self.interview.keep()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._arrange()

    def _arrange(self) -> None:
        """Three columns where there is room, else the clock and one list at a time."""
        narrow = self.width() < px(_NARROW)
        low = self.height() < px(520)
        self._timeline.shorten(low)
        self._left.setVisible(not low)
        self.ring.setMinimumSize(px(104 if low else 146), px(104 if low else 146))
        edge = px(8 if low else 16)
        self._clock.body.setContentsMargins(edge, edge, edge, edge)
        self.head.narrow(narrow)
        self._end.say("End" if self.width() < px(560) else "End meeting", "End meeting")
        self._switch.setVisible(narrow)
        self._targets_head.setVisible(not narrow)
        body = self._targets_card.body if narrow else self._captured_card.body
        if body.indexOf(self._captured) < 0:
            body.addWidget(self._nothing)
            body.addWidget(self._captured)
        self._captured_card.setVisible(not narrow)
        self._clock.setMaximumWidth(px(224) if narrow else 16_777_215)
        self._show_empty()

    def _show_empty(self) -> None:
        """Show each list, or what to do where it is empty; in a narrow window the one that was chosen."""
        narrow = self.width() < px(_NARROW)
        captured, targets = bool(self._captured.rows()), bool(self.walk.list.rows())
        on_captured = narrow and self._switch.current() == "captured"
        self._captured.setVisible(on_captured or not narrow)
        self._nothing.setVisible((on_captured or not narrow) and not captured)
        self.walk.setVisible(not on_captured)
        self._no_targets.setVisible(not on_captured and not targets)
