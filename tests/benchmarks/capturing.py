"""From Enter to durable on disk, in the window, as a ratio to one bare insert and commit with the same pragmas in the same run."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sqlite3
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from networking_desk.desk import Desk
from networking_desk.storage import database
from networking_desk.ui.window import Window
from networking_desk.verbs import capture, contacts, meeting, profile, target_list

_ROUNDS = 600
_WARM_UP = 50


def _bare(folder: Path) -> sqlite3.Connection:
    """A file of its own with one table, opened as the desk's is."""
    conn = sqlite3.connect(folder / "bare.sqlite3", isolation_level=None)
    for pragma in database._PRAGMAS:
        conn.execute(f"PRAGMA {pragma}")
    conn.execute("CREATE TABLE words (n INTEGER PRIMARY KEY, words TEXT)")
    return conn


def _at(times: list[float], share: float) -> float:
    kept = sorted(times[_WARM_UP:])
    return kept[min(len(kept) - 1, int(len(kept) * share))] * 1_000


def main() -> None:
    """Type a name and press Enter some hundred times; print durable, recorded and painted as ratios, median and p99.

    Durable is when nothing can take the words any more, recorded when contact, referral and follow-up stand, painted when the window shows them.
    A quiet moment is used after every tenth, as somebody who talks leaves one after each.
    """
    application = QApplication([])
    times: dict[str, list[float]] = {"bare": [], "durable": [], "recorded": [], "painted": []}
    pressed = [0.0]
    enter, make = capture.enter, capture._make

    def entered(*args: object, **kwargs: object) -> object:
        done = enter(*args, **kwargs)
        times["durable"].append(time.perf_counter() - pressed[0])
        return done

    def made(*args: object, **kwargs: object) -> object:
        done = make(*args, **kwargs)
        times["recorded"].append(time.perf_counter() - pressed[0])
        return done

    capture.enter, capture._make = entered, made
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder) / "desk") as desk:
        bare = _bare(Path(folder))
        profile.set_option(desk, undoable=False, welcomed=True)
        for number in range(40):
            target_list.add_spoken(desk, f"Company {number}, Sector {number % 6}, Town {number % 9}")
        talk = meeting.plan(desk, contacts.add_spoken(desk, "Ann Lee, Northwind"), desk.clock.now(), 20)
        meeting.start(desk, talk)
        window = Window(desk)
        window.show()
        window.fill()
        window.inside.go(3)
        line = window.inside.page(3).running.capture.line
        line.setFocus()
        for number in range(_ROUNDS):
            start = time.perf_counter()
            bare.execute("BEGIN IMMEDIATE")
            bare.execute("INSERT INTO words (words) VALUES (?)", (f"Person {number}, VP, Company {number % 97}",))
            bare.execute("COMMIT")
            times["bare"].append(time.perf_counter() - start)
            line.setText(f"Person {number}, VP, Company {number % 97}")
            line.textEdited.emit(line.text())
            line.hide_suggestions()
            pressed[0] = time.perf_counter()
            QTest.keyClick(line, Qt.Key.Key_Return)
            application.processEvents()
            times["painted"].append(time.perf_counter() - pressed[0])
            if number % 10 == 9:
                desk.rest()
                bare.execute("PRAGMA wal_checkpoint(PASSIVE)")
        window.close()
        bare.close()
    print(f"bare insert and commit: median {_at(times['bare'], 0.5):.2f} ms, p99 {_at(times['bare'], 0.99):.2f} ms")
    for name, limit in (("durable", "limit 2"), ("recorded", "no limit"), ("painted", "no limit")):
        ratios = " and ".join(f"{_at(times[name], share) / _at(times['bare'], share):.2f}" for share in (0.5, 0.99))
        print(f"{name}: median {_at(times[name], 0.5):.2f} ms, p99 {_at(times[name], 0.99):.2f} ms, ratios {ratios} ({limit})")


if __name__ == "__main__":
    main()
