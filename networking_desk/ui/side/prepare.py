"""The side panel before a meeting: what makes it ready, what to ask for, the questions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.domain.profile import spoken_length
from networking_desk.ui import say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Bar, Card, row
from networking_desk.ui.look.fields import TextArea
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.side.lists import CheckLine, CheckLineRow
from networking_desk.verbs import meeting


class Prepare(QWidget):
    """Six checks that tick themselves when the thing is there, and the words to have ready."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._count = Words("", 13, token="text2")
        self._bar = Bar("Ready")
        self.checklist = Lines("Checklist", CheckLine(14), grows=True)
        self.checklist.on_key(Qt.Key.Key_Space, "tick")
        self.checklist.on_key(Qt.Key.Key_Return, "tick")
        self.checklist.acted.connect(self._tick)
        self._ask = TextArea("What you will ask for", "", "An introduction to…", bare=True)
        self._offer = TextArea("What you can offer in return", "", "Something of use to them", bare=True)
        self._ask.setFixedHeight(px(66))
        self._offer.setFixedHeight(px(66))
        self._questions = TextArea("Questions", "", "One question a line", bare=True)
        self._questions.setFixedHeight(px(84))
        self._ask.settled.connect(lambda text: self._edit(ask=text))
        self._offer.settled.connect(lambda text: self._edit(offer=text))
        self._questions.settled.connect(lambda text: self._edit(questions=text.splitlines()))
        self._questions_title = Words("Questions", 13, 600, elide=True)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(8))
        body.addLayout(row(Words("Get ready", 15, 600), None, self._count))
        for widget in (self._bar, self.checklist):
            body.addWidget(widget)
        for title, field in (
            (Words("What you will ask for", 13, 600), self._ask),
            (Words("What you can offer in return", 13, 600), self._offer),
            (self._questions_title, self._questions),
        ):
            card = Card(padding=12, spacing=2)
            card.body.addWidget(title)
            card.body.addWidget(field)
            body.addWidget(card)
        body.addStretch(1)
        self.foot = self._foot()

    def _foot(self) -> QWidget:
        foot = QWidget()
        start = Button("Start meeting", "soft", "play")
        start.clicked.connect(lambda: self._live.asked.emit("start"))
        self._says = Words("", 12, token="text3")
        self._says.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body = QVBoxLayout(foot)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(6))
        body.addWidget(start)
        body.addWidget(self._says)
        return foot

    def show_view(self, view: MeetingView) -> None:
        """Show how ready a meeting is."""
        self._view = view
        words, seconds = spoken_length(view.profile.skills)
        seconds_line = {
            "pitch": f"{say.count(words, 'word')}, about {seconds} seconds" if words else "",
            "questions": f"{len(view.meeting.questions)} of 3 written",
            "list": say.count(view.targets, "company", "companies") + " on your list",
            "offer": view.meeting.offer[:60],
        }
        checks = view.readiness()
        done = sum(ready for _, ready in checks)
        self._count.say(f"{done} of {len(checks)}")
        self._bar.fill(done, len(checks))
        self.checklist.show_rows([CheckLineRow(item.id, item.text, ready, seconds_line.get(item.key, "")) for item, ready in checks])
        self._questions_title.say(f"Questions for {view.person.full_name.split(' ', maxsplit=1)[0]}")
        self._ask.show_text(view.meeting.ask)
        self._offer.show_text(view.meeting.offer)
        self._questions.show_text("\n".join(view.meeting.questions))
        self._says.say(f"Starts the {view.meeting.planned_minutes}-minute timer, Ctrl+Shift+M")

    def keep(self) -> None:
        """Keep what is being written."""
        for field in (self._ask, self._offer, self._questions):
            field.settle()

    def _edit(self, **fields: str | list[str]) -> None:
        meeting.edit(self._live.desk, self._view.meeting.id, **fields)

    def _tick(self, _action: str, item_id: str) -> None:
        item = next(i for i in self._view.checklist if i.id == item_id)
        meeting.tick(self._live.desk, item_id, item.done_at is None)
