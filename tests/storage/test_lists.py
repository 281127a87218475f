"""Lists: found as typed, in order, by page; whatever is typed never reaches the index's own language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk.domain.companies import STATUSES, shown_status
from networking_desk.domain.leads import Lead, LeadState
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.names import fold
from networking_desk.domain.referrals import Referral, ReferralState
from networking_desk.storage import search
from networking_desk.verbs import capture, contacts, leads, meeting, referrals, target_list


@pytest.fixture
def people(desk):
    for words in ("Ann Lee, VP Operations, Northwind", "Ben Aalto, Tidewell", "Zoë Lindqvist, Rymd AB", "Ann O'Neil, C++ developer, Ångström", "佐藤 花子, 株式会社サンプル"):
        contacts.add_spoken(desk, words)
    return desk.lists.contacts


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("ann", ["Ann Lee", "Ann O'Neil"]), ("ANN nor", ["Ann Lee"]), ("zoe", ["Zoë Lindqvist"]), ("o'neil", ["Ann O'Neil"]), ("angstrom", ["Ann O'Neil"]), ("佐", ["佐藤 花子"]),
        ("operations vp", ["Ann Lee"]), ("nobody", []), ("c++", ["Ann O'Neil"]), ("tide*", ["Ben Aalto"]), ('"ben" OR', []),
    ],
)  # fmt: skip
def test_every_word_is_found_at_the_start_of_a_word(people, words, found):
    result = people.found(words)
    assert [row.full_name for row in people.rows(result.rest())] == found
    assert result.total == len(found)


def test_no_words_find_everybody_by_name(people):
    assert [row.full_name for row in people.rows(people.found("").rest())] == ["Ann Lee", "Ann O'Neil", "Ben Aalto", "Zoë Lindqvist", "佐藤 花子"]


@given(st.text(max_size=60))
def test_whatever_is_typed_is_a_question_or_none(text):
    asked = search.query(text)
    assert bool(asked) == bool(fold(text))
    assert set(asked) - set('"* ') <= set(fold(text))


def test_the_first_page_is_the_beginning_of_all(desk):
    for number in range(150):
        contacts.add_spoken(desk, f"Person {number:03}")
    found = desk.lists.contacts.found("person")
    assert found.total == 150
    assert list(found.rest())[: len(found.first)] == list(found.first)
    assert len(found.first) == 64


def test_filters_count_what_they_show(desk, people):
    target_list.add_spoken(desk, "Tidewell, Energy, Rotterdam")
    assert desk.lists.contacts.counts() == {"all": 5, "follow_up": 0, "to_reach_out": 1, "met": 0}
    assert [r.full_name for r in people.rows(people.found("", "to_reach_out").rest())] == ["Ben Aalto"]
    assert people.found("ann", "to_reach_out").total == 0
    for which in ("all", "follow_up", "owed_update", "to_reach_out", "met", "never_met", "at_target", "decision_maker", "insider", "connector"):
        for sort in ("name", "company", "next"):
            assert len(people.ids(which, sort)) == people.found("", which, sort).total


def test_the_target_list_is_by_priority_and_by_hand(desk):
    ids = [target_list.add_spoken(desk, words) for words in ("One, B", "Two, A", "Three, A", "Four, C")]
    lists = desk.lists.companies
    names = lambda: [row.name for row in lists.rows(lists.ids())]  # noqa: E731
    assert names() == ["Two", "Three", "One", "Four"]
    target_list.move(desk, ids[2], up=True)
    assert names() == ["Three", "Two", "One", "Four"]
    target_list.move(desk, ids[1], up=False)  # past the end of its priority
    assert names() == ["Three", "Two", "One", "Four"]
    assert lists.rows(lists.ids())[1].priority == "B"
    target_list.edit(desk, ids[3], priority="A")
    assert names() == ["Three", "Four", "Two", "One"]
    assert [row.name for row in lists.rows(lists.ids("fo"))] == ["Four"]


def test_a_company_stands_where_what_has_happened_there_puts_it(desk, clock):
    kestrel = target_list.add_spoken(desk, "Kestrel Robotics, Robotics, Eindhoven")
    tide = target_list.add_spoken(desk, "Tidewell, Energy, Rotterdam")

    def status():
        lists = desk.lists.companies
        shown = [row.status for row in lists.rows(lists.ids())]
        assert shown == [lists.detail(kestrel).status, lists.detail(tide).status]
        assert len(lists.ids(which="talking")) == lists.counts()["talking"] == sum(one in ("Talking", "Interview") for one in shown)
        assert len(lists.ids(which="no_contact")) == shown.count("No contact yet")
        return shown

    assert status() == ["No contact yet", "No contact yet"]
    ann = contacts.add_spoken(desk, "Ann Lee, VP, Kestrel Robotics")
    assert status() == ["Introduced", "No contact yet"]
    talk = meeting.plan(desk, ann, clock.now(), 20)
    meeting.start(desk, talk)
    capture.save(desk, talk, CaptureKind.REFERRAL, "Ben Aalto, Tidewell")
    meeting.end(desk, talk)
    assert status() == ["Talking", "Introduced"]
    referrals.move(desk, desk.find(Referral)[0].id, ReferralState.CONTACTED)
    assert status() == ["Talking", "Introduced"]
    referrals.move(desk, desk.find(Referral)[0].id, ReferralState.ANSWERED)
    assert status() == ["Talking", "Talking"]
    leads.add(desk, "Planner, Tidewell", ann)
    leads.move(desk, desk.find(Lead)[0].id, LeadState.INTERVIEW)
    assert status() == ["Talking", "Interview"]
    leads.move(desk, desk.find(Lead)[0].id, LeadState.CLOSED)
    assert status() == ["Talking", "Talking"]
    target_list.edit(desk, kestrel, status="Closed")
    assert status() == ["Closed", "Talking"]
    target_list.edit(desk, tide, status="Interview")
    assert status() == ["Closed", "Interview"]
    while desk.undo():
        pass
    assert desk.lists.companies.ids() == []


@pytest.mark.parametrize(
    ("own", "standing", "shown"),
    [("", 0, "No contact yet"), ("", 3, "Interview"), ("Introduced", 0, "Introduced"), ("Introduced", 2, "Talking"), ("Talking", 1, "Talking"), ("Closed", 3, "Closed"), ("Favourite", 2, "Favourite")],
)  # fmt: skip
def test_the_further_of_what_was_said_and_what_has_happened_is_shown(own, standing, shown):
    assert shown_status(own, standing) == shown
    assert shown in (*STATUSES, "Favourite")
