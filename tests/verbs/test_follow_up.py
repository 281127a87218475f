"""After the meeting: news find their way to whoever helped, once; silence ends; what was dropped stays dropped; an offer thanks everybody."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from networking_desk.desk import Desk
from networking_desk.domain.contacts import Contact, Touch, TouchKind
from networking_desk.domain.follow_ups import FollowUp, FollowUpKind, FollowUpState
from networking_desk.domain.leads import Lead, LeadEvent, LeadState
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.news import News
from networking_desk.domain.promises import Promise
from networking_desk.domain.referrals import Mode, Permission, Referral, ReferralState
from networking_desk.verbs import capture, contacts, exchange, follow_up, leads, meeting, outreach, promises, referrals
from tests.conftest import StandingClock


@pytest.fixture
def hannah(desk):
    return contacts.add_spoken(desk, "Hannah Weiss, Supply planner, Copperfield")


def talk(desk, contact_id, *names, wrap=True):
    """A meeting with somebody who names some people; gives the ids of those referrals."""
    made = meeting.plan(desk, contact_id, desk.clock.now(), 15)
    meeting.start(desk, made)
    for words in names:
        capture.save(desk, made, CaptureKind.REFERRAL, words)
    meeting.end(desk, made)
    if wrap:
        meeting.finish(desk, made)
    return [r.id for r in desk.find(Referral, meeting_id=made)]


def owed(desk, **which):
    return [f for f in desk.find(FollowUp, **which) if f.state is FollowUpState.OPEN]


def call_of(desk, contact_id):
    return owed(desk, contact_id=contact_id, kind="thank_you_call")[0]


def days(desk, clock, count):
    clock.go(86_400 * count)
    return follow_up.due_now(desk)


def test_news_joins_the_thank_you_call_that_is_still_open_and_makes_an_update_once_it_is_done(desk, clock, hannah):
    emil, ben = talk(desk, hannah, "Emil Rask, Aster Medical", "Ben Aalto, Tidewell")
    referrals.move(desk, emil, ReferralState.CONTACTED)
    call = call_of(desk, hannah)
    assert [n.follow_up_id for n in desk.find(News)] == [call.id]
    assert owed(desk, kind="update") == []
    follow_up.done(desk, call.id)
    referrals.move(desk, emil, ReferralState.ANSWERED)
    referrals.move(desk, ben, ReferralState.UNREACHABLE)
    (update,) = owed(desk, kind="update")
    assert (update.contact_id, update.due_on) == (hannah, date(2026, 3, 11))
    assert update.reason == "Hannah Weiss has not heard yet that Emil Rask answered and that Ben Aalto could not be reached."
    assert len(desk.find(News, follow_up_id=update.id)) == 2
    follow_up.done(desk, update.id)
    assert owed(desk, contact_id=hannah) == []


def test_whoever_put_an_update_off_gets_it_back_when_there_is_more_to_tell(desk, clock, hannah):
    emil, ben = talk(desk, hannah, "Emil Rask", "Ben Aalto")
    follow_up.done(desk, call_of(desk, hannah).id)
    referrals.move(desk, emil, ReferralState.ANSWERED)
    follow_up.snooze(desk, owed(desk, kind="update")[0].id, date(2026, 4, 1))
    referrals.move(desk, ben, ReferralState.ANSWERED)
    assert [u.due_on for u in owed(desk, kind="update")] == [date(2026, 3, 11)]


def test_news_that_had_joined_a_dropped_call_are_owed_by_themselves_and_dropped_updates_stay_dropped(desk, clock, hannah):
    (emil,) = talk(desk, hannah, "Emil Rask")
    referrals.move(desk, emil, ReferralState.ANSWERED)
    follow_up.close(desk, call_of(desk, hannah).id, FollowUpState.SKIPPED)
    (update,) = owed(desk, contact_id=hannah)
    assert update.kind == "update"
    follow_up.close(desk, update.id, FollowUpState.SKIPPED)
    assert days(desk, clock, 1) == 0
    assert owed(desk, contact_id=hannah) == []


def test_silence_ends_after_14_days_says_why_and_is_not_broken_twice(desk, clock, hannah):
    talk(desk, hannah, "Emil Rask, Aster Medical")
    follow_up.done(desk, call_of(desk, hannah).id)
    assert days(desk, clock, 13) == 0
    assert days(desk, clock, 1) == 1
    (update,) = owed(desk, kind="update")
    assert update.due_on == date(2026, 3, 24)
    assert update.reason == "Hannah Weiss referred you to Emil Rask at Aster Medical on 2026-03-10 and has heard nothing since."
    assert days(desk, clock, 20) == 0
    follow_up.close(desk, update.id, FollowUpState.SKIPPED)
    assert days(desk, clock, 40) == 0
    contacts.log_touch(desk, hannah, TouchKind.EMAIL)
    assert days(desk, clock, 14) == 1  # another silence, another reason


def test_a_silence_that_was_ended_in_another_way_is_not_owed_any_more(desk, clock, hannah):
    talk(desk, hannah, "Emil Rask")
    follow_up.done(desk, call_of(desk, hannah).id)
    days(desk, clock, 14)
    contacts.log_touch(desk, hannah, TouchKind.CALL)
    assert follow_up.due_now(desk) == 1
    assert owed(desk, kind="update") == []


def test_a_voicemail_is_tried_again_twice_and_then_thanked_for_in_writing_with_the_news(desk, clock, hannah):
    (emil,) = talk(desk, hannah, "Emil Rask")
    referrals.move(desk, emil, ReferralState.ANSWERED)
    call = call_of(desk, hannah)
    for due in (date(2026, 3, 11), date(2026, 3, 12)):
        follow_up.voicemail(desk, call.id)
        assert call_of(desk, hannah).due_on == due
        clock.go(86_400)
    follow_up.done(desk, call.id, TouchKind.VOICEMAIL)
    (letter,) = owed(desk, contact_id=hannah)
    assert (letter.kind, letter.due_on) == ("thank_you_email", date(2026, 3, 13))
    assert [n.follow_up_id for n in desk.find(News)] == [letter.id]
    assert [t.kind for t in desk.find(Touch, contact_id=hannah)] == ["meeting", "voicemail", "voicemail", "voicemail"]
    assert desk.undo() == "Voicemail for Hannah Weiss"
    assert call_of(desk, hannah).tries == 2


def test_planning_and_holding_a_meeting_is_news_for_whoever_led_there(desk, clock, hannah):
    talk(desk, hannah, "Emil Rask")
    follow_up.done(desk, call_of(desk, hannah).id)
    emil = next(c.id for c in desk.find(Contact) if c.full_name == "Emil Rask")
    made = meeting.plan(desk, emil, clock.now() + timedelta(days=1), 20)
    assert owed(desk, kind="update")[0].reason == "Hannah Weiss has not heard yet that Emil Rask answered."
    assert owed(desk, kind="outreach") == []  # it is not needed any more
    meeting.start(desk, made)
    meeting.end(desk, made)
    assert owed(desk, kind="update")[0].reason == "Hannah Weiss has not heard yet that you met Emil Rask."
    assert [r.state for r in desk.find(Referral)] == ["met"]


def test_two_introducers_of_one_person_are_answered_with_one_letter_and_both_hear(desk, clock, hannah):
    tom = contacts.add_spoken(desk, "Tom Okafor")
    talk(desk, hannah, "Emil Rask")
    talk(desk, tom, "Emil Rask")
    (letter,) = owed(desk, kind="outreach")
    assert "Hannah Weiss referred you" in letter.reason and "Tom Okafor referred you" in letter.reason
    for person in (hannah, tom):
        follow_up.done(desk, call_of(desk, person).id)
    follow_up.done(desk, letter.id)
    assert {r.state for r in desk.find(Referral)} == {"contacted"}
    assert {u.contact_id for u in owed(desk, kind="update")} == {hannah, tom}


def emil_of(desk):
    return next(c.id for c in desk.find(Contact) if c.full_name == "Emil Rask")


@pytest.mark.parametrize("how", ["answered", "met", "outcome", "another", "planned", "held"])
def test_whoever_could_not_be_reached_and_is_heard_of_after_all_was_reached(desk, clock, hannah, how):
    tom = contacts.add_spoken(desk, "Tom Okafor")
    first, second = talk(desk, hannah, "Emil Rask") + talk(desk, tom, "Emil Rask")
    for person in (hannah, tom):
        follow_up.done(desk, call_of(desk, person).id)
    referrals.move(desk, first, ReferralState.UNREACHABLE)
    assert {r.state for r in desk.find(Referral)} == {"unreachable"}
    follow_up.done_many(desk, [f.id for f in owed(desk, kind="update")])
    clock.go(86_400)
    if how in ("planned", "held"):
        made = meeting.plan(desk, emil_of(desk), clock.now(), 15)
        if how == "held":
            meeting.start(desk, made)
            meeting.end(desk, made)
    else:
        referrals.move(desk, second, ReferralState.MET if how == "another" else ReferralState(how))
    state = {"another": "met", "planned": "answered", "held": "met"}.get(how, how)
    assert {r.state for r in desk.find(Referral)} == {state}
    assert {u.contact_id for u in owed(desk, kind="update")} == {hannah, tom}


@pytest.mark.parametrize("state", [state for state in ReferralState if state is not ReferralState.GIVEN])
def test_whoever_names_somebody_we_know_already_hears_how_far_it_is_and_nobody_is_written_to_as_a_stranger(desk, clock, hannah, state):
    (first,) = talk(desk, hannah, "Emil Rask")
    follow_up.done(desk, owed(desk, kind="outreach")[0].id)
    referrals.move(desk, first, state, "no opening" if state is ReferralState.OUTCOME else "")
    tom = contacts.add_spoken(desk, "Tom Okafor")
    clock.go(86_400)
    (second,) = talk(desk, tom, "Emil Rask")
    fresh = state is ReferralState.UNREACHABLE
    told = desk.lists.today.news(call_of(desk, tom).id)
    assert desk.get(Referral, second).state is (ReferralState.GIVEN if fresh else state)
    assert [(one.state, one.text) for one in told] == ([] if fresh else [(state, "no opening" if state is ReferralState.OUTCOME else "")])
    assert len(owed(desk, kind="outreach")) == fresh
    assert follow_up.due_now(desk) == 0
    if state is ReferralState.CONTACTED:
        days(desk, clock, 8)
        assert [f.due_on for f in owed(desk, kind="outreach")] == [date(2026, 3, 19)]  # seven working days after the letter
        talk(desk, contacts.add_spoken(desk, "Cara Diaz"), "Emil Rask")
        assert len(owed(desk, kind="outreach")) == 1  # the second letter is owed as before


def test_whoever_names_somebody_who_was_met_without_an_introduction_hears_that(desk, clock, hannah):
    talk(desk, hannah)
    tom = contacts.add_spoken(desk, "Tom Okafor")
    (referral,) = talk(desk, tom, "Hannah Weiss, Copperfield")
    assert desk.get(Referral, referral).state is ReferralState.MET
    assert owed(desk, kind="outreach") == []
    assert [one.state for one in desk.lists.today.news(call_of(desk, tom).id)] == ["met"]


def test_a_letter_answers_for_everybody_who_named_them_also_who_wanted_to_introduce(desk, hannah):
    tom = contacts.add_spoken(desk, "Tom Okafor")
    first, second = talk(desk, hannah, "Emil Rask") + talk(desk, tom, "Emil Rask")
    referrals.settle(desk, second, Permission.YES, Mode.THEY_INTRODUCE)
    assert len(owed(desk, kind="check_back")) == 1
    referrals.move(desk, first, ReferralState.CONTACTED)
    assert {r.state for r in desk.find(Referral)} == {"contacted"}
    assert owed(desk, kind="check_back") == owed(desk, kind="outreach") == []
    assert {n.contact_id for n in desk.find(News)} == {hannah, tom}


def test_a_first_letter_that_nothing_asked_for_waits_for_an_answer_like_any_other(desk, clock, hannah):
    (referral,) = talk(desk, hannah, "Emil Rask, Aster Medical")
    lina = contacts.add_spoken(desk, "Lina Vos, Aster Medical")
    follow_up.done(desk, call_of(desk, hannah).id)
    referrals.settle(desk, referral, Permission.YES, Mode.THEY_INTRODUCE)
    assert outreach.wrote(desk, emil_of(desk)) == "E-mail to Emil Rask written down"
    assert desk.undo_label() == "E-mail to Emil Rask"
    assert [t.kind for t in desk.find(Touch, contact_id=emil_of(desk))] == ["email"]
    assert desk.get(Referral, referral).state is ReferralState.CONTACTED
    assert [f.kind for f in owed(desk)] == ["update"]
    days(desk, clock, 3)
    assert [(s.contact_id, s.why) for s in outreach.suggestions(desk)] == [(lina, "second")]
    days(desk, clock, 6)
    assert len(owed(desk, kind="outreach")) == 1
    outreach.wrote(desk, emil_of(desk))
    assert days(desk, clock, 12) == 0
    assert owed(desk, kind="outreach") == []
    assert [f.state for f in desk.find(FollowUp, kind="outreach", contact_id=emil_of(desk))] == ["done", "done"]


@pytest.mark.parametrize("by", [TouchKind.CALL, TouchKind.EMAIL])
def test_whoever_was_reached_by_telephone_is_not_silent(desk, clock, by):
    emil = contacts.add_spoken(desk, "Emil Rask, Aster Medical")
    lina = contacts.add_spoken(desk, "Lina Vos, Aster Medical")
    outreach.wrote(desk, emil)
    clock.go(86_400)
    contacts.log_touch(desk, emil, by)
    assert len(outreach.warnings(desk, lina)) == (by is TouchKind.EMAIL)
    days(desk, clock, 3)
    assert len(outreach.suggestions(desk)) == (by is TouchKind.EMAIL)
    assert days(desk, clock, 10) == (by is TouchKind.EMAIL)


def test_calling_is_outreach_too_and_a_call_that_reached_them_is_no_silence(desk, clock, hannah):
    talk(desk, hannah, "Emil Rask")
    follow_up.log(desk, emil_of(desk), TouchKind.CALL)
    assert [f.kind for f in owed(desk, contact_id=emil_of(desk))] == []
    days(desk, clock, 12)
    assert owed(desk, kind="outreach") == []


def test_a_letter_without_an_answer_is_written_once_more_and_then_no_more(desk, clock, hannah):
    talk(desk, hannah, "Emil Rask")
    follow_up.done(desk, owed(desk, kind="outreach")[0].id)
    days(desk, clock, 8)
    assert owed(desk, kind="outreach") == []
    days(desk, clock, 1)  # seven working days after a Tuesday
    (again,) = owed(desk, kind="outreach")
    assert (again.due_on, again.reason) == (date(2026, 3, 19), "You wrote to Emil Rask on 2026-03-10 and had no answer: write once more.")
    follow_up.done(desk, again.id)
    days(desk, clock, 40)
    assert owed(desk, kind="outreach") == []
    referrals.move(desk, desk.find(Referral)[0].id, ReferralState.UNREACHABLE)
    assert "Emil Rask could not be reached" in call_of(desk, hannah).reason or desk.find(News)


def chain(desk, clock):
    """Elena led to Hannah and Tom, both to Emil, who told of a lead; Emil led back to Elena."""
    elena = contacts.add_spoken(desk, "Elena Petrova")
    talk(desk, elena, "Hannah Weiss", "Tom Okafor")
    ids = {c.full_name: c.id for c in desk.find(Contact)}
    talk(desk, ids["Hannah Weiss"], "Emil Rask")
    talk(desk, ids["Tom Okafor"], "Emil Rask")
    ids = {c.full_name: c.id for c in desk.find(Contact)}
    talk(desk, ids["Emil Rask"], "Elena Petrova")
    for call in owed(desk, kind="thank_you_call"):
        follow_up.done(desk, call.id)
    for update in owed(desk, kind="update"):
        follow_up.done(desk, update.id)
    clock.go(86_400)
    return ids, leads.add(desk, "Planning lead, Aster Medical", ids["Emil Rask"])


def test_an_interview_an_offer_and_a_yes_are_told_to_everybody_up_the_chain_once_the_nearest_first(desk, clock):
    ids, lead = chain(desk, clock)
    for state in (LeadState.APPLIED, LeadState.INTERVIEW, LeadState.INTERVIEW):
        leads.move(desk, lead, state, "" if state is not LeadState.INTERVIEW else "with the site lead")
    told = owed(desk, kind="update")
    assert [desk.get(Contact, u.contact_id).full_name for u in told] == ["Emil Rask", "Hannah Weiss", "Tom Okafor", "Elena Petrova"]
    assert {u.due_on for u in told} == {date(2026, 3, 12)}
    assert told[1].reason == "Hannah Weiss has not heard yet that you have an interview as Planning lead at Aster Medical."
    follow_up.done(desk, told[0].id)
    leads.move(desk, lead, LeadState.OFFER)
    assert len(owed(desk, kind="update")) == 4  # what is still open takes the offer along
    assert len(desk.find(News, contact_id=ids["Tom Okafor"])) - len([n for n in desk.find(News, contact_id=ids["Tom Okafor"]) if n.referral_event_id]) == 2


def test_an_accepted_offer_closes_the_other_leads_thanks_everybody_once_and_keeps_in_touch(desk, clock):
    ids, lead = chain(desk, clock)
    luis = contacts.add_spoken(desk, "Luis Ferrer")
    talk(desk, luis)
    other = leads.add(desk, "Supply planner, Kestrel")
    said = leads.move(desk, lead, LeadState.ACCEPTED)
    assert said.endswith("1 other closed")
    assert desk.get(Lead, other).state is LeadState.CLOSED
    assert [(desk.get(Contact, f.contact_id).full_name, f.kind.value) for f in owed(desk) if f.kind in ("update", "thank_you_email")] == [
        ("Emil Rask", "update"), ("Hannah Weiss", "update"), ("Tom Okafor", "update"), ("Elena Petrova", "update"),
    ]  # fmt: skip
    assert [n.follow_up_id for n in desk.find(News, contact_id=luis)] == [call_of(desk, luis).id]  # whom we call anyway hears it then
    assert follow_up.due_now(desk) == 0
    while owed(desk):
        follow_up.done_many(desk, [f.id for f in owed(desk)])
    leads.move(desk, lead, LeadState.ACCEPTED, "It begins on 1 May")  # a note in its log is no second job
    assert not owed(desk)
    assert days(desk, clock, 40) == 0  # no more "nothing yet", no more second letters
    days(desk, clock, 60)
    in_touch = owed(desk, kind="check_back")
    assert {desk.get(Contact, f.contact_id).full_name for f in in_touch} == {"Emil Rask", "Hannah Weiss", "Tom Okafor", "Elena Petrova", "Luis Ferrer"}
    assert {f.due_on for f in in_touch} == {date(2026, 6, 11)}
    follow_up.drop_many(desk, [f.id for f in in_touch])
    assert days(desk, clock, 30) == 0
    assert [e.text for e in desk.find(LeadEvent, lead_id=other)] == ["", "Accepted: Planning lead"]


def told_now(desk, contact_id):
    return [f.reason for f in owed(desk, contact_id=contact_id) if f.kind in ("update", "thank_you_email")]


@pytest.mark.parametrize(("mode", "kind", "due"), [(Mode.I_CONTACT, "outreach", date(2026, 3, 12)), (Mode.THEY_INTRODUCE, "check_back", date(2026, 3, 17))])
def test_a_referral_moved_by_mistake_and_back_is_news_no_more_and_its_first_step_is_owed_again(desk, clock, hannah, mode, kind, due):
    emil, ben = talk(desk, hannah, "Emil Rask", "Ben Aalto")
    referrals.settle(desk, emil, Permission.YES, mode)
    referrals.move(desk, emil, ReferralState.MET)
    referrals.move(desk, emil, ReferralState.GIVEN)
    assert desk.find(News) == []  # the call stays, without it
    follow_up.done(desk, call_of(desk, hannah).id)
    referrals.move(desk, emil, ReferralState.MET)
    clock.go(60)
    referrals.move(desk, ben, ReferralState.ANSWERED)
    referrals.move(desk, emil, ReferralState.GIVEN)
    (update,) = owed(desk, kind="update")
    assert (update.reason, update.referral_id) == ("Hannah Weiss has not heard yet that Ben Aalto answered.", ben)
    assert [f.due_on for f in owed(desk, kind=kind, referral_id=emil)] == [due]
    referrals.move(desk, ben, ReferralState.GIVEN)
    assert owed(desk, kind="update") == desk.find(News) == []
    assert follow_up.due_now(desk) == 0
    assert [row.told for row in desk.lists.loops.referrals("by", hannah)] == [True, True]  # nothing is left to be told
    referrals.move(desk, emil, ReferralState.CONTACTED)
    assert told_now(desk, hannah) == ["Hannah Weiss has not heard yet that you wrote to Emil Rask."]


def test_what_was_told_stays_told_and_is_not_told_again_when_a_step_too_far_is_taken_back(desk, hannah):
    (emil,) = talk(desk, hannah, "Emil Rask")
    referrals.move(desk, emil, ReferralState.ANSWERED)
    follow_up.done(desk, call_of(desk, hannah).id)
    referrals.move(desk, emil, ReferralState.MET)
    referrals.move(desk, emil, ReferralState.ANSWERED)
    assert told_now(desk, hannah) == []
    assert len(desk.find(News)) == 1
    for state in (ReferralState.UNREACHABLE, ReferralState.ANSWERED, ReferralState.UNREACHABLE):
        referrals.move(desk, emil, state)
    assert told_now(desk, hannah) == ["Hannah Weiss has not heard yet that Emil Rask could not be reached."]


def test_an_offer_that_is_off_is_told_to_nobody_and_one_that_is_on_again_to_everybody(desk, clock, hannah):
    tom = contacts.add_spoken(desk, "Tom Okafor")
    (emil,) = talk(desk, hannah, "Emil Rask")
    talk(desk, tom)
    follow_up.done_many(desk, [call_of(desk, hannah).id, call_of(desk, tom).id])
    clock.go(86_400)
    lead = leads.add(desk, "Planner, Aster", hannah)
    for day in range(2):
        leads.move(desk, lead, LeadState.OFFER)
        assert told_now(desk, hannah) == ["Hannah Weiss has not heard yet that you have an offer as Planner at Aster."]
        leads.move(desk, lead, LeadState.ACCEPTED)
        assert told_now(desk, hannah) == ["Hannah Weiss has not heard yet that you accepted an offer as Planner at Aster."]
        assert told_now(desk, tom) == ["Tom Okafor helped you on your way and has not heard yet that you accepted an offer as Planner at Aster."]
        leads.move(desk, lead, LeadState.INTERVIEW)
        assert told_now(desk, hannah) == ["Hannah Weiss has not heard yet that you have an interview as Planner at Aster."]
        leads.move(desk, lead, LeadState.CLOSED, "They withdrew it")
        assert told_now(desk, hannah) == told_now(desk, tom) == []
        clock.go(86_400 * day)
    leads.move(desk, lead, LeadState.ACCEPTED)
    follow_up.done_many(desk, [f.id for f in owed(desk)])
    leads.move(desk, lead, LeadState.OFFER)
    assert len(told_now(desk, hannah)) == 1 and told_now(desk, tom) == []
    leads.move(desk, lead, LeadState.ACCEPTED)
    assert len(told_now(desk, hannah)) == len(told_now(desk, tom)) == 1
    assert follow_up.due_now(desk) == 0


def test_news_that_joined_thanks_for_an_offer_that_is_off_are_told_by_themselves(desk, clock, hannah):
    (emil,) = talk(desk, hannah, "Emil Rask")
    follow_up.done(desk, call_of(desk, hannah).id)
    clock.go(86_400)
    lead = leads.add(desk, "Planner, Aster")
    leads.move(desk, lead, LeadState.ACCEPTED)
    assert [f.kind for f in owed(desk, contact_id=hannah)] == ["thank_you_email"]
    referrals.move(desk, emil, ReferralState.MET)
    assert len(desk.find(News, contact_id=hannah)) == 2
    leads.move(desk, lead, LeadState.CLOSED)
    assert [(f.kind, f.reason) for f in owed(desk, contact_id=hannah)] == [("update", "Hannah Weiss has not heard yet that you met Emil Rask.")]
    referrals.move(desk, emil, ReferralState.OUTCOME, "no opening")
    leads.move(desk, lead, LeadState.ACCEPTED)
    assert told_now(desk, hannah) == ["Hannah Weiss has not heard yet what came of Emil Rask: no opening and that you accepted an offer as Planner at Aster."]
    talk(desk, contacts.add_spoken(desk, "Ben Aalto"), "Hannah Weiss")
    assert len(told_now(desk, hannah)) == 1


def test_news_of_a_lead_follow_whoever_it_was_heard_from(desk, hannah):
    zoe = contacts.add_spoken(desk, "Zoe Zimmer")
    lead = leads.add(desk, "Planner, Aster", hannah)
    leads.move(desk, lead, LeadState.OFFER)
    leads.set_source(desk, lead, zoe)
    assert (told_now(desk, hannah), len(told_now(desk, zoe))) == ([], 1)
    assert follow_up.due_now(desk) == 0
    follow_up.done(desk, owed(desk, contact_id=zoe)[0].id)
    leads.set_source(desk, lead, hannah)
    leads.set_source(desk, lead, zoe)
    assert told_now(desk, hannah) == told_now(desk, zoe) == []


def test_whoever_led_the_interview_is_not_told_of_it(desk, clock, hannah):
    talk(desk, hannah, "Emil Rask")
    emil = next(c.id for c in desk.find(Contact) if c.full_name == "Emil Rask")
    follow_up.done(desk, call_of(desk, hannah).id)
    made = meeting.plan(desk, emil, clock.now(), 20)
    meeting.start(desk, made)
    meeting.became_interview(desk, made)
    meeting.end(desk, made)
    assert [f.kind.value for f in owed(desk, contact_id=emil)] == ["thank_you_email", "check_back"]
    (update,) = owed(desk, contact_id=hannah)
    assert update.reason == "Hannah Weiss has not heard yet that you met Emil Rask and that you have an interview."


def test_asking_about_their_promise_does_not_keep_it_and_ticking_it_does(desk, hannah):
    theirs = promises.add(desk, hannah, "she will ask Ben")
    follow_up.done(desk, owed(desk, promise_id=theirs)[0].id, TouchKind.EMAIL)
    assert desk.get(Promise, theirs).done_on is None
    assert follow_up.due_now(desk) == 0
    promises.keep(desk, theirs)
    assert desk.get(Promise, theirs).done_on == date(2026, 3, 10)
    promises.keep(desk, theirs, kept=False)
    assert (desk.get(Promise, theirs).done_on, len(owed(desk, promise_id=theirs))) == (None, 1)
    touches = len(desk.find(Touch, contact_id=hannah))
    follow_up.done(desk, owed(desk, promise_id=theirs)[0].id)  # done, however: she was asked
    assert desk.get(Promise, theirs).done_on is None and len(desk.find(Touch, contact_id=hannah)) == touches + 1


def test_a_reminder_that_was_dropped_comes_back_when_its_promise_is_open_again(desk, hannah):
    mine = promises.add(desk, hannah, "send the model")
    follow_up.drop_many(desk, [owed(desk, promise_id=mine)[0].id])
    promises.keep(desk, mine)
    promises.keep(desk, mine, kept=False)
    assert len(owed(desk, promise_id=mine)) == 1


def test_what_is_still_to_be_told_of_a_referral_is_known(desk, hannah):
    emil, ben = talk(desk, hannah, "Emil Rask", "Ben Aalto")
    assert referrals.move(desk, emil, ReferralState.ANSWERED) == "Emil Rask answered"
    assert (referrals.will_hear(desk, emil), referrals.will_hear(desk, ben)) == (True, False)
    follow_up.done(desk, call_of(desk, hannah).id)
    assert not referrals.will_hear(desk, emil)


def test_everything_that_is_open_is_read_however_much_it_is(desk, hannah):
    with desk.change("") as records:
        many = [Promise(contact_id=hannah, text=str(n)) for n in range(700)]
        records.add_many(many)
        records.add_many([FollowUp(contact_id=hannah, kind=FollowUpKind.PROMISE, due_on=date(2026, 3, 10), promise_id=one.id) for one in many])
    assert len(desk.lists.today.follow_ups()) == desk.lists.today.due(desk.clock.today()) == 700


def test_what_the_day_brought_is_taken_back_with_what_was_done_before_and_nothing_else(desk, clock, hannah):
    talk(desk, hannah, "Emil Rask")
    follow_up.done(desk, call_of(desk, hannah).id)
    contacts.add_note(desk, hannah, "likes rail")
    before = len(desk.find(FollowUp))
    assert days(desk, clock, 20) > 0
    assert desk.undo() == "Add note"
    assert len(desk.find(FollowUp)) == before
    assert desk.undo() == "Done"
    assert desk.check() == []


def test_several_are_done_dropped_and_put_off_in_one_step(desk, hannah):
    talk(desk, hannah, "Emil Rask", "Ben Aalto", "Cara Diaz")
    letters = [f.id for f in owed(desk, kind="outreach")]
    assert follow_up.done_many(desk, letters) == "Done: 3 follow-ups"
    assert {r.state for r in desk.find(Referral)} == {"contacted"}
    desk.undo()
    assert follow_up.snooze_many(desk, letters, date(2026, 4, 1)) == "Put off to 1 April"
    assert {f.due_on for f in owed(desk, kind="outreach")} == {date(2026, 4, 1)}
    assert follow_up.drop_many(desk, letters) == "Drop: 3 follow-ups"
    assert owed(desk, kind="outreach") == []
    assert follow_up.due_now(desk) == 0


def test_records_from_elsewhere_get_what_they_ask_for(desk, tmp_path, clock, hannah):
    talk(desk, hannah, "Emil Rask")
    promises.add(desk, hannah, "send the model")
    data = json.loads(exchange.export_json(desk))
    data["follow_ups"], data["news"] = [], []
    path = tmp_path / "desk.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with Desk(tmp_path / "other", clock) as other:
        exchange.import_file(other, path)
        follow_up.due_now(other)
        assert sorted((f.kind.value, f.due_on) for f in other.find(FollowUp)) == sorted((f.kind.value, f.due_on) for f in desk.find(FollowUp))
        assert follow_up.due_now(other) == 0


def test_records_from_elsewhere_ask_for_no_letter_to_somebody_who_was_reached(desk, tmp_path, clock, hannah):
    talk(desk, hannah, "Emil Rask")
    talk(desk, contacts.add_spoken(desk, "Tom Okafor"), "Emil Rask")
    follow_up.done(desk, owed(desk, kind="outreach")[0].id)
    data = json.loads(exchange.export_json(desk))
    data["follow_ups"], data["news"] = [], []
    data["referrals"][1]["state"] = "given"
    path = tmp_path / "desk.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with Desk(tmp_path / "other", clock) as other:
        exchange.import_file(other, path)
        follow_up.due_now(other)
        assert [r.state for r in other.find(Referral)] == ["contacted", "given"]
        assert other.find(FollowUp, kind="outreach") == []


def test_nothing_is_worked_out_while_a_meeting_runs(desk, clock, hannah):
    talk(desk, hannah, "Emil Rask")
    follow_up.done(desk, call_of(desk, hannah).id)
    made = meeting.plan(desk, contacts.add_spoken(desk, "Tom Okafor"), clock.now(), 20)
    meeting.start(desk, made)
    assert days(desk, clock, 30) == 0
    meeting.end(desk, made)
    assert follow_up.due_now(desk) == 1


class Anything(RuleBasedStateMachine):
    """Whatever is done in whatever order: the rules run twice change nothing the second time, and all of it can be taken back."""

    @initialize(people=st.integers(2, 5))
    def begin(self, people):
        import tempfile
        from pathlib import Path

        self.folder = tempfile.TemporaryDirectory()
        self.clock = StandingClock()
        self.desk = Desk(Path(self.folder.name) / "desk", self.clock)
        for number in range(people):
            contacts.add_spoken(self.desk, f"Person {number}, Company {number % 2}")

    def teardown(self):
        if hasattr(self, "desk"):
            while self.desk.undo() is not None:
                pass
            assert self.desk.find(Contact) == self.desk.find(FollowUp) == self.desk.find(News) == []
            assert self.desk.check() == []
            self.desk.close()
            self.folder.cleanup()

    def _one(self, kind, pick, **which):
        found = self.desk.find(kind, **which)
        return found[pick % len(found)] if found else None

    @rule(pick=st.integers(0, 20), names=st.lists(st.integers(0, 7), max_size=3))
    def meet(self, pick, names):
        person = self._one(Contact, pick)
        talk(self.desk, person.id, *(f"Person {n}" for n in names if f"Person {n}" != person.full_name))

    @rule(pick=st.integers(0, 20), state=st.sampled_from(list(ReferralState)))
    def move(self, pick, state):
        if referral := self._one(Referral, pick):
            referrals.move(self.desk, referral.id, state)

    @rule(pick=st.integers(0, 20), mode=st.sampled_from(list(Mode)))
    def settle(self, pick, mode):
        if referral := self._one(Referral, pick):
            referrals.settle(self.desk, referral.id, Permission.YES, mode)

    @rule(pick=st.integers(0, 20), how=st.sampled_from(["done", "drop", "voicemail", "snooze"]))
    def act(self, pick, how):
        if one := self._one(FollowUp, pick, state=FollowUpState.OPEN):
            {"done": lambda: follow_up.done(self.desk, one.id), "drop": lambda: follow_up.close(self.desk, one.id, FollowUpState.SKIPPED), "voicemail": lambda: follow_up.voicemail(self.desk, one.id), "snooze": lambda: follow_up.snooze(self.desk, one.id, self.clock.today() + timedelta(days=3))}[how]()  # fmt: skip

    @rule(pick=st.integers(0, 20), state=st.sampled_from(list(LeadState)))
    def lead(self, pick, state):
        lead = self._one(Lead, pick)
        if lead is None:
            leads.add(self.desk, "Opening", self._one(Contact, pick).id)
        else:
            leads.move(self.desk, lead.id, state)

    @rule(pick=st.integers(0, 20))
    def delete(self, pick):
        if len(people := self.desk.find(Contact)) > 2:
            contacts.remove(self.desk, [people[pick % len(people)].id])
            assert self.desk.check() == []

    @rule(count=st.integers(1, 30))
    def wait(self, count):
        self.clock.go(86_400 * count)

    @precondition(lambda self: hasattr(self, "desk"))
    @rule()
    def undo(self):
        while not (self.desk.undo_label() or "Add Person").startswith("Add Person"):
            self.desk.undo()
            if not self.desk.lists.facts.meeting_runs():  # half a meeting is nobody's wish
                break

    @invariant()
    def twice_is_once(self):
        if hasattr(self, "desk"):
            follow_up.due_now(self.desk)
            assert follow_up.due_now(self.desk) == 0
            open_ = [f for f in self.desk.find(FollowUp) if f.state is FollowUpState.OPEN]
            outreach = [f.contact_id for f in open_ if f.kind == "outreach"]
            updates = [f.contact_id for f in open_ if f.kind == "update"]
            assert len(outreach) == len(set(outreach)) and len(updates) == len(set(updates))


TestAnything = Anything.TestCase
TestAnything.settings = settings(max_examples=25, stateful_step_count=25, suppress_health_check=list(HealthCheck), deadline=None)
