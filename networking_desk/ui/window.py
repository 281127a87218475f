"""The main window: tabs, the side panel, the toast, and what every command does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QTimer, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QMenu, QSizePolicy, QStackedWidget, QToolBar, QVBoxLayout, QWidget

from networking_desk.desk import Kinds
from networking_desk.domain import agenda
from networking_desk.domain.agenda import Tone
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import CaptureKind, MeetingState
from networking_desk.ui import commands, errors
from networking_desk.ui.live import Live
from networking_desk.ui.look import theme
from networking_desk.ui.look.buttons import Button, IconButton
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.focus import FocusRing
from networking_desk.ui.look.tabs import HeaderTabs
from networking_desk.ui.look.text import tell
from networking_desk.ui.look.theme import px
from networking_desk.ui.look.toast import Toast
from networking_desk.ui.side.panel import SidePanel
from networking_desk.verbs import capture, contacts, meeting, profile, target_list

TABS = (("sun", "Today"), ("users", "Contacts"), ("building-2", "Target Companies"), ("timer", "Meeting timer"), ("chart-no-axes-column", "Progress"))
_TIMER = 3
_NARROW = 1100
_SIZES = (90, 100, 115, 130)


def _page(number: int, live: Live) -> QWidget:
    """A tab's page, imported only when it is first opened: what the first screen does not show costs nothing at the start."""
    if number == 0:
        from networking_desk.ui.today.tab import TodayTab

        return TodayTab(live)
    if number == 1:
        from networking_desk.ui.contacts.tab import ContactsTab

        return ContactsTab(live)
    if number == 2:
        from networking_desk.ui.companies.tab import CompaniesTab

        return CompaniesTab(live)
    if number == _TIMER:
        from networking_desk.ui.meeting.tab import MeetingTab

        return MeetingTab(live)
    from networking_desk.ui.progress.tab import ProgressTab

    return ProgressTab(live)


