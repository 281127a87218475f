"""What is inside the main window: tabs and their pages, the side panel, the toast; built after the window's first paint."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from networking_desk.desk import Kinds
from networking_desk.domain import agenda
from networking_desk.domain.agenda import Tone
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui import commands, errors
from networking_desk.ui.background import Work
from networking_desk.ui.beginning import Beginning
from networking_desk.ui.doing import Doing
from networking_desk.ui.header import TABS, Header
from networking_desk.ui.live import Live
from networking_desk.ui.look.dialog import helper
from networking_desk.ui.look.focus import FocusRing
from networking_desk.ui.look.text import tell
from networking_desk.ui.look.theme import look, px
from networking_desk.ui.look.toast import Toast
from networking_desk.ui.sample import SampleStrip
from networking_desk.ui.side.panel import SidePanel
from networking_desk.verbs import meeting, profile

_TIMER = 3
_NARROW, _WIDE = 1100, 1440


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


class Place(NamedTuple):
    """Where one is in the window: the tab, what is chosen in its table, the meeting that it is all about, whether its call window is open, the welcome's step."""

    tab: int
    record_id: str
    meeting_id: str
    call_window: bool
    step: int


class Inside:
    """Everything that the window shows; the window itself only frames it and hands its events on."""

    def __init__(self, window: QMainWindow, live: Live, build_again: Callable[[], None]) -> None:
        self._window = window
        self._build_again = build_again
        self._live = live
        self._desk = live.desk
        look.seconds = self._desk.settings.seconds
        self._pages: dict[int, Any] = {}
        self.beginning = Beginning(self, live)
        self.doing = Doing(self, window, live, self.beginning.commands())
        self._actions, self._menu = commands.build(window, self.doing.do)
        window.menuBar().hide()
        self.stack = QStackedWidget()
        middle = QWidget()
        middle.setObjectName("page")
        body = QVBoxLayout(middle)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(SampleStrip(live))
        body.addWidget(self.stack, 1)
        window.setCentralWidget(middle)
        self._header = Header(self._actions, self._menu, self.doing.do)
        self.tabs = self._header.tabs
        self.tabs.tabBarClicked.connect(self.go)
        self.tabs.currentChanged.connect(self._tab_chosen)
        window.addToolBar(self._header)
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.panel = SidePanel(live)
        self.panel.folded.connect(self._folded)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
        self.toast = Toast(middle)
        self.toast.instead = self._beside_the_line
        self._ring = FocusRing(window)
        self._listen(live)
        if self.beginning.is_due:
            self.beginning.show()
        else:
            self.go(_TIMER if live.is_live else 0)
            QTimer.singleShot(0, lambda: self.page(self.tabs.currentIndex()).focus_first())
        self._count()
        self._pill()

    def _listen(self, live: Live) -> None:
        live.changed.connect(self._changed)
        live.went.connect(self._went)
        live.ticked.connect(self._pill)
        live.new_day.connect(self._count)
        live.said.connect(lambda words: self.toast.say(words, "Undo", lambda: self.doing.do("undo"), "Ctrl+Z"))
        live.told.connect(self.toast.say)
        live.asked.connect(self.doing.do)
        live.asked_contact.connect(lambda contact_id: self.open(1, contact_id))
        live.asked_company.connect(lambda company_id: self.open(2, company_id))
        live.asked_tab.connect(lambda name: self.go([text for _, text in TABS].index(name)))
        errors.told.append(self.toast.say)
        errors.reported.append(self._report)
        helper.append(self.doing.help_for)

    def page(self, number: int) -> Any:
        """A tab's page, made when it is first wanted."""
        if number not in self._pages:
            self._pages[number] = _page(number, self._live)
            self.stack.addWidget(self._pages[number])
        return self._pages[number]

    def go(self, number: int) -> None:
        """Show a tab."""
        if number < 0:
            return
        self.beginning.leave()
        self.stack.setCurrentWidget(self.page(number))
        if self.tabs.currentIndex() != number:
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(number)
            self.tabs.blockSignals(False)
        self._fold_for(number)

    def _tab_chosen(self, number: int) -> None:
        if self.stack.currentWidget() is not self._pages.get(number):
            self.go(number)

    def open(self, number: int, record_id: str) -> None:
        self.go(number)
        self.page(number).choose(record_id)
        self.page(number).focus_first()

    def _beside_the_line(self, words: str, action: str, act: Callable[[], object] | None) -> bool:
        """While a meeting runs nothing pops up: what there is to say stands beside the capture line, if that is in sight."""
        timer = self._pages.get(_TIMER)
        if timer is None or not self._live.is_live or (self.stack.currentWidget() is not timer and QApplication.activeWindow() is self._window):
            return False
        timer.say(words, action, act)
        return True

    def _report(self, code: str) -> None:
        tell(self._window, "Something went wrong", "The program met an error of its own. What you had entered is kept.", code)

    def _changed(self, kinds: Kinds) -> None:
        if "Setting" in kinds:
            look.seconds = self._desk.settings.seconds
        if not kinds.isdisjoint({"FollowUp", "Contact"}):
            self._count()
        if "Meeting" in kinds:
            self._pill()
        self.beginning.changed(kinds)

    def _went(self) -> None:
        if self._live.is_live and self.beginning.welcome is None:
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
        tone = {Tone.CALM: "accent", Tone.CLOSING: "amber"}.get(pace.tone, "dusk")
        said = "Interview" if pace.tone is Tone.INTERVIEW else f"+{whole} min" if pace.left <= 0 else f"{whole} min"
        self.tabs.pill(_TIMER, said, tone)

    def _fold_for(self, number: int) -> None:
        name, chosen = TABS[number][1], self._desk.settings.panel_folded.split(",")
        cramped = number != _TIMER and self._window.width() < px(_NARROW) and f"+{name}" not in chosen
        folded = cramped or (name in chosen and self._window.width() < px(_WIDE))
        self.panel.fold(folded)
        self._header.show_panel(not folded)

    def _folded(self, folded: bool) -> None:
        name = TABS[self.tabs.currentIndex()][1]
        kept = {name} if folded else {f"+{name}"} if self._window.width() < px(_NARROW) else set()
        names = {n for n in self._desk.settings.panel_folded.split(",") if n} - {name, f"+{name}"} | kept
        profile.set_option(self._desk, undoable=False, panel_folded=",".join(sorted(names)))
        self._header.show_panel(not folded)

    def resized(self, before: int) -> None:
        """Fit into the window's new width; `before` is the one it had, -1 for none."""
        width = self._window.width()
        wide = width >= px(_NARROW)
        self._header.widen(wide)
        self.panel.narrow(not wide)
        if before > 0 and any((before >= px(edge)) != (width >= px(edge)) for edge in (_NARROW, _WIDE)):
            self._fold_for(self.tabs.currentIndex())

    def build_again(self) -> None:
        """Have all of this built anew, once whoever asked for it is done."""
        QTimer.singleShot(0, self._build_again)

    def close(self) -> bool:
        """Close the window."""
        return self._window.close()

    def keep(self) -> None:
        """Keep everything that is being written."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        for page in (*self._pages.values(), self.beginning.welcome, self.panel):
            if page is not None and hasattr(page, "keep"):
                page.keep()

    def _hold(self) -> None:
        """Keep what is being written as it is: the same places show it again in a moment."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        for page in (*self._pages.values(), self.beginning.welcome, self.panel):
            if page is not None and (hold := getattr(page, "hold", None) or getattr(page, "keep", None)):
                hold()

    def closing(self) -> None:
        """Keep everything that is being written; leaving a wrap-up without a word keeps it all too."""
        for work in self._window.findChildren(Work):
            work.stop()
            work.wait()  # the desk stays open until what is being written is whole or taken back
        self.keep()
        self._close_windows()
        view = self._live.view
        if view and view.meeting.state is MeetingState.HELD:
            meeting.finish(self._desk, view.meeting.id)
        self._forget()

    def _close_windows(self) -> None:
        if _TIMER in self._pages:
            self._pages[_TIMER].close_windows()

    def _forget(self) -> None:
        self._live.stop()
        errors.told.clear()
        errors.reported.clear()
        helper.clear()

    def screen(self) -> str:
        """What is seen now, as the help calls it."""
        if self.beginning.welcome is not None:
            return "Welcome"
        number = self.tabs.currentIndex()
        state = self._live.view.meeting.state if self._live.view and number == _TIMER else None
        parts = {MeetingState.PLANNED: ", before", MeetingState.LIVE: ", live", MeetingState.HELD: ", after"}
        return TABS[number][1] + (parts.get(state, "") if state else "")

    def place(self) -> Place:
        """Where one is."""
        number = self.tabs.currentIndex()
        page, timer, view = self._pages.get(number), self._pages.get(_TIMER), self._live.view
        chosen = page.table.current_id() if number in (1, 2) and page else ""
        step = self.beginning.welcome.step if self.beginning.welcome else 0
        return Place(number, chosen, view.meeting.id if view else "", timer is not None and timer.has_call_window, step)

    def go_back_to(self, place: Place) -> None:
        """Show a place again."""
        if place.meeting_id:
            self._live.choose(place.meeting_id)
        if self.beginning.welcome is not None:
            self.beginning.welcome.go_to(place.step)
        else:
            self.go(place.tab)
            if place.record_id:
                self.page(place.tab).choose(place.record_id)
        if place.call_window:
            self.page(_TIMER).open_call_window()

    def take_down(self) -> None:
        """Take everything out of the window, so that it can be built anew."""
        self._hold()
        self._close_windows()
        self._forget()
        self._window.removeToolBar(self._header)
        self._window.removeDockWidget(self.panel)
        menus = (action.menu() for action in self._window.menuBar().actions())
        middle = self._window.takeCentralWidget()
        for gone in (*self._actions.values(), *menus, self._header, self.panel, middle, self._ring, self._menu, self._live):
            if isinstance(gone, QObject):
                gone.deleteLater()
