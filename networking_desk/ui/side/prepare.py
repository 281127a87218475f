"""The side panel before a meeting: what makes it ready, built when a meeting is first planned, and the way to start it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px

if TYPE_CHECKING:
    from networking_desk.ui.side.checks import Checks


class Prepare(QWidget):
    """Holds the checks; `foot` starts the meeting."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._checks: Checks | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self.foot = self._foot()

    def _foot(self) -> QWidget:
        foot = QWidget()
        start = Button("Start meeting", "soft", "play")
        start.clicked.connect(lambda: self._live.asked.emit("start"))
        self._says = Words("", 12, token="text3")
        self._says.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body = QVBoxLayout(foot)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(6))
        body.addWidget(start)
        body.addWidget(self._says)
        return foot

    @property
    def checks(self) -> Checks:
        """What makes a meeting ready; made when it is first wanted."""
        if self._checks is None:
            from networking_desk.ui.side.checks import Checks

            self._checks = Checks(self._live)
            self._body.addWidget(self._checks)
        return self._checks

    def show_view(self, view: MeetingView) -> None:
        """Show how ready a meeting is."""
        self.checks.show_view(view)
        self._says.say(f"Starts the {view.meeting.planned_minutes}-minute timer, Ctrl+Shift+M")

    def keep(self) -> None:
        """Keep what is being written."""
        if self._checks is not None:
            self._checks.keep()

    def focus_first(self) -> None:
        """Give the keyboard to the first check that is open."""
        self.checks.focus_first()
