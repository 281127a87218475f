"""What every test may ask for: a desk in an empty folder, a clock that stands where it was put, the whole window."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.setdefault("QT_ACCESSIBILITY", "1")

from collections.abc import Iterator  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from datetime import UTC, datetime, timedelta  # noqa: E402
from pathlib import Path  # noqa: E402

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

from networking_desk.clock import Clock  # noqa: E402
from networking_desk.desk import Desk  # noqa: E402

# A developer's runs look in new corners each time; the one that decides looks into the same ones.
settings.register_profile("here", deadline=None, max_examples=60)
settings.register_profile("ci", deadline=None, max_examples=60, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


class StandingClock(Clock):
    """A clock in UTC that moves only when it is told to: a Tuesday morning."""

    boot_id = "this-run"

    def __init__(self, at: datetime = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)) -> None:
        self.at = at
        self.seconds = 1_000.0

    def now(self) -> datetime:
        return self.at

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(UTC)

    def from_local(self, wall: datetime) -> datetime:
        return wall.replace(tzinfo=UTC)

    def boot_seconds(self) -> float:
        return self.seconds

    def go(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)
        self.seconds += seconds


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def desk(tmp_path: Path, clock: StandingClock) -> Iterator[Desk]:
    opened = Desk(tmp_path / "desk", clock)
    yield opened
    opened.close()


@contextmanager
def opened(desk, qtbot):
    """The window of a desk, filled and shown at 1280 x 800, gone for good at the end."""
    from PySide6.QtWidgets import QApplication

    from networking_desk.ui import errors, log
    from networking_desk.ui.window import Window

    begin, log.begin = log.begin, lambda folder: None  # Qt's complaints belong to pytest here
    made = Window(desk)
    made._when_idle = lambda: None
    made.resize(1280, 800)
    with qtbot.waitExposed(made):
        made.show()
    made.fill()
    log.begin = begin
    bugs = []
    errors.reported.append(bugs.append)  # a dialog would wait for ever here
    yield made
    made.close()
    made.inside._live.stop()
    made.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    QApplication.processEvents()
    errors.told.clear()
    errors.reported.clear()
    assert not bugs


@pytest.fixture
def window(desk, qtbot):
    """The whole window on an empty desk, past the welcome."""
    from networking_desk.verbs import profile

    profile.set_option(desk, undoable=False, welcomed=True, scheme="light")
    with opened(desk, qtbot) as made:
        yield made


@pytest.fixture
def first_start(desk, qtbot):
    """The window as it opens on an empty folder."""
    with opened(desk, qtbot) as made:
        yield made


@pytest.fixture
def keys(window):
    """Somebody at the keyboard of the whole window; for the stories."""
    from keyboard import Keys

    return Keys(window)
