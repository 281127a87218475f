"""Who do I know here, with 30,000 contacts: the whole look against one SQL scan of the same rows, and the longest the window keeps still."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import random
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from networking_desk.desk import Desk
from networking_desk.ui.companies.joining import WhoDialog
from networking_desk.ui.window import Window
from networking_desk.verbs import joining, target_list
from tests.benchmarks.people import desk_of, people

_PEOPLE = 30_000
_SCAN = "SELECT count(*), sum(length(c.full_name)), sum(length(p.title)), sum(length(co.name)) FROM contact c JOIN position p ON p.contact_id = c.id JOIN company co ON co.id = p.company_id"


def main() -> None:
    """Look several times, then once more with the window open."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder, Desk(desk_of(Path(folder) / "desk", _PEOPLE)) as desk:
        companies = sorted({person.company for person in people(_PEOPLE)})
        for name in random.Random(1).sample(companies, 200):
            target_list.add_spoken(desk, name.split()[0] if len(name) % 2 else f"{name[:-1]}x")
        looks, scans = [], []
        for _ in range(7):
            start = time.perf_counter()
            found = joining.matches(desk)
            looks.append(time.perf_counter() - start)
            start = time.perf_counter()
            desk._conn.execute(_SCAN).fetchone()
            scans.append(time.perf_counter() - start)
        look, scan = statistics.median(looks), statistics.median(scans)
        print(f"{len(found)} suggestions for 200 companies among {_PEOPLE:,} people: {look * 1000:.0f} ms, {look / scan:.1f} times one scan ({scan * 1000:.0f} ms)")
        window = Window(desk)
        window.show()
        window.fill()
        dialog = WhoDialog(window, window.inside._live)
        dialog.open()
        application.processEvents()
        beats = [time.perf_counter()]
        timer = QTimer()
        timer.timeout.connect(lambda: beats.append(time.perf_counter()))
        timer.start(1)
        while not dialog.list.rows():
            application.processEvents()
        timer.stop()
        print(f"the window kept still for at most {max(b - a for a, b in zip(beats, beats[1:], strict=False)) * 1000:.0f} ms (limit 100)")
        dialog.close()
        window.close()


if __name__ == "__main__":
    main()
