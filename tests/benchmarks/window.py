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
from networking_desk import cli
sys.argv = ["networking-desk"]
def stop(*_):
    from PySide6.QtWidgets import QApplication
    QApplication.processEvents(); print("painted", flush=True); os._exit(0)
import networking_desk.app as app
app.QApplication.exec = stop
cli.main(["--data-dir", sys.argv[1] if len(sys.argv) > 1 else FOLDER])
"""


def _time(code: str) -> float:
    start = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline().strip() == "painted"
    took = time.perf_counter() - start
    child.wait()
    child.stdout.close()
    return took


def main() -> None:
    """Print the ratio for 100,000 contacts and for 1,000."""
    with tempfile.TemporaryDirectory() as folder:
        codes = {"bare": _BARE}
        for count in (1_000, 100_000):
            desk = desk_of(Path(folder) / str(count), count)
            codes[f"{count:,} contacts"] = _APP.replace("FOLDER", repr(str(desk)))
        times: dict[str, list[float]] = {name: [] for name in codes}
        for round_ in range(_ROUNDS + 1):
            for name, code in codes.items():
                took = _time(code)
                if round_:  # the first is warm-up
                    times[name].append(took)
        bare = statistics.median(times["bare"])
        print(f"bare window {bare * 1000:.0f} ms")
        for name in list(codes)[1:]:
            median = statistics.median(times[name])
            print(f"window with {name}: {median * 1000:.0f} ms, ratio {median / bare:.2f} (limit 1.3)")


if __name__ == "__main__":
    main()
