"""The trash: what was deleted, to be put back or forgotten."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import clear, column, row, scrolled
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.text import Words, ask
from networking_desk.ui.look.theme import px
from networking_desk.verbs import trash


class TrashDialog(Dialog):
    """A list of what was deleted."""

    def __init__(self, parent: QWidget, live: Live) -> None:
        super().__init__(parent, "Trash", 520)
        self._live = live
        self._lines = QVBoxLayout()
        self._lines.setSpacing(px(8))
        inside = QWidget()
        inside.setLayout(column(self._lines, None))
        area = scrolled(inside)
        area.setMinimumHeight(px(240))
        self._empty, close = Button("Empty the trash…"), Button("Close", "primary")
        self._empty.clicked.connect(self._forget)
        close.clicked.connect(self.accept)
        self.body.addWidget(Words("Trash", 18, 600))
        self.body.addWidget(area, 1)
        self.body.addLayout(row(self._empty, None, close))
        self._show()

    def _show(self) -> None:
        clear(self._lines)
        clock = self._live.desk.clock
        deleted = self._live.desk.trash()
        for step, called, at in deleted:
            back = Button("Put back", "small", name=f"Put back {called}")
            back.clicked.connect(lambda _=False, step=step: self._back(step))
            when = say.day(clock.local(datetime.fromisoformat(at)).date(), clock.today())
            line = row(spacing=10)
            line.addLayout(
                column(
                    Words(called, 14, 600, elide=True),
                    Words(f"Deleted {when[:1].lower() + when[1:] if when in ('Today', 'Yesterday') else when}", 13, token="text2"),
                    spacing=0,
                ),
                1,
            )
            line.addWidget(back)
            self._lines.addLayout(line)
        self._empty.setEnabled(bool(deleted))
        if not deleted:
            self._lines.addWidget(Words("Nothing was deleted.", 14, token="text2"))

    def _back(self, step: int) -> None:
        self._live.gone(trash.put_back(self._live.desk, step))
        self._show()

    def _forget(self) -> None:
        if ask(self, "Empty the trash", "What is in the trash will be gone for good.", "Empty the trash"):
            trash.empty(self._live.desk)
            self._show()
