"""“Sent?”: when the user comes back from the mail program, one question at the foot of the page, whose answer writes the touch."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from networking_desk.desk import Kinds
from networking_desk.domain.contacts import TouchKind
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.look.toast import announce
from networking_desk.verbs import follow_up, outreach


class Handed(NamedTuple):
    """A letter on its way: to whom, and the follow-up that it is for, if any; `first` says that it asks of itself, so an answer is waited for."""

    contact_id: str
    full_name: str
    follow_up_id: str
    first: bool = False


class SentBar(QFrame):
    """Asks about each letter that was copied or handed to the mail program, once the window has the user's eyes again."""

    def __init__(self, over: QWidget, live: Live, letters: Sequence[Handed] = ()) -> None:
        super().__init__(over)
        self.setObjectName("toast")
        self.setAccessibleName("Sent?")
        self._over, self._live = over, live
        self.waiting = list(letters)
        self._words = Words("", 14, 600, "on_tip")
        self._yes, self._no = Button("Sent", "tip"), Button("Not yet", "tip")
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), px(7), px(12), px(7))
        line.setSpacing(px(12))
        for widget in (self._words, self._yes, self._no):
            line.addWidget(widget)
        self._yes.clicked.connect(self._sent)
        self._no.clicked.connect(self._not_yet)
        over.installEventFilter(self)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.applicationStateChanged.connect(self.came_back)
        live.changed.connect(self._changed)
        self.hide()

    def hand_over(self, handed: Handed) -> None:
        """A letter leaves the program; it is asked about when the user comes back."""
        if handed.follow_up_id:
            follow_up.handed(self._live.desk, handed.follow_up_id)
        self.waiting = [one for one in self.waiting if one.contact_id != handed.contact_id] + [handed]

    def came_back(self, state: Qt.ApplicationState = Qt.ApplicationState.ApplicationActive) -> None:
        """Ask about the first letter that waits, if the program is in front."""
        if state is not Qt.ApplicationState.ApplicationActive or self._live.stopped:
            return
        self.waiting = [one for one in self.waiting if self._is_open(one)]
        if not self.waiting or self._live.is_live:
            self.hide()
            return
        words = f"Did you send it to {self.waiting[0].full_name}?"
        self._words.say(words)
        self._words.setMaximumWidth(max(px(160), self._over.width() - px(260)))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        announce(self, words)

    def _is_open(self, one: Handed) -> bool:
        """Whether there is still something to ask: whom it went to may be deleted meanwhile, and what it was for done."""
        lists = self._live.desk.lists
        return lists.contacts.person(one.contact_id) is not None and (not one.follow_up_id or lists.today.follow_up(one.follow_up_id) is not None)

    def _changed(self, kinds: Kinds) -> None:
        if self.isVisible() and not kinds.isdisjoint({"Contact", "FollowUp"}):
            self.came_back()

    def _place(self) -> None:
        """At the foot of the page, above the place of the toast."""
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - px(72))

    def _sent(self) -> None:
        one = self.waiting.pop(0)
        self.hide()
        desk = self._live.desk
        said = outreach.wrote(desk, one.contact_id) if one.first else follow_up.log(desk, one.contact_id, TouchKind.EMAIL, one.follow_up_id)
        self._live.said.emit(said)
        self.came_back()

    def _not_yet(self) -> None:
        one = self.waiting.pop(0)
        if one.follow_up_id:
            follow_up.not_sent(self._live.desk, one.follow_up_id)
        self.hide()
        self.came_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
