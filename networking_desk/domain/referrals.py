"""Referrals: somebody points you to somebody else, and has a right to hear what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from networking_desk.domain.record import Record


class Permission(StrEnum):
    """Whether the introducer's name may be used."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Mode(StrEnum):
    """Who makes the first step towards the person referred to."""

    I_CONTACT = "i_contact"
    THEY_INTRODUCE = "they_introduce"
    THEY_ASK_FIRST = "they_ask_first"


class ReferralState(StrEnum):
    """How far a referral has come."""

    GIVEN = "given"
    CONTACTED = "contacted"
    ANSWERED = "answered"
    MET = "met"
    OUTCOME = "outcome"
    UNREACHABLE = "unreachable"


# From one to the next, as a referral goes well; whoever cannot be reached is past all of them until they are heard of again.
_ORDER = (ReferralState.GIVEN, ReferralState.CONTACTED, ReferralState.ANSWERED, ReferralState.MET, ReferralState.OUTCOME, ReferralState.UNREACHABLE)


def comes_before(one: ReferralState, other: ReferralState) -> bool:
    """Whether a referral in one state has yet to come to the other; whoever answers or is met was reached after all."""
    if one is ReferralState.UNREACHABLE:
        return other in (ReferralState.ANSWERED, ReferralState.MET, ReferralState.OUTCOME)
    return _ORDER.index(one) < _ORDER.index(other)


def furthest(states: Iterable[ReferralState]) -> ReferralState:
    """How far one has come with somebody whom several named; that one of them could not reach them does not count."""
    return max((state for state in states if state is not ReferralState.UNREACHABLE), key=_ORDER.index, default=ReferralState.GIVEN)


@dataclass(frozen=True, kw_only=True)
class Referral(Record):
    """The introducer named `contact_id`, perhaps at a company, perhaps in a meeting. `words` are as typed."""

    introducer_id: str
    contact_id: str
    company_id: str | None = None
    meeting_id: str | None = None
    permission: Permission = Permission.UNKNOWN
    mode: Mode = Mode.I_CONTACT
    state: ReferralState = ReferralState.GIVEN
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class ReferralEvent(Record):
    """One step in a referral's history, which is only ever added to."""

    referral_id: str
    at: datetime
    state: ReferralState
    text: str = ""
