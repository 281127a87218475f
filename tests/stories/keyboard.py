"""Somebody at the keyboard and the mouse, with a count of both."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


class Keys:
    """Somebody at the keyboard of a window."""

    def __init__(self, window) -> None:
        self.window = window
        self.pressed = self.clicked = 0
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)

    def _here(self):
        """Where the keyboard is, once the windows have settled."""
        QTest.qWait(2)
        active = QApplication.activeWindow()
        if active is None or not active.isVisible():  # off screen there is no window manager to hand the keyboard back
            self.window.activateWindow()
            assert QTest.qWaitForWindowActive(self.window)
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def press(self, keys: str) -> None:
        self.pressed += 1
        code = QKeySequence(keys)[0]
        QTest.keyClick(self._here(), code.key(), code.keyboardModifiers())
        QApplication.processEvents()

    def type(self, words: str) -> None:
        QTest.keyClicks(self._here(), words)
        QApplication.processEvents()

    def enter(self, keys: str, words: str) -> None:
        self.press(keys)
        self.type(words)
        self.press("Return")

    def click(self, widget, at=None) -> None:
        """Press the mouse on a widget, in its middle or at a point of it."""
        self.clicked += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        QApplication.processEvents()

    def spent(self) -> tuple[int, int]:
        """How many keys and clicks it took since it was asked last; typed words do not count."""
        took = (self.pressed, self.clicked)
        self.pressed = self.clicked = 0
        return took
