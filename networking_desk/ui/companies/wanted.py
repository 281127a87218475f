"""How much one wants to work at a company, and the priority that follows from it, taken over with one click."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from networking_desk.desk import CompanyDetail
from networking_desk.domain.leads import LeadState
from networking_desk.domain.priorities import GLAD, LITTLE, MOST, proposed
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, Segmented
from networking_desk.ui.look.cards import column, row
from networking_desk.ui.look.text import Words
from networking_desk.verbs import target_list

WANTED = {LITTLE: "A little", GLAD: "Gladly", MOST: "The most"}


class Wanted(QWidget):
    """A switch of three, and the proposal where it differs from the priority."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._id = ""
        self._proposal = ""
        self._switch = Segmented([(str(number), words) for number, words in WANTED.items()], "How much you would like to work there")
        self._switch.chosen.connect(lambda key: target_list.want(live.desk, self._id, int(key)))
        self._use = Button("", "link")
        self._use.clicked.connect(lambda: target_list.edit(live.desk, self._id, priority=self._proposal))
        self.setLayout(column(row(Words("Want to work there?", 13, token="text2", elide=True), self._use), self._switch, spacing=4))

    def show_detail(self, detail: CompanyDetail) -> None:
        """Show one company's; what is no target has none."""
        company = detail.company
        self._id = company.id
        self.setVisible(company.target)
        self._switch.choose_if(str(company.motivation))
        openings = [lead for lead, _ in detail.leads if lead.state not in (LeadState.CLOSED, LeadState.ACCEPTED)]
        self._proposal = proposed(company.motivation, len(detail.people), len(openings))
        differs = self._proposal != company.priority and company.motivation > 0
        self._use.say(f"Use {self._proposal}, as proposed", f"Use the proposed priority {self._proposal}")
        self._use.setVisible(differs)
