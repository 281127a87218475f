"""Pages from parts: parts run down columns and over pages, headings stay with what they head and are said again where it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from networking_desk.domain.paper import PageSize
from networking_desk.ui.printing.ink import PT, Ink, cut, width_of
from networking_desk.ui.printing.parts import Heading, Part, Space

SIZES = {PageSize.A4: (595 * PT, 842 * PT), PageSize.LETTER: (612 * PT, 792 * PT)}
_MARGIN = 36 * PT
_GUTTER = 20 * PT
_FOOT = 16 * PT  # where the page's number stands
_FOOT_POINTS = 10


@dataclass
class Section:
    """Parts that run down one column or more; `balanced` makes the columns equally long, `fresh` begins on a page of its own."""

    parts: Sequence[Part]
    columns: int = 1
    balanced: bool = False
    fresh: bool = False


class Placed(NamedTuple):
    """A part where it stands on a page."""

    part: Part
    x: float
    y: float
    width: float


class Pages:
    """A whole paper, laid out. `title` names it at the foot of each page and in the PDF."""

    def __init__(self, title: str, size: PageSize, sections: Sequence[Section]) -> None:
        self.title = title
        self.size = size
        self.width, self.height = SIZES[size]
        self._left, self._top = _MARGIN, _MARGIN
        self._inner = self.width - 2 * _MARGIN
        self._lay_out(sections, self.height - _MARGIN)
        if len(self.pages) > 1:  # a single page needs no number, so it has room for one line more
            self._lay_out(sections, self.height - _MARGIN - _FOOT)

    def __len__(self) -> int:
        return len(self.pages)

    def _lay_out(self, sections: Sequence[Section], bottom: float) -> None:
        self._bottom = bottom
        self.pages: list[list[Placed]] = [[]]
        self._y = self._top
        for section in sections:
            self._add(section)

    def _add(self, section: Section) -> None:
        if section.fresh and self._y > self._top:
            self._new_page()
        width = (self._inner - _GUTTER * (section.columns - 1)) / section.columns
        blocks = _blocks(section.parts)
        room = self._balanced(blocks, section.columns, width) if section.balanced else self._bottom - self._y
        column, y, lowest = 0, self._y, self._y
        floor = self._y + room
        for block in blocks:
            tall = sum(part.height(width) for part in block)
            if y + tall > floor and y > self._y:
                column, y = column + 1, self._y
                if column == section.columns:
                    self._new_page()
                    column, y, lowest, floor = 0, self._top, self._top, self._bottom
                block = _begun_anew(block)
            for part in block:
                self.pages[-1].append(Placed(part, self._left + column * (width + _GUTTER), y, width))
                y += part.height(width)
            lowest = max(lowest, y)
        self._y = lowest

    def _balanced(self, blocks: Sequence[list[Part]], columns: int, width: float) -> float:
        """The least height at which the blocks fit the columns; all that is left of the page where they do not."""
        low, high = 0.0, self._bottom - self._y
        if not _fits(blocks, columns, width, high):
            return high
        while high - low > PT:
            middle = (low + high) / 2
            low, high = (low, middle) if _fits(blocks, columns, width, middle) else (middle, high)
        return high

    def _new_page(self) -> None:
        self.pages.append([])
        self._y = self._top

    def draw(self, ink: Ink, number: int) -> None:
        """Draw one page, counted from 0."""
        for placed in self.pages[number]:
            placed.part.draw(ink, placed.x, placed.y, placed.width)
        if len(self.pages) > 1:
            said = f"Page {number + 1} of {len(self.pages)}"
            wide = width_of(said, _FOOT_POINTS)
            top = self.height - _MARGIN - _FOOT + 3 * PT
            ink.line_of(cut(self.title, _FOOT_POINTS, 400, self._inner - wide - 12 * PT), self._left, top, _FOOT_POINTS)
            ink.line_of(said, self._left + self._inner - wide, top, _FOOT_POINTS)


def _blocks(parts: Sequence[Part]) -> list[list[Part]]:
    """Parts that stand or move together: whatever stays, with the first that does not."""
    blocks: list[list[Part]] = [[]]
    for part in parts:
        blocks[-1].append(part)
        if not part.stays:
            blocks.append([])
    return [block for block in blocks if block]


def _begun_anew(block: list[Part]) -> list[Part]:
    """A block at the top of a page or a column: no space above it, and its head again if it is not there itself."""
    while block and isinstance(block[0], Space):
        block = block[1:]
    head = block[0].head if block else None
    return [head.again if isinstance(head, Heading) else head, *block] if head else block


def _fits(blocks: Sequence[list[Part]], columns: int, width: float, room: float) -> bool:
    column, y = 0, 0.0
    for block in blocks:
        tall = sum(part.height(width) for part in block)
        if y + tall > room and y > 0:
            column, y = column + 1, 0.0
            tall = sum(part.height(width) for part in _begun_anew(block))
        y += tall
        if column >= columns or y > room:
            return False
    return True
