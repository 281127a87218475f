"""All keys, from the commands themselves, in the order of the menus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from networking_desk.ui.commands import COMMANDS
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import row, scrolled
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.fields import SearchField
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px

# Keys that are no command's: where they work, what they do, and which they are.
_MORE = (
    ("In a meeting", "Referral, Missing company, Job lead, Note, Promise", "Ctrl+1 … Ctrl+5"),
    ("In a meeting", "Save what is typed", "Enter"),
    ("In the target list", "Knows someone, has information, will ask, nobody, advises against", "K  I  A  N  X"),
    ("Before a meeting", "Go where a check is done, tick it by hand", "Enter  Space"),
    ("In the follow-ups", "Done, put off, call sheet or draft, drop", "Space  S  Enter  Del"),
    ("In the referrals", "Contacted, answered, met, outcome, unreachable", "C  A  M  O  U"),
    ("In the job leads", "Heard of, applied, interview, offer, closed, open", "H  A  I  O  X  Enter"),
    ("In lists", "Delete, with Undo", "Del"),
    ("In the target companies and in questions", "Move up or down", "Alt+Up  Alt+Down"),
    ("While rehearsing", "Start, stop", "Space"),
    ("Everywhere", "Menu bar", "Alt  F10"),
)


class KeysDialog(Dialog):
    """A list to look into, or to search."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, "Keys", 560)
        lines = [(c.menu, c.words.rstrip("…"), "  ".join(c.keys)) for c in COMMANDS if c.keys]
        self._lines: list[tuple[str, list[QWidget]]] = []
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, px(12), 0)
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(0, 1)
        before = ""
        for place, (group, words, keys) in enumerate((*lines, *_MORE)):
            said, key = Words(words, 14, wrap=True), Words(keys, 14, 600, "text2")
            heads: list[QWidget] = []
            if group != before:
                head = Words(group, 13, 600, "accent_text")
                grid.addWidget(head, 2 * place, 0, 1, 2)
                heads, before = [head], group
            grid.addWidget(said, 2 * place + 1, 0)
            grid.addWidget(key, 2 * place + 1, 1, Qt.AlignmentFlag.AlignTop)
            self._lines.append((f"{group} {words} {keys}".casefold(), [said, key, *heads]))
        grid.setRowStretch(2 * len(self._lines), 1)
        area = scrolled(inside)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName("All keys")
        area.setMinimumHeight(px(240))
        search = SearchField("Search keys", "What should it do?")
        search.textChanged.connect(self._find)
        close = Button("Close", "primary")
        close.clicked.connect(self.accept)
        for widget in (Words("Keys", 18, 600), search, area):
            self.body.addWidget(widget)
        self.body.addLayout(row(None, close))
        search.setFocus()

    def _find(self, words: str) -> None:
        asked = words.casefold().split()
        for text, widgets in self._lines:
            for widget in widgets:
                widget.setVisible(all(word in text for word in asked))
