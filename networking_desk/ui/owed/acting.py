"""What can be done about follow-ups: done, put off, dropped, called, written; nothing is ever sent from here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from networking_desk.desk import FollowUpRow
from networking_desk.domain.contacts import TouchKind
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import parse_when
from networking_desk.ui import errors, links, say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.dialog import OneLine
from networking_desk.verbs import follow_up

_MANY = frozenset({"done", "drop", "snooze"})


class Acting:
    """Does what is asked about follow-ups that are shown in some widget."""

    def __init__(self, live: Live, shown_in: QWidget) -> None:
        self._live = live
        self._in = shown_in

    def follow(self, lines: Lines) -> None:
        """Do what is asked of the lines of a list; what can be done to many is done to all that are chosen."""

        def act(action: str, key: str) -> None:
            chosen = lines.chosen_keys()
            keys = chosen if action in _MANY and key in chosen else [key]
            rows = [row for row in lines.rows() if lines.line.key(row) in keys]
            place = next((i for i, row in enumerate(lines.rows()) if lines.line.key(row) == key), 0)
            self.act(action, rows, lines.viewport().mapToGlobal(lines.visualRect(lines.model().index(place, 0)).bottomLeft()))

        lines.acted.connect(act)

    def act(self, action: str, rows: Sequence[FollowUpRow], at: QPoint | None = None) -> None:
        """Do an action, by its name, to these; a menu opens at a point of the screen."""
        if not rows:
            return
        owed, ids = rows[0], [row.id for row in rows]
        desk, said = self._live.desk, self._live.said.emit
        title = say.owed(owed) if len(rows) == 1 else say.count(len(rows), "follow-up")
        if action == "primary":
            action = "sent" if owed.handed_at else "sheet" if owed.kind == "thank_you_call" else "write"
        try:
            if action == "done":
                follow_up.done_many(desk, ids)
                said(f"{title}: done")
            elif action == "sent":
                follow_up.done(desk, owed.id, TouchKind.EMAIL)
                said(f"{title}: done")
            elif action == "not_sent":
                follow_up.not_sent(desk, owed.id)
            elif action == "drop":
                follow_up.drop_many(desk, ids)
                said(f"{title}: dropped")
            elif action == "snooze":
                self._snooze(ids, at)
            elif action == "open":
                self._live.asked_contact.emit(owed.contact_id)
            elif action == "voicemail":
                said(follow_up.voicemail(desk, owed.id))
            else:
                {"call": self.call, "write": self.write, "sheet": self.sheet, "calendar": self.calendar}[action](owed)
        except DeskError as error:
            errors.tell(error)

    def call(self, owed: FollowUpRow) -> None:
        """Dial, or put the number on the clipboard where only that is possible."""
        link = next(filter(None, map(links.tel, owed.phones)), None)
        if link and links.open_link(link):
            self._live.told.emit(f"Calling {owed.full_name}")
        elif owed.phones:
            QGuiApplication.clipboard().setText(owed.phones[0])
            self._live.told.emit(f"{owed.phones[0]} copied: only a whole number that begins with + and has no words beside it can be dialled")
        else:
            self._live.asked_contact.emit(owed.contact_id)
            self._live.told.emit(f"{owed.full_name} has no telephone number yet")

    def write(self, owed: FollowUpRow) -> None:
        """Show the letter that is owed."""
        from networking_desk.ui.owed.draft import DraftDialog

        DraftDialog.for_follow_up(self._in.window(), self._live, owed).open()

    def sheet(self, owed: FollowUpRow) -> None:
        """Show what a call needs."""
        from networking_desk.ui.owed.call_sheet import CallSheetDialog

        CallSheetDialog(self._in.window(), self._live, owed, self.call, self.put_off).open()

    def calendar(self, owed: FollowUpRow) -> None:
        """Hand it to the calendar program."""
        from networking_desk.ui.exporting import open_in_calendar
        from networking_desk.verbs import calendar

        self._live.told.emit(open_in_calendar(self._live.desk, calendar.file_of_follow_up(self._live.desk, owed)))

    def _snooze(self, ids: Sequence[str], at: QPoint | None) -> None:
        today = self._live.desk.clock.today()
        menu = QMenu(self._in)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, day in follow_up.snooze_days(today).items():
            menu.addAction(f"{words}, {say.day(day, today)}" if words != "Tomorrow" else words, partial(self.put_off, ids, day))
        menu.addAction("A day…", lambda: self._snooze_to(ids))
        menu.popup(at or self._in.mapToGlobal(self._in.rect().center()))
        menu.setActiveAction(menu.actions()[0])

    def put_off(self, ids: Sequence[str], day: date) -> None:
        """Put these off to a day, and say so."""
        follow_up.snooze_many(self._live.desk, ids, day)
        self._live.said.emit(f"Put off to {say.day(day, self._live.desk.clock.today())}")

    def _snooze_to(self, ids: Sequence[str]) -> None:
        def enter(words: str) -> None:
            clock = self._live.desk.clock
            self.put_off(ids, parse_when(words, clock.local(clock.now()).replace(tzinfo=None)).date())

        OneLine(self._in, "Put off to a day", "For example: thu, 1 dec, 2026-12-01", "thu", "Put off", enter).open()
