"""The sample desk: invented people come into an empty desk only, and go again with everything of theirs and nothing else."""

from __future__ import annotations

import json

import pytest

from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import Contact, Note, Position, Touch
from networking_desk.domain.errors import DeskError
from networking_desk.domain.leads import Lead
from networking_desk.domain.meetings import CaptureKind, Meeting, MeetingState
from networking_desk.domain.pitch import Part
from networking_desk.domain.sample import is_invented
from networking_desk.verbs import capture, contacts, exchange, follow_up, meeting, profile, sample, target_list, trash


def told(desk):
    """Everything that is kept, as it would be exported."""
    data = json.loads(exchange.export_json(desk))
    return {key: value for key, value in data.items() if isinstance(value, list)}


def test_the_sample_is_a_search_in_full_swing(desk, clock):
    sample.look_around(desk)
    assert desk.lists.companies.counts()["all"] == 12
    assert desk.lists.contacts.count() == 15
    assert desk.lists.progress.counts().meetings == 1
    today = clock.today()
    owed = desk.lists.today.follow_ups()
    assert len(owed) == 5 and sum(row.due_on <= today for row in owed) == 4
    (planned,) = desk.find(Meeting, state=MeetingState.PLANNED)
    assert clock.local(planned.planned_at).date() == today
    view = desk.lists.meeting.view(planned.id)
    assert (view.person.full_name, view.referred_by) == ("Priya Raman", "Tom Okafor")
    assert [done for _, done in view.readiness()] == [True, True, True, False, False, False]
    assert desk.lists.meeting.profile().skills.startswith("I run supply chains")
    assert desk.lists.contacts.invented()
    assert desk.check() == []


def test_one_click_removes_it_and_ctrl_z_brings_it_back(desk):
    before = told(desk)
    sample.look_around(desk)
    full = told(desk)
    sample.throw_away(desk)
    assert told(desk) == before
    assert not desk.lists.contacts.invented()
    assert desk.undo() == "Throw the invented people away"
    assert told(desk) == full
    assert desk.lists.contacts.found("priya").total == 1
    desk.redo()
    assert told(desk) == before
    assert desk.check() == []
    (thrown,) = desk.trash()
    trash.put_back(desk, thrown[0])
    assert desk.lists.contacts.count() == 15


def test_it_survives_a_restart(desk, tmp_path, clock):
    from networking_desk.desk import Desk

    with Desk(tmp_path / "other", clock) as other:
        sample.look_around(other)
    with Desk(tmp_path / "other", clock) as again:
        assert again.lists.contacts.invented()
        sample.throw_away(again)
        assert told(again)["contacts"] == []


@pytest.mark.parametrize("own", [lambda d: contacts.add_spoken(d, "Ann Lee"), lambda d: target_list.add_spoken(d, "Northwind")])
def test_it_never_comes_among_ones_own(desk, own):
    own(desk)
    before = told(desk)
    with pytest.raises(DeskError, match="of your own here"):
        sample.look_around(desk)
    assert told(desk) == before


