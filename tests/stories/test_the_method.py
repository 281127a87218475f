"""The method walked through the real window, by keyboard alone."""

from __future__ import annotations

import json
from datetime import date

import pytest
from keyboard import Keys
from PySide6.QtWidgets import QApplication

from networking_desk.desk import Desk
from networking_desk.domain.contacts import Contact
from networking_desk.domain.follow_ups import FollowUp
from networking_desk.domain.meetings import Meeting, Showing
from networking_desk.domain.referrals import Referral
from networking_desk.ui.window import Window
from networking_desk.verbs import contacts, exchange, meeting, target_list


def test_from_an_empty_folder_to_a_held_meeting_by_keyboard_alone(keys, window, desk, clock):
    keys.enter("Ctrl+N", "Ann Lee, VP Operations, Northwind")
    keys.enter("Ctrl+Shift+N", "Kestrel Robotics, Robotics, Eindhoven")
    keys.enter("Ctrl+T", "now")
    keys.press("Ctrl+Shift+M")
    clock.go(60)
    keys.type("She runs the night shift")
    keys.press("Return")
    keys.press("Ctrl+1")
    keys.type("Ben Aalto, Tidewell")
    keys.press("Return")
    for _ in range(3):
        clock.go(60)
        keys.press("Ctrl+Down")
    keys.type("Cara Diaz, Kestrel Robotics")
    keys.press("Return")
    keys.press("Ctrl+Shift+E")
    assert keys._here().accessibleName() == "Done"
    keys.press("Return")
    data = json.loads(exchange.export_json(desk))
    ann = next(c for c in data["contacts"] if c["full_name"] == "Ann Lee")
    (held,) = data["meetings"]
    assert (held["state"], held["contact_id"], bool(held["wrapped_up_at"])) == ("held", ann["id"], True)
    assert [round(s["spent_seconds"]) for s in data["stages"]] == [120, 60, 60, 0, 0, 0]
    assert [r["words"] for r in data["referrals"]] == ["Ben Aalto, Tidewell", "Cara Diaz, Kestrel Robotics"]
    assert {r["introducer_id"] for r in data["referrals"]} == {ann["id"]}
    assert any(c["name"] == "Kestrel Robotics" and c["target"] for c in data["companies"])
    assert [f["due_on"] for f in data["follow_ups"] if f["kind"] == "thank_you_call"] == ["2026-03-11"]
    assert [n["text"] for n in data["notes"]] == ["She runs the night shift"]


def test_the_welcome_stands_in_nobodys_way(desk, clock, qtbot):
    window = Window(desk)
    window._when_idle = lambda: None
    with qtbot.waitExposed(window):
        window.show()
    keys = Keys(window)
    window.fill()
    keys.enter("Ctrl+N", "Ann Lee")
    assert [c.full_name for c in desk.find(Contact)] == ["Ann Lee"]
    assert desk.settings.welcomed
    window.close()


def test_a_killed_meeting_comes_back_with_the_time_the_captures_and_the_half_typed_words(desk, clock, keys, window, qtbot):
    keys.enter("Ctrl+N", "Ann Lee")
    keys.enter("Ctrl+T", "now")
    keys.press("Ctrl+Shift+M")
    keys.press("Ctrl+1")
    keys.type("Ben Aalto")
    keys.press("Return")
    keys.press("Ctrl+3")
    keys.type("Night-sh")
    qtbot.waitUntil(lambda: desk.lists.meeting.draft(desk.find(Meeting)[0].id).words == "Night-sh", timeout=2_000)
    clock.go(305)
    again = Window(desk)
    again._when_idle = lambda: None
    again.fill()
    running = again.inside.page(3).running
    assert running.ring.accessibleDescription() == "15 of 20 minutes left"
    assert running.capture.line.text() == "Night-sh"
    assert running.writing.kind == "lead"
    assert [row.title for row in running._captured.rows()] == ["Ben Aalto"]
    running.writing._clear()
    again.close()


def test_words_that_were_not_entered_are_a_note_at_the_end_of_the_call(keys, desk):
    keys.enter("Ctrl+N", "Ann Lee")
    keys.enter("Ctrl+T", "now")
    keys.press("Ctrl+Shift+M")
    keys.type("call the plant in Gh")
    keys.press("Ctrl+Shift+E")
    assert [row.title for row in desk.lists.meeting.captured(desk.find(Meeting)[0].id)] == ["call the plant in Gh"]


def test_everything_that_was_done_can_be_undone_with_ctrl_z_even_from_the_capture_line(keys, desk):
    keys.enter("Ctrl+N", "Ann Lee")
    keys.enter("Ctrl+T", "now")
    keys.press("Ctrl+Shift+M")
    keys.type("Ben")
    keys.press("Ctrl+Z")  # the line's own
    keys.press("Ctrl+Z")
    for _ in range(3):
        keys.press("Ctrl+Z")
    assert desk.find(Meeting) == []
    keys.press("Ctrl+Z")
    assert desk.find(Contact) == []
    for _ in range(3):
        keys.press("Ctrl+Shift+Z")
    assert [m.state for m in desk.find(Meeting)] == ["live"]


