"""The agendas in the real window: nothing that is written is lost, and the dialog fits the screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea

from networking_desk.ui.help.dialog import HelpDialog
from networking_desk.ui.help.pages import for_screen
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.meeting.agendas import AgendasDialog
from networking_desk.verbs import profile


@pytest.fixture
def agendas(window):
    dialog = AgendasDialog(window, window.inside._live, "method-20")
    dialog.open()
    return dialog


def click(lines, place):
    QApplication.processEvents()
    rect = lines.visualRect(lines.model().index(place, 0))
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center())


def names(desk):
    return {agenda.key: agenda.name for agenda in desk.lists.meeting.presets()}


def test_what_is_written_stays_while_another_agenda_is_looked_at(agendas, desk):
    agendas._name.setText("Mine")
    click(agendas._stage_list, 1)
    agendas._form.name.setText("Hello")
    click(agendas._list, 1)
    assert agendas._name.text() == "15 minutes"
    assert agendas._list.row(0).second.startswith("Not saved") and not agendas._list.row(1).second.startswith("Not saved")
    agendas._form.name.setText("Hi")
    click(agendas._list, 0)
    assert (agendas._name.text(), agendas._stages[1].name) == ("Mine", "Hello")
    agendas._save()
    assert not any(row.second.startswith("Not saved") for row in agendas._list.rows())
    first, second = desk.lists.meeting.presets()[:2]
    assert (first.name, first.stages[1].name, second.stages[0].name) == ("Mine", "Hello", "Hi")


def test_use_for_new_meetings_keeps_what_is_written(agendas, desk):
    agendas._name.setText("Mine")
    agendas._make_default()
    assert desk.settings.default_preset == "method-20"
    assert agendas._name.text() == "Mine" and names(desk)["method-20"] == "20 minutes"
    agendas._new()
    agendas._name.setText("Another")
    agendas._make_default()
    assert names(desk)[desk.settings.default_preset] == "Another"
    agendas.close()


def test_after_a_new_agenda_the_one_before_can_be_clicked(agendas, desk):
    agendas._new()
    agendas._name.setText("Brand new")
    assert agendas._list.current_key() == ""
    click(agendas._list, 0)
    assert agendas._name.text() == "20 minutes"
    click(agendas._list, len(agendas._list.rows()) - 1)
    assert agendas._name.text() == "Brand new"
    agendas._remove()
    assert agendas._name.text() and "Brand new" not in [row.name for row in agendas._list.rows()]
    agendas.close()
    assert len(names(desk)) == 4


def test_what_is_written_is_saved_when_the_dialog_is_left_and_can_be_taken_back(agendas, desk, window):
    agendas._name.setText("Mine")
    agendas.close()
    assert names(desk)["method-20"] == "Mine"
    assert window.inside.toast._words.whole() == "Agenda saved"
    desk.undo()
    assert names(desk)["method-20"] == "20 minutes"


def test_looking_alone_changes_nothing(agendas, desk):
    for place in range(4):
        click(agendas._list, place)
        for stage in range(agendas._stage_list.model().rowCount()):
            click(agendas._stage_list, stage)
            assert agendas._stage_list.currentIndex().row() == stage and agendas._form.name.text() == agendas._stages[stage].name
    agendas.close()
    assert desk.undo_label() is None


def test_what_cannot_be_saved_is_shown_before_it_is_given_up(agendas, desk):
    agendas._name.setText(" ")
    click(agendas._list, 2)
    agendas.close()
    assert agendas.isVisible() and agendas._list.currentIndex().row() == 0
    assert agendas._error.text().startswith("Give the agenda a name.")
    agendas.close()
    assert not agendas.isVisible() and names(desk)["method-20"] == "20 minutes"


@pytest.mark.parametrize("make", [AgendasDialog, lambda w, _: HelpDialog(w, for_screen("Today"))], ids=["agendas", "help"])
def test_at_the_largest_text_it_fits_a_small_screen(window, desk, make):
    window.resize(1024, 640)
    profile.set_option(desk, undoable=False, text_size=130)
    window.build_again()
    QApplication.processEvents()
    dialog = make(window, window.inside._live)
    dialog.show()
    QApplication.processEvents()
    assert dialog.width() <= 1024 and dialog.height() <= 640
    for button in dialog.findChildren(Button):
        assert button.width() >= button.minimumSizeHint().width() and button.mapTo(dialog, button.rect().bottomRight()).x() < dialog.width(), button.text()
    for area in dialog.findChildren(QScrollArea):
        assert area.widget().width() <= area.viewport().width()
    dialog.close()
