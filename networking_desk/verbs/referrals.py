"""Referrals: may the name be used, and who makes the first step."""

from __future__ import annotations

from networking_desk.desk import Desk
from networking_desk.domain.contacts import Contact
from networking_desk.domain.follow_ups import FollowUp, FollowUpState, after_referral_given
from networking_desk.domain.referrals import Mode, Permission, Referral
from networking_desk.verbs import follow_up


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
            records.remove(owed)
        introducer = records.get(Contact, referral.introducer_id).full_name
        given_on = desk.clock.local(referral.created_at or desk.clock.now()).date()
        follow_up.put(records, after_referral_given(settled, introducer, person.full_name, given_on, desk.settings))
