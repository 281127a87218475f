"""Taking out what the desk knows: everything as JSON, the contacts as CSV, meetings and follow-ups as a calendar."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from networking_desk.desk import Desk
from networking_desk.ui import links
from networking_desk.verbs import calendar, exchange

_NAMES = {"json": "networking-desk.json", "csv": "contacts.csv", "ics": "networking-desk.ics"}


def export(parent: QWidget, desk: Desk, what: str, said: Callable[[str], object]) -> None:
    """Ask for a file and write it; `what` is json, csv or ics."""
    out, _ = QFileDialog.getSaveFileName(parent, "Export", str(Path.home() / _NAMES[what]))
    if out:
        data = {"json": lambda: exchange.export_json(desk).encode(), "csv": lambda: exchange.export_csv(desk), "ics": lambda: calendar.export(desk)}[what]()
        exchange.write_file(Path(out), data)
        said(f"{Path(out).name} written")


def open_in_calendar(desk: Desk, path: Path) -> str:
    """Hand a calendar file that verbs.calendar wrote to the calendar program; gives the sentence that says so."""
    opened = links.open_calendar(path, desk.folder)
    return "Opened in the calendar" if opened else "No calendar program answered. The calendar can be exported as a file instead"
