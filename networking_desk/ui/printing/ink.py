"""Black ink on white paper: fonts in points, words cut or broken to a width, lines and boxes; names are letters and never anything else.

All lengths of paper are in tenths of a point (720 to an inch), so that what is measured once holds for screen, printer and PDF alike.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

from networking_desk import paths
from networking_desk.ui.look.text import clean_for_display

PT = 10.0  # of our lengths to a point
LEADING = 1.27
# What these do to letters makes other programs misread them: they find "12%30" where "12:30" is drawn.
_FEATURES_OFF = ("calt", "liga", "clig", "dlig", "case")


@cache
def _family() -> str:
    """The Inter that comes with the program, on every system: what fits a page fits it everywhere."""
    for weight in ("Regular", "Medium", "SemiBold"):
        QFontDatabase.addApplicationFont(str(paths.resource_root() / "fonts" / f"Inter-{weight}.ttf"))
    return "Inter"


@cache
def face(points: float, weight: int = 400) -> QFont:
    """The font of paper at a size in points."""
    made = QFont(_family())
    made.setPixelSize(round(points * PT))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _FEATURES_OFF:
        made.setFeature(QFont.Tag(feature), 0)
    return made


@cache
def _metrics(points: float, weight: int) -> QFontMetricsF:
    return QFontMetricsF(face(points, weight))


@lru_cache(4096)
def width_of(text: str, points: float, weight: int = 400) -> float:
    """How wide a line of words is."""
    return _metrics(points, weight).horizontalAdvance(clean_for_display(text))


@lru_cache(4096)
def cut(text: str, points: float, weight: int, width: float) -> str:
    """One line of words, with an ellipsis where it is too long for a width."""
    flat = " ".join(clean_for_display(text).split())
    return _metrics(points, weight).elidedText(flat, Qt.TextElideMode.ElideRight, width)


@lru_cache(4096)
def broken(text: str, points: float, weight: int, width: float, most: int = 99) -> tuple[str, ...]:
    """Words broken into lines of a width, at most so many; the last one is cut where there are more."""
    lines: list[str] = []
    for paragraph in clean_for_display(text).split("\n"):
        lines += _lines(" ".join(paragraph.split()), points, weight, width)
    if len(lines) > most:
        lines[most - 1 :] = [cut(" ".join(lines[most - 1 :]), points, weight, width)]
    return tuple(lines)


def _lines(text: str, points: float, weight: int, width: float) -> list[str]:
    layout = QTextLayout(text, face(points, weight))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, PT))
        # Qt counts in UTF-16, Python in characters.
        found.append((line.textStart(), line.textLength()))
    layout.endLayout()
    units = text.encode("utf-16-le", "surrogatepass")
    return [units[2 * start : 2 * (start + length)].decode("utf-16-le", "replace").strip() for start, length in found]


class Ink:
    """Draws with a painter whose units are ours, and remembers the words it drew for those who cannot see them."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self.words: list[str] = []
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def line_of(self, text: str, x: float, top: float, points: float, weight: int = 400, *, leading: float = LEADING) -> None:
        """One line of words whose box begins at `top` and is `leading` times its letters tall; what is too long was cut before."""
        if not text:
            return
        self._painter.setFont(face(points, weight))
        self._painter.setPen(Qt.GlobalColor.black)
        height = points * PT * leading
        metrics = _metrics(points, weight)
        baseline = top + (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        self._painter.drawText(QPointF(x, baseline), text)
        self.words.append(text)

    def rule(self, x: float, y: float, width: float, thick: float = 0.5) -> None:
        """A line across, so many points thick."""
        self._painter.setPen(QPen(Qt.GlobalColor.black, thick * PT))
        self._painter.drawLine(QPointF(x, y), QPointF(x + width, y))

    def box(self, x: float, y: float, width: float, height: float, thick: float = 0.5) -> None:
        """An empty box to write in or to tick."""
        self._painter.setPen(QPen(Qt.GlobalColor.black, thick * PT))
        self._painter.drawRect(QRectF(x, y, width, height))
