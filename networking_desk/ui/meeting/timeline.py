"""The timeline: the stages side by side, as wide as their minutes, filled as far as they have come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from networking_desk.domain.agenda import Pace, Stage, Tone
from networking_desk.ui import say
from networking_desk.ui.look import paint
from networking_desk.ui.look.theme import color, font, look, px

_SPACE = 6


class Timeline(QWidget):
    """All stages at a glance. `picked` gives the place of one that was clicked; the Agenda list does the same for the keyboard."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Stages")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(px(52))
        self._stages: Sequence[Stage] = ()
        self._pace: Pace | None = None
        self._short = False
        self._told: tuple[object, ...] = ()
        look.themed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(52))

    def show_pace(self, stages: Sequence[Stage], pace: Pace) -> None:
        """Show how far each stage has come."""
        told = (tuple((s.id, s.planned_minutes) for s in stages), pace.current, pace.tone, tuple(round(p.left / 60) for p in pace.stages))
        self._stages, self._pace = stages, pace
        if told != self._told:
            self._told = told
            self.setAccessibleDescription(f"Stage {pace.current + 1} of {len(stages)}: {stages[pace.current].name}")
            self.update()
        else:
            self.update(self._rects()[pace.current])  # only the stage that runs has moved

    def shorten(self, short: bool) -> None:
        """Leave the times out where the window is low."""
        self._short = short
        self.setFixedHeight(px(34 if short else 52))

    def _rects(self) -> list[QRect]:
        minutes = [max(1, s.planned_minutes) for s in self._stages]
        room = self.width() - _SPACE * (len(minutes) - 1)
        least = px(62)
        spare = max(0, room - least * len(minutes))
        left, rects = 0.0, []
        for m in minutes:
            width = least + spare * m / sum(minutes)
            rects.append(QRect(round(left), 0, round(width), self.height()))
            left += width + _SPACE
        return rects

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._pace:
            return
        painter = QPainter(self)
        for stage, share, rect in zip(self._stages, self._pace.stages, self._rects(), strict=True):
            if not rect.intersects(event.rect()):
                continue
            here, past = stage.position == self._pace.current, stage.position < self._pace.current
            label = QRect(rect.left(), 0, rect.width(), px(20))
            number = QFontMetrics(font(13, 600)).horizontalAdvance("0") + px(7)
            if past:
                paint.tick(painter, QRect(label.left() - px(3), label.center().y() - px(8), px(17), px(17)), color("accent_text"))
                label.setLeft(label.left() + px(18))
            else:
                paint.words(painter, label, str(stage.position + 1), 13, 600 if here else 500, "text" if here else "text2")
                label.setLeft(label.left() + number)
            paint.words(painter, label, stage.short, 13, 600 if here else 500, "text" if here else "text2")
            done = 1.0 if past else share.spent / max(1.0, share.planned) if here or share.spent else 0.0
            over = here and self._pace.tone is Tone.OVER
            paint.bar(painter, QRect(rect.left(), px(24), rect.width(), px(7)), done, "dusk" if over else "accent")
            if not self._short:
                text = f"{say.clock(share.spent)} of {say.clock(share.planned)}" if here or past else f"{round(share.left / 60)} min"
                if here or past:
                    text = text if QFontMetrics(font(13)).horizontalAdvance(text) < rect.width() else say.clock(share.spent)
                paint.words(
                    painter, QRect(rect.left(), px(33), rect.width(), px(19)), text, 13, 600 if here else 400, "text" if here else "text2", tabular=True
                )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for place, rect in enumerate(self._rects()):
            if event.button() == Qt.MouseButton.LeftButton and rect.contains(event.position().toPoint()):
                self.picked.emit(place)
