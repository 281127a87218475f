"""Undo and redo over everything, as often as one likes, and after a restart too."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from conftest import StandingClock
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from networking_desk.desk import Desk
from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import Contact
from networking_desk.domain.meetings import Answer, CaptureKind, Meeting, MeetingState
from networking_desk.domain.referrals import Mode, Permission, Referral
from networking_desk.formats.incoming import Organisation, Person, Reading
from networking_desk.storage import tables
from networking_desk.verbs import capture, contacts, exchange, follow_up, joining, meeting, profile, referrals, target_list, trash

NAMES = st.sampled_from(["Ann Lee", "Ben Aalto", "Cara Diaz", "Émile Brûlé", "佐藤 花子"])
PLACES = st.sampled_from(["Northwind", "Kestrel Robotics, Inc.", "Tidewell"])


def dump(desk: Desk) -> dict[str, list[tuple]]:
    """Everything that is kept, but for the times of change and the undo itself."""
    told = {}
    for table in tables.ALL:
        name = table._meta.table_name
        told[name] = sorted(desk._conn.execute(f"SELECT * FROM {name}").fetchall())
    told["search"] = sorted(desk._conn.execute("SELECT rowid, words FROM contact_search").fetchall())
    told["keys"] = sorted(desk._conn.execute('SELECT "key", n FROM contact_key').fetchall())
    return told


class EverythingCanBeTakenBack(RuleBasedStateMachine):
    """Random verbs; the desk before each is remembered and must come back exactly."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = StandingClock()
        self.desk = Desk(self.folder / "desk", self.clock)
        self.states = [dump(self.desk)]

    def teardown(self) -> None:
        for before in reversed(self.states[:-1]):
            assert self.desk.undo() is not None
            assert dump(self.desk) == before
        assert self.desk.undo() is None
        for after in self.states[1:]:
            assert self.desk.redo() is not None
            assert dump(self.desk) == after
        assert self.desk.check() == []
        self.desk.close()
        shutil.rmtree(self.folder)

    def done(self) -> None:
        self.clock.go(7)
        now = dump(self.desk)
        if self.desk._conn.execute("SELECT count(*) FROM undo_step WHERE undone = 0").fetchone()[0] == len(self.states):
            self.states.append(now)
        else:
            assert now == self.states[-1], "something changed without a step of undo"

    def any(self, kind):
        return self.desk.find(kind)

    @rule(name=NAMES, place=PLACES)
    def add_contact(self, name, place):
        contacts.add_spoken(self.desk, f"{name}, {place}")
        self.done()

    @rule(name=PLACES)
    def add_company(self, name):
        target_list.add_spoken(self.desk, name.split(",")[0])
        self.done()

    @rule(pick=st.integers(0, 9), name=NAMES, tags=st.lists(st.sampled_from("abc"), unique=True))
    def edit_contact(self, pick, name, tags):
        if people := self.any(Contact):
            contacts.edit(self.desk, people[pick % len(people)].id, full_name=name, tags=tuple(tags), emails=(f"{pick}@x.example",))
            self.done()

    @rule(pick=st.integers(0, 9), place=PLACES, new=st.booleans())
    def move_contact(self, pick, place, new):
        if people := self.any(Contact):
            contacts.set_position(self.desk, people[pick % len(people)].id, place, "Director", new_job=new)
            self.done()

    @rule(pick=st.integers(0, 9))
    def delete_contact(self, pick):
        if people := self.any(Contact):
            contacts.remove(self.desk, [people[pick % len(people)].id])
            self.done()

    @rule(pick=st.integers(0, 9), name=st.sampled_from(["Renamed", "Kestrel"]))
    def rename_company(self, pick, name):
        if found := self.any(Company):
            target_list.edit(self.desk, found[pick % len(found)].id, name=name, priority="A")
            self.done()

    @rule(pick=st.integers(0, 9), wanted=st.integers(0, 3))
    def want_and_rank(self, pick, wanted):
        if found := self.any(Company):
            target_list.put_on(self.desk, [found[pick % len(found)].id])
            self.done()
            target_list.want(self.desk, found[pick % len(found)].id, wanted)
            self.done()
            target_list.accept_order(self.desk)
            self.done()

    @rule(apart=st.booleans())
    def join_or_keep_apart(self, apart):
        if found := joining.matches(self.desk):
            if apart:
                joining.keep_apart(self.desk, found[-1])
            else:
                joining.join(self.desk, found)
            self.done()

    @rule(pick=st.integers(0, 9))
    def delete_company(self, pick):
        if found := self.any(Company):
            target_list.remove(self.desk, found[pick % len(found)].id)
            self.done()

    @rule(pick=st.integers(0, 9))
    def hold_a_meeting(self, pick):
        people = self.any(Contact)
        if not people or self.desk.find(Meeting, state=MeetingState.LIVE):
            return
        person = people[pick % len(people)]
        named = f"Person {pick + 10 * (person.full_name == f'Person {pick}')}"  # nobody refers you to themselves
        talk = meeting.plan(self.desk, person.id, self.clock.now(), 15)
        self.done()
        meeting.start(self.desk, talk)
        self.done()
        for kind, words in (("referral", f"{named}, Tidewell"), ("company", "Greenlock"), ("lead", "Planner, Northwind"), ("note", "x"), ("promise", "call")):
            capture.save(self.desk, talk, CaptureKind(kind), words)
            self.done()
        if companies := self.any(Company):
            capture.answer(self.desk, talk, companies[0].id, Answer.NOBODY)
            self.done()
        meeting.go_to_stage(self.desk, talk, 3)
        self.done()
        meeting.end(self.desk, talk)
        self.done()

    @rule(pick=st.integers(0, 9), days=st.integers(1, 5))
    def settle_and_do(self, pick, days):
        for owed in self.desk.lists.today.follow_ups()[:1]:
            follow_up.snooze(self.desk, owed.id, date(2026, 3, 10) + timedelta(days=days))
            self.done()
            follow_up.done(self.desk, owed.id)
            self.done()
        if found := self.any(Referral):
            referrals.settle(self.desk, found[pick % len(found)].id, Permission.YES, Mode.THEY_ASK_FIRST)
            self.done()

    @rule(count=st.integers(1, 5))
    def bring_in(self, count):
        people = [Person(n, f"Imported {n}", company="Northwind" if n % 2 else "Self-employed", title="X", emails=(f"{n}@i.example",), tags=("t",)) for n in range(count)]
        exchange.bring_in(self.desk, Reading("csv", people), "list.csv")
        self.done()
        exchange.bring_in(self.desk, Reading("target_list", [], [Organisation(2, "Northwind", priority="A"), Organisation(3, f"New {count}")]), "targets.csv")
        self.done()

    @rule()
    def write_the_profile(self):
        profile.save(self.desk, skills=f"I do {len(self.states)}")
        self.done()

    @rule()
    def put_back_from_the_trash(self):
        if deleted := self.desk.trash():
            people = {c.full_name for c in self.any(Contact)}
            if deleted[-1][1] not in people:
                trash.put_back(self.desk, deleted[-1][0])
                self.done()

    @rule()
    def undo_and_do_again(self):
        if len(self.states) > 1:
            assert self.desk.undo() is not None
            assert dump(self.desk) == self.states[-2]
            assert self.desk.redo() is not None
            assert dump(self.desk) == self.states[-1]

    @rule()
    def restart(self):
        self.desk.close()
        self.desk = Desk(self.folder / "desk", self.clock)

    @invariant()
    def nothing_refers_to_what_is_not_there(self):
        assert self.desk._conn.execute("PRAGMA foreign_key_check").fetchall() == []


