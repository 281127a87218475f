"""Puts the pieces together and opens the window."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from pathlib import Path

# While the window comes, nothing is thrown away that would be worth a look by the collector.
gc.disable()

from networking_desk.desk import Desk  # noqa: E402
from networking_desk.domain.errors import DeskError, DeskInUse  # noqa: E402

# PySide6 puts its own import in place, which reads the source of every module that is imported after it; nothing here needs that.
_import = builtins.__import__
from PySide6.QtWidgets import QApplication  # noqa: E402

from networking_desk.ui.window import Window  # noqa: E402

builtins.__import__ = _import


def run(folder: Path, picture: Path | None = None) -> int:
    """Open the window on a folder's desk; gives the exit code. With `picture`, save how it looks and leave."""
    _clean_environment()
    try:
        desk = Desk(folder)
    except DeskError as error:
        return _not_opened(error, folder)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Networking Desk")
    application.setDesktopFileName("networking-desk")
    with desk:
        window = Window(desk)
        window.show()
        if picture:
            window.fill()
            application.processEvents()
            window.grab().save(str(picture))
            window.close()
            return 0
        return application.exec()


def _not_opened(error: DeskError, folder: Path) -> int:
    """Raise the window that has the folder open already; anything else is told in a dialog, for a double click has no terminal."""
    from networking_desk.ui import instance
    from networking_desk.ui.look import text, theme

    application = QApplication(sys.argv[:1])
    if isinstance(error, DeskInUse) and instance.raise_first(folder):
        return 0
    sys.stderr.write(f"{error}\n")
    sys.stderr.flush()
    if application.platformName() != "offscreen":
        theme.apply(application)
        text.tell(None, "Networking Desk", str(error))
    return 2


def _clean_environment() -> None:
    """A packaged program's own library path must not reach the browser or mail program that it opens (PyInstaller 6825)."""
    if getattr(sys, "frozen", False):
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
        os.environ.pop("LD_LIBRARY_PATH", None)
        if before:
            os.environ["LD_LIBRARY_PATH"] = before
