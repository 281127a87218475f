"""Rehearse: the words large on the screen, the ring beside them, and the time it took beside the time it should take."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from networking_desk.domain.agenda import Pace, Tone
from networking_desk.domain.pitch import PITCH_SECONDS, POSITION_SECONDS, Part, took
from networking_desk.domain.profile import spoken_length
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Card, column, row, scrolled
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.look.toast import announce
from networking_desk.ui.meeting.ring import Ring
from networking_desk.ui.profile.spoken import NAMES
from networking_desk.ui.profile.versions import taken
from networking_desk.verbs import profile

_MOST = {Part.PITCH: PITCH_SECONDS[1], Part.POSITION: POSITION_SECONDS}


class SecondsRing(Ring):
    """The ring in seconds instead of minutes: how long a text has been spoken, against how long it should take at most."""

    def show_seconds(self, elapsed: float, planned: int, most: int) -> None:
        """Show so many seconds of about `planned`; beyond `most` it is over, as a meeting would be."""
        tone = Tone.OVER if elapsed >= most else Tone.CLOSING if elapsed >= max(planned, 1) else Tone.CALM
        self._pace = Pace(elapsed, float(most), most - elapsed, tone, 0, (), 0.0, 0.0, go_to_list=False)
        self._shares = [float(planned), float(max(1, most - planned))] if planned < most else [float(most)]
        said = int(elapsed)
        self._lines = (str(said), "second" if said == 1 else "seconds", f"of about {planned}")
        self.setRange(0, most)
        self.setValue(min(said, most))
        self.setAccessibleDescription(f"{said} of about {say.count(planned, 'second')}")
        self.update()


class RehearseDialog(Dialog):
    """Space starts and stops. What it took is kept with the version that was said."""

    def __init__(self, parent: QWidget, live: Live, part: Part) -> None:
        super().__init__(parent, "Rehearse", 560)
        self._live = live
        self._part = part
        self._text = getattr(live.desk.lists.meeting.profile(), part)
        self._planned = spoken_length(self._text)[1]
        self._started: float | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(250)
        self._beat.timeout.connect(self._tick)
        self._ring = SecondsRing()
        self._ring.setAccessibleName("Time spoken")
        self.button = Button("Start", "big", "play")
        self.button.clicked.connect(self._switch)
        self._result = Words("Press Space, and say it aloud. Space again when you are done.", 14, token="text2", wrap=True)
        self._before = Words("", 13, token="text3", wrap=True)
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.body.addWidget(Words(f"Rehearse: {NAMES[part][:1].lower()}{NAMES[part][1:]}", 18, 600))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(px(20))
        self._both.addLayout(column(self._middle(self._ring), 6, self._middle(self.button), 6, self._result, self._before, None, spacing=6))
        self._both.addWidget(self._words(), 1)
        self.body.addLayout(self._both, 1)
        self.body.addLayout(row(None, close))
        self._show_before()
        self._ring.show_seconds(0, self._planned, _MOST[part])
        self.resize(self._size(parent.window()))
        self.button.setFocus()

    @staticmethod
    def _size(behind: QWidget) -> QSize:
        """Nearly as large as what it stands before, whose words it takes over."""
        parent = behind.parentWidget()
        whole = parent.window().size() if parent else behind.size()
        return QSize(min(px(1040), whole.width() - 40), min(px(680), whole.height() - 40))

    @staticmethod
    def _middle(widget: QWidget) -> QBoxLayout:
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.addStretch(1)
        line.addWidget(widget)
        line.addStretch(1)
        return line

    def _words(self) -> QWidget:
        card = Card(padding=24)
        words = Words(self._text, 26, 500, wrap=True)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(0, 0, px(8), 0)
        body.addWidget(words)
        body.addStretch(1)
        card.body.addWidget(scrolled(inside))
        return card

    def _show_before(self) -> None:
        said = next((v.took for v in self._live.desk.lists.prepare.versions(self._part) if v.in_use), ())
        self._before.say(f"This version {taken(said)}." if said else "Most people need three or four goes before it sounds like themselves.")

    def _switch(self) -> None:
        if self._started is None:
            self._started = self._live.desk.clock.boot_seconds()
            self.button.say("Stop")
            self.button.become("big", "square")
            self._result.say("Speak as you would on the phone. Space stops.")
            self._tick()
            self._beat.start()
            return
        spent = self._stop()
        profile.rehearsed(self._live.desk, self._part, spent)
        self._result.say(took(spent, self._planned, self._part))
        self._show_before()
        announce(self, self._result.whole())

    def _stop(self) -> float:
        self._beat.stop()
        spent = self._live.desk.clock.boot_seconds() - (self._started or 0.0)
        self._started = None
        self._ring.show_seconds(spent, self._planned, _MOST[self._part])
        self.button.say("Again")
        self.button.become("big", "play")
        return spent

    def _tick(self) -> None:
        if self._started is not None:
            self._ring.show_seconds(self._live.desk.clock.boot_seconds() - self._started, self._planned, _MOST[self._part])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._switch()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = max(px(146), min(px(232), self.height() - px(300)))
        self._ring.setFixedSize(side, side)
        narrow = self.width() < px(700)
        self._both.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def done(self, result: int) -> None:
        self._beat.stop()
        super().done(result)
