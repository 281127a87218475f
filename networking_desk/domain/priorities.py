"""Priorities: what the list would look like by how much you want a company, who is inside, and what is open there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from networking_desk.domain.companies import PRIORITIES

UNSAID, LITTLE, GLAD, MOST = range(4)  # how much one wants to work there
_MIDDLE = GLAD  # what counts until something is said


class Standing(NamedTuple):
    """What a target company is ranked by: how much it is wanted, how many people are known inside, how many openings are heard of."""

    id: str
    motivation: int
    inside: int
    openings: int


def proposed(motivation: int, inside: int, openings: int) -> str:
    """The priority that is proposed: A for what is wanted most, B for what one would be glad of, C for the rest.

    Somebody inside and an opening together lift it by one (after the LAMP list of Dalton's 2-Hour Job Search: motivation decides first).
    """
    place = MOST - (motivation or _MIDDLE)
    if inside and openings:
        place -= 1
    return PRIORITIES[max(0, min(place, len(PRIORITIES) - 1))]


def ranked(standings: Sequence[Standing]) -> list[tuple[str, str]]:
    """The ids in the order that is proposed, each with its priority: by motivation, then people inside, then openings; equals stay as they are."""
    told = [(one, proposed(one.motivation, one.inside, one.openings)) for one in standings]
    told.sort(key=lambda pair: (pair[1], -(pair[0].motivation or _MIDDLE), -pair[0].inside, -pair[0].openings))
    return [(one.id, letter) for one, letter in told]
