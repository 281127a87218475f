"""One of several: switches, filters and kinds, each a radio button to the keyboard and to screen readers, painted as the design has them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from networking_desk.ui.look import paint
from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.theme import color, font, look, px

# Kind -> ground and edge when chosen, letters when chosen, edge when not, roundness (0: as round as can be).
_KINDS = {
    "option": ("raised", "line2", "text", "", 6),
    "filter": ("accent_soft", "accent_soft", "accent_text", "line2", 0),
    "capture": ("press", "press", "text", "", 6),
    "tall": ("accent_soft", "accent_soft", "accent_text", "line2", 8),  # the icon over the words
}


class Option(QRadioButton):
    """A choice among others. It looks like a button and is told as what it is."""

    def __init__(self, text: str, kind: str, icon: str = "") -> None:
        super().__init__()
        self._kind = kind
        self._icon = icon
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.say(text)
        look.themed.connect(self.updateGeometry)

    def say(self, text: str) -> None:
        """Show another text."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(" ".join(text.split()))
        self.updateGeometry()

    def show_icon(self, icon: str) -> None:
        """Show an icon before the text; none takes it away."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._kind == "tall":
            return QSize(px(44), px(44))
        words = QFontMetrics(font(13, 600)).horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(words + px(22) + (px(22) if self._icon else 0), px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(36), px(28)) if self._kind in ("tall", "capture") else self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, letters, edge_off, radius = _KINDS[self._kind]
        on = self.isChecked()
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        line = edge if on else edge_off
        fill = ground if on else "hover" if self.underMouse() else "surface" if edge_off else ""
        painter.setPen(QPen(color(line), 1) if line else Qt.PenStyle.NoPen)
        painter.setBrush(color(fill) if fill else Qt.BrushStyle.NoBrush)
        if line or fill:
            painter.drawRoundedRect(rect, radius or rect.height() / 2, radius or rect.height() / 2)
        text = self.text().replace("&&", "&")
        if self._kind == "tall":
            self._paint_tall(painter, text, letters if on else "text2", 600 if on else 500)
            return
        words = QFontMetrics(font(13, 600)).horizontalAdvance(text)
        whole = words + (px(22) if self._icon else 0)
        left = max(px(6), (self.width() - whole) // 2)
        token = letters if on else "text2"
        if self._icon:
            paint_icon(painter, QRect(left, (self.height() - px(16)) // 2, px(16), px(16)), self._icon, token)
            left += px(22)
        paint.words(painter, QRect(left, 0, self.width() - left - 2, self.height()), text, 13, 600 if on or self._kind == "option" else 500, token)

    def _paint_tall(self, painter: QPainter, text: str, token: str, weight: int) -> None:
        size = px(16)
        paint_icon(painter, QRect((self.width() - size) // 2, px(6), size, size), self._icon, token)
        fits = next((letters for letters in (12, 11, 10) if paint.width_of(text, letters, weight) <= self.width() - 4), 9)
        paint.words(painter, QRect(1, px(23), self.width() - 2, px(18)), text, fits, weight, token, Qt.AlignmentFlag.AlignHCenter)

    def enterEvent(self, event: object) -> None:
        super().enterEvent(event)  # type: ignore[arg-type]
        self.update()

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self.update()
