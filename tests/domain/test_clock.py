"""The clock on a system that tells neither which run of the computer this is nor how long it has been awake."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

import pytest

from networking_desk import clock
from networking_desk.desk import Desk
from networking_desk.domain.meetings import Meeting
from networking_desk.verbs import contacts, meeting


@pytest.fixture
def elsewhere(monkeypatch):
    """A clock as on Windows; `at` and `passed` are moved by the test."""

    class Elsewhere(clock.Clock):
        at = clock.Clock().now()

        def now(self):
            return self.at

    read = Path.read_text

    def without_proc(path, *words, **named):
        if "boot_id" in path.name:
            raise FileNotFoundError(path)
        return read(path, *words, **named)

    monkeypatch.setattr(Path, "read_text", without_proc)
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC_RAW"):
        monkeypatch.delattr(time, name, raising=False)
    passed = [1_000.0]
    monkeypatch.setattr(clock.time, "monotonic", lambda: passed[0])
    made = Elsewhere()
    made.passed = passed
    return made


def test_a_clock_set_back_moves_no_meeting_within_a_run_of_the_program(elsewhere, monkeypatch, tmp_path):
    with Desk(tmp_path / "desk", elsewhere) as desk:
        talk = meeting.plan(desk, contacts.add_spoken(desk, "Ann Lee"), elsewhere.at, 20)
        meeting.start(desk, talk)
        began = desk.get(Meeting, talk).started_at
        elsewhere.passed[0] += 300
        elsewhere.at -= timedelta(hours=1)
        assert meeting.now(desk, desk.get(Meeting, talk)) - began == timedelta(seconds=300)
        assert meeting.doubt(desk, desk.get(Meeting, talk)) == ""
        monkeypatch.setattr(clock, "_THIS_RUN", "another run")
        elsewhere.passed[0] = 5.0
        del elsewhere.boot_id
        elsewhere.at = began + timedelta(seconds=600)
        assert meeting.now(desk, desk.get(Meeting, talk)) == elsewhere.at
        assert meeting.doubt(desk, desk.get(Meeting, talk)) == "restart"


def test_on_macos_the_clock_that_counts_sleep_is_read(monkeypatch):
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    monkeypatch.setattr(time, "CLOCK_MONOTONIC_RAW", 4, raising=False)
    monkeypatch.setattr(clock.time, "clock_gettime", lambda source: {4: 77.0}[source], raising=False)
    assert clock.Clock().boot_seconds() == 77.0
