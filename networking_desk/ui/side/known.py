"""What is known of the person and of their company before a meeting: notes to write and read, what was promised, when you last spoke."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import About, MeetingView
from networking_desk.domain.errors import DeskError
from networking_desk.domain.promises import Whose
from networking_desk.ui import errors, say
from networking_desk.ui.live import Live
from networking_desk.ui.look.cards import Card, Picture, Tile, clear, column, row
from networking_desk.ui.look.fields import TextArea
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import contacts, target_list

_LONG = 160  # letters of a note that are shown; the whole of it stands with the person


class Known(QWidget):
    """Notes on the person and on their company, each written where it is read, and below them promises and last touches."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._about: About | None = None
        self._contact_id = ""
        self.person = TextArea("Notes on the person", "", "Their career, what they said in public, what you have in common", bare=True)
        self._company = TextArea("Notes on the company", "", "What changes there, what is in the news", bare=True)
        for area in (self.person, self._company):
            area.setFixedHeight(px(84))
        self.person.settled.connect(self._keep_person)
        self._company.settled.connect(self._keep_company)
        self._person_title, self._company_title = Words("", 13, 600, elide=True), Words("", 13, 600, elide=True)
        self._more = QVBoxLayout()
        self._more.setSpacing(px(4))
        card, self._company_card = Card(padding=12, spacing=2), Card(padding=12, spacing=2)
        for one, title, area in ((card, self._person_title, self.person), (self._company_card, self._company_title, self._company)):
            lock = Picture("lock", "text3", 14)
            lock.setAccessibleName("Private")
            line = row(lock, spacing=6)
            line.insertWidget(0, title, 1)
            one.body.addLayout(line)
            one.body.addWidget(area)
        card.body.addLayout(self._more)
        self._promises, self._touches = QVBoxLayout(), QVBoxLayout()
        self._promised, self._touched = Words("Promises", 14, 600), Words("Last touches", 14, 600)
        for lines in (self._promises, self._touches):
            lines.setSpacing(px(6))
        body = column(card, self._company_card, self._promised, self._promises, self._touched, self._touches, spacing=8)
        self.setLayout(body)

    def show_view(self, view: MeetingView) -> None:
        """Show what is known of the contact of a meeting."""
        about = self._live.desk.lists.prepare.about(view.meeting.contact_id)
        if about is None or (about == self._about and self._contact_id == view.meeting.contact_id):
            return
        if self._contact_id != view.meeting.contact_id:
            self.keep()
        self._about, self._contact_id = about, view.meeting.contact_id
        first = view.person.full_name.split(" ", maxsplit=1)[0]
        self._person_title.say(f"Notes on {first}")
        self._company_title.say(f"Notes on {about.company}")
        self._company_card.setVisible(bool(about.company_id))
        self.person.show_text(about.notes)
        self._company.show_text(about.company_notes)
        clear(self._more)
        for text in about.more_notes:
            flat = " ".join(text.split())
            self._more.addWidget(Words(flat if len(flat) <= _LONG else flat[:_LONG] + "…", 13, token="text2", wrap=True))
        self._show_promises(about, first)
        self._show_touches(about)

    def _show_promises(self, about: About, first: str) -> None:
        clear(self._promises)
        self._promised.setVisible(bool(about.promises))
        today = self._live.desk.clock.today()
        for promise in about.promises:
            who = "You" if promise.whose == Whose.MINE else first
            due = f"By {say.day(promise.due_on, today)}" if promise.due_on else "No day yet"
            self._promises.addLayout(self._line("handshake", "dusk", f"{who}: {promise.text}", due))

    def _show_touches(self, about: About) -> None:
        clear(self._touches)
        clock, today = self._live.desk.clock, self._live.desk.clock.today()
        for touch in about.touches:
            icon, tone, words = say.activity(touch.kind, touch.text)
            self._touches.addLayout(self._line(icon, tone, words, say.day(clock.local(touch.at).date(), today)))
        if not about.touches:
            self._touches.addWidget(Words("No contact yet.", 13, token="text3"))

    @staticmethod
    def _line(icon: str, tone: str, words: str, second: str) -> QVBoxLayout:
        line = row(Tile(icon, tone, 28), spacing=10)
        line.addLayout(column(Words(words[:_LONG], 13, wrap=True), Words(second, 12, token="text3"), spacing=0), 1)
        whole = QVBoxLayout()
        whole.addLayout(line)
        return whole

    def keep(self) -> None:
        """Keep what is being written."""
        self.person.settle()
        self._company.settle()

    def _keep_person(self, text: str) -> None:
        try:
            contacts.edit(self._live.desk, self._contact_id, notes=text)
        except DeskError as error:
            errors.tell(error)

    def _keep_company(self, text: str) -> None:
        if self._about and self._about.company_id:
            target_list.edit(self._live.desk, self._about.company_id, notes=text)
