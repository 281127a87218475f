"""What papers are made of: rows of cells, companies with a line to write on, blank lines; each knows its height at a width and draws itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from networking_desk.ui.printing.ink import LEADING, PT, Ink, broken, cut, width_of

_TICK = 9 * PT  # the side of a box to tick
_PADDING = 5 * PT
_TIGHT = 1.15  # from line to line where two belong to one company, in sizes of the letters


class Part:
    """A piece of a column of paper.

    `stays` keeps it on the page of what follows, `head` is what is said again above it where it begins a page or a column.
    """

    stays = False
    head: Part | None = None

    def height(self, width: float) -> float:
        """How tall it is at a width."""
        raise NotImplementedError

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        raise NotImplementedError


@dataclass(frozen=True)
class Bit:
    """Words in a cell, in points and a weight, perhaps after a box to tick; at most so many lines of them."""

    text: str
    points: float = 10.5
    weight: int = 400
    tick: bool = False
    most: int = 6

    def lines(self, width: float) -> tuple[str, ...]:
        """The words as lines of a width."""
        return broken(self.text, self.points, self.weight, width - self.indent, self.most)

    @property
    def indent(self) -> float:
        """How far the words stand from the left edge."""
        return _TICK + 5 * PT if self.tick else 0.0

    @property
    def pitch(self) -> float:
        """From one line to the next."""
        return self.points * PT * LEADING


Cell = Sequence[Bit]


class Space(Part):
    """Nothing, so many points of it; it stays with what follows, and at the top of a page it is left out."""

    stays = True

    def __init__(self, points: float) -> None:
        self._height = points * PT

    def height(self, width: float) -> float:
        return self._height

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        pass


class Row(Part):
    """Cells side by side, each a share of the width. `frame` draws a box around each cell, `least` keeps room to write, in points."""

    def __init__(
        self, shares: Sequence[float], cells: Sequence[Cell], *, frame: bool = False, least: float = 0.0, head: Part | None = None, stays: bool = False
    ) -> None:
        self._shares = [share / sum(shares) for share in shares]
        self._cells = cells
        self._frame = frame
        self._least = least * PT
        self.head = head
        self.stays = stays

    def height(self, width: float) -> float:
        tallest = max(
            (sum(len(bit.lines(self._inside(share * width))) * bit.pitch for bit in cell) for share, cell in zip(self._shares, self._cells, strict=True)),
            default=0.0,
        )
        return max(self._least, tallest + (2 * _PADDING if self._frame else 1.5 * PT))

    def _inside(self, width: float) -> float:
        return width - (2 * _PADDING if self._frame else 6 * PT)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        height = self.height(width)
        inset = _PADDING if self._frame else 0.0
        for share, cell in zip(self._shares, self._cells, strict=True):
            if self._frame:
                ink.box(x, y, share * width, height)
            top = y + inset
            for bit in cell:
                if bit.tick:
                    ink.box(x + inset, top + (bit.pitch - _TICK) / 2, _TICK, _TICK, 0.7)
                for line in bit.lines(self._inside(share * width)):
                    ink.line_of(line, x + inset + bit.indent, top, bit.points, bit.weight)
                    top += bit.pitch
            x += share * width


class Heading(Part):
    """The name of what follows; where that goes on in another column or on another page, `again` says so."""

    stays = True

    def __init__(self, text: str, points: float = 10.5, *, again: bool = False) -> None:
        self._text = text
        self._points = points
        self.again: Heading = self if again else Heading(f"{text}, continued", points, again=True)

    def height(self, width: float) -> float:
        return self._points * PT * LEADING + 3 * PT

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        ink.line_of(cut(self._text, self._points, 600, width), x, y, self._points, 600)


class WriteOn(Part):
    """A company: its name and what it is, and a line to write on after them, which is never shorter than a third of the width.

    Where both do not fit before the line, what it is goes under the name if `tall` allows it, else it is cut, and the name last of all.
    """

    _GAP = 6 * PT

    def __init__(self, name: str, more: str, pitch: float, points: float, *, tall: bool, head: Part | None = None) -> None:
        self._name = name
        self._more = more
        self._pitch = pitch * PT
        self._points = points
        self._tall = tall
        self.head = head

    def _room(self, width: float) -> float:
        return width * 0.66

    def _two_lines(self, width: float) -> bool:
        together = width_of(self._name, self._points, 600) + self._GAP + width_of(self._more, self._points)
        return self._tall and bool(self._more) and together > self._room(width)

    @property
    def _line(self) -> float:
        return self._points * PT * _TIGHT

    def height(self, width: float) -> float:
        return max(self._pitch, 2 * self._line + (self._pitch - 15 * PT) / 2) if self._two_lines(width) else self._pitch

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        room = self._room(width)
        foot = y + self.height(width) - 3 * PT  # the rule, on which the words stand
        top = foot - self._line + 0.5 * PT
        name = cut(self._name, self._points, 600, room)
        wide = width_of(name, self._points, 600) + self._GAP
        if self._two_lines(width):
            ink.line_of(name, x, top - self._line, self._points, 600, leading=_TIGHT)
            more, at = cut(self._more, self._points, 400, room), x
        else:
            more, at = cut(self._more, self._points, 400, room - wide) if room - wide > 20 * PT else "", x + wide
            ink.line_of(name, x, top, self._points, 600, leading=_TIGHT)
        ink.line_of(more, at, top, self._points, leading=_TIGHT)
        end = max(x + wide, at + width_of(more, self._points) + self._GAP) if more else x + wide
        ink.rule(end, foot, x + width - end)


class Blank(Part):
    """A line to write on, so many points under the one before."""

    def __init__(self, pitch: float, *, stays: bool = False, head: Part | None = None) -> None:
        self._pitch = pitch * PT
        self.stays = stays
        self.head = head

    def height(self, width: float) -> float:
        return self._pitch

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        ink.rule(x, y + self._pitch - 3 * PT, width)


def page_title(title: str, lines: Sequence[str], corner: Sequence[str]) -> Row:
    """The head of a paper: its title with lines under it, and in the corner whose it is or when."""
    return Row(
        (7, 3),
        ([Bit(title, 16, 600, most=2), *(Bit(line, 10.5, most=2) for line in lines)], [Bit(line, 10.5, 600 if n == 0 else 400, most=2) for n, line in enumerate(corner)]),
    )  # fmt: skip
