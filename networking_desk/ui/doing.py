"""What each command does, one function for each, whoever asked for it: a key, the menu, a button or another place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from networking_desk.domain.errors import DeskError
from networking_desk.domain.paper import PaperKind
from networking_desk.domain.settings import TEXT_SIZES
from networking_desk.ui import errors
from networking_desk.ui.frame import Frame
from networking_desk.ui.live import Live
from networking_desk.ui.look import theme
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.text import tell
from networking_desk.ui.meeting_doing import MeetingDoing
from networking_desk.ui.opening import open_dialog, opens
from networking_desk.ui.owed_doing import OwedDoing
from networking_desk.verbs import contacts, profile, target_list

_CONTACTS, _COMPANIES = 1, 2


class Doing:
    """Does the commands of a window; `parent` is that window as what dialogs belong to, `others` are what its parts can do themselves."""

    def __init__(self, window: Frame, parent: QWidget, live: Live, others: Mapping[str, Callable[[], None]]) -> None:
        self._window = window
        self._others = others
        self._parent = parent
        self._live = live
        self._desk = live.desk
        self._meeting = MeetingDoing(window, parent, live)
        self._owed = OwedDoing(window, parent, live)

    def do(self, name: str) -> None:
        """Do a command by its name; what the user can put right is told in the toast."""
        try:
            if name.startswith("tab"):
                self._window.go(int(name[3:]) - 1)
                self._window.page(self._window.tabs.currentIndex()).focus_first()
            elif name.startswith("look_"):
                profile.set_option(self._desk, undoable=False, scheme=name[5:])
                self._dress()
            elif name.startswith("text_"):
                self._set_text_size(int(name[5:]))
            elif opens(name):
                open_dialog(name, QApplication.activeModalWidget() or self._parent, self._live)
            elif name in self._others:
                self._others[name]()
            elif name.startswith("export_"):
                self._export(name[7:])
            elif name in MeetingDoing.NAMES:
                self._meeting.do(name)
            elif name in OwedDoing.NAMES:
                self._owed.do(name)
            else:
                getattr(self, f"_{name}")()
        except DeskError as error:
            errors.tell(error)

    def _new_contact(self) -> None:
        def enter(words: str) -> None:
            self._window.open(1, contacts.add_spoken(self._desk, words))

        OneLine(
            self._parent,
            "New contact",
            "Name, title, company. An e-mail address and a telephone number may follow.",
            "Ann Lee, VP Operations, Northwind",
            "Add",
            enter,
        ).open()

    def _new_company(self) -> None:
        def enter(words: str) -> None:
            self._window.open(2, target_list.add_spoken(self._desk, words))

        OneLine(
            self._parent,
            "New target company",
            "Name, industry, place. A single A, B or C is its priority.",
            "Kestrel Robotics, Robotics, Eindhoven",
            "Add",
            enter,
        ).open()

    def _build_list(self) -> None:
        from networking_desk.ui.companies.build import BuildDialog

        self._window.go(_COMPANIES)
        BuildDialog(self._parent, self._live).open()

    def _who_inside(self) -> None:
        from networking_desk.ui.companies.joining import WhoDialog

        WhoDialog(self._parent, self._live).open()

    def _import(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from networking_desk.ui import importing

        files, _ = QFileDialog.getOpenFileNames(self._parent, "Import", str(Path.home()), importing.FILTER)
        self.bring([Path(file) for file in files])

    def bring(self, files: list[Path]) -> None:
        """Import files, beside the window."""
        if files:
            from networking_desk.ui.importing import ImportDialog

            ImportDialog(self._parent, self._live, files)

    def _export(self, what: str) -> None:
        from networking_desk.ui import exporting

        exporting.export(self._parent, self._desk, what, self._window.toast.say)

    def _print(self) -> None:
        self._print_paper((PaperKind.WEEK, PaperKind.LIST, PaperKind.LIST, PaperKind.SHEET, PaperKind.LOG)[self._window.tabs.currentIndex()])

    def _print_list(self) -> None:
        self._print_paper(PaperKind.LIST)

    def _print_sheet(self) -> None:
        self._print_paper(PaperKind.SHEET)

    def _print_paper(self, kind: PaperKind) -> None:
        from networking_desk.ui.printing.dialog import PrintDialog
        from networking_desk.ui.printing.papers import Wish

        view = self._live.view
        if view is None and kind is PaperKind.SHEET:  # a sheet is about a meeting; the list needs none
            kind = PaperKind.LIST
        wish = Wish(kind, view.meeting.id, view.person.id) if view else Wish(kind)
        if self._window.tabs.currentIndex() == _CONTACTS and self._live.contact_id and kind is PaperKind.LIST:
            wish = Wish(kind, view.meeting.id if view and view.person.id == self._live.contact_id else "", self._live.contact_id)
        PrintDialog(self._parent, self._live, wish, self._window.toast.say).open()

    def _undo(self) -> None:
        self._take_back(redo=False)

    def _redo(self) -> None:
        self._take_back(redo=True)

    def _take_back(self, *, redo: bool) -> None:
        verb = self._desk.redo if redo else self._desk.undo
        if self._desk.undo_is_long(redo=redo):
            from networking_desk.ui.background import Work

            self._window.toast.say("One moment…")
            Work(lambda _: verb(), self._parent).connect_to(lambda label: self._taken(label, redo), errors.tell).start()
        else:
            self._taken(verb(), redo)

    def _taken(self, label: str | None, redo: bool) -> None:
        self._live.work_out()
        if label is None:
            self._window.toast.say("Nothing to do again" if redo else "Nothing to undo")
        elif redo:
            self._window.toast.say(f"Done again: {label[:1].lower()}{label[1:]}")
        else:
            self._window.toast.say(f"Undone: {label[:1].lower()}{label[1:]}", "Redo", self._redo, "Ctrl+Shift+Z")

    def _find(self) -> None:
        number = self._window.tabs.currentIndex()
        if number not in (1, 2):
            self._window.go(1)
            number = 1
        search = self._window.page(number).search
        search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        search.selectAll()

    def _rename(self) -> None:
        page = self._window.page(self._window.tabs.currentIndex())
        if hasattr(page, "edit_name"):
            page.edit_name()

    def _next_tab(self) -> None:
        self._window.go((self._window.tabs.currentIndex() + 1) % self._window.tabs.count())

    def _previous_tab(self) -> None:
        self._window.go((self._window.tabs.currentIndex() - 1) % self._window.tabs.count())

    def _next_area(self) -> None:
        self._move_area(1)

    def _previous_area(self) -> None:
        self._move_area(-1)

    def _move_area(self, by: int) -> None:
        areas: list[QWidget] = [self._window.tabs, self._window.stack, self._window.panel]
        focused = QApplication.focusWidget()
        here = next((i for i, area in enumerate(areas) if focused and (area is focused or area.isAncestorOf(focused))), 0)
        target = areas[(here + by) % 3]
        if target is self._window.stack:
            page: Any = self._window.stack.currentWidget()
            page.focus_first()
            if not page.isAncestorOf(QApplication.focusWidget() or self._parent):
                page.nextInFocusChain().setFocus(Qt.FocusReason.TabFocusReason)
        elif target is self._window.panel:
            self._window.panel.focus_first()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _larger(self) -> None:
        self._resize_text(1)

    def _smaller(self) -> None:
        self._resize_text(-1)

    def _resize_text(self, by: int) -> None:
        at = TEXT_SIZES.index(self._desk.settings.text_size) + by if self._desk.settings.text_size in TEXT_SIZES else 1
        self._set_text_size(TEXT_SIZES[max(0, min(len(TEXT_SIZES) - 1, at))])

    def _set_text_size(self, size: int) -> None:
        if size != self._desk.settings.text_size:
            profile.set_option(self._desk, undoable=False, text_size=size)
            self._window.build_again()

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, self._desk.settings.scheme, self._desk.settings.text_size)

    def _help(self) -> None:
        self.help_for(QApplication.activeWindow() or self._parent)

    def help_for(self, window: QWidget) -> None:
        """Show the help for a window: for the main one, for what is seen in it."""
        from networking_desk.ui.help.dialog import open_for

        open_for(window, *([] if window is self._parent else [getattr(window, "known_as", ""), window.windowTitle()]), self._window.screen())

    def _about(self) -> None:
        from networking_desk import __version__

        tell(self._parent, "About Networking Desk", f"Networking Desk {__version__}\n\nEverything stays on this computer, in {self._desk.folder}.")

    def _panel(self) -> None:
        self._window.panel.user_folds(not self._window.panel.is_folded)

    def _quit(self) -> None:
        self._window.close()
