"""Build the list: companies by the dozen, from your head and from the people you know, then in order; the gauge says how far it is."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from networking_desk.desk import Kinds
from networking_desk.domain.companies import LIST_GOAL
from networking_desk.ui import commands
from networking_desk.ui.companies.build_add import AddPage
from networking_desk.ui.companies.build_page import BuildPage
from networking_desk.ui.companies.build_people import PeoplePage
from networking_desk.ui.companies.build_rank import RankPage
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, Segmented
from networking_desk.ui.look.cards import Bar, row, scrolled
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px

_CONCERNS = frozenset({"Company", "Position", "Contact", "Lead"})
_PAGES = (("add", "Companies"), ("people", "People you know"), ("rank", "Priorities"))


class BuildDialog(Dialog):
    """Three pages and a gauge. What is entered is kept at once; Ctrl+Z takes it back here too."""

    def __init__(self, parent: QWidget, live: Live) -> None:
        super().__init__(parent, "Build the list", 640)
        self._live = live
        self.resize(min(px(860), parent.width() - 40), min(px(640), parent.height() - 40))
        self._gauge_words, self._gauge = Words("", 13, 500, "text2"), Bar("Companies on your list", 120)
        self._switch = Segmented(_PAGES, "What to do")
        self._switch.chosen.connect(self.go)
        self._stack = QStackedWidget()
        self._pages: dict[str, BuildPage] = {"add": AddPage(live), "people": PeoplePage(live), "rank": RankPage(live)}
        close = Button("Close", "primary")
        close.clicked.connect(self.accept)
        self._said = Words("", 13, 500, "accent_text", elide=True)
        for page in self._pages.values():
            self._stack.addWidget(scrolled(page))
            page.said.connect(self._said.say)
        self.body.addLayout(row(Words("Build the list", 18, 600), None, self._gauge_words, self._gauge))
        self.body.addWidget(self._switch)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(row(self._said, None, close))
        commands.keys_for(self, {"undo", "redo"}, live.asked.emit)
        live.changed.connect(self._changed)
        self.go("add")

    def go(self, key: str) -> None:
        """Show one of the pages, with the keyboard where one begins."""
        self._switch.choose(key)
        self._stack.setCurrentIndex(list(self._pages).index(key))
        self._read()
        QTimer.singleShot(0, self._pages[key].focus_first)

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint(_CONCERNS):
            self._read()

    def _read(self) -> None:
        there = self._live.desk.lists.companies.counts()["all"]
        self._gauge_words.say(f"{there} of {LIST_GOAL} companies")
        self._gauge.fill(there, LIST_GOAL)
        self._pages[self._switch.current()].show_now()