def test_whoever_played_with_it_loses_nothing_of_their_own_and_keeps_nothing_of_it(desk, clock):
    profile.save(desk, skills="I bake bread.", full_name="Sam Doe")
    sample.look_around(desk)
    assert desk.lists.meeting.profile().skills == "I bake bread."
    priya = next(c.id for c in desk.find(Contact) if c.full_name == "Priya Raman")
    contacts.edit(desk, priya, notes="mine", full_name="Priya R.")
    contacts.log_touch(desk, priya, contacts.TouchKind.CALL)
    contacts.add_note(desk, priya, "a note on somebody who is not there")
    talk = desk.find(Meeting, state=MeetingState.PLANNED)[0].id
    meeting.start(desk, talk)
    capture.save(desk, talk, CaptureKind.REFERRAL, "Ben Aalto, Kestrel Robotics")
    capture.save(desk, talk, CaptureKind.COMPANY, "Greenfield Foods")
    capture.save(desk, talk, CaptureKind.LEAD, "Planner, Tidewell Energy")
    capture.save(desk, talk, CaptureKind.NOTE, "She likes figures")
    meeting.end(desk, talk)
    for owed in desk.lists.today.follow_ups():
        follow_up.done(desk, owed.id)
    ann = contacts.add_spoken(desk, "Ann Lee, VP Operations, Halden Logistics")
    own_talk = meeting.plan(desk, ann, clock.now())
    target_list.add_spoken(desk, "Northwind, Trade, Boston")
    profile.save(desk, ideal_position="Head baker.")
    sample.throw_away(desk)
    assert desk.check() == []
    assert [c.full_name for c in desk.find(Contact)] == ["Ben Aalto", "Ann Lee"]
    assert {c.name: c.target for c in desk.find(Company)} == {"Greenfield Foods": True, "Northwind": True, "Halden Logistics": False, "Kestrel Robotics": False, "Tidewell Energy": False}
    assert desk.lists.contacts.person(ann).company == "Halden Logistics"
    assert [m.id for m in desk.find(Meeting)] == [own_talk]
    assert [lead.title for lead in desk.find(Lead)] == ["Planner"]
    assert {t.contact_id for t in desk.find(Touch)} <= {c.id for c in desk.find(Contact)} and desk.find(Note) == []
    kept = desk.lists.meeting.profile()
    assert (kept.full_name, kept.skills, kept.ideal_position) == ("Sam Doe", "I bake bread.", "Head baker.")
    assert [v.text for v in desk.lists.prepare.versions(Part.POSITION)] == ["Head baker."]
    assert not any(is_invented(record["id"]) for rows in told(desk).values() for record in rows)
    assert desk.lists.contacts.found("kestrel").total == 1
    while desk.undo():
        pass
    assert told(desk)["contacts"] == []


def test_an_import_clears_the_invented_people_away_and_one_undo_brings_both_back_to_where_they_were(desk, tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text("First Name,Last Name,URL,Email Address,Company,Position,Connected On\nPriya,Raman,,,Halden Logistics,Director,03 Feb 2024\n", encoding="utf-8")
    sample.look_around(desk)
    full = told(desk)
    assert exchange.import_file(desk, path, dry_run=True).added == 1
    assert told(desk) == full
    assert exchange.import_file(desk, path).added == 1
    (priya,) = desk.find(Contact)
    assert not is_invented(priya.id) and not priya.emails
    assert [is_invented(p.company_id) for p in desk.find(Position)] == [False]
    desk.undo()
    assert told(desk) == full


def test_a_whole_desk_comes_in_over_the_invented_people(desk, tmp_path, clock):
    from networking_desk.desk import Desk

    out = tmp_path / "out.json"
    with Desk(tmp_path / "other", clock) as other:
        contacts.add_spoken(other, "Ann Lee, Northwind")
        profile.save(other, skills="I run plants.")
        out.write_text(exchange.export_json(other), encoding="utf-8")
    sample.look_around(desk)
    exchange.import_file(desk, out)
    assert [c.full_name for c in desk.find(Contact)] == ["Ann Lee"]
    assert json.loads(exchange.export_json(desk)) | {"exported_at": ""} == json.loads(out.read_text(encoding="utf-8")) | {"exported_at": ""}


@pytest.mark.parametrize(("hour", "expected"), [(9, "2026-03-10 14:00"), (15, "2026-03-11 10:00"), (23, "2026-03-11 10:00")])
def test_the_next_meeting_is_always_ahead(desk, clock, hour, expected):
    clock.go((hour - 9) * 3600)
    sample.look_around(desk)
    (planned,) = desk.find(Meeting, state=MeetingState.PLANNED)
    assert planned.planned_at.strftime("%Y-%m-%d %H:%M") == expected
