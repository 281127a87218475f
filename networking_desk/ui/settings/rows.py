"""The rows of the settings: words on the left, what is chosen on the right; each writes at once and follows what is written elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import Desk
from networking_desk.ui.look.buttons import Button, CheckRow, Segmented, Stepper
from networking_desk.ui.look.cards import Card, Divider, column, row
from networking_desk.ui.look.fields import Choice, Line
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import profile


class Rows(QWidget):
    """One section: a card of rows under each other. `show_now` reads every value again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: list[Callable[[], None]] = []
        self._card = Card(padding=0, spacing=0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, px(6), px(8))
        body.addWidget(self._card)
        body.addStretch(1)

    def show_now(self) -> None:
        """Show every value as it is kept."""
        for show in self._shown:
            show()

    def _add(self, title: str, text: str, *controls: QWidget) -> None:
        words = column(Words(title, 14, 500, wrap=True), *([Words(text, 13, token="text2", wrap=True)] if text else []), spacing=1)
        line = row(*controls, spacing=8)
        line.insertLayout(0, words, 1)
        self._put(line)

    def _put(self, line: Any) -> None:
        if self._card.body.count():
            self._card.body.addWidget(Divider())
        line.setContentsMargins(px(16), px(9), px(14), px(9))
        self._card.body.addLayout(line)

    def _keep(self, key: str, value: object) -> None:
        profile.set_option(self._desk, undoable=True, **{key: value})

    def _kept(self, key: str) -> Any:
        return getattr(self._desk.settings, key)

    def words(self, key: str, title: str, text: str, hint: str = "") -> None:
        """A line of the profile."""
        line = Line(title, "", hint)
        line.setMinimumWidth(px(260))
        line.settled.connect(lambda said: profile.save(self._desk, **{key: said}))
        self._add(title, text, line)
        self._shown.append(lambda: line.show_text(getattr(self._desk.lists.meeting.profile(), key)))

    def number(self, key: str, title: str, text: str, least: int, most: int, unit: str = "") -> None:
        """A small number of the settings."""
        stepper = Stepper(self._kept(key), unit, title, least, most)
        stepper.changed.connect(lambda value: self._keep(key, value))
        self._add(title, text, stepper)
        self._shown.append(lambda: stepper.show_value(self._kept(key)))

    def yes_or_no(self, key: str, title: str, text: str, *, means: bool = True) -> None:
        """A box to tick; ticked is `means`."""
        box = CheckRow(title, text)
        box.clicked.connect(lambda on: self._keep(key, on is means))
        line = row()
        line.addWidget(box, 1)
        self._put(line)
        self._shown.append(lambda: box.setChecked(self._kept(key) is means))

    def one_of_few(self, key: str, title: str, text: str, options: Sequence[tuple[str, str]], pick: Callable[[str], None]) -> Segmented:
        """A switch between a few. Gives the switch."""
        switch = Segmented(options, title)
        switch.chosen.connect(pick)
        self._add(title, text, switch)
        self._shown.append(lambda: switch.choose(str(self._kept(key))))
        return switch

    def one_of_many(self, title: str, text: str, choice: Choice, pick: Callable[[str], None], kept: Callable[[], str]) -> None:
        """A list to choose from."""
        choice.setMinimumWidth(px(230))
        choice.picked.connect(pick)
        self._add(title, text, choice)
        self._shown.append(lambda: choice.show_key(kept()))

    def note(self, text: str) -> None:
        """A line of words alone, cut where it is too long."""
        line = row()
        line.addWidget(Words(text, 13, token="text2", elide=True), 1)
        self._put(line)

    def places(self, title: str, text: str, *buttons: tuple[str, str, Callable[[], None]]) -> None:
        """Buttons that lead elsewhere: icon, words, what they do."""
        made = []
        for icon, words, do in buttons:
            button = Button(words, "small", icon)
            button.clicked.connect(do)
            made.append(button)
        self._add(title, text, *made)
