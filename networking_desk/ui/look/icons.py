"""Icons: line drawings that take the colour of a token whenever they are painted."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from networking_desk import paths
from networking_desk.ui.look.theme import color, look, px


@cache
def _source(name: str) -> str:
    text = (paths.resource_root() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return text.replace('stroke-width="2"', 'stroke-width="1.75"')


@cache
def _drawn(name: str, shade: str, width: int, height: int) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(width, height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_source(name).replace("currentColor", shade).encode())).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return pixmap


look.themed.connect(_drawn.cache_clear)


def paint_icon(painter: QPainter, rect: QRect, name: str, token: str = "text2") -> None:
    """Draw an icon into a rectangle, sharp at the painter's scale."""
    scale = painter.device().devicePixelRatioF()
    pixmap = QPixmap(_drawn(name, color(token).name(), round(rect.width() * scale), round(rect.height() * scale)))
    pixmap.setDevicePixelRatio(scale)
    painter.drawPixmap(rect.topLeft(), pixmap)


class _Engine(QIconEngine):
    """Draws with the colour of now, so that a change of theme needs no new icons."""

    def __init__(self, name: str, token: str, token_on: str) -> None:
        super().__init__()
        self._what = (name, token, token_on)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        name, token, token_on = self._what
        chosen = token_on if state == QIcon.State.On else token
        paint_icon(painter, rect, name, "text3" if mode == QIcon.Mode.Disabled else chosen)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        name, token, token_on = self._what
        chosen = "text3" if mode == QIcon.Mode.Disabled else token_on if state == QIcon.State.On else token
        pixmap = QPixmap(_drawn(name, color(chosen).name(), size.width(), size.height()))
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(*self._what)


def icon(name: str, token: str = "text2", token_on: str = "") -> QIcon:
    """An icon in the colour of a token; in another one where it is switched on."""
    return QIcon(_Engine(name, token, token_on or token))


def icon_size(size: int) -> QSize:
    """A square of the design's pixels."""
    return QSize(px(size), px(size))
