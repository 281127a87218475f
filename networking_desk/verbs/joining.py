"""Who do I know here: people whose employer is a target company by another name, joined when the user says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from networking_desk.desk import Desk, Employer
from networking_desk.domain import likeness
from networking_desk.domain.companies import Company, Unlike
from networking_desk.domain.contacts import Position
from networking_desk.domain.leads import Lead
from networking_desk.domain.referrals import Referral
from networking_desk.verbs.likeness import spelt_alike

_MOST = 300  # suggestions; nobody looks through more at once


class Match(NamedTuple):
    """An employer of known people that may be a target company. `sure` says that the names are the same but for accents and legal form."""

    target_id: str
    target: str
    employer: Employer
    sure: bool
    people: tuple[str, ...]

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.target_id}|{self.employer.id or self.employer.name}"


def matches(desk: Desk, company_id: str = "") -> list[Match]:
    """What may be joined, for one target company or for all: the same names first, then those that are only alike, where most people are first.

    Reads every company there is: it belongs beside the window.
    """
    lists = desk.lists.companies
    called = {target: name for target, name, _ in lists.targets()}
    keys = {target: key for target, _, key in lists.targets() if key}
    by_key = {key: target for target, key in reversed(keys.items())}  # of two targets that are called the same, the first
    employers = {one.id or f"={one.name}": one for one in lists.employers() if one.key}
    same = [(by_key[one.key], other) for other, one in employers.items() if one.key in by_key]
    others = {other: one.key for other, one in employers.items() if one.key not in by_key}
    asked = {target: key for target, key in keys.items() if company_id in ("", target)}
    apart = {(unlike.company_id, unlike.name) for unlike in desk.find(Unlike)}
    alike = dict.fromkeys(likeness.inside_each_other(asked, others) + spelt_alike(asked, others))
    found = [(target, employers[other], True) for target, other in same if target in asked]
    found += [(target, employers[other], False) for target, other in alike if (target, employers[other].key) not in apart]
    found.sort(key=lambda pair: (not pair[2], -pair[1].people))
    return [Match(target, called[target], one, sure, tuple(lists.people_at(one))) for target, one, sure in found[:_MOST]]


def join(desk: Desk, chosen: Sequence[Match]) -> str:
    """Make the people of these employers people of the target companies, as one change; gives the sentence that says so.

    What was written as their employer is kept, so that the same file brings the same people again and no others.
    """
    people = sum(match.employer.people for match in chosen)
    where = chosen[0].target if len({match.target_id for match in chosen}) == 1 else f"{len({match.target_id for match in chosen})} target companies"
    sentence = f"{people} {'person' if people == 1 else 'people'} at {where}"
    with desk.change(f"Join {sentence}") as records:
        for match in chosen:
            target, other = records.get(Company, match.target_id), match.employer
            positions = records.find(Position, company_id=other.id) if other.id else records.find(Position, company_id=None, company_text=other.name)
            for position in positions:
                records.replace(position, company_id=target.id, company_text=position.company_text or other.name)
            for kind in (Referral, Lead) if other.id else ():
                for one in records.find(kind, company_id=other.id):
                    records.replace(one, company_id=target.id)
    return f"{sentence} joined"


def keep_apart(desk: Desk, match: Match) -> str:
    """Remember that an employer is another company, so that it is not offered again; gives the sentence that says so."""
    with desk.change(f"Keep {match.employer.name} apart") as records:
        records.add(Unlike(company_id=match.target_id, name=match.employer.key))
    return f"{match.employer.name} is another company than {match.target}"
