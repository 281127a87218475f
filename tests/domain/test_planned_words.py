"""Planning a meeting with a few words, with a contact chosen and without one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import Meeting
from networking_desk.verbs import contacts, meeting


@pytest.mark.parametrize(("words", "day", "whom"), [("thu, 14:00", 12, "Ann Lee"), ("12 March, 14:00", 12, "Ann Lee"), ("Priya Raman, thu, 14:00", 12, "Priya Raman"), ("Ann Lee, Wed 11 March 14:00", 11, "Ann Lee")])
def test_a_comma_in_a_day_is_no_name(desk, words, day, whom):
    people = {name: contacts.add_spoken(desk, name) for name in ("Ann Lee", "Priya Raman")}
    made = desk.get(Meeting, meeting.plan_spoken(desk, people["Ann Lee"], words))
    assert (made.contact_id, made.planned_at) == (people[whom], datetime(2026, 3, day, 14, tzinfo=UTC))


def test_a_day_without_anybody_asks_whom(desk):
    with pytest.raises(DeskError, match="Choose a contact first"):
        meeting.plan_spoken(desk, None, "thu, 14:00")
