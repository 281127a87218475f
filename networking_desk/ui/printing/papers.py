"""The papers there are: each by its kind, laid out on pages, with the name its file would have."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QLocale

from networking_desk.desk import Desk
from networking_desk.domain.paper import RECORD_DAYS, PageSize, PaperKind, page_size
from networking_desk.ui.printing import list_paper, record_paper, sheet_paper, week_paper
from networking_desk.ui.printing.flow import Pages
from networking_desk.verbs import paper


@dataclass(frozen=True)
class Wish:
    """A paper that is wanted: its kind, the meeting and the contact it is about, the days it covers (`last` alone says which week).

    `by_sectors` is for the target list: in sectors, in one list, or None for what reads better.
    """

    kind: PaperKind
    meeting_id: str = ""
    contact_id: str = ""
    first: date | None = None
    last: date | None = None
    by_sectors: bool | None = None

    def days(self, today: date) -> tuple[date, date]:
        """The first and the last day of a record; the last four weeks where nothing is said."""
        last = self.last or today
        return self.first or last - timedelta(days=RECORD_DAYS - 1), last


def size_for(desk: Desk) -> PageSize:
    """The size of paper that was chosen, or that is usual where this computer is."""
    return page_size(desk.settings.paper, QLocale.territoryToCode(QLocale.system().territory()))


def lay_out(desk: Desk, wish: Wish, size: PageSize) -> Pages:
    """The pages of a paper. Raises DeskError when there is nothing to make it from."""
    today = desk.clock.today()
    if wish.kind is PaperKind.LIST:
        return list_paper.lay_out(paper.target_list(desk, wish.contact_id, wish.meeting_id), size, by_sectors=wish.by_sectors)
    if wish.kind is PaperKind.SHEET:
        return sheet_paper.lay_out(paper.sheet(desk, wish.meeting_id), size, desk.clock)
    if wish.kind is PaperKind.WEEK:
        return week_paper.lay_out(paper.week(desk, wish.last or today), size, desk.clock)
    return record_paper.lay_out(paper.work_search(desk, *wish.days(today)), size)


def file_name(desk: Desk, wish: Wish) -> str:
    """What the paper's file is called unless somebody chooses another name: it tells apart lists for different people."""
    person = desk.lists.contacts.person(wish.contact_id) if wish.contact_id else None
    words = {PaperKind.LIST: "Target list", PaperKind.SHEET: "Meeting sheet", PaperKind.WEEK: "Week", PaperKind.LOG: "Work-search record"}[wish.kind]
    whose = f" for {person.full_name}" if person and wish.kind in (PaperKind.LIST, PaperKind.SHEET) else ""
    return re.sub(r"[^\w .,()-]+", "", f"{words}{whose}", flags=re.UNICODE)[:80].strip(" .") + ".pdf"
