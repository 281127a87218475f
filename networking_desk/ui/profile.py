"""The profile: your pitch and your ideal position, with words and seconds as you write; asked on the first start, and any time later."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from networking_desk.desk import Desk
from networking_desk.domain.errors import DeskError
from networking_desk.domain.profile import PITCH_SECONDS, spoken_length
from networking_desk.ui import errors, say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Bar, Card, Chip, Divider, PeopleDrawing, Picture, column, row, scrolled
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.fields import Line, TextArea
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import profile, target_list


class Spoken(QWidget):
    """A text that is going to be said, with how long that takes."""

    def __init__(self, name: str, placeholder: str, *, timed: bool) -> None:
        super().__init__()
        self.area = TextArea(name, "", placeholder)
        self.area.setMinimumHeight(px(120))
        self._bar = Bar(f"Length of {name}", 220)
        self._length, self._advice = Words("", 14, 500, "accent_text"), Words("", 13, token="text2", elide=True)
        self._advice.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._timed = timed
        self.area.textChanged.connect(self._count)
        line = row(self._bar, self._length, spacing=12)
        line.addWidget(self._advice, 1)
        self.setLayout(column(self.area, line, spacing=10))
        self._count()

    def _count(self) -> None:
        words, seconds = spoken_length(self.area.toPlainText())
        least, most = PITCH_SECONDS
        self._bar.fill(seconds, 60, f"about {seconds} seconds")
        self._length.say(f"{say.count(words, 'word')}, about {say.count(seconds, 'second')}" if words else "")
        fits = not self._timed or least <= seconds <= most
        advice = (
            f"{least} to {most} s works well"
            if fits or not words
            else "A little longer works better"
            if seconds < least
            else "Shorter works better: they listen for a minute at most"
        )
        self._advice.say(advice if self._timed else "One or two sentences, then pause")


class Welcome(QWidget):
    """Three steps on the first start; each can be skipped, and nothing is lost on Back. `leave` is called at the end."""

    def __init__(self, live: Live, leave: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk = live.desk
        self._live = live
        self._leave = leave
        self._steps = QStackedWidget()
        self._pitch = Spoken("Your pitch", "I run supply chains that have to grow fast…", timed=True)
        self._ideal = Spoken("Your ideal position", "Operations lead at a company that is opening a site…", timed=False)
        self._companies = TextArea("Your target companies", "", "Kestrel Robotics, Robotics, Eindhoven\nNordwind Freight, Logistics, Hamburg")
        kept = self._desk.lists.meeting.profile()
        self._name = Line("Your name", kept.full_name, "Your name, as it stands under your letters")
        self._pitch.area.setPlainText(kept.skills)
        self._ideal.area.setPlainText(kept.ideal_position)
        self._make_steps()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._make_side())
        outer.addWidget(scrolled(self._make_page()), 1)
        self._show(0)

    def _make_steps(self) -> None:
        texts: tuple[tuple[str, str, list[Any]], ...] = (
            (
                "What do you do well?",
                "Two to four sentences in your own words. You will say this at the start of every networking meeting.",
                [self._pitch, self._make_tips()],
            ),
            ("What are you looking for?", "The roles and responsibilities you excel at, so that people can think of somebody.", [self._ideal, self._name]),
            ("Where would you like to work?", "One company a line: name, industry, place. In every meeting you ask who they know there.", [self._companies]),
        )
        for number, (title, text, things) in enumerate(texts, 1):
            page = QWidget()
            body = column(
                Words(f"Step {number} of 3", 14, 500, "text2"),
                Words(title, 26, 600, wrap=True),
                Words(text, 15, token="text2", wrap=True),
                8,
                *list(things),
                None,
                spacing=10,
            )
            page.setLayout(body)
            self._steps.addWidget(page)

    def _make_tips(self) -> QHBoxLayout:
        tips = QHBoxLayout()
        tips.setSpacing(px(12))
        for title, text in (
            ("Start with what you do", "“I run supply chains that…”"),
            ("Give one result", "“I cut stock by a fifth.”"),
            ("Say what comes next", "“Now I would like to…”"),
        ):
            card = Card(padding=12, spacing=2)
            card.body.addWidget(Words(title, 14, 600, elide=True))
            card.body.addWidget(Words(text, 13, token="text2", elide=True))
            tips.addWidget(card, 1)
        return tips

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setObjectName("panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        side.setFixedWidth(px(360))
        self._marks = []
        body = QVBoxLayout(side)
        body.setContentsMargins(px(40), px(36), px(32), px(28))
        body.setSpacing(px(12))
        body.addWidget(PeopleDrawing("panel"), 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(Words("Welcome to Networking Desk", 26, 600, wrap=True))
        body.addWidget(Words("Three short steps, about four minutes. You can skip any of them and come back later.", 15, token="text2", wrap=True))
        body.addSpacing(px(12))
        for number, (title, text) in enumerate(
            (("Your pitch", "What you do well"), ("Your ideal position", "What you are looking for"), ("Your target companies", "Add a few, or import a list")),
            1,
        ):
            mark, words = Chip(str(number)), Words(title, 15, 500)
            self._marks.append((mark, words, number))
            line = row(mark, spacing=12)
            line.addLayout(column(words, Words(text, 13, token="text2"), spacing=0), 1)
            body.addLayout(line)
        body.addStretch(1)
        foot = row(Picture("lock", "text2", 16), spacing=10)
        foot.addWidget(Words("Everything stays on this computer. No account, no internet.", 13, token="text2", wrap=True), 1)
        body.addLayout(foot)
        return side

    def _make_page(self) -> QWidget:
        page = QWidget()
        self._skip, self._back = Button("Skip for now", "link"), Button("Back")
        self._go = Button("Continue", "big")
        self._skip.clicked.connect(self._finish)
        self._back.clicked.connect(lambda: self._show(self._steps.currentIndex() - 1))
        self._go.clicked.connect(self._next)
        body = QVBoxLayout(page)
        body.setContentsMargins(px(56), px(40), px(56), px(28))
        body.setSpacing(px(18))
        body.addStretch(1)
        body.addWidget(self._steps)
        body.addStretch(2)
        body.addWidget(Divider())
        body.addLayout(row(self._skip, None, self._back, self._go, spacing=10))
        return page

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._back.setVisible(step > 0)
        self._go.say("Continue" if step < 2 else "Start")
        for mark, words, number in self._marks:
            mark.say(str(number), "solid" if number == step + 1 else "accent" if number <= step else "white")
            words.tone("text" if number == step + 1 else "text2")
        (self._pitch.area, self._ideal.area, self._companies)[step].setFocus()

    def focus_first(self) -> None:
        """Give the keyboard to the field of this step."""
        (self._pitch.area, self._ideal.area, self._companies)[self._steps.currentIndex()].setFocus()

    def keep(self) -> None:
        """Keep what was written so far."""
        profile.save(self._desk, skills=self._pitch.area.toPlainText(), ideal_position=self._ideal.area.toPlainText(), full_name=self._name.text())

    def _next(self) -> None:
        self.keep()
        if self._steps.currentIndex() < 2:
            self._show(self._steps.currentIndex() + 1)
        else:
            self._finish()

    def _finish(self) -> None:
        self.keep()
        for words in self._companies.toPlainText().splitlines():
            if words.strip(" ,;"):
                try:
                    target_list.add_spoken(self._desk, words)
                except DeskError as error:
                    errors.tell(error)
        self._companies.clear()
        self._leave()


class ProfileDialog(Dialog):
    """Your profile, changed at any time."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent, "Your profile", 640)
        kept = desk.lists.meeting.profile()
        self._desk = desk
        self._pitch = Spoken("Your pitch", "What you do well, as you say it", timed=True)
        self._ideal = Spoken("Your ideal position", "The roles and responsibilities you excel at", timed=False)
        self._pitch.area.setPlainText(kept.skills)
        self._ideal.area.setPlainText(kept.ideal_position)
        self._ideal.area.setMinimumHeight(px(72))
        self._lines = {key: Line(name, getattr(kept, key)) for key, name in (("full_name", "Your name"), ("phone", "Your telephone"), ("email", "Your e-mail"))}
        self.body.addWidget(Words("Your profile", 18, 600))
        for title, area in (("Skills and abilities", self._pitch), ("Ideal position", self._ideal)):
            self.body.addWidget(Words(title, 14, 600))
            self.body.addWidget(area)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        for at, line in enumerate(self._lines.values()):
            grid.addWidget(Words(line.accessibleName(), 13, token="text2"), 0, at)
            grid.addWidget(line, 1, at)
        self.body.addLayout(grid)
        cancel, save = Button("Cancel"), Button("Save", "primary")
        cancel.clicked.connect(self.reject)
        save.clicked.connect(self._save)
        self.body.addLayout(row(None, cancel, save))
        self._pitch.area.setFocus()

    def _save(self) -> None:
        texts = {key: line.text() for key, line in self._lines.items()}
        profile.save(self._desk, skills=self._pitch.area.toPlainText(), ideal_position=self._ideal.area.toPlainText(), **texts)
        self.accept()
