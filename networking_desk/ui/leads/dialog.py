"""One job lead in full: what it is, where, from whom, who decides, how far, and its log, which is only ever added to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from networking_desk.domain.errors import DeskError
from networking_desk.domain.leads import LeadKind, LeadState
from networking_desk.ui import errors, say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, Segmented
from networking_desk.ui.look.cards import Chip, clear, row
from networking_desk.ui.look.dialog import TallDialog
from networking_desk.ui.look.fields import Line, NameLine
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import contacts, leads


class LeadDialog(TallDialog):
    """Everything is kept as it is written; the dialog is only left."""

    def __init__(self, parent: QWidget, live: Live, lead_id: str) -> None:
        super().__init__(parent, "Job lead", 620)
        self._live, self._id = live, lead_id
        self._title, self._decides = Line("Job"), Line("Who decides")
        self._company = NameLine("Company", live.desk.lists.companies.names_like)
        self._source = NameLine("Heard from", lambda words: [person.full_name for person in live.desk.lists.contacts.people_like(words)])
        self._kind = Segmented([(kind.value, kind.value.capitalize()) for kind in LeadKind], "Hidden or posted")
        self._stage = Segmented(list(say.LEADS.items()), "Stage")
        self._said = Line("What happened", "", "What happened? A few words for the log")
        self._log = QVBoxLayout()
        self._log.setSpacing(px(6))
        self._head = Words("", 18, 600, wrap=True)
        self.page.addWidget(self._head)
        self.page.addLayout(self._make_fields())
        self.page.addWidget(self._stage)
        add = Button("Add to the log")
        add.clicked.connect(self._note)
        self.page.addLayout(row(self._said, add))
        self.page.addWidget(Words("Log", 14, 600))
        self.page.addLayout(self._log)
        self.page.addStretch(1)
        delete, done = Button("Delete"), Button("Done", "primary")
        delete.clicked.connect(self._delete)
        done.clicked.connect(self.accept)
        self.foot.addLayout(row(delete, None, done))
        self._connect()
        live.changed.connect(self._changed)
        self._show()
        done.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        for at, (words, field) in enumerate(
            (("Job", self._title), ("Company", self._company), ("Heard from", self._source), ("Who decides", self._decides), ("Opening", self._kind))
        ):
            grid.addWidget(Words(words, 13, token="text2"), at, 0)
            grid.addWidget(field, at, 1)
        return grid

    def _connect(self) -> None:
        desk = self._live.desk
        self._title.settled.connect(lambda text: self._do(lambda: leads.edit(desk, self._id, title=text)))
        self._decides.settled.connect(lambda text: self._do(lambda: leads.edit(desk, self._id, decides=text)))
        self._company.settled.connect(lambda text: self._do(lambda: leads.set_company(desk, self._id, text)))
        self._source.settled.connect(lambda text: self._do(lambda: self._set_source(text)))
        self._kind.chosen.connect(lambda key: self._do(lambda: leads.set_kind(desk, self._id, LeadKind(key))))
        self._stage.chosen.connect(lambda key: self._do(lambda: self._move(LeadState(key))))
        self._said.returnPressed.connect(self._note)

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except DeskError as error:
            errors.tell(error)
            self._show()

    def _set_source(self, name: str) -> None:
        desk = self._live.desk
        leads.set_source(desk, self._id, contacts.called(desk, name, "Write the whole name of a contact.") if name.strip() else None)

    def _move(self, state: LeadState) -> None:
        self._live.said.emit(leads.move(self._live.desk, self._id, state, self._said.text()))
        self._said.clear()

    def _note(self) -> None:
        if self._said.text().strip():
            lead = self._live.desk.lists.leads.lead(self._id)
            if lead:
                self._do(lambda: self._move(LeadState(lead.state)))

    def _delete(self) -> None:
        self._live.gone(leads.remove(self._live.desk, self._id))
        self.accept()

    def _changed(self, kinds: frozenset[str]) -> None:
        if not kinds.isdisjoint({"Lead", "LeadEvent"}):
            self._show()

    def _show(self) -> None:
        lead = self._live.desk.lists.leads.lead(self._id)
        if lead is None:  # deleted, or undone
            self.reject()
            return
        clock, today = self._live.desk.clock, self._live.desk.clock.today()
        self._head.say(say.at_company(lead.title, lead.company))
        for line, text in ((self._title, lead.title), (self._company, lead.company), (self._source, lead.contact), (self._decides, lead.decides)):
            line.show_text(text)
        self._kind.choose(lead.kind)
        self._stage.choose(lead.state)
        clear(self._log)
        for step in self._live.desk.lists.leads.log(self._id):
            line_ = row(Chip(say.LEADS[step.state], say.LEAD_TONES[step.state]), Words(step.text, 14, elide=True), spacing=10)
            line_.addWidget(Words(say.day(clock.local(step.at).date(), today), 12, token="text3"))
            self._log.addLayout(line_)
