"""The agenda's clock: overruns take from the stages to come and never from a protected one."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk.domain import agenda, presets
from networking_desk.domain.meetings import CaptureKind, Meeting

START = datetime(2026, 3, 10, 14, 0, tzinfo=UTC)


METHOD = {15: presets.METHOD_15, 20: presets.METHOD_20}


def meeting(**kwargs):
    return Meeting(contact_id="c", started_at=START, **({"stage_position": 0} | kwargs))


def pace(seconds, length=20, **kwargs):
    held = meeting(planned_minutes=length, **kwargs)
    return agenda.pace(held, presets.stages_for(held.id, METHOD[length]), START + timedelta(seconds=seconds))


@pytest.mark.parametrize(("length", "minutes"), [(20, [3, 2, 3, 6, 3, 3]), (15, [2, 2, 2, 5, 2, 2])])
def test_the_presets_have_the_methods_minutes(length, minutes):
    assert [s.minutes for s in METHOD[length].stages] == minutes
    assert [s.protected for s in METHOD[length].stages] == [False, False, False, True, True, True]


def test_the_books_agendas_take_20_minutes_too():
    assert [(a.name, a.minutes, [s.minutes for s in a.stages]) for a in presets.BUILT_IN[2:]] == [("20-minute meeting", 20, [3, 1, 14, 2]), ("TIARA", 20, [4, 4, 4, 5, 3])]


@given(st.sampled_from(presets.BUILT_IN), st.integers(6, 120))
def test_any_length_is_shared_out_whole_and_every_stage_has_a_minute(preset, length):
    shares = [s.minutes for s in presets.resized(preset, length).stages]
    assert sum(shares) == length
    assert min(shares) >= 1


def test_an_overrun_takes_from_the_next_unprotected_stage_first():
    late = pace(240)  # one minute over the first stage's three
    assert [s.left for s in late.stages] == [0, 60, 180, 360, 180, 180]
    assert late.behind == 60


def test_when_only_protected_minutes_are_left_it_says_go_to_the_list():
    assert not pace(479).go_to_list
    assert pace(480).go_to_list
    assert [s.left for s in pace(480).stages][3:] == [360, 180, 180]


def test_on_the_list_nobody_is_sent_there():
    assert not pace(700, stage_position=3).go_to_list


@pytest.mark.parametrize(("seconds", "words"), [(0, "20 of 20 minutes left"), (479, "13 of 20 minutes left"), (480, "12 of 20 minutes left"), (1141, "1 of 20 minutes left"), (1320, "2 minutes over"), (1201, "1 minute over")])
def test_the_ring_says_whole_minutes_rounded_up(seconds, words):
    assert agenda.time_left(pace(seconds)) == words


@pytest.mark.parametrize(("length", "seconds", "tone"), [(20, 899, "calm"), (20, 900, "closing"), (20, 1200, "over"), (15, 659, "calm"), (15, 660, "closing"), (15, 900, "over")])
def test_the_tone_shifts_at_15_of_20_and_at_11_of_15(length, seconds, tone):
    assert pace(seconds, length).tone == tone


def test_granted_minutes_are_added_and_a_pause_is_left_out():
    assert pace(600, granted_minutes=5).left == 900
    assert pace(600, paused_seconds=120.0).elapsed == 480
    assert pace(600, paused_at=START + timedelta(seconds=300)).elapsed == 300


@given(st.floats(-1e6, 1e6), st.integers(0, 5), st.lists(st.floats(0, 2000), min_size=6, max_size=6), st.integers(0, 15))
def test_no_clock_makes_it_negative_and_no_protected_stage_loses_a_second(seconds, position, spent, granted):
    held = meeting(stage_position=position, granted_minutes=granted)
    stages = [agenda.Stage(**{**vars(s), "spent_seconds": t}) for s, t in zip(presets.stages_for(held.id, presets.METHOD_20), spent, strict=True)]
    at = agenda.pace(held, stages, START + timedelta(seconds=seconds))
    assert at.elapsed >= 0
    assert at.behind >= 0
    assert all(s.left >= 0 and s.spent >= 0 for s in at.stages)
    for stage, share in zip(stages, at.stages, strict=True):
        if stage.protected and stage.position > position:
            assert share.left == max(0.0, 60.0 * stage.planned_minutes - stage.spent_seconds)
    kept = sum(s.left for stage, s in zip(stages, at.stages, strict=True) if stage.protected)
    free = sum(s.left for stage, s in zip(stages, at.stages, strict=True) if not stage.protected)
    assert free <= max(0.0, at.left - kept) + 1e-6
    assert at.ahead == pytest.approx(max(0.0, at.left - sum(s.left for s in at.stages)), abs=1e-6)


@given(
    st.lists(st.tuples(st.integers(1, 30), st.booleans()), min_size=1, max_size=12),
    st.lists(st.tuples(st.floats(0, 3000), st.integers(0, 11)), max_size=20),
    st.integers(0, 15),
)
def test_walked_in_any_order_no_agenda_promises_more_than_is_left_and_no_protected_stage_loses_a_second(plan, visits, granted):
    """Stages visited in any order for any time, as the verbs count them."""
    plans = tuple(presets.StagePlan(f"s{i}", "", m, p, CaptureKind.NOTE, "", "") for i, (m, p) in enumerate(plan))
    stages = presets.stages_for("m", presets.Agenda("k", "n", plans))
    held, elapsed = meeting(granted_minutes=granted), 0.0
    for seconds, to in visits:
        elapsed += seconds
        at = agenda.pace(held, stages, START + timedelta(seconds=elapsed))
        assert sum(s.spent for s in at.stages) == pytest.approx(elapsed, abs=1e-3)
        kept = sum(s.left for stage, s in zip(stages, at.stages, strict=True) if stage.protected)
        assert sum(s.left for s in at.stages) <= max(max(0.0, at.left), kept) + 1e-6
        for stage, share in zip(stages, at.stages, strict=True):
            if stage.protected and stage.position >= at.current:
                assert share.left == pytest.approx(max(0.0, share.planned - share.spent))
        here = stages[at.current]
        stages = [dataclasses.replace(s, spent_seconds=at.stages[s.position].spent) if s is here else s for s in stages]
        held = dataclasses.replace(held, stage_position=to % len(stages))


def test_once_it_became_an_interview_the_agenda_stands_still():
    held = meeting(stage_position=1, became_interview_at=START + timedelta(seconds=300))
    stages = [dataclasses.replace(s, spent_seconds=t) for s, t in zip(presets.stages_for("m", presets.METHOD_20), [180, 120, 0, 0, 0, 0], strict=True)]
    early, late = (agenda.pace(held, stages, START + timedelta(seconds=s)) for s in (300, 3000))
    assert early.stages == late.stages
    assert (late.tone, late.behind, late.go_to_list) == ("interview", 0, False)
    assert agenda.time_left(late) == "Interview, 50 minutes"


def test_a_habit_is_said_after_three_meetings_and_not_before():
    spent = [("Skills and abilities", 180.0, 280.0), ("Skills and abilities", 180.0, 260.0), ("Ideal position", 120.0, 121.0)]
    assert agenda.habits(spent) == []
    (habit,) = agenda.habits([*spent, ("Skills and abilities", 180.0, 300.0), ("Ideal position", 120.0, 119.0), ("Ideal position", 120.0, 125.0)])
    assert (habit.stage, habit.over, habit.meetings) == ("Skills and abilities", 100.0, 3)
