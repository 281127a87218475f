"""What the program does by itself while its window is open: the day's follow-ups, reminders, the question whether a letter was sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from networking_desk.ui.live import Live
from networking_desk.ui.owed.sent import Handed, SentBar
from networking_desk.ui.reminders import Reminders, SystemTray, Tray


class Daily(QObject):
    """Begins once everything is on the screen; `over` is the page that questions stand on, `tray` where reminders are shown."""

    def __init__(self, window: QObject, over: QWidget, live: Live, tray: Tray | None = None, letters: Sequence[Handed] = ()) -> None:
        super().__init__(window)
        self._window, self._over, self._live, self._tray = window, over, live, tray
        self.sent = SentBar(over, live, letters) if letters else None
        live.handed.connect(self._handed)
        live.begin_day()
        self.reminders = Reminders(live, tray or SystemTray(live))

    def again(self, over: QWidget, live: Live) -> Daily:
        """The same for a window whose inside was built anew: the letters that wait are asked about there."""
        made = Daily(self._window, over, live, self._tray, self.sent.waiting if self.sent else ())
        if made.sent and self.sent and not self.sent.isHidden():
            made.sent.came_back()
        for gone in (self.reminders, self.sent, self):
            if gone:
                gone.deleteLater()
        return made

    def _handed(self, letter: Handed) -> None:
        """A letter left the program: whether it was sent is asked when the user comes back."""
        if self.sent is None:
            self.sent = SentBar(self._over, self._live)
        self.sent.hand_over(letter)
