"""The capture line: a few words, Enter, and eyes back on the person."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QCompleter, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.desk import Desk
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.names import company_key
from networking_desk.ui import say
from networking_desk.ui.look.cards import Chip
from networking_desk.ui.look.fields import Line
from networking_desk.ui.look.options import Option
from networking_desk.ui.look.text import Words, tooltip
from networking_desk.ui.look.theme import px

_PLACEHOLDERS = {
    CaptureKind.REFERRAL: "Name, title, company",
    CaptureKind.COMPANY: "Company, industry, place",
    CaptureKind.LEAD: "Opening, company",
    CaptureKind.NOTE: "Write a note",
    CaptureKind.PROMISE: "What you will do, or “she will…”",
}
_DRAFT_AFTER = 600  # ms without a key; well within the 2 seconds that may be lost


class CaptureLine(QWidget):
    """One line, always at hand. `heard` gives the kind, the words and the company they are about; `drafted` what is typed and not entered."""

    heard = Signal(str, str, str)
    drafted = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._default = CaptureKind.NOTE
        self.kind = CaptureKind.NOTE
        self.company_id = ""
        frame = QFrame()
        frame.setObjectName("captureframe")
        inside = QHBoxLayout(frame)
        inside.setContentsMargins(px(8), 0, px(10), 0)
        inside.setSpacing(px(4))
        self._chip = Chip()
        self._about = Chip()
        self._about.hide()
        self.line = Line("Capture")
        self.line.setProperty("capture", True)
        self.line.returnPressed.connect(self._enter)
        self.line.textEdited.connect(self._typed)
        self.line.installEventFilter(self)
        self._enter_chip = Chip("Enter", "grey", "corner-down-left")
        for widget in (self._chip, self._about, self.line, self._enter_chip):
            inside.addWidget(widget, 1 if widget is self.line else 0)
        self._hint = Words("", 13, 500, "accent_text", elide=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(px(6))
        body.addWidget(frame)
        body.addLayout(self._kinds())
        self._complete()
        self._draft = QTimer(self)
        self._draft.setSingleShot(True)
        self._draft.setInterval(_DRAFT_AFTER)
        self._draft.timeout.connect(self.keep)
        self._sure = QTimer(self)  # somebody who never stops typing is kept safe too
        self._sure.setSingleShot(True)
        self._sure.setInterval(1_500)
        self._sure.timeout.connect(self.keep)
        self.use(CaptureKind.NOTE)

    def _kinds(self) -> QHBoxLayout:
        made = QHBoxLayout()
        made.setSpacing(px(4))
        self._group = QButtonGroup(self)
        self._buttons: dict[CaptureKind, Option] = {}
        for number, kind in enumerate(CaptureKind, 1):
            icon, _, words = say.KINDS[kind]
            button = Option(words, "capture", icon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            tooltip(button, f"{words}: Ctrl+{number}")
            button.clicked.connect(lambda _=False, kind=kind: self.use(kind, focus=True))
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda kind=kind: self.use(kind, focus=True))
            self._group.addButton(button)
            self._buttons[kind] = button
            made.addWidget(button)
        made.addWidget(self._hint, 1)
        return made

    def _complete(self) -> None:
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self.line)
        self._completer.activated.connect(self._accept)
        popup = self._completer.popup()
        assert popup is not None  # Qt makes one whenever it is asked for
        self._popup = popup
        popup.setAccessibleName("Suggestions")
        popup.installEventFilter(self)

    def use(self, kind: CaptureKind, *, focus: bool = False) -> None:
        """Write down this kind next."""
        self.kind = kind
        icon, tone, words = say.KINDS[kind]
        self._chip.say(words, tone, icon)
        self._buttons[kind].setChecked(True)
        self.line.setPlaceholderText(_PLACEHOLDERS[kind])
        self.line.setAccessibleDescription(f"{words}. {_PLACEHOLDERS[kind]}")
        if focus:
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def default_to(self, kind: CaptureKind) -> None:
        """The stage's own kind: used from now on unless something is being typed."""
        self._default = kind
        if not self.line.text():
            self.use(kind)

    def about(self, company_id: str, name: str) -> None:
        """Write down somebody at a company of the list."""
        self.company_id = company_id
        self._about.say(name[:30], "white", "building-2")
        self.use(CaptureKind.REFERRAL, focus=True)

    def restore(self, words: str, kind: str) -> None:
        """Put words back that were typed before the program ended."""
        if words and not self.line.text():
            self.line.setText(words)
            if kind:
                self.use(CaptureKind(kind))

    def clear(self) -> None:
        """Make ready for the next words."""
        self._draft.stop()
        self._sure.stop()
        self.line.clear()
        self.company_id = ""
        self._about.hide()
        self.use(self._default)

    def saved(self, words: str) -> None:
        """Say that the last words are kept."""
        self._hint.say(words)

    def keep(self) -> None:
        """Keep what is typed, now."""
        self._draft.stop()
        self._sure.stop()
        self.drafted.emit(self.kind.value, self.line.text())

    def _typed(self, _text: str) -> None:
        self._draft.start()
        if not self._sure.isActive():
            self._sure.start()
        self._look()
        self._suggest()

    def _look(self) -> None:
        """Say before Enter whether the company is known."""
        name = self._company_part()
        if not name:
            self._hint.say("")
            return
        known = self._desk.lists.companies.named(company_key(name))
        if known:
            self._hint.say(f"{known.name}, on your list" if known.target else f"{known.name}, known already")
        else:
            self._hint.say(f"New company: {name}")

    def _company_part(self) -> str:
        parts = [p.strip() for p in self.line.text().split(",")]
        if self.kind is CaptureKind.COMPANY:
            return parts[0]
        if self.kind is CaptureKind.REFERRAL and len(parts) > 1 and not self.company_id:
            plain = [p for p in parts[1:] if p and "@" not in p and not any(c.isdigit() for c in p)]
            return plain[-1] if plain else ""
        return ""

    def _suggest(self) -> None:
        text = self.line.text()
        start, _, last = text.rpartition(",")
        word = last.strip()
        found: list[str] = []
        if len(word) >= 2 and self.kind in (CaptureKind.REFERRAL, CaptureKind.COMPANY, CaptureKind.LEAD):
            if start or self.kind is CaptureKind.COMPANY:
                found = self._desk.lists.companies.names_like(word, 5)
            elif self.kind is CaptureKind.REFERRAL:
                found = [say.at_company(p.full_name, p.company) for p in self._desk.lists.contacts.people_like(word, 5)]
        found = [name for name in found if name.casefold() != word.casefold()]
        self._names.setStringList(found)
        if found:
            self._completer.complete()
            self._popup.setCurrentIndex(self._names.index(-1))
        else:
            self._popup.hide()

    def _accept(self, words: str) -> None:
        start, comma, _ = self.line.text().rpartition(",")
        self.line.setText(f"{start}{comma} {words}".strip() if comma else words)
        self._typed("")
        self._popup.hide()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            popup = self._popup
            if event.key() == Qt.Key.Key_Tab and popup.isVisible() and self._names.rowCount():
                at = popup.currentIndex()
                self._accept(self._names.stringList()[max(0, at.row())])
                return True
            if watched is popup and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                popup.hide()  # Enter always saves what is typed
                self._enter()
                return True
        return False

    def _enter(self) -> None:
        self._popup.hide()
        self._draft.stop()
        self._sure.stop()
        self.heard.emit(self.kind.value, self.line.text(), self.company_id)
