"""Follow-ups: what is owed after a meeting, a referral or a promise, and on which day (product.md 5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from networking_desk.domain import business_days
from networking_desk.domain.meetings import Meeting
from networking_desk.domain.promises import Promise, Whose
from networking_desk.domain.record import Record
from networking_desk.domain.referrals import Mode, Referral
from networking_desk.domain.settings import Settings


class FollowUpKind(StrEnum):
    """What is to be done."""

    THANK_YOU_CALL = "thank_you_call"
    THANK_YOU_EMAIL = "thank_you_email"
    OUTREACH = "outreach"
    CHECK_BACK = "check_back"
    UPDATE = "update"
    PROMISE = "promise"


class FollowUpState(StrEnum):
    """Whether it still has to be done."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, kw_only=True)
class FollowUp(Record):
    """Something owed to a contact, its day, and a sentence that says why."""

    contact_id: str
    kind: FollowUpKind
    due_on: date
    state: FollowUpState = FollowUpState.OPEN
    reason: str = ""
    done_at: datetime | None = None
    meeting_id: str | None = None
    referral_id: str | None = None
    lead_id: str | None = None
    promise_id: str | None = None


def after_meeting_held(meeting: Meeting, held_on: date, settings: Settings, lead_id: str | None = None) -> list[FollowUp]:
    """The thank-you call: the next day; a Saturday or Sunday becomes Monday unless any calendar day will do.

    After one that became an interview: thanks in writing that day's morrow, and a check-back about the next step.
    """
    due = held_on + timedelta(days=settings.thank_you_days)
    if not settings.thank_you_any_day:
        due = business_days.on_or_after(due)
    later = business_days.on_or_after(held_on + timedelta(days=settings.check_back_days))
    owed = (
        [(FollowUpKind.THANK_YOU_CALL, due, "Thank them again, with any news.")]
        if meeting.became_interview_at is None
        else [
            (FollowUpKind.THANK_YOU_EMAIL, due, "It became an interview: thank them in writing."),
            (FollowUpKind.CHECK_BACK, later, "It became an interview: ask about the next step."),
        ]
    )
    return [FollowUp(contact_id=meeting.contact_id, kind=kind, due_on=on, reason=reason, meeting_id=meeting.id, lead_id=lead_id) for kind, on, reason in owed]


def after_referral_given(referral: Referral, introducer: str, person: str, given_on: date, settings: Settings) -> FollowUp:
    """What a referral asks for: outreach when I make the contact, a check-back with the introducer when they do."""
    if referral.mode is Mode.I_CONTACT:
        kind, contact_id = FollowUpKind.OUTREACH, referral.contact_id
        due = business_days.after(given_on, settings.outreach_working_days)
        reason = f"Referred by {introducer}."
    else:
        kind, contact_id = FollowUpKind.CHECK_BACK, referral.introducer_id
        due = given_on + timedelta(days=settings.check_back_days)
        asks = "offered to introduce you to" if referral.mode is Mode.THEY_INTRODUCE else "wants to ask first before you write to"
        reason = f"{introducer} {asks} {person}."
    return FollowUp(contact_id=contact_id, kind=kind, due_on=due, meeting_id=referral.meeting_id, referral_id=referral.id, reason=reason)


def after_promise(promise: Promise, said_on: date, settings: Settings) -> FollowUp:
    """A reminder of a promise: on the day said, else 3 working days for mine and 7 for theirs."""
    mine = promise.whose is Whose.MINE
    due = promise.due_on or business_days.after(said_on, settings.my_promise_working_days if mine else settings.their_promise_working_days)
    reason = f"You said: {promise.text}" if mine else f"They said: {promise.text}"
    return FollowUp(contact_id=promise.contact_id, kind=FollowUpKind.PROMISE, due_on=due, meeting_id=promise.meeting_id, promise_id=promise.id, reason=reason)
