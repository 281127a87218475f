"""The one gate for text: whatever a file or a person wrote is shown as letters and never as anything else."""

from __future__ import annotations

import html
import unicodedata
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QMessageBox, QSizePolicy, QWidget

from networking_desk.ui.look.theme import color, font, look

_LONGEST = 4_000
_MARKS_KEPT = 4  # combining marks on one letter; more of them draw over the lines around
_HIDDEN = {c: None for c in (*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)) if c != 0x0A}


def clean_for_display(text: str) -> str:
    """Words as they are shown: no direction overrides, no controls, no towers of marks, not without end."""
    if text.isascii() and text.isprintable() and len(text) <= _LONGEST:
        return text
    kept: list[str] = []
    marks = 0
    for character in text[:_LONGEST].translate(_HIDDEN):
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MARKS_KEPT:
            kept.append(character)
    return "".join(kept) + ("…" if len(text) > _LONGEST else "")


class Words(QLabel):
    """Plain words in one of the design's sizes. `wrap` breaks lines, `elide` cuts with an ellipsis and tells the rest as a tip."""

    def __init__(
        self, text: str = "", size: int = 14, weight: int = 400, token: str = "text", *, wrap: bool = False, elide: bool = False, tabular: bool = False
    ) -> None:
        super().__init__()
        self._style = (size, weight, token, tabular)
        self._elide = elide
        self._whole = ""
        self.snug = False  # exactly as tall as the wrapped words
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        elif elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._dress()
        look.themed.connect(self._dress)
        self.say(text)

    def _dress(self) -> None:
        size, weight, token, tabular = self._style
        # A font of one's own is overruled by a style sheet that names a size, and QLabel's names none.
        self.setFont(font(size, weight, tabular=tabular))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), color(token))
        self.setPalette(palette)

    def say(self, text: str) -> None:
        """Show other words."""
        whole = clean_for_display(text)
        if whole == self._whole and self.text():
            return
        self._whole = whole
        self.setText(whole)
        self.setAccessibleName(whole)
        if self._elide:
            self._tip()
        self._grow()

    def _grow(self) -> None:
        """Nested layouts forget how tall wrapped words are at their width, so the label insists on it."""
        if self.snug:
            self.setMinimumHeight(0)
            self.setFixedHeight(max(0, self.heightForWidth(self.width())))  # no words have no height
        elif self.wordWrap() and self.maximumHeight() > 10_000:
            self.setMinimumHeight(0)  # else what it needed in a narrow place is answered for ever
            self.setMinimumHeight(max(0, self.heightForWidth(max(self.width(), self.minimumWidth()))))

    def size_to(self, size: int) -> None:
        """Show the words in another size of the design."""
        known, weight, token, tabular = self._style
        if size != known:
            self._style = (size, weight, token, tabular)
            self._dress()

    def tone(self, token: str) -> None:
        """Show the words in another colour."""
        size, weight, known, tabular = self._style
        if token != known:
            self._style = (size, weight, token, tabular)
            self._dress()

    def whole(self) -> str:
        """All the words, cut or not."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(24, hint.height()) if self._elide else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._elide:
            self._tip()
        self._grow()

    def _tip(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self._whole) > self.width()
        tooltip(self, self._whole if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._elide:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(color(self._style[2]))
        line = self.fontMetrics().elidedText(self._whole.replace("\n", " "), Qt.TextElideMode.ElideRight, self.contentsRect().width())
        painter.drawText(self.contentsRect(), self.alignment(), line)


def tooltip(widget: QWidget | Any, text: str) -> None:
    """Give a widget or an action a tip of plain words."""
    widget.setToolTip(html.escape(clean_for_display(text)) if text else "")


def ask(parent: QWidget, title: str, text: str, accept: str) -> bool:
    """Ask before something that cannot be undone; whether they said yes. Only emptying the trash and the like may ask."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(clean_for_display(text))
    yes = box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
    box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    box.exec()
    chosen = box.clickedButton() is yes
    box.deleteLater()
    return chosen


def tell(parent: QWidget | None, title: str, text: str, details: str = "") -> None:
    """Tell something in a dialog of plain words."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(clean_for_display(text))
    if details:
        box.setDetailedText(details)
    box.exec()
    box.deleteLater()
