"""The bank of questions: by kind of contact, the method's and your own, copied into the meeting with one key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from networking_desk.desk import Kinds
from networking_desk.domain.contacts import Role
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui import errors
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, Segmented
from networking_desk.ui.look.cards import Card, row, scrolled
from networking_desk.ui.look.dialog import Dialog, OneLine
from networking_desk.ui.look.fields import Line
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.questions.line import QuestionLine, QuestionRow
from networking_desk.ui.questions.ordered import OrderedLines
from networking_desk.verbs import questions

_KINDS = ((Role.DECISION_MAKER, "Decision maker"), (Role.INSIDER, "Insider"), (Role.CONNECTOR, "Connector"), (Role.OTHER, "Anybody"))
_WHY = {
    Role.DECISION_MAKER: "Somebody who could hire you, or decides who does. Ask what has to get done.",
    Role.INSIDER: "Somebody who works where you would like to. Ask how it is there, and who is who.",
    Role.CONNECTOR: "Somebody who knows many people. Ask who they would talk to in your place.",
    Role.OTHER: "Questions that anybody can answer.",
}


class QuestionsDialog(Dialog):
    """Add, order, edit and take out; Space copies a question into the meeting that is planned, or takes it out again."""

    def __init__(self, parent: QWidget, live: Live) -> None:
        super().__init__(parent, "Questions", 620)
        self._live = live
        view = live.view
        about = live.desk.lists.prepare.about(view.meeting.contact_id) if view else None
        self._role = about.role if about else Role.OTHER
        self._switch = Segmented([(role.value, words) for role, words in _KINDS], "Kind of contact")
        self._switch.chosen.connect(lambda key: self._show(Role(key)))
        self._why = Words("", 14, token="text2", wrap=True)
        self._lines = OrderedLines("Questions", QuestionLine(14, "Delete"))
        for key, action in ((Qt.Key.Key_Space, "ask"), (Qt.Key.Key_Return, "ask"), (Qt.Key.Key_Delete, "out"), (Qt.Key.Key_F2, "edit")):
            self._lines.on_key(key, action)
        self._lines.acted.connect(self._act)
        self._lines.moved.connect(lambda place, to: questions.move(live.desk, self._role, place, to))
        self._write = Line("Write a question", "", "Write a question of your own, Enter")
        self._write.returnPressed.connect(self._add)
        self._into = Words("", 13, 500, "accent_text", wrap=True)
        card = Card(padding=12)
        card.body.addWidget(self._lines)
        card.body.addStretch(1)
        area = scrolled(card)
        area.setMinimumHeight(px(170))
        close = Button("Done", "primary")
        close.clicked.connect(self.accept)
        for widget in (Words("Questions", 18, 600), self._switch, self._why, area, self._write):
            self.body.addWidget(widget)
        foot = row(None, close)
        foot.insertWidget(0, self._into, 1)
        self.body.addLayout(foot)
        live.changed.connect(self._changed)
        self._show(self._role)
        self._lines.setFocus()

    def _meeting_id(self) -> str:
        view = self._live.view
        return view.meeting.id if view and view.meeting.state in (MeetingState.PLANNED, MeetingState.LIVE) else ""

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint({"Question", "Meeting"}):
            self._show(self._role)

    def _show(self, role: Role) -> None:
        self._role = role
        self._switch.choose(role.value)
        self._why.say(_WHY[role])
        view = self._live.view
        asked = set(view.meeting.questions) if view and self._meeting_id() else None
        bank = self._live.desk.lists.prepare.bank(role)
        self._lines.show_rows([QuestionRow(str(place), text, None if asked is None else text in asked) for place, text in enumerate(bank)])
        self._into.say(f"Space puts a question into your talk with {view.person.full_name}." if asked is not None and view else "")

    def _act(self, action: str, key: str) -> None:
        place, desk = int(key), self._live.desk
        question = self._lines.row(place)
        if action == "ask" and self._meeting_id():
            (questions.do_not_ask if question.asked else questions.ask)(desk, self._meeting_id(), question.text)
        elif action == "edit":
            hint = "As you will say it."
            OneLine(self, "Edit the question", hint, "", "Keep", lambda words: questions.reword(desk, self._role, place, words), text=question.text).open()
        elif action == "out":
            self._live.said.emit(questions.remove(desk, self._role, place))

    def _add(self) -> None:
        try:
            questions.add(self._live.desk, self._role, self._write.text())
        except DeskError as error:
            errors.tell(error)
        self._write.clear()
