"""Leads: openings heard of, hidden or posted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

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
    """An opening as typed, `title, company` or `title @ company`, read into its title and its company."""
    if " @ " in words:
        title, _, company = words.partition(" @ ")
    else:
        title, _, company = words.partition(",")
    return title.strip(), company.split(",")[0].strip()
