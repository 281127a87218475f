"""The parts of a help page as plain widgets: words, keys, pictures, ways to other pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from networking_desk.ui.help.pages import Block, Page, picture
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Card, Chip, Picture, row
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import color, px

_SPACE = {"heading": 10, "picture": 6, "tip": 8, "see": 6}


class Shot(QWidget):
    """A picture of the program, as wide as there is room and no wider than it is; `words` tell it to whoever does not see it."""

    def __init__(self, file: str, words: str) -> None:
        super().__init__()
        self._pixmap = QPixmap(str(picture(file)))
        self.setAccessibleName(f"Picture: {words}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        whole = self._pixmap.size()
        return round(min(width, whole.width()) * whole.height() / max(1, whole.width()))

    def sizeHint(self) -> QSize:
        return QSize(self._pixmap.width(), self._pixmap.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(max(1, self.heightForWidth(self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(0.5, 0.5, min(self.width(), self._pixmap.width()) - 1, self.height() - 1)
        inside = QPainterPath()
        inside.addRoundedRect(frame, 8, 8)
        painter.setClipPath(inside)
        painter.drawPixmap(frame.toRect(), self._pixmap)
        painter.setClipping(False)
        painter.setPen(QPen(color("line2"), 1))
        painter.drawRoundedRect(frame, 8, 8)


def shown(page: Page, go: Callable[[str], None]) -> QWidget:
    """A page as a column of widgets; `go` opens another page by its title."""
    whole = QWidget()
    body = QVBoxLayout(whole)
    body.setContentsMargins(px(4), 0, px(16), px(16))
    body.setSpacing(px(6))
    body.addWidget(Words(page.title, 20, 600, wrap=True))
    for block in page.blocks:
        body.addSpacing(px(_SPACE.get(block.kind, 0)))
        part = _part(block, go)
        if isinstance(part, QLayout):
            body.addLayout(part)
        else:
            body.addWidget(part)
    body.addStretch(1)
    return whole


def _part(block: Block, go: Callable[[str], None]) -> QWidget | QLayout:
    words = Words(block.words, 15 if block.kind == "heading" else 14, 600 if block.kind == "heading" else 400, wrap=True)
    if block.kind == "bullet":
        return _beside(Words("•", 14, 600, "accent_text"), words)
    if block.kind == "key":
        return _beside(Chip(block.beside, "grey"), words)
    if block.kind == "picture":
        return Shot(block.beside, block.words)
    if block.kind == "tip":
        card = Card("soft", padding=12)
        card.body.addLayout(_beside(Picture("hand-helping", "accent_text", 18), words))
        return card
    if block.kind == "see":
        link = Button(block.words, "link", "chevron-right", name=f"Help page: {block.words}")
        link.clicked.connect(lambda: go(block.words))
        return row(link, None)
    return words


def _beside(mark: QWidget, words: Words) -> QLayout:
    line = row(spacing=10)
    line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return line
