"""Puts the pieces together and opens the window."""

from __future__ import annotations

import builtins
import logging
import os
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path

from networking_desk import paths
from networking_desk.desk import Desk
from networking_desk.domain.errors import DeskInUse
from networking_desk.verbs import contacts, meeting, profile, target_list  # noqa: F401 - before Qt: see below

# PySide6 puts its own import in place, which reads the source of every module that is imported after it; nothing here needs that.
_import = builtins.__import__
from PySide6.QtCore import QtMsgType, qInstallMessageHandler  # noqa: E402
from PySide6.QtGui import QGuiApplication, QIcon  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

builtins.__import__ = _import

_LOG = logging.getLogger("networking_desk")


def run(folder: Path, picture: Path | None = None) -> int:
    """Open the window on a folder's desk; gives the exit code. With `picture`, save how it looks and leave."""
    _clean_environment()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Networking Desk")
    QGuiApplication.setDesktopFileName("networking-desk")
    try:
        desk = Desk(folder)
    except DeskInUse:
        from networking_desk.ui import instance

        if instance.raise_first(folder):
            return 0
        raise
    with desk:
        _log_to(desk.folder)
        return _window(application, desk, picture)


def _window(application: QApplication, desk: Desk, picture: Path | None) -> int:
    from networking_desk.ui import errors
    from networking_desk.ui.live import Live
    from networking_desk.ui.look import theme
    from networking_desk.ui.window import Window

    theme.apply(application, desk.settings.scheme, desk.settings.text_size)
    application.setWindowIcon(QIcon(str(paths.resource_root() / "icons" / "app.svg")))
    errors.catch_all()
    window = Window(Live(desk))
    window.show()
    if picture:
        application.processEvents()
        window.grab().save(str(picture))
        window.close()
        return 0
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: _when_idle(window, desk))
    return application.exec()


def _when_idle(window: object, desk: Desk) -> None:
    """What the first screen does not need: hear of a second start, and have Peewee ready for the first change."""
    from networking_desk.ui import instance

    instance.listen(window, desk.folder)  # type: ignore[arg-type]
    desk.warm_up()


def _clean_environment() -> None:
    """A packaged program's own library path must not reach the browser or mail program that it opens (PyInstaller 6825)."""
    if getattr(sys, "frozen", False):
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
        os.environ.pop("LD_LIBRARY_PATH", None)
        if before:
            os.environ["LD_LIBRARY_PATH"] = before


def _log_to(folder: Path) -> None:
    """Write the log beside the desk: at most 1 MB three times, codes and places only, never what a record holds."""
    path = folder / "desk.log"
    handler = _PrivateLog(path)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    for old in list(_LOG.handlers):
        _LOG.removeHandler(old)
        old.close()
    _LOG.addHandler(handler)
    qInstallMessageHandler(_from_qt)


class _PrivateLog(RotatingFileHandler):
    """A rotating log whose files only the user can read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)

    def _open(self):  # type: ignore[no-untyped-def]  # noqa: ANN202
        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=lambda name, flags: os.open(name, flags, 0o600))


def _from_qt(kind: QtMsgType, context: object, _message: str) -> None:
    """Qt's own words may hold a name or a path, so only where they come from is kept."""
    _LOG.warning("qt %s from %s", kind.name, getattr(context, "category", "?"))
