"""Who led to whom: the referral map, and the same chains as a list for the keyboard and for screen readers."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, time, timedelta
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget

from networking_desk.domain.chains import up_the_chains
from networking_desk.domain.leads import LeadState
from networking_desk.domain.referral_map import MOST_COLUMNS, Opening, Place, ReferralMap, Somebody, drawn
from networking_desk.ui import say
from networking_desk.ui.lines import Line, Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.buttons import Segmented
from networking_desk.ui.look.cards import Card, column, row
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.progress.map_view import MapView

_DAYS = 30
_HEADS = ("You knew", "They referred you to", "And from there", "And further")
_MOST = 400  # people on one picture


class ChainRow(NamedTuple):
    """One chain from you to its end."""

    id: str
    places: tuple[Place, ...]


class ChainLine(Line):
    """A chain in words: names with arrows between."""

    def height(self, row: ChainRow, width: int) -> int:
        return px(40)

    def paint(self, painter: QPainter, rect: QRect, row: ChainRow, *, selected: bool, hovered: bool) -> None:
        paint.row_ground(painter, rect.adjusted(-8, 0, 8, 0), selected=selected, hovered=hovered, first=True, last=True)
        end = row.places[-1]
        if end.kind == "person":
            paint.avatar(painter, QRect(rect.left() + px(8), rect.center().y() - px(13), px(26), px(26)), end.title)
        else:
            paint.tile(painter, QRect(rect.left() + px(8), rect.center().y() - px(13), px(26), px(26)), "briefcase", "amber")
        paint.words(painter, rect.adjusted(px(44), 0, -px(8), 0), self.sentence(row), 14, 400)

    def sentence(self, row: ChainRow) -> str:
        end = row.places[-1]
        return " → ".join(("You", *(place.title for place in row.places))) + (f", {end.second}" if end.second else "")

    def tip(self, action: str, row: ChainRow) -> str:
        return self.sentence(row)


class Ties(Card):
    """The card with the map and the list, of the last weeks, of all time, or of the ways to leads."""

    def __init__(self, live: Live) -> None:
        super().__init__(spacing=10)
        self._live = live
        self._which = "recent"
        self._switch = Segmented([("recent", f"Last {_DAYS} days"), ("all", "All"), ("leads", "Paths to leads")], "Which chains")
        self._switch.choose("recent")
        self._switch.chosen.connect(self._choose)
        self._shape = Segmented([("map", "Map"), ("list", "List")], "Map or list")
        self._shape.choose("map")
        self._shape.chosen.connect(self._reshape)
        self.map = MapView()
        self.map.opened.connect(self._open)
        self.list = Lines("Chains of introductions", ChainLine(), grows=True)
        self.list.on_key(Qt.Key.Key_Return, "open")
        self.list.acted.connect(lambda _action, key: self._open(next(one.places[-1] for one in self.list.rows() if one.id == key)))
        self._none = Words("Whom you meet and whom they lead you to stands here, up to the leads that come of it.", 14, token="text2", wrap=True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.map)
        self._pages.addWidget(self.list)
        head = row(
            column(Words("Who led to whom", 15, 600), Words("Click a name to see its path, Enter opens it.", 13, token="text2", elide=True), spacing=0),
            self._switch,
            self._shape,
            spacing=10,
        )
        head.setStretch(0, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._pages)
        self.body.addWidget(self._none)

    def show_now(self) -> None:
        """Read it again."""
        made = self._read()
        people = min(MOST_COLUMNS, 1 + max((p.column for p in made.places if p.kind == "person"), default=0))
        self.map.show_map(made, (*_HEADS[:people], "Job leads", "Interviews and offers"))
        self.list.show_rows([ChainRow(chain[-1].id, chain) for chain in made.chains])
        self._pages.setVisible(bool(made.places))
        self._none.setVisible(not made.places)
        # As tall as what is shown, not as the taller of the two.
        self._pages.setFixedHeight(max(px(60), (self.list if self._pages.currentIndex() else self.map).minimumHeight()))

    def _read(self) -> ReferralMap:
        desk, clock, today = self._live.desk, self._live.desk.clock, self._live.desk.clock.today()
        introductions = desk.lists.progress.introductions()
        openings = [
            Opening(one.id, one.title, one.company, one.contact_id or "", LeadState(one.state))
            for one in desk.lists.leads.leads("all")
            if one.contact_id and (one.state != "closed" or self._which == "all")
        ]
        kept = None
        if self._which == "recent":
            since = clock.from_local(datetime.combine(today - timedelta(days=_DAYS), time()))
            by = defaultdict[str, list[str]](list)
            for one in introductions:
                by[one.contact_id].append(one.introducer_id)
            moved = [one.contact_id for one in introductions if one.moved_at >= since]
            kept = set(up_the_chains([*moved, *(opening.contact_id for opening in openings)], lambda person: by[person]))
        people = [
            Somebody(one.id, one.full_name, say.touch(one.last_kind, clock.local(one.last_at).date(), today) if one.last_at else one.company)
            for one in desk.lists.progress.tied()
            if kept is None or one.id in kept
        ][-_MOST:]
        return drawn(people, [(one.introducer_id, one.contact_id) for one in introductions], openings, only_to_leads=self._which == "leads")

    def _choose(self, which: str) -> None:
        self._which = which
        self.show_now()

    def _reshape(self, shape: str) -> None:
        self._pages.setCurrentIndex(0 if shape == "map" else 1)
        self.show_now()

    def _open(self, place: Place) -> None:
        if place.kind == "person":
            self._live.asked_contact.emit(place.id)
            return
        from networking_desk.ui.leads.dialog import LeadDialog

        LeadDialog(self.window(), self._live, place.id.partition("/")[0]).open()
