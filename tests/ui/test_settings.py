"""Settings: in one place, in force at once, taken back with Ctrl+Z."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from networking_desk.domain.settings import Settings
from networking_desk.ui import links
from networking_desk.ui.look.buttons import Button, CheckRow, Stepper
from networking_desk.ui.look.fields import Choice, Line
from networking_desk.ui.look.theme import look
from networking_desk.ui.settings.dialog import SettingsDialog
from networking_desk.ui.settings.sections import SECTIONS
from networking_desk.verbs import contacts, meeting, target_list


@pytest.fixture
def settings(window):
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    return window.findChild(SettingsDialog)


def of(dialog, kind, name):
    return next(w for w in dialog.findChildren(kind) if w.accessibleName() == name)


def test_every_section_opens_and_shows_what_is_kept(settings, desk):
    for key in SECTIONS:
        settings.show_section(key)
        assert settings._pages.currentWidget().isVisible()
    assert of(settings, Choice, "Agenda of new meetings").currentText() == "20 minutes"
    QApplication.processEvents()
    countries = of(settings, Choice, "Country")
    assert countries.count() > 100 and countries.currentText() == "No public holidays"


def test_name_and_contact_details_are_kept_when_the_field_is_left(settings, desk):
    line = of(settings, Line, "Your name")
    line.setFocus()
    QTest.keyClicks(line, "Sam Doe")
    settings.accept()
    assert desk.lists.meeting.profile().full_name == "Sam Doe"


def test_a_number_is_in_force_at_once_and_ctrl_z_takes_it_back(settings, desk, window):
    settings.show_section("week")
    stepper = of(settings, Button, "More: Networking meetings a week")
    stepper.click()
    stepper.click()
    assert desk.settings.weekly_goal == 6
    assert window.inside.page(0)._goal.text() == "0 of 6 meetings this week"
    QTest.keyClick(settings, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.settings.weekly_goal == 5
    assert next(s for s in settings.findChildren(Stepper) if s._name == "Networking meetings a week").value == 5


def test_the_agenda_chosen_is_what_a_new_meeting_begins_with(settings, desk, clock):
    settings.show_section("meetings")
    choice = of(settings, Choice, "Agenda of new meetings")
    choice.picked.emit("method-15")
    made = meeting.plan(desk, contacts.add_spoken(desk, "Ann Lee"), clock.now())
    assert desk.lists.meeting.view(made).meeting.planned_minutes == 15
    choice.picked.emit("tiara")
    made = meeting.plan(desk, contacts.add_spoken(desk, "Ben Aalto"), clock.now())
    assert desk.lists.meeting.view(made).meeting.preset == "tiara"


def test_the_country_is_kept_by_its_code(settings, desk):
    settings.show_section("week")
    QApplication.processEvents()
    countries = of(settings, Choice, "Country")
    countries.picked.emit(countries.itemData(countries.findText("Netherlands")))
    assert desk.settings.country == "NL"
    assert countries.currentText() == "Netherlands"


def test_another_text_size_reaches_the_settings_too_which_stay_where_they_were(settings, desk, window, qtbot):
    settings.show_section("look")
    wide = settings.width()
    window.inside.doing.do("text_130")
    qtbot.waitUntil(lambda: desk.settings.text_size == 130 and any(d.isVisible() and d is not settings for d in window.findChildren(SettingsDialog)))
    again = next(d for d in window.findChildren(SettingsDialog) if d.isVisible())
    assert again.again == "settings/look"
    assert again.width() > wide
    again.accept()
    window.inside.doing.do("text_100")
    qtbot.waitUntil(lambda: look.text_size == 100)


def test_numbers_of_others_can_be_switched_off(settings, desk, window):
    target_list.add_spoken(desk, "Kestrel Robotics")
    window.resize(1500, 800)
    window.inside.go(2)
    QApplication.processEvents()
    gauge = window.inside.page(2)._gauge_words
    assert gauge.isVisible() and gauge.text() == "1 of 40 companies"
    window.inside.go(4)
    QApplication.processEvents()
    standing = window.inside.page(4)._standing._facts[2][3]
    assert "before an offer" in standing.text()
    window.inside.go(2)
    settings.show_section("week")
    of(settings, CheckRow, "Numbers of others beside your own").click()
    assert not desk.settings.benchmarks
    assert not gauge.isVisible()
    window.inside.go(4)
    QApplication.processEvents()
    assert standing.text() == "Contacts with that role whom you met"


def test_no_seconds_for_whoever_wants_none(settings, desk, window, clock):
    talk = meeting.plan(desk, contacts.add_spoken(desk, "Ann Lee"), clock.now())
    meeting.start(desk, talk)
    clock.go(69)
    window.inside._live.ticked.emit()
    panel = window.inside.panel._meet
    assert panel._time.text() == "1:09 of 3:00"
    settings.show_section("meetings")
    of(settings, CheckRow, "Hide all seconds").click()
    window.inside._live.ticked.emit()
    assert panel._time.text() == "1 min of 3 min"
    of(settings, CheckRow, "Hide all seconds").click()


def test_the_data_folder_opens_and_nothing_but_a_folder_does(settings, desk, tmp_path):
    opened = []
    links.opener.append(lambda url: opened.append(url) or True)
    try:
        settings.show_section("data")
        of(settings, Button, "Open").click()
        assert opened == [QUrl.fromLocalFile(str(desk.folder))]
        file = tmp_path / "x.desktop"
        file.write_text("x", encoding="utf-8")
        assert not links.open_folder(file) and not links.open_folder(tmp_path / "none")
        assert len(opened) == 1
    finally:
        links.opener.pop()


def test_defaults_are_sane(desk):
    kept = Settings()
    assert (kept.weekly_goal, kept.default_minutes, kept.country, kept.reminder_hour, kept.scheme, kept.text_size, kept.seconds, kept.benchmarks) == (4, 20, "", 9, "system", 100, True, True)
