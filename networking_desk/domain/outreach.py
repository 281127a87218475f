"""Outreach: one person a company, a second after three working days, once more after seven, and what would burn a contact (3B7, product.md 1 and 5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from networking_desk.domain import business_days
from networking_desk.domain.follow_ups import FollowUp, FollowUpKind, holidays
from networking_desk.domain.owed import Difference, Facts, Make
from networking_desk.domain.referrals import Permission
from networking_desk.domain.settings import Settings


def write_again(facts: Facts, settings: Settings) -> Iterator[Difference]:
    """Whoever did not answer is written to once more on the seventh working day; after that the program stops."""
    busy = {one.contact_id for one in facts.open if one.kind is FollowUpKind.OUTREACH}
    for one in facts.written:
        due = business_days.after(one.last_on, settings.write_again_working_days, holidays(settings))
        if due <= facts.today and one.tries < settings.outreach_tries and not one.dropped and one.contact_id not in busy:
            reason = f"You wrote to {facts.names[one.contact_id]} on {one.last_on} and had no answer: write once more."
            yield Make(FollowUp(contact_id=one.contact_id, kind=FollowUpKind.OUTREACH, due_on=due, referral_id=one.referral_id, reason=reason))


def second_person_from(last_on: date, settings: Settings) -> date:
    """The day from which a second person at the same company may be written to."""
    return business_days.after(last_on, settings.second_person_working_days, holidays(settings))


class WrittenThere(NamedTuple):
    """Somebody else at the same company who was written to and has not answered."""

    full_name: str
    last_on: date


@dataclass(frozen=True)
class Before:
    """What is known before somebody is written to or asked again.

    `helping` are the others at their company who answered or were met, `unthanked_on` the day of a talk for which they were not thanked yet,
    `introducer` and `permission` those of the referral to them, if there is one, `introduced_by` who makes the introduction instead.
    """

    full_name: str
    company: str = ""
    written: Sequence[WrittenThere] = ()
    helping: Sequence[str] = ()
    tries: int = 0
    last_on: date | None = None
    unthanked_on: date | None = None
    introducer: str = ""
    permission: Permission | None = None
    introduced_by: str = ""

    def name(self, *, introduced: bool = False) -> str:
        """The introducer whose name a letter may use: one who allowed it; where it says that they `introduced` you, whoever did so first."""
        allowed = self.introducer if self.permission is Permission.YES else ""
        return (introduced and self.introduced_by) or allowed


def warnings(before: Before, today: date, settings: Settings, *, new: bool = True) -> list[str]:
    """What would burn a contact (product.md 5), in sentences; they warn and never forbid.

    `new` says that it would be the first word to this person, or a request: what concerns their company then counts too.
    """
    said: list[str] = []
    if before.unthanked_on:
        said.append(f"{before.full_name} has not been thanked yet for the talk on {before.unthanked_on}. Thank them before you ask again.")
    if before.tries >= settings.outreach_tries:
        last = f", the last time on {before.last_on}" if before.last_on else ""
        said.append(f"You wrote to {before.full_name} {before.tries} times{last}, and had no answer. Leave it at that.")
    if new:
        said += at_company(before.company, before.helping, before.written, today, settings)
    if before.introduced_by:  # the letter names them, and what somebody else allowed does not matter
        return said
    if before.introducer and before.permission is Permission.NO:
        said.append(f"{before.introducer} asked you not to use their name.")
    elif before.introducer and before.permission is Permission.UNKNOWN:
        said.append(f"{before.introducer} has not said that you may use their name. Ask first, or write without it.")
    return said


def at_company(company: str, helping: Sequence[str], written: Sequence[WrittenThere], today: date, settings: Settings) -> list[str]:
    """What to heed before somebody new is written to at a company: whoever helps there already comes first, then whoever may still answer."""
    if helping:
        return [f"{_listed(helping)} already {'helps' if len(helping) == 1 else 'help'} you at {company}. Ask there first."]
    days = settings.second_person_working_days
    waiting = [one for one in written if today < second_person_from(one.last_on, settings)]
    return [
        f"You wrote to {one.full_name} at {company} on {one.last_on}. Give them {days} working days before you write to a second person there."
        for one in waiting[:1]
    ]


def _listed(people: Sequence[str]) -> str:
    shown = list(people[:2])
    return " and ".join(shown) + (f" and {len(people) - 2} more" if len(people) > 2 else "")
