"""A field for what is said aloud: people and companies are completed while typing, Tab accepts, Enter always enters what is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter

from networking_desk.desk import Desk
from networking_desk.domain.meetings import CaptureKind
from networking_desk.ui import say
from networking_desk.ui.look.fields import Line

_MOST = 5


class SpokenField(Line):
    """One line in which something heard is typed. `entered` says that Enter was pressed; `kind` is what is being written down."""

    entered = Signal()

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(name)
        self._desk = desk
        self.kind = CaptureKind.REFERRAL
        self.suggests = True  # off where names are not to be seen
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._accept)
        popup = self._completer.popup()
        assert popup is not None  # Qt makes one whenever it is asked for
        self._popup = popup
        popup.setAccessibleName("Suggestions")
        popup.installEventFilter(self)
        self.installEventFilter(self)
        self.setProperty("capture", True)
        self.textEdited.connect(lambda _: self._suggest())
        self.returnPressed.connect(self._enter)

    def _suggest(self) -> None:
        start, _, last = self.text().rpartition(",")
        word = last.strip()
        found: list[str] = []
        if self.suggests and len(word) >= 2 and self.kind in (CaptureKind.REFERRAL, CaptureKind.COMPANY, CaptureKind.LEAD):
            if start or self.kind is CaptureKind.COMPANY:
                found = self._desk.lists.companies.names_like(word, _MOST)
            elif self.kind is CaptureKind.REFERRAL:
                found = [say.at_company(p.full_name, p.company) for p in self._desk.lists.contacts.people_like(word, _MOST)]
        found = [name for name in found if name.casefold() != word.casefold()]
        self._names.setStringList(found)
        if found:
            self._completer.complete()
            self._popup.setCurrentIndex(self._names.index(-1))
        else:
            self._popup.hide()

    def _accept(self, words: str) -> None:
        start, comma, _ = self.text().rpartition(",")
        self.setText(f"{start}{comma} {words}".strip() if comma else words)
        self.textEdited.emit(self.text())
        self._popup.hide()

    def hide_suggestions(self) -> None:
        """Put the suggestions away."""
        self._popup.hide()

    def _enter(self) -> None:
        self._popup.hide()
        self.entered.emit()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            popup = self._popup
            if event.key() == Qt.Key.Key_Tab and popup.isVisible() and self._names.rowCount():
                self._accept(self._names.stringList()[max(0, popup.currentIndex().row())])
                return True
            if watched is popup and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()  # Enter always saves what is typed
                return True
        return False
