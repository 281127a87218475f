"""What the pages that build the list have in common, and the question that brings names to mind on two of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Card
from networking_desk.ui.look.text import Words


class BuildPage(QWidget):
    """A page of the builder. `said` gives the sentence that says what was done."""

    said = Signal(str)

    def show_now(self) -> None:
        """Read again what is shown."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Give the keyboard to where one begins."""
        raise NotImplementedError


class Prompts(Card):
    """One of some questions at a time, round and round."""

    def __init__(self, questions: Sequence[str]) -> None:
        super().__init__("soft", padding=12)
        self._questions = questions
        self._at = 0
        self._words = Words(questions[0], 15, 600, "accent_text", elide=True)
        another = Button("Another question", "link")
        another.clicked.connect(self.next)
        line = QHBoxLayout()
        line.addWidget(self._words, 1)
        line.addWidget(another)
        self.body.addLayout(line)

    def question(self) -> str:
        """The question that is shown."""
        return self._words.whole()

    def next(self) -> None:
        """Show the next question."""
        self._at = (self._at + 1) % len(self._questions)
        self._words.say(self._questions[self._at])
