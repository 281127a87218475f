"""The table of the wrap-up: each thing that was heard, what is to be settled about it in one click, and its next step."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from networking_desk.desk import CapturedRow, FollowUpRow
from networking_desk.domain.contacts import Note
from networking_desk.domain.errors import DeskError
from networking_desk.domain.leads import Lead, LeadKind
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.promises import Promise, Whose
from networking_desk.domain.record import Record
from networking_desk.domain.referrals import Mode, Permission, Referral
from networking_desk.ui import errors, say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import IconButton, Segmented
from networking_desk.ui.look.cards import Card, Divider, Tile, clear, column
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import capture, contacts, follow_up, leads, meeting, referrals

# What is asked, and what each answer means: permission to use the name, and who makes the first step.
AGREED = {
    "yes": ("Yes", Permission.YES, Mode.I_CONTACT),
    "asks": ("Asks first", Permission.UNKNOWN, Mode.THEY_ASK_FIRST),
    "introduces": ("Introduces", Permission.YES, Mode.THEY_INTRODUCE),
    "no": ("No", Permission.NO, Mode.I_CONTACT),
}
_RECORDS: dict[str, type[Record]] = {"referral": Referral, "lead": Lead, "note": Note, "promise": Promise}


def agreed(captured: CapturedRow) -> str:
    """Which of the four answers a referral has; none before it was asked."""
    found = (k for k, (_, permission, mode) in AGREED.items() if (permission.value, mode.value) == (captured.permission, captured.mode))
    return next(found, "")


class WrapRows(Card):
    """The table. Whatever is changed in it is kept at once."""

    def __init__(self, live: Live) -> None:
        super().__init__(padding=0, spacing=0)
        self._live = live
        self._grid = QGridLayout()
        self._narrow = False
        self._shown: tuple[str, list[CapturedRow], list[FollowUpRow]] = ("", [], [])

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        narrow = self.width() < px(760)
        if narrow is not self._narrow:
            self._narrow = narrow
            QTimer.singleShot(0, self, lambda: self.show_rows(*self._shown))

    def show_rows(self, full_name: str, captured: list[CapturedRow], owed: list[FollowUpRow]) -> None:
        """Show what was heard and what follows from it; the keyboard stays where it was."""
        self._shown = (full_name, captured, owed)
        focused = self.focusWidget()
        name = focused.accessibleName() if focused else ""
        clear(self.body)
        grid = QWidget()
        self._grid = QGridLayout(grid)
        self._grid.setContentsMargins(px(16), px(8), px(12), px(4))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(3))
        self._grid.setColumnStretch(1, 5)
        self._grid.setColumnStretch(3, 4)
        first = full_name.split(" ", maxsplit=1)[0]
        heads = (
            ((0, f"What you heard, whether to use {first}’s name, the next step"),)
            if self._narrow
            else ((0, "What you heard"), (2, f"Use {first}’s name?"), (3, "Next step"))
        )
        for at, words in heads:
            self._grid.addWidget(Words(words, 13, token="text2", elide=self._narrow), 0, at, 1, 4 if self._narrow else 2 if at == 0 else 1)
        order = list(say.KINDS)
        for one in sorted(captured, key=lambda c: (order.index(c.kind), c.at)):
            self._heard(one, next((o for o in owed if one.id in (o.referral_id, o.promise_id)), None))
        for own in owed:
            if not own.referral_id and not own.promise_id:
                self._row(("phone", "accent"), "The meeting itself", say.why(own, self._live.desk.clock.today()), None, own)
        self.body.addWidget(grid)
        again = next((w for w in grid.findChildren(QWidget) if name and w.accessibleName() == name and w.focusPolicy() != Qt.FocusPolicy.NoFocus), None)
        if again:
            again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _heard(self, one: CapturedRow, owed: FollowUpRow | None) -> None:
        icon, tone, words = say.KINDS[one.kind]
        switch: Segmented | None = None
        if one.kind == "referral":
            switch = Segmented([(key, text) for key, (text, _, _) in AGREED.items()], f"Use the name for {one.title}?")
            switch.choose_if(agreed(one))
            switch.chosen.connect(lambda key: referrals.settle(self._live.desk, one.id, AGREED[key][1], AGREED[key][2]))
        elif one.kind == "promise":
            switch = Segmented([(Whose.MINE.value, "Mine"), (Whose.THEIRS.value, "Theirs")], f"Whose promise: {one.title}")
            switch.choose_if(self._live.desk.get(Promise, one.id).whose.value)
            switch.chosen.connect(lambda key: capture.set_whose(self._live.desk, one.id, Whose(key)))
        elif one.kind == "lead":
            switch = Segmented([(LeadKind.HIDDEN.value, "Hidden"), (LeadKind.POSTED.value, "Posted")], f"Hidden or posted: {one.title}")
            switch.choose_if(self._live.desk.get(Lead, one.id).kind.value)
            switch.chosen.connect(lambda key: leads.set_kind(self._live.desk, one.id, LeadKind(key)))
        self._row((icon, tone), one.title, one.detail or words, switch, owed, one)

    def _row(self, tile: tuple[str, str], title: str, second: str, switch: Segmented | None, owed: FollowUpRow | None, one: CapturedRow | None = None) -> None:
        at = self._grid.rowCount()
        self._grid.addWidget(Divider(), at, 0, 1, 5)
        at += 1
        self._grid.addWidget(Tile(*tile, 30), at, 0)
        self._grid.addLayout(column(Words(title, 14, 600, elide=True), Words(second, 13, token="text2", elide=True), spacing=0), at, 1)
        place, span = (1, 3) if self._narrow else (3, 1)
        if switch:
            self._grid.addWidget(switch, at + 1 if self._narrow else at, 1 if self._narrow else 2, 1, span if self._narrow else 1)
        if owed:
            self._grid.addLayout(self._step(owed), at + 2 if self._narrow else at, place, 1, span)
        elif one and one.kind in ("referral", "promise"):
            self._grid.addWidget(Words("Dropped", 13, token="text3"), at + 2 if self._narrow else at, place, 1, span)
        change = IconButton("calendar-clock" if owed else "ellipsis", f"Change {title}" if not owed else f"Change the next step for {title}", kind="bare")
        change.clicked.connect(lambda: self._change(change, owed, one))
        self._grid.addWidget(change, at, 4)
        self._grid.setRowMinimumHeight(at, px(50))

    def _step(self, owed: FollowUpRow) -> QGridLayout:
        step = "Do it" if owed.reason.startswith("You") else "Ask about it"
        if owed.kind != "promise":
            step = say.follow_up(owed.kind, owed.full_name, owed.about)
        inner = QGridLayout()
        inner.addLayout(
            column(Words(step, 14, elide=True), Words(say.day(owed.due_on, self._live.desk.clock.today()), 13, token="text2", elide=True), spacing=0), 0, 0
        )
        return inner

    def _change(self, button: IconButton, owed: FollowUpRow | None, one: CapturedRow | None) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        desk = self._live.desk
        if owed:
            for words, day in follow_up.snooze_days(desk.clock.today()).items():
                menu.addAction(f"{words}, {say.day(day, desk.clock.today())}", partial(follow_up.snooze, desk, owed.id, day))
            menu.addAction("Drop it", partial(meeting.drop_follow_up, desk, owed.id))
        if one:
            menu.addSeparator()
            if one.kind == "note":
                for kind in (k for k in CaptureKind if k is not CaptureKind.NOTE):
                    menu.addAction(f"It is a {say.KINDS[kind.value][2].lower()}", partial(self._turn, one.id, kind))
            if one.kind in _RECORDS:
                menu.addAction("Delete", partial(self._delete, one))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _turn(self, note_id: str, kind: CaptureKind) -> None:
        try:
            capture.turn(self._live.desk, note_id, kind)
        except DeskError as error:
            errors.tell(error)

    def _delete(self, one: CapturedRow) -> None:
        called = f"the {say.KINDS[one.kind][2].lower()} “{one.title[:40]}”"
        self._live.gone(contacts.delete_record(self._live.desk, _RECORDS[one.kind], one.id, called))
