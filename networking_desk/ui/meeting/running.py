"""The meeting while it runs: the clock, the capture line, what was captured, the target list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.domain import agenda
from networking_desk.domain.agenda import Pace, Tone
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import Answer, CaptureKind
from networking_desk.ui import errors, say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, IconButton, Segmented
from networking_desk.ui.look.cards import Card, row
from networking_desk.ui.look.text import Words, tooltip
from networking_desk.ui.look.theme import px
from networking_desk.ui.look.toast import announce
from networking_desk.ui.meeting.capture_line import CaptureLine
from networking_desk.ui.meeting.captured import CapturedLine, TargetLine
from networking_desk.ui.meeting.head import Head
from networking_desk.ui.meeting.ring import Ring
from networking_desk.ui.meeting.timeline import Timeline
from networking_desk.verbs import capture, meeting

_NARROW = 780
_ADVICE = ("Say what you offer", "Say what you want", "Ask who could use it", "Ask who they know", "Ask what is missing", "Read back and thank them")


class Running(QWidget):
    """One field has the focus, one stage is open, nothing pops up."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._stage = -1
        self.head = Head()
        self._end = Button("End meeting", icon_name="square")
        self._end.clicked.connect(lambda: live.asked.emit("end"))
        self.head.buttons.addWidget(self._end)
        self._timeline = Timeline()
        self._timeline.picked.connect(self._go)
        self.capture = CaptureLine(live.desk)
        self.capture.heard.connect(self._heard)
        self.capture.drafted.connect(self._drafted)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(24), px(18), px(24), px(20))
        page.setSpacing(px(14))
        for widget in (self.head, self._timeline, self.capture):
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
        self._more.clicked.connect(self._grant)
        card.body.addStretch(1)
        card.body.addWidget(self.ring, 100)
        card.body.addWidget(self._advice)
        card.body.addWidget(self._left)
        card.body.addLayout(row(None, self._pause, self._more, None))
        card.body.addStretch(1)
        return card

    def _make_lists(self) -> None:
        self._captured_line, self._target_line = CapturedLine(), TargetLine()
        self._captured = Lines("Captured", self._captured_line, shows_choice=False)
        self._targets = Lines("Target list", self._target_line)
        for key, answer in zip("KIANX", Answer, strict=True):
            self._targets.on_key(getattr(Qt.Key, f"Key_{key}"), answer.value)
        self._targets.on_key(Qt.Key.Key_Return, Answer.KNOWS.value)
        self._targets.acted.connect(self._answered)
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
        for widget in (self._switch, self._targets_head, self._no_targets, self._targets):
            self._targets_card.body.addWidget(widget)

    def show_view(self, view: MeetingView, *, fresh: bool) -> None:
        """Show a live meeting; `fresh` when it was not the one on show."""
        self._view = view
        self.head.show_view(view)
        captured = self._live.desk.lists.meeting.captured(view.meeting.id)
        targets = self._live.desk.lists.meeting.targets(view.meeting.id, view.meeting.contact_id)
        self._captured_line.meeting = view.meeting
        self._captured.show_rows(captured)
        self._targets.show_rows(targets)
        self._nothing.setVisible(not captured)
        self._no_targets.setVisible(not targets)
        self._captured_count.say(str(len(captured)) if captured else "")
        self._targets_count.say(str(len(targets)) if targets else "")
        self._switch.rename("captured", f"Captured {len(captured)}")
        self._switch.rename("targets", f"Target list {len(targets)}")
        if fresh:
            self._stage = -1
            self.capture.clear()
            draft = self._live.desk.lists.meeting.draft(view.meeting.id)
            self.capture.restore(draft.words, draft.kind)
        self.tick()
        if fresh:
            self.capture.line.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._say_advice(pace)
        paused = view.meeting.paused_at is not None
        self._pause.show_icon("play" if paused else "pause")
        self._pause.setAccessibleName("Go on" if paused else "Pause")
        tooltip(self._pause, "Go on" if paused else "Pause")
        over = pace.tone is Tone.OVER
        self._more.say("They offered 5 more" if over and self.width() >= px(_NARROW) else "+ 5 min", "They offered 5 more")
        self._end.become("dusk" if over else "default", "check" if over else "square")
        if pace.current != self._stage:
            first = self._stage < 0
            self._stage = pace.current
            self.capture.default_to(view.stages[pace.current].capture)
            if not first:
                announce(self, f"Stage {pace.current + 1}: {view.stages[pace.current].name}")

    def _ends(self, pace: Pace) -> str:
        clock = self._live.desk.clock
        if self._view.meeting.paused_at is not None:
            return "paused"
        at = clock.local(clock.now()).timestamp() + pace.left
        ends = say.time(clock.local(clock.now().fromtimestamp(at, tz=clock.now().tzinfo)))
        return f"since {ends}" if pace.left <= 0 else f"ends at {ends}"

    def _say_advice(self, pace: Pace) -> None:
        stage = self._view.stages[pace.current]
        if pace.tone is Tone.OVER:
            last = pace.current == len(self._view.stages) - 1
            advice = "A good moment to close" if last else "Time to thank them"
            left, token = f"Over by {agenda.clock(-pace.left)}. Or ask: “May I take five more minutes?”", "dusk_text"
        elif pace.go_to_list:
            advice, left, token = "Go to the list now", "Only the protected minutes are left.", "amber_text"
        else:
            calm = pace.tone is Tone.CALM
            advice = _ADVICE[pace.current] if calm or pace.current > 3 else "Start to close"
            share = pace.stages[pace.current]
            left, token = f"{agenda.clock(share.left)} left for {stage.short.lower()}", "text" if calm else "amber_text"
        self._advice.say(advice)
        self._advice.tone(token)
        self._left.say(left)

    def _heard(self, kind: str, words: str, company_id: str) -> None:
        try:
            heard = capture.save(self._live.desk, self._view.meeting.id, CaptureKind(kind), words, company_id or None)
        except DeskError as error:
            errors.tell(error)
            return
        self.capture.clear()
        text = (
            f"{heard.called} saved, already in contacts. Ctrl+Z undoes" if heard.known else f"{heard.called[:1].upper()}{heard.called[1:]} saved. Ctrl+Z undoes"
        )
        self.capture.saved(text)
        announce(self, text)

    def _drafted(self, kind: str, words: str) -> None:
        try:
            capture.keep_draft(self._live.desk, self._view.meeting.id, CaptureKind(kind), words)
        except DeskError as error:
            self.capture.saved(str(error))

    def _answered(self, action: str, company_id: str) -> None:
        rows = {row.id: row for row in self._targets.rows()}
        if action == Answer.KNOWS.value:
            self.capture.about(company_id, rows[company_id].name)
            return
        said = None if action == "none" else Answer(action)
        capture.answer(self._live.desk, self._view.meeting.id, company_id, said)
        place = self._targets.currentIndex().row() + 1
        if said and place < len(rows):
            self._targets.choose(place)

    def _go(self, place: int) -> None:
        meeting.go_to_stage(self._live.desk, self._view.meeting.id, place)

    def _grant(self) -> None:
        meeting.grant(self._live.desk, self._view.meeting.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.capture.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

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
        self._switch.setVisible(narrow)
        self._targets_head.setVisible(not narrow)
        captured = narrow and self._switch.current() == "captured"
        body = self._targets_card.body if narrow else self._captured_card.body
        if body.indexOf(self._captured) < 0:
            body.addWidget(self._nothing)
            body.addWidget(self._captured)
        self._captured_card.setVisible(not narrow)
        self._captured.setVisible(captured or not narrow)
        self._targets.setVisible(not captured)
        self._clock.setMaximumWidth(px(224) if narrow else 16_777_215)
        if hasattr(self, "_view"):
            self._nothing.setVisible(not self._captured.rows() and (captured or not narrow))
            self._no_targets.setVisible(not self._targets.rows() and not captured)
