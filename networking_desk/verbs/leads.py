"""Leads: what is known of an opening, and how far it has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_desk.desk import Desk
from networking_desk.domain import leads, names
from networking_desk.domain.companies import Company
from networking_desk.domain.errors import DeskError
from networking_desk.domain.leads import UNNAMED, Lead, LeadEvent, LeadKind, LeadState
from networking_desk.verbs import contacts, follow_up

if TYPE_CHECKING:
    from networking_desk.desk import Records

_EDITABLE = frozenset({"title", "decides"})
_OVER = frozenset({LeadState.ACCEPTED, LeadState.CLOSED})


def add(desk: Desk, words: str, contact_id: str | None = None, company_id: str | None = None) -> str:
    """Write down an opening, `title, company` or `title @ company`, and from whom it was heard; gives its id.

    Raises DeskError when there is no title in the words.
    """
    title, company = leads.from_spoken(names.clean(words))
    if not title:
        raise DeskError("Write at least what the job is called.")
    with desk.change(f"Add {title}") as records:
        found = records.get(Company, company_id) if company_id else contacts.company_called(records, company)
        lead = records.add(Lead(title=title, company_id=found.id if found else None, contact_id=contact_id, words=names.clean(words)))
        records.add(LeadEvent(lead_id=lead.id, at=records.now, state=LeadState.HEARD))
        return lead.id


def edit(desk: Desk, lead_id: str, **fields: str) -> None:
    """Write an opening's title or who decides about it."""
    if unknown := set(fields) - _EDITABLE:
        raise TypeError(f"a lead has no {unknown}")
    with desk.change("Edit the job lead") as records:
        clean = {field: names.clean(text) for field, text in fields.items()}
        if clean.get("title") == "":
            clean["title"] = UNNAMED
        records.replace(records.get(Lead, lead_id), **clean)


def set_kind(desk: Desk, lead_id: str, kind: LeadKind) -> None:
    """Say whether the opening is hidden or posted."""
    with desk.change(f"Mark the job lead as {kind}") as records:
        records.replace(records.get(Lead, lead_id), kind=kind)


def set_company(desk: Desk, lead_id: str, name: str) -> None:
    """Say at which company the opening is; no name says that it is not known."""
    with desk.change("Edit the job lead") as records:
        company = contacts.company_called(records, names.clean(name))
        records.replace(records.get(Lead, lead_id), company_id=company.id if company else None)


def set_source(desk: Desk, lead_id: str, contact_id: str | None) -> None:
    """Say from whom the opening was heard; whoever led to them hears how far it has come."""
    with desk.change("Edit the job lead") as records:
        records.replace(records.get(Lead, lead_id), contact_id=contact_id)
        follow_up.owed_to(desk, records)


def move(desk: Desk, lead_id: str, state: LeadState, text: str = "") -> str:
    """Write down how far a lead has come, in a few words if there are any; everybody who led to it is owed the news. Gives the sentence that says so.

    An accepted offer closes all other leads.
    """
    with desk.change("Move a job lead") as records:
        lead = records.get(Lead, lead_id)
        records.label = f"{lead.title}: {state}"
        if lead.state is state and not text:
            return records.label
        _move(records, lead, state, names.clean_lines(text))
        if state is LeadState.ACCEPTED:
            others = [other for other in records.find(Lead) if other.id != lead_id and other.state not in _OVER]
            for other in others:
                _move(records, other, LeadState.CLOSED, f"Accepted: {lead.title}")
            if others:
                records.label += f", {len(others)} other{'s' if len(others) > 1 else ''} closed"
        follow_up.owed_to(desk, records)
        return records.label


def _move(records: Records, lead: Lead, state: LeadState, text: str) -> None:
    records.replace(lead, state=state)
    records.add(LeadEvent(lead_id=lead.id, at=records.now, state=state, text=text))


def remove(desk: Desk, lead_id: str) -> str:
    """Delete a lead with its log; gives the sentence that says so. It stays in the trash."""
    with desk.change("Delete") as records:
        lead = records.get(Lead, lead_id)
        records.label = f"Delete {lead.title}"
        records.remove(lead, lead.title)
    return f"{lead.title} deleted"
