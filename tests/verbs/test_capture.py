"""Capturing in a live meeting: durable at Enter, settled later, true in time."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk.desk import Desk
from networking_desk.domain import agenda, presets
from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import Contact, Note
from networking_desk.domain.errors import DeskError
from networking_desk.domain.follow_ups import FollowUp
from networking_desk.domain.leads import Lead, LeadEvent, LeadKind
from networking_desk.domain.meetings import Answer, CaptureKind, Meeting, Showing
from networking_desk.domain.promises import Promise, Whose
from networking_desk.domain.referrals import Referral
from networking_desk.verbs import capture, contacts, leads, meeting, target_list
from networking_desk.verbs import presets as preset_verbs


@pytest.fixture
def bob(desk):
    return contacts.add_spoken(desk, "Bob Hale, Director, Halden")


@pytest.fixture
def talk(desk, bob):
    made = meeting.plan(desk, bob, desk.clock.now(), 20)
    meeting.start(desk, made)
    return made


def pace(desk, talk):
    view = desk.lists.meeting.view(talk)
    return agenda.pace(view.meeting, view.stages, meeting.now(desk, view.meeting))


def test_words_that_were_entered_outlive_a_cut_between_enter_and_their_record(desk, clock, talk):
    clock.go(499)
    capture.enter(desk, talk, CaptureKind.REFERRAL, "Ann Lee, Northwind")
    capture.enter(desk, talk, CaptureKind.NOTE, "She runs the night shift")
    capture.enter(desk, talk, CaptureKind.REFERRAL, "Bob Hale, Halden")  # the person talked to: no referral, but words
    folder = desk.folder
    desk.close()
    clock.go(3_600)
    with Desk(folder, clock) as again:
        assert capture.finish_entered(again) == 3
        assert capture.finish_entered(again) == 0
        (referral,) = again.find(Referral)
        assert again.get(Contact, referral.contact_id).full_name == "Ann Lee"
        assert (referral.created_at - again.get(Meeting, talk).started_at).total_seconds() == 499
        assert {n.text for n in again.find(Note)} == {"She runs the night shift", "Bob Hale, Halden"}
        assert again.check() == []
    desk.__init__(folder, clock)


def test_words_that_say_too_little_leave_nothing_behind(desk, talk):
    for words in ("  ", "@ Northwind"):
        with pytest.raises(DeskError):
            capture.save(desk, talk, CaptureKind.REFERRAL, words)
    assert desk.lists.meeting.entered() == []
    assert desk.find(Referral) == []


def test_somebody_of_the_same_name_can_be_somebody_else(desk, talk):
    contacts.add_spoken(desk, "Ann Lee")
    assert capture.save(desk, talk, CaptureKind.REFERRAL, "Ann Lee").known
    desk.undo()
    assert not capture.save(desk, talk, CaptureKind.REFERRAL, "Ann Lee", somebody_else=True).known
    assert len(desk.find(Contact)) == 3


def test_a_name_said_twice_is_one_referral_with_both_words(desk, talk):
    kestrel = target_list.add_spoken(desk, "Kestrel Robotics")
    capture.save(desk, talk, CaptureKind.REFERRAL, "Ann Lee")
    capture.save(desk, talk, CaptureKind.REFERRAL, "Ann Lee, VP Operations", kestrel)
    (referral,) = desk.find(Referral)
    assert (referral.company_id, referral.words) == (kestrel, "Ann Lee\nAnn Lee, VP Operations")
    assert desk.lists.contacts.person(referral.contact_id).company == "Kestrel Robotics"
    assert [f.kind for f in desk.find(FollowUp)] == ["outreach"]


def test_what_was_typed_in_a_hurry_is_settled_in_the_wrap_up(desk, clock, talk):
    clock.go(100)
    capture.save(desk, talk, CaptureKind.NOTE, "Ann Lee, Northwind")
    clock.go(1_000)
    meeting.end(desk, talk)
    (note,) = desk.find(Note)
    capture.turn(desk, note.id, CaptureKind.REFERRAL)
    assert desk.find(Note) == []
    (referral,) = desk.find(Referral)
    assert referral.created_at == note.created_at
    capture.save(desk, talk, CaptureKind.PROMISE, "send the cost model by Friday")
    (promise,) = desk.find(Promise)
    assert (promise.whose, promise.due_on) == ("mine", date(2026, 3, 13))
    capture.set_whose(desk, promise.id, Whose.THEIRS)
    (owed,) = [f for f in desk.find(FollowUp) if f.promise_id]
    assert (owed.due_on, owed.reason) == (date(2026, 3, 13), "They promised on 2026-03-10: send the cost model by Friday")


def test_a_showing_is_remembered_once_a_meeting_and_only_while_it_runs(desk, bob, talk):
    ids = [target_list.add_spoken(desk, f"Company {n}") for n in range(3)]
    later = meeting.plan(desk, bob, desk.clock.now(), 20)
    capture.shown(desk, later, ids)
    assert desk.find(Showing) == []
    capture.shown(desk, talk, ids[:2])
    capture.answer(desk, talk, ids[0], Answer.NOBODY)
    capture.shown(desk, talk, ids)
    assert [(s.company_id, s.answer) for s in desk.find(Showing)] == [(ids[0], "nobody"), (ids[1], None), (ids[2], None)]
    assert {s.name: s.answer for s in desk.lists.contacts.detail(bob).shown} == {"Company 0": "nobody", "Company 1": "", "Company 2": ""}
    assert [s.full_name for s in desk.lists.companies.detail(ids[0]).answers] == ["Bob Hale"]


def test_what_others_see_holds_nothing_private(desk, bob, talk):
    for words in ("Halden", "Kestrel Robotics, Robotics, Eindhoven", "Secret Works", "Not For Bob"):
        target_list.add_spoken(desk, words)
    by_name = {c.name: c.id for c in desk.find(Company)}
    target_list.edit(desk, by_name["Secret Works"], confidential=True)
    target_list.edit(desk, by_name["Kestrel Robotics"], notes="CANARY", priority="A", tags=("CANARY",))
    assert "hidden from Bob Hale" in target_list.hide_spoken(desk, by_name["Not For Bob"], "bob hale")
    rows = desk.lists.meeting.shared(talk, bob)
    assert [tuple(r)[1:] for r in rows] == [("Kestrel Robotics", "Robotics", "Eindhoven", False)]
    assert [r.name for r in desk.lists.meeting.targets(talk, bob)] == ["Kestrel Robotics", "Secret Works"]
    with pytest.raises(DeskError, match="Nobody"):
        target_list.hide_spoken(desk, by_name["Halden"], "Zoe")


def test_it_became_an_interview_freezes_the_agenda_and_changes_what_is_owed(desk, clock, bob, talk):
    clock.go(300)
    lead_id = meeting.became_interview(desk, talk)
    assert meeting.became_interview(desk, talk) == lead_id
    clock.go(1_500)
    meeting.go_to_stage(desk, talk, 3)
    assert pace(desk, talk).current == 0
    leads.edit(desk, lead_id, title="Site lead", decides="The plant manager")
    leads.set_kind(desk, lead_id, LeadKind.POSTED)
    meeting.end(desk, talk)
    lead = desk.get(Lead, lead_id)
    assert (lead.title, lead.kind, lead.decides, lead.state, lead.contact_id) == ("Site lead", "posted", "The plant manager", "interview", bob)
    assert [e.state for e in desk.find(LeadEvent)] == ["heard", "interview"]
    assert [(f.kind, f.due_on, f.lead_id) for f in desk.find(FollowUp)] == [("thank_you_email", date(2026, 3, 11), lead_id), ("check_back", date(2026, 3, 17), lead_id)]
    view = desk.lists.meeting.view(talk)
    assert [round(s.spent_seconds) for s in view.stages] == [300, 0, 0, 0, 0, 0]


def test_a_late_start_is_corrected_and_a_pause_counts_no_more_than_it_did(desk, clock, talk):
    clock.go(60)
    meeting.started(desk, talk, "2 min ago")
    assert pace(desk, talk).elapsed == 120
    meeting.pause(desk, talk)
    clock.go(100)
    meeting.pause(desk, talk)
    clock.go(60)
    meeting.go_to_stage(desk, talk, 1)
    assert pace(desk, talk).elapsed == 180
    meeting.started(desk, talk, "5")
    assert pace(desk, talk).elapsed == 200  # 5 minutes ago, less 100 seconds of pause
    assert desk.lists.meeting.view(talk).stages[0].spent_seconds == 200
    meeting.pause(desk, talk)
    clock.go(600)
    meeting.started(desk, talk, "2")  # later than the pause is long: it has not begun to count
    assert pace(desk, talk).elapsed == 0
    with pytest.raises(DeskError):
        meeting.started(desk, talk, "23:59")


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("talk"), st.integers(1, 400)), st.tuples(st.just("sleep"), st.integers(1, 3_000)), st.tuples(st.just("set the clock"), st.integers(-10 * 365, 10 * 365)),
        st.tuples(st.just("zone"), st.integers(-12, 12)), st.tuples(st.just("kill"), st.just(0)), st.tuples(st.just("capture"), st.just(0)),
    ),
    max_size=10,
)  # fmt: skip


@given(MOVES)
def test_neither_sleep_nor_any_clock_nor_a_kill_moves_a_meeting(tmp_path_factory, moves):
    from conftest import StandingClock

    clock = StandingClock()
    desk = Desk(tmp_path_factory.mktemp("desk") / "d", clock)
    talk = meeting.plan(desk, contacts.add_spoken(desk, "Bob Hale"), clock.now(), 20)
    meeting.start(desk, talk)
    gone = 0
    for what, much in moves:
        if what in ("talk", "sleep"):  # the boot clock counts both
            clock.go(much)
            gone += much
        elif what == "set the clock":
            clock.at = datetime(2026, 3, 10, tzinfo=UTC) + timedelta(days=much)
        elif what == "zone":
            shift = timedelta(hours=much)
            clock.local = lambda at, shift=shift: at.astimezone(UTC) + shift
        elif what == "kill":
            folder = desk.folder
            desk.close()
            desk = Desk(folder, clock)
        else:
            capture.save(desk, talk, CaptureKind.NOTE, "x")
        assert abs(pace(desk, talk).elapsed - gone) < 1
        assert meeting.doubt(desk, desk.get(Meeting, talk)) == ("long" if gone > 80 * 60 else "")
    for row in desk.lists.meeting.captured(talk):
        assert 0 <= (row.at - desk.get(Meeting, talk).started_at).total_seconds() <= gone
    desk.close()


def test_after_a_restart_of_the_computer_it_asks_and_counts_by_the_time_of_day(desk, clock, talk):
    clock.go(300)
    clock.boot_id, clock.seconds = "another-run", 10.0
    clock.at += timedelta(seconds=120)
    view = desk.lists.meeting.view(talk)
    assert meeting.doubt(desk, view.meeting) == "restart"
    assert pace(desk, talk).elapsed == 420
    meeting.carry_on(desk, talk)
    clock.go(60)
    clock.at -= timedelta(days=400)
    assert meeting.doubt(desk, desk.get(Meeting, talk)) == ""
    assert pace(desk, talk).elapsed == 480


def test_a_meeting_that_was_over_ends_at_the_last_that_is_known_of_it(desk, clock, talk):
    clock.go(600)
    capture.save(desk, talk, CaptureKind.NOTE, "the last word")
    clock.go(7_200)
    assert meeting.doubt(desk, desk.get(Meeting, talk)) == "long"
    meeting.end_as_last_known(desk, talk)
    held = desk.get(Meeting, talk)
    assert (held.ended_at - held.started_at).total_seconds() == 600


def test_an_agenda_of_ones_own_is_kept_and_a_meeting_keeps_its_copy(desk, bob):
    stages = [presets.StagePlan("Hello", "", 4, False, CaptureKind.NOTE, "", "", ("Smile",)), presets.StagePlan("Names", "", 8, True, CaptureKind.REFERRAL, "Ask", "Who?", ())]
    key = preset_verbs.save(desk, "", "  My twelve ", stages)
    talk = meeting.plan(desk, bob, desk.clock.now())
    meeting.set_preset(desk, talk, key)
    preset_verbs.save(desk, key, "My thirteen", [*stages, presets.StagePlan("Bye", "", 1, True, CaptureKind.PROMISE, "", "", ())])
    view = desk.lists.meeting.view(talk)
    assert [(s.name, s.short, s.planned_minutes, s.protected) for s in view.stages] == [("Hello", "Hello", 4, False), ("Names", "Names", 8, True)]
    assert [i.text for i in view.checklist if i.stage_id] == ["Smile"]
    assert view.meeting.planned_minutes == 12
    assert [(a.name, a.minutes) for a in desk.lists.meeting.presets()][-1] == ("My thirteen", 13)
    preset_verbs.remove(desk, desk.lists.meeting.presets()[-1])
    assert [a.name for a in desk.lists.meeting.presets()] == ["20 minutes", "15 minutes", "20-minute meeting", "TIARA"]
    assert desk.lists.meeting.view(talk).meeting.planned_minutes == 12


def test_a_built_in_agenda_can_be_changed_and_restored(desk, bob):
    changed = [*presets.METHOD_20.stages[:-1], presets.StagePlan("Only thanks", "", 5, True, CaptureKind.PROMISE, "", "", ())]
    preset_verbs.save(desk, "method-20", "20 minutes", changed)
    talk = meeting.plan(desk, bob, desk.clock.now(), 20)
    assert desk.lists.meeting.view(talk).stages[-1].name == "Only thanks"
    preset_verbs.remove(desk, desk.lists.meeting.presets()[0])
    assert desk.lists.meeting.presets()[0] == presets.METHOD_20


@pytest.mark.parametrize(("name", "minutes", "stage"), [("", 10, "A"), ("X", 0, "A"), ("X", 10, " "), ("X", 500, "A"), ("X", 3, "A")])
def test_an_agenda_that_no_meeting_could_run_with_is_refused(desk, name, minutes, stage):
    with pytest.raises(DeskError):
        preset_verbs.save(desk, "", name, [presets.StagePlan(stage, "", minutes, False, CaptureKind.NOTE, "", "", ())])
    assert desk.lists.meeting.presets() == list(presets.BUILT_IN)


def test_three_meetings_say_what_runs_long(desk, clock, bob):
    for over in (280, 260, 300):
        assert desk.lists.meeting.habits() == []
        talk = meeting.plan(desk, bob, clock.now(), 20)
        meeting.start(desk, talk)
        clock.go(over)
        meeting.go_to_stage(desk, talk, 1)
        clock.go(125)
        meeting.end(desk, talk)
    (habit,) = desk.lists.meeting.habits()
    assert (habit.stage, round(habit.over), habit.meetings) == ("Skills and abilities", 100, 3)
