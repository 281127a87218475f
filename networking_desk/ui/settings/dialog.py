"""Settings in one place; whatever is chosen is in force at once, and Ctrl+Z takes it back."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from networking_desk.desk import Kinds
from networking_desk.ui.commands import keys_for
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, Segmented
from networking_desk.ui.look.cards import row, scrolled
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.settings.rows import Rows
from networking_desk.ui.settings.sections import SECTIONS


class SettingsDialog(Dialog):
    """Sections, each made when it is first opened. There is nothing to confirm."""

    def __init__(self, parent: QWidget, live: Live, section: str = "you") -> None:
        super().__init__(parent, "Settings", 680)
        self._live = live
        self._made: dict[str, Rows] = {}
        self._pages = QStackedWidget()
        self._pages.setMinimumHeight(px(220))
        self._switch = Segmented([(key, words) for key, (words, _) in SECTIONS.items()], "Section")
        self._switch.chosen.connect(self.show_section)
        done = Button("Done", "primary")
        done.clicked.connect(self.accept)
        self.body.addWidget(Words("Settings", 18, 600))
        self.body.addWidget(self._switch)
        self.body.addWidget(self._pages, 1)
        self.body.addLayout(row(Words("Everything is in force at once. Ctrl+Z takes it back.", 13, token="text2"), None, done))
        live.changed.connect(self._changed)
        keys_for(self, {"undo", "redo"}, live.asked.emit)
        self.resize(px(720), min(px(600), parent.window().height() - 20))
        self.show_section(section)
        self._switch.focus_chosen()

    def show_section(self, key: str) -> None:
        """Show a section."""
        if key not in self._made:
            self._made[key] = SECTIONS[key][1](self._live, self._ask)
            self._pages.addWidget(scrolled(self._made[key]))
        self._switch.choose(key)
        self._made[key].show_now()
        self._pages.setCurrentIndex(list(self._made).index(key))
        self.again = f"settings/{key}"

    def _ask(self, command: str) -> None:
        if command == "import":  # it ends on a page of the window
            self.accept()
        self._live.asked.emit(command)

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint({"Setting", "Profile"}):
            for rows in self._made.values():
                rows.show_now()

    def done(self, result: int) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # what is being written is kept
        super().done(result)
