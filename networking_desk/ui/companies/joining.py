"""Who do I know here: employers of known people that may be target companies by another name; each is joined when the user says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QWidget

from networking_desk.desk import Kinds
from networking_desk.ui import commands, errors, say
from networking_desk.ui.background import Work
from networking_desk.ui.lines import Area, Lines
from networking_desk.ui.lines import Line as PaintedLine
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Card, EmptyState, Picture, row
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import joining
from networking_desk.verbs.joining import Match

_CONCERNS = frozenset({"Company", "Position", "Contact", "Unlike"})
_ACTIONS = {"join": "Same company", "apart": "Another one"}


class MatchLine(PaintedLine):
    """An employer and the target company that it may be."""

    def height(self, row: Match, width: int) -> int:
        return px(58)

    def key(self, row: Match) -> str:
        return row.key

    def _areas(self, rect: QRect) -> dict[str, QRect]:
        made, right = {}, rect.right() - px(8)
        for name, words in reversed(_ACTIONS.items()):
            wide = paint.chip_width(words)
            made[name] = QRect(right - wide, rect.top() + px(14), wide, px(30))
            right -= wide + px(8)
        return made

    def areas(self, rect: QRect, row: Match) -> Sequence[Area]:
        return list(self._areas(rect).items())

    def paint(self, painter: QPainter, rect: QRect, row: Match, *, selected: bool, hovered: bool) -> None:
        paint.row_ground(painter, rect, selected=selected, hovered=hovered, first=False, last=False)
        paint.divider(painter, rect)
        areas = self._areas(rect)
        room = areas["join"].left() - rect.left() - px(16)
        same = f"“{row.employer.name}” is {row.target}" if row.sure else f"“{row.employer.name}” may be {row.target}"
        paint.words(painter, QRect(rect.left() + px(8), rect.top() + px(8), room, px(21)), same, 14, 600)
        paint.words(painter, QRect(rect.left() + px(8), rect.top() + px(29), room, px(20)), _who(row), 13, 400, "text2")
        for name, area in areas.items():
            paint.chip(painter, area.left(), area.center().y(), _ACTIONS[name], "grey" if name == "apart" else "solid" if selected else "accent")

    def sentence(self, row: Match) -> str:
        return f"{row.employer.name} {'is' if row.sure else 'may be'} {row.target}, {_who(row)}"

    def menu(self, row: Match) -> list[tuple[str, str]]:
        return [(name, f"{words}  {key}") for (name, words), key in zip(_ACTIONS.items(), ("Enter", "Del"), strict=True)]


def _who(match: Match) -> str:
    more = match.employer.people - len(match.people)
    return f"{say.count(match.employer.people, 'person', 'people')} you know: {', '.join(match.people)}" + (f" and {more} more" if more > 0 else "")


class WhoDialog(Dialog):
    """What may be joined, for one company or for all of them. Nothing is joined by itself."""

    def __init__(self, parent: QWidget, live: Live, company_id: str = "") -> None:
        super().__init__(parent, "Who do I know here?", 640)
        self._live = live
        self._company_id = company_id
        self._found: dict[str, Match] = {}
        self._work: Work | None = None
        self._stale = False
        self.resize(min(px(820), parent.width() - 40), min(px(600), parent.height() - 40))
        self._result = Words("", 15, 600, "accent_text", wrap=True)
        card = Card("soft", padding=12)
        card.body.addLayout(row(Picture("building-2", "accent_text", 18), self._result, spacing=10))
        self.list = Lines("Perhaps the same", MatchLine())
        for key, action in ((Qt.Key.Key_Return, "join"), (Qt.Key.Key_Enter, "join"), (Qt.Key.Key_Delete, "apart")):
            self.list.on_key(key, action)
        self.list.acted.connect(self._act)
        nobody = EmptyState(
            Picture("user-round-search", "text2", 28), "Nobody else is known there", "Import your connections with Ctrl+O, or ask in your next meeting.", narrow=True
        )  # fmt: skip
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(nobody)
        self._pages.addWidget(Words("Looking through everybody you know…", 13, token="text2"))
        self._pages.setCurrentIndex(2)
        self._all, close = Button("", "soft", "check"), Button("Close", "primary")
        self._all.clicked.connect(lambda: self._join([match for match in self._found.values() if match.sure]))
        self._all.hide()
        close.clicked.connect(self.accept)
        self.body.addWidget(Words("Who do I know here?", 18, 600))
        self.body.addWidget(card)
        self.body.addWidget(Words("Enter says that it is the same company, Del that it is another one. Ctrl+Z takes it back.", 13, token="text2", wrap=True))
        self.body.addWidget(self._pages, 1)
        self.body.addLayout(row(self._all, None, close))
        commands.keys_for(self, {"undo", "redo"}, live.asked.emit)
        live.changed.connect(self._changed)
        self._read()

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint(_CONCERNS):
            self._read()

    def _read(self) -> None:
        """Look again, beside the window; one look follows another."""
        if self._work is not None:
            self._stale = True
            return
        self._stale = False
        self._work = Work(lambda _: joining.matches(self._live.desk, self._company_id), self.parentWidget() or self)
        self._work.connect_to(self._came, self._failed).start()

    def _came(self, found: Sequence[Match]) -> None:
        self._work = None
        self._found = {match.key: match for match in found}
        people, companies = self._live.desk.lists.companies.inside()
        inside = f"{say.count(people, 'person', 'people')} you know {'works' if people == 1 else 'work'} at {companies} of your target companies."
        more = sum(match.employer.people for match in found)
        self._result.say(inside + (f" {say.count(more, 'more person may', 'more people may')} do so under another name:" if more else ""))
        first = not self.list.rows()
        self.list.show_rows(list(found))
        self._pages.setCurrentIndex(0 if found else 1)
        sure = [match for match in found if match.sure]
        self._all.setVisible(len(sure) > 1)
        self._all.say(f"Join all {len(sure)} of the same name")
        if found and first:
            self.list.choose(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._stale:
            self._read()

    def _failed(self, error: Exception) -> None:
        self._work = None
        errors.tell(error)

    def _act(self, action: str, key: str) -> None:
        match = self._found.get(key)
        if match and action == "join":
            self._join([match])
        elif match:
            self._live.said.emit(joining.keep_apart(self._live.desk, match))

    def _join(self, chosen: Sequence[Match]) -> None:
        if chosen:
            self._live.said.emit(joining.join(self._live.desk, chosen))
