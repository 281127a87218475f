"""The meeting sheet: what to say on the first page, boxes in the order of the wrap-up on the second, the list after them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from networking_desk.clock import Clock
from networking_desk.domain.agenda import Stage
from networking_desk.domain.checklist import ChecklistItem
from networking_desk.domain.paper import PageSize
from networking_desk.ui import say
from networking_desk.ui.meeting.wrap_rows import AGREED
from networking_desk.ui.printing import list_paper
from networking_desk.ui.printing.flow import Pages, Section
from networking_desk.ui.printing.parts import Bit, Blank, Cell, Heading, Part, Row, Space, page_title
from networking_desk.verbs.paper import SheetPaper

# How many rows there are to write in for each kind of thing that is heard, in the order of the wrap-up.
_ROWS = {"referral": 6, "company": 3, "lead": 2, "note": 3, "promise": 4}
_SHARES = (40, 30, 30)  # what you heard, use the name?, next step: as the wrap-up has them
# What the wrap-up asks about each kind, in its words.
_SETTLED = {"referral": [text for text, _, _ in AGREED.values()], "lead": ["Hidden", "Posted"], "promise": ["Mine", "Theirs"]}


def lay_out(paper: SheetPaper, size: PageSize, clock: Clock) -> Pages:
    """The sheet on pages of a size."""
    view = paper.view
    title = f"Networking meeting with {view.person.full_name}"
    at = view.meeting.started_at or view.meeting.planned_at
    over_list = Section([Heading(list_paper.TITLE, 13), Space(4)], fresh=True)
    return Pages(
        title,
        size,
        [
            Section([page_title(title, _who(paper), _when(clock.local(at) if at else None, view.meeting.planned_minutes)), Space(10)]),
            Section(list(_agenda(view.stages, view.checklist))),
            Section([Space(7), *_texts(paper)]),
            Section(list(_heard(view.person.full_name.split(" ", maxsplit=1)[0])), fresh=True),
            over_list,
            list_paper.fitted(paper.list.companies, size, over_list),
        ],
    )


def _who(paper: SheetPaper) -> list[str]:
    view = paper.view
    lines = (say.at_company(view.person.title, view.person.company), f"Referred by {view.referred_by}" if view.referred_by else "", ", ".join(view.phones[:2]))
    return [line for line in lines if line]


def _when(at: datetime | None, minutes: int) -> list[str]:
    length = say.count(minutes, "minute")
    return [say.long_day(at.date()), f"{say.time(at)}, {length}"] if at else [length]


def _agenda(stages: tuple[Stage, ...], checklist: tuple[ChecklistItem, ...]) -> Iterator[Part]:
    shares = (8, 46, 46)
    head = Row(shares, ([Bit("Min.", 10, 600)], [Bit("Agenda", 10, 600)], [Bit("Checklist", 10, 600)]), stays=True)
    yield head
    for stage in stages:
        name = f"{stage.position + 1}. {stage.name}" + (" (protected)" if stage.protected else "")
        said = [Bit(name, 10.5, 600), *(Bit(text, 10) for text in (stage.hint, stage.prompt) if text)]
        ticks = [Bit(item.text, 10, tick=True) for item in checklist if item.stage_id == stage.id]
        yield Row(shares, ([Bit(str(stage.planned_minutes), 10.5, 600)], said, ticks), frame=True, head=head)


def _texts(paper: SheetPaper) -> Iterator[Part]:
    meeting, profile = paper.view.meeting, paper.view.profile
    yield Row((1, 1), (_told("Your pitch", profile.skills), _told("Your ideal position", profile.ideal_position)))
    yield Space(4)
    yield Row((1, 1), (_told("What you will ask for", meeting.ask), _told("What you can offer", meeting.offer)), least=44)
    yield Space(2)
    head = Heading("Questions")
    yield head
    for number, question in enumerate((*meeting.questions, *[""] * max(0, 3 - len(meeting.questions))), 1):
        yield Row((1,), ([Bit(f"{number}. {question}", 10.5, most=3)],), stays=True)
        yield Blank(16, head=head)


def _told(title: str, text: str) -> Cell:
    return [Bit(title, 10.5, 600), Bit(text, 10, most=14)]


def _heard(first: str) -> Iterator[Part]:
    head = Row(_SHARES, ([Bit("What you heard", 10, 600)], [Bit(f"Use {first}’s name?", 10, 600)], [Bit("Next step, and when", 10, 600)]), stays=True)
    yield head
    for kind, rows in _ROWS.items():
        ticks = [Bit(text, 10, tick=True) for text in _SETTLED.get(kind, ())]
        cells = [[Bit(say.KINDS[kind][2], 10)], ticks[::2], ticks[1::2], []]
        yield from [Row((40, 15, 15, 30) if ticks else (40, 0, 30, 30), cells, frame=True, least=36 if len(ticks) > 2 else 25, head=head)] * rows
    yield Row(_SHARES, ([Bit("The meeting itself", 10)], [], [Bit("Call to thank them again", 10)]), frame=True, least=25, head=head)
    yield Space(6)
    yield Row((1,), ([Bit("What did you learn?", 10, 600)],), frame=True, least=84)
