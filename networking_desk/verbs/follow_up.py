"""Follow-ups: do them, put them off, drop them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from networking_desk.desk import Desk
from networking_desk.domain.contacts import Touch, TouchKind
from networking_desk.domain.follow_ups import FollowUp, FollowUpKind, FollowUpState
from networking_desk.domain.promises import Promise, Whose
from networking_desk.domain.referrals import Referral, ReferralEvent, ReferralState

if TYPE_CHECKING:
    from networking_desk.desk import Records

# How each kind is done when nothing else is said.
_TOUCH = {
    FollowUpKind.THANK_YOU_CALL: TouchKind.CALL,
    FollowUpKind.THANK_YOU_EMAIL: TouchKind.EMAIL,
    FollowUpKind.OUTREACH: TouchKind.EMAIL,
    FollowUpKind.CHECK_BACK: TouchKind.MESSAGE,
    FollowUpKind.UPDATE: TouchKind.EMAIL,
    FollowUpKind.PROMISE: TouchKind.MESSAGE,
}


def put(records: Records, due: FollowUp) -> FollowUp:
    """Keep a follow-up unless one for the same person and the same reason is open already, inside a change."""
    about = {key: getattr(due, key) for key in ("contact_id", "kind", "meeting_id", "referral_id", "lead_id", "promise_id")}
    return records.first(FollowUp, state=FollowUpState.OPEN, **about) or records.add(due)


def done(desk: Desk, follow_up_id: str, by: TouchKind | None = None) -> str:
    """It is done: close it, write the touch and move what it was about, in one step; gives the sentence that says so."""
    with desk.change("Done") as records:
        owed = records.get(FollowUp, follow_up_id)
        if owed.state is not FollowUpState.OPEN:
            return "Done already"
        now = desk.clock.now()
        records.replace(owed, state=FollowUpState.DONE, done_at=now)
        mine = owed.promise_id and records.get(Promise, owed.promise_id)
        if mine:
            records.replace(mine, done_on=desk.clock.today())
        if by or not (mine and mine.whose is Whose.MINE):  # doing what I promised need not reach them
            records.add(Touch(contact_id=owed.contact_id, kind=by or _TOUCH[owed.kind], at=now, text=mine.text if mine else "", meeting_id=owed.meeting_id))
        if owed.kind is FollowUpKind.OUTREACH and owed.referral_id:
            referral = records.get(Referral, owed.referral_id)
            if referral.state is ReferralState.GIVEN:
                records.replace(referral, state=ReferralState.CONTACTED)
                records.add(ReferralEvent(referral_id=referral.id, at=now, state=ReferralState.CONTACTED))
    return "Done"


def close(desk: Desk, follow_up_id: str, state: FollowUpState) -> None:
    """Close a follow-up without having done it."""
    with desk.change("Drop a follow-up") as records:
        records.replace(records.get(FollowUp, follow_up_id), state=state, done_at=desk.clock.now())


def snooze(desk: Desk, follow_up_id: str, until: date) -> None:
    """Put a follow-up off to a day."""
    with desk.change(f"Put off to {until:%d %B}".replace(" 0", " ")) as records:
        records.replace(records.get(FollowUp, follow_up_id), due_on=until)


def snooze_days(today: date) -> dict[str, date]:
    """The days that are offered for putting off, by what they are called."""
    return {"Tomorrow": today + timedelta(days=1), "In 3 days": today + timedelta(days=3), "Next week": today + timedelta(days=7 - today.weekday())}
