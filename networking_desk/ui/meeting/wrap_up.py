"""The wrap-up: what was heard, what follows from it, what was learned. Everything is kept already; Done only leaves."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from networking_desk.desk import CapturedRow, FollowUpRow, MeetingView
from networking_desk.domain.meetings import elapsed_seconds
from networking_desk.domain.referrals import Mode, Permission
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, IconButton, Segmented
from networking_desk.ui.look.cards import Card, Divider, Tile, clear, column, row
from networking_desk.ui.look.fields import TextArea
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import drafts, follow_up, meeting, referrals

# What is asked, and what each answer means: permission to use the name, and who makes the first step.
AGREED = {
    "yes": ("Yes", Permission.YES, Mode.I_CONTACT),
    "asks": ("Asks first", Permission.UNKNOWN, Mode.THEY_ASK_FIRST),
    "introduces": ("Introduces", Permission.YES, Mode.THEY_INTRODUCE),
    "no": ("No", Permission.NO, Mode.I_CONTACT),
}


def agreed(captured: CapturedRow) -> str:
    """Which of the four answers a referral has; none before it was asked."""
    found = (k for k, (_, permission, mode) in AGREED.items() if (permission.value, mode.value) == (captured.permission, captured.mode))
    return next(found, "")


class WrapUp(QWidget):
    """The page after a meeting; one button leaves it."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._title, self._sentence = Words("", 24, 600, elide=True), Words("", 14, token="text2", wrap=True)
        self.done = Button("Done", "primary", "check")
        self.done.clicked.connect(lambda: live.asked.emit("done"))
        top = QHBoxLayout()
        top.addLayout(column(self._title, self._sentence, spacing=4), 1)
        top.addWidget(self.done, 0, Qt.AlignmentFlag.AlignTop)
        self._counts = QHBoxLayout()
        self._counts.setSpacing(px(12))
        self._table = Card(padding=0, spacing=0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._table.body.addLayout(self._rows)
        page = QVBoxLayout(self)
        page.setContentsMargins(px(24), px(18), px(24), px(20))
        page.setSpacing(px(16))
        page.addLayout(top)
        page.addLayout(self._counts)
        page.addWidget(self._table)
        foot = QHBoxLayout()
        foot.setSpacing(px(16))
        foot.addWidget(self._thanks_card(), 1)
        foot.addWidget(self._learned_card(), 1)
        page.addLayout(foot)
        page.addStretch(1)

    def _thanks_card(self) -> Card:
        card = Card()
        self._thanks = Words("", 14, token="text2", wrap=True)
        self._thanks.setAlignment(Qt.AlignmentFlag.AlignTop)
        copy = Button("Copy thank-you", "soft", "copy")
        copy.clicked.connect(self._copy)
        card.body.addWidget(Words("Thank-you note", 15, 600))
        card.body.addWidget(self._thanks, 1)
        card.body.addLayout(row(copy, None))
        return card

    def _learned_card(self) -> Card:
        card = Card()
        self._learned = TextArea("What did you learn?", "", "Two lines while it is fresh")
        self._learned.setMinimumHeight(px(110))
        self._learned.settled.connect(lambda text: meeting.edit(self._live.desk, self._view.meeting.id, learned=text))
        card.body.addWidget(Words("What did you learn?", 15, 600))
        card.body.addWidget(self._learned, 1)
        return card

    def keep(self) -> None:
        """Keep what is being written."""
        self._learned.settle()

    def show_view(self, view: MeetingView, *, fresh: bool) -> None:
        """Show a meeting that was held; `fresh` when it was not the one on show."""
        self._view = view
        minutes = max(1, round(elapsed_seconds(view.meeting, self._live.desk.clock.now()) / 60))
        captured = self._live.desk.lists.meeting.captured(view.meeting.id)
        owed = self._live.desk.lists.meeting.follow_ups(view.meeting.id)
        self._title.say(f"{say.count(minutes, 'minute')} with {view.person.full_name}")
        self._sentence.say(_sentence([c.kind for c in captured]))
        self._show_counts([c.kind for c in captured])
        self._show_rows(captured, owed)
        self._learned.show_text(view.meeting.learned)
        self._thanks.say(drafts.thank_you(self._live.desk, view.meeting.id))
        if fresh:
            self.done.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_counts(self, kinds: list[str]) -> None:
        clear(self._counts)
        for kind, (icon, tone, words) in say.KINDS.items():
            number = kinds.count(kind)
            if not number and kind == "promise":
                continue
            card = Card(padding=12)
            many = words.lower() if number == 1 else {"company": "missing companies"}.get(kind, words.lower() + "s")
            line = QHBoxLayout()
            line.setSpacing(px(10))
            line.addWidget(Tile(icon, tone, 32))
            line.addLayout(column(Words(str(number), 18, 600), Words(many, 12, token="text2", elide=True), spacing=0), 1)
            card.body.addLayout(line)
            self._counts.addWidget(card, 1)

    def _show_rows(self, captured: list[CapturedRow], owed: list[FollowUpRow]) -> None:
        focused = self.focusWidget()
        name = focused.accessibleName() if focused else ""
        clear(self._rows)
        grid = QWidget()
        self._grid = QGridLayout(grid)
        self._grid.setContentsMargins(px(16), px(8), px(12), px(4))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(3))
        self._grid.setColumnStretch(1, 5)
        self._grid.setColumnStretch(3, 4)
        first = self._view.person.full_name.split(" ", maxsplit=1)[0]
        for at, words in ((0, "What you heard"), (2, f"Use {first}’s name?"), (3, "Next step")):
            self._grid.addWidget(Words(words, 13, token="text2"), 0, at, 1, 2 if at == 0 else 1)
        thanks = [o for o in owed if not o.referral_id and not o.promise_id]
        order = list(say.KINDS)
        for one in sorted(captured, key=lambda c: (order.index(c.kind), c.at)):
            mine = next((o for o in owed if one.id in (o.referral_id, o.promise_id)), None)
            self._row(one.kind, one.title, one.detail, one, mine)
        for call in thanks:
            self._row("", "The meeting itself", "Thank them again, with any news", None, call)
        self._rows.addWidget(grid)
        if name:
            again = next((w for w in grid.findChildren(QWidget) if w.accessibleName() == name and w.focusPolicy() != Qt.FocusPolicy.NoFocus), None)
            if again:
                again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, kind: str, title: str, detail: str, captured: CapturedRow | None, owed: FollowUpRow | None) -> None:
        at = self._grid.rowCount()
        self._grid.addWidget(Divider(), at, 0, 1, 5)
        at += 1
        icon, tone, words = say.KINDS.get(kind, ("phone", "accent", "Thanks"))
        self._grid.addWidget(Tile(icon, tone, 30), at, 0)
        self._grid.addLayout(column(Words(title, 14, 600, elide=True), Words(detail or words, 13, token="text2", elide=True), spacing=0), at, 1)
        if kind == "referral" and captured:
            switch = Segmented([(key, text) for key, (text, _, _) in AGREED.items()], f"Use the name for {title}?")
            if chosen := agreed(captured):
                switch.choose(chosen)
            switch.chosen.connect(lambda key, one=captured: self._settle(one, key))
            self._grid.addWidget(switch, at, 2)
        if owed:
            today = self._live.desk.clock.today()
            step = (
                say.follow_up(owed.kind, owed.full_name, owed.about)
                if owed.kind != "promise"
                else ("Do it" if owed.reason.startswith("You") else "Ask about it")
            )
            self._grid.addLayout(column(Words(step, 14, elide=True), Words(say.day(owed.due_on, today), 13, token="text2", elide=True), spacing=0), at, 3)
            change = IconButton("calendar-clock", f"Change the next step for {title}", kind="bare")
            change.clicked.connect(lambda _=False, button=change, one=owed: self._change(button, one))
            self._grid.addWidget(change, at, 4)
        elif kind in ("referral", "promise", ""):
            self._grid.addWidget(Words("Dropped", 13, token="text3"), at, 3)
        self._grid.setRowMinimumHeight(at, px(50))

    def _settle(self, captured: CapturedRow, key: str) -> None:
        _, permission, mode = AGREED[key]
        referrals.settle(self._live.desk, captured.id, permission, mode)

    def _change(self, button: IconButton, owed: FollowUpRow) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        desk = self._live.desk
        for words, day in follow_up.snooze_days(desk.clock.today()).items():
            menu.addAction(f"{words}, {say.day(day, desk.clock.today())}", partial(follow_up.snooze, desk, owed.id, day))
        menu.addSeparator()
        menu.addAction("Drop it", lambda: meeting.drop_follow_up(desk, owed.id))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _copy(self) -> None:
        from PySide6.QtGui import QGuiApplication

        QGuiApplication.clipboard().setText(self._thanks.whole())
        self._live.said.emit("Thank-you note copied")


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
