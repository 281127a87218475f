"""The target list as it is walked with somebody: which companies they are likeliest to know, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from networking_desk.domain.meetings import Answer
from networking_desk.domain.names import fold

OTHER_SECTOR = "Other companies"


class Why(StrEnum):
    """Why a company stands where it does in the walk, the strongest reason first."""

    WILL_ASK = "will_ask"
    WORKED_THERE = "worked_there"
    INDUSTRY_AND_PLACE = "industry_and_place"
    INDUSTRY = "industry"
    PLACE = "place"
    NONE = ""
    SHOWN = "shown"


@dataclass(frozen=True)
class Listed:
    """A company on the list, as far as the walk looks at it."""

    id: str
    industry: str
    place: str


@dataclass(frozen=True)
class Before:
    """What somebody answered about a company in an earlier meeting, None for nothing, and when."""

    answer: Answer | None
    at: datetime


@dataclass(frozen=True)
class Knower:
    """What is known of the person walked with: place, their employer's industry, companies they worked at, what they were shown before."""

    place: str = ""
    industry: str = ""
    worked_at: frozenset[str] = frozenset()
    shown: Mapping[str, Before] | None = None


def walk(listed: Sequence[Listed], knower: Knower) -> list[tuple[str, Why]]:
    """The ids of the companies, likeliest first, each with its reason; among equals the user's own order stays.

    Whoever worked at a company, is in its industry or in its place is likelier to know somebody there; what they were shown before
    comes last, unless they said that they would ask (product.md 4.3).
    """
    order = list(Why)
    reasons = [(one.id, _why(one, knower)) for one in listed]
    return sorted(reasons, key=lambda reason: order.index(reason[1]))


def _why(one: Listed, knower: Knower) -> Why:
    before = (knower.shown or {}).get(one.id)
    if before is not None:
        return Why.WILL_ASK if before.answer is Answer.WILL_ASK else Why.SHOWN
    if one.id in knower.worked_at:
        return Why.WORKED_THERE
    industry = _alike(one.industry, knower.industry)
    place = _alike(one.place, knower.place)
    if industry and place:
        return Why.INDUSTRY_AND_PLACE
    return Why.INDUSTRY if industry else Why.PLACE if place else Why.NONE


_EVERYWHERE = frozenset(["and", "of", "the", "area", "region", "greater", "metropolitan", "services", "industry", "industries", "other"])


def _alike(one: str, other: str) -> bool:
    """Whether two industries, or two places, name the same: one has all the words of the other's first part, "Rotterdam" and "Rotterdam, Netherlands"."""
    mine, theirs = (set(fold(text.split(",")[0].split("/")[0]).split()) - _EVERYWHERE for text in (one, other))
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


class InIndustry(Protocol):
    """Whatever has an industry: a row of a list."""

    @property
    def industry(self) -> str: ...


R = TypeVar("R", bound=InIndustry)


def by_sector(rows: Sequence[R]) -> list[tuple[str, list[R]]]:
    """The rows by their industry: sectors in the order of their first row, each in the order that it came in; those without one last."""
    sectors: dict[str, tuple[str, list[R]]] = {}
    for row in rows:
        sectors.setdefault(fold(row.industry), (row.industry or OTHER_SECTOR, []))[1].append(row)
    return sorted(sectors.values(), key=lambda sector: not fold(sector[1][0].industry))


def sectors_help(rows: Sequence[InIndustry]) -> bool:
    """Whether headings of sectors make a list easier to read: three companies under each, on average."""
    return len({fold(row.industry) for row in rows}) * 3 <= len(rows)