class Window(QMainWindow):
    """Networking Desk on the screen."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._desk = live.desk
        self._pages: dict[int, Any] = {}
        self._welcome: Any = None
        self.setWindowTitle("Networking Desk")
        self.setAccessibleName("Networking Desk")
        self.setAcceptDrops(True)
        self.setMinimumSize(880, 520)
        self._actions, self._menu = commands.build(self, self.do)
        self.menuBar().hide()
        self._stack = QStackedWidget()
        middle = QWidget()
        middle.setObjectName("page")
        body = QVBoxLayout(middle)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._stack)
        self.setCentralWidget(middle)
        self._make_header()
        self.panel = SidePanel(live)
        self.panel.folded.connect(self._folded)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        self.toast = Toast(middle)
        self._ring = FocusRing(self)
        live.changed.connect(self._changed)
        live.went.connect(self._went)
        live.ticked.connect(self._pill)
        live.new_day.connect(self._count)
        live.said.connect(lambda words: self.toast.say(words, "Undo", self._undo, "Ctrl+Z") if self._undoable(words) else self.toast.say(words))
        live.asked.connect(self.do)
        live.asked_contact.connect(lambda contact_id: self._open(1, contact_id))
        live.asked_company.connect(lambda company_id: self._open(2, company_id))
        live.asked_tab.connect(lambda name: self.go([text for _, text in TABS].index(name)))
        errors.told.append(lambda words: self.toast.say(words))
        errors.reported.append(self._report)
        self._place()
        if self._desk.settings.welcomed or self._desk.lists.contacts.count() or live.view:
            self.go(_TIMER if live.is_live else 0)
            QTimer.singleShot(0, lambda: self.page(self.tabs.currentIndex()).focus_first())
        else:
            self._show_welcome()
        self._count()
        self._pill()

    def _make_header(self) -> None:
        self.tabs = HeaderTabs(list(TABS))
        self.tabs.tabBarClicked.connect(self.go)
        self.tabs.currentChanged.connect(self._tab_chosen)
        self._new = Button("New", icon_name="plus", icon_token="accent")
        new = QMenu(self)
        for name in ("new_contact", "new_company", "plan"):
            new.addAction(self._actions[name])
        self._new.clicked.connect(lambda: new.popup(self._new.mapToGlobal(self._new.rect().bottomLeft())))
        self._panel_button = IconButton("panel-right", "Side panel", kind="bare", checkable=True)
        self._panel_button.clicked.connect(lambda: self.do("panel"))
        menu_button = IconButton("menu", "Menu", kind="bare")
        menu_button.clicked.connect(lambda: self._menu.popup(menu_button.mapToGlobal(menu_button.rect().bottomLeft())))
        header = QWidget()
        header.setObjectName("header")
        header.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        header.setFixedHeight(px(56))
        header.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(header)
        line.setContentsMargins(px(12), 0, px(14), 0)
        line.setSpacing(px(8))
        line.addWidget(self.tabs)
        line.addStretch(1)
        for widget in (self._new, self._panel_button, menu_button):
            line.addWidget(widget)
        bar = QToolBar("Header")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        bar.addWidget(header)
        self.addToolBar(bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def page(self, number: int) -> Any:
        """A tab's page, made when it is first wanted."""
        if number not in self._pages:
            self._pages[number] = _page(number, self._live)
            self._stack.addWidget(self._pages[number])
        return self._pages[number]

    def go(self, number: int) -> None:
        """Show a tab."""
        if number < 0:
            return
        self._leave_welcome()
        self._stack.setCurrentWidget(self.page(number))
        if self.tabs.currentIndex() != number:
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(number)
            self.tabs.blockSignals(False)
        self._fold_for(number)

    def _tab_chosen(self, number: int) -> None:
        if self._stack.currentWidget() is not self._pages.get(number):
            self.go(number)

    def _open(self, number: int, record_id: str) -> None:
        self.go(number)
        self.page(number).choose(record_id)
        self.page(number).focus_first()

    def _show_welcome(self) -> None:
        from networking_desk.ui.profile import Welcome

        self._welcome = Welcome(self._live, lambda: self.go(1 if not self._desk.lists.contacts.count() else 0))
        self._stack.addWidget(self._welcome)
        self._stack.setCurrentWidget(self._welcome)
        self.panel.hide()
        QTimer.singleShot(0, self._welcome.focus_first)

    def _leave_welcome(self) -> None:
        if self._welcome is not None:
            welcome, self._welcome = self._welcome, None
            welcome.keep()
            self._stack.removeWidget(welcome)
            welcome.deleteLater()
            self.panel.show()
            profile.set_option(self._desk, undoable=False, welcomed=True)

    def do(self, name: str) -> None:
        """Do a command by its name; what the user can put right is told in the toast."""
        try:
            if name.startswith("tab"):
                self.go(int(name[3:]) - 1)
                self.page(self.tabs.currentIndex()).focus_first()
            elif name.startswith("look_"):
                profile.set_option(self._desk, undoable=False, scheme=name[5:])
                self._dress()
            elif name in ("next", "previous", "pause", "grant", "end", "start", "done"):
                self._meet(name)
            else:
                getattr(self, f"_{name}")()
        except DeskError as error:
            errors.tell(error)

    def _meet(self, name: str) -> None:
        view = self._live.view
        state = view.meeting.state if view else None
        if view is None or (name == "start" and state is MeetingState.HELD):
            self._plan()
        elif name == "start":
            if state is MeetingState.PLANNED:
                meeting.start(self._desk, view.meeting.id)
            self.go(_TIMER)
            self.page(_TIMER).focus_first()
        elif name == "done":
            self.page(_TIMER).keep()
            meeting.finish(self._desk, view.meeting.id)
            self.go(0)
            self.page(0).focus_first()
        elif state is MeetingState.LIVE:
            place = view.meeting.stage_position or 0
            {
                "next": lambda: meeting.go_to_stage(self._desk, view.meeting.id, place + 1),
                "previous": lambda: meeting.go_to_stage(self._desk, view.meeting.id, place - 1),
                "pause": lambda: meeting.pause(self._desk, view.meeting.id),
                "grant": lambda: meeting.grant(self._desk, view.meeting.id),
                "end": lambda: self._end(view.meeting.id),
            }[name]()

    def _end(self, meeting_id: str) -> None:
        line = self.page(_TIMER).running.capture
        if line.line.text().strip():  # words that were typed are not lost to the end of the call; what they are is settled later
            capture.save(self._desk, meeting_id, CaptureKind.NOTE, line.line.text())
            line.clear()
        meeting.end(self._desk, meeting_id)
        self.go(_TIMER)
        self.page(_TIMER).focus_first()

    def _new_contact(self) -> None:
        def enter(words: str) -> None:
            self._open(1, contacts.add_spoken(self._desk, words))

        OneLine(self, "New contact", "Name, title, company. An e-mail address and a telephone number may follow.", "Ann Lee, VP Operations, Northwind", "Add", enter).open()

    def _new_company(self) -> None:
        def enter(words: str) -> None:
            self._open(2, target_list.add_spoken(self._desk, words))

        OneLine(self, "New target company", "Name, industry, place. A single A, B or C is its priority.", "Kestrel Robotics, Robotics, Eindhoven", "Add", enter).open()

    def _plan(self) -> None:
        person = self._desk.lists.contacts.person(self._live.contact_id) if self._live.contact_id else None

        def enter(words: str) -> None:
            made = meeting.plan_spoken(self._desk, person.id if person else None, words)
            self._live.choose(made)
            self.go(_TIMER)

        whom = f"With {person.full_name}. When? " if person else "With whom, and when? Write the name before the time: Ann Lee, thu 14. "
        OneLine(self, "Plan a meeting", whom + "For example: now, today 14:30, thu 14, 2026-12-01 09:00", "thu 14", "Plan", enter).open()

    def _import(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from networking_desk.ui import importing

        files, _ = QFileDialog.getOpenFileNames(self, "Import", str(Path.home()), importing.FILTER)
        self.bring([Path(file) for file in files])

    def bring(self, files: list[Path]) -> None:
        """Import files, beside the window."""
        if files:
            from networking_desk.ui.importing import ImportDialog

            ImportDialog(self, self._live, files)

    def _export_json(self) -> None:
        from networking_desk.verbs import exchange

        self._export("networking-desk.json", lambda: exchange.export_json(self._desk).encode())

    def _export_csv(self) -> None:
        from networking_desk.verbs import exchange

        self._export("contacts.csv", lambda: exchange.export_csv(self._desk))

    def _export(self, name: str, made: Callable[[], bytes]) -> None:
        from PySide6.QtWidgets import QFileDialog

        from networking_desk.verbs import exchange

        out, _ = QFileDialog.getSaveFileName(self, "Export", str(Path.home() / name))
        if out:
            exchange.write_file(Path(out), made())
            self.toast.say(f"{Path(out).name} written")

    def _undo(self) -> None:
        self._take_back(redo=False)

    def _redo(self) -> None:
        self._take_back(redo=True)

    def _take_back(self, *, redo: bool) -> None:
        verb = self._desk.redo if redo else self._desk.undo
        if self._desk.undo_is_long(redo=redo):
            from networking_desk.ui.background import Work

            self.toast.say("One moment…")
            Work(lambda _: verb(), self).connect_to(lambda label: self._taken(label, redo), errors.tell).start()
        else:
            self._taken(verb(), redo)

    def _taken(self, label: str | None, redo: bool) -> None:
        if label is None:
            self.toast.say("Nothing to do again" if redo else "Nothing to undo")
        elif redo:
            self.toast.say(f"Done again: {label[:1].lower()}{label[1:]}")
        else:
            self.toast.say(f"Undone: {label[:1].lower()}{label[1:]}", "Redo", self._redo, "Ctrl+Shift+Z")

    def _undoable(self, words: str) -> bool:
        return not any(part in words for part in ("copied", "opened", "Calling", "has no", "cannot be", "answered"))

    def _find(self) -> None:
        number = self.tabs.currentIndex()
        if number not in (1, 2):
            self.go(1)
            number = 1
        search = self.page(number).search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def _rename(self) -> None:
        page = self.page(self.tabs.currentIndex())
        if hasattr(page, "edit_name"):
            page.edit_name()

    def _log(self) -> None:
        if self._live.contact_id:
            self.page(1)._detail.log_call()

    def _write(self) -> None:
        if self._live.contact_id:
            self.page(1)._detail.write()

    def _profile(self) -> None:
        from networking_desk.ui.profile import ProfileDialog

        ProfileDialog(self, self._desk).open()

    def _trash(self) -> None:
        from networking_desk.ui.trash import TrashDialog

        TrashDialog(self, self._live).open()

    def _next_tab(self) -> None:
        self.go((self.tabs.currentIndex() + 1) % len(TABS))

    def _previous_tab(self) -> None:
        self.go((self.tabs.currentIndex() - 1) % len(TABS))

    def _panel(self) -> None:
        self.panel._user_folds(not self.panel.is_folded)

    def _next_area(self) -> None:
        self._move_area(1)

    def _previous_area(self) -> None:
        self._move_area(-1)

    def _move_area(self, by: int) -> None:
        areas: list[QWidget] = [self.tabs, self._stack, self.panel]
        focused = QApplication.focusWidget()
        here = next((i for i, area in enumerate(areas) if focused and (area is focused or area.isAncestorOf(focused))), 0)
        target = areas[(here + by) % 3]
        if target is self._stack:
            page = self._stack.currentWidget()
            page.focus_first() if hasattr(page, "focus_first") else page.setFocus()
            if not page.isAncestorOf(QApplication.focusWidget() or self):
                page.nextInFocusChain().setFocus(Qt.FocusReason.TabFocusReason)
        elif target is self.panel:
            first = next((w for w in self.panel.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()), None)
            if first:
                first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _larger(self) -> None:
        self._resize_text(1)

    def _smaller(self) -> None:
        self._resize_text(-1)

    def _resize_text(self, by: int) -> None:
        now = self._desk.settings.text_size
        at = _SIZES.index(now) if now in _SIZES else 1
        profile.set_option(self._desk, undoable=False, text_size=_SIZES[max(0, min(len(_SIZES) - 1, at + by))])
        self.toast.say(f"Text at {self._desk.settings.text_size} %. Everything follows when the program is opened again")
        self._dress()

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, self._desk.settings.scheme, self._desk.settings.text_size)

    def _keys(self) -> None:
        commands.KeysDialog(self).open()

    def _about(self) -> None:
        from networking_desk import __version__

        tell(self, "About Networking Desk", f"Networking Desk {__version__}\n\nEverything stays on this computer, in {self._desk.folder}.")

    def _quit(self) -> None:
        self.close()

    def _report(self, code: str) -> None:
        tell(self, "Something went wrong", "The program met an error of its own. What you had entered is kept.", code)

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint({"FollowUp", "Contact"}):
            self._count()
        if "Meeting" in kinds:
            self._pill()

    def _went(self) -> None:
        if self._live.is_live and self._welcome is None:
            self.go(_TIMER)
        self._pill()

    def _count(self) -> None:
        due = self._desk.lists.today.due(self._desk.clock.today())
        self.tabs.pill(0, str(due) if due and not self._live.is_live else "")

    def _pill(self) -> None:
        pace = self._live.pace() if self._live.is_live else None
        if pace is None:
            self.tabs.pill(_TIMER, "")
            return
        whole = agenda.minutes_left(pace.left)
        tone = {Tone.CALM: "accent", Tone.CLOSING: "amber", Tone.OVER: "dusk"}[pace.tone]
        self.tabs.pill(_TIMER, f"+{whole} min" if pace.left <= 0 else f"{whole} min", tone)

    def _fold_for(self, number: int) -> None:
        folded = TABS[number][1] in self._desk.settings.panel_folded.split(",") and self.width() < px(1440)
        self.panel.fold(folded)
        self._panel_button.setChecked(not folded)

    def _folded(self, folded: bool) -> None:
        name = TABS[self.tabs.currentIndex()][1]
        names = {n for n in self._desk.settings.panel_folded.split(",") if n} - {name} | ({name} if folded else set())
        profile.set_option(self._desk, undoable=False, panel_folded=",".join(sorted(names)))
        self._panel_button.setChecked(not folded)

    def _place(self) -> None:
        """Put the window where it was, if that is still on a screen."""
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(1280, screen.width()), min(800, screen.height()))
        kept = self._desk.settings.geometry
        if kept:
            self.restoreGeometry(QByteArray.fromHex(kept.encode()))
            if not any(s.availableGeometry().contains(self.geometry().center()) for s in QGuiApplication.screens()) or self.width() < 880:
                self.setGeometry(screen.x(), screen.y(), min(1280, screen.width()), min(800, screen.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= px(_NARROW)
        self.tabs.widen(wide)
        self._new.say("New" if wide else "", "New")
        self.panel.narrow(not wide)
        if event.oldSize().width() > 0 and (event.oldSize().width() >= px(1440)) != (self.width() >= px(1440)):
            self._fold_for(self.tabs.currentIndex())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F10:
            self._show_menu_bar()
        return super().event(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Alt and event.modifiers() == Qt.KeyboardModifier.NoModifier and self._alone:
            self._show_menu_bar()
        super().keyReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alone = event.key() == Qt.Key.Key_Alt
        super().keyPressEvent(event)

    _alone = False

    def _show_menu_bar(self) -> None:
        self.menuBar().setVisible(not self.menuBar().isVisible())
        if self.menuBar().isVisible():
            self.menuBar().setActiveAction(self.menuBar().actions()[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.bring(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        for page in (*self._pages.values(), self._welcome, self.panel):
            if page is not None and hasattr(page, "keep"):
                page.keep()
        view = self._live.view
        if view and view.meeting.state is MeetingState.HELD:
            meeting.finish(self._desk, view.meeting.id)  # leaving without a word keeps it all too
        geometry = bytes(self.saveGeometry().toHex().data()).decode()
        if geometry != self._desk.settings.geometry:
            profile.set_option(self._desk, undoable=False, geometry=geometry)
        errors.told.clear()
        errors.reported.clear()
        super().closeEvent(event)
