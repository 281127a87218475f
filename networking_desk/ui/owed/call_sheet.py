"""The call sheet: what to have before the eyes while the telephone rings, and one button for how it went."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.desk import CallSheet, FollowUpRow
from networking_desk.domain import business_days
from networking_desk.domain.contacts import TouchKind
from networking_desk.domain.follow_ups import holidays
from networking_desk.domain.places import local_time
from networking_desk.domain.profile import spoken_length
from networking_desk.domain.promises import Whose
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Avatar, Card, Chip, column, row, show_if
from networking_desk.ui.look.dialog import TallDialog
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import drafts, follow_up


class CallSheetDialog(TallDialog):
    """One call. Reached, Voicemail and Later each end it with one click. `call` dials, `put_off` puts follow-ups off to a day."""

    known_as = "Call sheet"

    def __init__(
        self, parent: QWidget, live: Live, owed: FollowUpRow, call: Callable[[FollowUpRow], object], put_off: Callable[[Sequence[str], date], object]
    ) -> None:
        super().__init__(parent, f"Call {owed.full_name}", 620)
        self._live, self._owed, self._call, self._put_off = live, owed, call, put_off
        sheet = live.desk.lists.loops.call_sheet(owed.contact_id, owed.meeting_id)
        page = self.page
        page.setSpacing(px(12))
        self.body.insertLayout(0, self._head(sheet))
        self.body.insertLayout(1, self._number())
        page.addWidget(Words(say.why(owed, live.desk.clock.today()), 14, token="text2", wrap=True))
        self._add_list(page, "What they said", list(sheet.said))
        self._add_list(page, "What you promised", [p.text for p in sheet.promised if p.whose is Whose.MINE])
        self._add_list(page, "What they promised", [p.text for p in sheet.promised if p.whose is Whose.THEIRS])
        self._add_referrals(page, sheet)
        page.addWidget(self._script())
        page.addStretch(1)
        self.foot.addLayout(self._foot())
        self._reached_button.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter says how it went

    def _head(self, sheet: CallSheet) -> QHBoxLayout:
        clock, owed = self._live.desk.clock, self._owed
        line = row(Avatar(owed.full_name, 48), spacing=12)
        met = (
            f"You met {say.ago(clock.local(sheet.met_at).date(), clock.today())} for {say.count(sheet.minutes, 'minute')}"
            if sheet.met_at and sheet.minutes
            else ""
        )
        where = say.at_company(owed.title, owed.company)
        line.addLayout(
            column(Words(owed.full_name, 18, 600, elide=True), Words(". ".join(filter(None, (where, met))), 13, token="text2", elide=True), spacing=2), 1
        )
        return line

    def _number(self) -> QHBoxLayout:
        """The number, large, with what time it is there; a call is one click."""
        clock, owed = self._live.desk.clock, self._owed
        number = Words(owed.phones[0] if owed.phones else "No telephone number yet", 20, 600, tabular=True)
        there = local_time(owed.place, clock.now())
        here = clock.local(clock.now())
        line = row(number, spacing=12)
        if there:
            same = there.utcoffset() == here.utcoffset()
            line.addWidget(
                Chip(
                    f"{say.time(there)} there" + ("" if same else f", {say.day(there.date(), here.date()).lower()}" if there.date() != here.date() else ""),
                    "grey",
                    "clock",
                )
            )
        line.addStretch(1)
        if owed.phones:
            copy, call = Button("Copy", icon_name="copy", name="Copy the number"), Button("Call", "soft", "phone")
            copy.clicked.connect(self._copy)
            call.clicked.connect(self._dial)
            line.addWidget(copy)
            line.addWidget(call)
        else:
            opens = Button("Open the contact")
            opens.clicked.connect(self._open)
            line.addWidget(opens)
        return line

    def _add_list(self, page: QVBoxLayout, title: str, lines: list[str]) -> None:
        if lines:
            page.addLayout(column(Words(title, 13, 600, "text2"), *(Words(f"•  {text}", 14, wrap=True) for text in lines), spacing=3))

    def _add_referrals(self, page: QVBoxLayout, sheet: CallSheet) -> None:
        """How each person whom they named stands, and what they have not heard yet."""
        if not sheet.referrals:
            return
        clock, today = self._live.desk.clock, self._live.desk.clock.today()
        lines = QVBoxLayout()
        lines.setSpacing(px(4))
        for one in sheet.referrals[:8]:
            state = say.referral_state(one.state, clock.local(one.moved_at).date(), today)
            line = row(Words(f"{one.full_name}{', ' + one.company if one.company else ''}", 14, elide=True), spacing=10)
            line.addWidget(Words(state, 13, token="text2"))
            line.addWidget(Chip("" if one.told else "Tell them", "accent"))
            lines.addLayout(line)
        page.addLayout(column(Words("Whom they named", 13, 600, "text2"), lines, spacing=3))

    def _script(self) -> Card:
        words = drafts.script(self._live.desk, self._owed)
        card = Card("soft", padding=14, spacing=6)
        card.body.addLayout(row(Words("What to say", 13, 600, "accent_text"), None, Words(f"about {spoken_length(words)[1]} seconds", 12, token="accent_text")))
        text = Words(words, 15, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(text)
        return card

    def _foot(self) -> QHBoxLayout:
        later, voicemail, reached = Button("Later", icon_name="calendar-clock"), Button("Voicemail"), Button("Reached", "primary", "check")
        later.clicked.connect(self._later)
        voicemail.clicked.connect(self._voicemail)
        reached.clicked.connect(self._reached)
        show_if(voicemail, self._owed.kind == "thank_you_call")
        close = Button("Close")
        close.clicked.connect(self.reject)
        self._reached_button = reached
        return row(close, None, later, voicemail, reached)

    def _dial(self) -> None:
        self._call(self._owed)
        self._reached_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._owed.phones[0])
        self._live.told.emit(f"{self._owed.phones[0]} copied")

    def _open(self) -> None:
        self._live.asked_contact.emit(self._owed.contact_id)
        self.reject()

    def _reached(self) -> None:
        follow_up.done(self._live.desk, self._owed.id, TouchKind.CALL)
        self._live.said.emit(f"{say.owed(self._owed)}: done")
        self.accept()

    def _voicemail(self) -> None:
        self._live.said.emit(follow_up.voicemail(self._live.desk, self._owed.id))
        self.accept()

    def _later(self) -> None:
        """Put the call off to the next working day."""
        desk = self._live.desk
        self._put_off([self._owed.id], business_days.on_or_after(desk.clock.today() + timedelta(days=1), holidays(desk.settings)))
        self.accept()
