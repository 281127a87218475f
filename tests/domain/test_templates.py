"""Templates as people type them: no brace of theirs reaches a letter, and what is wrong with them is said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk.domain.templates import FIELDS, GAP, fill, is_broken, unknown_fields

KNOWN = {"first": "Ann", "full_name": "Ann Lee", "lead_company": "Kestrel", "learned": "{{x}} [[y]] }}"}


@pytest.mark.parametrize("written", ["{{full_name}}", "{{full name}}", "{{ Full  Name }}", "{{full-name}}", "{{FULL NAME}}", "{{{full name}}}"])
def test_a_field_is_found_however_its_name_is_written(written):
    assert fill(f"Dear {written},", KNOWN) == "Dear Ann Lee,"
    assert fill(f"Dear[[ {written}]],", {}) == "Dear,"
    assert unknown_fields(written) == [] and not is_broken(written)


def test_every_button_of_the_dialog_types_a_field_that_there_is():
    for name in FIELDS:
        assert fill("{{" + name.replace("_", " ").capitalize() + "}}", {name: "x"}) == "x"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Dear {{}},", f"Dear {GAP},"),
        ("Dear {{first nmae}},", f"Dear {GAP},"),
        ("Dear {{first}, how are you", f"Dear {GAP}, how are you"),
        ("Dear {{first, how are you", f"Dear {GAP}, how are you"),
        ("Dear {first}}, how", f"Dear {GAP}, how"),
        ("Dear first}}, how", "Dear first, how"),
        ("Dear {{first {{first}}", f"Dear {GAP}Ann"),
        ("[[We met. Dear {{first}}", "We met. Dear Ann"),
        ("We met]]. Dear {{first}}", "We met. Dear Ann"),
        ("[[We met. [[Because of {{introducer}}]] Dear {{first}}", "We met. Dear Ann"),
        ("Say {this} and [that].", "Say {this} and [that]."),
    ],
)
def test_what_is_no_whole_field_is_a_gap_or_is_gone(written, read):
    assert fill(written, KNOWN) == read


def test_what_a_field_holds_stays_as_it_is():
    assert fill("{{learned}}", KNOWN) == KNOWN["learned"]


def test_what_is_wrong_is_said():
    assert unknown_fields("{{first}} {{ nope }} {{}} {{nope}} {{First}}") == ["nope", "{{}}"]
    for words in ("{{first}", "{first}}", "{{first", "[[a", "a]]", "[[a [[b]]"):
        assert is_broken(words), words
    for words in ("{{first}} [[a {{company}} b]]", "{this} [that]", "{{nope}}", ""):
        assert not is_broken(words), words


@given(st.text(alphabet="{}[] a\nfirst-_", max_size=60))
def test_no_pair_of_braces_reaches_a_letter(words):
    assert not re.search(r"\{\{|\}\}|\[\[|\]\]", fill(words, {"first": "Ann"}))
