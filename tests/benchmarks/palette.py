"""One key in the search over everything to the painted results, with 10,000 contacts, 10,000 notes and 300 meetings."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import random
import statistics
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from networking_desk.desk import Desk
from networking_desk.domain.contacts import Contact, Note
from networking_desk.domain.meetings import Meeting, MeetingState
from networking_desk.ui.palette.dialog import PaletteDialog
from networking_desk.ui.window import Window
from tests.benchmarks.people import desk_of, people

_COUNT = 10_000
_LIMIT = 16  # ms
_WORDS = "the plan for a site that opens in spring needs people who know lines shifts stock and cost so ask them about routing tools demos and budgets".split()


def _write(desk: Desk) -> None:
    """Ten thousand notes, every tenth with letters beyond ASCII, and three hundred meetings."""
    chance = random.Random(3)
    ids = [contact.id for contact in desk.find(Contact)]
    with desk.change("") as records:
        texts = (" ".join(chance.choices(_WORDS, k=24)) + (" à Liège" if n % 10 == 0 else "") for n in range(_COUNT))
        records.add_many([Note(contact_id=chance.choice(ids), text=text) for text in texts])
        now = desk.clock.now()
        records.add_many([Meeting(contact_id=chance.choice(ids), state=MeetingState.HELD, started_at=now - timedelta(hours=n), wrapped_up_at=now) for n in range(300)])


def main() -> None:
    """Type names, companies, notes and commands key by key; print the median, the 95th percentile and the slowest, and how many were over the limit."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder, Desk(desk_of(Path(folder) / "desk", _COUNT)) as desk:
        _write(desk)
        window = Window(desk)
        window.resize(1280, 800)
        window.show()
        window.fill()
        application.processEvents()
        opened = time.perf_counter()
        dialog = PaletteDialog(window, window.inside._live)
        dialog.show()
        dialog.repaint()
        opened = time.perf_counter() - opened
        reading = []
        while dialog._reading.isActive():
            start = time.perf_counter()
            application.processEvents()
            reading.append(time.perf_counter() - start)
        chance = random.Random(1)
        some = chance.sample(people(_COUNT), 25)
        typed = [p.full_name.lower() for p in some] + [p.company.lower() for p in some[:10]] + ["routing tools", "liege", "budgets and", "informational interview", "coffee chat", "settings", "plan", "larger text", "nobody at all"]
        times: list[float] = []
        for words in typed:
            for at in range(1, min(len(words), 14) + 1):
                start = time.perf_counter()
                dialog.field.setText(words[:at])
                dialog.repaint()
                times.append((time.perf_counter() - start) * 1000)
                application.processEvents()
            dialog.field.clear()
        times.sort()
        p95 = times[int(len(times) * 0.95)]
        over = sum(t > _LIMIT for t in times)
        print(f"opened in {opened * 1000:.0f} ms; notes read in {len(reading)} parts, the longest {max(reading) * 1000:.0f} ms")
        print(f"{len(times)} keys: median {statistics.median(times):.1f} ms, p95 {p95:.1f} ms, slowest {times[-1]:.1f} ms; {over} over {_LIMIT} ms (limit none); p95 is {p95 / _LIMIT:.2f} of the limit")
        dialog.close()
        window.close()


if __name__ == "__main__":
    main()
