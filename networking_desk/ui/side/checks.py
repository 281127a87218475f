"""What makes a meeting ready: the checks, what to ask for, the questions, what is known of the person."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.domain.checklist import ENOUGH
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import MeetingState
from networking_desk.domain.profile import spoken_length
from networking_desk.ui import errors, say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import IconButton
from networking_desk.ui.look.cards import Bar, Card, row
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.fields import Line, TextArea
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.questions.line import QuestionLine, QuestionRow
from networking_desk.ui.questions.ordered import OrderedLines
from networking_desk.ui.side.known import Known
from networking_desk.ui.side.lists import CheckLine, CheckLineRow
from networking_desk.verbs import meeting, questions

_LONG = 40  # letters of a company's name that a check has room for


class _ReadyLine(CheckLine):
    """A check of the preparation: its box is ticked by hand, its words lead to where it is done."""

    def areas(self, rect: QRect, row: CheckLineRow) -> list[tuple[str, QRect]]:
        box = QRect(rect.left(), rect.top(), px(26), rect.height())
        return [("tick", box), ("go", rect)]

    def menu(self, row: CheckLineRow) -> list[tuple[str, str]]:
        return [("go", "Go there  Enter"), ("tick", "Take the tick away  Space" if row.done else "Tick  Space")]


class Checks(QWidget):
    """Six checks that tick themselves when the thing is there, and the words to have ready."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._count = Words("", 13, token="text2")
        self._bar = Bar("Ready")
        self.checklist = Lines("Checklist", _ReadyLine(14), grows=True)
        for key, action in ((Qt.Key.Key_Space, "tick"), (Qt.Key.Key_Return, "go"), (Qt.Key.Key_Enter, "go")):
            self.checklist.on_key(key, action)
        self.checklist.acted.connect(self._act)
        self._ask = TextArea("What you will ask for", "", "An introduction to…", bare=True)
        self._offer = TextArea("What you can offer in return", "", "Something of use to them", bare=True)
        for field in (self._ask, self._offer):
            field.setFixedHeight(px(52))
        self._ask.settled.connect(lambda text: self._edit(ask=text))
        self._offer.settled.connect(lambda text: self._edit(offer=text))
        self._known = Known(live)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(8))
        body.addLayout(row(Words("Get ready", 15, 600), None, self._count))
        body.addWidget(self._bar)
        body.addWidget(self.checklist)
        body.addWidget(self._card(Words("What you will ask for", 13, 600), self._ask))
        body.addWidget(self._questions_card())
        body.addWidget(self._card(Words("What you can offer in return", 13, 600), self._offer))
        body.addWidget(self._known)
        body.addStretch(1)
        back = QShortcut(QKeySequence("Ctrl+Return"), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._back)

    @staticmethod
    def _card(title: QWidget, *fields: QWidget) -> Card:
        card = Card(padding=12, spacing=2)
        card.body.addWidget(title)
        for field in fields:
            card.body.addWidget(field)
        return card

    def _questions_card(self) -> Card:
        self._questions_title = Words("Questions", 13, 600, elide=True)
        bank = IconButton("plus", "Choose questions from the bank", kind="step")
        bank.clicked.connect(lambda: self._live.asked.emit("questions"))
        self._questions = OrderedLines("Questions", QuestionLine())
        for key, action in ((Qt.Key.Key_Delete, "out"), (Qt.Key.Key_F2, "edit")):
            self._questions.on_key(key, action)
        self._questions.acted.connect(self._act_on_question)
        self._questions.moved.connect(lambda place, to: questions.move_in_meeting(self._live.desk, self._view.meeting.id, place, to))
        self._write = Line("Write a question", "", "Write a question…", bare=True)
        self._write.returnPressed.connect(self._add_question)
        self._write.editingFinished.connect(self._add_question)
        card = Card(padding=12, spacing=2)
        top = row(bank)
        top.insertWidget(0, self._questions_title, 1)
        card.body.addLayout(top)
        card.body.addWidget(self._questions)
        card.body.addWidget(self._write)
        return card

    def show_view(self, view: MeetingView) -> None:
        """Show how ready a meeting is."""
        self._view = view
        checks = view.readiness()
        done = sum(ready for _, ready in checks)
        self._count.say(f"{done} of {len(checks)}")
        self._bar.fill(done, len(checks))
        second = self._second_lines(view)
        company = view.person.company if len(view.person.company) < _LONG else "their company"
        self.checklist.show_rows(
            [CheckLineRow(item.id, item.text.replace("their company", company or "their work"), ready, second.get(item.key, "")) for item, ready in checks]
        )
        self._questions_title.say(f"Questions for {view.person.full_name.split(' ', maxsplit=1)[0]}")
        self._ask.show_text(view.meeting.ask)
        self._offer.show_text(view.meeting.offer)
        self._questions.show_rows([QuestionRow(str(place), text) for place, text in enumerate(view.meeting.questions)])
        self._questions.setVisible(bool(view.meeting.questions))
        if view.meeting.state is MeetingState.PLANNED:  # afterwards nobody looks here, and nothing may slow a capture down
            self._known.show_view(view)

    def _second_lines(self, view: MeetingView) -> dict[str, str]:
        words, seconds = spoken_length(view.profile.skills)
        counts = self._live.desk.lists.companies.counts() if view.meeting.state is MeetingState.PLANNED else {}
        alone = counts.get("no_contact", 0)
        return {
            "research": say.count(view.notes, "note") + " saved" if view.notes else "",
            "pitch": f"{say.count(words, 'word')}, about {seconds} seconds" if words else "",
            "questions": f"{len(view.meeting.questions)} of {ENOUGH} written" if len(view.meeting.questions) < ENOUGH else "",
            "list": say.count(view.targets, "company", "companies") + (f", {alone} without a contact" if alone else ""),
            "offer": view.meeting.offer[:60],
        }

    def keep(self) -> None:
        """Keep what is being written."""
        for field in (self._ask, self._offer):
            field.settle()
        self._add_question()
        self._known.keep()

    def focus_first(self) -> None:
        """Give the keyboard to the first check that is open."""
        rows = self.checklist.rows()
        self.checklist.choose(next((place for place, one in enumerate(rows) if not one.done), 0))
        self.checklist.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        """Done with a field: keep it, and go to what is still open."""
        self.keep()
        self.focus_first()
        self._reveal(self.checklist)

    def _edit(self, **fields: str) -> None:
        meeting.edit(self._live.desk, self._view.meeting.id, **fields)

    def _add_question(self) -> None:
        words = self._write.text()
        self._write.clear()
        self._write.show_text("")
        if words.strip():
            questions.ask(self._live.desk, self._view.meeting.id, words)

    def _act_on_question(self, action: str, key: str) -> None:
        desk, meeting_id, place = self._live.desk, self._view.meeting.id, int(key)
        text = self._view.meeting.questions[place]
        if action == "edit":
            OneLine(
                self,
                "Edit the question",
                "As you will say it.",
                "",
                "Keep",
                lambda words: questions.reword_in_meeting(desk, meeting_id, place, words),
                text=text,
            ).open()
        else:
            questions.do_not_ask(desk, meeting_id, text)
            self._live.said.emit("Question taken out")

    def _act(self, action: str, item_id: str) -> None:
        item, ready = next((i, done) for i, done in self._view.readiness() if i.id == item_id)
        if action == "go":
            self._go(item.key)
        elif ready and item.done_at is None:
            errors.tell(DeskError("This ticks itself while the thing is there"))
        else:
            meeting.tick(self._live.desk, item_id, item.done_at is None)

    def _go(self, key: str) -> None:
        """Go where a check is done."""
        if key in ("pitch", "position"):
            self._live.asked.emit("profile" if key == "pitch" else "position")
        elif key == "list":
            self._live.asked.emit("share" if self._view.targets else "tab3")
        else:
            field = {"research": self._known.person, "questions": self._write, "offer": self._offer}[key]
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._reveal(field)

    def _reveal(self, field: QWidget) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            above.ensureWidgetVisible(field, 0, px(40))
