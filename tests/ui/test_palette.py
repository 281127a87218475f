"""The search over everything, by keyboard: what it finds, what it opens, what it says."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from networking_desk import paths
from networking_desk.ui.commands import COMMANDS
from networking_desk.ui.palette.dialog import PaletteDialog
from networking_desk.ui.palette.results import found
from networking_desk.verbs import contacts, meeting, sample, target_list


@pytest.fixture
def palette(window, desk):
    """The sample desk with the search open over it."""
    sample.look_around(desk)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    made = window.findChild(PaletteDialog)
    while made._reading.isActive():
        QApplication.processEvents()
    return made


def titles(palette, group):
    return [row.title for row in palette.results.rows() if row.group == group]


def enter(palette, words, downs=0):
    QTest.keyClicks(palette.field, words)
    for _ in range(downs):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_it_finds_people_companies_meetings_notes_and_commands(palette):
    palette.field.setText("kestrel")
    assert titles(palette, "People") == ["Jan Visser", "Lina Vos"]
    assert titles(palette, "Companies") == ["Kestrel Robotics"]
    palette.field.setText("ramp-up")
    assert titles(palette, "Notes") == ["…people who have run a ramp-up."]
    palette.field.setText("figures first")
    assert titles(palette, "Notes") == ["Tom says she likes figures first."]
    palette.field.setText("warehouse")  # what was learned in a meeting
    assert titles(palette, "Notes") == ["Pinegate moves its warehouse in summer."]
    palette.field.setText("dark")
    assert titles(palette, "Commands")[0] == "Dark"
    palette.field.setText("preferences")
    palette.field.setText("qqq")
    assert palette.results.rows() == [] and palette._none.isVisible()


@pytest.mark.parametrize("words", ["informational interview", "coffee chat", "networking meeting", "Coffee"])
def test_other_words_find_networking_meetings(palette, words):
    palette.field.setText(words)
    assert titles(palette, "Meetings") == ["Networking meeting with Priya Raman", "Networking meeting with Marta Lind"]
    assert "Plan a meeting…" in titles(palette, "Commands")
    palette.field.setText(f"{words} marta")
    assert titles(palette, "Meetings") == ["Networking meeting with Marta Lind"]


def test_a_person_opens_with_enter(palette, window):
    enter(palette, "emil")
    assert window.inside.tabs.currentIndex() == 1
    assert window.inside.page(1).detail.name.text() == "Emil Rask"


def test_arrows_choose_and_go_round(palette, window):
    palette.field.setText("kestrel")
    for _ in range(2):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.results.currentIndex().row() == 2
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    enter(palette, "")
    assert window.inside.tabs.currentIndex() == 2
    assert window.inside.page(2).detail.name.text() == "Kestrel Robotics"


def test_a_planned_meeting_becomes_the_current_one(palette, window, desk, clock):
    second = meeting.plan(desk, contacts.add_spoken(desk, "Ann Lee"), clock.now().replace(day=20))
    enter(palette, "coffee chat ann")
    assert window.inside._live.view.meeting.id == second
    assert window.inside.tabs.currentIndex() == 3


def test_a_command_runs_with_enter(palette, window, desk):
    enter(palette, "dark")
    assert desk.settings.scheme == "dark"
    assert window.findChild(PaletteDialog) is None or not window.findChild(PaletteDialog).isVisible()
    window.inside.doing.do("look_light")


def test_escape_leaves_at_once(palette):
    QTest.keyClicks(palette.field, "abc")
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_before_a_word_is_typed_it_offers_what_is_done_most(palette):
    assert titles(palette, "Commands")[:3] == ["New contact…", "New target company…", "Plan a meeting…"]


def test_every_line_is_a_sentence(palette):
    palette.field.setText("pri")
    said = [palette.results.line.sentence(row) for row in palette.results.rows()]
    assert said[0] == "Person: Priya Raman, Director of Operations, Halden Logistics"
    assert said[1] == "Meeting: Networking meeting with Priya Raman, Halden Logistics, planned, today 14:00"
    palette.field.setText("plan a")
    assert "Command: Plan a meeting, File, Ctrl+T" in [palette.results.line.sentence(row) for row in palette.results.rows()]
    assert palette.field.accessibleName() == "Search everything"


def test_every_command_can_be_found_by_its_own_words(desk):
    for command in COMMANDS:
        if command.name:
            assert f"command:{command.name}" in [row.id for row in found(desk, command.words)], command.words


def test_the_extra_words_are_for_commands_that_exist():
    more = json.loads((paths.resource_root() / "search" / "en.json").read_text(encoding="utf-8"))["commands"]
    assert set(more) <= {command.name for command in COMMANDS}


def test_what_was_changed_is_found_as_it_is_now(desk, window):
    ann = contacts.add_spoken(desk, "Ann Lee")
    contacts.edit(desk, ann, notes="Likes Zürich")
    while not desk.lists.palette.read_notes():
        pass
    assert [row.title for row in found(desk, "zurich")] == ["Ann Lee", "Likes Zürich"]
    contacts.edit(desk, ann, notes="Likes Bergen")
    assert [row.title for row in found(desk, "zurich")] == []
    target_list.add_spoken(desk, "Łódź Works")
    assert [row.title for row in found(desk, "lodz")] == ["Łódź Works"]
    for words in ("'", '"', "%", "_", "c++", "o'neil", "\\", "*", "-", "NEAR(", "(", "💡"):
        found(desk, words)
