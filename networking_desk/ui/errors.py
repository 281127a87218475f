"""The one door for trouble: what the user can put right is told where they are, everything else is a bug and is reported."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from networking_desk.domain.errors import DeskError

_LOG = logging.getLogger("networking_desk")
# How to tell a sentence, and how to tell of a bug; the window says so when it is there.
told: list[Callable[[str], object]] = []
reported: list[Callable[[str], object]] = []


def tell(error: BaseException) -> None:
    """Tell the user what they can put right; report anything else."""
    if isinstance(error, DeskError):
        if told:
            told[-1](str(error))
        return
    code = log_bug(error)
    if reported:
        reported[-1](code)


def log_bug(error: BaseException) -> str:
    """Write where a bug struck into the log, never what it held; gives the code that names it."""
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.filename.rsplit('networking_desk', 1)[-1]}:{frame.lineno}" for frame in reversed(frames[-8:]))
    code = f"{type(error).__name__} {where.split(' ', maxsplit=1)[0]}"
    _LOG.error("bug %s at %s", type(error).__name__, where)
    return code


def catch_all() -> None:
    """Send every error that nobody caught, in slots too, through the one door."""

    def hook(_kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(type(error), error, trace)
        else:
            tell(error)

    sys.excepthook = hook
