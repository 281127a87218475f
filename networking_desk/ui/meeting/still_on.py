"""Is it still on? Asked when the computer was started anew in the middle of a meeting, or long after its time."""

from __future__ import annotations

from networking_desk.desk import MeetingView
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Banner
from networking_desk.verbs import meeting


class StillOn(Banner):
    """The question, and two answers. Until one is given the clock counts by the time of day."""

    def __init__(self, live: Live) -> None:
        super().__init__("", "", "warning")
        self._live = live
        self._meeting_id = ""
        self._asked = ("", "")
        yes, no = Button("It is still going on", "small"), Button("It is over", "small")
        yes.clicked.connect(self._go_on)
        no.clicked.connect(self._over)
        self.buttons.addWidget(yes)
        self.buttons.addWidget(no)
        self.hide()

    def show_view(self, view: MeetingView) -> None:
        """Ask where there is a doubt; each doubt is asked once."""
        started = view.meeting.started_at
        doubt = meeting.doubt(self._live.desk, view.meeting)
        self._meeting_id = view.meeting.id
        self.setVisible(bool(doubt) and (view.meeting.id, doubt) != self._asked and started is not None)
        if doubt and started:
            clock = self._live.desk.clock
            at = say.when(clock.local(started), clock.today())
            self._doubt = doubt
            self.title.say("Is this meeting still going on?")
            self.text.say(
                f"It began {at[:1].lower() + at[1:]}, and the computer was started anew since."
                if doubt == "restart"
                else f"It began {at[:1].lower() + at[1:]}, long before now."
            )

    def _go_on(self) -> None:
        self._asked = (self._meeting_id, self._doubt)
        self.hide()
        meeting.carry_on(self._live.desk, self._meeting_id)

    def _over(self) -> None:
        self._asked = (self._meeting_id, self._doubt)
        self.hide()
        meeting.end_as_last_known(self._live.desk, self._meeting_id)
