"""Bringing in and taking out: one step each, all or nothing, and what comes out goes in again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networking_desk.desk import Desk
from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import Contact, Position
from networking_desk.domain.errors import Cancelled, DeskError
from networking_desk.domain.meetings import CaptureKind
from networking_desk.formats.incoming import Person, Reading
from networking_desk.verbs import capture, contacts, exchange, meeting, profile, target_list

HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def linkedin(path, rows):
    path.write_text("Notes:\n\"words\"\n\n" + HEAD + "".join(rows), encoding="utf-8")
    return path


@pytest.fixture
def connections(tmp_path):
    return linkedin(
        tmp_path / "Connections.csv",
        [
            'Ana,García,https://www.linkedin.com/in/ana-g,ana@acme.example,"Acme Robotics, Inc.","VP, Engineering",03 Feb 2024\n',
            "Ola,Nord,https://www.linkedin.com/in/ola-n,,Self-employed,Chef,04 Feb 2024\n",
            ",,,,,,07 Jul 2021\n",
            "ANA,GARCIA,https://www.linkedin.com/in/Ana-G,Ana@Acme.example,Acme Robotics Inc,Vice President,03 Feb 2024\n",
        ],
    )


def test_an_import_adds_joins_and_tells(desk, connections):
    target = target_list.add_spoken(desk, "ACME robotics, Robotics, Boston")
    brought = exchange.import_file(desk, connections)
    assert (brought.added, brought.updated, brought.unchanged) == (2, 0, 1)
    assert [row for row, _ in brought.refused] == [7]
    ana = next(c for c in desk.find(Contact) if c.given == "Ana")
    assert (ana.linkedin, ana.emails, str(ana.connected_on)) == ("ana-g", ("ana@acme.example",), "2024-02-03")
    assert desk.lists.companies.detail(target).people[0].full_name == "Ana García"
    ola = next(c for c in desk.find(Contact) if c.given == "Ola")
    assert desk.lists.contacts.person(ola.id).company == "Self-employed"
    assert [c.name for c in desk.find(Company)] == ["ACME robotics"]


def test_the_same_file_again_changes_nothing(desk, connections):
    exchange.import_file(desk, connections)
    before = exchange.export_json(desk)
    again = exchange.import_file(desk, connections)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 3)
    assert json.loads(exchange.export_json(desk)) == json.loads(before)


def test_one_undo_takes_the_whole_import_back_and_redo_brings_it_again(desk, connections):
    contacts.add_spoken(desk, "Ben Aalto")
    exchange.import_file(desk, connections)
    assert desk.undo() == "Import Connections.csv"
    assert [c.full_name for c in desk.find(Contact)] == ["Ben Aalto"]
    assert desk.find(Company) == []
    assert desk.redo() == "Import Connections.csv"
    assert desk.lists.contacts.found("ana acme").total == 1


def test_a_known_contact_is_filled_up_and_never_overwritten(desk, connections):
    known = contacts.add_spoken(desk, "Ana Garcia, Boss, Other Place, ana@acme.example")
    brought = exchange.import_file(desk, connections)
    assert (brought.added, brought.updated) == (1, 1)
    ana = desk.get(Contact, known)
    assert (ana.full_name, ana.linkedin) == ("Ana Garcia", "ana-g")
    assert desk.lists.contacts.person(known).company == "Other Place"


def test_one_address_under_two_names_is_two_people(desk):
    people = [Person(1, "Ann Lee", emails=("office.team@x.example",)), Person(2, "Ben Aalto", emails=("office.team@x.example",)), Person(3, "Cara", emails=("info@x.example",)), Person(4, "Cara", emails=("info@x.example",), company="Y")]
    assert exchange.bring_in(desk, Reading("csv", people), "x.csv").added == 4


def test_a_dry_run_keeps_nothing(desk, connections):
    assert exchange.import_file(desk, connections, dry_run=True).added == 2
    assert desk.find(Contact) == []
    assert desk.undo() is None


@pytest.mark.parametrize("stop_at", [0, 1, 2])
def test_cancelled_at_any_place_nothing_is_kept(desk, stop_at):
    people = [Person(n, f"Person {n}", company=f"Company {n % 9}") for n in range(1_200)]
    calls = []
    with pytest.raises(Cancelled):
        exchange.bring_in(desk, Reading("csv", people), "x.csv", progress=lambda done, total: calls.append(done) or len(calls) <= stop_at)
    assert desk.find(Contact) == [] and desk.find(Company) == [] and desk.find(Position) == []
    assert desk.lists.contacts.found("person").total == 0
    assert exchange.bring_in(desk, Reading("csv", people), "x.csv").added == 1_200


@given(st.lists(st.builds(Person, st.integers(2, 99), st.sampled_from(["Ann Lee", "ann  lee", "Ben Aalto", "Åse"]), company=st.sampled_from(["", "X Inc", "x", "Self-employed"]), emails=st.lists(st.sampled_from(["a@x.example", "A@X.example", "b@x.example"]), max_size=2).map(tuple), linkedin=st.sampled_from(["", "", "ann", "ANN"])), max_size=12))
def test_whatever_comes_in_comes_in_once(tmp_path_factory, people):
    with Desk(tmp_path_factory.mktemp("desk")) as desk:
        first = exchange.bring_in(desk, Reading("csv", people), "x.csv")
        count = len(desk.find(Contact))
        assert first.added == count
        assert first.added + first.updated + first.unchanged == len(people)
        second = exchange.bring_in(desk, Reading("csv", people), "x.csv")
        assert second.added == 0
        assert desk.check() == []


@pytest.fixture
def full(desk):
    profile.save(desk, full_name="Robin", skills="Words\nin lines")
    ann = contacts.add_spoken(desk, "Ann Lee, VP Operations, Northwind, ann@northwind.example, +31 10 555 01 42")
    contacts.edit(desk, ann, tags=("a", "b"), notes="=1+1\n'quoted'")
    target_list.add_spoken(desk, "Kestrel Robotics, Robotics, Eindhoven")
    talk = meeting.plan(desk, ann, desk.clock.now(), 20)
    meeting.start(desk, talk)
    for kind in CaptureKind:
        capture.save(desk, talk, kind, f"Something {kind}, Tidewell")
    meeting.end(desk, talk)
    meeting.finish(desk, talk)
    return desk


def test_an_export_goes_into_an_empty_desk_and_comes_out_the_same(full, tmp_path):
    out = tmp_path / "all.json"
    text = exchange.export_json(full)
    out.write_text(text, encoding="utf-8")
    with Desk(tmp_path / "other", full.clock) as other:
        exchange.import_file(other, out)
        assert exchange.export_json(other) == text
        assert other.check() == []
        assert other.lists.contacts.found("north").total == 1
        with pytest.raises(DeskError, match="not empty"):
            exchange.import_file(other, out)
        other.undo()
        assert other.find(Contact) == []


def test_the_export_has_the_lists_and_the_names_of_the_product(full):
    data = json.loads(exchange.export_json(full))
    assert (data["format"], data["version"]) == ("networking-desk", 1)
    wanted = "profile contacts companies positions referrals referral_events meetings stages checklist_items showings leads lead_events promises notes touches follow_ups tags templates settings"
    assert set(wanted.split()) <= set(data)
    assert {"full_name", "given", "family", "emails", "phones", "linkedin", "place", "role", "tags", "notes", "id"} <= set(data["contacts"][0])
    assert {"contact_id", "company_id", "title", "from", "to"} <= set(data["positions"][0])
    assert {"contact_id", "state", "planned_at", "planned_minutes", "channel", "started_at", "ended_at", "granted_minutes", "became_interview_at"} <= set(data["meetings"][0])
    assert {"contact_id", "kind", "due_on", "state", "reason"} <= set(data["follow_ups"][0])
    referral = data["referrals"][0]
    assert referral["introducer_id"] == data["meetings"][0]["contact_id"]


@pytest.mark.parametrize("break_it", [lambda d: d.update(version=2), lambda d: d.update(format="other"), lambda d: d["contacts"][0].update(full_name=7), lambda d: d.update(contacts={}), lambda d: d["meetings"][0].update(state="asleep")])
def test_a_broken_or_newer_export_is_refused_and_nothing_is_kept(full, tmp_path, break_it):
    data = json.loads(exchange.export_json(full))
    break_it(data)
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    with Desk(tmp_path / "other") as other:
        with pytest.raises(DeskError):
            exchange.import_file(other, path)
        assert other.find(Contact) == []


def test_the_csv_comes_back(full, tmp_path):
    path = tmp_path / "contacts.csv"
    path.write_bytes(exchange.export_csv(full))
    with Desk(tmp_path / "other") as other:
        exchange.import_file(other, path)
        mine, theirs = ({c.full_name: (c.emails, c.phones, c.tags, c.notes) for c in d.find(Contact)} for d in (full, other))
        assert mine == theirs
