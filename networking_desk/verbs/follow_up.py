"""Follow-ups: work out what is owed, do it, put it off, drop it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from networking_desk.desk import Desk
from networking_desk.domain import rules
from networking_desk.domain.contacts import Contact, Touch, TouchKind
from networking_desk.domain.follow_ups import THANKS, FollowUp, FollowUpKind, FollowUpState, after_voicemail
from networking_desk.domain.news import Happened, News
from networking_desk.domain.owed import Correct, Make, Withdraw
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


def due_now(desk: Desk) -> int:
    """Work out everything that is owed as of today and write down what is not; gives how many differences there were, 0 when run again.

    It is taken back together with the last thing that the user did. Nothing is worked out while a meeting runs.
    """
    if desk.lists.facts.meeting_runs():
        return 0
    with desk.change("Follow-ups of the day", joins=True) as records:
        return owed_to(desk, records)


def owed_to(desk: Desk, records: Records, people: Collection[str] | None = None) -> int:
    """The same inside a change, for these people or for all."""
    facts = desk.lists.facts.facts(desk.clock.today(), lambda at: desk.clock.local(at).date(), people)
    found = list(rules.differences(facts, desk.settings))
    for one in found:
        if isinstance(one, Withdraw):
            records.remove(records.get(FollowUp, one.follow_up_id))
        elif isinstance(one, Make):
            _carry(records, put(records, one.follow_up).id, one.news)
        elif isinstance(one, Correct):
            _correct(records, one)
        else:
            joined = records.get(FollowUp, one.follow_up_id)
            records.replace(joined, due_on=one.due_on or joined.due_on, reason=one.reason or joined.reason)
            _carry(records, joined.id, one.news)
    return len(found)


def _correct(records: Records, one: Correct) -> None:
    """Take what is not true any more out of a follow-up; its reason, and what it is about, become those of what is left."""
    for news_id in one.news_ids:
        records.remove(records.get(News, news_id))
    owed = records.get(FollowUp, one.follow_up_id)
    if one.about:
        lead, referral = (one.about.about_id, None) if one.about.of_lead else (None, one.about.about_id)
        records.replace(owed, reason=one.reason or owed.reason, lead_id=lead, referral_id=referral)


def _carry(records: Records, follow_up_id: str, happened: Iterable[Happened]) -> None:
    """Write down that what happened is told through a follow-up."""
    for one in happened:
        lead, referral = (one.event_id, None) if one.of_lead else (None, one.event_id)
        records.add(News(contact_id=one.to_id, follow_up_id=follow_up_id, lead_event_id=lead, referral_event_id=referral))


def put(records: Records, due: FollowUp) -> FollowUp:
    """Keep a follow-up unless one for the same person and the same reason is open already, inside a change.

    One letter answers for everybody who named the same person.
    """
    if due.kind is FollowUpKind.OUTREACH and (writing := records.first(FollowUp, state=FollowUpState.OPEN, kind=due.kind, contact_id=due.contact_id)):
        return (
            writing
            if due.reason in writing.reason
            else records.replace(writing, reason=f"{writing.reason} {due.reason}", due_on=min(due.due_on, writing.due_on))
        )
    about = {key: getattr(due, key) for key in ("contact_id", "kind", "meeting_id", "referral_id", "lead_id", "promise_id")}
    return records.first(FollowUp, state=FollowUpState.OPEN, **about) or records.add(due)


def done(desk: Desk, follow_up_id: str, by: TouchKind | None = None) -> str:
    """It is done: close it, write the touch and move what it was about, in one step; gives the sentence that says so.

    `by` is how they were reached. A voicemail reaches nobody: the call is tried again (`voicemail`).
    """
    if by is TouchKind.VOICEMAIL and desk.get(FollowUp, follow_up_id).kind is FollowUpKind.THANK_YOU_CALL:
        return voicemail(desk, follow_up_id)
    return done_many(desk, [follow_up_id], by)


def done_many(desk: Desk, follow_up_ids: Iterable[str], by: TouchKind | None = None) -> str:
    """Several are done, in one step of undo; gives the sentence that says so."""
    return _each(desk, follow_up_ids, "Done", lambda records, owed: do(desk, records, owed, by))


def _each(desk: Desk, ids: Iterable[str], label: str, act: Callable[[Records, FollowUp], object]) -> str:
    """Do something to each open one of these and work out what follows, in one change; gives its label, with the number where there are several."""
    with desk.change(label) as records:
        owed = [one for one in (records.get(FollowUp, i) for i in ids) if one.state is FollowUpState.OPEN]
        for one in owed:
            act(records, one)
        if not owed:
            return "Done already"
        if len(owed) > 1:
            records.label = f"{label}: {len(owed)} follow-ups"
        owed_to(desk, records, concerned(records, {one.contact_id for one in owed}))
    return records.label


def concerned(records: Records, people: Collection[str]) -> set[str]:
    """Whom it may concern what happens with some people: these, and who introduced them."""
    return set(people) | {referral.introducer_id for person in sorted(people) for referral in records.find(Referral, contact_id=person)}


def do(desk: Desk, records: Records, owed: FollowUp, by: TouchKind | None = None) -> None:
    """Close one as done, write the touch and move what it was about, inside a change."""
    now = records.now
    records.replace(owed, state=FollowUpState.DONE, done_at=now)
    promise = records.get(Promise, owed.promise_id) if owed.promise_id else None
    asked = promise is not None and promise.whose is Whose.THEIRS  # asking about it does not keep it
    if promise and not asked:
        records.replace(promise, done_on=desk.clock.today())
    if by or not promise or asked:  # a promise that was kept need not have reached them
        text = promise.text if promise else ""
        records.add(Touch(contact_id=owed.contact_id, kind=by or _TOUCH[owed.kind], at=now, text=text, meeting_id=owed.meeting_id))
    if owed.kind is FollowUpKind.OUTREACH:
        advance(records, records.find(Referral, contact_id=owed.contact_id, state=ReferralState.GIVEN), ReferralState.CONTACTED)


def advance(records: Records, moving: Iterable[Referral], state: ReferralState, text: str = "") -> set[str]:
    """Move referrals and write their events, inside a change; what was owed to begin them is closed. Gives their introducers."""
    introducers = set()
    for referral in moving:
        if referral.state is state and not text:
            continue
        introducers.add(referral.introducer_id)
        records.replace(referral, state=state)
        records.add(ReferralEvent(referral_id=referral.id, at=records.now, state=state, text=text))
        if state is not ReferralState.GIVEN:
            writing = records.find(FollowUp, contact_id=referral.contact_id, kind=FollowUpKind.OUTREACH, state=FollowUpState.OPEN)
            for owed in writing + records.find(FollowUp, referral_id=referral.id, kind=FollowUpKind.CHECK_BACK, state=FollowUpState.OPEN):
                records.replace(owed, state=FollowUpState.SKIPPED, done_at=records.now)
    return introducers


def voicemail(desk: Desk, follow_up_id: str) -> str:
    """The call reached the voicemail: write that down; the call comes again the next working day, after the last try a letter of thanks does."""
    with desk.change("Voicemail") as records:
        call = records.get(FollowUp, follow_up_id)
        if call.state is not FollowUpState.OPEN:
            return "Done already"
        person = records.get(Contact, call.contact_id)
        records.label = f"Voicemail for {person.full_name}"
        records.add(Touch(contact_id=call.contact_id, kind=TouchKind.VOICEMAIL, at=records.now, meeting_id=call.meeting_id))
        then = after_voicemail(call, desk.clock.today(), desk.settings)
        if then.id == call.id:
            records.replace(call, tries=then.tries, due_on=then.due_on)
        else:
            records.replace(call, state=FollowUpState.SKIPPED, done_at=records.now)
            letter = put(records, then)
            for news in records.find(News, follow_up_id=call.id):
                records.replace(news, follow_up_id=letter.id)
    return records.label


def close(desk: Desk, follow_up_id: str, state: FollowUpState) -> None:
    """Close a follow-up without having done it; the rules do not make it again."""
    _each(desk, [follow_up_id], "Drop a follow-up", lambda records, owed: _drop(records, owed, state))


def drop_many(desk: Desk, follow_up_ids: Iterable[str]) -> str:
    """Drop several, in one step of undo; gives the sentence that says so."""
    return _each(desk, follow_up_ids, "Drop", lambda records, owed: _drop(records, owed, FollowUpState.SKIPPED))


def _drop(records: Records, owed: FollowUp, state: FollowUpState) -> None:
    records.replace(owed, state=state, done_at=records.now)
    if owed.kind in THANKS:  # whoever need not be thanked still has a right to the news that had joined
        for news in records.find(News, follow_up_id=owed.id):
            if owed.lead_id is None:
                records.remove(news)


def snooze(desk: Desk, follow_up_id: str, until: date) -> None:
    """Put a follow-up off to a day."""
    snooze_many(desk, [follow_up_id], until)


def snooze_many(desk: Desk, follow_up_ids: Iterable[str], until: date) -> str:
    """Put several off to a day, in one step of undo; gives the sentence that says so."""
    label = f"Put off to {until:%d %B}".replace(" 0", " ")
    with desk.change(label) as records:
        for follow_up_id in follow_up_ids:
            records.replace(records.get(FollowUp, follow_up_id), due_on=until)
    return label


def snooze_days(today: date) -> dict[str, date]:
    """The days that are offered for putting off, by what they are called."""
    return {"Tomorrow": today + timedelta(days=1), "In 3 days": today + timedelta(days=3), "Next week": today + timedelta(days=7 - today.weekday())}


_LOGGED = {
    TouchKind.CALL: "Call with",
    TouchKind.VOICEMAIL: "Voicemail for",
    TouchKind.EMAIL: "E-mail to",
    TouchKind.MESSAGE: "Message to",
    TouchKind.MEETING: "Meeting with",
}


def log(desk: Desk, contact_id: str, by: TouchKind, follow_up_id: str = "") -> str:
    """Write down that there was contact just now, with all that follows from it; gives the sentence that says so.

    The follow-up that it was for is done. Without one, a voicemail is a try of the thank-you call that is owed, anything else the outreach that is.
    """
    kind = FollowUpKind.THANK_YOU_CALL if by is TouchKind.VOICEMAIL else FollowUpKind.OUTREACH
    owed = follow_up_id or next((f.id for f in desk.find(FollowUp, contact_id=contact_id, kind=kind, state=FollowUpState.OPEN)), "")
    said = f"{_LOGGED[by]} {desk.get(Contact, contact_id).full_name}"
    if owed:
        done(desk, owed, by)
    else:
        with desk.change(said) as records:
            records.add(Touch(contact_id=contact_id, kind=by, at=records.now))
            owed_to(desk, records, {contact_id})
    return f"{said} written down"


def handed(desk: Desk, follow_up_id: str) -> None:
    """Its letter was copied or opened in the mail program; whether it was sent is asked later. It is no step of undo."""
    with desk.change("") as records:
        owed = records.get(FollowUp, follow_up_id)
        records.replace(owed, handed_at=records.now)


def not_sent(desk: Desk, follow_up_id: str) -> None:
    """Its letter was not sent after all: it is owed as before."""
    with desk.change("") as records:
        records.replace(records.get(FollowUp, follow_up_id), handed_at=None)
