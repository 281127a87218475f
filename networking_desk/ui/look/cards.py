"""Cards, chips, avatars, bars and what else stands still on a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLayout, QProgressBar, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from networking_desk.ui.look import paint
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import color, look, px

B = TypeVar("B", bound=QBoxLayout)


class Card(QFrame):
    """A card with a column of things in it; `kind` is card, soft, warning or problem."""

    def __init__(self, kind: str = "card", padding: int = 16, spacing: int = 8) -> None:
        super().__init__()
        self.setObjectName(kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(padding), px(padding), px(padding), px(padding))
        self.body.setSpacing(px(spacing))


class _Painted(QWidget):
    """A small thing that paints itself and is painted anew when the theme changes."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.setFixedSize(width, height)
        look.themed.connect(self.update)


class Avatar(_Painted):
    """A person's initials."""

    def __init__(self, full_name: str = "", size: int = 36) -> None:
        super().__init__(px(size), px(size))
        self._name = full_name
        self.setAccessibleName(full_name)

    def show_name(self, full_name: str) -> None:
        """Show another person's."""
        self._name = full_name
        self.setAccessibleName(full_name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.avatar(QPainter(self), self.rect().adjusted(0, 0, -1, -1), self._name)


class Tile(_Painted):
    """An icon on a rounded ground."""

    def __init__(self, icon: str, tone: str = "grey", size: int = 36) -> None:
        super().__init__(px(size), px(size))
        self._what = (icon, tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.tile(QPainter(self), self.rect(), *self._what)


class Picture(_Painted):
    """An icon without a ground."""

    def __init__(self, icon: str, token: str = "text2", size: int = 18) -> None:
        super().__init__(px(size), px(size))
        self._what = (icon, token)

    def show_icon(self, icon: str, token: str) -> None:
        """Show another icon."""
        self._what = (icon, token)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self.rect(), *self._what)


def show_if(widget: QWidget, wanted: bool) -> None:
    """Show a widget or not. One that stands nowhere yet is shown with what it comes to stand in: by itself it would flash as a window of its own."""
    if wanted and widget.parentWidget() is None:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        widget.setVisible(wanted)


class Chip(_Painted):
    """A few words on a coloured ground; the colour always comes with the words."""

    def __init__(self, text: str = "", tone: str = "grey", icon: str = "") -> None:
        super().__init__(10, px(22))
        self.say(text, tone, icon)

    def say(self, text: str, tone: str = "grey", icon: str = "") -> None:
        """Show other words; none hides it."""
        self._what = (text, tone, icon)
        self.setFixedWidth(paint.chip_width(text, icon))
        self.setAccessibleName(text)
        show_if(self, bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        text, tone, icon = self._what
        paint.chip(QPainter(self), 0, self.height() // 2, text, tone, icon)


class Bar(QProgressBar):
    """A thin bar that says how much of something is there."""

    def __init__(self, name: str, width: int = 0) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setFixedHeight(px(6))
        if width:
            self.setFixedWidth(px(width))

    def fill(self, value: int, most: int, words: str = "") -> None:
        """Show so much of so much, told in words too."""
        self.setMaximum(max(1, most))
        self.setValue(min(max(0, value), max(1, most)))
        self.setAccessibleDescription(words or f"{value} of {most}")

    def fill_share(self, value: float, most: float, words: str) -> None:
        """The same for what moves by the second: it is drawn again only where that can be seen."""
        steps = max(1, self.width() // 2)
        if self.maximum() != steps:
            self.setMaximum(steps)
        step = min(steps, round(value / max(1.0, most) * steps))
        if step != self.value():
            self.setValue(step)
        self.setAccessibleDescription(words)


class Dots(_Painted):
    """How many of a small number are done, a dot for each; a large number is told in words alone."""

    def __init__(self, name: str) -> None:
        super().__init__(0, px(14))
        self.setAccessibleName(name)
        self._done, self._most = 0, 0

    def fill(self, done: int, most: int) -> None:
        """Show so many of so many."""
        self._done, self._most = done, max(most, done) if max(most, done) <= 12 else 0
        self.setFixedWidth(px(20) * self._most)
        self.setAccessibleDescription(f"{done} of {most}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(self._most):
            dot = QRectF(px(20) * place + px(8), 1, px(12), px(12)).adjusted(0.75, 0.75, -0.75, -0.75)
            painter.setPen(QPen(color("accent" if place < self._done else "control"), 1.5))
            painter.setBrush(color("accent") if place < self._done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot)


class Divider(QFrame):
    """A thin line across."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("divider")
        self.setFixedHeight(1)


def row(*things: QWidget | QLayout | int | None, spacing: int = 8) -> QHBoxLayout:
    """Things side by side: a number is a fixed space, None takes what is left."""
    return _filled(QHBoxLayout(), things, spacing)


def column(*things: QWidget | QLayout | int | None, spacing: int = 2) -> QVBoxLayout:
    """Things under each other: a number is a fixed space, None takes what is left."""
    return _filled(QVBoxLayout(), things, spacing)


def heading(words: str, *more: QWidget) -> QWidget:
    """The title of a part of a page, perhaps with something at its end; all of the same height, so that they stand in line."""
    title = QWidget()
    title.setLayout(row(Words(words, 16, 600), None, *more))
    title.setFixedHeight(px(30))
    return title


def _filled(box: B, things: Iterable[QWidget | QLayout | int | None], spacing: int) -> B:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(px(spacing))
    across = isinstance(box, QHBoxLayout)
    for thing in things:
        if thing is None:
            box.addStretch(1)
        elif isinstance(thing, int):
            box.addSpacing(px(thing))
        elif isinstance(thing, QLayout):
            box.addLayout(thing)
        elif across and not _stretches(thing):
            box.addWidget(thing, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            box.addWidget(thing, 1 if across else 0)
    return box


def _stretches(thing: QWidget) -> bool:
    return thing.sizePolicy().horizontalPolicy() in (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def scrolled(inside: QWidget) -> QScrollArea:
    """A page that scrolls down where it is longer than the window, so that no height can cut it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


class PeopleDrawing(_Painted):
    """You in the middle, people and companies around: the picture of an empty desk."""

    def __init__(self, ground: str = "canvas") -> None:
        super().__init__(px(220), px(110))
        self._ground = ground

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPoint(px(105), px(54))
        others = (
            (px(20), px(28), 17, "blue", "building-2"),
            (px(182), px(18), 15, "dusk", "briefcase"),
            (px(54), px(94), 13, "amber", "user-round"),
            (px(198), px(82), 19, "accent", "user-round"),
        )
        painter.setPen(QPen(color("line2"), 2))
        for x, y, *_ in others:
            painter.drawLine(middle, QPoint(x, y))
        for x, y, radius, tone, icon in ((middle.x(), middle.y(), 28, "accent", "user-round"), *others):
            ground, letters = paint.TONES[tone]
            r = px(radius)
            painter.setPen(QPen(color(self._ground), px(8)))
            painter.setBrush(color(ground))
            painter.drawEllipse(QRectF(x - r, y - r, 2 * r, 2 * r))
            half = round(r * 0.55)
            paint_icon(painter, QRect(x - half, y - half, 2 * half, 2 * half), icon, letters)


class EmptyState(QWidget):
    """What a place shows that has nothing yet: a picture, a gain, one thing to do and perhaps another."""

    def __init__(self, picture: QWidget | None, title: str, text: str, *buttons: Button, hint: str = "", narrow: bool = False) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(px(24), px(24), px(24), px(24))
        body.setSpacing(px(8))
        body.addStretch(1)
        if picture:
            body.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
            body.addSpacing(px(8))
        self.title = Words(title, 14 if narrow else 24, 600, wrap=True)
        self.text = Words(text, 13 if narrow else 15, token="text2", wrap=True)
        for words, width in ((self.title, 240 if narrow else 520), (self.text, 250 if narrow else 520)):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setFixedWidth(px(width))
            words.setMinimumHeight(max(0, words.heightForWidth(px(width))))
            body.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(px(8))
        if buttons:
            line = QHBoxLayout()
            line.setSpacing(px(10))
            line.addStretch(1)
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            body.addLayout(line)
        if hint:
            below = Words(hint, 13, token="text3")
            below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            body.addSpacing(px(4))
            body.addWidget(below)
        body.addStretch(1)


class Banner(QFrame):
    """Something that went wrong, on the page where it did: what, what is safe, one thing to do."""

    def __init__(self, title: str, text: str, kind: str = "problem") -> None:
        super().__init__()
        self.setObjectName(kind)
        token = "red_text" if kind == "problem" else "amber_text"
        grid = QGridLayout(self)
        grid.setContentsMargins(px(14), px(12), px(14), px(12))
        grid.setHorizontalSpacing(px(12))
        grid.addWidget(Picture("circle-alert" if kind == "problem" else "history", token, 20), 0, 0, Qt.AlignmentFlag.AlignTop)
        self.title = Words(title, 14, 600, token, wrap=True)
        self.text = Words(text, 13, 400, "text", wrap=True)
        grid.addLayout(column(self.title, self.text), 0, 1)
        grid.setColumnStretch(1, 1)
        self.buttons = QHBoxLayout()
        grid.addLayout(self.buttons, 0, 2)
