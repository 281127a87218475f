"""The tabs of the main window, painted as the design has them and known to screen readers as what they are."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from networking_desk.ui.look import paint
from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.theme import color, font, look, px


class HeaderTabs(QTabBar):
    """Icon, word, and perhaps a pill with a count or the minutes left. Below 1100 pixels the icons go."""

    def __init__(self, tabs: list[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName("Places")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icons = [icon for icon, _ in tabs]
        self._pills: dict[int, tuple[str, str]] = {}
        self._wide = True
        self._over = -1
        for _, text in tabs:
            self.addTab(text)
        look.themed.connect(self._again)

    def _again(self) -> None:
        self.setFont(font(14))
        self.updateGeometry()
        self.update()

    def widen(self, wide: bool) -> None:
        """Show the icons, or leave them out where there is no room."""
        if wide != self._wide:
            self._wide = wide
            self._relayout()

    def pill(self, index: int, text: str, tone: str = "grey") -> None:
        """Show a few words beside a tab's name; none takes them away. The tab's own name stays as it is."""
        new = (text, tone) if text else None
        if self._pills.get(index) == new:
            return
        before = self._pill_width(index)
        if new:
            self._pills[index] = new
        else:
            self._pills.pop(index, None)
        if self._pill_width(index) != before:
            self._relayout()
        self.update()

    def _relayout(self) -> None:
        self.setIconSize(
            self.iconSize() + QSize(1, 0) if self.iconSize().width() < 20 else self.iconSize() - QSize(1, 0)
        )  # the one call that lays tabs out anew
        self.updateGeometry()
        self.update()

    def _pill_width(self, index: int) -> int:
        return paint.chip_width(self._pills[index][0]) + px(8) if index in self._pills else 0

    def tabSizeHint(self, index: int) -> QSize:
        width = QFontMetrics(font(14, 600)).horizontalAdvance(self.tabText(index)) + px(24) + self._pill_width(index)
        return QSize(width + (px(26) if self._wide else 0) + px(4), px(38))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def mouseMoveEvent(self, event: object) -> None:
        super().mouseMoveEvent(event)  # type: ignore[arg-type]
        over = self.tabAt(event.position().toPoint())  # type: ignore[attr-defined]
        if over != self._over:
            self._over = over
            self.update()

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self._over = -1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            rect = self.tabRect(index).adjusted(0, 1, -px(4), -1)
            here = index == self.currentIndex()
            if here or index == self._over:
                painter.setPen(QPen(color("line2"), 1) if here else Qt.PenStyle.NoPen)
                painter.setBrush(color("raised" if here else "hover"))
                painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
            left = rect.left() + px(12)
            if self._wide:
                size = px(18)
                paint_icon(painter, QRect(left, rect.center().y() - size // 2 + 1, size, size), self._icons[index], "accent" if here else "text2")
                left += px(26)
            text = self.tabText(index)
            width = QFontMetrics(font(14, 600)).horizontalAdvance(text) + 2
            paint.words(painter, QRect(left, rect.top(), width, rect.height()), text, 14, 600 if here else 500, "text" if here else "text2")
            if index in self._pills:
                words, tone = self._pills[index]
                paint.chip(painter, left + width + px(6), rect.center().y() + 1, words, tone)
