"""Undo, redo and deletions leave the follow-ups that are owed as things are then, and each other's steps."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt

from hypothesis import HealthCheck, settings
from hypothesis.stateful import precondition, rule

from networking_desk.desk import Desk
from networking_desk.domain.contacts import Contact
from networking_desk.domain.follow_ups import FollowUp, FollowUpState
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.referrals import Permission, Mode, Referral, ReferralState
from networking_desk.ui.daily import Daily
from networking_desk.verbs import capture, contacts, follow_up, meeting, referrals
from tests.storage.test_undo import dump
from tests.verbs.test_follow_up import Anything


@pytest.fixture
def hannah(desk, clock):
    """Hannah was met and thanked, named two people and has heard nothing for three weeks."""
    who = contacts.add_spoken(desk, "Hannah Weiss, Aster Medical")
    talk = meeting.plan(desk, who, clock.now(), 20)
    meeting.start(desk, talk)
    for words in ("Emil Rask, Pelham", "Ben Aalto, Tidewell"):
        capture.save(desk, talk, CaptureKind.REFERRAL, words)
    clock.go(1_200)
    meeting.end(desk, talk)
    meeting.finish(desk, talk)
    for referral in desk.find(Referral):
        referrals.settle(desk, referral.id, Permission.YES, Mode.I_CONTACT)
    follow_up.done_many(desk, [f.id for f in desk.find(FollowUp)])
    contacts.add_note(desk, who, "likes rail")
    clock.go(21 * 86_400)
    return who


def owed(desk):
    """What is owed, which must be what would be worked out anew."""
    found = sorted((f.kind.value, f.contact_id) for f in desk.find(FollowUp, state=FollowUpState.OPEN))
    assert follow_up.due_now(desk) == 0
    return found


def test_what_the_day_brought_is_there_again_after_each_undo_and_redo(window, desk, hannah):
    Daily(window, window.inside.stack, window._live)
    todays = owed(desk)
    assert ("update", hannah) in todays
    do = window.inside.doing.do
    for _ in range(2):  # the note, on which the day's follow-ups lie, and the letters before it
        do("undo")
        assert ("update", hannah) in owed(desk) or len(owed(desk)) == 3  # before the thanks: a call and two letters
    assert desk.undo_label(redo=True)
    do("redo")
    assert desk.undo_label(redo=True) == "Add note"
    do("redo")
    assert owed(desk) == todays and desk.undo_label(redo=True) is None
    assert desk.undo_label() == "Add note"
    assert desk.check() == []


def test_ctrl_z_and_ctrl_shift_z_go_all_the_way_back_and_forth_over_days_and_a_restart(window, desk, clock, hannah):
    live = window._live
    live.work_out()
    contacts.add_note(desk, hannah, "and ferries")
    clock.go(20 * 86_400)
    live.work_out()
    end, steps = owed(desk), 0
    while desk.undo_label():
        window.inside.doing.do("undo")
        steps += 1
        owed(desk)
    assert (desk.find(Contact), desk.find(FollowUp)) == ([], [])
    folder = desk.folder
    desk.close()
    with Desk(folder, clock) as again:
        for _ in range(steps):
            assert again.redo()
            follow_up.due_now(again)
        assert again.redo() is None and again.check() == []
        assert owed(again) == end
    desk.__init__(folder, clock)


def test_after_a_deletion_what_is_owed_is_there_and_the_first_undo_brings_back_who_was_deleted(window, desk, hannah):
    live, inside = window._live, window.inside
    live.work_out()
    todays = owed(desk)
    emil = next(c.id for c in desk.find(Contact) if c.full_name == "Emil Rask")
    referrals.move(desk, desk.find(Referral, contact_id=emil)[0].id, ReferralState.ANSWERED)
    inside.open(1, emil)
    QTest.keyClick(inside.page(1).table, Qt.Key.Key_Delete)
    assert emil not in {c.id for c in desk.find(Contact)}
    assert ("update", hannah) in owed(desk)  # Ben is silent still
    inside.doing.do("undo")
    assert emil in {c.id for c in desk.find(Contact)}
    owed(desk)
    inside.doing.do("undo")
    assert owed(desk) == todays
    inside.doing.do("redo")
    inside.doing.do("redo")
    assert emil not in {c.id for c in desk.find(Contact)} and ("update", hannah) in owed(desk)


def test_a_day_that_begins_leaves_what_was_undone_to_be_done_again(desk, clock, hannah):
    desk.undo()
    assert follow_up.due_now(desk) > 0
    assert desk.redo() == "Add note"
    assert desk.undo() == "Add note"


class BackAndForth(Anything):
    """Whatever is done, taken back and done again in whatever order, with what the day brings in between, all of it comes back exactly."""

    @precondition(lambda self: hasattr(self, "desk"))
    @rule()
    def redo(self):
        while self.desk.redo() is not None and self.desk.lists.facts.meeting_runs():
            pass

    @precondition(lambda self: hasattr(self, "desk") and self.desk.undo_label(redo=True) is None)
    @rule()
    def all_the_way(self):
        before, steps = dump(self.desk), 0
        while self.desk.undo() is not None:
            steps += 1
            assert self.desk.check() == []
            if steps % 3 == 0:
                follow_up.due_now(self.desk)
        for _ in range(steps):
            assert self.desk.redo() is not None
        assert self.desk.redo() is None
        assert dump(self.desk) == before


TestBackAndForth = BackAndForth.TestCase
TestBackAndForth.settings = settings(max_examples=15, stateful_step_count=25, suppress_health_check=list(HealthCheck), deadline=None)
