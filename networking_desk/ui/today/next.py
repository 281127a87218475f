"""The next meeting, with whether you are ready for it; or the invitation to plan one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.domain.meetings import MeetingState
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Avatar, Bar, Card, Chip, Divider, clear, column, row, show_if
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px


class NextMeeting(QWidget):
    """One card. What has the keyboard in it keeps it when the card is made anew."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._fits = (False, False)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)

    def show_now(self) -> None:
        """Read it again."""
        focused = self.focusWidget()
        name = focused.accessibleName() if focused and focused.hasFocus() else ""
        clear(self._body)
        view = self._live.view
        card = self._meeting(view) if view else self._none()
        self._body.addWidget(card)
        again = next((b for b in card.findChildren(Button) if name and b.accessibleName() == name), None)
        if again:
            again.setFocus()

    def _none(self) -> Card:
        card = Card()
        plan = Button("Plan a meeting", "primary", "plus")
        plan.clicked.connect(lambda: self._live.asked.emit("plan"))
        empty = not self._live.desk.lists.contacts.any()
        words = (
            "Bring in the people you know, then plan a talk of 15 or 20 minutes with one of them."
            if empty
            else "Choose a contact and say when: Ctrl+T, “thu 14”, Enter."
        )
        line = row(spacing=12)
        line.addLayout(column(Words("No meeting planned", 16, 600), Words(words, 14, token="text2", wrap=True), spacing=4), 1)
        if empty:
            bring = Button("Import connections", icon_name="import")
            bring.clicked.connect(lambda: self._live.asked.emit("import"))
            line.addWidget(bring)
        line.addWidget(plan)
        card.body.addLayout(line)
        return card

    def _meeting(self, view: MeetingView) -> Card:
        clock, state = self._live.desk.clock, view.meeting.state
        at = clock.local(view.meeting.started_at or view.meeting.planned_at or clock.now())
        seconds = (at - clock.local(clock.now())).total_seconds()
        if state is MeetingState.LIVE:
            when = "running now"
        elif state is MeetingState.HELD:
            when = "wrap it up"
        else:
            when = say.until(seconds) if seconds > 0 else "it is time"
        card = Card(padding=0, spacing=0)
        clock_words = column(
            None,
            Words(say.time(at), 28, 600, tabular=True),
            Words(when if at.date() == clock.today() else say.day(at.date(), clock.today()), 13, 500, "accent_text"),
            None,
        )
        opens = Button("Wrap up" if state is MeetingState.HELD else "Open meeting", "primary", "timer")
        opens.clicked.connect(lambda: self._live.asked_tab.emit("Meeting timer"))
        line = QHBoxLayout()
        line.setContentsMargins(px(20), px(14), px(18), px(14))
        line.setSpacing(px(20))
        line.addLayout(clock_words)
        edge = QFrame()
        edge.setObjectName("edge")
        edge.setFixedWidth(1)
        line.addWidget(edge)
        if self._fits[1]:
            line.addWidget(Avatar(view.person.full_name, 44), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(self._who(view), 1)
        shares = Button("Share list", icon_name="presentation")
        shares.clicked.connect(lambda: self._live.asked.emit("share"))
        show_if(shares, state is not MeetingState.HELD and self._fits[1])
        line.addLayout(column(None, opens, shares, None, spacing=8))
        card.body.addLayout(line)
        if state is MeetingState.PLANNED:
            card.body.addWidget(Divider())
            card.body.addLayout(self._readiness(view))
        return card

    def _who(self, view: MeetingView) -> QVBoxLayout:
        chips = [Chip(f"{view.meeting.planned_minutes} minutes", "grey", "timer")]
        if view.referred_by and self._fits[0]:
            chips.append(Chip(f"Referred by {view.referred_by}"[:40], "grey", "corner-down-right"))
        return column(
            None, Words(view.person.full_name, 18, 600, elide=True), Words(say.at_company(view.person.title, view.person.company), 14, token="text2", elide=True),
            4, row(*chips, None), None,
        )  # fmt: skip

    def _readiness(self, view: MeetingView) -> QHBoxLayout:
        checks = view.readiness()
        ready = sum(done for _, done in checks)
        bar = Bar("Ready", 120)
        bar.fill(ready, len(checks))
        still = ", ".join(i.text[:1].lower() + i.text[1:] for i, done in checks if not done)
        words = f"Still to do: {still}" if still else "You are ready."
        foot = row(Words(f"{ready} of {len(checks)} ready", 14, 500), bar, Words(words, 13, token="text2", elide=True), spacing=12)
        foot.setContentsMargins(px(20), px(10), px(18), px(10))
        return foot

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        fits = (self.width() >= px(720), self.width() >= px(560))  # who referred you; a face and a second button
        if fits != self._fits:
            self._fits = fits
            self.show_now()
