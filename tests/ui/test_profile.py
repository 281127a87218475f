"""Welcome, pitch and rehearsal through the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame

from networking_desk.domain.pitch import Part
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.profile.dialog import PitchDialog
from networking_desk.ui.profile.rehearse import RehearseDialog
from networking_desk.verbs import contacts, meeting, profile


def test_nothing_is_lost_on_back_and_each_step_can_be_skipped(first_start, desk):
    welcome = first_start.inside.beginning.welcome
    welcome._pitch.show_text("I run plants.")
    welcome._skip.click()
    welcome._ideal.show_text("Operations lead.")
    welcome._name.setText("Sam Doe")
    welcome._go.click()
    welcome._companies.setPlainText("Kestrel Robotics, Robotics, Eindhoven\nNordwind Freight")
    welcome._back.click()
    welcome._back.click()
    assert welcome._pitch.text() == "I run plants."
    assert not welcome._back.isVisible()
    for _ in range(3):
        welcome._skip.click()
    QApplication.processEvents()
    assert first_start.inside.beginning.welcome is None
    kept = desk.lists.meeting.profile()
    assert (kept.skills, kept.ideal_position, kept.full_name) == ("I run plants.", "Operations lead.", "Sam Doe")
    assert desk.lists.companies.counts()["all"] == 2
    assert first_start.inside.tabs.currentIndex() == 1  # where the people one knows are brought in


def test_the_words_and_seconds_are_counted_as_one_writes(first_start):
    pitch = first_start.inside.beginning.welcome._pitch
    pitch.show_text("one " * 64)
    assert pitch._length.text() == "64 words, about 29 seconds"
    assert pitch._bar.value() == 29
    assert pitch._advice.whole() == "20 to 45 seconds works well"


def test_ctrl_enter_goes_on(first_start):
    welcome = first_start.inside.beginning.welcome
    first_start.activateWindow()
    QTest.qWaitForWindowActive(first_start)
    QTest.keyClicks(QApplication.focusWidget(), "I run plants.")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert welcome._steps.currentIndex() == 1
    assert QApplication.focusWidget() is welcome._ideal.area


def test_what_is_written_in_the_pitch_is_kept_however_the_dialog_is_left(window, desk):
    for number, leave in enumerate((lambda d: d.accept(), lambda d: d.reject(), lambda d: d.close())):
        dialog = PitchDialog(window, window.inside._live)
        dialog.open()
        dialog._fields[Part.PITCH].show_text(f"Version {number}")
        leave(dialog)
        assert desk.lists.meeting.profile().skills == f"Version {number}"
    assert [row.text for row in desk.lists.prepare.versions(Part.PITCH)] == ["Version 2", "Version 1", "Version 0"]


def test_an_earlier_version_is_used_again_with_enter(window, desk):
    profile.save(desk, skills="First.")
    profile.save(desk, skills="Second.")
    dialog = PitchDialog(window, window.inside._live)
    dialog.open()
    dialog._versions.choose(1)
    QTest.keyClick(dialog._versions, Qt.Key.Key_Return)
    assert desk.lists.meeting.profile().skills == "First."
    assert dialog._fields[Part.PITCH].text() == "First."
    assert [row.in_use for row in dialog._versions.rows()] == [False, True]
    dialog.close()


def test_space_starts_and_stops_a_rehearsal_and_its_time_stays_with_the_version(window, desk, clock):
    profile.save(desk, skills="one " * 64)
    dialog = RehearseDialog(window, window.inside._live, Part.PITCH)
    dialog.open()
    QTest.keyClick(dialog.button, Qt.Key.Key_Space)
    clock.go(20)
    dialog._tick()
    assert dialog._ring.accessibleDescription() == "20 of about 29 seconds"
    clock.go(13)
    QTest.keyClick(dialog.button, Qt.Key.Key_Space)
    assert desk.lists.prepare.versions(Part.PITCH)[0].took == (33.0,)
    assert dialog._result.text() == "You took 33 seconds; the words say about 29. That works well."
    QTest.keyClick(dialog.button, Qt.Key.Key_Space)
    clock.go(70)
    dialog._tick()
    QTest.keyClick(dialog.button, Qt.Key.Key_Space)
    assert "fits into 45" in dialog._result.text()
    assert dialog._before.text() == "This version took 33, 70 seconds."
    QTest.keyClick(dialog.button, Qt.Key.Key_Space)  # left in the middle: that was no rehearsal
    dialog.close()
    assert desk.lists.prepare.versions(Part.PITCH)[0].took == (33.0, 70.0)


def test_a_changed_text_size_reaches_everything_at_once_and_one_stays_where_one_is(window, desk, qtbot):
    ann = contacts.add_spoken(desk, "Ann Lee, VP Operations, Northwind")
    contacts.add_spoken(desk, "Ben Aalto")
    window.inside.go(1)
    window.inside.page(1).choose(ann)
    before = window.inside.page(1).table.row_height
    menus, actions = len(window.menuBar().actions()), len(window.actions())
    window.inside.doing.do("larger")
    QApplication.processEvents()
    tab = window.inside.page(1)
    assert tab.table.row_height > before
    assert tab.table.current_id() == ann
    assert desk.settings.text_size == 115
    assert len(desk._listeners) == 1
    window.inside.doing.do("smaller")
    qtbot.waitUntil(lambda: window.inside.page(1).isVisible())
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    assert (len(window.menuBar().actions()), len(window.actions())) == (menus, actions)
    contacts.add_spoken(desk, "Cara Diaz")
    assert window.inside.page(1).table.rows.rowCount() == 3
    assert window.inside.page(1).table.row_height == before


def test_half_typed_words_of_a_running_meeting_outlive_a_new_text_size(window, desk, clock):
    talk = meeting.plan(desk, contacts.add_spoken(desk, "Ann Lee"), clock.now(), 20)
    meeting.start(desk, talk)
    QTest.keyClicks(window.inside.page(3).running.capture.line, "Night-sh")
    window.inside.doing.do("call_window")
    window.inside.doing.do("larger")
    QApplication.processEvents()
    assert window.inside.page(3).has_call_window
    window.inside.doing.do("call_window")
    assert window.inside.tabs.currentIndex() == 3
    assert window.inside.page(3).running.capture.line.text() == "Night-sh"
    window.inside.page(3).running.writing._clear()


def test_looking_around_keeps_what_was_typed_and_throwing_away_leads_back_to_it(first_start, desk):
    welcome = first_start.inside.beginning.welcome
    welcome._pitch.show_text("I bake bread.")
    welcome._companies.setPlainText("Kestrel Robotics\nNorthwind")
    first_start.inside.doing.do("sample")
    strip = first_start.findChild(QFrame, "strip")
    assert strip.isVisible()
    assert first_start.inside.tabs.currentIndex() == 0
    assert (desk.lists.contacts.count(), desk.lists.companies.counts()["all"]) == (15, 12)
    kept = desk.lists.meeting.profile()
    assert (kept.skills, kept.ideal_position[:15]) == ("I bake bread.", "Operations lead")
    strip.findChild(Button).click()
    assert not strip.isVisible()
    assert desk.lists.is_empty()
    again = first_start.inside.beginning.welcome
    assert (again._pitch.text(), again._companies.toPlainText()) == ("I bake bread.", "Kestrel Robotics\nNorthwind")
    first_start.inside.doing.do("undo")
    QApplication.processEvents()
    assert strip.isVisible() and first_start.inside.beginning.welcome is None
    assert desk.lists.contacts.count() == 15


@pytest.mark.parametrize("gone", ["throw_away", "larger"])
def test_what_was_typed_comes_back_though_somebody_of_ones_own_came_meanwhile(first_start, desk, gone, qtbot):
    first_start.inside.beginning.welcome._companies.setPlainText("Orion Labs, Space, Delft")
    first_start.inside.doing.do("sample")
    contacts.add_spoken(desk, "Ann Lee")
    assert first_start.inside.beginning.welcome is None
    first_start.inside.doing.do("throw_away")
    if gone == "larger":  # the window is built anew around it
        first_start.inside.doing.do("larger")
        QApplication.processEvents()
    qtbot.waitUntil(lambda: first_start.inside.beginning.welcome is not None and first_start.inside.beginning.welcome._companies.isVisible(), timeout=2_000)
    again = first_start.inside.beginning.welcome
    assert again._companies.toPlainText() == "Orion Labs, Space, Delft"
    again._go.click()
    QApplication.processEvents()
    assert first_start.inside.beginning.welcome is None
    assert (desk.lists.companies.counts()["all"], desk.lists.contacts.count()) == (1, 1)


def test_what_was_typed_comes_back_when_looking_around_is_taken_back(first_start, desk):
    first_start.inside.beginning.welcome._companies.setPlainText("Orion Labs, Space, Delft")
    first_start.inside.doing.do("sample")
    first_start.inside.doing.do("undo")
    QApplication.processEvents()
    assert first_start.inside.beginning.welcome._companies.toPlainText() == "Orion Labs, Space, Delft"


def test_the_strip_is_there_after_a_restart(desk, qtbot, window):
    from conftest import opened

    window.inside.doing.do("sample")
    with opened(desk, qtbot) as again:
        QApplication.processEvents()
        assert again.findChild(QFrame, "strip").isVisible()
        again.inside.doing.do("throw_away")
        assert not again.findChild(QFrame, "strip").isVisible()


def test_invented_people_do_not_come_among_ones_own(window, desk):
    contacts.add_spoken(desk, "Ann Lee")
    window.inside.doing.do("sample")
    assert "of your own" in window.inside.toast._words.text()
    assert desk.lists.contacts.count() == 1
