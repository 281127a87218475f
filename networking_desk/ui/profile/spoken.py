"""A text that is going to be said: its words and seconds as they are written, and one piece of advice."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from networking_desk.domain.pitch import Part, advice
from networking_desk.domain.profile import spoken_length
from networking_desk.ui import say
from networking_desk.ui.look.cards import Bar, Card, column
from networking_desk.ui.look.fields import TextArea
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import look, px

NAMES = {Part.PITCH: "Your pitch", Part.POSITION: "Your ideal position"}
_HINTS = {
    Part.PITCH: "I run supply chains that have to grow fast…",
    Part.POSITION: "Operations lead at a company that is opening or moving a site…",
}
# What makes each of them good: a title and an example.
_TIPS = {
    Part.PITCH: (("Start with what you do", "“I run supply chains that…”"), ("Give one result", "“I cut stock by a fifth.”"), ("Say what comes next", "“Now I would like to…”")),
    Part.POSITION: (("Name the role", "“Operations lead…”"), ("Say what you excel at", "“…opening and moving sites…”"), ("Say where", "“…near Rotterdam.”")),
}  # fmt: skip
_SIDE = 60  # seconds that the bar is long


class Spoken(QWidget):
    """A field for one of the two texts. `area` is what is written in."""

    def __init__(self, part: Part, tall: int = 120) -> None:
        super().__init__()
        self._part = part
        self.area = TextArea(NAMES[part], "", _HINTS[part])
        self.area.setMinimumHeight(px(tall))
        self._bar = Bar(f"Length of {NAMES[part]}")
        self._bar.setMinimumWidth(px(60))
        self._bar.setMaximumWidth(px(220))
        self._length, self._advice = Words("", 14, 500, "accent_text"), Words("", 13, token="text2", elide=True)
        self._advice.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.area.textChanged.connect(self._count)
        self._dress()
        look.themed.connect(self._dress)
        measure = QHBoxLayout()
        measure.setSpacing(px(12))
        measure.addWidget(self._bar, 1)
        measure.addWidget(self._length)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(px(12))
        self._line.addLayout(measure, 4)
        self._line.addWidget(self._advice, 5)
        self.setLayout(column(self.area, self._line, spacing=10))
        self._count()

    def _dress(self) -> None:
        self.area.setStyleSheet(f"font-size: {px(16)}px; padding: {px(10)}px {px(12)}px;")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(560)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._advice.setAlignment((Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignVCenter)

    def text(self) -> str:
        """What is written."""
        return self.area.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a text to go on from."""
        self.area.setPlainText(text)

    def _count(self) -> None:
        words, seconds = spoken_length(self.text())
        self._bar.fill(seconds, _SIDE, f"about {say.count(seconds, 'second')}")
        self._length.say(f"{say.count(words, 'word')}, about {say.count(seconds, 'second')}" if words else "")
        self._advice.say(advice(self._part, self.text()))


def tips(part: Part) -> QHBoxLayout:
    """Three cards that say how a good one is made."""
    line = QHBoxLayout()
    line.setSpacing(px(12))
    for title, text in _TIPS[part]:
        card = Card(padding=13, spacing=2)
        card.body.addWidget(Words(title, 14, 600, elide=True))
        card.body.addWidget(Words(text, 13, token="text2", elide=True))
        line.addWidget(card, 1)
    return line
