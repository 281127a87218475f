"""What is typed into the search over everything: other names for a networking meeting are understood and taken out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk import paths
from networking_desk.domain.finding import begins_each, without_phrases
from networking_desk.domain.names import fold

PHRASES = [fold(phrase).split() for phrase in json.loads((paths.resource_root() / "search" / "en.json").read_text(encoding="utf-8"))["meetings"]]


@pytest.mark.parametrize(
    ("typed", "left", "found"),
    [
        ("informational interview", "", True), ("Informational", "", True), ("info", "", True), ("inf", "inf", False), ("coffee chat", "", True), ("coffee", "", True),
        ("coffee ch", "", True), ("coffee chat priya", "priya", True), ("priya coffee chat", "priya", True), ("networking meeting with ann", "with ann", True), ("ann lee", "ann lee", False),
        ("chat", "chat", False), ("coffeeshop", "coffeeshop", False), ("netw", "", True), ("interview", "interview", False), ("", "", False),
    ],
)  # fmt: skip
def test_other_words_for_a_networking_meeting_are_understood(typed, left, found):
    assert without_phrases(fold(typed).split(), PHRASES) == (left.split(), found)


@given(st.lists(st.sampled_from(["coffee", "chat", "informational", "interview", "ann", "lee", "c", "networking", "meeting", ""]), max_size=8))
def test_nothing_is_made_up_and_what_is_left_holds_no_phrase(words):
    words = [word for word in words if word]
    left, found = without_phrases(words, PHRASES)
    assert found == (len(left) < len(words))
    rest = iter(words)
    assert all(word in rest for word in left), "the order of what is left is that of what was typed"
    assert without_phrases(left, PHRASES) == (left, False)


def test_each_word_begins_one():
    assert begins_each(["dar", "the"], ["dark", "theme"])
    assert not begins_each(["dar", "x"], ["dark", "theme"])
    assert begins_each([], [])