EverythingCanBeTakenBack.TestCase.settings = settings(max_examples=25, stateful_step_count=14, deadline=None)
TestEverythingCanBeTakenBack = EverythingCanBeTakenBack.TestCase


def test_more_than_100_steps_are_kept(desk):
    for number in range(120):
        contacts.add_spoken(desk, f"Person {number}")
    assert sum(desk.undo() is not None for _ in range(120)) == 120
    assert desk.lists.contacts.count() == 0


def test_what_was_deleted_can_be_put_back_long_after_and_emptying_forgets_it(desk):
    ann = contacts.add_spoken(desk, "Ann Lee, Northwind")
    contacts.edit(desk, ann, notes="Keep this")
    contacts.remove(desk, [ann])
    contacts.add_spoken(desk, "Ben Aalto")
    (deleted,) = desk.trash()
    assert trash.put_back(desk, deleted[0]) == "Ann Lee is back"
    assert desk.lists.contacts.detail(ann).contact.notes == "Keep this"
    assert desk.lists.contacts.found("north").total == 1
    trash.empty(desk)
    assert desk.trash() == []


def test_a_quiet_change_is_no_step_of_undo(desk):
    contacts.add_spoken(desk, "Ann Lee")
    profile.set_option(desk, undoable=False, text_size=115)
    assert desk.undo() == "Add Ann Lee"
    assert desk.settings.text_size == 115


def test_what_is_put_back_leaves_in_the_trash_what_has_gone_since(desk):
    ann = contacts.add_spoken(desk, "Ann Lee, Northwind")
    there = desk.find(Company)[0].id
    target_list.remove(desk, there)
    contacts.remove(desk, [ann])
    (of_ann, *_), (of_company, *_) = desk.trash()
    trash.put_back(desk, of_company)
    assert [c.name for c in desk.find(Company)] == ["Northwind"] and desk.find(Contact) == []
    target_list.remove(desk, there)
    trash.put_back(desk, of_ann)
    assert desk.lists.contacts.person(ann).company == "Northwind"
    assert desk.check() == []
