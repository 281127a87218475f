"""It became an interview: what the opening is called, whether it was advertised, who decides; in the timeline's place."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout

from networking_desk.desk import MeetingView
from networking_desk.domain.leads import UNNAMED, Lead, LeadKind
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Segmented
from networking_desk.ui.look.fields import Line
from networking_desk.ui.look.theme import px
from networking_desk.verbs import leads


class InterviewBar(QFrame):
    """The lead that a meeting became an interview for; every field keeps itself when it is left."""

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._lead: Lead | None = None
        self.setObjectName("soft")
        self.title = Line("The opening", "", "What is the opening called?")
        self._decides = Line("Who decides", "", "Who decides?")
        self._kind = Segmented([(LeadKind.HIDDEN.value, "Hidden"), (LeadKind.POSTED.value, "Posted")], "Hidden or posted")
        self.title.settled.connect(lambda text: self._edit(title=text))
        self._decides.settled.connect(lambda text: self._edit(decides=text))
        self._kind.chosen.connect(self._choose)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(8), px(6), px(8), px(6))
        line.setSpacing(px(8))
        line.addWidget(self.title, 3)
        line.addWidget(self._kind, 1)
        line.addWidget(self._decides, 2)

    def show_view(self, view: MeetingView) -> None:
        """Show what is known of the opening."""
        self._lead = lead = self._live.desk.lists.meeting.lead(view.meeting.id) if view.meeting.became_interview_at else None
        self.setVisible(lead is not None)
        if lead:
            self.title.show_text("" if lead.title == UNNAMED else lead.title)
            self._decides.show_text(lead.decides)
            self._kind.choose(lead.kind.value)

    def _edit(self, **fields: str) -> None:
        if self._lead:
            leads.edit(self._live.desk, self._lead.id, **fields)

    def _choose(self, key: str) -> None:
        if self._lead:
            leads.set_kind(self._live.desk, self._lead.id, LeadKind(key))

    def keep(self) -> None:
        """Keep what is being written."""
        for field in (self.title, self._decides):
            if field.isModified():
                field.editingFinished.emit()
