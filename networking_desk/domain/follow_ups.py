"""Follow-ups: what is owed after a meeting, a referral or a promise, and on which day (product.md 5)."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
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


THANKS = frozenset({FollowUpKind.THANK_YOU_CALL, FollowUpKind.THANK_YOU_EMAIL})


class FollowUpState(StrEnum):
    """Whether it still has to be done."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


@dataclass(frozen=True, kw_only=True)
class FollowUp(Record):
    """Something owed to a contact, its day, and a sentence that says why; days in it are ISO 8601 after "on" or "since".

    `tries` counts the voicemails of a call, `handed_at` is when its letter was copied or opened in the mail program.
    """

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
    tries: int = 0
    handed_at: datetime | None = None


def title(kind: str, full_name: str, about: str = "", *, theirs: bool = False) -> str:
    """What is to be done, in a few words; `theirs` says that the promise is one of theirs."""
    return {
        FollowUpKind.THANK_YOU_CALL: f"Call {full_name} to thank them",
        FollowUpKind.THANK_YOU_EMAIL: f"Write to {full_name} to thank them",
        FollowUpKind.OUTREACH: f"Write to {full_name}",
        FollowUpKind.CHECK_BACK: f"Check back with {full_name}" + (f" about {about}" if about else ""),
        FollowUpKind.UPDATE: f"Update {full_name}" + (f" on {about}" if about else ""),
        FollowUpKind.PROMISE: f"Ask {full_name} about a promise" if theirs else f"Keep your promise to {full_name}",
    }[FollowUpKind(kind)]


def holidays(settings: Settings) -> Container[date]:
    """The days that are no working days besides Saturdays and Sundays."""
    return business_days.public_holidays(settings.country)


def next_working_day(day: date, settings: Settings) -> date:
    """When what became known on a day is to be told."""
    return business_days.after(day, settings.update_working_days, holidays(settings))


def after_meeting_held(meeting: Meeting, held_on: date, settings: Settings, lead_id: str | None = None) -> list[FollowUp]:
    """The thank-you call: the next day; a day without work becomes the next working day unless any calendar day will do.

    After one that became an interview: thanks in writing that day's morrow, and a check-back about the next step.
    """
    due = held_on + timedelta(days=settings.thank_you_days)
    if not settings.thank_you_any_day:
        due = business_days.on_or_after(due, holidays(settings))
    later = business_days.on_or_after(held_on + timedelta(days=settings.check_back_days), holidays(settings))
    owed = (
        [(FollowUpKind.THANK_YOU_CALL, due, f"You met on {held_on}.")]
        if meeting.became_interview_at is None
        else [
            (FollowUpKind.THANK_YOU_EMAIL, due, f"The talk on {held_on} became an interview: thank them in writing."),
            (FollowUpKind.CHECK_BACK, later, f"The talk on {held_on} became an interview: ask about the next step."),
        ]
    )
    return [FollowUp(contact_id=meeting.contact_id, kind=kind, due_on=on, reason=reason, meeting_id=meeting.id, lead_id=lead_id) for kind, on, reason in owed]


def after_voicemail(call: FollowUp, on: date, settings: Settings) -> FollowUp:
    """What becomes of a call that reached the voicemail: the same call on the next working day, after the last try thanks in writing."""
    due = business_days.after(on, 1, holidays(settings))
    if call.tries < settings.voicemail_retries:
        return replace(call, tries=call.tries + 1, due_on=due)
    reason = f"{call.reason} The last try to call, on {on}, reached the voicemail: thank them in writing."
    return FollowUp(contact_id=call.contact_id, kind=FollowUpKind.THANK_YOU_EMAIL, due_on=due, meeting_id=call.meeting_id, lead_id=call.lead_id, reason=reason)


def after_referral_given(referral: Referral, introducer: str, person: str, given_on: date, settings: Settings) -> FollowUp:
    """What a referral asks for: outreach when I make the contact, a check-back with the introducer when they do."""
    if referral.mode is Mode.I_CONTACT:
        kind, contact_id = FollowUpKind.OUTREACH, referral.contact_id
        due = business_days.after(given_on, settings.outreach_working_days, holidays(settings))
        reason = f"{introducer} referred you to {person} on {given_on}."
    else:
        kind, contact_id = FollowUpKind.CHECK_BACK, referral.introducer_id
        due = given_on + timedelta(days=settings.check_back_days)
        asks = "offered to introduce you to" if referral.mode is Mode.THEY_INTRODUCE else "wants to ask first before you write to"
        reason = f"{introducer} {asks} {person}, as they said on {given_on}."
    return FollowUp(contact_id=contact_id, kind=kind, due_on=due, meeting_id=referral.meeting_id, referral_id=referral.id, reason=reason)


def after_promise(promise: Promise, said_on: date, settings: Settings) -> FollowUp:
    """A reminder of a promise: on the day said, else 3 working days for mine and 7 for theirs."""
    mine = promise.whose is Whose.MINE
    days = settings.my_promise_working_days if mine else settings.their_promise_working_days
    due = promise.due_on or business_days.after(said_on, days, holidays(settings))
    reason = f"{'You' if mine else 'They'} promised on {said_on}: {promise.text}"
    return FollowUp(contact_id=promise.contact_id, kind=FollowUpKind.PROMISE, due_on=due, meeting_id=promise.meeting_id, promise_id=promise.id, reason=reason)


def urgency(kind: str, due_on: date, waiting_since: date, today: date) -> tuple[object, ...]:
    """What to do first: what is late, the longest due first; of today what has a time; who has waited longest; then what is to come."""
    if due_on < today:
        return (0, due_on, waiting_since)
    if due_on == today:
        return (1, kind != FollowUpKind.THANK_YOU_CALL, waiting_since)
    return (2, due_on, waiting_since)
