"""The side panel during a meeting: the agenda with the open stage's words and checklist in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.domain.agenda import Pace, Tone
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui import say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, IconButton
from networking_desk.ui.look.cards import Bar, Card, Chip, Picture, row
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.pace import standing
from networking_desk.ui.side.lists import CheckLine, CheckLineRow, StageLine, StageRow
from networking_desk.verbs import meeting


class Meet(QWidget):
    """The agenda, the open stage's card in its place, what was prepared, and the way to the next stage."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._chip = Chip()
        self._line = StageLine()
        self.agenda = Lines("Agenda", self._line, grows=True, shows_choice=False)
        self.agenda.on_key(Qt.Key.Key_Return, "go")
        self.agenda.acted.connect(lambda _, key: self._go(key))
        self.agenda.doubleClicked.connect(lambda index: self._go(self.agenda.row(index.row()).id))
        self.agenda.viewport().installEventFilter(self)
        self._card = self._stage_card()
        self._notes = Card(padding=12, spacing=4)
        self._ask, self._offer = Words("", 13, token="text2", wrap=True), Words("", 13, token="text2", wrap=True)
        self._notes.body.addLayout(row(Picture("notebook-pen", "text2", 16), Words("From your preparation", 13, 600), None))
        self._notes.body.addWidget(self._ask)
        self._notes.body.addWidget(self._offer)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(8))
        body.addLayout(row(Words("Agenda", 15, 600), None, self._chip))
        body.addWidget(self.agenda)
        body.addWidget(self._notes)
        body.addStretch(1)
        # Over the agenda and not in it: what is inside a list is no widget to a screen reader.
        self._card.setParent(self)
        self._card.raise_()
        self.foot = self._foot()

    def _stage_card(self) -> Card:
        card = Card(padding=12, spacing=6)
        self._number, self._name, self._time = Chip("", "solid"), Words("", 14, 600, elide=True), Words("", 13, 600, "accent_text", tabular=True)
        self._bar = Bar("Time in this stage")
        self._prompt = Words("", 13, token="text2", wrap=True)
        self.checklist = Lines("Checklist", CheckLine(), grows=True)
        self.checklist.on_key(Qt.Key.Key_Space, "tick")
        self.checklist.on_key(Qt.Key.Key_Return, "tick")
        self.checklist.acted.connect(self._tick)
        card.body.addLayout(row(self._number, self._name, self._time))
        for widget in (self._bar, self._prompt, self.checklist):
            card.body.addWidget(widget)
        return card

    def _foot(self) -> QWidget:
        foot = QWidget()
        self._previous = IconButton("arrow-up", "Previous stage")
        self.next = Button("Next stage", "soft", "arrow-down")
        self._previous.clicked.connect(lambda: self._live.asked.emit("previous"))
        self.next.clicked.connect(lambda: self._live.asked.emit("end" if self.next.accessibleName() == "End meeting" else "next"))
        self._key = Words("Ctrl+Down", 12, token="text3")
        self._key.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body = QVBoxLayout(foot)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(6))
        line = row(self._previous)
        line.addWidget(self.next, 1)
        body.addLayout(line)
        body.addWidget(self._key)
        return foot

    def show_view(self, view: MeetingView) -> None:
        """Show a meeting's agenda, before, during or after it."""
        self._view = view
        running = view.meeting.state is MeetingState.LIVE
        stage = view.stages[view.meeting.stage_position or 0]
        self._card.setVisible(running)
        self._prompt.say(stage.prompt)
        self._number.say(str(stage.position + 1), "solid")
        self._name.say(stage.name)
        self.checklist.show_rows([CheckLineRow(i.id, i.text, i.done_at is not None) for i in view.checklist if i.stage_id == stage.id])
        self._ask.say(f"Ask for: {view.meeting.ask}" if view.meeting.ask else "")
        self._offer.say(f"Offer: {view.meeting.offer}" if view.meeting.offer else "")
        self._ask.setVisible(bool(view.meeting.ask))
        self._offer.setVisible(bool(view.meeting.offer))
        self._notes.setVisible(bool(view.meeting.ask or view.meeting.offer) and running)
        self.tick(fit=True)

    def tick(self, *, fit: bool = False) -> None:
        """Show the time of now; `fit` lays the card out again too, which a second alone does not ask for."""
        pace = self._live.pace()
        if pace is None or not hasattr(self, "_view"):
            return
        view = self._view
        running = view.meeting.state is MeetingState.LIVE
        held = view.meeting.state is MeetingState.HELD
        share = pace.stages[pace.current]
        self._time.say(f"{say.clock(share.spent)} of {say.clock(share.planned)}")
        self._bar.fill_share(share.spent, share.planned, f"{say.clock(share.spent)} of {say.clock(share.planned)}")
        self._say_pace(pace, running)
        rows = [
            StageRow(s.id, s, p, running and s.position == pace.current, held or (running and s.position < pace.current))
            for s, p in zip(view.stages, pace.stages, strict=True)
        ]
        if fit and running:
            self._card.setFixedWidth(max(px(120), self.agenda.viewport().width()))
            self._card.body.activate()
            self._card.adjustSize()
        height = self._card.height() if running else 0
        if fit or _seen(self.agenda.rows()) != _seen(rows):
            self._line.card_height = height
            self.agenda.show_rows(rows)
            self._place()

    def _say_pace(self, pace: Pace, running: bool) -> None:
        self._chip.say(*(standing(pace) if running else (f"{round(pace.total / 60)} min",)))
        over = pace.tone in (Tone.OVER, Tone.INTERVIEW)
        close = over or pace.current == len(self._view.stages) - 1
        words, kind, icon = (
            ("End meeting", "dusksoft" if over else "soft", "check") if close else ("Next stage", "primary" if pace.go_to_list else "soft", "arrow-down")
        )
        if self.next.accessibleName() != words or self.next.property("kind") != kind:
            self.next.say(words)
            self.next.become(kind, icon)
            self._key.say("Ctrl+Shift+E" if close else "Ctrl+Down")
        self._previous.setEnabled(pace.current > 0 and pace.tone is not Tone.INTERVIEW)

    def _place(self) -> None:
        """Put the open stage's card where its line is."""
        if self._view.meeting.state is MeetingState.LIVE:
            index = self.agenda.model().index(self._view.meeting.stage_position or 0, 0)
            self.agenda.doItemsLayout()
            self._card.move(self.agenda.x(), self.agenda.y() + self.agenda.visualRect(index).top() + px(4))
            self._card.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._card.width() != self.agenda.viewport().width():
            QTimer.singleShot(0, self, lambda: self.tick(fit=True))  # the agenda has its width only now
        return False

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._prompt.setVisible(self.window().height() >= px(600))
        self.tick(fit=True)

    def _tick(self, _action: str, item_id: str) -> None:
        item = next(i for i in self._view.checklist if i.id == item_id)
        meeting.tick(self._live.desk, item_id, item.done_at is None)

    def _go(self, stage_id: str) -> None:
        place = next(s.position for s in self._view.stages if s.id == stage_id)
        if self._view.meeting.state is MeetingState.LIVE:
            meeting.go_to_stage(self._live.desk, self._view.meeting.id, place)


def _seen(rows: list[StageRow]) -> list[tuple[bool, bool, str]]:
    """What is to be seen of the stages; while it stays the same, nothing is painted again."""
    return [(r.now, r.done, say.clock(r.share.spent) if r.done else str(round(r.share.left / 60))) for r in rows]
