"""Priorities that are proposed, and names that may mean the same company: rules that hold for every list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk.domain.likeness import inside_each_other
from networking_desk.domain.names import company_key
from networking_desk.domain.priorities import GLAD, LITTLE, MOST, UNSAID, Standing, proposed, ranked

NUMBERS = st.integers(0, 5)
STANDINGS = st.lists(st.builds(Standing, st.uuids().map(str), st.integers(0, 3), NUMBERS, NUMBERS), max_size=30)


@pytest.mark.parametrize(
    ("motivation", "inside", "openings", "letter"),
    [
        (MOST, 0, 0, "A"), (MOST, 3, 2, "A"), (GLAD, 0, 0, "B"), (GLAD, 9, 0, "B"), (GLAD, 0, 9, "B"), (GLAD, 1, 1, "A"), (LITTLE, 0, 0, "C"), (LITTLE, 5, 0, "C"), (LITTLE, 1, 1, "B"),
        (UNSAID, 0, 0, "B"), (UNSAID, 2, 1, "A"),
    ],
)  # fmt: skip
def test_what_is_proposed(motivation, inside, openings, letter):
    assert proposed(motivation, inside, openings) == letter


@given(st.integers(1, 3), NUMBERS, NUMBERS, st.integers(1, 3), st.integers(0, 9), st.integers(0, 9))
def test_more_of_anything_never_lowers_a_priority(motivation, inside, openings, more, people, heard):
    assert proposed(max(motivation, more), inside + people, openings + heard) <= proposed(motivation, inside, openings)


@given(STANDINGS)
def test_the_order_is_by_letter_then_motivation_people_and_openings_and_equals_stay(standings):
    order = ranked(standings)
    by_id = {one.id: one for one in standings}
    assert sorted(found for found, _ in order) == sorted(by_id)
    keys = [(letter, -(by_id[found].motivation or GLAD), -by_id[found].inside, -by_id[found].openings) for found, letter in order]
    assert keys == sorted(keys)
    assert all(letter == proposed(*by_id[found][1:]) for found, letter in order)
    places = {one.id: place for place, one in enumerate(standings)}
    for (one, _), (other, _), key, next_key in zip(order, order[1:], keys, keys[1:], strict=False):
        assert key != next_key or places[one] < places[other]
    again = ranked([by_id[found] for found, _ in order])
    assert again == order  # ranking what is ranked changes nothing


@pytest.mark.parametrize(
    ("target", "other", "alike"),
    [
        ("Nordwind", "Nordwind Freight GmbH", True), ("Nordwind Freight", "Nordwind", True), ("Kestrel Robotics", "Kestrel Robotics B.V.", True), ("Nordwind", "Südwind", False),
        ("Nordwind", "The Nordwind Group", False), ("Freight", "Nordwind Freight", False), ("AB", "AB Dynamics", False), ("Ærø Marine", "Aero Marine Services", True),
    ],
)  # fmt: skip
def test_a_name_that_begins_another_may_be_it(target, other, alike):
    assert inside_each_other({"t": company_key(target)}, {"o": company_key(other)}) == ([("t", "o")] if alike else [])


def test_words_that_many_companies_have_tell_nothing():
    others = {str(n): f"global {word}" for n, word in enumerate(["foods", "works", "freight", "paper", "steel", "glass", "bikes", "farms", "ships", "mills", "rails", "boats", "tools", "toys"])}
    assert inside_each_other({"t": "global"}, others) == []
    assert inside_each_other({"t": "global steel"}, others | {"more": "global steel nederland"}) == [("t", "more")]


@given(st.lists(st.text(max_size=12), max_size=12), st.lists(st.text(max_size=12), max_size=12))
def test_a_pair_is_never_equal_and_always_shares_its_first_word(targets, others):
    keys = [{str(n): company_key(name) for n, name in enumerate(names)} for names in (targets, others)]
    for target, other in inside_each_other(*keys):
        mine, theirs = keys[0][target].split(), keys[1][other].split()
        assert mine != theirs
        assert mine[0] == theirs[0]
