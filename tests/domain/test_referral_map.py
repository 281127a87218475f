"""The referral map: everybody once, nobody upon anybody else, circles and joins included; the list tells the same chains."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from networking_desk.domain.leads import LeadState
from networking_desk.domain.referral_map import MOST_COLUMNS, Opening, Somebody, drawn

PEOPLE = [Somebody(one, one.upper(), "") for one in "abcdefgh"]
WHO = st.sampled_from("abcdefgh")


def test_a_chain_to_an_interview_stands_in_columns_and_is_the_best_way():
    made = drawn(PEOPLE[:5], [("a", "b"), ("b", "c"), ("a", "d")], [Opening("l", "Planning lead", "Aster", "c", LeadState.INTERVIEW), Opening("m", "Buyer", "Tidewell", "d", LeadState.HEARD)])
    columns = {place.id: place.column for place in made.places}
    assert columns == {"a": 0, "e": 0, "b": 1, "d": 1, "c": 2, "l": 3, "m": 3, "l/interview": 4}
    assert made.best == {"a", "b", "c", "l", "l/interview"}
    assert [" > ".join(place.title for place in chain) for chain in made.chains] == ["A > B > C > Planning lead > Interview", "A > D > Buyer", "E"]
    rows = {place.id: place.row for place in made.places}
    assert rows["a"] == (rows["b"] + rows["d"]) / 2 and rows["l"] == rows["l/interview"] == rows["c"]


def test_only_the_ways_to_leads_can_be_shown():
    made = drawn(PEOPLE, [("a", "b"), ("a", "c"), ("d", "e")], [Opening("l", "Lead", "", "b", LeadState.OFFER)], only_to_leads=True)
    assert {place.id for place in made.places} == {"a", "b", "l", "l/offer"}


@given(st.lists(st.tuples(WHO, WHO), max_size=30), st.lists(st.tuples(WHO, st.sampled_from(list(LeadState))), max_size=5), st.booleans())
def test_everybody_is_there_once_and_nobody_upon_anybody_whatever_the_circles(introductions, leads, only):
    openings = [Opening(f"lead{n}", "Lead", "", who, state) for n, (who, state) in enumerate(leads)]
    made = drawn(PEOPLE, introductions, openings, only_to_leads=only)
    ids = [place.id for place in made.places]
    assert len(ids) == len(set(ids))
    if not only:
        assert {one.id for one in PEOPLE} <= set(ids)
    by_column: dict[int, list[float]] = {}
    for place in made.places:
        by_column.setdefault(place.column, []).append(place.row)
        assert place.row >= 0 and place.column < MOST_COLUMNS + 2
    for rows in by_column.values():
        rows.sort()
        assert all(later - earlier > 0.99 for earlier, later in zip(rows, rows[1:], strict=False))
    assert all(one in ids and other in ids for one, other in made.edges)
    assert made.best <= set(ids)
    assert {place.id for chain in made.chains for place in chain} == set(ids)
    wanted = {(a, b) for a, b in introductions if a != b}
    if not only:
        assert wanted <= set(made.edges)


def test_a_long_chain_does_not_run_out_of_stack():
    people = [Somebody(str(n), str(n), "") for n in range(3_000)]
    made = drawn(people, [(str(n), str(n + 1)) for n in range(2_999)], [])
    assert len(made.places) == 3_000 and len(made.chains) == 1
