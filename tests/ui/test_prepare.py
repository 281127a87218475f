"""The side panel before a meeting, and the bank of questions, by keyboard and by mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from networking_desk.domain.contacts import Contact, Role
from networking_desk.domain.meetings import Meeting
from networking_desk.domain.questions import BUILT_IN
from networking_desk.ui.questions.bank import QuestionsDialog
from networking_desk.ui.questions.line import QuestionLine, QuestionRow
from networking_desk.ui.questions.ordered import OrderedLines
from networking_desk.verbs import contacts, meeting, profile, questions, target_list


@pytest.fixture
def talk(desk, window, clock):
    """A planned meeting, the panel open beside it."""
    ann = contacts.add_spoken(desk, "Ann Lee, VP Operations, Northwind")
    made = meeting.plan(desk, ann, clock.now())
    window.inside.go(3)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    return made


def prepare(window):
    return window.inside.panel._prepare.checks


def checks(window):
    return {row.text: row.done for row in prepare(window).checklist.rows()}


def go(window, place):
    """Choose a check and press Enter on it."""
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    checklist = prepare(window).checklist
    checklist.setFocus()
    checklist.choose(place)
    QTest.keyClick(checklist, Qt.Key.Key_Return)
    QApplication.processEvents()


def dialog(title):
    return next((w for w in QApplication.topLevelWidgets() if w.windowTitle() == title and w.isVisible()), None)


def test_each_open_check_leads_to_where_it_is_done(desk, window, talk):
    go(window, 0)
    assert QApplication.focusWidget() is prepare(window)._known.person
    QTest.keyClicks(QApplication.focusWidget(), "Built the hub.")
    for place, title in ((1, "Pitch and ideal position"), (2, "Pitch and ideal position")):
        go(window, place)
        found = dialog(title)
        assert found._part.value == ("skills", "ideal_position")[place - 1]
        found.close()
        QApplication.processEvents()
    go(window, 3)
    assert QApplication.focusWidget() is prepare(window)._write
    go(window, 4)
    assert window.inside.tabs.currentIndex() == 2  # there is no list to show yet
    window.inside.go(3)
    go(window, 5)
    assert QApplication.focusWidget() is prepare(window)._offer
    assert desk.find(Contact)[0].notes == "Built the hub."
    assert list(checks(window).values()) == [True, False, False, False, False, False]


def test_looking_at_the_list_before_the_meeting_makes_it_ready(desk, window, talk):
    target_list.add_spoken(desk, "Kestrel Robotics")
    go(window, 4)
    assert checks(window)["Target list printed or ready to share"]
    window.inside.doing.do("share")
    assert sum(checks(window).values()) == 1


def test_a_check_is_ticked_by_hand_with_space_and_one_that_ticks_itself_stays(desk, window, talk):
    checklist = prepare(window).checklist
    checklist.setFocus()
    checklist.choose(5)
    QTest.keyClick(checklist, Qt.Key.Key_Space)
    assert checks(window)["Something you can offer in return"]
    QTest.keyClick(checklist, Qt.Key.Key_Space)
    assert not checks(window)["Something you can offer in return"]
    profile.save(desk, skills="I run plants.")
    checklist.choose(1)
    QTest.keyClick(checklist, Qt.Key.Key_Space)
    assert checks(window)["Pitch ready"]
    assert "ticks itself" in window.inside.toast._words.text()


def test_the_box_ticks_and_the_words_lead_there(desk, window, talk):
    checklist = prepare(window).checklist
    area = checklist.visualRect(checklist.model().index(5, 0))
    QTest.mouseClick(checklist.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 8, area.center().y()))
    assert checks(window)["Something you can offer in return"]
    QTest.mouseClick(checklist.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(area.left() + 80, area.center().y()))
    assert QApplication.focusWidget() is prepare(window)._offer


def test_questions_are_written_ordered_edited_and_taken_out_by_keyboard(desk, window, talk):
    go(window, 3)
    for words in ("One?", "Two?", "Three?"):
        QTest.keyClicks(QApplication.focusWidget(), words)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget() is prepare(window)._write
    assert checks(window)["Three questions for Ann"]
    lines = prepare(window)._questions
    lines.setFocus()
    lines.choose(2)
    QTest.keyClick(lines, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(lines, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(lines, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.get(Meeting, talk).questions == ("Three?", "One?", "Two?")
    assert lines.currentIndex().row() == 0
    QTest.keyClick(lines, Qt.Key.Key_F2)
    found = dialog("Edit the question")
    found.line.setText("Third?")
    found.accept_button.click()
    lines.choose(1)
    QTest.keyClick(lines, Qt.Key.Key_Delete)
    assert desk.get(Meeting, talk).questions == ("Third?", "Two?")


def test_escape_and_a_question_half_written_bring_nothing_back(desk, window, talk):
    write = prepare(window)._write
    write.setFocus()
    QTest.keyClicks(write, "One?")
    QTest.keyClick(write, Qt.Key.Key_Return)
    QTest.keyClick(write, Qt.Key.Key_Escape)
    assert write.text() == ""
    write.setFocus()
    QTest.keyClicks(write, "Two?")
    prepare(window).checklist.setFocus()  # whoever leaves the field has written a question
    assert desk.get(Meeting, talk).questions == ("One?", "Two?")


def test_a_line_is_moved_with_the_mouse(qtbot):
    made = OrderedLines("Questions", QuestionLine())
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show_rows([QuestionRow(str(n), f"Question {n}?") for n in range(4)])
    made.show()
    heard = []
    made.moved.connect(lambda place, to: heard.append((place, to)))

    def middle(place):
        return made.visualRect(made.model().index(place, 0)).center()

    for start, end in ((0, middle(2) + QPoint(0, 6)), (3, middle(0) - QPoint(0, 6)), (1, middle(1) + QPoint(9, 2))):
        QTest.mousePress(made.viewport(), Qt.MouseButton.LeftButton, pos=middle(start))
        for part in (end - QPoint(0, 1), end):
            QTest.mouseMove(made.viewport(), part)
        made.grab()
        QTest.mouseRelease(made.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert heard == [(0, 2), (3, 0)]


def test_the_bank_opens_at_the_kind_of_the_contact_and_space_copies_into_the_meeting(desk, window, talk):
    contacts.edit(desk, desk.find(Contact)[0].id, role=Role.INSIDER)
    made = QuestionsDialog(window, window.inside._live)
    made.open()
    assert made._switch.current() == "insider"
    made._lines.choose(1)
    QTest.keyClick(made._lines, Qt.Key.Key_Space)
    assert desk.get(Meeting, talk).questions == (BUILT_IN[Role.INSIDER][1],)
    assert [row.asked for row in made._lines.rows()] == [False, True, False, False, False]
    QTest.keyClick(made._lines, Qt.Key.Key_Space)
    assert desk.get(Meeting, talk).questions == ()
    made._write.setText("Who is new there?")
    made._write.returnPressed.emit()
    made._lines.choose(5)
    QTest.keyClick(made._lines, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert desk.lists.prepare.bank(Role.INSIDER)[4] == "Who is new there?"
    QTest.keyClick(made._lines, Qt.Key.Key_Delete)
    assert desk.lists.prepare.bank(Role.INSIDER) == list(BUILT_IN[Role.INSIDER])
    made.close()


def test_f6_leads_to_the_first_open_check(desk, window, talk):
    profile.save(desk, skills="I run plants.")
    contacts.edit(desk, desk.find(Contact)[0].id, notes="Words.")
    window.inside.page(3).focus_first()
    window.inside.doing.do("next_area")
    assert QApplication.focusWidget() is prepare(window).checklist
    assert prepare(window).checklist.currentIndex().row() == 2


def test_promises_and_last_touches_are_in_sight(desk, window, talk, clock):
    ann = desk.find(Contact)[0].id
    contacts.log_touch(desk, ann, contacts.TouchKind.CALL, "about the hub")
    questions.ask(desk, talk, "One?")
    QApplication.processEvents()
    known = prepare(window)._known
    from networking_desk.ui.look.text import Words

    said = [words.whole() for words in known.findChildren(Words) if words.isVisibleTo(known)]
    assert "You called: about the hub" in said
    assert "Notes on Northwind" in said
