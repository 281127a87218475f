"""Landing: an offer is accepted, everybody who helped is thanked once and kept in touch with each quarter (product.md 5)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from networking_desk.domain import business_days
from networking_desk.domain.follow_ups import FollowUp, FollowUpKind, holidays
from networking_desk.domain.news import Happened
from networking_desk.domain.owed import Difference, Facts, Make
from networking_desk.domain.settings import Settings


def everybody_hears(facts: Facts) -> Iterator[Happened]:
    """The accepted offer, for whoever helped on the way and is not up its own chain of introductions: those hear of it as of any news.

    As with any, what an open follow-up carries of it comes with that one's id.
    """
    landing = facts.landing
    if landing is None:
        return
    chain = {one.to_id for one in facts.happened if one.event_id == landing.event_id}
    for person in landing.helpers:
        carrier = landing.told.get(person)
        if carrier != "" and person not in chain:
            clause = f"that you accepted an offer{landing.what}"
            yield Happened(person, landing.event_id, landing.lead_id, True, landing.on, clause, carrier or "", helped=True)


def keep_in_touch(facts: Facts, settings: Settings) -> Iterator[Difference]:
    """A quarter after the last word, whoever helped on the way to the job hears from you again."""
    landing = facts.landing
    if landing is None:
        return
    busy = {one.contact_id for one in facts.open}
    for person in landing.helpers:
        last = max(landing.on, landing.last_on.get(person, date.min))
        due = business_days.on_or_after(months_after(last, settings.keep_in_touch_months), holidays(settings))
        if due <= facts.today and person in landing.told and person not in busy:
            reason = f"{facts.names[person]} helped you find your job; you were last in touch on {last}."
            yield Make(FollowUp(contact_id=person, kind=FollowUpKind.CHECK_BACK, due_on=due, lead_id=landing.lead_id, reason=reason))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or that month's last day where it has no such day."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
