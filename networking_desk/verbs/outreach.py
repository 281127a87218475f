"""Outreach: whom to turn to next and why, and what to heed before somebody is written to."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from networking_desk.desk import Desk, Suggestion
from networking_desk.domain import business_days, outreach
from networking_desk.domain.contacts import Contact
from networking_desk.domain.follow_ups import FollowUp, FollowUpKind, FollowUpState, holidays
from networking_desk.verbs import follow_up

if TYPE_CHECKING:
    from networking_desk.desk import Records

_QUIET_DAYS = 35  # after five weeks a word is welcome again


def suggestions(desk: Desk, most: int = 3) -> list[Suggestion]:
    """At most so many people to reach out to, each with its reason."""
    today = desk.clock.today()
    silent_until = business_days.before(today, desk.settings.second_person_working_days, holidays(desk.settings))
    silent = desk.clock.from_local(datetime.combine(silent_until + timedelta(days=1), time()))
    quiet = desk.clock.from_local(datetime.combine(today - timedelta(days=_QUIET_DAYS), time()))
    return desk.lists.outreach.suggestions(silent.isoformat(), quiet.isoformat(), most)


def warnings(desk: Desk, contact_id: str, *, new: bool = True) -> list[str]:
    """What would burn this contact, in sentences with days as in reasons; `new` says that it would be the first word, or a request."""
    before = desk.lists.outreach.before(contact_id, lambda at: desk.clock.local(at).date())
    return outreach.warnings(before, desk.clock.today(), desk.settings, new=new) if before else []


def warnings_at(desk: Desk, company_id: str) -> list[str]:
    """What to heed before somebody new is written to at a company."""
    found = desk.lists.outreach.at_company(company_id, lambda at: desk.clock.local(at).date())
    return outreach.at_company(*found, desk.clock.today(), desk.settings)


def begin(desk: Desk, contact_id: str, why: str = "") -> str:
    """Take on to write to somebody today; gives the follow-up's id. One that is owed already stays."""
    with desk.change("Reach out") as records:
        person = records.get(Contact, contact_id)
        records.label = f"Reach out to {person.full_name}"
        return _begin(desk, records, person, why).id


def _begin(desk: Desk, records: Records, person: Contact, why: str = "") -> FollowUp:
    reason = why or f"You want to write to {person.full_name}."
    return follow_up.put(records, FollowUp(contact_id=person.id, kind=FollowUpKind.OUTREACH, due_on=desk.clock.today(), reason=reason))


def wrote(desk: Desk, contact_id: str) -> str:
    """They were sent a first letter that nobody had asked for: all that follows from an outreach follows from it. Gives the sentence that says so."""
    with desk.change("E-mail") as records:
        records.label = f"E-mail to {records.get(Contact, contact_id).full_name}"
        write(desk, records, contact_id)
        follow_up.owed_to(desk, records, follow_up.concerned(records, {contact_id}))
        return f"{records.label} written down"


def write(desk: Desk, records: Records, contact_id: str) -> None:
    """They were written to, inside a change: the outreach that is owed is done, else one that begins and ends with it."""
    owed = records.first(FollowUp, contact_id=contact_id, kind=FollowUpKind.OUTREACH, state=FollowUpState.OPEN)
    follow_up.do(desk, records, owed or _begin(desk, records, records.get(Contact, contact_id)))
