"""What ties somebody to others: who named them and whom they named, what was promised, which openings they told of."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.ui.leads.line import LeadList
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import column, row
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.owed.ledger import Ledger
from networking_desk.ui.owed.referral_line import ReferralList
from networking_desk.verbs import leads


class Ties(QWidget):
    """Referrals from and to one contact, each moved with one click; promises; job leads."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._contact_id = ""
        self.named = ReferralList(live, "Whom they named")
        self.named_by = ReferralList(live, "Who named them", about_introducer=True)
        self.ledger = Ledger(live)
        self.leads = LeadList(live, "Job leads from them")
        self._parts: list[tuple[QWidget, ReferralList]] = []
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(14))
        for title, part in (("How far with them", self.named_by), ("Whom they named", self.named)):
            whole = QWidget()
            whole.setLayout(column(Words(title, 14, 600), part, spacing=4))
            page.addWidget(whole)
            self._parts.append((whole, part))
        page.addWidget(self.ledger)
        add = Button("Add", "link", name="Add a job lead")
        add.clicked.connect(self._add_lead)
        page.addLayout(column(row(Words("Job leads from them", 14, 600), None, add), self.leads, spacing=4))

    def show_id(self, contact_id: str) -> None:
        """Show one contact's."""
        self._contact_id = contact_id
        lists = self._live.desk.lists
        for (whole, part), which in zip(self._parts, ("to", "by"), strict=True):
            rows = lists.loops.referrals(which, contact_id)
            part.show_rows(rows)
            whole.setVisible(bool(rows))
        self.ledger.show_rows(lists.loops.promises(contact_id), contact_id)
        self.leads.show_rows(lists.leads.leads("contact", contact_id))

    def _add_lead(self) -> None:
        contact_id = self._contact_id
        OneLine(
            self,
            "New job lead",
            "What and where: Planning lead, Aster Medical",
            "Planning lead, Aster Medical",
            "Add",
            lambda words: leads.add(self._live.desk, words, contact_id),
        ).open()
