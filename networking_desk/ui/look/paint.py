"""Painters shared by widgets and tables: avatars, chips, tiles, rows, bars."""

from __future__ import annotations

import zlib

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.text import clean_for_display
from networking_desk.ui.look.theme import avatar_colors, color, font, px

# Tone -> ground, letters.
TONES = {
    "grey": ("press", "text2"),
    "accent": ("accent_soft", "accent_text"),
    "amber": ("amber_soft", "amber_text"),
    "dusk": ("dusk_soft", "dusk_text"),
    "blue": ("blue_soft", "blue_text"),
    "red": ("red_soft", "red_text"),
    "white": ("surface", "text2"),
    "solid": ("accent", "on_accent"),
    "plain": ("", "text2"),
}


def initials(full_name: str) -> str:
    """The first letters of the first and the last word of a name."""
    words = [w for w in full_name.split() if w[:1].isalnum()]
    return "".join(w[0] for w in (words if len(words) < 2 else (words[0], words[-1]))).upper()


def avatar(painter: QPainter, rect: QRect, full_name: str) -> None:
    """A person's initials on a round ground, whose colour is always the same for the same name."""
    ground, letters = avatar_colors(zlib.crc32(full_name.casefold().encode("utf-8", "replace")))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(rect)
    made = font(14, 600)
    made.setPixelSize(max(9, round(rect.height() * 0.36)))
    painter.setFont(made)
    painter.setPen(letters)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(full_name))


def width_of(text: str, size: int = 14, weight: int = 400) -> int:
    """How wide a line of words is."""
    return QFontMetrics(font(size, weight)).horizontalAdvance(clean_for_display(text))


def chip_width(text: str, icon: str = "", size: int = 12) -> int:
    """How wide a chip with these words is."""
    if len(text) == 1 and not icon:
        return px(22)  # a single letter or digit stands in a circle
    return QFontMetrics(font(size, 500)).horizontalAdvance(clean_for_display(text)) + px(18) + 4 + (px(19) if icon else 0)


