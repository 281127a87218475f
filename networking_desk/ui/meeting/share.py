"""The list as others may see it: name, industry, place, on white; full screen or in a window to share."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from networking_desk.desk import Kinds
from networking_desk.domain.meetings import Answer
from networking_desk.ui import commands
from networking_desk.ui.live import Live
from networking_desk.ui.look import theme
from networking_desk.ui.look.buttons import IconButton
from networking_desk.ui.look.cards import column, row, scrolled
from networking_desk.ui.look.fields import Line
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.meeting.sectors import Sectors
from networking_desk.ui.meeting.writing import MISSING, Writing
from networking_desk.verbs import capture, profile
from networking_desk.verbs.capture import LIST

_CONCERNS = frozenset({"Company", "Showing", "Meeting", "Position", "Hidden", "Profile", "Referral"})
# What works here as in the main window.
_KEYS = frozenset({"help", "undo", "redo", "next", "previous", "pause", "end", "call_window", "interview"})
_IN_WINDOW = "window"


class ShareView(QWidget):
    """A page for other eyes. Nothing private can get here: its rows hold nothing else."""

    def __init__(self, live: Live, writing: Writing) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._live = live
        self._writing = writing
        self._remembered: set[str] = set()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("paper")
        self.setWindowTitle("Companies I would like to reach")
        self.setAccessibleName("Companies I would like to reach")
        self.setMinimumSize(px(560), px(420))
        self.sectors = Sectors(live.desk, writing)
        self.sectors.answered.connect(self._answered)
        self._area = scrolled(self.sectors)
        self.sectors.looked.connect(lambda at: self._area.ensureVisible(at.center().x(), at.center().y(), at.width() // 2, at.height() // 2))
        page = QVBoxLayout(self)
        page.setContentsMargins(px(48), px(36), px(48), px(24))
        page.setSpacing(px(18))
        page.addLayout(self._head())
        page.addWidget(self._area, 1)
        page.addLayout(self._foot())
        theme.as_paper(self)
        commands.keys_for(self, _KEYS, live.asked.emit)
        live.changed.connect(self._changed)
        live.went.connect(self._went)
        self._read()

    def _head(self) -> QHBoxLayout:
        self._position = Words("", 18, 400, "paper:text2", wrap=True)
        self._position.snug = True
        self._me, self._email = Words("", 16, 600, "paper:text"), Words("", 15, 400, "paper:text2")
        for words in (self._me, self._email):
            words.setAlignment(Qt.AlignmentFlag.AlignRight)
        top = QHBoxLayout()
        top.setSpacing(px(24))
        self._title = Words("Companies I would like to reach", 34, 600, "paper:text", elide=True)
        top.addLayout(column(self._title, self._position, None, spacing=6), 1)
        top.addLayout(column(4, self._me, self._email, None, spacing=4))
        return top

    def _hinted(self) -> None:
        """Say what went wrong with what was typed here; what was saved shows as a check, and nothing else that is said reaches this page."""
        hint = self._writing.hint
        self._trouble.say(hint.words if hint.trouble and hint.typed_in in (LIST, MISSING) else "")

    def _foot(self) -> QHBoxLayout:
        self.missing = Line("Which companies are missing?", "", "Which companies are missing?")
        self.missing.setFixedWidth(px(380))
        self.missing.setStyleSheet(f"min-height: {px(44)}px; font-size: {px(16)}px;")
        self.missing.returnPressed.connect(self._add_missing)
        self._screens = IconButton("monitor", "Where to show the list", kind="bare", token="paper:text2")
        self._screens.clicked.connect(self._choose_screen)
        paper = IconButton("printer", "Print the list", kind="bare", token="paper:text2")
        paper.clicked.connect(self._print)
        leave = IconButton("x", "Leave the list", kind="bare", token="paper:text2")
        leave.clicked.connect(self.close)
        self._trouble = Words("", 15, 500, "paper:amber_text", elide=True)
        self._writing.hinted.connect(self._hinted)
        return row(self.missing, 8, self._trouble, self._screens, paper, leave, spacing=4)

    def present(self) -> None:
        """Show the list where the settings want it."""
        wanted = self._live.desk.settings.share_on
        if wanted == _IN_WINDOW:
            self.showNormal()
            self.resize(px(1120), px(760))
        else:
            screen = next((s for s in QGuiApplication.screens() if s.name() == wanted), QGuiApplication.primaryScreen())
            self.setGeometry(screen.geometry())
            self.showFullScreen()
        self.raise_()
        self.activateWindow()
        QTimer.singleShot(0, self, self.sectors.enter_first)

    def _choose_screen(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for number, screen in enumerate(QGuiApplication.screens(), 1):
            size = screen.size()
            menu.addAction(f"Full screen on screen {number}, {size.width()} × {size.height()}", partial(self._show_on, screen.name()))
        menu.addAction("In a window", lambda: self._show_on(_IN_WINDOW))
        menu.popup(self._screens.mapToGlobal(self._screens.rect().topLeft()))

    def _print(self) -> None:
        self.close()  # a dialog would stand behind the page
        self._live.asked.emit("print_list")

    def _show_on(self, where: str) -> None:
        profile.set_option(self._live.desk, undoable=False, share_on=where)
        self.present()

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint(_CONCERNS):
            self._read()

    def _went(self) -> None:
        view = self._live.view
        if view is None or view.meeting.ended_at:
            self.close()  # the call is over, so is the showing
        else:
            self._read()

    def _read(self) -> None:
        """Read the list again; what is shown to somebody is remembered."""
        view = self._live.view
        known = self._live.desk.lists.meeting.profile()
        self._position.say(" ".join(known.ideal_position.split())[:240])
        self._position.setVisible(bool(known.ideal_position))
        self._me.say(known.full_name)
        self._email.say(known.email)
        rows = self._live.desk.lists.meeting.shared(view.meeting.id if view else "", view.meeting.contact_id if view else "")
        self.sectors.show_rows(rows, capturing=self._live.is_live)
        self.missing.setVisible(self._live.is_live)
        QTimer.singleShot(0, self, self._remember)

    def _remember(self) -> None:
        view = self._live.view
        if view and self._live.is_live and self.isVisible():
            fresh = [company_id for company_id in self.sectors.ids() if company_id not in self._remembered]
            self._remembered.update(fresh)  # once for this page: what was taken back stays so
            capture.shown(self._live.desk, view.meeting.id, fresh)

    def _answered(self, company_id: str, said: str) -> None:
        view = self._live.view
        if view and self._live.is_live:
            capture.answer(self._live.desk, view.meeting.id, company_id, Answer(said) if said else None)

    def _add_missing(self) -> None:
        if self._live.is_live and self._writing.enter_missing(self.missing.text()):
            self.missing.setText("")  # not clear(): nothing is left for the line itself to take back

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F5):
            self.close()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._title.size_to(34 if self.width() >= px(860) else 24)

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        QTimer.singleShot(0, self, self._remember)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.sectors.name_line.company_id:
            self._writing.leave_listed()
        super().closeEvent(event)
