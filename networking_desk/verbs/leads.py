"""Leads: what is known of an opening."""

from __future__ import annotations

from networking_desk.desk import Desk
from networking_desk.domain import names
from networking_desk.domain.leads import UNNAMED, Lead, LeadKind

_EDITABLE = frozenset({"title", "decides"})


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
