"""A live meeting left alone: how much of a core it takes and whether its memory grows. `python -m tests.benchmarks.live 20` for twenty minutes."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from networking_desk.desk import Desk
from networking_desk.domain.meetings import CaptureKind
from networking_desk.ui.window import Window
from networking_desk.verbs import capture, contacts, meeting, profile, target_list

_SETTLING = 10  # seconds that the start may still take


def _rss() -> float:
    """Memory in use, in MiB."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1_048_576


def main() -> None:
    """Print the share of one core and the growth over so many minutes, main window and call window open."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder) / "desk") as desk:
        profile.set_option(desk, undoable=False, welcomed=True)
        for number in range(40):
            target_list.add_spoken(desk, f"Company {number}, Sector {number % 6}, Town {number % 9}")
        ann = contacts.add_spoken(desk, "Ann Lee, VP Operations, Northwind")
        talk = meeting.plan(desk, ann, desk.clock.now(), 20)
        meeting.start(desk, talk)
        for number in range(6):
            capture.save(desk, talk, CaptureKind.REFERRAL, f"Person {number}, Company {number}")
        window = Window(desk)
        window.show()
        window.fill()
        window.inside.go(3)
        window.inside.doing.do("call_window")
        marks: list[tuple[float, float, float]] = []
        QTimer.singleShot(_SETTLING * 1_000, lambda: marks.append((time.perf_counter(), time.process_time(), _rss())))
        QTimer.singleShot(round((_SETTLING + 60 * minutes / 2) * 1_000), lambda: marks.append((time.perf_counter(), time.process_time(), _rss())))
        QTimer.singleShot(round((_SETTLING + 60 * minutes) * 1_000), application.quit)
        application.exec()
        (start, cpu, rss), (_, _, half) = marks
        share = (time.process_time() - cpu) / (time.perf_counter() - start)
        print(f"{minutes:g} minutes: {share:.2%} of one core (limit 1 %), memory {_rss() - rss:+.2f} MiB in all, {_rss() - half:+.2f} MiB in the second half")
        window.close()


if __name__ == "__main__":
    main()
