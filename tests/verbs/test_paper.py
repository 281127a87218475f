"""What stands on paper, in which order, and who may see it; all of it without a line being drawn."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk.desk import SharedRow
from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import TouchKind
from networking_desk.domain.errors import DeskError
from networking_desk.domain.leads import Lead, LeadEvent, LeadState
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.paper import PageSize, page_size, parse_day, week_of
from networking_desk.domain.target_list import OTHER_SECTOR, by_sector
from networking_desk.verbs import capture, contacts, meeting, paper, target_list


def held(desk, clock, contact_id):
    """A meeting of a minute with a referral and a job lead."""
    talk = meeting.plan(desk, contact_id, clock.now(), 15)
    meeting.start(desk, talk)
    capture.save(desk, talk, CaptureKind.REFERRAL, "Cara Diaz, Tidewell")
    capture.save(desk, talk, CaptureKind.LEAD, "Night-shift supervisor, Tidewell")
    clock.go(60)
    meeting.end(desk, talk)
    meeting.finish(desk, talk)
    return talk


@pytest.fixture
def listed(desk, clock):
    """Four companies, one confidential, one hidden from Ann, one her employer; she is in Rotterdam."""
    ids = {w: target_list.add_spoken(desk, w) for w in ("Alpha, Trade, Ghent", "Beta, Trade, Rotterdam", "Gamma, Trade", "Delta", "Northwind, Freight")}
    target_list.edit(desk, ids["Gamma, Trade"], confidential=True)
    ann = contacts.add_spoken(desk, "Ann Lee, VP Operations, Northwind")
    contacts.edit(desk, ann, place="Rotterdam")
    target_list.hide(desk, ids["Delta"], ann)
    return ann, meeting.plan(desk, ann, clock.now(), 20)


def test_the_list_for_somebody_is_likeliest_first_and_leaves_out_what_they_may_not_see(desk, listed):
    ann, talk = listed
    made = paper.target_list(desk, ann, talk)
    assert [row.name for row in made.companies] == ["Beta", "Alpha"]
    walked = [row.name for row in desk.lists.meeting.targets(talk, ann)]
    assert [row.name for row in made.companies] == [name for name in walked if name != "Gamma"]
    assert [row.name for row in paper.target_list(desk).companies] == ["Alpha", "Beta", "Delta", "Northwind"]


def test_their_own_employer_is_left_out_when_only_its_name_is_kept_or_another_company_has_it(desk):
    ann, ben = (contacts.add_spoken(desk, words) for words in ("Ann Lee, Tidewell GmbH", "Ben Aalto, Halden AG"))
    target_list.remove(desk, desk.find(Company, name="Tidewell GmbH")[0].id)  # Ann keeps the name
    for name in ("Tidewell", "Haldn"):
        target_list.add_spoken(desk, name)
    target_list.edit(desk, desk.find(Company, name="Haldn")[0].id, name="Halden")
    assert [[row.name for row in paper.target_list(desk, who).companies] for who in (ann, ben, "")] == [["Halden"], ["Tidewell"], ["Tidewell", "Halden"]]


def test_whom_it_is_for_is_chosen_by_name_by_meeting_or_by_what_is_current(desk, listed, clock):
    ann, talk = listed
    contacts.add_spoken(desk, "Ann Leeson, Tidewell")
    assert paper.whom(desk) == (talk, ann)
    assert paper.whom(desk, contact="ann lee") == (talk, ann)
    assert paper.whom(desk, contact=ann) == (talk, ann)
    later = meeting.plan(desk, ann, clock.now() + timedelta(days=3), 15)
    assert paper.whom(desk, meeting=later) == (later, ann)
    assert paper.whom(desk, contact="Ann Lee") == (talk, ann)
    for words, said in (("zoe", "Nobody is called"), ("ann", "More than one contact")):
        with pytest.raises(DeskError, match=said):
            paper.whom(desk, contact=words)
    with pytest.raises(DeskError, match="no meeting"):
        paper.whom(desk, meeting="nothing")


def test_of_meetings_with_somebody_the_live_one_counts_then_the_next_then_the_last(desk, clock):
    ann = contacts.add_spoken(desk, "Ann Lee")
    assert paper.whom(desk, contact="Ann Lee") == ("", ann)
    first = held(desk, clock, ann)
    clock.go(86_400)
    second = held(desk, clock, ann)
    assert paper.whom(desk, contact="Ann Lee")[0] == second != first
    planned = meeting.plan(desk, ann, clock.now() + timedelta(days=1), 15)
    assert paper.whom(desk, contact="Ann Lee")[0] == planned


def test_a_sheet_needs_a_meeting(desk):
    with pytest.raises(DeskError, match="No meeting is planned"):
        paper.sheet(desk, "")
    assert paper.whom(desk) == ("", "")


def test_the_week_has_each_day_and_what_is_open_from_before(desk, clock):
    ann = contacts.add_spoken(desk, "Ann Lee")
    held(desk, clock, ann)  # Tuesday: thanks are due on Wednesday, outreach on Thursday
    meeting.plan(desk, ann, clock.now() + timedelta(days=3), 15)
    days = paper.week(desk, date(2026, 3, 15))
    assert [day.on for day in days] == [date(2026, 3, 9) + timedelta(days=n) for n in range(7)]
    assert [(len(day.meetings), [owed.kind for owed in day.owed]) for day in days[1:5]] == [(1, []), (0, ["thank_you_call"]), (0, ["outreach"]), (1, [])]
    after = paper.week(desk, date(2026, 3, 16))
    assert after[0].on is None
    assert [owed.kind for owed in after[0].owed] == ["thank_you_call", "outreach"]
    assert not any(day.meetings or day.owed for day in after[1:])


def test_the_work_search_record_has_what_was_done_and_what_came_of_it(desk, clock):
    ann = contacts.add_spoken(desk, "Ann Lee, Northwind")
    contacts.log_touch(desk, ann, TouchKind.EMAIL, "secret")
    clock.go(3_600)
    contacts.log_touch(desk, ann, TouchKind.VOICEMAIL, "secret")
    clock.go(86_400)
    held(desk, clock, ann)
    with desk.change("Apply") as records:
        lead = records.first(Lead)
        records.add(LeadEvent(lead_id=lead.id, at=clock.now(), state=LeadState.APPLIED, text="secret"))
    made = paper.work_search(desk, date(2026, 3, 10), date(2026, 3, 11))
    assert [(a.on.day, a.full_name, a.company, a.what(), a.result()) for a in made.activities] == [
        (10, "Ann Lee", "Northwind", "E-mail", "Sent, a meeting followed"),
        (10, "Ann Lee", "Northwind", "Telephone call", "Left a message, a meeting followed"),
        (11, "Ann Lee", "Northwind", "Networking meeting", "1 referral, 1 job lead"),
        (11, "Ann Lee", "Tidewell", "Application: Night-shift supervisor", "Sent"),
    ]
    assert [a.on.day for a in paper.work_search(desk, date(2026, 3, 11), date(2026, 3, 11)).activities] == [11, 11]
    assert paper.work_search(desk, date(2026, 3, 12), date(2026, 3, 31)).activities == []
    with pytest.raises(DeskError, match="before the first"):
        paper.work_search(desk, date(2026, 3, 12), date(2026, 3, 11))


def test_a_meeting_that_became_an_interview_is_one_line_of_the_record(desk, clock):
    ann = contacts.add_spoken(desk, "Ann Lee, Northwind")
    talk = meeting.plan(desk, ann, clock.now(), 15)
    meeting.start(desk, talk)
    meeting.became_interview(desk, talk)
    clock.go(60)
    meeting.end(desk, talk)
    (line,) = paper.work_search(desk, date(2026, 3, 10), date(2026, 3, 10)).activities
    assert (line.what(), line.result()) == ("Networking meeting", "Became an interview, 1 job lead")


def test_a_confidential_company_has_no_name_in_the_record(desk, clock):
    company = target_list.add_spoken(desk, "Northwind")
    ann = contacts.add_spoken(desk, "Ann Lee, Northwind")
    contacts.log_touch(desk, ann, TouchKind.CALL)
    target_list.edit(desk, company, confidential=True)
    (line,) = paper.work_search(desk, date(2026, 3, 10), date(2026, 3, 10)).activities
    assert (line.company, line.result()) == ("Confidential", "Spoke with them")


def test_a_list_on_paper_ticks_its_check_once_and_is_no_step_of_undo(desk, listed):
    _, talk = listed
    before = desk.undo_label()
    meeting.is_ready(desk, talk, "list")
    meeting.is_ready(desk, talk, "list")
    assert desk.undo_label() == before
    assert [done for item, done in desk.lists.meeting.view(talk).readiness() if item.key == "list"] == [True]


@given(st.lists(st.tuples(st.text(max_size=8), st.sampled_from(["", "Trade", "trade", "Träde", "Energy", " ", "Food"])), max_size=40))
def test_sectors_hold_every_company_once_in_its_own_order(rows):
    made = [SharedRow(str(n), name, industry, "", False) for n, (name, industry) in enumerate(rows)]
    sectors = by_sector(made)
    flat = [row for _, rows in sectors for row in rows]
    assert sorted(flat) == sorted(made)
    assert all([int(row.id) for row in rows] == sorted(int(row.id) for row in rows) for _, rows in sectors)
    assert OTHER_SECTOR not in [name for name, _ in sectors[:-1]]


@pytest.mark.parametrize(
    ("chosen", "country", "size"), [("", "NL", "a4"), ("", "US", "letter"), ("", "us", "letter"), ("", "ZZ", "a4"), ("letter", "NL", "letter"), ("a4", "US", "a4"), ("x", "CA", "letter")]
)
def test_the_size_is_the_one_chosen_else_the_countrys(chosen, country, size):
    assert page_size(chosen, country) is PageSize(size)


@pytest.mark.parametrize(("words", "day"), [("2026-03-10", (2026, 3, 10)), ("2026/3/1", (2026, 3, 1)), ("10.03.2026", (2026, 3, 10)), (" 2026 12 31 ", (2026, 12, 31))])
def test_a_day_is_read_as_people_write_it(words, day):
    assert parse_day(words) == date(*day)


@pytest.mark.parametrize("words", ["", "03/10/2026", "2026-02-31", "tomorrow", "1 2", "0000-01-01", "99999-01-01"])
def test_a_day_that_could_be_another_is_asked_for_again(words):
    with pytest.raises(DeskError, match="2026-03-10"):
        parse_day(words)


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)))
def test_a_week_is_monday_to_sunday(day):
    monday, sunday = week_of(day)
    assert monday <= day <= sunday
    assert (monday.weekday(), (sunday - monday).days) == (0, 6)
