"""The method, verb by verb: plan, run, capture, end, owe."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from networking_desk.desk import Desk
from networking_desk.domain import agenda
from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import Contact, Touch
from networking_desk.domain.errors import DeskError
from networking_desk.domain.follow_ups import FollowUp
from networking_desk.domain.meetings import Answer, CaptureKind, Meeting
from networking_desk.domain.referrals import Mode, Permission, Referral
from networking_desk.domain.templates import fill
from networking_desk.verbs import capture, contacts, drafts, follow_up, meeting, referrals, target_list


@pytest.fixture
def bob(desk):
    return contacts.add_spoken(desk, "Bob Hale, Director, Halden, bob@halden.example")


@pytest.fixture
def talk(desk, bob):
    made = meeting.plan(desk, bob, desk.clock.now(), 20)
    meeting.start(desk, made)
    return made


def test_a_name_heard_in_the_meeting_is_at_once_a_contact_and_a_follow_up(desk, bob, talk):
    heard = capture.save(desk, talk, CaptureKind.REFERRAL, "Ann Lee, VP Operations, Northwind")
    assert heard == ("Ann Lee", False)
    (referral,) = desk.find(Referral)
    assert (referral.introducer_id, referral.words) == (bob, "Ann Lee, VP Operations, Northwind")
    (owed,) = desk.find(FollowUp)
    assert (owed.kind, owed.contact_id, owed.due_on, owed.reason) == ("outreach", referral.contact_id, date(2026, 3, 12), "Bob Hale referred you to Ann Lee on 2026-03-10.")
    assert [p.full_name for p in desk.lists.contacts.detail(referral.contact_id).chain] == ["Bob Hale", "Ann Lee"]


def test_somebody_already_known_is_linked_and_not_made_twice(desk, talk):
    ann = contacts.add_spoken(desk, "Ann Lee, Northwind")
    assert capture.save(desk, talk, CaptureKind.REFERRAL, "ann lee, ann@northwind.example").known
    assert desk.get(Contact, ann).emails == ("ann@northwind.example",)
    assert not capture.save(desk, talk, CaptureKind.REFERRAL, "Ann Lee, Tidewell").known  # a namesake elsewhere
    assert len([c for c in desk.find(Contact) if c.full_name == "Ann Lee"]) == 2


def test_nobody_refers_you_to_themselves(desk, talk):
    with pytest.raises(DeskError, match="talking to"):
        capture.save(desk, talk, CaptureKind.REFERRAL, "Bob Hale, Halden")
    assert desk.find(Referral) == []


def test_a_company_on_the_list_remembers_what_was_answered(desk, bob, talk):
    kestrel = target_list.add_spoken(desk, "Kestrel Robotics, Robotics, Eindhoven")
    target_list.add_spoken(desk, "Halden")
    assert [t.name for t in desk.lists.meeting.targets(talk, bob)] == ["Kestrel Robotics"]  # their own employer is left out
    capture.answer(desk, talk, kestrel, Answer.NOBODY)
    capture.save(desk, talk, CaptureKind.REFERRAL, "Jan Visser", kestrel)
    (row,) = desk.lists.meeting.targets(talk, bob)
    assert (row.answer, row.name_said) == (Answer.KNOWS, "Jan Visser")
    assert desk.lists.companies.detail(kestrel).people[0].via == "Bob Hale"


def test_a_missing_company_goes_on_the_list_with_who_named_it(desk, bob, talk):
    capture.save(desk, talk, CaptureKind.COMPANY, "Greenlock Storage, Storage")
    (found,) = [c for c in desk.find(Company) if c.target]
    assert (found.name, found.suggested_by_id, found.words) == ("Greenlock Storage", bob, "Greenlock Storage, Storage")


def test_the_five_kinds_are_listed_latest_first(desk, clock, talk):
    for kind in CaptureKind:
        clock.go(30)
        capture.save(desk, talk, kind, "Something, Somewhere")
    assert [row.kind for row in desk.lists.meeting.captured(talk)] == ["promise", "note", "lead", "company", "referral"]


def test_an_ended_meeting_has_its_stages_its_touch_and_its_thank_you_call(desk, clock, bob, talk):
    clock.go(200)
    meeting.go_to_stage(desk, talk, 1)
    clock.go(100)
    meeting.go_to_stage(desk, talk, 3)
    clock.go(300)
    meeting.end(desk, talk)
    view = desk.lists.meeting.view(talk)
    assert [round(s.spent_seconds) for s in view.stages] == [200, 100, 0, 300, 0, 0]
    assert (view.meeting.ended_at - view.meeting.started_at).total_seconds() == 600
    assert [t.kind for t in desk.find(Touch)] == ["meeting"]
    (owed,) = desk.find(FollowUp)
    assert (owed.kind, owed.contact_id, owed.due_on) == ("thank_you_call", bob, date(2026, 3, 11))


def test_a_pause_stops_the_clock_and_minutes_that_are_offered_count(desk, clock, talk):
    clock.go(60)
    meeting.pause(desk, talk)
    clock.go(600)
    meeting.pause(desk, talk)
    clock.go(60)
    meeting.grant(desk, talk)
    view = desk.lists.meeting.view(talk)
    at = agenda.pace(view.meeting, view.stages, meeting.now(desk, view.meeting))
    assert (at.elapsed, at.total) == (120, 1500)


def test_neither_a_change_of_the_clock_nor_a_restart_of_the_program_moves_a_meeting(desk, clock, talk):
    clock.go(300)
    clock.at = datetime(2031, 1, 1, tzinfo=UTC)  # somebody set the computer's clock
    folder = desk.folder
    desk.close()
    with Desk(folder, clock) as again:
        view = again.lists.meeting.view(again.lists.meeting.current_id())
        assert agenda.pace(view.meeting, view.stages, meeting.now(again, view.meeting)).elapsed == 300
        clock.at = datetime(2020, 1, 1, tzinfo=UTC)
        clock.seconds += 60
        assert agenda.pace(view.meeting, view.stages, meeting.now(again, view.meeting)).elapsed == 360
    desk.__init__(folder, clock)  # the fixture closes it


def test_only_one_meeting_runs_at_a_time(desk, bob, talk):
    other = meeting.plan(desk, bob, desk.clock.now(), 15)
    with pytest.raises(DeskError, match="running"):
        meeting.start(desk, other)
    with pytest.raises(DeskError):
        meeting.set_length(desk, talk, 15)


def test_half_typed_words_outlive_the_program_and_are_gone_once_entered(desk, talk):
    capture.keep_draft(desk, talk, CaptureKind.LEAD, "Night-sh")
    assert desk.lists.meeting.draft(talk) == ("Night-sh", "lead", "")
    capture.save(desk, talk, CaptureKind.LEAD, "Night-shift supervisor")
    assert desk.lists.meeting.draft(talk) == ("", "", "")


def test_what_was_agreed_changes_what_is_owed_and_never_makes_two(desk, bob, talk):
    capture.save(desk, talk, CaptureKind.REFERRAL, "Ann Lee, Northwind")
    (referral,) = desk.find(Referral)
    for mode, kind, whom in ((Mode.THEY_ASK_FIRST, "check_back", bob), (Mode.I_CONTACT, "outreach", referral.contact_id), (Mode.I_CONTACT, "outreach", referral.contact_id)):
        referrals.settle(desk, referral.id, Permission.YES, mode)
        (owed,) = desk.find(FollowUp)
        assert (owed.kind, owed.contact_id) == (kind, whom)


def test_done_closes_writes_the_touch_and_moves_the_referral_in_one_step(desk, talk):
    capture.save(desk, talk, CaptureKind.REFERRAL, "Ann Lee, Northwind")
    (owed,) = desk.find(FollowUp)
    follow_up.done(desk, owed.id)
    assert (desk.find(FollowUp)[0].state, desk.find(Referral)[0].state) == ("done", "contacted")
    assert len(desk.find(Touch)) == 1
    assert desk.undo() == "Done"
    assert (desk.find(FollowUp)[0].state, desk.find(Referral)[0].state, desk.find(Touch)) == ("open", "given", [])


def test_a_name_is_used_in_a_letter_only_with_permission(desk, talk):
    capture.save(desk, talk, CaptureKind.REFERRAL, "Ann Lee, Northwind")
    row = desk.lists.today.follow_ups()[0]
    assert "Bob" not in drafts.for_follow_up(desk, row).body
    referrals.settle(desk, desk.find(Referral)[0].id, Permission.YES, Mode.I_CONTACT)
    assert "Bob Hale suggested" in drafts.for_follow_up(desk, desk.lists.today.follow_ups()[0]).body


def test_a_field_that_is_missing_is_a_gap():
    assert fill("Dear {{first}}, {{unknown}}", {"first": "Ann"}) == "Dear Ann, ____"


def test_planning_needs_a_contact_and_takes_one_by_name(desk, bob):
    with pytest.raises(DeskError, match="Choose a contact"):
        meeting.plan_spoken(desk, None, "now")
    made = meeting.plan_spoken(desk, None, "Bob Hale, thu 14")
    assert desk.get(Meeting, made).planned_at == datetime(2026, 3, 12, 14, tzinfo=UTC)


def test_a_change_that_fails_leaves_nothing(desk):
    with pytest.raises(ZeroDivisionError), desk.change("Half") as records:
        records.add(Contact(full_name="Half"))
        _ = 1 / 0
    assert desk.find(Contact) == []
    assert desk.undo() is None
