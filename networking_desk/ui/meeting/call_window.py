"""The call window: small and on top, beside a video call; the same clock and the same capture line as the main window."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from networking_desk.desk import CapturedRow, Kinds, MeetingView
from networking_desk.domain.agenda import Pace, Tone
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui import commands, say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.buttons import Button, IconButton
from networking_desk.ui.look.cards import Bar, Card, column, row, scrolled
from networking_desk.ui.look.focus import FocusRing
from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.text import Words, tooltip
from networking_desk.ui.look.theme import px
from networking_desk.ui.meeting.capture_line import CaptureLine, Hints
from networking_desk.ui.meeting.captured import CapturedLine
from networking_desk.ui.meeting.ring import Ring
from networking_desk.ui.meeting.writing import Writing
from networking_desk.ui.pace import advice
from networking_desk.ui.side.lists import CheckLine, CheckLineRow
from networking_desk.verbs import meeting, profile

_KEYS = frozenset({"help", "undo", "redo", "next", "previous", "pause", "end", "call_window", "share", "interview", "grant"})
_HIDDEN = "Name hidden"
_NEXT = {"Next stage": "next", "End meeting": "end", "Start meeting": "start"}


class ShortCapturedLine(CapturedLine):
    """Something captured in one line; with names hidden, only its kind and its time."""

    def __init__(self) -> None:
        super().__init__()
        self.hidden = False

    def height(self, row: CapturedRow, width: int) -> int:
        return px(28)

    def paint(self, painter: QPainter, rect: QRect, row: CapturedRow, *, selected: bool, hovered: bool) -> None:
        icon, tone, words = say.KINDS[row.kind]
        middle = rect.center().y()
        paint_icon(painter, QRect(rect.left(), middle - px(8), px(16), px(16)), icon, paint.TONES[tone][1])
        title, detail = (words, _HIDDEN) if self.hidden else (row.title, row.detail)
        left, right = rect.left() + px(26), rect.right() - px(44)
        wide = min(right - left, paint.width_of(title, 13, 600) + 2)
        paint.words(painter, QRect(left, rect.top(), wide, rect.height()), title, 13, 600)
        paint.words(painter, QRect(left + wide + px(8), rect.top(), max(0, right - left - wide - px(8)), rect.height()), detail, 13, 400, "text2")
        when = QRect(rect.right() - px(44), rect.top(), px(44), rect.height())
        paint.words(painter, when, self._when(row), 12, 400, "text2", Qt.AlignmentFlag.AlignRight, tabular=True)

    def sentence(self, row: CapturedRow) -> str:
        return f"{say.KINDS[row.kind][2]}, {_HIDDEN.lower()}, {self._when(row)}" if self.hidden else super().sentence(row)


class CallWindow(QWidget):
    """Clock, stage, checklist and capture line in 360 by 640. It says so where the system will not keep it on top."""

    def __init__(self, live: Live, writing: Writing, main: QWidget) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self._live = live
        self._main = main
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Networking meeting")
        self.setAccessibleName("Networking meeting")
        self.setMinimumSize(320, 600)
        self._captured_line = ShortCapturedLine()
        page = QVBoxLayout(self)
        page.setContentsMargins(px(16), px(14), px(16), px(10))
        page.setSpacing(px(10))
        page.addWidget(self._on_top())
        page.addLayout(self._clock())
        page.addWidget(self._stage_card())
        page.addLayout(self._steps())
        self._captured_widget = QWidget()
        self._captured_widget.setLayout(self._captured_part(writing))
        page.addWidget(self._captured_widget, 1)
        self.capture = CaptureLine(live.desk, writing, compact=True)
        page.addWidget(self.capture)
        page.addLayout(self._foot())
        self._ring_of_focus = FocusRing(self)
        commands.keys_for(self, _KEYS, live.asked.emit)
        live.changed.connect(self._changed)
        live.ticked.connect(self.tick)
        live.went.connect(self._went)
        self._place()
        self._hide_names(live.desk.settings.call_names_hidden)
        self._show()
        self.capture.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_top(self) -> QWidget:
        """On Wayland no program can keep itself on top, so it says how the user can; once."""
        note = Card("warning", padding=8, spacing=4)
        understood = Button("Understood", "link")
        note.body.addWidget(
            Words("This window cannot stay on top by itself here. Choose “Always on top” in its window menu.", 12, token="amber_text", wrap=True)
        )
        note.body.addLayout(row(None, understood))

        def told() -> None:
            profile.set_option(self._live.desk, undoable=False, call_told_on_top=True)
            note.hide()

        understood.clicked.connect(told)
        note.setVisible(QGuiApplication.platformName().startswith("wayland") and not self._live.desk.settings.call_told_on_top)
        return note

    def _clock(self) -> QVBoxLayout:
        self.ring = Ring()
        self.ring.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.ring.setFixedSize(px(116), px(116))
        self._number, self._name = Words("", 12, 500, "text2"), Words("", 17, 600, elide=True)
        self._bar, self._time = Bar("Time in this stage"), Words("", 13, 500, "text2", tabular=True)
        side = column(None, self._number, self._name, 4, self._bar, 4, self._time, None, spacing=2)
        line = row(self.ring, spacing=16)
        line.addLayout(side, 1)
        return column(line)

    def _stage_card(self) -> Card:
        card = Card(padding=12, spacing=6)
        self._prompt = Words("", 13, token="text2", wrap=True)
        self._checklist = Lines("Checklist", CheckLine(14), grows=True)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            self._checklist.on_key(key, "tick")
        self._checklist.acted.connect(self._tick_item)
        inside = QWidget()
        inside.setLayout(column(self._prompt, self._checklist, None, spacing=6))
        self._card_area = scrolled(inside)
        self._card_area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        card.body.addWidget(self._card_area)
        return card

    def _steps(self) -> QVBoxLayout:
        self._previous, self.next = IconButton("arrow-up", "Previous stage"), Button("Next stage", "soft", "arrow-down")
        share = IconButton("presentation", "Share list")
        self._previous.clicked.connect(lambda: self._live.asked.emit("previous"))
        self.next.clicked.connect(lambda: self._live.asked.emit(_NEXT[self.next.accessibleName()]))
        share.clicked.connect(lambda: self._live.asked.emit("share"))
        self._advice = Words("", 13, 600, "amber_text")
        self._advice.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line = row(self._previous)
        line.addWidget(self.next, 1)
        line.addWidget(share)
        return column(line, self._advice, spacing=4)

    def _captured_part(self, writing: Writing) -> QVBoxLayout:
        self._count = Words("", 13, 500, "text2")
        self._captured = Lines("Captured", self._captured_line, shows_choice=False)
        self._captured.setMinimumHeight(px(28))
        self._hints = Hints(writing)
        head = row(Words("Captured", 13, 600), self._count, spacing=8)
        head.addWidget(self._hints, 1)
        return column(head, self._captured, spacing=4)

    def _foot(self) -> QVBoxLayout:
        self._eye = IconButton("eye-off", "Hide names", kind="bare", checkable=True)
        self._eye.clicked.connect(self._hide_names)
        self._pause = IconButton("pause", "Pause", kind="bare")
        self._pause.clicked.connect(lambda: self._live.asked.emit("pause"))
        self._end = Button("End", "small", "square", name="End meeting")
        self._end.clicked.connect(lambda: self._live.asked.emit("end"))
        back = IconButton("maximize-2", "Back to the main window", kind="bare")
        back.clicked.connect(self._go_back)
        return column(row(self._eye, self._pause, None, self._end, back, spacing=6))

    def _changed(self, _kinds: Kinds) -> None:
        self._show()

    def _went(self) -> None:
        view = self._live.view
        if view is None or view.meeting.ended_at:
            self.close()
        else:
            self._show()

    def _show(self) -> None:
        view = self._live.view
        if view is None:
            return
        live = self._live.is_live
        for widget in (self._end, self._pause, self.capture, self._captured_widget):
            widget.setVisible(live)
        stage = view.stages[view.meeting.stage_position or 0]
        interview = view.meeting.became_interview_at is not None
        self._number.say("The agenda waits" if interview else f"Stage {stage.position + 1} of {len(view.stages)}")
        self._name.say("Interview" if interview else stage.name)
        self._prompt.say(stage.prompt)
        self._prompt.setVisible(bool(stage.prompt))
        self._checklist.show_rows([CheckLineRow(i.id, i.text, i.done_at is not None) for i in view.checklist if i.stage_id == stage.id])
        captured = self._live.desk.lists.meeting.captured(view.meeting.id)
        self._captured_line.meeting = view.meeting
        self._captured.show_rows(captured)
        self._count.say(str(len(captured)) if captured else "")
        paused = view.meeting.paused_at is not None
        self._pause.show_icon("play" if paused else "pause")
        self._pause.setAccessibleName("Go on" if paused else "Pause")
        tooltip(self._pause, "Go on" if paused else "Pause")
        self._fit()
        self.tick()

    def tick(self) -> None:
        """Show the time of now, where it is seen."""
        view, pace = self._live.view, self._live.pace()
        if view is None or pace is None or not self.isVisible():
            return
        shares = [float(s.planned_minutes) for s in view.stages]
        shares[-1] += view.meeting.granted_minutes
        if self._live.is_live:
            self.ring.show_pace(pace, shares, "")
        else:
            self.ring.show_plan([s.planned_minutes for s in view.stages], "")
        share = pace.stages[pace.current]
        said = f"{say.clock(share.spent)} of {say.clock(share.planned)}"
        self._time.say(said)
        self._bar.fill_share(share.spent, share.planned, said)
        self._show_steps(view, pace)

    def _show_steps(self, view: MeetingView, pace: Pace) -> None:
        words, _, shade = advice(view, pace)
        loud = shade != "text" and view.meeting.state is MeetingState.LIVE
        self._advice.say(words if loud else "")
        self._advice.tone(shade)
        self._advice.setVisible(loud)
        over = pace.tone in (Tone.OVER, Tone.INTERVIEW)
        if view.meeting.state is MeetingState.PLANNED:
            said, kind, icon = "Start meeting", "primary", "play"
        elif over or pace.current == len(view.stages) - 1:
            said, kind, icon = "End meeting", "dusksoft" if over else "soft", "check"
        else:
            said, kind, icon = "Next stage", "primary" if pace.go_to_list else "soft", "arrow-down"
        if self.next.accessibleName() != said or self.next.property("kind") != kind:
            self.next.say(said)
            self.next.become(kind, icon)
        self._previous.setEnabled(pace.current > 0)

    def _tick_item(self, _action: str, item_id: str) -> None:
        view = self._live.view
        item = next(i for i in view.checklist if i.id == item_id) if view else None
        if item:
            meeting.tick(self._live.desk, item_id, item.done_at is None)

    def _hide_names(self, hidden: bool) -> None:
        """Blank every name, for a screen that others may see."""
        self._eye.setChecked(hidden)
        self._eye.show_icon("eye" if hidden else "eye-off")
        self._eye.setAccessibleName("Show names" if hidden else "Hide names")
        tooltip(self._eye, "Show names" if hidden else "Hide names")
        self._captured_line.hidden = hidden
        self._hints.quiet(hidden)
        self.capture.line.suggests = not hidden
        self._captured.again()
        if hidden is not self._live.desk.settings.call_names_hidden:
            profile.set_option(self._live.desk, undoable=False, call_names_hidden=hidden)

    def _go_back(self) -> None:
        self.close()
        self._main.window().raise_()
        self._main.window().activateWindow()

    def _place(self) -> None:
        """Where it was, if that is still on a screen; else at the right edge."""
        here = self._main.screen().availableGeometry()
        wide, high = px(360), min(px(640), here.height() - 40)
        self.resize(wide, high)
        kept = self._live.desk.settings.call_geometry
        if kept:
            self.restoreGeometry(QByteArray.fromHex(kept.encode()))
        if not kept or not any(screen.availableGeometry().contains(self.geometry()) for screen in QGuiApplication.screens()):
            self.setGeometry(here.right() - wide - 24, here.top() + 40, wide, high)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()

    def _fit(self) -> None:
        """The checklist takes what it needs, and scrolls where that is more than the window has."""
        inside = self._card_area.widget()
        wanted = inside.sizeHint().height() if inside else 0
        self._card_area.setFixedHeight(max(px(40), min(wanted + 2, self.height() - px(430))))

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        geometry = bytes(self.saveGeometry().toHex().data()).decode()
        profile.set_option(self._live.desk, undoable=False, call_geometry=geometry)
        super().closeEvent(event)
