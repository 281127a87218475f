"""The bridge between the desk and the window: changes, the current meeting and its clock, and what one place asks of another."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from networking_desk.desk import Desk, Kinds, MeetingView
from networking_desk.domain import agenda
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import MeetingState
from networking_desk.verbs import follow_up, meeting

_DAY_CHECK = 30_000  # ms
_QUIET = 3_000  # ms without a change
_VIEW = frozenset({"Meeting", "Stage", "ChecklistItem", "Contact", "Position", "Company", "Profile", "Referral", "Note", "Showing"})


class Live(QObject):
    """Says `changed` with the kinds of records after each change, in the window's thread.

    `new_day` says that another day has begun, `looked` comes every half a minute. `went` says that the current meeting is another one or in
    another state, `ticked` comes each second while one is live. `handed` says that a letter left the program (ui.owed.sent). The rest are wishes:
    `said` wants a sentence shown with its undo, `told` one where there is nothing to take back, `asked` a command done, the others a place shown.
    """

    changed = Signal(object)
    new_day = Signal()
    looked = Signal()
    went = Signal()
    ticked = Signal()
    said = Signal(str)
    told = Signal(str)
    handed = Signal(object)
    asked = Signal(str)
    asked_contact = Signal(str)
    asked_company = Signal(str)
    asked_tab = Signal(str)
    _heard = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.contact_id = ""  # the contact that is selected, wherever one is looking
        self._chosen: str | None = None
        self._view: MeetingView | None = None
        self._read = False
        self.stopped = False
        self._day = desk.clock.today()
        self._heard.connect(self._say, Qt.ConnectionType.AutoConnection)
        self._hear_no_more = desk.on_change(self._heard.emit)
        # No timer is trusted to last until midnight: sleep stops it, so the date is looked at now and again.
        self._days = QTimer(self)
        self._days.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._days.timeout.connect(self._look)
        self._days.start(_DAY_CHECK)
        self._seconds = QTimer(self)
        self._seconds.setInterval(1000)
        self._seconds.timeout.connect(self.ticked)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(desk.rest)
        self._state: tuple[str, str] = ("", "")
        if desk.lists.meeting.entered():  # words that were entered when the program was cut off come first
            from networking_desk.verbs import capture

            capture.finish_entered(desk)
        self._follow()

    @property
    def view(self) -> MeetingView | None:
        """The current meeting; None when there is none."""
        if not self._read:
            current = self.desk.lists.meeting.current_id(self._chosen)
            self._view = self.desk.lists.meeting.view(current) if current else None
            self._read = True
        return self._view

    @property
    def is_live(self) -> bool:
        """Whether the current meeting is running."""
        return self.view is not None and self.view.meeting.state is MeetingState.LIVE

    def pace(self) -> agenda.Pace | None:
        """Where the current meeting stands at this moment."""
        view = self.view
        return agenda.pace(view.meeting, view.stages, meeting.now(self.desk, view.meeting)) if view else None

    def choose(self, meeting_id: str) -> None:
        """Make a planned meeting the current one; while one runs it stays that, and its wrap-up comes first."""
        if not self.is_live:
            self._chosen = meeting_id
        self._read = False
        self._follow()

    def _say(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint(_VIEW):
            self._read = False
        if "Meeting" in kinds:
            self._follow()
        self.changed.emit(kinds)
        if not self.stopped:
            self._quiet.start()

    def _follow(self) -> None:
        view = self.view
        state = (view.meeting.id, view.meeting.state.value) if view else ("", "")
        if state != self._state:
            self._state = state
            self.went.emit()
        if self.is_live and view and view.meeting.paused_at is None:
            self._seconds.start()
        else:
            self._seconds.stop()

    def stop(self) -> None:
        """Count and hear no more: what the window showed is gone."""
        self.stopped = True
        self._hear_no_more()
        self._days.stop()
        self._quiet.stop()
        self._seconds.stop()

    def begin_day(self) -> None:
        """Work out what is owed as of today; a change that goes on meanwhile is waited for until the next look."""
        try:
            follow_up.due_now(self.desk)
        except DeskError:
            return
        self._day = self.desk.clock.today()

    def work_out(self) -> None:
        """Something was taken back, done again, deleted or put back: what is owed as things are now is owed at once, not from tomorrow on."""
        with suppress(DeskError):  # something else is being written; the next day works it out
            follow_up.due_now(self.desk)

    def gone(self, words: str) -> None:
        """Something was deleted, or is back: say so, with its undo, once what is owed is known."""
        self.work_out()
        self.said.emit(words)

    def _look(self) -> None:
        if self.desk.clock.today() != self._day and not self.is_live:
            self.begin_day()
            self.new_day.emit()
        self.looked.emit()
