"""What is owed and when: over weekends, year ends, and by what was agreed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk.domain import business_days
from networking_desk.domain.follow_ups import after_meeting_held, after_promise, after_referral_given
from networking_desk.domain.meetings import Meeting
from networking_desk.domain.promises import Promise, Whose, whose
from networking_desk.domain.referrals import Mode, Referral
from networking_desk.domain.settings import Settings

NUMBERS = Settings()
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("held", "due"),
    [
        (date(2026, 3, 10), date(2026, 3, 11)),  # Tuesday: Wednesday
        (date(2026, 3, 13), date(2026, 3, 16)),  # Friday: Monday
        (date(2026, 3, 14), date(2026, 3, 16)),  # Saturday: Monday
        (date(2026, 3, 15), date(2026, 3, 16)),  # Sunday: Monday
        (date(2026, 12, 31), date(2027, 1, 1)),  # over the year's end
    ],
)
def test_the_thank_you_call_is_due_the_next_working_day(held, due):
    assert [f.due_on for f in after_meeting_held(Meeting(contact_id="c"), held, NUMBERS)] == [due]


def test_a_setting_allows_any_calendar_day():
    assert after_meeting_held(Meeting(contact_id="c"), date(2026, 3, 13), Settings(thank_you_any_day=True))[0].due_on == date(2026, 3, 14)


@pytest.mark.parametrize(
    ("mode", "kind", "whom", "due"),
    [
        (Mode.I_CONTACT, "outreach", "ann", date(2026, 3, 16)),  # two working days after a Thursday
        (Mode.THEY_INTRODUCE, "check_back", "bob", date(2026, 3, 19)),
        (Mode.THEY_ASK_FIRST, "check_back", "bob", date(2026, 3, 19)),
    ],
)
def test_a_referral_asks_for_what_was_agreed(mode, kind, whom, due):
    owed = after_referral_given(Referral(introducer_id="bob", contact_id="ann", mode=mode), "Bob", "Ann", date(2026, 3, 12), NUMBERS)
    assert (owed.kind, owed.contact_id, owed.due_on) == (kind, whom, due)
    assert "Bob" in owed.reason


def test_a_promise_is_due_on_the_day_said_else_by_its_rule():
    day = date(2026, 3, 10)
    assert after_promise(Promise(contact_id="c", text="x", due_on=date(2026, 4, 1)), day, NUMBERS).due_on == date(2026, 4, 1)
    assert after_promise(Promise(contact_id="c", text="x"), day, NUMBERS).due_on == date(2026, 3, 13)
    assert after_promise(Promise(contact_id="c", text="x", whose=Whose.THEIRS), day, NUMBERS).due_on == date(2026, 3, 19)


@pytest.mark.parametrize(("words", "by"), [("send the model", "mine"), ("she will ask Ben", "theirs"), ("They: ask Ben", "theirs"), ("theirs is a good idea, read it", "mine")])
def test_whose_promise_it_is_is_heard_from_the_words(words, by):
    assert whose(words) == by


@given(DAYS, st.integers(0, 30), st.sets(st.integers(-5, 60), max_size=10))
def test_working_days_are_never_weekends_or_holidays_and_come_in_order(day, count, offs):
    holidays = {day + timedelta(days=o) for o in offs}
    found = business_days.after(day, count, holidays)
    if count:
        assert business_days.is_working_day(found, holidays)
        assert found > day
        assert sum(business_days.is_working_day(day + timedelta(days=n), holidays) for n in range(1, (found - day).days + 1)) == count
