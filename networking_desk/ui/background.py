"""Long work beside the window: run in a thread, told of as it goes, stopped when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal


class Work(QObject):
    """One piece of long work. Its signals come in the window's thread; `stop` asks it to end."""

    moved = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, task: Callable[[Callable[[int, int], bool]], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._task = task
        self._stopped = threading.Event()
        # Not a daemon: a program that ends waits until the change is whole or taken back.
        self._thread = threading.Thread(target=self._run, name="work", daemon=False)

    def connect_to(self, finished: Callable[[Any], None], failed: Callable[[Exception], None], moved: Callable[[int, int], None] | None = None) -> Work:
        """Say who hears of it; afterwards the work is forgotten."""
        self.finished.connect(finished, Qt.ConnectionType.QueuedConnection)
        self.failed.connect(failed, Qt.ConnectionType.QueuedConnection)
        if moved:
            self.moved.connect(moved, Qt.ConnectionType.QueuedConnection)
        for over in (self.finished, self.failed):
            over.connect(self.deleteLater, Qt.ConnectionType.QueuedConnection)
        return self

    def start(self) -> Work:
        """Begin."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Ask it to end; what it did by then is its own affair."""
        self._stopped.set()

    def wait(self) -> None:
        """Wait until it is over, if it has begun."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        try:
            result = self._task(self._tell)
        except Exception as error:  # noqa: BLE001 - whatever it was, the window must hear of it
            self.failed.emit(error)
        else:
            self.finished.emit(result)

    def _tell(self, done: int, total: int) -> bool:
        self.moved.emit(done, total)
        return not self._stopped.is_set()
