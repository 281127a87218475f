"""The toast: what was just done, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from networking_desk.ui.look.buttons import Button, IconButton
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px

_SECONDS = 8


def announce(widget: QWidget, words: str) -> None:
    """Let a screen reader say something when it has a moment."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, words)
    event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
    QAccessible.updateAccessibility(event)


class Toast(QFrame):
    """One sentence at the foot of the page, for 8 seconds; it waits under the pointer and while it has the focus."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("toast")
        self._over = over
        self._act: Callable[[], object] | None = None
        self.instead: Callable[[str, str, Callable[[], object] | None], bool] | None = None  # says it elsewhere, where nothing may pop up
        self._words = Words("", 14, 600, "on_tip")
        self._action = Button("Undo", "tip")
        self._key = Words("Ctrl+Z", 12, 500, "on_tip")
        close = IconButton("x", "Close message", kind="tip", token="on_tip")
        line = QHBoxLayout(self)
        line.setContentsMargins(px(16), px(7), px(8), px(7))
        line.setSpacing(px(8))
        for widget in (self._words, self._action, self._key, close):
            line.addWidget(widget)
        self._action.clicked.connect(self._acted)
        close.clicked.connect(self.hide)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECONDS * 1000)
        self._timer.timeout.connect(self._time_up)
        over.installEventFilter(self)
        self.hide()

    def say(self, words: str, action: str = "", act: Callable[[], object] | None = None, key: str = "") -> None:
        """Show a sentence, perhaps with something to do about it; it takes the place of the one before."""
        if self.instead and self.instead(words, action, act):
            return
        self._words.say(words)
        self._act = act
        self._action.say(action or "Undo")
        self._action.setVisible(act is not None)
        self._key.say(key)
        self._key.setVisible(bool(key))
        self._words.setMaximumWidth(max(px(160), self._over.width() - px(260)))
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, words)

    def _acted(self) -> None:
        self.hide()
        if self._act:
            self._act()

    def _time_up(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.focusWidget() or self._over):
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - px(20))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
