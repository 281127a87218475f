"""One contact in full: who they are, how you met, what happened, what is next; everything can be changed in place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from networking_desk.desk import ContactDetail
from networking_desk.domain.contacts import Role, TouchKind
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui import errors, links, say
from networking_desk.ui.contacts.next_step import NextStep
from networking_desk.ui.contacts.shown import ShownCompanies
from networking_desk.ui.contacts.story import Story
from networking_desk.ui.contacts.ties import Ties
from networking_desk.ui.list_page import DetailPage
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, IconButton
from networking_desk.ui.look.cards import Avatar, Chip, EmptyState, Picture, column, row
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.fields import Choice, Line
from networking_desk.ui.look.text import Words, tooltip
from networking_desk.ui.look.theme import px
from networking_desk.verbs import contacts, follow_up

# Field of the record -> icon, name of the field, what stands there while it is empty.
_FACTS = {
    "phones": ("phone", "Telephone", "Telephone, several with ;"), "emails": ("mail", "E-mail", "E-mail, several with ;"),
    "place": ("map-pin", "Place", "Place"), "linkedin": ("link", "LinkedIn", "LinkedIn profile"), "tags": ("tag", "Tags", "Tags, with commas"),
}  # fmt: skip


class ContactDetailView(DetailPage):
    """The right side of the Contacts tab."""

    def __init__(self, live: Live) -> None:
        avatar = Avatar("", 56)
        super().__init__(
            "Name",
            EmptyState(Picture("user-round", "text3", 28), "Choose a contact", "Who they are, how you met and what is next stands here.", narrow=True),
            avatar,
        )
        self._avatar = avatar
        self._live = live
        self._id = ""
        self._detail: ContactDetail | None = None
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(px(24), px(20), px(24), px(20))
        page.setSpacing(px(14))
        page.addLayout(self._make_head())
        page.addLayout(self._make_buttons())
        self._next = NextStep(live)
        page.addWidget(self._next)
        page.addLayout(self._make_facts())
        self._story = Story(live)
        self._story.adding.connect(self._add_note)
        page.addWidget(self._story)
        self._ties = Ties(live)
        page.addWidget(self._ties)
        self._shown = ShownCompanies(live)
        page.addWidget(self._shown)
        page.addLayout(row(Words("Notes", 14, 600), Chip("Private", "grey", "lock"), None))
        self.notes.setPlaceholderText("What to remember about them")
        self.notes.settled.connect(lambda text: self._edit(notes=text))
        page.addWidget(self.notes)
        page.addStretch(1)
        self.frame(inside)

    def _make_head(self) -> QHBoxLayout:
        self._title = Line("Job title", bare=True)
        self._company = Line("Company", bare=True)
        for line in (self._title, self._company):
            line.setStyleSheet(f"min-height: {px(24)}px;")
        self.name.settled.connect(lambda text: self._edit(full_name=text))
        self._title.settled.connect(lambda _: self._place())
        self._company.settled.connect(lambda _: self._place())
        self._menu_button = IconButton("ellipsis", "More about this contact", kind="bare")
        self._menu_button.clicked.connect(self._menu)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(column(self.name, self._title, self._company, spacing=0), 1)
        head.addWidget(self._menu_button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _make_buttons(self) -> QHBoxLayout:
        self._meet = Button("Plan a meeting", "primary", "timer")
        self._write = Button("Write", icon_name="mail", name="Write an e-mail")
        self._log = Button("Log a call", icon_name="phone")
        self._meet.clicked.connect(self._open_meeting)
        self._write.clicked.connect(self.write)
        self._log.clicked.connect(self.log_call)
        line = QHBoxLayout()
        line.setSpacing(px(8))
        line.addWidget(self._meet, 4)
        line.addWidget(self._write, 3)
        line.addWidget(self._log, 3)
        return line

    def _make_facts(self) -> QVBoxLayout:
        self._facts: dict[str, Line] = {}
        facts = QVBoxLayout()
        facts.setSpacing(px(2))
        for field, (icon, name, hint) in _FACTS.items():
            line = Line(name, "", hint, bare=True)
            line.setStyleSheet(f"min-height: {px(26)}px;")
            line.settled.connect(lambda text, field=field: self._settle_fact(field, text))
            self._facts[field] = line
            side = QHBoxLayout()
            side.setSpacing(px(8))
            side.addWidget(Picture(icon, "text2", 16))
            side.addWidget(line, 1)
            facts.addLayout(side)
        self._role = Choice("Role", list(say.ROLES.items()))
        self._role.picked.connect(lambda key: self._edit(role=Role(key)))
        side = QHBoxLayout()
        side.setSpacing(px(10))
        side.addWidget(Picture("flag", "text2", 16))
        side.addWidget(self._role, 1)
        facts.addSpacing(px(4))
        facts.addLayout(side)
        return facts

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(440)
        self._write.say("" if narrow else "Write", "Write an e-mail")
        self._log.say("" if narrow else "Log a call", "Log a call")
        self._story.narrow(narrow)

    def show_id(self, record_id: str) -> None:
        """Show one contact, or nobody."""
        if record_id != self._id:
            self.keep()
        self._id = record_id
        self._detail = self._live.desk.lists.contacts.detail(record_id) if record_id else None
        detail = self._detail
        self.show_record(detail is not None)
        if detail is None:
            return
        person = detail.contact
        self._avatar.show_name(person.full_name)
        self.name.show_text(person.full_name)
        self._title.show_text(detail.title)
        self._company.show_text(detail.company)
        for field, text in (
            ("phones", "; ".join(person.phones)), ("emails", "; ".join(person.emails)), ("place", person.place),
            ("linkedin", f"linkedin.com/in/{person.linkedin}" if person.linkedin else ""), ("tags", ", ".join(person.tags)),
        ):  # fmt: skip
            self._facts[field].show_text(text)
        self._role.show_key(person.role.value)
        self.notes.show_text(person.notes)
        tooltip(self._write, ", ".join(person.emails))
        self._show_next(detail)
        self._story.show_detail(detail)
        self._shown.show_detail(detail)

    def _show_next(self, detail: ContactDetail) -> None:
        self._meet.say("Open meeting" if any(m.state in (MeetingState.PLANNED, MeetingState.LIVE) for m in detail.meetings) else "Plan a meeting")
        self._next.show_detail(detail)
        self._ties.show_id(detail.contact.id)

    def _edit(self, **fields: object) -> None:
        if not self._detail:
            return
        try:
            contacts.edit(self._live.desk, self._detail.contact.id, **fields)
        except DeskError as error:
            errors.tell(error)
            self.show_id(self._id)

    def _settle_fact(self, field: str, text: str) -> None:
        if field in ("phones", "emails", "tags"):
            parts = (part.strip() for part in text.replace(",", ";" if field == "tags" else ",").split(";"))
            self._edit(**{field: tuple(dict.fromkeys(filter(None, parts)))})
        else:
            self._edit(**{field: text})

    def _place(self) -> None:
        if self._detail:
            contacts.set_position(self._live.desk, self._detail.contact.id, self._company.text(), self._title.text())

    def _open_meeting(self) -> None:
        coming = next((m for m in self._detail.meetings if m.state in (MeetingState.PLANNED, MeetingState.LIVE)), None) if self._detail else None
        if coming:
            self._live.choose(coming.id)
            self._live.asked_tab.emit("Meeting timer")
        else:
            self._live.asked.emit("plan")

    def write(self) -> None:
        """Show a letter to them: the one that is owed, else one to begin with."""
        if self._detail:
            from networking_desk.ui.owed.draft import DraftDialog

            DraftDialog.for_contact(self.window(), self._live, self._detail.contact.id).open()

    def log_call(self) -> None:
        """Write down that you called; a thank-you call that is owed shows its sheet instead, so that it is done with it."""
        if not self._detail:
            return
        if not self._next.call():
            self._log_touch(TouchKind.CALL)

    def _log_touch(self, kind: TouchKind) -> None:
        if self._detail:
            self._live.said.emit(follow_up.log(self._live.desk, self._detail.contact.id, kind))

    def _add_note(self) -> None:
        if self._detail:
            contact_id = self._detail.contact.id
            OneLine(
                self, "New note", "Kept with this contact, for your eyes only.", "", "Add", lambda words: contacts.add_note(self._live.desk, contact_id, words)
            ).open()

    def _menu(self) -> None:
        if not self._detail:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        contact = self._detail.contact
        for kind, words in ((TouchKind.EMAIL, "Log an e-mail"), (TouchKind.MESSAGE, "Log a message"), (TouchKind.VOICEMAIL, "Log a voicemail")):
            menu.addAction(words, partial(self._log_touch, kind))
        menu.addSeparator()
        if contact.linkedin:
            menu.addAction("Open the LinkedIn profile", lambda: links.open_link(links.linkedin(contact.linkedin)))
        menu.addAction("New job: keep the one before…", self._new_job)
        menu.addAction("Delete", lambda: self._live.gone(contacts.remove(self._live.desk, [contact.id])))
        menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))

    def _new_job(self) -> None:
        if not self._detail:
            return
        contact_id = self._detail.contact.id

        def enter(words: str) -> None:
            title, _, company = words.rpartition(",")
            contacts.set_position(self._live.desk, contact_id, company.strip(), title.strip(), new_job=True)

        OneLine(self, "New job", "Write title and company. The job before is kept with today as its end.", "VP Operations, Northwind", "Keep", enter).open()

    def focus_first(self) -> None:
        """Give the keyboard to the first button."""
        self._meet.setFocus(Qt.FocusReason.TabFocusReason)
