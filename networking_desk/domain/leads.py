"""Leads: openings heard of, hidden or posted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from networking_desk.domain import names
from networking_desk.domain.record import Record


class LeadKind(StrEnum):
    """Whether the opening has been advertised."""

    HIDDEN = "hidden"
    POSTED = "posted"


class LeadState(StrEnum):
    """How far a lead has come."""

    HEARD = "heard"
    APPLIED = "applied"
    INTERVIEW = "interview"
    OFFER = "offer"
    ACCEPTED = "accepted"
    CLOSED = "closed"


UNNAMED = "Interview"  # the title of an opening whose name was not said yet


@dataclass(frozen=True, kw_only=True)
class Lead(Record):
    """An opening, the company it is at and the contact it was heard from. `words` are as typed, `decides` is who decides about it."""

    title: str
    company_id: str | None = None
    contact_id: str | None = None
    meeting_id: str | None = None
    kind: LeadKind = LeadKind.HIDDEN
    state: LeadState = LeadState.HEARD
    words: str = ""
    decides: str = ""


@dataclass(frozen=True, kw_only=True)
class LeadEvent(Record):
    """One step in a lead's history, which is only ever added to."""

    lead_id: str
    at: datetime
    state: LeadState
    text: str = ""


def from_spoken(words: str) -> tuple[str, str]:
    """An opening as typed, `title, company`, `title @ company` or `title at company`, read into its title and its company.

    The company is the last part, so that "Director, Supply Chain, Northwind" keeps its title whole. An opening without a title is called UNNAMED.
    """
    said: list[str] = []
    for part in names.parts(words):
        if said and said[-1] and names.is_legal_form(part):
            said[-1] += f", {part}"
        else:
            said.append(part)
    title, company = [part for part in said if part], ""
    for position, part in enumerate(said):
        before, company = names.before_and_company(part)
        if company:
            title = [*said[:position], before]
            break
    else:
        if len(title) > 1 or (title and not said[0]):  # ", Northwind" names the company alone
            *title, company = title
    return ", ".join(filter(None, title)) or (UNNAMED if words.strip() else ""), company
