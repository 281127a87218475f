"""Capture: what is heard in a meeting is a record at once, and so is what follows from it."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from networking_desk.desk import Desk, Entered
from networking_desk.domain import companies, contacts, leads, names, promises
from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import Contact, Note, Position, Spoken
from networking_desk.domain.errors import DeskError
from networking_desk.domain.follow_ups import FollowUp, FollowUpState, after_promise, after_referral_given
from networking_desk.domain.leads import Lead, LeadEvent, LeadState
from networking_desk.domain.meetings import Answer, CaptureKind, Meeting, MeetingState, Showing
from networking_desk.domain.promises import Promise
from networking_desk.domain.referrals import Referral, ReferralEvent, ReferralState
from networking_desk.verbs import contacts as contact_verbs
from networking_desk.verbs import follow_up
from networking_desk.verbs.meeting import now as meeting_now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from networking_desk.desk import Records


class _Known(Protocol):
    """Who is known: the lists outside a change, the records inside one."""

    def contacts_by_key(self, keys: Sequence[str]) -> dict[str, list[str]]: ...
    def namesakes(self, key: str) -> list[tuple[str, str]]: ...


class Heard(NamedTuple):
    """What was captured: what it is called, and whether that person or company was known before."""

    called: str
    known: bool


LINE, LIST = "line", "list"  # where words are typed: in the capture line, or beside a company of the list


def draft_key(meeting_id: str, *, in_list: bool = False) -> str:
    """Under what the words are kept that are typed and not entered: those of the capture line, or those beside a company of the list."""
    return f"{meeting_id}/list" if in_list else meeting_id


def keep_draft(desk: Desk, key: str, kind: CaptureKind, words: str, company_id: str = "") -> None:
    """Keep words that are typed and not entered, so that a crash cannot take them; it is no step of undo."""
    with desk.change("") as records:
        records.keep_draft(key, words, kind.value, company_id)


def save(  # noqa: PLR0913 - what is heard, where, about which company
    desk: Desk, meeting_id: str, kind: CaptureKind, words: str, company_id: str | None = None, *, typed_in: str = LINE, somebody_else: bool = False
) -> Heard:
    """Keep words heard in a meeting as a record of their kind, with all that follows; the draft of the line that they were `typed_in` is forgotten, if of any.

    `company_id` is the company of the list that they were said about; `somebody_else` says that a contact of that name is another person.
    Raises DeskError when the words hold too little.
    """
    entered = enter(desk, meeting_id, kind, words, company_id)
    try:
        return _make(desk, entered, typed_in, somebody_else=somebody_else)
    except DeskError:
        with desk.change("") as records:  # the words are still where they were typed
            records.forget_entered(entered.number)
        raise


def enter(desk: Desk, meeting_id: str, kind: CaptureKind, words: str, company_id: str | None = None) -> Entered:
    """Make words durable the moment they are entered: one row, one commit. What they mean is made of them right after, or after a crash."""
    text = names.clean(words)
    if not text:
        raise DeskError("Write a few words first.")
    meeting = desk.get(Meeting, meeting_id)
    with desk.change("") as records:
        records.now = meeting_now(desk, meeting)
        number = records.keep_entered(meeting_id, kind.value, text, company_id or "")
    return Entered(number, meeting_id, kind.value, text, company_id or "", records.now)


def finish_entered(desk: Desk) -> int:
    """Make records of words whose making was cut off, as they were entered and when; gives how many. Those that mean nothing become notes."""
    left = desk.lists.meeting.entered()
    for entered in left:
        try:
            _make(desk, entered, LIST if entered.company_id else LINE)
        except (DeskError, LookupError):
            with desk.change("Keep a note") as records:
                known = records.first(Meeting, id=entered.meeting_id)
                records.add(Note(text=entered.words, meeting_id=known.id if known else None, contact_id=known.contact_id if known else None))
                records.forget_entered(entered.number)
    return len(left)


def _make(desk: Desk, entered: Entered, typed_in: str, *, somebody_else: bool = False) -> Heard:
    kind, company_id = CaptureKind(entered.kind), entered.company_id or None
    with desk.change("Capture") as records:
        records.now = entered.at
        meeting = records.get(Meeting, entered.meeting_id)
        keep = partial(_referral, somebody_else=True) if somebody_else and kind is CaptureKind.REFERRAL else _KEEP[kind]
        heard = keep(desk, records, meeting, entered.words, company_id)
        records.label = f"Capture {heard.called}"
        records.forget_entered(entered.number)
        if typed_in:
            records.keep_draft(draft_key(meeting.id, in_list=typed_in == LIST), "", "")
    return heard


def _referral(  # noqa: PLR0913 - what is heard, where, about which company
    desk: Desk, records: Records, meeting: Meeting, words: str, company_id: str | None, *, somebody_else: bool = False
) -> Heard:
    spoken = contacts.from_spoken(words, lambda name: records.by_key(Company, names.company_key(name)) is not None)
    listed = records.get(Company, company_id) if company_id else None
    company = listed or contact_verbs.company_called(records, spoken.company)
    known_id = None if somebody_else else person_like(records, spoken, names.company_key(company.name) if company else "")
    if known_id == meeting.contact_id:
        raise DeskError(f"{spoken.full_name[:60]} is the person you are talking to.")
    if known_id:
        person = records.get(Contact, known_id)
        fresh = {k: getattr(person, k) + tuple(v for v in getattr(spoken, k) if v not in getattr(person, k)) for k in ("emails", "phones")}
        person = records.replace(person, **fresh)
    else:
        person = records.add(contacts.new_contact(spoken, "referral"))
    if (company or spoken.title or spoken.company) and not (known_id and records.first(Position, contact_id=known_id, to_on=None)):
        contact_verbs.place_at(records, person.id, company.name if company else spoken.company, spoken.title)
    if company and company.target:
        _answer(desk, records, meeting, company.id, Answer.KNOWS)
    twice = records.first(Referral, introducer_id=meeting.contact_id, contact_id=person.id, meeting_id=meeting.id)
    if twice:  # said again, with more: one referral, both words
        records.replace(twice, company_id=company.id if company else twice.company_id, words=f"{twice.words}\n{words}")
        return Heard(person.full_name, known=True)
    reached, said = desk.lists.facts.reached(person.id)
    at = company.id if company else None
    referral = records.add(Referral(introducer_id=meeting.contact_id, contact_id=person.id, company_id=at, meeting_id=meeting.id, state=reached, words=words))
    records.add(ReferralEvent(referral_id=referral.id, at=records.now, state=ReferralState.GIVEN))
    if reached is not ReferralState.GIVEN:  # nobody is written to as a stranger whom another introducer led to before
        records.add(ReferralEvent(referral_id=referral.id, at=records.now, state=reached, text=said))
        return Heard(person.full_name, bool(known_id))
    introducer = records.get(Contact, meeting.contact_id).full_name
    follow_up.put(records, after_referral_given(referral, introducer, person.full_name, desk.clock.local(records.now).date(), desk.settings))
    return Heard(person.full_name, bool(known_id))


def person_like(known: _Known, spoken: Spoken, company_key: str) -> str | None:
    """The id of the contact who is certainly the one spoken of: the same address or profile, or the one person of that name.

    A namesake at another company is somebody else.
    """
    keys = [f"e:{names.email_key(address)}" for address in spoken.emails]
    if spoken.linkedin:
        keys.append(f"l:{spoken.linkedin.casefold()}")
    for found in known.contacts_by_key(keys).values():
        return found[0]
    here = [found for found, at in known.namesakes(names.fold(spoken.full_name)) if not at or not company_key or at == company_key]
    return here[0] if len(here) == 1 else None


def _company(desk: Desk, records: Records, meeting: Meeting, words: str, company_id: str | None) -> Heard:  # noqa: ARG001
    said = companies.from_spoken(words)
    known = records.by_key(Company, names.company_key(said.name))
    if known is None:
        rank = records.next_rank(said.priority)
        records.add(dataclasses.replace(said, suggested_by_id=meeting.contact_id, suggested_in_id=meeting.id, rank=rank))
    elif known.target:
        records.add(Note(company_id=known.id, contact_id=meeting.contact_id, meeting_id=meeting.id, text=f"Named as missing: {words}"))
    else:
        rank = records.next_rank(known.priority or said.priority)
        records.replace(
            known, target=True, priority=known.priority or said.priority, rank=rank, words=said.words,
            suggested_by_id=meeting.contact_id, suggested_in_id=meeting.id,
        )  # fmt: skip
    return Heard(said.name, known is not None)


def _lead(_desk: Desk, records: Records, meeting: Meeting, words: str, company_id: str | None) -> Heard:
    title, company_name = leads.from_spoken(words)
    company = records.get(Company, company_id) if company_id else contact_verbs.company_called(records, company_name)
    lead = records.add(Lead(title=title, company_id=company.id if company else None, contact_id=meeting.contact_id, meeting_id=meeting.id, words=words))
    records.add(LeadEvent(lead_id=lead.id, at=records.now, state=LeadState.HEARD))
    return Heard(title, known=False)


def _note(desk: Desk, records: Records, meeting: Meeting, words: str, company_id: str | None) -> Heard:  # noqa: ARG001
    records.add(Note(text=words, contact_id=meeting.contact_id, company_id=company_id, meeting_id=meeting.id))
    return Heard("note", known=False)


def _promise(desk: Desk, records: Records, meeting: Meeting, words: str, company_id: str | None) -> Heard:  # noqa: ARG001
    said_on = desk.clock.local(records.now).date()
    text, due = promises.read(words, said_on)
    promise = records.add(Promise(contact_id=meeting.contact_id, text=text, whose=promises.whose(text), due_on=due, meeting_id=meeting.id))
    follow_up.put(records, after_promise(promise, said_on, desk.settings))
    return Heard("promise", known=False)


_KEEP: dict[CaptureKind, Callable[[Desk, Records, Meeting, str, str | None], Heard]] = {
    CaptureKind.REFERRAL: _referral,
    CaptureKind.COMPANY: _company,
    CaptureKind.LEAD: _lead,
    CaptureKind.NOTE: _note,
    CaptureKind.PROMISE: _promise,
}


def turn(desk: Desk, note_id: str, kind: CaptureKind) -> Heard:
    """Make something else of a note: what was typed in a hurry is settled in the wrap-up. Raises DeskError when its words hold too little."""
    with desk.change("Settle a note") as records:
        note = records.get(Note, note_id)
        meeting = records.get(Meeting, note.meeting_id or "")
        records.now = note.created_at or records.now  # it was heard then
        heard = _KEEP[kind](desk, records, meeting, names.clean(note.text), note.company_id)
        records.label = f"Make a {kind.value} of “{note.text[:40]}”"
        records.remove(note)
    return heard


def set_whose(desk: Desk, promise_id: str, whose: promises.Whose) -> None:
    """Say whose promise it is; the reminder of it becomes the one that this asks for."""
    with desk.change("Settle a promise") as records:
        promise = records.replace(records.get(Promise, promise_id), whose=whose)
        for owed in records.find(FollowUp, promise_id=promise_id, state=FollowUpState.OPEN):
            records.remove(owed)
        said_on = desk.clock.local(promise.created_at or records.now).date()
        follow_up.put(records, after_promise(promise, said_on, desk.settings))


def answer(desk: Desk, meeting_id: str, company_id: str, said: Answer | None) -> None:
    """Keep what the contact said about a company of the list; None takes it away."""
    with desk.change("Answer") as records:
        company = records.get(Company, company_id)
        records.label = f"Answer for {company.name}"
        _answer(desk, records, records.get(Meeting, meeting_id), company_id, said)


def _answer(desk: Desk, records: Records, meeting: Meeting, company_id: str, said: Answer | None) -> None:
    showing = records.first(Showing, meeting_id=meeting.id, company_id=company_id)
    if showing is None:
        records.add(Showing(meeting_id=meeting.id, company_id=company_id, contact_id=meeting.contact_id, answer=said, shown_at=meeting_now(desk, meeting)))
    else:
        records.replace(showing, answer=said)


def shown(desk: Desk, meeting_id: str, company_ids: Sequence[str]) -> None:
    """Remember that these companies were shown to the contact of a live meeting, each once a meeting; a look at the list beforehand is not remembered."""
    meeting = desk.get(Meeting, meeting_id)
    if meeting.state is not MeetingState.LIVE:
        return
    there = {s.company_id for s in desk.find(Showing, meeting_id=meeting_id)}
    there |= {company.id for company in desk.find(Company, suggested_in_id=meeting_id)}  # they named these themselves
    fresh = [company_id for company_id in company_ids if company_id not in there]
    if fresh:
        with desk.change("Show the list") as records:
            now = meeting_now(desk, meeting)
            for company_id in fresh:
                records.add(Showing(meeting_id=meeting_id, company_id=company_id, contact_id=meeting.contact_id, shown_at=now))
