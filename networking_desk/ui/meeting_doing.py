"""What the meeting's commands do, one function for each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui.frame import Frame
from networking_desk.ui.live import Live
from networking_desk.ui.look.dialog import OneLine
from networking_desk.verbs import meeting

_TIMER = 3


class MeetingDoing:
    """Does the commands about the current meeting; without one it asks to plan it. `parent` is the window that dialogs belong to."""

    NAMES = frozenset(
        {"plan", "start", "next", "previous", "pause", "grant", "late_start", "interview", "call_window", "share", "end", "done"}
    )  # fmt: skip

    def __init__(self, window: Frame, parent: QWidget, live: Live) -> None:
        self._window = window
        self._parent = parent
        self._live = live
        self._desk = live.desk

    def do(self, name: str) -> None:
        """Do a command by its name; those of a live meeting do nothing without one."""
        getattr(self, name)()

    def _live_id(self) -> str:
        view = self._live.view
        return view.meeting.id if view and self._live.is_live else ""

    def _show(self) -> None:
        self._window.go(_TIMER)
        self._window.page(_TIMER).focus_first()

    def plan(self) -> None:
        """Ask when, and with whom where nobody is selected."""
        person = self._desk.lists.contacts.person(self._live.contact_id) if self._live.contact_id else None

        def enter(words: str) -> None:
            self._live.choose(meeting.plan_spoken(self._desk, person.id if person else None, words))
            self._show()

        whom = f"With {person.full_name}. When? " if person else "With whom, and when? Write the name before the time: Ann Lee, thu 14. "
        OneLine(self._parent, "Plan a meeting", whom + "For example: now, today 14:30, thu 14, 2026-12-01 09:00", "thu 14", "Plan", enter).open()

    def start(self) -> None:
        """Begin the planned meeting, or go to the one that runs."""
        view = self._live.view
        if view and view.meeting.state is MeetingState.HELD and (soon := meeting.due_soon(self._desk)):
            self._live.choose(soon)  # the wrap-up comes back after it
            view = self._live.view
        if view is None or view.meeting.state is MeetingState.HELD:
            self.plan()
            return
        if view.meeting.state is MeetingState.PLANNED:
            meeting.start(self._desk, view.meeting.id)
        self._show()

    def next(self) -> None:
        """Go to the next stage."""
        self._step(1)

    def previous(self) -> None:
        """Go to the stage before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if meeting_id := self._live_id():
            view = self._live.view
            meeting.go_to_stage(self._desk, meeting_id, ((view.meeting.stage_position if view else 0) or 0) + by)

    def pause(self) -> None:
        """Stop the clock, or let it go on."""
        if meeting_id := self._live_id():
            meeting.pause(self._desk, meeting_id)

    def grant(self) -> None:
        """They offered five more minutes."""
        if meeting_id := self._live_id():
            meeting.grant(self._desk, meeting_id)

    def late_start(self) -> None:
        """Ask when the meeting really began."""
        if self._live_id():
            self._window.go(_TIMER)
            self._window.page(_TIMER).running.correct_start()

    def interview(self) -> None:
        """It became an interview: the lead is open, its name wants to be typed."""
        if meeting_id := self._live_id():
            meeting.became_interview(self._desk, meeting_id)
            self._window.go(_TIMER)
            self._window.page(_TIMER).running.interview.title.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def call_window(self) -> None:
        """Open the call window, or close it."""
        self._window.page(_TIMER).open_call_window()

    def share(self) -> None:
        """Show the target list to others, or put it away; an empty page is shown to nobody. Whoever looked at it before the meeting has it ready."""
        view = self._live.view
        if not self._window.page(_TIMER).has_share and not self._desk.lists.meeting.shared(*((view.meeting.id, view.meeting.contact_id) if view else ())):
            raise DeskError("There is no company on your list that may be shown here. Ctrl+Shift+N adds one.")
        if view and view.meeting.state is MeetingState.PLANNED:
            meeting.is_ready(self._desk, view.meeting.id, "list")
        self._window.page(_TIMER).share()

    def end(self) -> None:
        """End the meeting and wrap it up; what was typed and not entered is kept."""
        if meeting_id := self._live_id():
            running = self._window.page(_TIMER).running
            running.keep()
            running.writing.end_as_note()
            meeting.end(self._desk, meeting_id)
            self._show()

    def done(self) -> None:
        """Leave the wrap-up."""
        view = self._live.view
        if view and view.meeting.state is MeetingState.HELD:
            self._window.page(_TIMER).keep()
            meeting.finish(self._desk, view.meeting.id)
            self._window.go(0)
            self._window.page(0).focus_first()
