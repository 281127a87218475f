"""The walk: likeliest first, each with its reason, nothing lost and nothing twice."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from networking_desk.domain.meetings import Answer
from networking_desk.domain.target_list import Before, Knower, Listed, Why, walk

AT = datetime(2026, 3, 10, tzinfo=UTC)
LIST = [
    Listed("plain", "Robotics", "Eindhoven"), Listed("place", "Energy", "Rotterdam"), Listed("trade", "Logistics", "Hamburg"), Listed("both", "Logistics and shipping", "Rotterdam"),
    Listed("worked", "Dairy", "Zwolle"), Listed("asked", "Medical", "Leiden"), Listed("shown", "Logistics", "Rotterdam"),
]  # fmt: skip


def test_the_likeliest_comes_first_and_says_why():
    knower = Knower("Rotterdam, Netherlands", "Logistics", frozenset({"worked"}), {"asked": Before(Answer.WILL_ASK, AT), "shown": Before(Answer.NOBODY, AT)})
    assert walk(LIST, knower) == [
        ("asked", Why.WILL_ASK), ("worked", Why.WORKED_THERE), ("both", Why.INDUSTRY_AND_PLACE), ("trade", Why.INDUSTRY), ("place", Why.PLACE), ("plain", Why.NONE), ("shown", Why.SHOWN),
    ]  # fmt: skip


def test_nothing_known_leaves_the_users_own_order():
    assert [i for i, _ in walk(LIST, Knower())] == [one.id for one in LIST]


WORDS = st.sampled_from(["", "Energy", "Energy storage", "Logistics", "Rotterdam", "Rotterdam, NL", "Leiden"])


@given(st.lists(st.tuples(WORDS, WORDS), max_size=20), WORDS, WORDS, st.sets(st.integers(0, 19)), st.dictionaries(st.integers(0, 19), st.sampled_from([None, *Answer])))
def test_every_company_is_walked_once_and_among_equals_the_order_stays(trades, place, industry, worked, shown):
    listed = [Listed(str(n), trade, at) for n, (trade, at) in enumerate(trades)]
    knower = Knower(place, industry, frozenset(map(str, worked)), {str(n): Before(answer, AT) for n, answer in shown.items()})
    walked = walk(listed, knower)
    assert sorted(i for i, _ in walked) == sorted(one.id for one in listed)
    for why in Why:
        same = [int(i) for i, reason in walked if reason is why]
        assert same == sorted(same)
    assert [reason for _, reason in walked] == sorted((reason for _, reason in walked), key=list(Why).index)
