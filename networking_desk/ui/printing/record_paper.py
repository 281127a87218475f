"""The work-search record for a job office: date, person and company, what was done, result."""

from __future__ import annotations

from datetime import date

from networking_desk.domain.paper import PageSize
from networking_desk.domain.work_search import counted
from networking_desk.ui import say
from networking_desk.ui.printing.flow import Pages, Section
from networking_desk.ui.printing.parts import Bit, Part, Row, Space, page_title
from networking_desk.verbs.paper import RecordPaper

TITLE = "Work-search record"
_SHARES = (18, 19, 20, 23, 20)
_COLUMNS = ("Date", "Person", "Company", "What was done", "Result")


def lay_out(paper: RecordPaper, size: PageSize) -> Pages:
    """The record on pages of a size."""
    range_ = f"{_day(paper.first)} to {_day(paper.last)}"
    head = Row(_SHARES, [[Bit(name, 10, 600)] for name in _COLUMNS], frame=True, stays=True)
    rows: list[Part] = [
        Row(_SHARES, [[Bit(text, 10, most=3)] for text in (_day(one.on), one.full_name, one.company, one.what(), one.result())], frame=True, head=head)
        for one in paper.activities
    ]
    counts = counted(list(paper.activities)) or "Nothing is written down for these days."
    title = page_title(TITLE, [range_, counts], [paper.full_name] if paper.full_name else [])
    return Pages(f"{TITLE}, {range_}", size, [Section([title, Space(10)]), Section([head, *rows] if rows else [])])


def _day(on: date) -> str:
    return f"{say.short_day(on)} {on.year}"
