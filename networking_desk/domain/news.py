"""News: what somebody who helped has a right to hear, told to each person once, through one follow-up (product.md 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from networking_desk.domain.leads import UNNAMED, LeadState
from networking_desk.domain.record import Record
from networking_desk.domain.referrals import ReferralState


@dataclass(frozen=True, kw_only=True)
class News(Record):
    """An event of a referral or of a lead that a contact hears of through a follow-up; told once that is done, given up when it is skipped."""

    contact_id: str
    follow_up_id: str
    referral_event_id: str | None = None
    lead_event_id: str | None = None


class Happened(NamedTuple):
    """Something that one person has a right to hear: which event, of which referral or lead, on which day.

    `clause` tells it after "has not heard yet": "that you met Emil Rask". `follow_up_id` is the open follow-up that carries it already,
    `helped` says that they hear of it because they helped, not because it came of their introduction.
    """

    to_id: str
    event_id: str
    about_id: str
    of_lead: bool
    on: date
    clause: str
    follow_up_id: str = ""
    helped: bool = False


def of_referral(state: ReferralState, person: str, text: str = "") -> str:
    """What happened with a referral to somebody, as a clause."""
    return {
        ReferralState.GIVEN: f"that you know of {person}",
        ReferralState.CONTACTED: f"that you wrote to {person}",
        ReferralState.ANSWERED: f"that {person} answered",
        ReferralState.MET: f"that you met {person}",
        ReferralState.OUTCOME: f"what came of {person}" + (f": {text}" if text else ""),
        ReferralState.UNREACHABLE: f"that {person} could not be reached",
    }[state]


def of_lead(state: LeadState, title: str, company: str) -> str:
    """How far a lead has come, as a clause."""
    return f"that you {_led(state, title, company)}"


def _led(state: LeadState, title: str, company: str) -> str:
    what = {LeadState.INTERVIEW: "have an interview", LeadState.OFFER: "have an offer", LeadState.ACCEPTED: "accepted an offer"}[state]
    return what + (f" as {title}" if title and title != UNNAMED else "") + (f" at {company}" if company else "")


def told(state: str, person: str, text: str, title: str, company: str) -> str:
    """The same in a letter, said by you: "I met Emil Rask." `state` is a referral's, or a lead's where there is no person."""
    if not person:
        return f"I {_led(LeadState(state), title, company)}."
    return {
        ReferralState.GIVEN: f"I know of {person}.",
        ReferralState.CONTACTED: f"I wrote to {person}.",
        ReferralState.ANSWERED: f"{person} answered.",
        ReferralState.MET: f"I met {person}.",
        ReferralState.OUTCOME: f"{person}: {text or '____'}" + ("" if text.endswith(".") else "."),
        ReferralState.UNREACHABLE: f"{person} could not be reached.",
    }[ReferralState(state)]


def latest(happened: Iterable[Happened]) -> list[Happened]:
    """The last thing that happened with each referral and each lead, in order of time: whoever hears that you met need not hear that you wrote."""
    last: dict[str, Happened] = {}
    for one in sorted(happened, key=lambda one: one.on):
        last.pop(one.about_id, None)
        last[one.about_id] = one
    return list(last.values())


def reason(name: str, happened: Iterable[Happened]) -> str:
    """Why somebody is to be told: one sentence that lists everything they have not heard yet."""
    clauses = list(dict.fromkeys(one.clause for one in latest(happened)))  # somebody named twice is told of once
    listed = clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])} and {clauses[-1]}"
    return f"{name} has not heard yet {listed}."
