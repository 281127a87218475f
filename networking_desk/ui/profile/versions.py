"""The versions of a text in a list: what each says, how long it took to say, and the way back to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from networking_desk.desk import VersionRow
from networking_desk.domain.profile import spoken_length
from networking_desk.ui import say
from networking_desk.ui.lines import Line
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import px

_USE = "Use again"


def taken(seconds: tuple[float, ...]) -> str:
    """The times that a text took, the latest last: `took 41, 33 seconds`."""
    return f"took {', '.join(str(round(s)) for s in seconds[-4:])} seconds" if seconds else "not rehearsed"


class VersionLine(Line):
    """A version: its first words, its length, its day. `local` tells a moment as it reads on the wall here."""

    def __init__(self, local: Callable[[datetime], datetime], today: date) -> None:
        self._local = local
        self._today = today

    def height(self, row: VersionRow, width: int) -> int:
        return px(48)

    def _second(self, row: VersionRow) -> str:
        words, seconds = spoken_length(row.text)
        on = say.day(self._local(row.at).date(), self._today)
        return f"{on}, {say.count(words, 'word')}, about {say.count(seconds, 'second')}, {taken(row.took)}"

    def _action(self, rect: QRect) -> QRect:
        width = paint.chip_width(_USE)
        return QRect(rect.right() - width - px(8), rect.center().y() - px(14), width, px(28))

    def paint(self, painter: QPainter, rect: QRect, row: VersionRow, *, selected: bool, hovered: bool) -> None:
        paint.row_ground(painter, rect.adjusted(-8, 0, 8, 0), selected=selected, hovered=hovered, first=True, last=True)
        right = self._action(rect)
        room = right.left() - rect.left() - px(16)
        paint.words(painter, QRect(rect.left() + px(6), rect.top() + px(4), room, px(20)), row.text, 14, 500)
        paint.words(painter, QRect(rect.left() + px(6), rect.top() + px(24), room, px(18)), self._second(row), 12, 400, "text2")
        if row.in_use:
            paint.chip(painter, right.right() - paint.chip_width("In use"), rect.center().y(), "In use", "accent")
        else:
            paint.words(painter, right, _USE, 13, 600, "accent_text")

    def sentence(self, row: VersionRow) -> str:
        return f"{'In use: ' if row.in_use else ''}{row.text[:200]}. {self._second(row)}"

    def areas(self, rect: QRect, row: VersionRow) -> list[tuple[str, QRect]]:
        return [] if row.in_use else [("use", self._action(rect))]

    def menu(self, row: VersionRow) -> list[tuple[str, str]]:
        return [] if row.in_use else [("use", _USE)]
