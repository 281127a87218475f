"""The week on paper: its meetings and follow-ups day by day, each with a box to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from networking_desk.clock import Clock
from networking_desk.desk import FollowUpRow, MeetingOn
from networking_desk.domain.paper import PageSize
from networking_desk.ui import say
from networking_desk.ui.printing.flow import Pages, Section
from networking_desk.ui.printing.parts import Bit, Blank, Heading, Part, Row, Space, page_title
from networking_desk.verbs.paper import Day

_SHARES = (14, 50, 36)


def lay_out(days: Sequence[Day], size: PageSize, clock: Clock) -> Pages:
    """The week on pages of a size."""
    dated = [day.on for day in days if day.on]
    title = f"Week of {say.short_day(dated[0])} {dated[0].year}"
    talks, owed = sum(len(day.meetings) for day in days), sum(len(day.owed) for day in days)
    counts = f"{say.count(talks, 'networking meeting')}, {say.count(owed, 'follow-up')}"
    return Pages(title, size, [Section([page_title(title, [counts], []), Space(6)]), Section([part for day in days for part in _day(day, clock)])])


def _day(day: Day, clock: Clock) -> Iterator[Part]:
    head = Heading(say.long_day(day.on) if day.on else "Open from before", 12)
    yield Space(9)
    yield head
    for talk in day.meetings:
        yield _meeting(talk, clock, head)
    for owed in day.owed:
        yield _follow_up(owed, head)
    if day.on:
        yield Blank(20)


def _meeting(talk: MeetingOn, clock: Clock, head: Heading) -> Row:
    with_whom = Bit(f"Networking meeting with {talk.full_name}", 10.5, 600, tick=True, most=3)
    length = ", ".join(filter(None, (say.count(talk.minutes, "minute"), talk.channel, "held" if talk.state == "held" else "")))
    more = [Bit(text, 10, most=2) for text in (say.at_company(talk.title, talk.company), length) if text]
    return Row(_SHARES, ([Bit(say.time(clock.local(talk.at)), 10.5, 600)], [with_whom], more), head=head)


def _follow_up(owed: FollowUpRow, head: Heading) -> Row:
    what = Bit(say.follow_up(owed.kind, owed.full_name, owed.about), 10.5, tick=True, most=3)
    return Row(_SHARES, ([], [what], [Bit(owed.reason, 10, most=3)]), head=head)
