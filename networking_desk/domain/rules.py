"""The rules: what is owed now that is not written down, worked out from what is known; run twice, they find nothing the second time (product.md 5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from networking_desk.domain import landing, loops
from networking_desk.domain.follow_ups import FollowUp, FollowUpKind, after_meeting_held, after_promise, after_referral_given
from networking_desk.domain.outreach import write_again
from networking_desk.domain.owed import Difference, Facts, Make, Open
from networking_desk.domain.referrals import Mode
from networking_desk.domain.settings import Settings


def differences(facts: Facts, settings: Settings) -> Iterator[Difference]:
    """Everything that is owed and not written down, and what is written down and not owed any more."""
    made = list(_never_made(facts, settings))
    for owed in made:
        yield Make(owed)
    there = [Open(owed.id, owed.contact_id, owed.kind, owed.due_on, owed.lead_id, news=False) for owed in made]
    facts = replace(facts, open=[*facts.open, *there], happened=[*facts.happened, *landing.everybody_hears(facts)])
    taken_back, facts = loops.take_back(facts)
    yield from taken_back
    yield from loops.tell(facts, settings)
    yield from loops.break_silence(facts, settings)
    yield from write_again(facts, settings)
    yield from landing.keep_in_touch(facts, settings)


def _never_made(facts: Facts, settings: Settings) -> Iterator[FollowUp]:
    """What a meeting, a referral or a promise asks for and nothing was ever made of, as when they were brought in from elsewhere."""
    for meeting, on in facts.held:
        yield from after_meeting_held(meeting, on, settings)
    writing = {one.contact_id for one in facts.open if one.kind is FollowUpKind.OUTREACH}
    for referral, on in facts.given:
        if referral.mode is Mode.I_CONTACT:
            if referral.contact_id in writing:
                continue  # one letter answers for everybody who named them
            writing.add(referral.contact_id)
        yield after_referral_given(referral, facts.names[referral.introducer_id], facts.names[referral.contact_id], on, settings)
    for promise, on in facts.promised:
        yield after_promise(promise, on, settings)
