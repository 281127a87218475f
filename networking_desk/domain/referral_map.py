"""The referral map: who led to whom and to which lead, each person once, in columns from those you knew to offers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from networking_desk.domain.leads import LeadState

MOST_COLUMNS = 4  # of people; whoever is further away stands in the last
_RANK = (LeadState.CLOSED, LeadState.HEARD, LeadState.APPLIED, LeadState.INTERVIEW, LeadState.OFFER, LeadState.ACCEPTED)


class Somebody(NamedTuple):
    """A person on the map, with a second line of words."""

    id: str
    full_name: str
    second: str


class Opening(NamedTuple):
    """A lead on the map: from whom it was heard, and how far it is."""

    id: str
    title: str
    company: str
    contact_id: str
    state: LeadState


@dataclass(frozen=True)
class Place:
    """Something on the map: a person, a lead, or how far a lead has come; its column from 0, its row from 0.0 downwards."""

    id: str
    kind: str
    column: int
    row: float
    title: str
    second: str


@dataclass(frozen=True)
class ReferralMap:
    """All places, who led to what, the way to the lead that is furthest, and the same chains one after the other."""

    places: tuple[Place, ...]
    edges: tuple[tuple[str, str], ...]
    best: frozenset[str]
    chains: tuple[tuple[Place, ...], ...]


def drawn(people: Sequence[Somebody], introductions: Iterable[tuple[str, str]], leads: Sequence[Opening], *, only_to_leads: bool = False) -> ReferralMap:
    """The map of these; `introductions` are introducer and contact, the earliest first. Joins keep their edges, circles are cut once."""
    known = {one.id: one for one in people}
    led: dict[str, list[str]] = defaultdict(list)
    by: dict[str, str] = {}
    extra: list[tuple[str, str]] = []
    for introducer, contact in introductions:
        if introducer in known and contact in known and introducer != contact:
            if contact not in by and not _leads_to(contact, introducer, by):
                by[contact] = introducer
                led[introducer].append(contact)
            else:
                extra.append((introducer, contact))
    heard: dict[str, list[Opening]] = defaultdict(list)
    for lead in leads:
        if lead.contact_id in known:
            heard[lead.contact_id].append(lead)
    if only_to_leads:
        kept = {one for start in heard for one in _up(start, by)}
        known = {i: one for i, one in known.items() if i in kept}
        led = defaultdict(list, {i: [c for c in below if c in kept] for i, below in led.items()})
        extra = [(a, b) for a, b in extra if a in kept and b in kept]
    laid = _Laying(known, led, heard)
    for person in reversed(known):  # rows are taken from the bottom upwards
        if person not in by:
            laid.person(person, 0)
    return laid.finished(extra, by)


def _up(person: str, by: dict[str, str]) -> list[str]:
    """A person and those who led there, the nearest first."""
    way = [person]
    while way[-1] in by:
        way.append(by[way[-1]])
    return way


def _leads_to(first: str, last: str, by: dict[str, str]) -> bool:
    return first in _up(last, by)


class _Laying:
    """Lays out one map: leaves from top to bottom, whoever led to several beside the middle of them."""

    def __init__(self, known: dict[str, Somebody], led: dict[str, list[str]], heard: dict[str, list[Opening]]) -> None:
        self._known, self._led, self._heard = known, led, heard
        self._columns = min(MOST_COLUMNS, self._deepest())
        self._places: dict[str, Place] = {}
        self._edges: list[tuple[str, str]] = []
        self._chains: list[tuple[Place, ...]] = []
        self._lowest: dict[int, float] = defaultdict(lambda: -1.0)
        self._next = 0.0

    def _deepest(self) -> int:
        depth: dict[str, int] = {}
        above = {contact for below in self._led.values() for contact in below}
        queue = [(person, 1) for person in self._known if person not in above]
        for person, at in queue:
            depth[person] = at
            queue += [(contact, at + 1) for contact in self._led.get(person, ())]
        return max(depth.values(), default=1)

    def person(self, contact_id: str, depth: int) -> None:
        """Put a person, and all whom they led to, on the map; without recursion, for chains may be long."""
        order, stack = [], [(contact_id, depth)]
        while stack:
            one, at = stack.pop()
            order.append((one, at))
            stack += [(below, at + 1) for below in reversed(self._led.get(one, []))]
        for one, at in reversed(order):  # the last first, so that whoever led to others knows where these are
            rows = [self._places[below].row for below in self._led.get(one, [])]
            rows += [self._lead(lead) for lead in reversed(self._heard.get(one, []))]
            column = min(at, self._columns - 1)
            row = sum(rows) / len(rows) if rows else self._take()
            who = self._known[one]
            self._put(Place(one, "person", column, row, who.full_name, who.second))
            self._edges += [(one, below) for below in self._led.get(one, [])] + [(one, lead.id) for lead in self._heard.get(one, [])]

    def _take(self) -> float:
        self._next -= 1
        return self._next

    def _lead(self, lead: Opening) -> float:
        """Put a lead on the map, and how far it has come; gives its row."""
        row = self._take()
        self._put(Place(lead.id, "lead", self._columns, row, lead.title, lead.company))
        if _RANK.index(lead.state) >= _RANK.index(LeadState.INTERVIEW):
            self._put(Place(f"{lead.id}/{lead.state}", "outcome", self._columns + 1, row, lead.state.capitalize(), lead.company))
            self._edges.append((lead.id, f"{lead.id}/{lead.state}"))
        return row

    def _put(self, place: Place) -> None:
        self._places[place.id] = place

    def finished(self, extra: list[tuple[str, str]], by: dict[str, str]) -> ReferralMap:
        """The map with nobody upon anybody else, its rows from the top."""
        taken: dict[int, float] = {}
        places: dict[str, Place] = {}
        for place in sorted(self._places.values(), key=lambda one: (one.column, one.row)):
            row = max(place.row, taken.get(place.column, place.row - 1) + 1)
            taken[place.column] = row
            places[place.id] = Place(place.id, place.kind, place.column, row, place.title, place.second)
        top = min((place.row for place in places.values()), default=0.0)
        places = {i: Place(i, p.kind, p.column, p.row - top, p.title, p.second) for i, p in places.items()}
        ends = [lead for below in self._heard.values() for lead in below if lead.id in places]
        furthest = max(ends, key=lambda lead: _RANK.index(lead.state), default=None)
        best = frozenset({furthest.id, f"{furthest.id}/{furthest.state}", *_up(furthest.contact_id, by)}) & set(places) if furthest else frozenset()
        return ReferralMap(tuple(places.values()), tuple(self._edges + extra), best, tuple(self._lines(places, by)))

    def _lines(self, places: dict[str, Place], by: dict[str, str]) -> Iterable[tuple[Place, ...]]:
        """Every chain from its first person to its end, as it is read: from top to bottom."""
        for end in sorted(places.values(), key=lambda one: (one.row, one.column)):
            lead = next((lead for below in self._heard.values() for lead in below if lead.id == end.id), None) if end.kind == "lead" else None
            if lead:
                after = [p for p in places.values() if p.kind == "outcome" and p.id.startswith(f"{end.id}/")]
                yield (*(places[one] for one in reversed(_up(lead.contact_id, by))), end, *after)
            elif end.kind == "person" and not self._led.get(end.id) and not self._heard.get(end.id):
                yield tuple(places[one] for one in reversed(_up(end.id, by)))
