"""Reminders while the program runs: by the system's tray where there is one; the list on Today is the truth, the tray a courtesy."""

from __future__ import annotations

import html
import sys
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from networking_desk.domain.errors import DeskError
from networking_desk.domain.reminders import Wanted
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.text import clean_for_display
from networking_desk.verbs import reminders

_LONGEST = 3_600_000  # ms: no timer is trusted to last longer, and none counts while the computer sleeps


class Tray(Protocol):
    """Where a reminder is shown. It does not tell whether anybody saw it."""

    def available(self) -> bool: ...
    def show(self, title: str, words: str) -> None: ...


class SystemTray:
    """The system's own tray; its icon is there only from the first reminder on."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._icon: QSystemTrayIcon | None = None

    def available(self) -> bool:
        """Whether this system has a tray that shows messages."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def show(self, title: str, words: str) -> None:
        """Show a message; a click on it opens Today."""
        if self._icon is None:
            self._icon = QSystemTrayIcon(QApplication.windowIcon(), self._live)
            self._icon.messageClicked.connect(lambda: self._live.asked.emit("show_today"))
            self._icon.activated.connect(lambda _: self._live.asked.emit("show_today"))
        self._icon.show()
        plain = clean_for_display(words)
        # On Linux the words are markup to whoever shows them.
        self._icon.showMessage(title, html.escape(plain, quote=False) if sys.platform.startswith("linux") else plain, QApplication.windowIcon())


class Reminders(QObject):
    """Looks what is due, at its moment, after sleep and when the user comes back; says nothing at all while a meeting is live."""

    def __init__(self, live: Live, tray: Tray) -> None:
        super().__init__(live)
        self._live, self._tray, self._desk = live, tray, live.desk
        self._looked = self._desk.clock.now()  # what was due by then and is new since has just been made by the user, who sees it
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        for asked in (live.new_day, live.went, live.looked):
            asked.connect(self.look)
        live.changed.connect(self._changed)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self._came_back)
        self.look()

    def _came_back(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _changed(self, kinds: frozenset[str]) -> None:
        if not self._live.is_live and not kinds.isdisjoint({"Meeting", "FollowUp", "Setting"}):
            self._arm()

    def look(self) -> None:
        """Show what is due now, list what was missed, and wait for the next."""
        if self._live.stopped:
            return
        if not self._live.is_live:
            now = self._desk.clock.now()
            for one in reminders.upcoming(self._desk, say.time, lambda kind, name: say.follow_up(kind, name, "")):
                if one.at > now:
                    break
                try:
                    self._remind(one, now)
                except DeskError:
                    break  # something else is being written; the next look comes soon
            self._looked = now
        self._arm()

    def _remind(self, one: Wanted, now: datetime) -> None:
        """Give one reminder: written down first, so that nothing can show it twice."""
        before_the_eyes = one.at <= self._looked and now <= one.until
        kept = reminders.write_down(self._desk, one, seen=before_the_eyes)
        if not before_the_eyes and now <= one.until and self._tray.available():
            self._tray.show("Networking Desk", one.text)
            reminders.shown(self._desk, kept)

    def _arm(self) -> None:
        """Wait for the next reminder, or an hour; in a meeting for nothing."""
        if self._live.is_live:
            self._timer.stop()
            return
        now = self._desk.clock.now()
        following = [one.at for one in reminders.upcoming(self._desk, say.time, lambda _kind, name: name) if one.at > now]
        wait = min((at - now).total_seconds() * 1000 for at in following) if following else _LONGEST
        self._timer.start(max(0, min(_LONGEST, int(wait) + 1)))
