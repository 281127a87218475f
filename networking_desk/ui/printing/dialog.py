"""The print dialog: which paper, for whom and for which days, how it will look; then to a printer or into a PDF."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.domain.errors import DeskError
from networking_desk.domain.paper import PageSize, PaperKind, parse_day, week_of
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, Segmented
from networking_desk.ui.look.cards import column, row
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.fields import Choice, Line
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.printing import output, papers
from networking_desk.ui.printing.flow import Pages
from networking_desk.ui.printing.pages_view import PagesView
from networking_desk.ui.printing.papers import Wish
from networking_desk.verbs import exchange, meeting, paper, profile

_NAMES = {PaperKind.LIST: "Target list", PaperKind.SHEET: "Meeting sheet", PaperKind.WEEK: "Week", PaperKind.LOG: "Work-search record"}
_SIZES = {PageSize.A4: "A4", PageSize.LETTER: "Letter"}
_ORDERS = {"": "As it reads best", "sectors": "By sector", "one": "One list"}
_EARLIEST, _LATEST = 1900, 2999  # the years that a record can be of
_PRIVATE = "Name, sector and place only. Notes, priorities and confidential companies are never printed."


class PrintDialog(Dialog):
    """Shows a paper before it is printed. `told` gets the sentence that says what was done."""

    def __init__(self, parent: QWidget, live: Live, wish: Wish, told: Callable[[str], object]) -> None:
        super().__init__(parent, "Print", 640)
        self._live = live
        self._desk = live.desk
        self._wish = wish
        self._told = told
        self._size = papers.size_for(self._desk)
        self._pages: Pages | None = None
        self.resize(min(px(900), parent.width() - 40), min(px(680), parent.height() - 40))
        self._view = PagesView()
        side = QWidget()
        side.setFixedWidth(px(232))
        side.setLayout(self._make_side())
        middle = QHBoxLayout()
        middle.setSpacing(px(20))
        middle.addWidget(side)
        middle.addWidget(self._view, 1)
        self.body.addWidget(Words("Print", 18, 600))
        self.body.addLayout(middle, 1)
        self._count = Words("", 13, token="text2")
        close, self._save_button, self._print_button = Button("Close"), Button("Save as PDF…", icon_name="download"), Button("Print…", "primary", "printer")
        self.body.addLayout(row(self._count, None, close, self._save_button, self._print_button))
        close.clicked.connect(self.reject)
        self._save_button.clicked.connect(self._save)
        self._print_button.clicked.connect(self._print)
        self._show()
        self._kind.setFocus()

    def _make_side(self) -> QVBoxLayout:
        view = self._live.view
        self._kind = Choice("Paper", [(kind, name) for kind, name in _NAMES.items() if kind is not PaperKind.SHEET or view or self._wish.meeting_id])
        self._kind.show_key(self._wish.kind)
        self._kind.picked.connect(lambda kind: self._want(kind=PaperKind(kind)))
        self._sizes = Segmented([(size, name) for size, name in _SIZES.items()], "Size of the paper")
        self._sizes.choose(self._size)
        self._sizes.chosen.connect(self._resize_paper)
        self._whom = Choice("For", self._people())
        self._whom.show_key(self._wish.contact_id)
        self._whom.picked.connect(self._for)
        self._order = Choice("Order", list(_ORDERS.items()))
        self._order.picked.connect(lambda key: self._want(by_sectors={"sectors": True, "one": False}.get(key)))
        self._of_list = self._part(Words("For", 13, token="text2"), self._whom, Words("Order", 13, token="text2"), self._order)
        earlier, later = Button("Week before", "small"), Button("Week after", "small")
        earlier.clicked.connect(lambda: self._move_week(-7))
        later.clicked.connect(lambda: self._move_week(7))
        self._of_week = self._part(earlier, later)
        first, last = self._wish.days(self._desk.clock.today())
        self._first, self._last = Line("From", first.isoformat()), Line("To", last.isoformat())
        for line in (self._first, self._last):
            line.settled.connect(lambda _: self._show())
        self._of_log = self._part(Words("From", 13, token="text2"), self._first, Words("To", 13, token="text2"), self._last)
        self._hint = Words("", 13, token="text2", wrap=True)
        self._error = Words("", 13, 500, "red_text", wrap=True)
        return column(
            Words("Paper", 13, token="text2"), self._kind, 6, self._sizes, 6, self._of_list, self._of_week, self._of_log, 6, self._hint, self._error, None,
            spacing=6,
        )  # fmt: skip

    def _part(self, *widgets: QWidget) -> QWidget:
        part = QWidget()
        part.setLayout(column(*widgets, spacing=6))
        return part

    def _people(self) -> list[tuple[str, str]]:
        """For whom the list can be: nobody in particular, whom the meeting is with, the contact that is selected, whoever it was asked for."""
        view = self._live.view
        ids = dict.fromkeys(filter(None, (self._wish.contact_id, view.person.id if view else "", self._live.contact_id)))
        people = [person for person in map(self._desk.lists.contacts.person, ids) if person]
        return [("", "Nobody in particular"), *((person.id, person.full_name) for person in people)]

    def _want(self, **changes: object) -> None:
        self._wish = dataclasses.replace(self._wish, **changes)  # type: ignore[arg-type]
        self._show()

    def _for(self, contact_id: str) -> None:
        view = self._live.view
        self._want(contact_id=contact_id, meeting_id=view.meeting.id if view and view.person.id == contact_id else "")

    def _resize_paper(self, key: str) -> None:
        self._size = PageSize(key)
        profile.set_option(self._desk, undoable=False, paper=key)
        self._show()

    def _move_week(self, days: int) -> None:
        self._want(last=(self._wish.last or self._desk.clock.today()) + timedelta(days=days))

    def _days(self) -> list[date]:
        """The days that are written for a record. Raises DeskError for what is no day, or none that a search was on."""
        days = [parse_day(line.text()) for line in (self._first, self._last)]
        if not all(_EARLIEST <= day.year <= _LATEST for day in days):
            raise DeskError(f"Write a year from {_EARLIEST} to {_LATEST}.")
        return days

    def _show(self) -> None:
        """Lay the paper out anew and show it; where that cannot be, nothing is shown and nothing goes out, least of all the paper before."""
        kind = self._wish.kind
        self._of_list.setVisible(kind is PaperKind.LIST)
        self._of_week.setVisible(kind is PaperKind.WEEK)
        self._of_log.setVisible(kind is PaperKind.LOG)
        try:
            if kind is PaperKind.LOG:
                first, last = self._days()
                self._wish = dataclasses.replace(self._wish, first=first, last=last)
            self._pages = papers.lay_out(self._desk, self._about(), self._size)
        except DeskError as error:
            self._pages = None
            self._fail(error)
        else:
            self._error.hide()
        for button in (self._save_button, self._print_button):
            button.setEnabled(self._pages is not None)
        self._hint.say(self._explain() if self._pages else "")
        self._count.say(say.count(len(self._pages), "page") if self._pages else "")
        self._view.show_pages(self._pages)

    def _about(self) -> Wish:
        """What is wanted; a sheet needs a meeting and takes the current one, and only a record has a first day."""
        view = self._live.view
        if self._wish.kind is PaperKind.SHEET and view and not self._wish.meeting_id:
            return dataclasses.replace(self._wish, meeting_id=view.meeting.id, contact_id=view.person.id)
        return self._wish

    def _explain(self) -> str:
        if self._wish.kind is PaperKind.WEEK:
            monday, sunday = week_of(self._wish.last or self._desk.clock.today())
            return f"{say.short_day(monday)} to {say.short_day(sunday)}, with what is still open from before."
        if self._wish.kind is PaperKind.LOG:
            return "What you did on these days and what came of it. Your notes are never printed."
        if self._wish.kind is PaperKind.SHEET:
            return "What you will say, boxes in the order of the wrap-up, and the list for them. Keep it to yourself."
        made = paper.target_list(self._desk, self._wish.contact_id, self._wish.meeting_id)
        left_out = self._desk.lists.companies.counts()["all"] - len(made.companies)
        said = f" {say.count(left_out, 'company is', 'companies are')} left out: confidential, hidden from them, or where they work." if left_out else ""
        return _PRIVATE + said

    def _fail(self, error: DeskError) -> None:
        self._error.say(str(error))
        self._error.show()

    def _save(self) -> None:
        assert self._pages
        wanted = str(Path.home() / papers.file_name(self._desk, self._about()))
        chosen, _ = QFileDialog.getSaveFileName(self, "Save as PDF", wanted, "PDF (*.pdf)")
        if not chosen:
            return
        out = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".pdf")
        try:
            exchange.write_file(out, output.to_pdf(self._pages))
        except DeskError as error:
            self._fail(error)
            return
        self._done(f"{out.name} written")

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        assert self._pages
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(output.page_layout(self._size))
        printer.setDocName(self._pages.title)
        asking = QPrintDialog(printer, self)
        asking.setMinMax(1, len(self._pages))
        chosen = asking.exec() == QDialog.DialogCode.Accepted
        asking.deleteLater()
        if not chosen:
            return
        try:
            output.to_printer(printer, self._pages)
        except DeskError as error:
            self._fail(error)
            return
        self._done("Sent to the printer")

    def _done(self, sentence: str) -> None:
        """Say what was done; a list on paper makes its meeting readier."""
        about = self._about()
        if about.kind in (PaperKind.LIST, PaperKind.SHEET) and about.meeting_id:
            meeting.is_ready(self._desk, about.meeting_id, "list")
        self._told(sentence)
        self.accept()