def test_the_list_is_walked_with_single_keys(keys, desk, window):
    ids = [target_list.add_spoken(desk, f"Company {n}, Trade, Place") for n in range(4)]
    keys.enter("Ctrl+N", "Ann Lee")
    keys.enter("Ctrl+T", "now")
    keys.press("Ctrl+Shift+M")
    running = window.inside.page(3).running
    running.walk.list.setFocus()
    keys.press("N")
    keys.press("I")
    keys.press("K")
    keys.type("Ben Aalto")
    keys.press("Return")
    answers = {s.company_id: s.answer for s in desk.find(Showing)}
    assert answers == {ids[0]: "nobody", ids[1]: "information", ids[2]: "knows"}
    assert desk.find(Referral)[0].company_id == ids[2]


def test_today_is_worked_off_by_keyboard_and_ctrl_z_brings_it_back(keys, desk, window):
    ann = contacts.add_spoken(desk, "Ann Lee")
    for _ in range(2):
        talk = meeting.plan(desk, ann, desk.clock.now(), 15)
        meeting.start(desk, talk)
        meeting.end(desk, talk)
        meeting.finish(desk, talk)
    keys.press("Alt+1")
    owed = window.inside.page(0).owed
    assert QApplication.focusWidget() is owed
    keys.press("Space")
    assert sorted(f.state for f in desk.find(FollowUp)) == ["done", "open"]
    keys.press("Ctrl+Z")
    assert [f.state for f in desk.find(FollowUp)] == ["open", "open"]
    keys.press("S")
    menu = QApplication.activePopupWidget()
    assert [a.text() for a in menu.actions()][0] == "Tomorrow"
    menu.actions()[1].trigger()
    menu.close()
    assert sorted(str(f.due_on) for f in desk.find(FollowUp)) == ["2026-03-11", "2026-03-13"]


def test_a_contact_is_edited_in_place_found_deleted_and_brought_back(keys, desk, window):
    keys.enter("Ctrl+N", "Ann Lee, VP Operations, Northwind")
    contacts.add_spoken(desk, "Ben Aalto")
    keys.press("F2")
    keys.type("Anna Lee")
    keys.press("Return")
    tab = window.inside.page(1)
    assert [c.full_name for c in desk.find(Contact)] == ["Anna Lee", "Ben Aalto"]
    keys.press("Ctrl+F")
    keys.type("north")
    assert tab.table.rows.rowCount() == 1
    tab.table.setFocus()
    keys.press("Home")
    keys.press("Del")
    assert [c.full_name for c in desk.find(Contact)] == ["Ben Aalto"]
    assert window.inside.toast.isVisible()
    keys.press("Ctrl+Z")
    assert len(desk.find(Contact)) == 2


def test_wrong_words_are_told_in_the_dialog_and_nothing_is_lost(keys, desk):
    keys.press("Ctrl+N")
    keys.type(" , ")
    keys.press("Return")
    dialog = QApplication.activeWindow()
    assert dialog.windowTitle() == "New contact"
    assert dialog._error.text() == "Write at least the name."
    keys.press("Escape")
    keys.enter("Ctrl+T", "now")
    assert "Choose a contact first" in QApplication.activeWindow()._error.text()
    keys.press("Escape")
    assert desk.find(Contact) == []


def test_a_file_is_imported_beside_the_window_and_undone_with_one_key(keys, desk, window, tmp_path, qtbot):
    path = tmp_path / "Connections.csv"
    rows = "".join(f"Person{n},Family{n},,,Company {n % 50},Title,03 Feb 2024\n" for n in range(3_000))
    path.write_text("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + rows + ",,,,,,07 Jul 2021\n", encoding="utf-8")
    window.inside.doing.bring([path])
    qtbot.waitUntil(lambda: desk.lists.contacts.count() == 3_000 and window.inside.tabs.currentIndex() == 1, timeout=20_000)
    dialog = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Import" and w.isVisible())
    assert "row 3002: no name" in dialog._details.toPlainText()
    dialog._cancel.click()
    window.activateWindow()
    window.inside.doing.do("undo")
    qtbot.waitUntil(lambda: desk.lists.contacts.count() == 0, timeout=20_000)
    assert desk.check() == []


def test_the_day_after_the_call_is_due(keys, desk, clock, window):
    keys.enter("Ctrl+N", "Ann Lee")
    keys.enter("Ctrl+T", "now")
    keys.press("Ctrl+Shift+M")
    keys.press("Ctrl+Shift+E")
    keys.press("Return")
    clock.go(86_400)
    window.inside._live._look()
    assert window.inside.page(0).owed.line.sentence(window.inside.page(0).owed.rows()[0]).startswith("Call Ann Lee to thank them, Today")
    assert desk.lists.today.due(date(2026, 3, 11)) == 1


def test_a_second_desk_in_the_same_folder_is_refused(desk):
    from networking_desk.domain.errors import DeskInUse

    with pytest.raises(DeskInUse):
        Desk(desk.folder)


def test_a_list_that_gets_the_keyboard_shows_where_it_is(keys, desk, window):
    keys.enter("Ctrl+N", "Ann Lee")
    keys.enter("Ctrl+T", "now")
    keys.press("Ctrl+Shift+M")
    keys.press("Ctrl+Shift+E")
    keys.press("Return")
    assert window.inside.page(0).owed.selectionModel().hasSelection()
    keys.press("Alt+2")
    assert window.inside.page(1).table.chosen_ids() == [desk.find(Contact)[0].id]
