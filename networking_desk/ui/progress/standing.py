"""Where you stand: your own ratios beside the published ones, which are named as what they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from networking_desk.desk import Counts
from networking_desk.domain.progress import DECISION_MAKERS, TALKS_EACH, in_time
from networking_desk.ui import say
from networking_desk.ui.look.cards import Bar, row, show_if
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px


class Standing(QWidget):
    """Three facts, each with a bar and what it is measured by."""

    def __init__(self) -> None:
        super().__init__()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(px(6))
        self._facts = []
        for name in ("Names per meeting", "Updates given in time", "Decision makers met"):
            number, words, below, bar = Words("", 18, 600, tabular=True), Words("", 14), Words("", 13, token="text2", wrap=True), Bar(name)
            line = row(number, words, None, spacing=8)
            page.addLayout(line)
            page.addWidget(bar)
            page.addWidget(below)
            page.addSpacing(px(6))
            self._facts.append((number, words, bar, below))

    def show_counts(self, counts: Counts, told: Sequence[tuple[date | None, date]], today: date, names_goal: int, *, benchmarks: bool) -> None:
        """Show these; `told` is when each update was given, if it was, and when it was due. `benchmarks`: numbers of others beside one's own."""
        per_meeting = counts.referrals / counts.meetings if counts.meetings else 0.0
        timely, all_ = in_time(told, today)
        talks = f", one in {counts.meetings / counts.decision_makers:.1f} meetings" if counts.decision_makers else ""
        waiting = f"{say.number(counts.waiting).capitalize()} {'person waits' if counts.waiting == 1 else 'people wait'} to hear from you"
        makers, mine = f"{counts.decision_makers:,}", "Contacts with that role whom you met"
        if benchmarks:
            mine = f"Published: {DECISION_MAKERS[0]} to {DECISION_MAKERS[1]} before an offer, about {TALKS_EACH} talks for each. You: {makers}{talks}"
        facts = (
            (f"{per_meeting:.1f}" if counts.meetings else "–", "names per meeting", (round(per_meeting * 10), names_goal * 10), f"Your goal is {names_goal}"),
            (f"{timely} of {all_}" if all_ else "–", "updates given in time", (timely, all_), waiting if counts.waiting else "Nobody waits to hear from you"),
            (makers, f"decision {'maker' if counts.decision_makers == 1 else 'makers'} met", (counts.decision_makers, DECISION_MAKERS[0]) if benchmarks else None, mine),
        )
        for (number, words, bar, below), (said, what, share, measure) in zip(self._facts, facts, strict=True):
            number.say(said)
            words.say(what)
            show_if(bar, share is not None)
            bar.fill(*(share or (0, 1)), f"{said} {what}. {measure}")
            below.say(measure)
