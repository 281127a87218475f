"""Adding companies one after the other: Enter adds and leaves the line ready for the next; industry, place and size may stay."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout

from networking_desk.desk import CompanyRow
from networking_desk.domain import prompts
from networking_desk.domain.errors import DeskError
from networking_desk.ui import say
from networking_desk.ui.companies.build_page import BuildPage, Prompts
from networking_desk.ui.lines import Line as PaintedLine
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import column, row
from networking_desk.ui.look.fields import Line
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import target_list

_SHOWN = 200


class AddedLine(PaintedLine):
    """A company that was added just now."""

    def height(self, row: CompanyRow, width: int) -> int:
        return px(34)

    def paint(self, painter: QPainter, rect: QRect, row: CompanyRow, *, selected: bool, hovered: bool) -> None:
        paint.row_ground(painter, rect, selected=selected, hovered=hovered, first=False, last=False)
        wide = min(paint.width_of(row.name, 14, 600) + 2, rect.width() * 2 // 3)
        paint.words(painter, QRect(rect.left() + px(8), rect.top(), wide, rect.height()), row.name, 14, 600)
        paint.words(painter, rect.adjusted(px(18) + wide, 0, -px(8), 0), say.at_company(row.industry, row.place), 13, 400, "text2")

    def sentence(self, row: CompanyRow) -> str:
        return ", ".join(filter(None, (row.name, row.industry, row.place)))

    def menu(self, row: CompanyRow) -> list[tuple[str, str]]:
        return [("take_off", "Take off the list  Del")]


class AddPage(BuildPage):
    """The line, the question above it, what was added below it."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._ids: list[str] = []
        self.prompts = Prompts(prompts.COMPANIES)
        self.line = Line("Company", "", "Kestrel Robotics, Robotics, Eindhoven")
        self.line.returnPressed.connect(self._add)
        add = Button("Add", "soft", "plus")
        add.clicked.connect(self._add)
        self._error = Words("", 13, 500, "red_text", wrap=True)
        self._error.hide()
        self.line.textEdited.connect(lambda _: self._error.hide())
        self._stays = {name: Line(f"{name.capitalize()} of what you add", "", example) for name, example in _EXAMPLES.items()}
        self._spread = Words("", 13, token="text2", wrap=True)
        self._added = Lines("Added now", AddedLine())
        self._added.on_key(Qt.Key.Key_Delete, "take_off")
        self._added.acted.connect(lambda _, company_id: self._take_off(company_id))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(10))
        page.addWidget(self.prompts)
        page.addLayout(row(self.line, add))
        page.addWidget(self._error)
        page.addWidget(Words("Enter adds it. Enter on an empty line asks the next question.", 13, token="text2"))
        page.addLayout(row(*(column(Words(name.capitalize(), 13, token="text2"), line, spacing=4) for name, line in self._stays.items()), spacing=12))
        page.addWidget(self._spread)
        page.addWidget(Words("Added now", 14, 600))
        page.addWidget(self._added, 1)

    def focus_first(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_now(self) -> None:
        """Read again what was added, and where the list has its companies."""
        lists = self._live.desk.lists.companies
        rows = {one.id: one for one in lists.rows([n for n in map(lists.number, self._ids[:_SHOWN]) if n is not None])}
        targets = {company_id for company_id, _, _ in lists.targets()}
        self._added.show_rows([rows[i] for i in self._ids[:_SHOWN] if i in rows and i in targets])
        told = [f"By {name}: " + ", ".join(f"{what} {n}" for what, n in most[:6]) for name, most in lists.spread().items() if most]
        self._spread.say("\n".join(told))
        self._spread.setVisible(bool(told))

    def _add(self) -> None:
        if not self.line.text().strip():
            self.prompts.next()
            return
        desk = self._live.desk
        before = desk.lists.companies.counts()["all"]
        try:
            added = target_list.add_spoken(desk, self.line.text(), **{name: line.text() for name, line in self._stays.items()})
        except DeskError as error:
            self._error.say(str(error))
            self._error.show()
            return
        self._ids = [added, *(i for i in self._ids if i != added)]
        self.line.setText("")  # not clear(): Ctrl+Z is for what was added now, no longer for the words
        self.line.setFocus()
        detail = desk.lists.companies.detail(added)
        name = detail.company.name if detail else ""
        self.said.emit(f"{name} added" if desk.lists.companies.counts()["all"] > before else f"{name} is on your list already")
        self.show_now()

    def _take_off(self, company_id: str) -> None:
        self.said.emit(target_list.take_off(self._live.desk, company_id))


_EXAMPLES = {"industry": "Logistics", "place": "Rotterdam", "size": "50 to 250 people"}
