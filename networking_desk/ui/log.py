"""The log: where and what kind, never what a record holds; at most 1 MB three times, for the user's eyes alone."""

from __future__ import annotations

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO, Any

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

_LOG = logging.getLogger("networking_desk")
_BYTES, _OLDER = 1_000_000, 2


class _PrivateLog(RotatingFileHandler):
    """A rotating log whose files only the user can read."""

    def _open(self) -> IO[Any]:  # type: ignore[override]
        return open(self.baseFilename, self.mode, encoding=self.encoding, opener=lambda name, flags: os.open(name, flags, 0o600))


def begin(folder: Path) -> None:
    """Write the log beside the desk from now on, Qt's complaints included."""
    handler = _PrivateLog(folder / "desk.log", maxBytes=_BYTES, backupCount=_OLDER, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logging.raiseExceptions = False  # a log that cannot be written is no reason to trouble anybody
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    for old in list(_LOG.handlers):
        _LOG.removeHandler(old)
        old.close()
    _LOG.addHandler(handler)
    qInstallMessageHandler(_from_qt)


def _from_qt(kind: QtMsgType, context: object, _message: str) -> None:
    """Qt's own words may hold a name or a path, so only where they come from is kept."""
    _LOG.warning("qt %s from %s", kind.name, getattr(context, "category", "?"))
