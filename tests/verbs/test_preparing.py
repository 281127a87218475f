"""Preparing: versions of what is said, questions of one's own, and the checks that tick themselves."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk.domain import pitch as rules
from networking_desk.domain.contacts import Role
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import CaptureKind, Meeting
from networking_desk.domain.pitch import Part, Version
from networking_desk.domain.profile import spoken_length
from networking_desk.domain.questions import BUILT_IN, Question
from networking_desk.verbs import capture, contacts, exchange, meeting, profile, questions, target_list

PITCH = (
    "I run supply chains that have to grow fast without losing their grip on cost. At Brightwater Foods I rebuilt planning for three plants, cut stock by a fifth and brought late "
    "orders under two percent. Before that I opened a packaging site from an empty hall. Now I would like to lead operations for a company that is opening or moving a site."
)


def test_a_pitch_of_64_words_takes_about_29_seconds_and_that_works_well():
    assert spoken_length(PITCH) == (64, 29)
    assert rules.advice(Part.PITCH, PITCH) == "20 to 45 seconds works well"
    assert rules.advice(Part.PITCH, "I run supply chains.").startswith("A little longer")
    assert rules.advice(Part.PITCH, PITCH * 2).startswith("Shorter works better")
    assert "roles and responsibilities" in rules.advice(Part.POSITION, "Operations lead at a company that is opening a site, near Rotterdam.")
    assert "one or two sentences" in rules.advice(Part.POSITION, "Lead. Or head. Or chief. Anything.")


@given(st.text(max_size=400), st.floats(0, 10_000), st.integers(0, 500))
def test_no_words_and_no_time_are_too_odd_for_advice(text, seconds, planned):
    for part in Part:
        assert rules.advice(part, text)
        assert str(round(seconds)) in rules.took(seconds, planned, part)


def test_every_version_is_kept_and_any_can_be_said_again(desk):
    for words in ("I run plants.", "I run supply chains.", "I run plants."):
        profile.save(desk, skills=words)
    rows = desk.lists.prepare.versions(Part.PITCH)
    assert [(row.text, row.in_use) for row in rows] == [("I run supply chains.", False), ("I run plants.", True)]
    profile.restore(desk, rows[0].id)
    assert desk.lists.meeting.profile().skills == "I run supply chains."
    assert [row.in_use for row in desk.lists.prepare.versions(Part.PITCH)] == [True, False]
    assert desk.lists.prepare.versions(Part.POSITION) == []
    while desk.undo():
        pass
    assert desk.find(Version) == []


def test_a_name_alone_makes_no_version_and_words_older_than_versions_become_one(desk):
    profile.save(desk, skills="Old words.")
    with desk.change("As before there were versions") as records:
        records.remove(records.find(Version)[0])
    profile.save(desk, full_name="Sam Doe")
    profile.save(desk, skills="New words.")
    assert [row.text for row in desk.lists.prepare.versions(Part.PITCH)] == ["New words.", "Old words."]


def test_the_time_it_took_is_kept_with_the_version(desk):
    profile.save(desk, skills=PITCH, ideal_position="Operations lead.")
    for seconds in (41.26, 33.0):
        profile.rehearsed(desk, Part.PITCH, seconds)
    profile.save(desk, skills="Shorter.")
    profile.rehearsed(desk, Part.PITCH, 2)
    assert [row.took for row in desk.lists.prepare.versions(Part.PITCH)] == [(2.0,), (41.3, 33.0)]
    assert desk.lists.prepare.versions(Part.POSITION)[0].took == ()


def test_nothing_is_rehearsed_without_words(desk):
    profile.rehearsed(desk, Part.PITCH, 10)
    assert desk.find(Version) == []


def test_the_bank_is_the_methods_until_one_writes_a_question_of_ones_own(desk):
    assert desk.lists.prepare.bank(Role.INSIDER) == list(BUILT_IN[Role.INSIDER])
    questions.add(desk, Role.INSIDER, "  Who is  new there? ")
    questions.add(desk, Role.INSIDER, "Who is new there?")
    assert desk.lists.prepare.bank(Role.INSIDER) == [*BUILT_IN[Role.INSIDER], "Who is new there?"]
    assert desk.lists.prepare.bank(Role.CONNECTOR) == list(BUILT_IN[Role.CONNECTOR])
    questions.move(desk, Role.INSIDER, 5, 0)
    questions.reword(desk, Role.INSIDER, 1, "How did you come there?")
    assert desk.lists.prepare.bank(Role.INSIDER)[:2] == ["Who is new there?", "How did you come there?"]
    questions.move(desk, Role.INSIDER, 0, -1)
    assert desk.lists.prepare.bank(Role.INSIDER)[0] == "Who is new there?"
    for _ in range(6):
        questions.remove(desk, Role.INSIDER, 0)
    assert desk.lists.prepare.bank(Role.INSIDER) == list(BUILT_IN[Role.INSIDER])
    with pytest.raises(DeskError):
        questions.add(desk, Role.INSIDER, " \n ")
    while desk.undo():
        pass
    assert desk.find(Question) == []


def test_a_meetings_questions_are_copied_in_ordered_and_taken_out(desk, clock):
    talk = meeting.plan(desk, contacts.add_spoken(desk, "Ann Lee"), clock.now())
    for words in ("One?", "Two?", "Two?", "Three?"):
        questions.ask(desk, talk, words)
    questions.move_in_meeting(desk, talk, 2, 0)
    questions.move_in_meeting(desk, talk, 2, 3)
    assert desk.get(Meeting, talk).questions == ("Three?", "One?", "Two?")
    questions.do_not_ask(desk, talk, "One?")
    assert desk.get(Meeting, talk).questions == ("Three?", "Two?")


def ready(desk, talk):
    return {item.key: done for item, done in desk.lists.meeting.view(talk).readiness()}


def test_each_check_ticks_itself_when_the_thing_is_there(desk, clock):
    ann = contacts.add_spoken(desk, "Ann Lee, VP Operations, Northwind")
    talk = meeting.plan(desk, ann, clock.now())
    assert list(ready(desk, talk).values()) == [False] * 6
    profile.save(desk, skills=PITCH)
    profile.save(desk, ideal_position="Operations lead.")
    meeting.edit(desk, talk, offer="A cost model", questions=["One?", "Two?", "Three?"])
    contacts.edit(desk, ann, notes="Built the hub from 4 to 60.")
    assert ready(desk, talk) == {"research": True, "pitch": True, "position": True, "questions": True, "list": False, "offer": True}
    meeting.is_ready(desk, talk, "list")
    meeting.is_ready(desk, talk, "list")
    assert all(ready(desk, talk).values())
    meeting.tick(desk, next(item.id for item, _ in desk.lists.meeting.view(talk).readiness() if item.key == "list"), False)
    meeting.start(desk, talk)
    capture.shown(desk, talk, [target_list.add_spoken(desk, "Kestrel Robotics")])
    assert ready(desk, talk)["list"]


@pytest.mark.parametrize("where", ["person", "company", "note on the person", "note on the company"])
def test_research_is_a_note_on_the_person_or_on_their_company(desk, clock, where):
    ann = contacts.add_spoken(desk, "Ann Lee, VP Operations, Northwind")
    talk = meeting.plan(desk, ann, clock.now())
    there = desk.lists.prepare.about(ann).company_id
    other = contacts.add_spoken(desk, "Ben Aalto, Tidewell")
    contacts.edit(desk, other, notes="Somebody else.")
    assert not ready(desk, talk)["research"]
    {
        "person": lambda: contacts.edit(desk, ann, notes="words"), "company": lambda: target_list.edit(desk, there, notes="words"),
        "note on the person": lambda: contacts.add_note(desk, ann, "words"), "note on the company": lambda: target_list.add_note(desk, there, "words"),
    }[where]()
    assert ready(desk, talk)["research"]
    assert desk.lists.meeting.view(talk).notes == 1
    about = desk.lists.prepare.about(ann)
    assert "words" in (about.notes, about.company_notes, *about.more_notes)


def test_what_was_written_in_an_earlier_talk_is_no_research_for_the_next(desk, clock):
    ann = contacts.add_spoken(desk, "Ann Lee")
    first = meeting.plan(desk, ann, clock.now())
    meeting.start(desk, first)
    capture.save(desk, first, CaptureKind.NOTE, "She runs the night shift")
    capture.save(desk, first, CaptureKind.PROMISE, "send the cost model")
    meeting.end(desk, first)
    assert not ready(desk, meeting.plan(desk, ann, clock.now()))["research"]
    about = desk.lists.prepare.about(ann)
    assert [touch.kind for touch in about.touches] == ["meeting"]
    assert [(promise.text, promise.whose, str(promise.due_on)) for promise in about.promises] == [("send the cost model", "mine", "2026-03-13")]


def test_versions_rehearsals_and_questions_go_out_and_come_back(desk, tmp_path, clock):
    from networking_desk.desk import Desk

    profile.save(desk, skills="I run plants.")
    profile.rehearsed(desk, Part.PITCH, 12)
    questions.add(desk, Role.CONNECTOR, "Who is new?")
    out = tmp_path / "out.json"
    out.write_text(exchange.export_json(desk), encoding="utf-8")
    with Desk(tmp_path / "other", clock) as other:
        exchange.import_file(other, out)
        assert json.loads(exchange.export_json(other)) == json.loads(out.read_text(encoding="utf-8"))
        assert other.lists.prepare.bank(Role.CONNECTOR)[-1] == "Who is new?"
        assert other.lists.prepare.versions(Part.PITCH)[0].took == (12.0,)
