"""From the start of the process to the painted window, with 100,000 contacts, as a ratio to a bare PySide6 window."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.people import desk_of

_ROUNDS = 7
_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([]); window = QMainWindow(); window.resize(1280, 800); window.show()
app.processEvents(); print("painted", flush=True); import os; os._exit(0)
"""
_APP = """
import os, sys
import networking_desk.app as app
from networking_desk.ui.window import Window
painted, told = Window.paintEvent, []
def paint(self, event):
    painted(self, event)
    if not told:
        told.append(print("painted", flush=True))
Window.paintEvent = paint
idle = Window._when_idle
def settled(self):
    app.QApplication.processEvents()
    print("settled", flush=True)
    os._exit(0)
Window._when_idle = settled
from networking_desk import cli
cli.main(["--data-dir", FOLDER])
"""


def _time(code: str, last: str) -> tuple[float, float]:
    """Seconds from the start of the process to the first paint, and until everything is there."""
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "painted"
    took = everything = time.perf_counter() - start
    if last == "settled":
        assert child.stdout.readline().strip() == last
        everything = time.perf_counter() - start
    child.wait()
    child.stdout.close()
    return took, everything


def main() -> None:
    """Print the ratio for 100,000 contacts and for 1,000."""
    with tempfile.TemporaryDirectory() as folder:
        codes = {"bare": _BARE}
        for count in (1_000, 100_000):
            desk = desk_of(Path(folder) / str(count), count)
            codes[f"{count:,} contacts"] = _APP.replace("FOLDER", repr(str(desk)))
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in codes}
        for round_ in range(_ROUNDS + 1):
            for name, code in codes.items():
                took = _time(code, "painted" if name == "bare" else "settled")
                if round_:  # the first is warm-up
                    times[name].append(took)
        bare = statistics.median(took for took, _ in times["bare"])
        print(f"bare window {bare * 1000:.0f} ms")
        for name in list(codes)[1:]:
            window, settled = (statistics.median(part) for part in zip(*times[name], strict=True))
            print(f"{name}: window {window * 1000:.0f} ms, ratio {window / bare:.2f} (limit 1.3); everything there {settled * 1000:.0f} ms, ratio {settled / bare:.2f} (to reach 1.5)")


if __name__ == "__main__":
    main()
