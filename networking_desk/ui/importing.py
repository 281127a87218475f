"""Importing: a file chosen or dropped, read beside the window, and told what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from networking_desk.domain.errors import DeskError
from networking_desk.ui import errors, say
from networking_desk.ui.background import Work
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Bar, row
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.fields import TextArea
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import exchange
from networking_desk.verbs.exchange import Brought

FILTER = "Contacts and companies (*.csv *.zip *.txt *.tsv *.json);;All files (*)"
_SHOW_AFTER = 300  # ms; what is done sooner needs no progress


class ImportDialog(Dialog):
    """Shows how far an import is, and what it did. Cancel leaves everything as it was."""

    def __init__(self, parent: QWidget, live: Live, files: list[Path]) -> None:
        super().__init__(parent, "Import", 560)
        self.setModal(True)
        self._live = live
        self._files = files
        self._done: list[Brought] = []
        self._problems: list[str] = []
        self._title = Words("Reading…", 18, 600, wrap=True)
        self._text = Words("Read on this computer only. You can undo the whole import.", 13, token="text2", wrap=True)
        self._bar = Bar("Import progress")
        self._details = TextArea("Rows left out")
        self._details.setReadOnly(True)
        self._details.setMinimumHeight(px(140))
        self._details.hide()
        self._cancel = Button("Cancel")
        self._cancel.clicked.connect(self._stop)
        for widget in (self._title, self._text, self._bar, self._details):
            self.body.addWidget(widget)
        self.body.addLayout(row(None, self._cancel))
        self._work: Work | None = None
        QTimer.singleShot(_SHOW_AFTER, self._appear)
        self._next()

    def _appear(self) -> None:
        if self._work is not None:
            self.open()

    def _next(self) -> None:
        if not self._files:
            self._work = None
            self._finish()
            return
        file = self._files.pop(0)
        self._title.say(f"Reading {file.name}")
        self._work = Work(lambda tell: exchange.import_file(self._live.desk, file, progress=tell), self)
        self._work.connect_to(self._came, self._failed, self._moved).start()

    def _moved(self, done: int, total: int) -> None:
        if total:
            self._bar.fill(done, total)
            self._text.say(f"{done:,} of {say.count(total, 'person', 'people')}. You can undo the whole import.")

    def _came(self, brought: Brought) -> None:
        self._done.append(brought)
        self._next()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, DeskError):
            self._problems.append(str(error))
        else:
            self._problems.append("Something went wrong in the program. Nothing of this file was kept.")
            errors.log_bug(error)
        self._next()

    def _stop(self) -> None:
        if self._work:
            self._work.stop()
            self._cancel.setEnabled(False)
        else:
            super().reject()

    def reject(self) -> None:
        self._stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work:
            self._work.stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def _finish(self) -> None:
        lines = [f"{b.name}, row {row_}: {reason}" for b in self._done for row_, reason in b.refused + b.warnings]
        sentences = [f"{b.name}: {b.sentence()}" if len(self._done) > 1 else b.sentence() for b in self._done]
        if not self._problems and not lines:
            self._tell(sentences)
            self.accept()
            return
        self._title.say(sentences[0] if sentences else "Nothing was imported")
        self._text.say("\n".join([*sentences[1:], *self._problems]) or "The rows below were left out or need a look; everything else is in.")
        self._bar.hide()
        if lines:
            self._details.setPlainText("\n".join(lines[:2000]))
            self._details.show()
        self._cancel.say("Close")
        self._cancel.setEnabled(True)
        self.open()
        if sentences:
            self._tell(sentences)

    def _tell(self, sentences: list[str]) -> None:
        self._live.said.emit("; ".join(sentences))
        if self._done:
            self._live.asked_tab.emit("Contacts" if self._done[-1].people else "Target Companies")
