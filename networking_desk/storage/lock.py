"""One program a folder: a lock that the system drops by itself when the program ends, however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from networking_desk.domain.errors import DeskError, DeskInUse

FILE_NAME = "desk.lock"


class FolderLock:
    """Holds a folder until `release`. Raises DeskInUse when another program holds it.

    The lock is the system's, on a file of its own: no stale state after a kill, and nothing read from the file.
    """

    def __init__(self, folder: Path) -> None:
        try:
            self._handle = os.open(folder / FILE_NAME, os.O_CREAT | os.O_RDWR | getattr(os, "O_CLOEXEC", 0), 0o600)
        except OSError as error:
            raise DeskError(f"The folder {folder} cannot be used: {error.strerror}.") from error
        try:
            self._take()
        except OSError as error:
            os.close(self._handle)
            raise DeskInUse("Networking Desk is open already with this folder.") from error

    def _take(self) -> None:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(self._handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            os.fchmod(self._handle, 0o600)
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def release(self) -> None:
        """Let go of the folder."""
        os.close(self._handle)
