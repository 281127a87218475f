"""Referrals: may the name be used, who makes the first step, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_desk.desk import Desk
from networking_desk.domain import names
from networking_desk.domain.contacts import Contact
from networking_desk.domain.follow_ups import FollowUp, FollowUpKind, FollowUpState, after_referral_given
from networking_desk.domain.meetings import Meeting, MeetingState
from networking_desk.domain.referrals import Mode, Permission, Referral, ReferralState, comes_before
from networking_desk.verbs import follow_up, outreach

if TYPE_CHECKING:
    from networking_desk.desk import Records

_FIRST_STEPS = frozenset({FollowUpKind.OUTREACH, FollowUpKind.CHECK_BACK})


def settle(desk: Desk, referral_id: str, permission: Permission, mode: Mode) -> None:
    """Write down what was agreed; the follow-up that the referral asks for becomes the one of that agreement."""
    with desk.change("Settle a referral") as records:
        referral = records.get(Referral, referral_id)
        person = records.get(Contact, referral.contact_id)
        records.label = f"Settle the referral to {person.full_name}"
        settled = records.replace(referral, permission=permission, mode=mode)
        if mode is referral.mode:
            return
        for owed in records.find(FollowUp, referral_id=referral_id, state=FollowUpState.OPEN):
            if owed.kind in _FIRST_STEPS:
                records.remove(owed)
        if settled.state is ReferralState.GIVEN:
            _first_step(desk, records, settled)
        follow_up.owed_to(desk, records, {referral.introducer_id, referral.contact_id})


def move(desk: Desk, referral_id: str, state: ReferralState, text: str = "") -> str:
    """Write down how far a referral has come; whoever named this person is owed the news. Gives the sentence that says so.

    `text` tells an outcome in a few words. The sentence tells nothing of who hears of it (`will_hear`).
    """
    with desk.change("Move a referral") as records:
        referral = records.get(Referral, referral_id)
        person = records.get(Contact, referral.contact_id).full_name
        records.label = {
            ReferralState.GIVEN: f"Nothing yet with {person}", ReferralState.CONTACTED: f"You wrote to {person}", ReferralState.ANSWERED: f"{person} answered",
            ReferralState.MET: f"You met {person}", ReferralState.OUTCOME: f"What came of {person}", ReferralState.UNREACHABLE: f"{person} cannot be reached",
        }[state]  # fmt: skip
        if state is ReferralState.CONTACTED and referral.state is ReferralState.GIVEN:
            outreach.write(desk, records, referral.contact_id)
        follow_up.advance(records, [records.get(Referral, referral_id)], state, names.clean_lines(text))
        if state is ReferralState.GIVEN and referral.state is not state:
            _first_step(desk, records, referral)  # what had closed it did not happen
        others = [r for r in records.find(Referral, contact_id=referral.contact_id) if r.id != referral_id and comes_before(r.state, state)]
        follow_up.advance(records, others, state, names.clean_lines(text))  # what is true of a person is news to everybody who named them
        follow_up.owed_to(desk, records, follow_up.concerned(records, {referral.contact_id}))
        return records.label


def _first_step(desk: Desk, records: Records, referral: Referral) -> None:
    introducer, person = (records.get(Contact, one).full_name for one in (referral.introducer_id, referral.contact_id))
    given_on = desk.clock.local(referral.created_at or records.now).date()
    follow_up.put(records, after_referral_given(referral, introducer, person, given_on, desk.settings))


def will_hear(desk: Desk, referral_id: str) -> bool:
    """Whether its introducer is still owed news of it: an open follow-up carries some."""
    return desk.lists.loops.will_hear(referral_id)


def came_to(desk: Desk, records: Records, meeting: Meeting) -> None:
    """What a meeting says of the referrals that led to it, inside a change: planned, they answered; held, you met."""
    state = ReferralState.MET if meeting.state is MeetingState.HELD else ReferralState.ANSWERED
    moved = follow_up.advance(records, [r for r in records.find(Referral, contact_id=meeting.contact_id) if comes_before(r.state, state)], state)
    if moved or state is ReferralState.MET:
        follow_up.owed_to(desk, records, None if meeting.became_interview_at else {meeting.contact_id} | moved)
