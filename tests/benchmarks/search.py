"""One key in the search to the painted table, with 100,000 contacts."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import random
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from networking_desk.desk import Desk
from networking_desk.ui.window import Window
from tests.benchmarks.people import desk_of, people


def main() -> None:
    """Type names key by key; print the median, the 95th percentile and the slowest."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder, Desk(desk_of(Path(folder) / "desk", 100_000)) as desk:
        window = Window(desk)
        window.resize(1280, 800)
        window.show()
        window.fill()
        window.inside.go(1)
        tab = window.inside.page(1)
        for _ in range(20):
            application.processEvents()
            time.sleep(0.01)
        chance = random.Random(1)
        names = [p.full_name.lower() for p in chance.sample(people(100_000), 40)]
        times, first = [], []
        for name in names:
            for at in range(1, min(len(name), 12) + 1):
                start = time.perf_counter()
                tab.search.setText(name[:at])
                tab.table.viewport().repaint()
                times.append(time.perf_counter() - start)
                if at == 1:
                    first.append(times[-1])
                end = time.perf_counter() + 0.02
                while time.perf_counter() < end:
                    application.processEvents()
            tab.search.clear()
            for _ in range(12):
                application.processEvents()
                time.sleep(0.01)
        times.sort()
        p95 = times[int(len(times) * 0.95)]
        print(f"{len(times)} keys: median {statistics.median(times) * 1000:.1f} ms, p95 {p95 * 1000:.1f} ms (limit 16), slowest {times[-1] * 1000:.1f} ms")
        print(f"first letters alone: median {statistics.median(first) * 1000:.1f} ms")
        window.close()


if __name__ == "__main__":
    main()
