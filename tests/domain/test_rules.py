"""The rules one by one: working days and holidays, chains with circles, what would burn a contact, the words of reasons."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk.domain import business_days, news
from networking_desk.domain.chains import up_the_chain
from networking_desk.domain.follow_ups import FollowUp, FollowUpKind, after_meeting_held, after_voicemail, urgency
from networking_desk.domain.landing import months_after
from networking_desk.domain.leads import LeadState
from networking_desk.domain.meetings import Meeting
from networking_desk.domain.news import Happened
from networking_desk.domain.outreach import Before, WrittenThere, warnings
from networking_desk.domain.referrals import Permission, ReferralState
from networking_desk.domain.settings import Settings

NUMBERS = Settings()
PEOPLE = st.sampled_from("abcdefgh")


@pytest.mark.parametrize(
    ("country", "day", "works"),
    [
        ("", date(2026, 12, 25), True), ("NL", date(2026, 12, 25), False), ("NL", date(2026, 4, 27), False), ("US", date(2026, 7, 3), False), ("US", date(2026, 4, 27), True),
        ("GB", date(2026, 5, 25), False), ("XX", date(2026, 12, 25), True), ("NL", date(2026, 4, 28), True), ("DE", date(2027, 10, 3), False),
    ],
)  # fmt: skip
def test_working_days_leave_out_the_public_holidays_of_the_country(country, day, works):
    assert business_days.is_working_day(day, business_days.public_holidays(country)) is works


def test_the_countries_that_can_be_chosen_are_codes_that_are_known():
    assert {"NL", "DE", "FR", "US", "GB", "IN"} <= set(business_days.countries())
    assert all(len(code) == 2 for code in business_days.countries())


def test_a_thank_you_call_and_its_second_try_wait_for_the_holidays_to_pass():
    numbers = Settings(country="NL")
    (call,) = after_meeting_held(Meeting(contact_id="c"), date(2026, 4, 2), numbers)  # the Thursday before Easter
    assert call.due_on == date(2026, 4, 7)
    assert after_voicemail(call, date(2026, 4, 2), numbers).due_on == date(2026, 4, 7)


def test_a_call_is_tried_twice_more_and_then_thanks_are_written():
    call = FollowUp(contact_id="c", kind=FollowUpKind.THANK_YOU_CALL, due_on=date(2026, 3, 11), meeting_id="m", reason="You met on 2026-03-10.")
    day, seen = date(2026, 3, 11), []
    while call.kind is FollowUpKind.THANK_YOU_CALL:
        call = after_voicemail(call, day, NUMBERS)
        day = call.due_on
        seen.append((call.kind.value, call.due_on, call.tries))
    assert seen == [("thank_you_call", date(2026, 3, 12), 1), ("thank_you_call", date(2026, 3, 13), 2), ("thank_you_email", date(2026, 3, 16), 0)]
    assert call.meeting_id == "m"


@given(PEOPLE, st.dictionaries(PEOPLE, st.lists(PEOPLE, max_size=5)))
def test_everybody_up_a_chain_is_told_once_the_nearest_first_also_in_circles(start, introducers):
    chain = up_the_chain(start, lambda one: introducers.get(one, ()))
    assert chain[0] == start
    assert len(chain) == len(set(chain))
    steps = {start: 0}  # an oracle of its own: relax until nothing moves
    for _ in range(9):
        for person, by in introducers.items():
            for one in by:
                if person in steps and steps[person] + 1 < steps.get(one, 99):
                    steps[one] = steps[person] + 1
    assert set(chain) == set(steps)
    assert [steps[one] for one in chain] == sorted(steps.values())


def happened(about, on, clause, of_lead=False):
    return Happened("hannah", f"{about}{on}", about, of_lead, date(2026, 3, on), clause)


def test_a_reason_is_one_sentence_that_lists_what_was_not_heard_yet_and_only_the_last_of_each():
    told = [
        happened("r1", 2, news.of_referral(ReferralState.CONTACTED, "Emil Rask")), happened("r2", 3, news.of_referral(ReferralState.UNREACHABLE, "Ben Aalto")),
        happened("r1", 4, news.of_referral(ReferralState.MET, "Emil Rask")), happened("l1", 5, news.of_lead(LeadState.INTERVIEW, "Planning lead", "Aster Medical"), of_lead=True),
    ]  # fmt: skip
    assert news.reason("Hannah", told) == "Hannah has not heard yet that Ben Aalto could not be reached, that you met Emil Rask and that you have an interview as Planning lead at Aster Medical."
    assert news.reason("Hannah", told[:1]) == "Hannah has not heard yet that you wrote to Emil Rask."
    assert news.of_lead(LeadState.OFFER, "Interview", "Aster") == "that you have an offer at Aster"  # the title was never said


@given(st.dates(date(2000, 1, 31), date(2060, 1, 1)), st.integers(0, 40))
def test_a_quarter_later_is_the_same_day_of_the_month_or_its_last(day, months):
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


def test_what_is_late_comes_first_then_what_has_a_time_then_who_waited_longest():
    today = date(2026, 3, 10)
    rows = [
        ("update", date(2026, 3, 10), date(2026, 3, 1)), ("outreach", date(2026, 3, 11), date(2026, 1, 1)), ("thank_you_call", date(2026, 3, 10), date(2026, 3, 9)),
        ("update", date(2026, 3, 10), date(2026, 2, 1)), ("promise", date(2026, 3, 9), date(2026, 3, 5)), ("update", date(2026, 3, 2), date(2026, 3, 5)),
    ]  # fmt: skip
    order = sorted(rows, key=lambda row: urgency(*row, today))
    assert order == [rows[5], rows[4], rows[2], rows[3], rows[0], rows[1]]


TODAY = date(2026, 3, 12)
BEFORE = Before("Lina Vos", "Aster Medical")


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (BEFORE, []),
        (Before("Lina Vos", "Aster", written=[WrittenThere("Emil Rask", date(2026, 3, 10))]), ["You wrote to Emil Rask at Aster on 2026-03-10. Give them 3 working days before you write to a second person there."]),
        (Before("Lina Vos", "Aster", written=[WrittenThere("Emil Rask", date(2026, 3, 9))]), []),  # three working days have passed
        (Before("Lina Vos", "Aster", helping=["Jan Visser"], written=[WrittenThere("Emil Rask", date(2026, 3, 11))]), ["Jan Visser already helps you at Aster. Ask there first."]),
        (Before("Lina Vos", tries=2, last_on=date(2026, 3, 2)), ["You wrote to Lina Vos 2 times, the last time on 2026-03-02, and had no answer. Leave it at that."]),
        (Before("Lina Vos", tries=1), []),
        (Before("Lina Vos", unthanked_on=date(2026, 3, 9)), ["Lina Vos has not been thanked yet for the talk on 2026-03-09. Thank them before you ask again."]),
        (Before("Lina Vos", introducer="Hannah", permission=Permission.YES), []),
        (Before("Lina Vos", introducer="Hannah", permission=Permission.UNKNOWN), ["Hannah has not said that you may use their name. Ask first, or write without it."]),
        (Before("Lina Vos", introducer="Hannah", permission=Permission.NO), ["Hannah asked you not to use their name."]),
    ],
)  # fmt: skip
def test_what_would_burn_a_contact_is_said(before, said):
    assert warnings(before, TODAY, NUMBERS) == said


def test_an_answer_to_somebody_who_helps_already_is_no_outreach():
    assert warnings(Before("Lina Vos", "Aster", helping=["Jan Visser"]), TODAY, NUMBERS, new=False) == []
