"""The charts of Progress: meetings by week against the goal, and the way from a first message to an offer."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_desk.domain.progress import Week
from networking_desk.ui import say
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import color, look, px


class Weeks(QWidget):
    """Meetings in each of the last weeks as bars, each with its number; this week is outlined, for it is not over."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Meetings per week")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._weeks: list[Week] = []
        self._goal = 0
        look.themed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(px(380), px(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(260), px(160))

    def show_weeks(self, weeks: list[Week], goal: int) -> None:
        """Show these weeks against a goal."""
        self._weeks, self._goal = weeks, goal
        self.setAccessibleDescription("; ".join(f"week of {say.short_day(w.monday)}: {w.meetings}" for w in weeks))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max([w.meetings for w in self._weeks] + [self._goal, 1])
        foot, head, right = px(24), px(22), px(58)
        room = self.height() - foot - head
        line = self.height() - foot - round(room * self._goal / most)
        painter.setPen(QPen(color("control"), 1, Qt.PenStyle.DashLine))
        painter.drawLine(0, line, self.width() - right, line)
        paint.words(painter, QRect(self.width() - right + px(6), line - px(10), right, px(20)), f"Goal {self._goal}", 12, 500, "text2")
        step = (self.width() - right) / max(1, len(self._weeks))
        for number, week in enumerate(self._weeks):
            now = number == len(self._weeks) - 1
            tall = round(room * week.meetings / most)
            bar = QRectF(step * number + (step - px(24)) / 2, self.height() - foot - max(tall, 2), px(24), max(tall, 2))
            painter.setPen(QPen(color("accent"), 1.5) if now else Qt.PenStyle.NoPen)
            painter.setBrush(color("accent_soft") if now else color("accent" if week.meetings else "track"))
            painter.drawRoundedRect(bar, 4, 4)
            middle = Qt.AlignmentFlag.AlignHCenter
            paint.words(
                painter, QRect(round(step * number), round(bar.top()) - px(21), round(step), px(20)), str(week.meetings), 12, 500, "text2", middle, tabular=True
            )
            said = (
                "Now" if now else str(week.monday.day) if number and week.monday.day > 7 else f"{week.monday.day} {say.short_day(week.monday).split()[1][:3]}"
            )
            paint.words(
                painter,
                QRect(round(step * number), self.height() - foot + px(4), round(step), px(20)),
                said,
                12,
                600 if now else 400,
                "text" if now else "text2",
                middle,
            )


class Funnel(QWidget):
    """Counts under each other, each with a bar as long as its share of the largest."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("From first message to offer")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._rows: list[tuple[str, int, str]] = []
        look.themed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(px(380), px(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(280), px(190))

    def show_counts(self, rows: list[tuple[str, int, str]]) -> None:
        """Show these: words, number, colour."""
        self._rows = rows
        self.setAccessibleDescription("; ".join(f"{words}: {number}" for words, number, _ in rows))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        most = max([number for _, number, _ in self._rows] + [1])
        step = self.height() / max(1, len(self._rows))
        for number, (words, count, token) in enumerate(self._rows):
            top = round(step * number)
            paint.words(painter, QRect(0, top, px(148), round(step)), words, 13, 500, "text2")
            paint.bar(painter, QRect(px(152), top + round(step / 2) - px(6), self.width() - px(152) - px(44), px(12)), count / most, token)
            paint.words(
                painter, QRect(self.width() - px(40), top, px(40), round(step)), f"{count:,}", 14, 600, "text", Qt.AlignmentFlag.AlignRight, tabular=True
            )
