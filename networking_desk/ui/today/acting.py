"""What can be done about a follow-up: done, put off, call, write, copy; nothing is ever sent from here."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from networking_desk.desk import FollowUpRow
from networking_desk.domain.contacts import TouchKind
from networking_desk.domain.errors import DeskError
from networking_desk.domain.follow_ups import FollowUpState
from networking_desk.domain.meetings import parse_when
from networking_desk.ui import errors, links, say
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.dialog import OneLine
from networking_desk.verbs import drafts, follow_up


class Acting:
    """Does what is asked of a line in the list of follow-ups."""

    def __init__(self, live: Live, owed: Lines) -> None:
        self._live = live
        self.owed = owed

    def act(self, action: str, follow_up_id: str) -> None:
        """Do an action, by its name, for the follow-up of that id."""
        owed = next((r for r in self.owed.rows() if r.id == follow_up_id), None)
        if owed is None:
            return
        desk = self._live.desk
        title = say.follow_up(owed.kind, owed.full_name, owed.about)
        try:
            if action == "done":
                follow_up.done(desk, owed.id)
                self._live.said.emit(f"{title}: done")
            elif action == "drop":
                follow_up.close(desk, owed.id, FollowUpState.SKIPPED)
                self._live.said.emit(f"{title}: dropped")
            elif action == "snooze":
                self._snooze(owed)
            elif action == "open":
                self._live.asked_contact.emit(owed.contact_id)
            elif action == "primary":
                self._call(owed) if owed.kind == "thank_you_call" else self._write(owed)
            else:
                {"call": self._call, "write": self._write, "copy": self._copy, "voicemail": self._voicemail}[action](owed)
        except DeskError as error:
            errors.tell(error)

    def _call(self, owed: FollowUpRow) -> None:
        link = next(filter(None, map(links.tel, owed.phones)), None)
        if link and links.open_link(link):
            self._live.said.emit(f"Calling {owed.full_name}. Space marks it as done")
        elif owed.phones:
            QGuiApplication.clipboard().setText(owed.phones[0])
            self._live.said.emit(f"{owed.phones[0]} copied: only numbers that begin with + can be dialled from here")
        else:
            self._live.asked_contact.emit(owed.contact_id)
            self._live.said.emit(f"{owed.full_name} has no telephone number yet")

    def _write(self, owed: FollowUpRow) -> None:
        draft = drafts.for_follow_up(self._live.desk, owed)
        if not owed.emails:
            QGuiApplication.clipboard().setText(draft.body)
            self._live.said.emit(f"{owed.full_name} has no e-mail address yet. The draft is copied")
            return
        link, long = links.mailto(owed.emails[0], draft.subject, draft.body)
        if long:
            QGuiApplication.clipboard().setText(draft.body)
        opened = links.open_link(link)
        if opened:
            self._live.said.emit("The draft was too long to hand over: paste it" if long else f"Draft for {owed.full_name} opened. Space marks it as done")
        else:
            QGuiApplication.clipboard().setText(draft.body)
            self._live.said.emit("No mail program answered. The draft is copied")

    def _copy(self, owed: FollowUpRow) -> None:
        draft = drafts.for_follow_up(self._live.desk, owed)
        QGuiApplication.clipboard().setText(draft.body)
        self._live.said.emit(f"Draft for {owed.full_name} copied")

    def _voicemail(self, owed: FollowUpRow) -> None:
        follow_up.done(self._live.desk, owed.id, TouchKind.VOICEMAIL)
        self._live.said.emit(f"Voicemail for {owed.full_name} written down")

    def _snooze(self, owed: FollowUpRow) -> None:
        desk = self._live.desk
        menu = QMenu(self.owed)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, day in follow_up.snooze_days(desk.clock.today()).items():
            menu.addAction(f"{words}, {say.day(day, desk.clock.today())}" if words != "Tomorrow" else words, partial(self._put_off, owed, day))
        menu.addAction("A day…", lambda: self._snooze_to(owed))
        place = next(i for i, r in enumerate(self.owed.rows()) if r.id == owed.id)
        corner = self.owed.visualRect(self.owed.model().index(place, 0)).bottomLeft()
        menu.popup(self.owed.viewport().mapToGlobal(corner))
        menu.setActiveAction(menu.actions()[0])

    def _put_off(self, owed: FollowUpRow, day: date) -> None:
        follow_up.snooze(self._live.desk, owed.id, day)
        self._live.said.emit(f"Put off to {say.day(day, self._live.desk.clock.today())}")

    def _snooze_to(self, owed: FollowUpRow) -> None:
        def enter(words: str) -> None:
            clock = self._live.desk.clock
            self._put_off(owed, parse_when(words, clock.local(clock.now()).replace(tzinfo=None)).date())

        OneLine(self.owed, "Put off to a day", "For example: thu, 1 dec, 2026-12-01", "thu", "Put off", enter).open()
