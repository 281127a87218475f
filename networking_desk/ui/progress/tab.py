"""Progress: how many talks, what came of them, who waits to hear from you, how far each job lead is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from networking_desk.desk import Kinds
from networking_desk.domain.progress import by_week
from networking_desk.ui import say
from networking_desk.ui.leads.line import LeadList
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, FilterChips
from networking_desk.ui.look.cards import Card, row, scrolled
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.progress.charts import Funnel, Weeks
from networking_desk.ui.progress.standing import Standing
from networking_desk.ui.progress.ties import Ties
from networking_desk.ui.seen import WhenSeen
from networking_desk.verbs import leads

_CONCERNS = frozenset({"Meeting", "Referral", "ReferralEvent", "Lead", "LeadEvent", "Touch", "Contact", "Company", "FollowUp", "News", "Setting"})
_STAGES = [("open", "Open"), ("heard", "Heard of"), ("applied", "Applied"), ("interview", "Interview"), ("offer", "Offer"), ("closed", "Closed")]


class ProgressTab(QWidget):
    """Numbers that are true and say what they count, and the leads by stage."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._live = live
        self._stage = "open"
        self._weeks, self._funnel, self._standing = Weeks(), Funnel(), Standing()
        self._since = Words("", 13, token="text2")
        inside = QWidget()
        grid = self._grid = QGridLayout(inside)
        grid.setContentsMargins(px(24), px(20), px(24), px(20))
        grid.setSpacing(px(16))
        self._cards = first, second, third = Card(), Card(), Card(spacing=12)
        first.body.addLayout(row(Words("Networking meetings per week", 15, 600), None, self._since))
        first.body.addWidget(self._weeks, 1)
        second.body.addWidget(Words("From first message to offer", 15, 600))
        second.body.addWidget(self._funnel, 1)
        third.body.addWidget(Words("Where you stand", 15, 600))
        third.body.addWidget(self._standing)
        third.body.addStretch(1)
        self._leads_card, self.ties = self._make_leads(), Ties(live)
        self._lay_out()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(scrolled(inside))
        self._fresh = WhenSeen(self, self.show_now)
        live.changed.connect(self._changed)
        live.new_day.connect(self.show_now)
        self.show_now()

    def _make_leads(self) -> Card:
        card = Card(spacing=10)
        self._chips = FilterChips(_STAGES)
        self._chips.chosen.connect(self._filter)
        add = Button("Add a job lead", icon_name="plus")
        add.clicked.connect(self._add)
        self.leads = LeadList(self._live, "Job leads")
        self._no_leads = Words("", 14, token="text2", wrap=True)
        card.body.addLayout(row(Words("Job leads", 15, 600), None, add))
        card.body.addWidget(self._chips)
        card.body.addWidget(self.leads)
        card.body.addWidget(self._no_leads)
        return card

    def _lay_out(self) -> None:
        """Three cards beside each other where there is room, else two and the third below, else one below the other: none is ever cut."""
        width = self.width()
        columns = 3 if width >= px(1000) else 2 if width >= px(780) else 1
        for card in (*self._cards, self._leads_card, self.ties):
            self._grid.removeWidget(card)
        first, second, third = self._cards
        self._grid.addWidget(first, 0, 0)
        self._grid.addWidget(second, *((0, 1) if columns > 1 else (1, 0)))
        self._grid.addWidget(third, *((0, 2) if columns == 3 else (2, 0, 1, columns)))
        self._grid.addWidget(self._leads_card, 3, 0, 1, columns)
        self._grid.addWidget(self.ties, 4, 0, 1, columns)
        for column, stretch in enumerate((10, 10 if columns > 1 else 0, 7 if columns == 3 else 0)):
            self._grid.setColumnStretch(column, stretch)
        self._grid.setRowStretch(5, 1)

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._lay_out()

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint(_CONCERNS):
            self._fresh.want()

    def show_now(self) -> None:
        """Count again."""
        desk, today = self._live.desk, self._live.desk.clock.today()
        counts = desk.lists.progress.counts()
        held = [desk.clock.local(at).date() for at in desk.lists.progress.held_at()]
        weeks = by_week(held, today)
        self._weeks.show_weeks(weeks, desk.settings.weekly_goal)
        self._since.say(f"Since {say.short_day(weeks[0].monday)}")
        self._funnel.show_counts(
            [
                ("People you reached", counts.contacted, "accent"), ("Networking meetings", counts.meetings, "accent"), ("Referrals", counts.referrals, "accent"),
                ("Job leads", counts.leads, "amber"), ("Interviews", counts.interviews, "dusk"), ("Offers", counts.offers, "accent"),
            ]
        )  # fmt: skip
        told = [(desk.clock.local(at).date() if at else None, due) for at, due in desk.lists.progress.updates()]
        self._standing.show_counts(counts, told, today, desk.settings.names_goal, benchmarks=desk.settings.benchmarks)
        self._show_leads()
        self.ties.show_now()

    def _show_leads(self) -> None:
        lists = self._live.desk.lists.leads
        rows = lists.leads(self._stage)
        self._chips.count(lists.counts())
        self.leads.show_rows(rows)
        self._no_leads.setVisible(not rows)
        self._no_leads.say(
            "No job lead is open. What is heard of in a meeting (Ctrl+3) stands here with its stage, and whoever led to it hears how it goes."
            if self._stage == "open"
            else "No job lead is in this stage."
        )

    def _filter(self, stage: str) -> None:
        self._stage = stage
        self._show_leads()

    def _add(self) -> None:
        desk = self._live.desk
        person = desk.lists.contacts.person(self._live.contact_id) if self._live.contact_id else None
        hint = "What and where. Who told you of it can be written in the lead itself."
        OneLine(
            self,
            "New job lead",
            hint if not person else f"What and where; heard from {person.full_name}. This can be changed in the lead itself.",
            "Planning lead, Aster Medical",
            "Add",
            lambda words: leads.add(desk, words, person.id if person else None),
        ).open()

    def focus_first(self) -> None:
        """Give the keyboard to the leads, else to the page."""
        if self.leads.rows():
            self.leads.setFocus()
        else:
            self.setFocus()
