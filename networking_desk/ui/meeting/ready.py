"""The meeting before it starts: its length, its agenda, what you will say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.domain.agenda import Stage
from networking_desk.domain.errors import DeskError
from networking_desk.domain.presets import LENGTHS
from networking_desk.domain.profile import spoken_length
from networking_desk.ui import errors, say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, IconButton, Segmented, Stepper
from networking_desk.ui.look.cards import Card, Chip, Divider, Picture, clear, column, row
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.fields import Choice
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.meeting.head import Head
from networking_desk.ui.meeting.ring import Ring
from networking_desk.ui.seen import WhileSeen
from networking_desk.verbs import meeting

_OWN = "own"  # the agenda of a meeting whose preset is gone


class Ready(QWidget):
    """What there is to set and to read before the call."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._room = px(1_000)
        self._steppers: dict[str, Stepper] = {}
        self._locks: list[tuple[Chip, Picture]] = []
        self.head = Head()
        self.head.offer(live, "call_window", "share", "print_sheet")
        move = self._move_button = Button("Move", icon_name="calendar-clock", name="Move the meeting")
        drop = IconButton("trash-2", "Cancel the meeting")
        move.clicked.connect(self._move)
        drop.clicked.connect(self._drop)
        self.head.buttons.addWidget(move)
        self.head.buttons.addWidget(drop)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(24), px(18), px(24), px(20))
        page.setSpacing(px(16))
        page.addWidget(self.head)
        self._middle, self._reading = middle, foot = QHBoxLayout(), QHBoxLayout()
        for line in (middle, foot):
            line.setSpacing(px(16))
        middle.addWidget(self._clock_card(), 348)
        middle.addWidget(self._agenda_card(), 548)
        page.addLayout(middle, 1)
        self._pitch, self._seconds = Words("", 14, token="text2", wrap=True), Chip()
        self._position = Words("", 14, token="text2", wrap=True)
        foot.addWidget(self._reading_card("Your pitch", self._pitch, self._seconds), 1)
        foot.addWidget(self._reading_card("Your ideal position", self._position), 1)
        page.addLayout(foot)
        WhileSeen(self, 20_000, self._say_when)  # the call comes nearer by the minute

    def _clock_card(self) -> Card:
        card = Card()
        self._ring = Ring()
        self._length = Segmented([(str(m), f"{m} min") for m in LENGTHS] + [("other", "Other…")], "Length of the meeting")
        self._length.chosen.connect(self._set_length)
        self.start = Button("Start meeting", "big", "play")
        self.start.clicked.connect(lambda: self._live.asked.emit("start"))
        self._until = Words("", 13, token="text2", elide=True)
        self._until.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch(1)
        card.body.addWidget(self._ring, 100)
        card.body.addWidget(self._length, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addSpacing(px(4))
        card.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(self._until)
        card.body.addStretch(1)
        return card

    def _agenda_card(self) -> Card:
        card = Card(padding=0, spacing=0)
        self._planned = Words("", 13, 500, "text2")
        self._preset = Choice("Agenda of this meeting", [])
        self._preset.picked.connect(self._use)
        edit = IconButton("sliders-horizontal", "Edit agendas", kind="bare")
        edit.clicked.connect(self._edit_agendas)
        top = row(Words("Agenda", 15, 600), 4, self._preset, edit, None, self._planned)
        top.setContentsMargins(px(16), px(8), px(16), px(8))
        card.body.addLayout(top)
        self._stages = QVBoxLayout()
        self._stages.setSpacing(0)
        card.body.addLayout(self._stages, 1)
        card.body.addWidget(Divider())
        self._foot = Words("", 12, token="text2", elide=True)
        self._foot_icon = Picture("lock", "text2", 14)
        foot = row(self._foot_icon, spacing=8)
        foot.addWidget(self._foot, 1)
        foot.setContentsMargins(px(16), px(8), px(16), px(8))
        card.body.addLayout(foot)
        return card

    def _reading_card(self, title: str, words: Words, chip: Chip | None = None) -> Card:
        card = Card(spacing=4)
        edit = Button("Edit", "link", name=f"Edit {title[5:]}")
        edit.clicked.connect(lambda: self._live.asked.emit("position" if "position" in title else "profile"))
        card.body.addLayout(row(Words(title, 15, 600), None, *([chip] if chip else []), edit))
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        words.setFixedHeight(px(38))
        card.body.addWidget(words)
        return card

    def show_view(self, view: MeetingView) -> None:
        """Show a planned meeting."""
        self._view = view
        self.head.show_view(view)
        minutes = [s.planned_minutes for s in view.stages]
        if [s.id for s in view.stages] != list(self._steppers):
            self._lay_out(view.stages)
        for stage in view.stages:
            self._steppers[stage.id].show_value(stage.planned_minutes)
        self._planned.say(f"{sum(minutes)} min planned")
        self._show_presets(view)
        self._show_habit()
        key = str(view.meeting.planned_minutes)
        self._length.rename("other", "Other…" if view.meeting.planned_minutes in LENGTHS else f"{key} min")
        self._length.choose(key if view.meeting.planned_minutes in LENGTHS else "other")
        pitch = view.profile.skills
        self._fit()
        self._seconds.say(f"{spoken_length(pitch)[1]} seconds" if pitch else "", "accent", "clock")
        self._say_when()

    def _show_presets(self, view: MeetingView) -> None:
        """The agendas to choose from; the one in use stays choosable after it was deleted or bent for this meeting."""
        known = [(one.key, one.name) for one in self._live.desk.lists.meeting.presets()]
        names = dict(known)
        self._preset.show_options(known)
        self._preset.show_key(view.meeting.preset if view.meeting.preset in names else _OWN, "This meeting’s own")

    def _show_habit(self) -> None:
        """What runs long, once three meetings say so; until then, what protection means."""
        habit = next(iter(self._live.desk.lists.meeting.habits()), None)
        if habit is None:
            self._foot_icon.show_icon("lock", "text2")
            self._foot.say("Protected stages keep their minutes. If the start runs long, the others get shorter.")
            return
        self._foot_icon.show_icon("history", "text2")
        sign = "+" if habit.over > 0 else "–"
        self._foot.say(f"{habit.stage} averages {sign}{say.clock(abs(habit.over))} against its plan, over {habit.meetings} meetings.")

    def _use(self, key: str) -> None:
        if key != _OWN:
            meeting.set_preset(self._live.desk, self._view.meeting.id, key)

    def _edit_agendas(self) -> None:
        from networking_desk.ui.meeting.agendas import AgendasDialog

        AgendasDialog(self, self._live, self._view.meeting.preset).open()

    def _lay_out(self, stages: tuple[Stage, ...]) -> None:
        clear(self._stages)
        self._steppers, self._locks = {}, []
        for stage in stages:
            stepper = Stepper(stage.planned_minutes, "min", f"minutes for {stage.name}")
            stepper.changed.connect(lambda minutes, stage=stage: self._set_minutes(stage.id, minutes))
            self._steppers[stage.id] = stepper
            line = QWidget()
            inner = QHBoxLayout(line)
            inner.setContentsMargins(px(16), px(4), px(12), px(4))
            inner.setSpacing(px(10))
            inner.addWidget(Chip(str(stage.position + 1), "grey"))
            inner.addLayout(column(None, Words(stage.name, 14, 600, elide=True), Words(stage.hint, 13, token="text2", elide=True), None, spacing=0), 1)
            if stage.protected:
                wide, narrow = Chip("Protected", "accent", "lock"), Picture("lock", "accent_text", 16)
                narrow.setAccessibleName("Protected")
                self._locks.append((wide, narrow))
                inner.addWidget(wide)
                inner.addWidget(narrow)
            inner.addWidget(stepper)
            self._stages.addWidget(Divider())
            self._stages.addWidget(line, 1)
        self._fit()

    def fit(self, room: int) -> None:
        """There is so much room beside each other: in a small window the cards stand one below the other."""
        self._room = room
        self._fit()

    def _fit(self) -> None:
        """In a small window the locks stand without their word, and the texts show less of themselves."""
        narrow = self._room < px(820)
        self.head.narrow(self._room < px(900))
        beneath = self._room < px(724)
        for part in (self._middle, self._reading):
            part.setDirection(QBoxLayout.Direction.TopToBottom if beneath else QBoxLayout.Direction.LeftToRight)
        self._planned.setVisible(self._room >= px(480 if beneath else 740))  # the steppers say it too
        self._move_button.say("Move" if self._room >= px(560) else "", "Move the meeting")
        for chip, lock in self._locks:
            chip.setVisible(not narrow)
            lock.setVisible(narrow)
        if hasattr(self, "_view"):
            room = max(40, self._room // 2 // px(4))
            pitch, position = self._view.profile.skills, self._view.profile.ideal_position
            self._pitch.say(_first(pitch, room) or "What do you do well? Write it once; it stands here in every meeting.")
            self._position.say(_first(position, room) or "Which roles and responsibilities do you excel at?")

    def _say_when(self) -> None:
        clock = self._live.desk.clock
        planned = self._view.meeting.planned_at
        if planned is None:
            return
        at = clock.local(planned)
        today = clock.today()
        below = f"starts at {say.time(at)}" if at.date() == today else say.when(at, today)
        self._ring.show_plan([s.planned_minutes for s in self._view.stages], below)
        seconds = (planned - clock.now()).total_seconds()
        self._until.say(f"The call begins {say.until(seconds)}" if seconds > 30 else "Ready when you are. Ctrl+Shift+M starts it too.")

    def _set_length(self, key: str) -> None:
        if key != "other":
            meeting.set_length(self._live.desk, self._view.meeting.id, int(key))
            return
        self._length.choose(str(self._view.meeting.planned_minutes) if self._view.meeting.planned_minutes in LENGTHS else "other")
        OneLine(self, "Length of the meeting", "In minutes, 6 to 120. The target list takes what is left over.", "30", "Set", self._set_other).open()

    def _set_other(self, words: str) -> None:
        digits = "".join(c for c in words if c.isdigit())[:4]
        meeting.set_length(self._live.desk, self._view.meeting.id, int(digits or 0))

    def _set_minutes(self, stage_id: str, minutes: int) -> None:
        try:
            meeting.set_stage_minutes(self._live.desk, stage_id, minutes)
        except DeskError as error:
            errors.tell(error)

    def _move(self) -> None:
        hint = "For example: today 14:30, thu 14, tomorrow 9, 2026-12-01 09:00"
        OneLine(self, "Move the meeting", hint, "thu 14", "Move", lambda words: meeting.replan(self._live.desk, self._view.meeting.id, words)).open()

    def _drop(self) -> None:
        self._live.said.emit(meeting.cancel(self._live.desk, self._view.meeting.id))


def _first(text: str, room: int) -> str:
    """The beginning of a text, as much as two lines of `room` letters together hold."""
    flat = " ".join(text.split())
    return flat if len(flat) <= room else flat[: room - 6].rsplit(" ", 1)[0] + " …"
