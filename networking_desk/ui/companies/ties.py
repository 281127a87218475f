"""What is going on at a company: whom referrals led to and how far, openings heard of, promises; and what to heed before anybody is written to."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.ui import say
from networking_desk.ui.leads.line import LeadList
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import column, row
from networking_desk.ui.look.dialog import OneLine
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.owed.ledger import Ledger
from networking_desk.ui.owed.referral_line import ReferralList
from networking_desk.ui.owed.warn import Heed
from networking_desk.verbs import leads, outreach


class CompanyTies(QWidget):
    """One company's; each referral and each opening moves with one click."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._company_id = ""
        self.heed = Heed()
        self._referrals = ReferralList(live, "Referrals to this company", at_company=True)
        self._led = QWidget()
        self._led.setLayout(column(Words("Referrals to this company", 14, 600), self._referrals, spacing=4))
        self.leads = LeadList(live, "Openings heard of", at_company=True)
        add = Button("Add", "link", name="Add an opening")
        add.clicked.connect(self._add)
        self._none = Words("No opening heard of yet.", 13, token="text2")
        self._ledger = Ledger(live, of_many=True)
        self._promised = QWidget()
        self._promised.setLayout(column(Words("Promises", 14, 600), self._ledger, spacing=4))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(12))
        page.addWidget(self._led)
        page.addLayout(column(row(Words("Openings heard of", 14, 600), None, add), self.leads, self._none, spacing=4))
        page.addWidget(self._promised)

    def show_id(self, company_id: str) -> None:
        """Show one company's."""
        self._company_id = company_id
        lists, today = self._live.desk.lists, self._live.desk.clock.today()
        self.heed.show_sentences([say.reason(words, today) for words in outreach.warnings_at(self._live.desk, company_id)])
        referrals = lists.loops.referrals("at", company_id)
        self._referrals.show_rows(referrals)
        self._led.setVisible(bool(referrals))
        openings = lists.leads.leads("company", company_id)
        self.leads.show_rows(openings)
        self._none.setVisible(not openings)
        promises = lists.loops.promises(company_id=company_id)
        self._ledger.show_rows(promises)
        self._promised.setVisible(bool(promises))

    def _add(self) -> None:
        desk, company_id = self._live.desk, self._company_id
        OneLine(
            self,
            "New opening",
            "What the job is called. Who told you of it can be written in the opening itself.",
            "Planning lead",
            "Add",
            lambda words: leads.add(desk, words, company_id=company_id),
        ).open()
