"""The wrap-up: what was heard, what follows from it, what was learned. Everything is kept already; Done only leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.desk import MeetingView
from networking_desk.domain.follow_ups import THANKS
from networking_desk.domain.meetings import CaptureKind, elapsed_seconds
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Card, Chip, Tile, clear, column, row
from networking_desk.ui.look.fields import TextArea
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.meeting.capture_line import CaptureLine
from networking_desk.ui.meeting.wrap_rows import WrapRows
from networking_desk.ui.meeting.writing import Writing
from networking_desk.verbs import drafts, meeting


class WrapUp(QWidget):
    """The page after a meeting; one button leaves it."""

    def __init__(self, live: Live, writing: Writing) -> None:
        super().__init__()
        self._live = live
        self._title, self._sentence = Words("", 24, 600, elide=True), Words("", 14, token="text2", wrap=True)
        self.done = Button("Done", "primary", "check")
        self.done.clicked.connect(lambda: live.asked.emit("done"))
        top = QHBoxLayout()
        top.addLayout(column(self._title, self._sentence, spacing=4), 1)
        top.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)
        self._count_row = QWidget()
        self._counts = QHBoxLayout(self._count_row)
        self._counts.setContentsMargins(0, 0, 0, 0)
        self._counts.setSpacing(px(12))
        self._table = WrapRows(live)
        self._open = Words("", 13, token="text2", elide=True)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(24), px(18), px(24), px(20))
        page.setSpacing(px(16))
        page.addLayout(top)
        page.addWidget(self._count_row)
        page.addWidget(self._table)
        page.addWidget(self._open)
        page.addWidget(self._more_card(writing))
        foot = self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        foot.setSpacing(px(16))
        foot.addWidget(self._thanks_card(), 1)
        foot.addWidget(self._learned_card(), 1)
        page.addLayout(foot)
        page.addStretch(1)

    def _more_card(self, writing: Writing) -> Card:
        """A name, a company, a promise that comes back to mind is written down as it was in the call."""
        card = Card(spacing=10)
        self.capture = CaptureLine(self._live.desk, writing)
        card.body.addWidget(Words("Anything else that you heard?", 15, 600))
        card.body.addWidget(self.capture)
        return card

    def _thanks_card(self) -> Card:
        card = Card()
        self._thanks = Words("", 14, token="text2", wrap=True)
        self._thanks.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._call_first = Chip()
        draft = Button("Draft thank-you", "soft", "mail")
        draft.clicked.connect(lambda: self._live.asked.emit("thank_you"))
        self._draft = QWidget()
        self._draft.setLayout(row(draft, Words("Ctrl+Shift+T", 13, token="text2"), None, spacing=10))
        card.body.addLayout(row(Words("Thank-you note", 15, 600), None, self._call_first))
        card.body.addWidget(self._thanks, 1)
        card.body.addWidget(self._draft)
        return card

    def _learned_card(self) -> Card:
        card = Card()
        self._learned = TextArea("What did you learn?", "", "Two lines while it is fresh")
        self._learned.setMinimumHeight(px(110))
        self._learned.settled.connect(lambda text: meeting.edit(self._live.desk, self._view.meeting.id, learned=text))
        card.body.addWidget(Words("What did you learn?", 15, 600))
        card.body.addWidget(self._learned, 1)
        return card

    def fit(self, room: int) -> None:
        """There is so much room beside each other: in a small window what was learned stands below the thanks, and the counts in words alone."""
        self._foot.setDirection(QBoxLayout.Direction.TopToBottom if room < px(600) else QBoxLayout.Direction.LeftToRight)
        self._count_row.setVisible(room >= px(600))  # the sentence above says the same

    def hold(self) -> None:
        """Keep what is being written as it is."""
        self._learned.settle()
        if hasattr(self, "_view") and self.capture.writing.meeting_id == self._view.meeting.id and self._view.meeting.ended_at:
            self.capture.writing.keep()

    def keep(self) -> None:
        """Keep what is being written; words that were not entered are a note."""
        self._learned.settle()
        if hasattr(self, "_view") and self.capture.writing.meeting_id == self._view.meeting.id and self._view.meeting.ended_at:
            self.capture.writing.end_as_note()

    def show_view(self, view: MeetingView, *, fresh: bool) -> None:
        """Show a meeting that was held; `fresh` when it was not the one on show."""
        self._view = view
        if self.capture.writing.meeting_id != view.meeting.id or fresh:
            self.capture.writing.begin(view.meeting.id)
            self.capture.writing.default_to(CaptureKind.REFERRAL)
        minutes = max(1, round(elapsed_seconds(view.meeting, self._live.desk.clock.now()) / 60))
        captured = self._live.desk.lists.meeting.captured(view.meeting.id)
        owed = self._live.desk.lists.meeting.follow_ups(view.meeting.id)
        self._title.say(f"{say.count(minutes, 'minute')} with {view.person.full_name}")
        granted = f" They offered {view.meeting.granted_minutes} more." if view.meeting.granted_minutes else ""
        self._sentence.say(_sentence([c.kind for c in captured]) + granted)
        self._show_counts([c.kind for c in captured])
        self._table.show_rows(view.person.full_name, captured, owed)
        left = [item.text for stage in view.stages for item in view.checklist if item.stage_id == stage.id and item.done_at is None]
        self._open.say(f"Not ticked: {'; '.join(left)}." if left else "")
        self._open.setVisible(bool(left))
        self._learned.show_text(view.meeting.learned)
        self._thanks.say(drafts.thank_you(self._live.desk, view.meeting.id))
        thanks = next((one for one in owed if one.kind in THANKS), None)
        self._draft.setVisible(thanks is not None)  # once they were thanked there is nothing to write
        call = thanks is not None and thanks.kind == "thank_you_call"
        today = self._live.desk.clock.today()
        self._call_first.say(f"Call comes first, {say.on(thanks.due_on, today)}" if thanks and call else "", "grey", "phone")
        if fresh:
            self.done.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_counts(self, kinds: list[str]) -> None:
        clear(self._counts)
        five = "promise" in kinds  # little room for each
        for kind, (icon, tone, words) in say.KINDS.items():
            number = kinds.count(kind)
            if kind == "promise" and not five:
                continue
            card = Card(padding=12)
            word = "company" if five and kind == "company" else words.lower()
            many = word if number == 1 else word.replace("company", "companies") if kind == "company" else word + "s"
            line = QHBoxLayout()
            line.setSpacing(px(10))
            line.addWidget(Tile(icon, tone, 32))
            line.addLayout(column(Words(str(number), 18, 600), Words(many, 12, token="text2", elide=True), spacing=0), 1)
            card.body.addLayout(line)
            self._counts.addWidget(card, 1)


def _sentence(kinds: list[str]) -> str:
    parts = [
        say.count(kinds.count(kind), one, many)
        for kind, one, many in (
            ("referral", "name", "names"), ("company", "missing company", "missing companies"), ("lead", "job lead", "job leads"),
            ("note", "note", "notes"), ("promise", "promise", "promises"),
        )
        if kind in kinds
    ]  # fmt: skip
    if not parts:
        return "Nothing was written down. Add what you remember under “What did you learn?”."
    said = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
    return f"{said[:1].upper()}{said[1:]}. Everything below is saved."
