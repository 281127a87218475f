"""Fields to write in: one line, many lines, a search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QToolButton

from networking_desk.ui.look.icons import icon, paint_icon
from networking_desk.ui.look.theme import px


class Line(QLineEdit):
    """One line. `settled` gives the text when it is entered or left changed; Escape puts back what was there.

    Ctrl+Z reaches the desk when the line itself has nothing to take back.
    """

    settled = Signal(str)

    def __init__(self, name: str, text: str = "", placeholder: str = "", *, bare: bool = False) -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or (name if bare else ""))
        self.setProperty("bare", bare)
        self._kept = text
        self.editingFinished.connect(self._settle)

    def show_text(self, text: str) -> None:
        """Show what is kept, unless somebody is writing here."""
        if text != self._kept or not self.hasFocus():
            self._kept = text
            if self.text() != text and not (self.hasFocus() and self.isModified()):
                self.setText(text)
                self.setCursorPosition(0)

    def _settle(self) -> None:
        if self.text() != self._kept:
            self._kept = self.text()
            self.settled.emit(self._kept)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if (
                ctrl
                and event.key() == Qt.Key.Key_Z
                and not (self.isRedoAvailable() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else self.isUndoAvailable())
            ):
                event.ignore()
                return False
            if ctrl and event.key() in (Qt.Key.Key_E, Qt.Key.Key_K, Qt.Key.Key_T, Qt.Key.Key_N):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.property("bare"):
            self.setText(self._kept)
            self.clearFocus()
            return
        super().keyPressEvent(event)


class NameLine(Line):
    """A line that offers names while it is written in: `names` gives those that go with the words so far."""

    def __init__(self, name: str, names: Callable[[str], list[str]], text: str = "", placeholder: str = "") -> None:
        super().__init__(name, text, placeholder)
        offered = QStringListModel(self)
        completer = QCompleter(offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        self.textEdited.connect(lambda words: offered.setStringList(names(words)))


class SearchField(Line):
    """A line to search in, with its sign and a way to empty it."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name, "", placeholder)
        self.addAction(QAction(icon("search", "text2"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self.setClearButtonEnabled(True)
        for action in self.findChildren(QAction, "_q_qlineeditclearaction"):
            action.setIcon(icon("x", "text2"))  # Qt's own is grey in every theme
        for button, called in zip(self.findChildren(QToolButton), (name, "Clear the search"), strict=False):
            button.setAccessibleName(called)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class TextArea(QPlainTextEdit):
    """Several lines. `settled` gives the text when it is left changed; Tab goes to the next field."""

    settled = Signal(str)

    def __init__(self, name: str, text: str = "", placeholder: str = "", *, bare: bool = False) -> None:
        super().__init__(text)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setProperty("bare", bare)
        if bare:
            self.document().setDocumentMargin(0)
        self._kept = text

    def show_text(self, text: str) -> None:
        """Show what is kept, unless somebody is writing here."""
        changed = text != self._kept
        self._kept = text
        if changed and not (self.hasFocus() and self.document().isModified()):
            self.setPlainText(text)

    def settle(self) -> None:
        """Say what was written, if it is new."""
        if self.toPlainText() != self._kept:
            self._kept = self.toPlainText()
            self.document().setModified(False)
            self.settled.emit(self._kept)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.settle()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            document = self.document()
            if (
                ctrl
                and event.key() == Qt.Key.Key_Z
                and not (document.isRedoAvailable() if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else document.isUndoAvailable())
            ):
                event.ignore()
                return False
        return super().event(event)


class Choice(QComboBox):
    """One of a few words. `picked` gives the new one when the user chose it."""

    picked = Signal(str)

    def __init__(self, name: str, options: list[tuple[str, str]]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.show_options(options)
        self.activated.connect(lambda index: self.picked.emit(self.itemData(index)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_options(self, options: list[tuple[str, str]]) -> None:
        """Offer these: keys and words."""
        if [(self.itemData(at), self.itemText(at)) for at in range(self.count())] != options:
            self.clear()
            for key, text in options:
                self.addItem(text, key)

    def show_key(self, key: str, text: str = "") -> None:
        """Show one as chosen, without saying so; one that is not offered is added, under its text."""
        at = self.findData(key)
        if at < 0:
            self.addItem(text or key, key)
            at = self.count() - 1
        self.setCurrentIndex(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = px(16)
        paint_icon(QPainter(self), QRect(self.width() - size - px(10), (self.height() - size) // 2, size, size), "chevron-down", "text2")
