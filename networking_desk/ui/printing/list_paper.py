"""The target list to hand over: companies by sector or one after the other, a line to write on after each, five for those that are missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from networking_desk.desk import SharedRow
from networking_desk.domain.paper import PageSize
from networking_desk.domain.profile import Profile
from networking_desk.domain.target_list import by_sector, sectors_help
from networking_desk.ui import say
from networking_desk.ui.printing.flow import Pages, Section
from networking_desk.ui.printing.parts import Blank, Heading, Part, Space, WriteOn, page_title
from networking_desk.verbs.paper import TargetListPaper

# The words of the screen that shows the list to others.
TITLE = "Companies I would like to reach"
MISSING = "Which companies are missing?"
_BLANK = 5


class _Setting(NamedTuple):
    """How roomy a list is set: columns, points from line to line, size of the letters, and whether a long company takes a second line."""

    columns: int
    pitch: float
    points: float
    tall: bool = True


# The roomiest that fits one page is taken; nothing is ever smaller than 10 points.
_SETTINGS = (
    _Setting(1, 30, 11), _Setting(1, 25, 11), _Setting(2, 30, 11), _Setting(2, 26, 11), _Setting(2, 23, 11), _Setting(2, 20, 11), _Setting(2, 18, 10),
    _Setting(2, 16, 10), _Setting(2, 18, 10, tall=False), _Setting(2, 16, 10, tall=False),
)  # fmt: skip
_LONG = _Setting(2, 22, 11)  # for what needs more pages anyway
_FIRST = 18  # points down to the first company under a sector, whose name leaves room to write


def lay_out(paper: TargetListPaper, size: PageSize, *, by_sectors: bool | None = None) -> Pages:
    """The list on pages of a size. `by_sectors` asks for sectors or for one list; None takes what reads better."""
    head = Section([_head(paper.profile), Space(10)])
    return Pages(TITLE, size, [head, fitted(paper.companies, size, head, by_sectors=by_sectors)])


def fitted(companies: Sequence[SharedRow], size: PageSize, head: Section, *, by_sectors: bool | None = None) -> Section:
    """The companies and the blank lines under a head, as roomy as one page allows, or on several."""
    made = (_section(companies, setting, by_sectors=by_sectors) for setting in _SETTINGS)
    return next((one for one in made if len(Pages(TITLE, size, [head, one])) == 1), _section(companies, _LONG, by_sectors=by_sectors))


def _head(profile: Profile) -> Part:
    position = " ".join(profile.ideal_position.split())[:240]
    return page_title(TITLE, [position] if position else [], [one for one in (profile.full_name, profile.phone, profile.email) if one])


def _section(companies: Sequence[SharedRow], setting: _Setting, *, by_sectors: bool | None) -> Section:
    grouped = sectors_help(companies) if by_sectors is None else by_sectors
    parts = list(_sectors(companies, setting) if grouped else _plain(companies, setting))
    missing = Heading(MISSING, setting.points)
    blanks = [Blank(max(18, setting.pitch - 2), stays=number < _BLANK - 1) for number in range(_BLANK)]
    return Section([*parts, Space(setting.pitch / 2), missing, *blanks], setting.columns, balanced=setting.columns > 1)


def _sectors(companies: Sequence[SharedRow], setting: _Setting) -> Iterator[Part]:
    for number, (sector, rows) in enumerate(by_sector(companies)):
        head = Heading(sector, setting.points)
        yield from ([Space(setting.pitch / 2 - 5)] if number else [])
        yield head
        for place, row in enumerate(rows):
            pitch = setting.pitch if place else min(_FIRST, setting.pitch)
            yield WriteOn(row.name, row.place, pitch, setting.points, tall=setting.tall, head=head)


def _plain(companies: Sequence[SharedRow], setting: _Setting) -> Iterator[Part]:
    for row in companies:
        yield WriteOn(row.name, say.at_company(row.industry, row.place), setting.pitch, setting.points, tall=setting.tall)
