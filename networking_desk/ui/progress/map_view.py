"""The referral map as a picture: people, leads and how far they came in columns, with lines between; a click shows a way, Enter opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPen, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsItem, QGraphicsScene, QGraphicsSceneMouseEvent, QGraphicsView, QStyleOptionGraphicsItem, QWidget

from networking_desk.domain.referral_map import Place, ReferralMap
from networking_desk.ui.look import paint
from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.text import clean_for_display, tooltip
from networking_desk.ui.look.theme import color, look, px

_WIDE, _TALL, _STEP_X, _STEP_Y = 168, 44, 210, 56
_TILES = {"lead": ("briefcase", "amber"), "outcome": ("flag", "dusk")}


class _Node(QGraphicsItem):
    """One place on the map."""

    def __init__(self, place: Place, chosen: Callable[[str], object], opened: Callable[[Place], object]) -> None:
        super().__init__()
        self.place = place
        self._chosen, self._opened = chosen, opened
        self.on_way = False
        self.setFlags(QGraphicsItem.GraphicsItemFlag.ItemIsFocusable | QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        tooltip(self, ", ".join(filter(None, (place.title, place.second))))

    def boundingRect(self) -> QRectF:
        return QRectF(-2, -2, px(_WIDE) + 4, px(_TALL) + 4)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        rect = QRectF(0, 0, px(_WIDE), px(_TALL))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.on_way or self.hasFocus()
        painter.setPen(QPen(color("accent" if strong else "line2"), 2 if strong else 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(rect, 8, 8)
        tile = QRectF(px(8), px(9), px(26), px(26)).toRect()
        if self.place.kind == "person":
            paint.avatar(painter, tile, self.place.title)
        else:
            paint.tile(painter, tile, *_TILES[self.place.kind])
        room = rect.toRect().adjusted(px(42), px(4), -px(6), 0)
        paint.words(painter, room.adjusted(0, 0, 0, -px(22)), self.place.title, 13, 600)
        paint.words(painter, room.adjusted(0, px(18), 0, -px(4)), self.place.second, 12, 400, "text2")

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self.setFocus()
        self._chosen(self.place.id)

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        self._opened(self.place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._chosen(self.place.id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._opened(self.place)
        else:
            event.ignore()


class MapView(QGraphicsView):
    """The whole map; `opened` gives what is to be opened. Ctrl and the wheel zoom, dragging moves, arrows go from one to the next."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(self))
        self.setAccessibleName("Referral map")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setStyleSheet("QGraphicsView { background: transparent; }")
        self._map: ReferralMap | None = None
        self._heads: Sequence[str] = ()
        self._nodes: dict[str, _Node] = {}
        look.themed.connect(self._again)

    def show_map(self, made: ReferralMap, heads: Sequence[str] = ()) -> None:
        """Show another map, with the best way on it; `heads` name the columns."""
        self._map, self._heads = made, heads
        self._nodes.clear()
        self.scene().clear()
        for place in made.places:
            node = _Node(place, self._choose, self.opened.emit)
            node.setPos(px(_STEP_X) * place.column, px(_STEP_Y) * place.row)
            self._nodes[place.id] = node
            self.scene().addItem(node)
        said = "; ".join(" to ".join(clean_for_display(place.title) for place in chain) for chain in made.chains[:40])
        self.setAccessibleDescription(said)
        rows = max((place.row for place in made.places), default=0.0)
        self.setFixedHeight(min(px(500), px(_STEP_Y) * (round(rows) + 1) + px(80)))
        self.setSceneRect(self.scene().itemsBoundingRect().adjusted(-px(96), -px(40), px(8), px(8)))
        self._mark(made.best)

    def _again(self) -> None:
        if self._map:
            self.show_map(self._map, self._heads)

    def _choose(self, place_id: str) -> None:
        """Show the way through one place: who led there, and where it led."""
        if self._map is None:
            return
        way = {place.id for chain in self._map.chains if any(place.id == place_id for place in chain) for place in chain}
        self._mark(frozenset(way))

    def _mark(self, way: frozenset[str]) -> None:
        for node in self._nodes.values():
            node.on_way = node.place.id in way
            node.setZValue(1)
        self.scene().update()
        self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """You, what each column is, and the lines between; those of the way that is shown are thicker and over the others."""
        if self._map is None or not self._nodes:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, words in enumerate(self._heads):
            paint.words(painter, QRect(px(_STEP_X) * at, -px(34), px(_WIDE), px(20)), words, 12, 500, "text2")
        you = self._you()
        roots = [node for node in self._nodes.values() if node.place.kind == "person" and node.place.column == 0]
        for node in sorted(roots, key=lambda one: one.on_way):
            painter.setPen(QPen(color("accent" if node.on_way else "line2"), 2.5 if node.on_way else 1.2))
            painter.drawPath(_curve(QPointF(you.right(), you.center().y()), node.pos() + QPointF(0, px(_TALL) / 2)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("accent"))
        painter.drawEllipse(you)
        paint_icon(painter, you.adjusted(px(10), px(10), -px(10), -px(10)).toRect(), "user-round", "on_accent")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for thick in (False, True):
            painter.setPen(QPen(color("accent" if thick else "line2"), 2.5 if thick else 1.2))
            for one, other in self._map.edges:
                first, second = self._nodes[one], self._nodes[other]
                if (first.on_way and second.on_way) is thick:
                    painter.drawPath(_line(first.pos(), second.pos()))

    def _you(self) -> QRectF:
        """Where you stand: left of those you knew, beside the middle of them."""
        rows = [node.place.row for node in self._nodes.values() if node.place.column == 0]
        return QRectF(-px(92), px(_STEP_Y) * (min(rows) + max(rows)) / 2 + px(1), px(42), px(42))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = 1.15 if event.angleDelta().y() > 0 else 1 / 1.15
            if 0.4 < self.transform().m11() * factor < 2.5:
                self.scale(factor, factor)
        else:
            event.ignore()  # the page scrolls

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0)}
        step = steps.get(Qt.Key(event.key()))
        here: Any = self.scene().focusItem()
        if step and self._nodes:
            self._go(here if isinstance(here, _Node) else None, *step)
        else:
            super().keyPressEvent(event)

    def _go(self, here: _Node | None, across: int, down: int) -> None:
        """To the nearest place in a direction."""
        if here is None:
            next_ = min(self._nodes.values(), key=lambda node: (node.place.column, node.place.row))
        else:
            at = here.place
            if across:
                found = [n for n in self._nodes.values() if n.place.column == at.column + across]
            else:
                found = [n for n in self._nodes.values() if n.place.column == at.column and (n.place.row - at.row) * down > 0]
            if not found:
                return
            next_ = min(found, key=lambda node: abs(node.place.row - at.row))
        next_.setFocus()
        self.ensureVisible(next_)


def _line(start: QPointF, end: QPointF) -> QPainterPath:
    """A curve from the right of one place to the left of another; downwards where they stand in one column.

    Past a column it runs straight in the row of its end, which nobody stands in there: behind a card it would seem to come from it.
    """
    if end.x() > start.x():
        one, other = start + QPointF(px(_WIDE), px(_TALL) / 2), end + QPointF(0, px(_TALL) / 2)
        turn = QPointF(min(other.x(), one.x() + px(_STEP_X - _WIDE)), other.y())
        path = _curve(one, turn)
        path.lineTo(other)
        return path
    path = QPainterPath(start + QPointF(px(_WIDE) / 2, px(_TALL)))
    path.lineTo(end + QPointF(px(_WIDE) / 2, 0))
    return path


def _curve(one: QPointF, other: QPointF) -> QPainterPath:
    middle = (one.x() + other.x()) / 2
    path = QPainterPath(one)
    path.cubicTo(QPointF(middle, one.y()), QPointF(middle, other.y()), other)
    return path
