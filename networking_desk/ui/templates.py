"""The templates: the words of every draft, changed in place and read at once as they would stand in a letter to somebody real."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.domain.errors import DeskError
from networking_desk.domain.templates import FIELDS, GAP, is_broken, unknown_fields, word_count
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Card, column, row
from networking_desk.ui.look.dialog import TallDialog
from networking_desk.ui.look.fields import Choice, Line, NameLine, TextArea
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import drafts


class TemplatesDialog(TallDialog):
    """One template at a time, beside how it reads to a contact. What is written is kept when another one is chosen, or on Done."""

    def __init__(self, parent: QWidget, live: Live, kind: str = "", contact_id: str = "") -> None:
        super().__init__(parent, "Templates", 700)
        self._live = live
        self._contact_id = contact_id or live.contact_id or self._somebody()
        named = drafts.occasions()
        self._kind = kind or next(iter(named))
        self._choice = Choice("Template", list(named.items()))
        self._choice.show_key(self._kind)
        self._choice.picked.connect(self._another)
        self._error = Words("", 13, 500, "red_text", wrap=True)
        self._error.hide()
        both = QHBoxLayout()
        both.setSpacing(px(20))
        both.addLayout(self._make_words(), 1)
        both.addLayout(self._make_preview(), 1)
        self.page.addWidget(Words("Templates", 18, 600))
        self.page.addLayout(row(Words("For", 13, token="text2"), self._choice, None))
        self.page.addLayout(both, 1)
        self.foot.addWidget(self._error)
        self.foot.addLayout(self._make_foot())
        self._show()
        self.text.setFocus()

    def _somebody(self) -> str:
        """Somebody to try the words on: whom something is owed to, else anybody."""
        desk = self._live.desk
        owed = desk.lists.today.follow_ups()
        if owed:
            return owed[0].contact_id
        first = desk.lists.contacts.rows(desk.lists.contacts.first_page()[:1])
        return first[0].id if first else ""

    def _make_words(self) -> QVBoxLayout:
        self._subject, self.text = Line("Subject"), TextArea("Words")
        self.text.setMinimumHeight(px(200))
        self._subject.textChanged.connect(self._preview)
        self.text.textChanged.connect(self._preview)
        fields = QGridLayout()
        fields.setHorizontalSpacing(px(6))
        fields.setVerticalSpacing(px(4))
        for at, (name, meaning) in enumerate(FIELDS.items()):
            button = Button(name.replace("_", " "), "link", name=f"Put in {meaning}")
            button.clicked.connect(lambda _=False, name=name: self._put(name))
            fields.addWidget(button, at // 4, at % 4)
        hint = "A click puts a field in. A [[passage]] goes when a field in it is empty; a field alone becomes a gap to fill."
        return column(
            Words("Subject", 13, token="text2"),
            self._subject,
            Words("Words", 13, token="text2"),
            self.text,
            fields,
            Words(hint, 12, token="text3", wrap=True),
            spacing=6,
        )

    def _make_preview(self) -> QVBoxLayout:
        person = self._live.desk.lists.contacts.person(self._contact_id) if self._contact_id else None
        lists = self._live.desk.lists
        self._whom = NameLine(
            "Try it on", lambda words: [one.full_name for one in lists.contacts.people_like(words)], person.full_name if person else "", "Name of a contact"
        )
        self._whom.completer().activated.connect(self._try_on)
        self._whom.settled.connect(self._try_on)
        card = Card(padding=16, spacing=10)
        self._read_subject, self._read = Words("", 14, 600, wrap=True), Words("", 14, wrap=True)
        self._count, self._trouble = Words("", 13, token="text2"), Words("", 13, 500, "amber_text", wrap=True)
        self._read.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(self._read_subject)
        card.body.addWidget(self._read, 1)
        return column(
            Words("Try it on", 13, token="text2"), self._whom, Words("How it reads", 13, token="text2"), card, self._count, self._trouble, None, spacing=6
        )

    def _make_foot(self) -> QHBoxLayout:
        self._reset, cancel, done = Button("Back to the program’s words"), Button("Cancel"), Button("Done", "primary")
        self._reset.clicked.connect(self._back)
        cancel.clicked.connect(self.reject)
        done.clicked.connect(self._done)
        return row(self._reset, None, cancel, done)

    def _show(self) -> None:
        words = drafts.template(self._live.desk, self._kind)
        self._subject.setText(words.subject)
        self._subject.setEnabled(self._kind != "thank_you_call")
        self.text.setPlainText(words.body)
        self._reset.setEnabled(drafts.is_own(self._live.desk, self._kind))
        self._preview()

    def _put(self, name: str) -> None:
        self.text.textCursor().insertText("{{" + name + "}}")
        self.text.setFocus()

    def _preview(self) -> None:
        subject, body = self._subject.text(), self.text.toPlainText()
        read = drafts.preview(self._live.desk, self._contact_id, self._kind, subject, body)
        self._read_subject.say(read.subject)
        self._read_subject.setVisible(bool(read.subject))
        self._read.say(read.body)
        most, count, gaps = self._live.desk.settings.draft_words, word_count(read.body), read.body.count(GAP)
        said = [say.count(count, "word") + (f", at most {most} work best" if count > most else "")] + ([say.count(gaps, "gap") + " to fill"] if gaps else [])
        self._count.say(", ".join(said))
        self._count.tone("amber_text" if count > most else "text2")
        unknown = unknown_fields(subject + body)
        trouble = [f"There is no field called {', '.join(unknown)}."] if unknown else []
        if is_broken(subject) or is_broken(body):
            trouble.append("Some brackets are not closed or not opened: a field stands between {{ and }}, a passage between [[ and ]].")
        self._trouble.say(" ".join(trouble))
        self._trouble.setVisible(bool(trouble))
        self._error.hide()

    def _try_on(self, name: str) -> None:
        people = self._live.desk.lists.contacts.people_like(name, 1)
        if people:
            self._contact_id = people[0].id
            self._preview()

    def _another(self, kind: str) -> None:
        if self._keep():
            self._kind = kind
            self._show()
        else:
            self._choice.show_key(self._kind)

    def _keep(self) -> bool:
        """Keep what was written, if it differs; whether it could be kept."""
        known = drafts.template(self._live.desk, self._kind)
        if (self._subject.text(), self.text.toPlainText()) == (known.subject, known.body):
            return True
        try:
            drafts.save_template(self._live.desk, self._kind, self._subject.text(), self.text.toPlainText())
        except DeskError as error:
            self._error.say(str(error))
            self._error.show()
            return False
        return True

    def _done(self) -> None:
        if self._keep():
            self.accept()

    def _back(self) -> None:
        drafts.reset_template(self._live.desk, self._kind)
        self._show()
