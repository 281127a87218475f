"""The side panel: it follows the meeting by itself from Prepare to Meet to Follow up, and can be folded to a rail."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from networking_desk.desk import Kinds, MeetingView
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, IconButton, Segmented
from networking_desk.ui.look.cards import Avatar, EmptyState, Picture, column, scrolled
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.side.after import After
from networking_desk.ui.side.meet import Meet
from networking_desk.ui.side.prepare import Prepare

_PHASES = {MeetingState.PLANNED: "prepare", MeetingState.LIVE: "meet", MeetingState.HELD: "after"}
_CONCERNS = frozenset(
    {"Meeting", "Stage", "ChecklistItem", "Contact", "Position", "Company", "Profile", "Referral", "FollowUp", "Promise", "Note", "Touch", "Showing"}
)


class SidePanel(QDockWidget):
    """The agenda and the checklist of the current meeting. `folded` says that the user folded or unfolded it."""

    folded = Signal(bool)

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self.setAccessibleName("Meeting panel")
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget())
        self._prepare, self._meet, self._after = Prepare(live), Meet(live), After(live)
        self._phases = {"prepare": self._prepare, "meet": self._meet, "after": self._after}
        self._switch = Segmented([("prepare", "Prepare"), ("meet", "Meet"), ("after", "Follow up")], "Part of the meeting")
        self._switch.chosen.connect(self._show_phase)
        self._whole, self._rail = self._make_whole(), self._make_rail()
        self._both = QStackedWidget()
        self._both.addWidget(self._whole)
        self._both.addWidget(self._rail)
        self.setWidget(self._both)
        self._width = 320
        self._phase = ""
        live.went.connect(self._follow)
        live.changed.connect(self._changed)
        live.ticked.connect(self._tick)
        self.fold(False)
        self._follow()

    def _make_whole(self) -> QWidget:
        whole = QWidget()
        whole.setObjectName("panelframe")
        plan = Button("Plan a meeting", icon_name="plus")
        plan.clicked.connect(lambda: self._live.asked.emit("plan"))
        self._none = EmptyState(
            Picture("calendar-plus", "text2", 28), "No meeting planned", "When you plan a networking meeting, its checklist, agenda and follow-ups appear here.",
            plan, narrow=True,
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(self._none)
        self._areas = {}
        for key, part in self._phases.items():
            inner = QWidget()
            inside = QVBoxLayout(inner)
            inside.setContentsMargins(px(18), 0, px(18), px(8))
            inside.addWidget(part)
            self._areas[key] = scrolled(inner)
            self._stack.addWidget(self._areas[key])
        self._feet = QStackedWidget()
        self._feet.addWidget(QWidget())
        self._feet.addWidget(self._prepare.foot)
        self._feet.addWidget(self._meet.foot)
        top = QVBoxLayout()
        top.setContentsMargins(px(18), px(14), px(18), px(4))
        top.setSpacing(px(12))
        top.addLayout(self._make_head())
        top.addWidget(self._switch)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(px(18), px(4), px(18), px(14))
        foot.addWidget(self._feet)
        body = QVBoxLayout(whole)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(10))
        body.addLayout(top)
        body.addWidget(self._stack, 1)
        body.addWidget(self._foot)
        return whole

    def _make_head(self) -> QHBoxLayout:
        self._avatar, self._name, self._when = Avatar("", 36), Words("", 15, 600, elide=True), Words("", 13, token="text2", elide=True)
        fold = IconButton("panel-right-close", "Fold the side panel", kind="bare")
        fold.clicked.connect(lambda: self.user_folds(True))
        head = QHBoxLayout()
        head.setSpacing(px(10))
        head.addWidget(self._avatar)
        head.addLayout(column(self._name, self._when, spacing=0), 1)
        head.addWidget(fold)
        return head

    def _make_rail(self) -> QWidget:
        rail = QWidget()
        rail.setObjectName("panelframe")
        body = QVBoxLayout(rail)
        body.setContentsMargins(px(8), px(14), px(8), px(14))
        body.setSpacing(px(14))
        for icon, name, phase in (
            ("panel-right-open", "Unfold the side panel", ""), ("list-checks", "Prepare", "prepare"), ("timer", "Meet", "meet"), ("corner-down-left", "Follow up", "after"),
        ):  # fmt: skip
            button = IconButton(icon, name, kind="bare")
            button.clicked.connect(lambda _=False, phase=phase: self._unfold(phase))
            body.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(1)
        return rail

    @property
    def is_folded(self) -> bool:
        """Whether only the rail is seen."""
        return self._both.currentWidget() is self._rail

    def fold(self, folded: bool) -> None:
        """Fold to the rail, or unfold."""
        self._both.setCurrentWidget(self._rail if folded else self._whole)
        self.setFixedWidth(px(49 if folded else self._width))

    def narrow(self, narrow: bool) -> None:
        """Take less room in a small window."""
        self._width = 288 if narrow else 320
        self.fold(self.is_folded)

    def keep(self) -> None:
        """Keep what is being written."""
        self._prepare.keep()

    def focus_first(self) -> None:
        """Give the keyboard to the list to tick, where there is one, else to what comes first."""
        if not self.is_folded and self._phase == "prepare" and self._live.view:
            self._prepare.focus_first()
        else:
            first = next((w for w in self.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()), None)
            if first:
                first.setFocus(Qt.FocusReason.TabFocusReason)

    def user_folds(self, folded: bool) -> None:
        """Fold or unfold because the user wants it."""
        self.fold(folded)
        self.folded.emit(folded)

    def _unfold(self, phase: str) -> None:
        self.user_folds(False)
        if phase and self._live.view:
            self._show_phase(phase)

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint(_CONCERNS):
            self._show()
            if "Stage" in kinds and self._live.is_live:
                self._show_phase("meet")  # a look back ends with the next stage

    def _follow(self) -> None:
        view = self._live.view
        self._show()
        self._show_phase(_PHASES.get(view.meeting.state, "prepare") if view else "")

    def _show_phase(self, phase: str) -> None:
        self._phase = phase
        self._switch.choose(phase or "prepare")
        self._stack.setCurrentWidget(self._areas[phase] if phase and self._live.view else self._none)
        self._feet.setCurrentIndex({"prepare": 1, "meet": 2}.get(phase, 0) if self._live.view else 0)
        view = self._live.view
        state = view.meeting.state if view else None
        self._foot.setVisible((phase, state) in (("prepare", MeetingState.PLANNED), ("meet", MeetingState.LIVE)))
        if phase == "meet" and view:
            self._meet.tick(fit=True)

    def _show(self) -> None:
        view = self._live.view
        self._avatar.setVisible(view is not None)
        self._switch.setEnabled(True)
        if view is None:
            self._name.say("Meeting panel")
            self._when.say("Agenda and checklist")
            self._switch.mark("prepare", finished=False)
            self._switch.mark("meet", finished=False)
            return
        self._name.say(view.person.full_name)
        self._avatar.show_name(view.person.full_name)
        self._when.say(self._said(view))
        for part in (self._prepare, self._meet, self._after):
            part.show_view(view)
        state = view.meeting.state
        self._switch.mark("prepare", finished=state is not MeetingState.PLANNED)
        self._switch.mark("meet", finished=state is MeetingState.HELD)

    def _said(self, view: MeetingView) -> str:
        clock, today, meeting = self._live.desk.clock, self._live.desk.clock.today(), view.meeting
        if meeting.state is MeetingState.LIVE and meeting.started_at:
            return f"Started {say.time(clock.local(meeting.started_at))}" + (", paused" if meeting.paused_at else "")
        if meeting.state is MeetingState.HELD and meeting.started_at:
            return f"Met {say.day(clock.local(meeting.started_at).date(), today).lower()}"
        return say.when(clock.local(meeting.planned_at), today) + f", {meeting.planned_minutes} minutes" if meeting.planned_at else ""

    def _tick(self) -> None:
        if self._phase == "meet" and self.isVisible() and not self.is_folded:
            self._meet.tick()
