"""Names that begin like others: whoever is called exactly so is meant."""

from __future__ import annotations

import pytest

from networking_desk.domain.errors import DeskError
from networking_desk.domain.leads import Lead
from networking_desk.domain.meetings import Meeting
from networking_desk.ui.leads.dialog import LeadDialog
from networking_desk.verbs import contacts, leads, meeting


@pytest.fixture
def ann(desk):
    contacts.add_spoken(desk, "Ann Leeson, Tidewell")
    return contacts.add_spoken(desk, "Ann Lee, Kestrel")


def test_a_lead_is_heard_from_who_is_called_exactly_so(window, desk, ann):
    lead = leads.add(desk, "Planner, Kestrel")
    dialog = LeadDialog(window, window._live, lead)
    dialog._set_source(" ann  lee ")
    assert desk.get(Lead, lead).contact_id == ann
    dialog._set_source("")
    assert desk.get(Lead, lead).contact_id is None
    dialog._set_source("Leeson")
    assert desk.get(Lead, lead).contact_id not in (None, ann)
    with pytest.raises(DeskError, match="More than one person is called “Ann”. Write the whole name"):
        dialog._set_source("Ann")
    with pytest.raises(DeskError, match="Nobody is called “Zoe”"):
        dialog._set_source("Zoe")
    dialog.close()


def test_a_meeting_is_planned_with_who_is_called_exactly_so(desk, ann):
    assert desk.get(Meeting, meeting.plan_spoken(desk, None, "Ann Lee, thu 14")).contact_id == ann
    contacts.add_spoken(desk, "Ann Lee, Northwind")
    with pytest.raises(DeskError, match="More than one person is called “Ann Lee”. Choose the contact first."):
        meeting.plan_spoken(desk, None, "Ann Lee, thu 14")
