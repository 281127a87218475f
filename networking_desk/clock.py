"""The one clock: the time of day, and a count that neither sleep nor a change of the time of day can move."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from pathlib import Path

_THIS_RUN = os.urandom(16).hex()  # of the program


class Clock:
    """The computer's clock. Tests hand in another one; nothing else in the program asks for the time."""

    def now(self) -> datetime:
        """This moment in UTC."""
        return datetime.now(UTC)

    def local(self, moment: datetime) -> datetime:
        """A moment as it reads on the wall here."""
        return moment.astimezone()

    def from_local(self, wall: datetime) -> datetime:
        """The moment, in UTC, at which the wall clock here reads `wall`, which has no zone."""
        return wall.astimezone(UTC)

    def today(self) -> date:
        """The day it is here."""
        return self.local(self.now()).date()

    @cached_property
    def boot_id(self) -> str:
        """Names this run of the computer; where the system does not tell (Windows, macOS), this run of the program, in which it surely was not started anew."""
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip() or _THIS_RUN
        except OSError:
            return _THIS_RUN

    def boot_seconds(self) -> float:
        """Seconds since the computer started, time asleep included: on macOS the raw clock counts it, on Windows the only one does."""
        source = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC_RAW", None))
        return time.clock_gettime(source) if source is not None else time.monotonic()

    def since(self, started_at: datetime, boot_id: str, boot_seconds: float) -> datetime:
        """This moment as counted from a start: by the boot clock in the same run of the computer, else by the time of day."""
        if boot_id and boot_id == self.boot_id:
            return started_at + timedelta(seconds=max(0.0, self.boot_seconds() - boot_seconds))
        return max(started_at, self.now())
