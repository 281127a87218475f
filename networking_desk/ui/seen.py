"""What is done only while somebody looks: a page that is not seen costs nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class WhileSeen(QObject):
    """Calls a function every so many milliseconds while a widget is shown."""

    def __init__(self, widget: QWidget, every: int, beat: Callable[[], object]) -> None:
        super().__init__(widget)
        self._timer = QTimer(self)
        self._timer.setInterval(every)
        self._timer.timeout.connect(beat)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._timer.start()
        elif event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return False


class WhenSeen(QObject):
    """Calls a function when a widget is shown or, if it is, at once: what nobody looks at is not read again after each change."""

    def __init__(self, widget: QWidget, show: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._show, self._wanted = widget, show, False
        widget.installEventFilter(self)

    def want(self) -> None:
        """It has changed."""
        if self._widget.isVisible():
            self._show()
        else:
            self._wanted = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._wanted:
            self._wanted = False
            self._show()
        return False
