"""The focus ring: where the keyboard is, two pixels wide, for whoever moves by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QTabBar, QWidget

from networking_desk.ui.look.theme import color

_GAP = 2
_RINGED = (QAbstractButton, QAbstractItemView, QComboBox, QTabBar)  # fields show by themselves that they have it
_MOVES = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Hide})


class FocusRing(QWidget):
    """One overlay that follows the focus about a window; fields show theirs by themselves."""

    _by_key = False  # for all windows: a dialog that a key opened shows where the keyboard is

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._at: QWidget | None = None
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress:
            FocusRing._by_key = True
        elif kind == QEvent.Type.MouseButtonPress:
            FocusRing._by_key = False
            self.hide()
        elif self._at is not None and kind in _MOVES and isinstance(watched, QWidget) and (watched is self._at or watched.isAncestorOf(self._at)):
            QTimer.singleShot(0, self._place)  # once the layout has settled
        return False

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        here = new is not None and self.window().isAncestorOf(new) and isinstance(new, _RINGED)
        self._at = new if here and self._by_key else None
        self._place()

    def _place(self) -> None:
        at = self._at
        if at is None or not at.isVisible():
            self.hide()
            return
        corner = at.mapTo(self.window(), at.rect().topLeft())
        self.setGeometry(corner.x() - 2 * _GAP, corner.y() - 2 * _GAP, at.width() + 4 * _GAP, at.height() + 4 * _GAP)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent"), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 9, 9)
