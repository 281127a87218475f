"""The Meeting timer: the page that fits the state of the current meeting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from networking_desk.desk import Kinds
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import EmptyState, Picture, scrolled
from networking_desk.ui.meeting.ready import Ready
from networking_desk.ui.meeting.running import Running
from networking_desk.ui.meeting.wrap_up import WrapUp
from networking_desk.ui.meeting.writing import Hint, Writing

if TYPE_CHECKING:
    from networking_desk.ui.meeting.call_window import CallWindow
    from networking_desk.ui.meeting.share import ShareView

_CONCERNS = frozenset(
    {
        "Meeting",
        "Stage",
        "Contact",
        "Position",
        "Company",
        "Profile",
        "Referral",
        "Lead",
        "Note",
        "Promise",
        "Showing",
        "FollowUp",
        "Hidden",
        "Preset",
        "PresetStage",
    }
)


class MeetingTab(QWidget):
    """Plan one, be ready for it, run it, wrap it up."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self.setObjectName("page")
        self._live = live
        self._shown = ("", "")
        self.writing = Writing(live)
        self.ready, self.running, self.wrap_up = Ready(live), Running(live, self.writing), WrapUp(live, self.writing)
        self._share: ShareView | None = None
        self._call_window: CallWindow | None = None
        plan = Button("Plan a meeting", "primary", "plus")
        plan.clicked.connect(lambda: live.asked.emit("plan"))
        self._none = EmptyState(
            Picture("timer", "text2", 40), "No meeting planned", "A networking meeting takes 15 or 20 minutes. Choose a contact, say when, and the agenda is here.",
            plan, hint="Ctrl+T plans one with the selected contact: now, today 14:30, thu 14",
        )  # fmt: skip
        self._pages = QStackedWidget()
        self._places = {
            None: self._none,
            MeetingState.PLANNED: scrolled(self.ready),
            MeetingState.LIVE: self.running,
            MeetingState.HELD: scrolled(self.wrap_up),
        }
        for page in self._places.values():
            self._pages.addWidget(page)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._pages)
        live.went.connect(self.show_now)
        live.changed.connect(self._changed)
        live.ticked.connect(self._tick)
        self.show_now()

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint(_CONCERNS):
            self.show_now()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        for page in (self.ready, self.wrap_up):  # they scroll, so their own width is never less than what they need
            page.fit(self.width())

    def _tick(self) -> None:
        if self.isVisible():
            self.running.tick()

    def show_now(self) -> None:
        """Show the current meeting as it is."""
        view = self._live.view
        state = view.meeting.state if view else None
        fresh = (view.meeting.id, view.meeting.state.value) != self._shown if view else False
        if view and state is MeetingState.PLANNED:
            self.ready.show_view(view)
        elif view and state is MeetingState.LIVE:
            self.running.show_view(view, fresh=fresh)
        elif view and state is MeetingState.HELD:
            self.wrap_up.show_view(view, fresh=fresh)
        self._shown = (view.meeting.id, view.meeting.state.value) if view else ("", "")
        self._pages.setCurrentWidget(self._places.get(state, self._none))

    def focus_first(self) -> None:
        """Give the keyboard to what comes first on the page."""
        state = self._live.view.meeting.state if self._live.view else None
        if state is MeetingState.PLANNED:
            self.ready.start.setFocus(Qt.FocusReason.TabFocusReason)
        elif state is MeetingState.LIVE:
            self.running.capture.line.setFocus()
        elif state is MeetingState.HELD:
            self.wrap_up.done.setFocus()

    def hold(self) -> None:
        """Keep what is being written as it is: it comes back in a moment."""
        if self._live.is_live:
            self.running.keep()
        self.wrap_up.hold()

    def keep(self) -> None:
        """Keep what is being written, before the window goes."""
        if self._live.is_live:
            self.running.keep()
        self.wrap_up.keep()

    def say(self, words: str, action: str, act: Callable[[], object] | None) -> None:
        """Say something beside the capture line, with what can be done about it."""
        self.writing.tell(Hint(words, ((action, act),) if act else (), trouble=act is None))

    def share(self) -> None:
        """Show the list to others, or put it away."""
        if self._share is not None:
            self._share.close()
            return
        from networking_desk.ui.meeting.share import ShareView

        self._share = ShareView(self._live, self.writing)
        self._share.destroyed.connect(self._share_left)
        self._share.present()

    def _share_left(self) -> None:
        self._share = None
        self.window().activateWindow()
        if self.isVisible():
            self.focus_first()

    @property
    def has_share(self) -> bool:
        """Whether the list is shown."""
        return self._share is not None

    @property
    def has_call_window(self) -> bool:
        """Whether the small window is open."""
        return self._call_window is not None

    def open_call_window(self) -> None:
        """Open the small window beside the call, or close it."""
        if self._call_window is not None:
            self._call_window.close()
        elif self._live.view and not self._live.view.meeting.ended_at:
            from networking_desk.ui.meeting.call_window import CallWindow

            self._call_window = CallWindow(self._live, self.writing, self)
            self._call_window.destroyed.connect(self._call_window_left)
            self._call_window.show()
            self._call_window.activateWindow()

    def _call_window_left(self) -> None:
        self._call_window = None

    def close_windows(self) -> None:
        """The main window goes, and with it those that belong to it."""
        for window in (self._share, self._call_window):
            if window is not None:
                window.close()
