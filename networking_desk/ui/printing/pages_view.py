"""Pages on the screen as they will be on paper, one under the other, each as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from networking_desk.ui.look.cards import clear
from networking_desk.ui.look.theme import color, px
from networking_desk.ui.printing.flow import Pages
from networking_desk.ui.printing.ink import Ink
from networking_desk.ui.printing.output import words_on

_GAP = 16


class PageView(QWidget):
    """One page; who cannot see it is told its words."""

    def __init__(self, pages: Pages, number: int) -> None:
        super().__init__()
        self._pages = pages
        self._number = number
        self.setAccessibleName(f"Page {number + 1} of {len(pages)}")
        self.setAccessibleDescription("\n".join(words_on(pages, number)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def widen(self, width: int) -> None:
        """Be so wide, and as tall as the paper then is."""
        self.setFixedSize(width, round(width * self._pages.height / self._pages.width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.save()
        painter.scale(self.width() / self._pages.width, self.width() / self._pages.width)
        self._pages.draw(Ink(painter), self._number)
        painter.restore()
        painter.setPen(color("line2"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PagesView(QScrollArea):
    """All pages of a paper."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Preview")
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(px(_GAP), px(_GAP), px(_GAP), px(_GAP))
        self._column.setSpacing(px(_GAP))
        self.setWidget(inside)
        self._views: list[PageView] = []

    def show_pages(self, pages: Pages | None) -> None:
        """Show another paper from its beginning, or none."""
        clear(self._column)
        self._views = [PageView(pages, number) for number in range(len(pages))] if pages else []
        for view in self._views:
            self._column.addWidget(view, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for view in self._views:
            view.widen(max(px(240), min(px(720), self.viewport().width() - 2 * px(_GAP))))
