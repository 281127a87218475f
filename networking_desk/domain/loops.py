"""Loops: an introducer hears of each change of a referral and of a lead that came of it, and never waits in silence for long (product.md 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from networking_desk.domain import news
from networking_desk.domain.follow_ups import THANKS, FollowUp, FollowUpKind, next_working_day
from networking_desk.domain.news import Happened
from networking_desk.domain.owed import Correct, Difference, Facts, Join, Loop, Make, Open, Withdraw
from networking_desk.domain.settings import Settings


def take_back(facts: Facts) -> tuple[list[Difference], Facts]:
    """What open follow-ups tell and is not true any more goes, and a follow-up that was made for it alone; also gives the facts as they are then.

    What was told stays told.
    """
    true = {(one.to_id, one.event_id) for one in facts.happened}
    false: dict[str, list[str]] = defaultdict(list)
    for one in facts.carried:
        if (one.to_id, one.event_id) not in true:
            false[one.follow_up_id].append(one.news_id)
    found: list[Difference] = []
    gone: set[str] = set()
    for owed in facts.open:
        if owed.id not in false:
            continue
        left = [one for one in facts.happened if one.follow_up_id == owed.id]
        thanks = owed.kind in THANKS
        if not owed.meeting_id and not (any(one.helped for one in left) if thanks else left):
            gone.add(owed.id)  # whatever else had joined thanks for help that led nowhere is told by itself
            found.append(Withdraw(owed.id))
        elif thanks:
            found.append(Correct(owed.id, false[owed.id]))
        else:
            found.append(Correct(owed.id, false[owed.id], news.reason(facts.names[owed.contact_id], left), news.latest(left)[0]))
    happened = [one._replace(follow_up_id="") if one.follow_up_id in gone else one for one in facts.happened]
    return found, replace(facts, open=[one for one in facts.open if one.id not in gone], happened=happened)


def tell(facts: Facts, settings: Settings) -> Iterator[Difference]:
    """What happened and nobody was told of: it joins an open thank-you call, else an open update, else an update is made for the next working day."""
    by_person: dict[str, list[Happened]] = defaultdict(list)
    for one in facts.happened:
        by_person[one.to_id].append(one)
    carriers = _carriers(facts.open)
    for person, all_ in by_person.items():
        untold = [one for one in all_ if not one.follow_up_id]
        if not untold:
            continue
        carrier = carriers.get(person)
        if carrier and carrier.kind in THANKS:
            yield Join(carrier.id, untold)
            continue
        due = min(next_working_day(one.on, settings) for one in untold)
        if carrier:
            carried = [one for one in all_ if one.follow_up_id == carrier.id]
            yield Join(carrier.id, untold, min(due, carrier.due_on), news.reason(facts.names[person], carried + untold))
        else:
            yield Make(_fresh(facts.names[person], untold, due), untold)


def _fresh(name: str, untold: Sequence[Happened], due: date) -> FollowUp:
    """The follow-up that is made for news: an update, or thanks for whoever helped in another way."""
    first = news.latest(untold)[0]
    thanks = all(one.helped for one in untold)
    return FollowUp(
        contact_id=first.to_id, kind=FollowUpKind.THANK_YOU_EMAIL if thanks else FollowUpKind.UPDATE, due_on=due,
        referral_id=None if first.of_lead else first.about_id, lead_id=first.about_id if first.of_lead else None,
        reason=f"{name} helped you on your way and has not heard yet {first.clause}." if thanks else news.reason(name, untold),
    )  # fmt: skip


def _carriers(open_: Sequence[Open]) -> dict[str, Open]:
    """For each person the open follow-up that news joins: a thank-you call or letter before an update, the earliest first."""
    telling = [one for one in open_ if one.kind in THANKS or one.kind is FollowUpKind.UPDATE]
    return {one.contact_id: one for one in sorted(telling, key=lambda one: (one.kind not in THANKS, one.due_on), reverse=True)}


def break_silence(facts: Facts, settings: Settings) -> Iterator[Difference]:
    """Whoever has an open loop and heard nothing for so many days is told "nothing yet, and thank you"; not again for a silence that was dropped."""
    by_introducer: dict[str, list[Loop]] = defaultdict(list)
    for loop in facts.loops:
        by_introducer[loop.introducer_id].append(loop)
    hearing = {one.to_id for one in facts.happened if not one.follow_up_id}
    busy = set(_carriers(facts.open)) | hearing
    for introducer, loops in by_introducer.items():
        heard = _heard_on(facts, introducer, loops)
        due = heard + timedelta(days=settings.silence_days)
        if due <= facts.today and introducer not in busy and facts.hushed_on.get(introducer, date.min) < heard:
            first = loops[0]
            yield Make(
                FollowUp(
                    contact_id=introducer, kind=FollowUpKind.UPDATE, due_on=due, referral_id=first.referral_id,
                    reason=_silence(facts.names[introducer], loops, heard),
                )
            )  # fmt: skip
    for one in facts.open:
        if one.kind is FollowUpKind.UPDATE and not one.news and not one.lead_id and one.contact_id not in hearing:
            loops = by_introducer.get(one.contact_id, [])
            if not loops or _heard_on(facts, one.contact_id, loops) + timedelta(days=settings.silence_days) > facts.today:
                yield Withdraw(one.id)


def _heard_on(facts: Facts, introducer: str, loops: Sequence[Loop]) -> date:
    return max(facts.heard_on.get(introducer, date.min), *(loop.given_on for loop in loops))


def _silence(name: str, loops: Sequence[Loop], heard_on: date) -> str:
    more = f" and {len(loops) - 1} more" if len(loops) > 1 else ""
    since = "since" if heard_on <= loops[0].given_on else f"since {heard_on}"
    return f"{name} referred you to {loops[0].whom}{more} on {loops[0].given_on} and has heard nothing {since}."