def chip(painter: QPainter, left: int, middle: int, text: str, tone: str = "grey", icon: str = "", *, most: int = 10_000) -> int:
    """A chip from `left`, its middle at a height; gives its width, at most `most`."""
    ground, letters = TONES[tone]
    width, height = min(chip_width(text, icon), most), px(22)
    rect = QRect(left, middle - height // 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ground:
        painter.setPen(QPen(color("line"), 1) if tone == "white" else Qt.PenStyle.NoPen)
        painter.setBrush(color(ground))
        painter.drawRoundedRect(QRectF(rect), height / 2, height / 2)
    inner = rect.adjusted(px(9), 0, -px(9), 0)
    if icon:
        paint_icon(painter, QRect(inner.left(), middle - px(7), px(14), px(14)), icon, letters)
        inner.setLeft(inner.left() + px(19))
    if len(text) == 1 and not icon:
        words(painter, rect, text, 12, 600, letters, Qt.AlignmentFlag.AlignHCenter)
    else:
        words(painter, inner, text, 12, 500, letters)
    return width


def words(
    painter: QPainter, rect: QRect, text: str, size: int = 14, weight: int = 400, token: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, *, tabular: bool = False,
) -> None:  # fmt: skip
    """One line of words in a rectangle, cut with an ellipsis where it is too long."""
    made = font(size, weight, tabular=tabular)
    painter.setFont(made)
    painter.setPen(color(token))
    line = QFontMetrics(made).elidedText(clean_for_display(text).replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, align | Qt.AlignmentFlag.AlignVCenter, line)


def lines(painter: QPainter, rect: QRect, text: str, most: int, size: int = 14, token: str = "text") -> None:
    """Words broken over at most so many lines of a rectangle, the last one cut with an ellipsis where they are too long."""
    made = font(size)
    metrics = QFontMetrics(made)
    rest = clean_for_display(text).replace("\n", " ").split(" ")
    height = rect.height() // max(1, most)
    for number in range(most):
        line, rest = (" ".join(rest), []) if number == most - 1 else _fitting(rest, metrics, rect.width())
        words(painter, QRect(rect.left(), rect.top() + number * height, rect.width(), height), line, size, 400, token)


def _fitting(rest: list[str], metrics: QFontMetrics, width: int) -> tuple[str, list[str]]:
    """As many words as fit into a width, at least one, and the others."""
    count = len(rest)
    while count > 1 and metrics.horizontalAdvance(" ".join(rest[:count])) > width:
        count -= 1
    return " ".join(rest[:count]), rest[count:]


def button(painter: QPainter, rect: QRect, text: str, icon: str = "") -> None:
    """A small button of a line, painted; what it does is found by `Line.areas`."""
    painter.setPen(QPen(color("line2"), 1))
    painter.setBrush(color("surface"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    inner = rect
    if icon:
        left = rect.left() + (px(10) if text else (rect.width() - px(16)) // 2)
        paint_icon(painter, QRect(left, rect.center().y() - px(8), px(16), px(16)), icon, "text2")
        inner = rect.adjusted(px(32), 0, -px(4), 0)
    if text:
        words(painter, inner, text, 13, 500, "text", Qt.AlignmentFlag.AlignLeft if icon else Qt.AlignmentFlag.AlignHCenter)


def tile(painter: QPainter, rect: QRect, icon: str, tone: str = "grey") -> None:
    """An icon on a rounded ground."""
    ground, letters = TONES[tone]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(ground))
    painter.drawRoundedRect(QRectF(rect), 8, 8)
    inner = round(rect.height() * 0.53)
    paint_icon(painter, QRect(rect.center().x() - inner // 2 + 1, rect.center().y() - inner // 2 + 1, inner, inner), icon, letters)


def priority(painter: QPainter, left: int, middle: int, letter: str) -> None:
    """Three rising bars and the letter: A fills all of them, B two, C one."""
    filled = {"A": 3, "B": 2, "C": 1}.get(letter, 0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    base = middle + px(6)
    for number in range(3):
        height = px((4, 8, 12)[number])
        painter.setBrush(color("accent") if number < filled else color("track"))
        painter.drawRoundedRect(QRectF(left + number * px(9), base - height, px(6), height), 1.5, 1.5)
    words(painter, QRect(left + px(32), middle - px(12), px(24), px(24)), letter or "–", 14, 500, "text2")


def row_ground(painter: QPainter, rect: QRect, *, selected: bool, hovered: bool, first: bool, last: bool) -> None:
    """The ground of one cell of a table's row, rounded at the row's two ends."""
    if not selected and not hovered:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("select" if selected else "hover"))
    painter.setClipRect(rect)
    painter.drawRoundedRect(QRectF(rect.adjusted(8 if first else -20, 1, -8 if last else 20, -1)), 8, 8)
    painter.restore()


def chosen_ground(painter: QPainter, rect: QRect, *, selected: bool, hovered: bool) -> None:
    """The ground of a line of a list, rounded all around."""
    if selected or hovered:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("select" if selected else "hover"))
        painter.drawRoundedRect(QRectF(rect.adjusted(0, 1, 0, -2)), 8, 8)


def divider(painter: QPainter, rect: QRect, left: int = 0, right: int = 0) -> None:
    """The thin line under a row."""
    painter.fillRect(QRect(rect.left() + left, rect.bottom(), rect.width() - left - right, 1), color("line"))


def check_box(painter: QPainter, rect: QRect, *, checked: bool) -> None:
    """A box to tick."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75)
    if checked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent"))
        painter.drawRoundedRect(box, 5, 5)
        tick(painter, rect, color("on_accent"))
    else:
        painter.setPen(QPen(color("control"), 1.5))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(box, 5, 5)


def tick(painter: QPainter, rect: QRect, shade: QColor) -> None:
    """A check mark."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shade, max(1.5, rect.width() / 9), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, w, h = rect.x(), rect.y(), rect.width(), rect.height()
    painter.drawPolyline([QPointF(x + w * 0.27, y + h * 0.52), QPointF(x + w * 0.44, y + h * 0.68), QPointF(x + w * 0.74, y + h * 0.35)])


def bar(painter: QPainter, rect: QRect, share: float, token: str = "accent") -> None:
    """A thin bar, filled to a share of its length."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    painter.setBrush(color("track"))
    painter.drawRoundedRect(QRectF(rect), radius, radius)
    if share > 0:
        painter.setBrush(color(token))
        painter.drawRoundedRect(QRectF(rect.x(), rect.y(), max(rect.height(), rect.width() * min(1.0, share)), rect.height()), radius, radius)
