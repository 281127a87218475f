"""Puts the pieces together and opens the window."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Mapping
from pathlib import Path

# While the window comes, nothing is thrown away that would be worth a look by the collector.
gc.disable()

from networking_desk.desk import Desk  # noqa: E402
from networking_desk.domain.errors import DeskError, DeskInUse  # noqa: E402

# PySide6 puts its own import in place, which reads the source of every module that is imported after it; nothing here needs that.
_import = builtins.__import__
from PySide6.QtWidgets import QApplication  # noqa: E402

from networking_desk.ui.window import Window  # noqa: E402

builtins.__import__ = _import

_kept: list[QApplication] = []  # the fonts that are loaded live as long as it does


def run(folder: Path, picture: Path | None = None) -> int:
    """Open the window on a folder's desk; gives the exit code. With `picture`, save how it looks and leave."""
    _clean_environment()
    try:
        desk = Desk(folder)
    except DeskError as error:
        return _not_opened(error, folder)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Networking Desk")
    application.setDesktopFileName("networking-desk")
    with desk:
        window = Window(desk)
        window.show()
        if picture:
            window.fill()
            application.processEvents()
            window.grab().save(str(picture))
            window.close()
            return 0
        return application.exec()


def write_pdf(desk: Desk, kind: str, out: Path, about: Mapping[str, str]) -> None:
    """Write a paper as PDF, whole or not at all; no screen is needed. Raises DeskError when it cannot be made or written.

    `kind` names the paper (domain.paper). `about` may name a meeting, a contact, the size of the paper, and the days: first, last.
    """
    gc.enable()  # no window comes
    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # nothing is shown, and there may be no display at all
    from networking_desk.domain.paper import PageSize, PaperKind, parse_day
    from networking_desk.ui.printing import output, papers
    from networking_desk.verbs import exchange, paper

    meeting_id, contact_id = paper.whom(desk, about.get("meeting", ""), about.get("contact", ""))
    first, last = (parse_day(about[name]) if about.get(name) else None for name in ("first", "last"))
    wish = papers.Wish(PaperKind(kind), meeting_id, contact_id, first, last)
    size = PageSize(about["paper"]) if about.get("paper") else papers.size_for(desk)
    if QApplication.instance() is None:
        _kept.append(QApplication(sys.argv[:1]))
    exchange.write_file(out, output.to_pdf(papers.lay_out(desk, wish, size)))


def _not_opened(error: DeskError, folder: Path) -> int:
    """Raise the window that has the folder open already; anything else is told in a dialog, for a double click has no terminal."""
    from networking_desk.ui import instance
    from networking_desk.ui.look import text, theme

    application = QApplication(sys.argv[:1])
    if isinstance(error, DeskInUse) and instance.raise_first(folder):
        return 0
    sys.stderr.write(f"{error}\n")
    sys.stderr.flush()
    if application.platformName() != "offscreen":
        theme.apply(application)
        text.tell(None, "Networking Desk", str(error))
    return 2


def _clean_environment() -> None:
    """A packaged program's own library path must not reach the browser or mail program that it opens (PyInstaller 6825)."""
    if getattr(sys, "frozen", False):
        before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
        os.environ.pop("LD_LIBRARY_PATH", None)
        if before:
            os.environ["LD_LIBRARY_PATH"] = before
