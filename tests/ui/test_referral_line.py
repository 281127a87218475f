"""What is said when a referral is moved: whoever gave it hears of what happened, not of what did not."""

from __future__ import annotations

from networking_desk.domain.meetings import CaptureKind
from networking_desk.ui.owed.referral_line import ReferralList
from networking_desk.verbs import capture, contacts, meeting


def test_a_referral_that_is_moved_back_to_nothing_yet_is_told_to_nobody(window, desk, clock, qtbot):
    hannah = contacts.add_spoken(desk, "Hannah Weiss, Aster Medical")
    talk = meeting.plan(desk, hannah, clock.now(), 20)
    meeting.start(desk, talk)
    capture.save(desk, talk, CaptureKind.REFERRAL, "Emil Rask")
    clock.go(1_200)
    meeting.end(desk, talk)
    meeting.finish(desk, talk)
    said = []
    window._live.said.connect(said.append)
    listed = ReferralList(window._live, "Referrals")
    qtbot.addWidget(listed)
    for action in ("met", "given"):
        listed.show_rows(desk.lists.loops.referrals())
        listed._act(action, listed.rows()[0].id)
    assert said[0].endswith("Hannah will hear of it") and "Hannah will hear" not in said[1] and "Emil Rask" in said[1]
