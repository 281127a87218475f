"""What comes between: a second call while the first is not wrapped up, a page for other eyes, drafts of two lines, meetings that were forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea

from networking_desk.domain.meetings import Meeting, MeetingState, Showing
from networking_desk.domain.presets import METHOD_20
from networking_desk.ui.meeting.capture_line import Hints
from networking_desk.verbs import capture, contacts, meeting, profile, target_list
from tests.stories.test_the_call import ids, planned, running, talk  # noqa: F401


@pytest.fixture
def shared(window, running, keys):  # noqa: F811
    contacts.add_spoken(window._live.desk, "Hannah Voss, Aster Medical")
    keys.press("F5")
    QApplication.processEvents()
    return window.inside.page(3)._share


def draft(desk, talk, **which):  # noqa: F811
    return desk.lists.meeting.draft(capture.draft_key(talk, **which)).words


def test_the_page_for_other_eyes_offers_no_name_and_says_no_name(desk, shared, running, ids, keys):  # noqa: F811
    line = shared.sectors.name_line
    shared.sectors._acted(shared.sectors._lists[0], "knows", ids[0])
    line.field.setText("Han")
    line.field.textEdited.emit("Han")
    assert not line.field._popup.isVisible() and line.field._names.stringList() == []
    line.field.setText("Hugo Helper, CFO")
    line.field.returnPressed.emit()
    for command in ("undo", "redo", "undo"):
        shared._live.asked.emit(command)
        QApplication.processEvents()
        assert shared._trouble.text() == ""
    shared.missing.setText(" ,")
    shared._add_missing()
    assert shared._trouble.text() != ""


def test_undo_goes_on_behind_the_page_that_is_shown(desk, shared, running, talk):  # noqa: F811
    QApplication.processEvents()
    assert desk.find(Showing)
    before = desk.undo_label()
    for _ in range(2):
        shared._live.asked.emit("undo")
        QApplication.processEvents()
    assert before == "Show the list" and desk.undo_label() != before
    assert desk.find(Showing) == []


def test_what_is_typed_in_one_line_stays_on_disk_when_another_is_entered(desk, shared, running, ids, talk):  # noqa: F811
    running.writing.write("Carla Mendes, Orion")
    running.writing.keep()
    assert draft(desk, talk) == "Carla Mendes, Orion"
    shared.missing.setText("Gryphon Labs")
    shared._add_missing()
    assert (draft(desk, talk), running.writing.words) == ("Carla Mendes, Orion", "Carla Mendes, Orion")
    running.writing.write_listed(ids[1], "Half a name")
    running.writing.keep()
    shared.close()
    QApplication.processEvents()
    assert draft(desk, talk, in_list=True) == "Half a name"
    assert not running.writing.enter_missing(" ,")
    assert running.writing.enter()
    assert (draft(desk, talk), draft(desk, talk, in_list=True)) == ("", "Half a name")
    running.writing.end_as_note()
    assert ("Half a name", "note") in [(n.title, n.kind) for n in desk.lists.meeting.captured(talk)]


def test_the_next_call_begins_while_the_first_is_not_wrapped_up_which_comes_back_after_it(desk, window, running, talk, keys, clock):  # noqa: F811
    ravi = contacts.add_spoken(desk, "Ravi Menon, Pelham Drives")
    keys.press("Ctrl+Shift+E")
    window.inside.go(1)
    window.inside.page(1).choose(ravi)
    clock.go(60)
    keys.enter("Ctrl+T", "now")
    keys.press("Ctrl+Shift+M")
    assert window._live.is_live and window._live.view.person.full_name == "Ravi Menon"
    keys.press("Ctrl+Shift+E")
    assert window._live.view.person.full_name == "Ravi Menon"  # the wrap-up of the call that just ended
    keys.press("Return")
    assert window._live.view.person.full_name == "Priya Raman"
    meeting.finish(desk, talk)


def test_a_call_that_was_planned_for_now_begins_from_the_wrap_up_and_another_day_s_does_not(desk, window, running, keys, clock):  # noqa: F811
    ravi = contacts.add_spoken(desk, "Ravi Menon, Pelham Drives")
    for hours in (24 * 7, 0.5):
        keys.press("Ctrl+Shift+E")
        later = meeting.plan(desk, ravi, clock.at + timedelta(hours=hours), 20)
        keys.press("Ctrl+Shift+M")
        assert window._live.is_live is (hours < 1)
        if hours > 1:
            keys.press("Escape")
    assert desk.get(Meeting, later).state is MeetingState.LIVE


def test_planning_in_a_call_leaves_its_wrap_up_first(desk, window, running, talk, keys):  # noqa: F811
    keys.enter("Ctrl+T", "Priya Raman, thu 14")
    keys.press("Ctrl+Shift+E")
    assert window._live.view.meeting.id == talk and window._live.view.meeting.state is MeetingState.HELD


@pytest.mark.parametrize("paused", [True, False])
def test_a_forgotten_meeting_is_asked_about_without_anything_happening(desk, window, running, talk, clock, paused):  # noqa: F811
    if paused:
        meeting.pause(desk, talk)
    assert not running._still_on.isVisible()
    clock.go(4 * 3600)
    window._live._look()
    assert running._still_on.isVisible()


def test_another_length_is_said_in_the_checklist_too_and_ticks_stay(desk, planned):  # noqa: F811
    def lines():
        view = desk.lists.meeting.view(planned)
        return [item for item in view.checklist if item.stage_id == view.stages[0].id], view

    first = lines()[0]
    assert "20 minutes" in first[0].text
    for item in first:
        meeting.tick(desk, item.id, done=True)
    meeting.set_length(desk, planned, 15)
    items, view = lines()
    assert "15 minutes" in items[0].text and "15 minutes" in view.stages[0].hint and all(item.done_at for item in items)
    meeting.set_stage_minutes(desk, view.stages[3].id, view.stages[3].planned_minutes + 8)
    items, view = lines()
    assert "23 minutes" in items[0].text and "23 minutes" in view.stages[0].hint and all(item.done_at for item in items)
    assert len(view.checklist) == len(desk.lists.meeting.view(planned).checklist) and len(items) == len(METHOD_20.stages[0].checklist)


@pytest.mark.parametrize(("size", "text"), [((1280, 800), 130), ((1024, 640), 130), ((1024, 640), 115), ((1024, 640), 100), ((880, 520), 100)])
def test_the_pages_before_and_after_a_meeting_fit_their_width(desk, window, planned, size, text, qtbot):  # noqa: F811
    profile.set_option(desk, undoable=False, text_size=text)
    window.build_again()
    window.resize(*size)
    window.inside.go(3)
    for _ in range(3):
        QApplication.processEvents()
    tab = window.inside.page(3)
    for state in ("before", "after"):
        page = tab.ready if state == "before" else tab.wrap_up
        area = next(a for a in tab.findChildren(QScrollArea) if a.widget() is page)
        assert page.width() <= area.viewport().width(), (state, page.width(), area.viewport().width())
        if state == "before":
            meeting.start(desk, planned)
            capture.save(desk, planned, capture.CaptureKind.REFERRAL, "Ben Aalto, Tidewell")
            capture.save(desk, planned, capture.CaptureKind.PROMISE, "I send the model")
            meeting.end(desk, planned)
            for _ in range(3):
                QApplication.processEvents()


def test_another_text_size_leaves_what_is_typed_in_a_wrap_up_as_it_is(desk, window, running, talk, keys):  # noqa: F811
    keys.press("Ctrl+Shift+E")
    window.inside.page(3).wrap_up.capture.line.setText("Nina Half")
    window.inside.page(3).wrap_up.capture.line.textEdited.emit("Nina Half")
    window.build_again()
    QApplication.processEvents()
    assert desk.lists.meeting.captured(talk) == []
    assert window.inside.page(3).wrap_up.capture.line.text() == "Nina Half"


def test_another_text_size_leaves_the_welcome_where_it_was(desk, first_start):
    welcome = first_start.inside.beginning.welcome
    welcome.go_to(2)
    welcome._companies.setPlainText("Kestrel Robotics, Robotics\nFoo\nHalf typed comp")
    first_start.build_again()
    QApplication.processEvents()
    welcome = first_start.inside.beginning.welcome
    assert (welcome.step, welcome._companies.toPlainText()) == (2, "Kestrel Robotics, Robotics\nFoo\nHalf typed comp")
    assert desk.lists.is_empty()


def test_a_list_of_which_nothing_may_be_shown_is_not_opened_and_not_ready(desk, window, planned, ids, keys):  # noqa: F811
    for company_id in ids:
        target_list.edit(desk, company_id, confidential=True)
    keys.press("F5")
    assert not window.inside.page(3).has_share
    assert "may be shown" in window.inside.toast._words.text()
    assert not next(item for item in desk.lists.meeting.view(planned).checklist if item.key == "list").done_at


def test_a_call_window_without_names_says_undone_and_not_saved(desk, window, running, talk, keys):  # noqa: F811
    window.inside.doing.do("call_window")
    small = window.inside.page(3)._call_window
    small._hide_names(True)
    running.writing.write("Nina Half")
    running.writing.enter()
    said = small.findChild(Hints)
    assert said._words.text() == "Saved"
    window.inside.doing.do("undo")
    assert said._words.text() == "Undone"
    small.close()
