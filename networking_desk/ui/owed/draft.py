"""A draft with everything that is known filled in, to be read, changed, copied or handed to the mail program; the program sends nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from networking_desk.desk import FollowUpRow
from networking_desk.domain.contacts import Contact
from networking_desk.domain.names import email_in
from networking_desk.domain.templates import GAP, word_count
from networking_desk.ui import links, say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import row
from networking_desk.ui.look.dialog import TallDialog
from networking_desk.ui.look.fields import Choice, Line, TextArea
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.owed.sent import Handed
from networking_desk.ui.owed.warn import Heed
from networking_desk.verbs import contacts, drafts, outreach

_REQUESTS = ("request", "outreach_no_name", "keep_in_touch", "promise")
_FIRST_WORDS = frozenset({"request", "outreach", "outreach_no_name", "outreach_introduced", "write_again"})
_ASKING = _FIRST_WORDS | {"check_back", "next_step", "promise_theirs"}  # who thanks, tells or gives has nothing to heed


class DraftDialog(TallDialog):
    """One letter. Copying it or opening it in the mail program closes the dialog; “Sent?” is asked when the user comes back."""

    known_as = "Write a letter"

    def __init__(self, parent: QWidget, live: Live, contact_id: str, owed: FollowUpRow | None, kinds: list[str]) -> None:
        person = live.desk.lists.contacts.person(contact_id)
        name = person.full_name if person else ""
        super().__init__(parent, f"Write to {name}", 640)
        self._live, self._contact_id, self._owed, self._name = live, contact_id, owed, name
        self._known = live.desk.get(Contact, contact_id).emails
        today = live.desk.clock.today()
        self.page.addWidget(Words(f"Write to {name}", 18, 600, wrap=True))
        if owed:
            self.page.addWidget(Words(say.why(owed, today), 13, token="text2", wrap=True))
        heed = outreach.warnings(live.desk, contact_id, new=kinds[0] in _FIRST_WORDS) if kinds[0] in _ASKING else []
        self.page.addWidget(Heed([say.reason(words, today) for words in heed]))
        self._make_fields(kinds)
        self._make_foot()
        self._show(kinds[0])

    @classmethod
    def for_follow_up(cls, parent: QWidget, live: Live, owed: FollowUpRow) -> DraftDialog:
        """The letter that a follow-up asks for."""
        return cls(parent, live, owed.contact_id, owed, drafts.kinds_for(live.desk, owed))

    @classmethod
    def for_contact(cls, parent: QWidget, live: Live, contact_id: str) -> DraftDialog:
        """A letter to somebody: the one that is owed to them, else one of the usual ones."""
        owed = next((one for one in live.desk.lists.today.of_contact(contact_id) if one.kind != "thank_you_call"), None)
        return cls.for_follow_up(parent, live, owed) if owed else cls(parent, live, contact_id, None, list(_REQUESTS))

    def _make_fields(self, kinds: list[str]) -> None:
        self._to = Line("To", ", ".join(self._known[:1]), "E-mail address")
        self._subject = Line("Subject")
        self.text = TextArea("Text")
        self.text.setMinimumHeight(px(190))
        self.text.textChanged.connect(self._count_words)
        named = drafts.occasions()
        self._kind = Choice("Wording", [(kind, named[kind]) for kind in kinds])
        self._kind.picked.connect(self._show)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        rows: list[tuple[str, QWidget]] = [("To", self._to), ("Subject", self._subject)]
        if len(kinds) > 1:
            rows.insert(0, ("Wording", self._kind))
        for at, (words, field) in enumerate(rows):
            grid.addWidget(Words(words, 13, token="text2"), at, 0)
            grid.addWidget(field, at, 1)
        self.page.addLayout(grid)
        self.page.addWidget(self.text, 1)

    def _make_foot(self) -> None:
        self._words, self._gaps = Words("", 13, token="text2"), Words("", 13, 500, "amber_text")
        template = Button("Edit this template…", "link")
        template.clicked.connect(self._edit_template)
        self._copy, self._open = Button("Copy", icon_name="copy"), Button("Open in mail", "primary", "mail")
        self._copy.clicked.connect(self._copied)
        self._open.clicked.connect(self._opened)
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        self.foot.addLayout(row(self._words, self._gaps, None, template))
        self.foot.addLayout(row(cancel, None, self._copy, self._open))
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._opened)
        (self._open if self._known else self._copy).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, kind: str) -> None:
        desk = self._live.desk
        draft = drafts.for_follow_up(desk, self._owed, kind) if self._owed else drafts.for_contact(desk, self._contact_id, kind)
        self._subject.setText(draft.subject)
        self._subject.setCursorPosition(0)
        self.text.setPlainText(draft.body)
        self._filled = self._subject.text(), self.text.toPlainText()

    def _count_words(self) -> None:
        text = self.text.toPlainText()
        count, most, gaps = word_count(text), self._live.desk.settings.draft_words, text.count(GAP)
        self._words.say(f"{say.count(count, 'word')}, at most {most} work best" if count > most else say.count(count, "word"))
        self._words.tone("amber_text" if count > most else "text2")
        self._gaps.say(f"{say.count(gaps, 'gap')} to fill" if gaps else "")
        self._gaps.setVisible(bool(gaps))

    def _edit_template(self) -> None:
        from networking_desk.ui.templates import TemplatesDialog

        kind = self._kind.currentData()
        dialog = TemplatesDialog(self, self._live, kind, self._contact_id)
        dialog.finished.connect(lambda _: self._show_again(kind))
        dialog.open()

    def _show_again(self, kind: str) -> None:
        """Fill in the words that were changed, unless something was written into the letter: nobody writes that twice."""
        if (self._subject.text(), self.text.toPlainText()) == self._filled:
            self._show(kind)

    def _copied(self) -> None:
        self._take("", f"Draft for {self._name} copied")
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def _opened(self) -> None:
        body = self.text.toPlainText()
        address = email_in(self._to.text())
        if not address:
            QGuiApplication.clipboard().setText(body)
            self._take("", f"{self._name} has no e-mail address yet. The draft is copied")
            return
        link, long = links.mailto(address, self._subject.text(), body)
        opened = links.open_link(link)
        if long or not opened:
            QGuiApplication.clipboard().setText(body)
        said = f"Draft for {self._name} opened in the mail program" if opened else "No mail program answered. The draft is copied"
        self._take(address, "The draft was too long to hand over: paste it" if long and opened else said)

    def _take(self, address: str, said: str) -> None:
        """The letter leaves the program; an address that was written here is kept."""
        if address and address not in self._known:
            contacts.edit(self._live.desk, self._contact_id, emails=(*self._known, address))
        first = self._owed is None and self._kind.currentData() in _FIRST_WORDS
        self._live.handed.emit(Handed(self._contact_id, self._name, self._owed.id if self._owed else "", first))
        self._live.told.emit(said)
        self.accept()
