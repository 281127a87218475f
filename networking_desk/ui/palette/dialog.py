"""The search over everything: type, arrows, Enter, Escape."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.dialog import ask_help
from networking_desk.ui.look.fields import SearchField
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.look.toast import announce
from networking_desk.ui.palette.line import ResultLine
from networking_desk.ui.palette.results import found

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}
_SAY_AFTER = 350  # ms; a screen reader says what is chosen once the typing has paused


class _Field(SearchField):
    """The keyboard stays here; up and down move the choice in the list below."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.stepped.emit(step)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # Escape leaves at once, whatever is typed
        else:
            super().keyPressEvent(event)


class PaletteDialog(QDialog):
    """Finds people, companies, meetings, notes and commands as one types, and opens what is chosen."""

    def __init__(self, parent: QWidget, live: Live) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._live = live
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Search everything")
        self.setAccessibleName("Search everything")
        self.field = _Field("Search everything", "People, companies, meetings, notes, and everything that can be done")
        self.field.setMinimumHeight(px(44))
        self.field.setStyleSheet(f"font-size: {px(16)}px;")
        self.results = Lines("Results", ResultLine())
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.acted.connect(lambda _, key: self._open(key))
        self._none = Words("Nothing is called that. Try fewer letters.", 14, token="text2")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setObjectName("palette")
        body = QVBoxLayout(self)
        body.setContentsMargins(px(12), px(12), px(12), px(12))
        body.setSpacing(px(8))
        for widget in (self.field, self.results, self._none):
            body.addWidget(widget)
        self._say = QTimer(self)
        self._say.setSingleShot(True)
        self._say.setInterval(_SAY_AFTER)
        self._say.timeout.connect(self._announce)
        self._reading = QTimer(self)
        self._reading.timeout.connect(self._read_on)
        self.field.textChanged.connect(self._typed)
        self.field.stepped.connect(self._step)
        self.field.returnPressed.connect(lambda: self._open(self.results.current_key()))
        self._place(parent.window())
        self._typed("")
        self._reading.start(0)
        ask_help(self)
        self.field.setFocus()

    def _place(self, window: QWidget) -> None:
        """Over the upper middle of the window."""
        width, height = min(px(680), window.width() - 40), min(px(480), window.height() - 80)
        self.resize(width, height)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, min(px(72), (window.height() - height) // 2))))

    def _read_on(self) -> None:
        if self._live.desk.lists.palette.read_notes():
            self._reading.stop()
            if self.field.text():
                self._typed(self.field.text())

    def _typed(self, words: str) -> None:
        rows = found(self._live.desk, words)
        self.results.show_rows(rows)
        self.results.setVisible(bool(rows))
        self._none.setVisible(not rows)
        if rows:
            self.results.choose(0)
            self.results.scrollToTop()
        self._say.start()

    def _step(self, by: int) -> None:
        count = len(self.results.rows())
        if count:
            place = self.results.currentIndex().row() + by
            self.results.choose(place % count if abs(by) == 1 else max(0, min(count - 1, place)))
            self.results.scrollTo(self.results.currentIndex())
            self._say.start()

    def _announce(self) -> None:
        place = self.results.currentIndex().row()
        rows = self.results.rows()
        announce(self.field, self.results.line.sentence(rows[place]) if 0 <= place < len(rows) else self._none.whole())

    def _open(self, key: str) -> None:
        chosen = next((row for row in self.results.rows() if self.results.line.key(row) == key), None)
        if chosen is None:
            return
        self.accept()
        kind, _, what = chosen.id.partition(":")
        live = self._live
        if kind == "command":
            live.asked.emit(what)
        elif kind == "meeting":
            live.choose(what)
            live.asked_tab.emit("Meeting timer")
        else:
            (live.asked_contact if kind == "contact" else live.asked_company).emit(what)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            QTimer.singleShot(0, self._left)  # whoever clicks beside it is done with it
        return super().event(event)

    def _left(self) -> None:
        if self.isVisible() and not self.isActiveWindow():
            self.reject()
