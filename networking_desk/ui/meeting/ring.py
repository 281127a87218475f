"""The ring: the time that is left, as a circle that fills."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QProgressBar, QSizePolicy

from networking_desk.domain import agenda
from networking_desk.domain.agenda import Pace, Tone
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import color, look, px

_GAP = 2.2  # degrees between two stages
_STEPS = 720  # in which a circle moves
TOKENS = {Tone.CALM: ("accent", "text"), Tone.CLOSING: ("amber", "amber_text"), Tone.OVER: ("dusk", "dusk_text"), Tone.INTERVIEW: ("dusk", "dusk_text")}


class Ring(QProgressBar):
    """A circle in as many parts as there are stages, filled as far as the meeting has come. To a screen reader it is a bar that says the minutes left."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Time left")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(px(146), px(146))
        self.setMaximumHeight(16_777_215)
        self._shares: list[float] = []
        self._pace: Pace | None = None
        self._known: tuple[object, ...] = ()
        self._lines = ("", "", "")
        look.themed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(px(232), px(232))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(104), px(104))

    def show_plan(self, minutes: list[int], below: str) -> None:
        """Before the meeting: its whole length, nothing filled."""
        self._pace, self._known = None, ()
        self._shares = [float(m) for m in minutes]
        self._lines = (str(sum(minutes)), "minutes", below)
        self.setRange(0, max(1, sum(minutes)))
        self.setValue(0)
        self.setAccessibleDescription(f"{sum(minutes)} minutes planned")
        self.update()

    def show_pace(self, pace: Pace, shares: list[float], below: str) -> None:
        """During it: how far it has come. `shares` are the parts' lengths, granted minutes included."""
        if pace.tone is Tone.INTERVIEW:
            lines = (str(int(pace.elapsed // 60)), "min in all", below)
        else:
            lines = (str(agenda.minutes_left(pace.left)), "min over" if pace.left <= 0 else "min left", below)
        steps = min(_STEPS, max(60, 3 * min(self.width(), self.height())))
        step = min(steps, round(pace.elapsed / max(1.0, pace.total) * steps))
        fresh = (lines, pace.tone, step if pace.left > 0 else round(-pace.left), tuple(shares))
        self._pace, self._shares, self._lines = pace, shares, lines
        if fresh != self._known:  # a second alone moves nothing that could be seen
            self._known = fresh
            self.setUpdatesEnabled(False)  # a progress bar paints itself for each value, and once is enough
            self.setRange(0, steps)
            self.setValue(step)
            self.setUpdatesEnabled(True)
            self.setAccessibleDescription(agenda.time_left(pace))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height(), px(248))
        thick = side * 0.057
        outer = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        circle = outer.adjusted(thick, thick, -thick, -thick)
        token, words = TOKENS[self._pace.tone] if self._pace else ("accent", "text")
        done = min(1.0, self._pace.elapsed / max(1.0, self._pace.total)) if self._pace else 0.0
        self._arcs(painter, circle, thick, token, done)
        if self._pace and self._pace.left < 0 and self._pace.tone is not Tone.INTERVIEW:
            self._over(painter, circle, thick, token)
        elif self._pace and 0 < done < 1:
            self._dot(painter, circle, thick, token, done)
        middle = outer.center()
        number, unit, below = self._lines
        scale = side / 232
        for text, size, weight, shade, down in (
            (number, round(66 * scale), 500, words, -16),
            (unit, max(13, round(15 * scale)), 500, "text2", 30),
            (below if side >= px(150) else "", 13, 400, "text2", 52),
        ):
            height = round((size + 14) * 1.2)
            area = QRectF(outer.left(), middle.y() + px(down) * scale - height / 2, side, height).toRect()
            paint.words(painter, area.adjusted(px(22), 0, -px(22), 0), text, size, weight, shade, Qt.AlignmentFlag.AlignHCenter, tabular=size < 30)

    def _arcs(self, painter: QPainter, circle: QRectF, thick: float, token: str, done: float) -> None:
        total = sum(self._shares) or 1.0
        start = 0.0
        for share in self._shares:
            part = share / total
            for token_, from_, to in (("track", max(start, done), start + part), (token, start, min(start + part, done))):
                length = (to - from_) * 360 - (_GAP if to >= start + part else 0)
                if length > 0.05:
                    painter.setPen(QPen(color(token_), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
                    painter.drawArc(circle, round((90 - from_ * 360) * 16), round(-length * 16))
            start += part

    def _dot(self, painter: QPainter, circle: QRectF, thick: float, token: str, done: float) -> None:
        angle = math.radians(done * 360 - 90)
        radius = circle.width() / 2
        at = QPointF(circle.center().x() + radius * math.cos(angle), circle.center().y() + radius * math.sin(angle))
        painter.setPen(QPen(color(token), 2.5))
        painter.setBrush(color("surface"))
        painter.drawEllipse(at, thick * 0.62, thick * 0.62)

    def _over(self, painter: QPainter, circle: QRectF, thick: float, token: str) -> None:
        assert self._pace
        share = min(1.0, -self._pace.left / max(1.0, self._pace.total))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color(token), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(circle.adjusted(-thick, -thick, thick, thick), 90 * 16, round(-share * 360 * 16))
