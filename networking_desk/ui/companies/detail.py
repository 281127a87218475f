"""One company in full: where it stands, who is there, what was heard, who was asked; everything can be changed in place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from networking_desk.desk import CompanyDetail
from networking_desk.domain.companies import PRIORITIES, STATUSES
from networking_desk.domain.errors import DeskError
from networking_desk.ui import errors, links, say
from networking_desk.ui.companies.hidden import HiddenFrom
from networking_desk.ui.companies.joining import WhoDialog
from networking_desk.ui.companies.ties import CompanyTies
from networking_desk.ui.companies.wanted import Wanted
from networking_desk.ui.list_page import DetailPage
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, CheckRow, IconButton
from networking_desk.ui.look.cards import Avatar, EmptyState, Picture, Tile, clear, column, row
from networking_desk.ui.look.fields import Choice, Line
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import target_list

_PRIORITY_WORDS = {"A": "A, first choice", "B": "B, good choice", "C": "C, worth a look", "": "No priority"}
_FACTS = {"industry": ("briefcase", "Industry"), "place": ("map-pin", "Place"), "website": ("link", "Website"), "size": ("users", "Size")}


class CompanyDetailView(DetailPage):
    """The right side of the Target Companies tab."""

    def __init__(self, live: Live) -> None:
        super().__init__(
            "Company name",
            EmptyState(Picture("building-2", "text3", 28), "Choose a company", "Where it stands and who is there stands here.", narrow=True),
            Tile("building-2", "accent", 52),
        )
        self._live = live
        self._id = ""
        self._detail: CompanyDetail | None = None
        inside = QWidget()
        page = QVBoxLayout(inside)
        page.setContentsMargins(px(24), px(20), px(24), px(20))
        page.setSpacing(px(12))
        page.addLayout(self._make_head())
        page.addLayout(self._make_choices())
        self._wanted = Wanted(live)
        page.addWidget(self._wanted)
        self._ties = CompanyTies(live)
        page.addWidget(self._ties.heed)
        page.addLayout(self._make_facts())
        self._parts: dict[str, tuple[Words, QVBoxLayout]] = {}
        for key, title in (("people", "People there"), ("answers", "Shown to")):
            words, lines = Words(title, 14, 600), QVBoxLayout()
            lines.setSpacing(px(6))
            page.addLayout(row(words, None, *([self._who_button()] if key == "people" else [])))
            page.addLayout(lines)
            self._parts[key] = (words, lines)
            if key == "people":
                page.addWidget(self._ties)
        page.addLayout(
            row(Words("Notes", 14, 600), Picture("lock", "text2", 14), Words("Private, never shown to others", 12, token="text2", elide=True), spacing=6)
        )
        self.notes.setPlaceholderText("What you know about them")
        self.notes.settled.connect(lambda text: self._edit(notes=text))
        page.addWidget(self.notes)
        self._confidential = CheckRow("Confidential", "Never on a list that others see")
        self._confidential.clicked.connect(lambda on: self._edit(confidential=on))
        page.addWidget(self._confidential)
        self._hidden = HiddenFrom(live)
        page.addWidget(self._hidden)
        page.addStretch(1)
        self.frame(inside)

    def _who_button(self) -> Button:
        button = Button("Who do you know?", "link")
        button.clicked.connect(lambda: WhoDialog(self.window(), self._live, self._id).open())
        return button

    def _make_choices(self) -> QHBoxLayout:
        self._status = Choice("Status", [(s, s) for s in STATUSES])
        self._priority = Choice("Priority", [(p, _PRIORITY_WORDS[p]) for p in (*PRIORITIES, "")])
        self._status.picked.connect(self._say_status)
        self._priority.picked.connect(lambda key: self._edit(priority=key))
        two = self._choices = QHBoxLayout()
        two.setSpacing(px(6))
        two.addLayout(column(Words("Status", 13, token="text2"), self._status, spacing=4), 26)
        two.addLayout(column(Words("Priority", 13, token="text2"), self._priority, spacing=4), 25)
        return two

    def _make_facts(self) -> QVBoxLayout:
        self._facts: dict[str, Line] = {}
        facts = QVBoxLayout()
        facts.setSpacing(px(2))
        for field, (icon, name) in _FACTS.items():
            line = Line(name, bare=True)
            line.setStyleSheet(f"min-height: {px(26)}px;")
            line.settled.connect(lambda text, field=field: self._edit(**{field: text}))
            self._facts[field] = line
            side = QHBoxLayout()
            side.addWidget(Picture(icon, "text2", 16))
            side.addWidget(line, 1)
            facts.addLayout(side)
        return facts

    def _say_status(self, key: str) -> None:
        """Keep a status; less than what has happened there is not taken, and it says so."""
        self._edit(status="" if key == STATUSES[0] else key)
        self.show_id(self._id)
        if self._detail and self._detail.status != key:
            self._live.told.emit(f"{self._detail.company.name} is further than that: {self._detail.status}")

    def _make_head(self) -> QHBoxLayout:
        self.name.settled.connect(lambda text: self._edit(name=text))
        self._where = Words("", 14, token="text2", elide=True)
        self._menu_button = IconButton("ellipsis", "More about this company", kind="bare")
        self._menu_button.clicked.connect(self._menu)
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(self.name, self._where, spacing=2), 1)
        line.addWidget(self._menu_button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        below = self.width() < px(400)
        self._choices.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)

    def show_id(self, record_id: str) -> None:
        """Show one company, or none."""
        if record_id != self._id:
            self.keep()
        self._id = record_id
        self._detail = self._live.desk.lists.companies.detail(record_id) if record_id else None
        self.show_record(self._detail is not None)
        if self._detail is None:
            return
        company = self._detail.company
        self.name.show_text(company.name)
        by = f"Named by {self._detail.suggested_by}" if self._detail.suggested_by else ""
        self._where.say(by if company.target else "Not on your target list")
        self._where.setVisible(bool(by) or not company.target)
        self._status.show_key(self._detail.status)
        self._priority.show_key(company.priority)
        self._wanted.show_detail(self._detail)
        for field, line in self._facts.items():
            line.show_text(getattr(company, field))
        self.notes.show_text(company.notes)
        self._confidential.setChecked(company.confidential)
        self._hidden.show_detail(self._detail)
        self._show_people(self._detail)
        self._ties.show_id(company.id)
        self._show_rest(self._detail)

    def _show_people(self, detail: CompanyDetail) -> None:
        _, lines = self._parts["people"]
        clear(lines)
        for person in detail.people[:12]:
            button = Button(person.full_name, "row", name=f"Open {person.full_name}")
            button.clicked.connect(lambda _=False, one=person: self._live.asked_contact.emit(one.id))
            line = row(Avatar(person.full_name, 34), spacing=10)
            second = ", ".join(filter(None, (person.title, f"via {person.via}" if person.via else "")))
            line.addLayout(column(button, *([Words(second, 13, token="text2", elide=True)] if second else []), spacing=0), 1)
            lines.addLayout(line)
        more = len(detail.people) - 12
        if more > 0 or not detail.people:
            lines.addWidget(Words(f"and {more} more" if more > 0 else "Nobody you know yet. Ask in your next meeting.", 13, token="text2", wrap=True))

    def _show_rest(self, detail: CompanyDetail) -> None:
        title, lines = self._parts["answers"]
        clear(lines)
        title.setVisible(bool(detail.answers))
        clock, today = self._live.desk.clock, self._live.desk.clock.today()
        for shown in detail.answers[:8]:
            on = say.on(clock.local(shown.at).date(), today)
            lines.addWidget(Words(f"{shown.full_name}, {on}: {say.answer(shown.answer, shown.name_said)}", 13, token="text2", elide=True))

    def _edit(self, **fields: object) -> None:
        if not self._detail:
            return
        try:
            target_list.edit(self._live.desk, self._detail.company.id, **fields)
        except DeskError as error:
            errors.tell(error)
            self.show_id(self._id)

    def _menu(self) -> None:
        if not self._detail:
            return
        company, desk = self._detail.company, self._live.desk
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if company.website:
            site = company.website if "://" in company.website else f"https://{company.website}"
            menu.addAction("Open the website", lambda: self._open_site(site))
        if company.target:
            menu.addAction("Move up  Alt+Up", lambda: target_list.move(desk, company.id, up=True))
            menu.addAction("Move down  Alt+Down", lambda: target_list.move(desk, company.id, up=False))
            menu.addAction("Take off the list", lambda: self._live.said.emit(target_list.take_off(desk, company.id)))
        else:
            menu.addAction("Put on the target list", lambda: self._live.said.emit(target_list.put_on(desk, [company.id])))
        menu.addAction("Delete the company", lambda: self._live.gone(target_list.remove(desk, company.id)))
        menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))

    def _open_site(self, site: str) -> None:
        if not links.open_link(site):
            self._live.told.emit("This address cannot be opened")

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        self._status.setFocus(Qt.FocusReason.TabFocusReason)
