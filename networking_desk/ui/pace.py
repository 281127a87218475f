"""What a live meeting says: advice beside the clock, and what a screen reader hears, each once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from networking_desk.desk import MeetingView
from networking_desk.domain import agenda
from networking_desk.domain.agenda import Pace, Tone
from networking_desk.domain.meetings import CaptureKind
from networking_desk.ui import say
from networking_desk.ui.live import Live
from networking_desk.ui.look.toast import announce

GO_TO_LIST = "Go to the list now"
_WORTH_SAYING = 30  # seconds
_ADVICE = {
    "Skills": "Say what you offer", "Position": "Say what you want", "Anyone?": "Ask who could use it", "Target list": "Ask who they know",
    "Missing": "Ask what is missing", "Thanks": "Read back and thank them",
}  # fmt: skip
_BY_KIND = {
    CaptureKind.REFERRAL: "Ask for names", CaptureKind.COMPANY: "Ask what is missing", CaptureKind.LEAD: "Ask about openings",
    CaptureKind.PROMISE: "Read back and thank them", CaptureKind.NOTE: "Listen, and note a word or two",
}  # fmt: skip


def advice(view: MeetingView, pace: Pace) -> tuple[str, str, str]:
    """The advice of this moment, a sentence on the time, and the colour of both."""
    stage, last = view.stages[pace.current], pace.current == len(view.stages) - 1
    if pace.tone is Tone.INTERVIEW:
        return "It became an interview", "The agenda waits. Ask about the next step before you go.", "dusk_text"
    if pace.tone is Tone.OVER:
        over = f"Over by {say.clock(-pace.left)}. Or ask: “May I take five more minutes?”"
        return "A good moment to close" if last else "Time to thank them", over, "dusk_text"
    if pace.go_to_list:
        return GO_TO_LIST, "Only the protected minutes are left.", "amber_text"
    here = _ADVICE.get(stage.short) or _BY_KIND[stage.capture]
    left = f"{say.clock(pace.stages[pace.current].left)} left for {stage.short.lower()}"
    if pace.tone is Tone.CALM or last:
        return here, left, "text" if pace.tone is Tone.CALM else "amber_text"
    kept = sum(s.left for s, p in zip(pace.stages, view.stages, strict=True) if p.protected and p.position > pace.current)
    if kept > pace.left:
        left = f"{say.clock(max(0.0, pace.left))} left in all"
    return "Start to close", f"{agenda.minutes_left(kept)} minutes are kept for what comes" if 0 < kept <= pace.left else left, "amber_text"


def standing(pace: Pace) -> tuple[str, str, str]:
    """Ahead or behind, plainly: the words, the tone and the icon of a chip. Less than half a minute is on time."""
    for due, said in (
        (pace.tone is Tone.INTERVIEW, ("Interview", "dusk", "briefcase")),
        (pace.tone is Tone.OVER, (f"{agenda.minutes_left(pace.left)} min over", "dusk", "clock")),
        (pace.go_to_list, (GO_TO_LIST, "amber", "list")),
        (pace.behind >= _WORTH_SAYING, (f"{say.clock(pace.behind)} behind", "amber", "clock")),
        (pace.tone is Tone.CLOSING, ("Start to close", "amber", "clock")),
        (pace.ahead >= _WORTH_SAYING, (f"{say.clock(pace.ahead)} ahead", "accent", "check")),
    ):
        if due:
            return said
    return "On time", "accent", "check"


class Announcer:
    """Tells a screen reader, when it has a moment, what changed in a live meeting: a stage, the last moment for the list, the end."""

    def __init__(self, live: Live, widget: QWidget) -> None:
        self._live = live
        self._widget = widget
        self._meeting = ""
        self._stage = -1
        self._said: set[str] = set()

    def hear(self, view: MeetingView, pace: Pace) -> None:
        """Say what is new at this moment."""
        if view.meeting.id != self._meeting:
            self._meeting, self._stage = view.meeting.id, pace.current
            self._said = {pace.tone.value} if pace.tone is not Tone.CALM else set()
        if pace.current != self._stage:
            self._stage = pace.current
            self._said.discard("list")
            self.say(f"Stage {pace.current + 1}: {view.stages[pace.current].name}")
        for name, due, words in (
            ("list", pace.go_to_list, GO_TO_LIST), (Tone.CLOSING.value, pace.tone is Tone.CLOSING, "Start to close"),
            (Tone.OVER.value, pace.tone is Tone.OVER, "Time to thank them"), (Tone.INTERVIEW.value, pace.tone is Tone.INTERVIEW, "It became an interview"),
        ):  # fmt: skip
            if due and name not in self._said:
                self._said.add(name)
                self.say(words)

    def say(self, words: str) -> None:
        """Let it be heard, unless the settings want quiet."""
        if self._live.desk.settings.announcements:
            announce(self._widget, words)
