"""The live meeting through the real window: the budgets of keys and clicks, the list for other eyes, the call window, and that nothing pops up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from networking_desk.domain.contacts import Contact, Note
from networking_desk.domain.follow_ups import FollowUp
from networking_desk.domain.leads import Lead
from networking_desk.domain.meetings import Answer, Meeting, Showing
from networking_desk.domain.referrals import Mode, Permission, Referral
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.meeting import spoken_field
from networking_desk.verbs import capture, contacts, meeting, profile, target_list


@pytest.fixture
def ids(desk):
    profile.save(desk, full_name="Sam Keller", ideal_position="Operations lead")
    words = ("Kestrel Robotics, Robotics, Eindhoven", "Nordwind Freight, Logistics, Hamburg", "Tidewell Energy, Energy, Rotterdam", "Marlow Instruments, Robotics, Delft")
    return [target_list.add_spoken(desk, company) for company in words]


@pytest.fixture
def planned(desk, ids):
    priya = contacts.add_spoken(desk, "Priya Raman, Director of Operations, Halden Logistics")
    return meeting.plan(desk, priya, desk.clock.now(), 20)


@pytest.fixture
def talk(planned, keys, window):
    keys.press("Ctrl+Shift+M")
    keys.spent()
    return planned


@pytest.fixture
def running(window, talk):
    return window.inside.page(3).running


def names(desk):
    return [desk.get(Contact, r.contact_id).full_name for r in desk.find(Referral)]


def test_task_1_a_referral_is_its_words_and_one_key(desk, keys, running, clock):
    meeting.go_to_stage(desk, desk.find(Meeting)[0].id, 2)
    keys.type("Ben Aalto, Tidewell")
    keys.press("Return")
    assert keys.spent() == (1, 0)
    assert names(desk) == ["Ben Aalto"]
    assert running.writing.hint.words == "Ben Aalto saved"
    assert running.capture.line.text() == ""


def test_task_2_another_kind_is_its_words_and_two_keys(desk, keys, running, clock):
    for key, words, kind in (("Ctrl+2", "Greenlock Storage", "company"), ("Ctrl+3", "Night-shift supervisor", "lead"), ("Ctrl+4", "They test a tool", "note"), ("Ctrl+5", "send the model", "promise")):
        clock.go(1)
        keys.press(key)
        keys.type(words)
        keys.press("Return")
        assert keys.spent() == (2, 0)
        latest = desk.lists.meeting.captured(desk.find(Meeting)[0].id)[0]
        assert (latest.kind, latest.title) == (kind, words)


@pytest.mark.parametrize("by", ["click", "K"])
def test_task_3_a_name_for_a_listed_company_is_one_click_its_words_and_one_key(desk, keys, running, ids, by):
    walk = running.walk
    place = next(i for i, row in enumerate(walk.list.rows()) if row.id == ids[2])
    rect = walk.list.visualRect(walk.list.model().index(place, 0))
    if by == "click":
        ((_, area),) = walk.line.areas(rect, walk.list.row(place))
        keys.click(walk.list.viewport(), area.center())
    else:
        walk.list.setFocus()
        walk.list.choose(place)
        keys.press("K")
    assert walk.name_line.isVisible()
    assert running.window().focusWidget() is walk.name_line.field
    keys.type("Ben Aalto")
    keys.press("Return")
    assert keys.spent() == ((1, 1) if by == "click" else (2, 0))
    (referral,) = desk.find(Referral)
    assert (referral.company_id, referral.words) == (ids[2], "Ben Aalto")
    assert [(s.company_id, s.answer) for s in desk.find(Showing)] == [(ids[2], "knows")]
    assert running.window().focusWidget() is walk.list
    assert walk.list.currentIndex().row() == place + 1
    keys.press("Escape")
    assert running.window().focusWidget() is running.capture.line


def test_task_4_the_next_stage_is_one_key(keys, running, window):
    keys.press("Ctrl+Down")
    assert keys.spent() == (1, 0)
    assert window.inside._live.view.meeting.stage_position == 1
    keys.press("Ctrl+Up")
    assert window.inside._live.view.meeting.stage_position == 0


def test_task_5_starting_is_one_key_anywhere_or_two_clicks_from_today(desk, keys, planned, window):
    window.inside.go(0)
    opens = next(b for b in window.inside.page(0).findChildren(Button) if b.text().strip() == "Open meeting")
    keys.click(opens)
    keys.click(window.inside.page(3).ready.start)
    assert keys.spent() == (0, 2)
    assert desk.get(Meeting, planned).state == "live"
    desk.undo()
    for tab in range(5):
        window.inside.go(tab)
        keys.press("Ctrl+Shift+M")
        assert keys.spent() == (1, 0)
        assert desk.get(Meeting, planned).state == "live"
        desk.undo()


def test_task_6_the_list_is_shown_and_left_with_two_keys_and_remembered(desk, keys, running, ids, window, talk):
    keys.press("F5")
    view = window.inside.page(3)._share
    QTest.qWaitForWindowActive(view)
    assert view.isFullScreen()
    shown = [row.name for lines in view.sectors._lists for row in lines.rows()]
    assert sorted(shown) == sorted(["Kestrel Robotics", "Marlow Instruments", "Nordwind Freight", "Tidewell Energy"])
    QTest.qWait(10)
    assert {s.company_id for s in desk.find(Showing)} == set(ids)
    keys.press("Escape")
    QTest.qWait(10)
    assert window.inside.page(3)._share is None
    assert keys.spent() == (2, 0)


def test_names_are_captured_on_the_shown_list_and_only_a_check_is_seen(desk, keys, running, window, ids):
    keys.press("F5")
    view = window.inside.page(3)._share
    QTest.qWaitForWindowActive(view)
    QTest.qWait(10)
    keys.window = view
    assert view.focusWidget() is view.sectors._lists[0]
    keys.press("Down")
    keys.press("Return")
    keys.type("Jan Visser")
    keys.press("Return")
    assert names(desk) == ["Jan Visser"]
    assert desk.find(Referral)[0].company_id == ids[3]
    row = next(r for lines in view.sectors._lists for r in lines.rows() if r.id == ids[3])
    assert row.noted
    assert "Jan" not in view.sectors._lists[0].line.sentence(row)
    keys.press("N")
    assert Answer.NOBODY in {s.answer for s in desk.find(Showing)}
    view.missing.setFocus()
    keys.type("Greenlock Storage, Storage")
    keys.press("Return")
    assert any(r.name == "Greenlock Storage" for lines in view.sectors._lists for r in lines.rows())
    keys.press("Ctrl+Z")
    assert not any(r.name == "Greenlock Storage" for lines in view.sectors._lists for r in lines.rows())
    view.close()


def test_a_list_looked_at_before_the_call_writes_nothing_down(desk, keys, planned, window):
    keys.press("F5")
    view = window.inside.page(3)._share
    QTest.qWaitForWindowActive(view)
    keys.window = view
    keys.press("Return")
    assert not view.sectors.name_line.isVisible()
    assert not view.missing.isVisible()
    QTest.qWait(10)
    assert desk.find(Showing) == []
    view.close()


def test_task_7_wrapping_up_is_two_keys_and_a_click_a_referral(desk, keys, running, talk, window, clock):
    for words in ("Ann Lee, Nordwind Freight", "Ben Aalto, Tidewell Energy"):
        keys.press("Ctrl+1")
        keys.type(words)
        keys.press("Return")
    keys.spent()
    keys.press("Ctrl+Shift+E")
    table = window.inside.page(3).wrap_up._table
    for name, answer in (("Ann Lee", "Yes"), ("Ben Aalto", "Asks first")):
        switch = next(w for w in table.findChildren(object) if getattr(w, "accessibleName", str)() == f"Use the name for {name}?")
        keys.click(next(b for b in switch._buttons.values() if b.text() == answer))
    window.inside.page(3).wrap_up.done.setFocus()
    keys.press("Return")
    assert keys.spent() == (2, 2)
    assert desk.get(Meeting, talk).wrapped_up_at
    assert {(r.permission, r.mode) for r in desk.find(Referral)} == {(Permission.YES, Mode.I_CONTACT), (Permission.UNKNOWN, Mode.THEY_ASK_FIRST)}
    assert sorted(f.kind for f in desk.find(FollowUp)) == ["check_back", "outreach", "thank_you_call"]


def test_closing_the_window_instead_of_done_keeps_it_all(desk, keys, running, talk, window):
    keys.press("Ctrl+1")
    keys.type("Ann Lee, Nordwind Freight")
    keys.press("Return")
    keys.press("Ctrl+Shift+E")
    window.inside.page(3).wrap_up._learned.setPlainText("Ask about nights")
    window.close()
    held = desk.get(Meeting, talk)
    assert (held.learned, bool(held.wrapped_up_at)) == ("Ask about nights", True)
    assert sorted(f.kind for f in desk.find(FollowUp)) == ["outreach", "thank_you_call"]


def test_the_call_window_and_the_main_window_never_disagree(desk, keys, running, window, clock):
    keys.press("Ctrl+Shift+C")
    small = window.inside.page(3)._call_window
    QTest.qWaitForWindowActive(small)
    keys.window = small
    assert small.accessibleName() == "Networking meeting"
    assert bool(small.windowFlags() & Qt.WindowType.WindowStaysOnTopHint)
    keys.press("Ctrl+1")
    keys.type("Ben Aal")
    assert running.capture.line.text() == "Ben Aal"
    assert running.writing.kind == "referral"
    running.capture.line.setText("Ben Aalto")
    running.capture.line.textEdited.emit("Ben Aalto")
    assert small.capture.line.text() == "Ben Aalto"
    small.activateWindow()
    small.capture.line.setFocus()
    keys.press("Return")
    assert names(desk) == ["Ben Aalto"]
    assert [r.title for r in small._captured.rows()] == [r.title for r in running._captured.rows()] == ["Ben Aalto"]
    keys.press("Ctrl+Down")
    clock.go(400)
    window.inside._live.ticked.emit()
    assert small.ring.accessibleDescription() == running.ring.accessibleDescription() == "14 of 20 minutes left"
    assert small._name.whole() == "Ideal position"
    small._eye.click()
    said = small._captured.line.sentence(small._captured.rows()[0])
    assert "Ben" not in said
    assert "Ben" not in small._hints._words.whole()
    keys.press("Ctrl+Shift+E")
    QTest.qWait(10)
    assert window.inside.page(3)._call_window is None
    assert desk.find(Meeting)[0].state == "held"


def test_it_became_an_interview_with_one_key(desk, keys, running):
    keys.press("Ctrl+Shift+I")
    assert keys.spent() == (1, 0)
    keys.type("Site lead")
    keys.press("Tab")
    assert [(lead.title, lead.kind, lead.state) for lead in desk.find(Lead)] == [("Site lead", "hidden", "interview")]
    assert not running._timeline.isVisible()
    assert running.ring.accessibleDescription() == "Interview, 0 minutes"


def test_nothing_pops_up_in_a_call_and_trouble_stands_beside_the_line(desk, keys, running, window):
    keys.press("Return")
    assert running.writing.hint.trouble
    assert running.writing.hint.words == "Write a few words first."
    keys.press("Ctrl+1")
    keys.type("Priya Raman, Halden Logistics")
    keys.press("Return")
    assert "talking to" in running.writing.hint.words
    assert running.capture.line.text() == "Priya Raman, Halden Logistics"
    keys.press("Ctrl+A")
    keys.type("Ann Lee")
    keys.press("Return")
    keys.press("Ctrl+Z")
    assert running.writing.hint.words.startswith("Undone: capture Ann Lee")
    assert desk.find(Referral) == []
    assert not window.inside.toast.isVisible()
    assert QApplication.activeModalWidget() is None


def test_already_known_is_offered_without_a_stop_and_can_be_somebody_else(desk, keys, running):
    contacts.add_spoken(desk, "Ann Lee, Northwind")
    keys.press("Ctrl+1")
    keys.type("ann lee")
    assert running.writing.hint.words == "Ann Lee, Northwind, already in contacts"
    keys.press("Return")
    assert running.writing.hint.words == "Ann Lee saved, already in contacts"
    assert len(desk.find(Contact)) == 2
    dict(running.writing.hint.actions)["Somebody else"]()
    assert len(desk.find(Contact)) == 3
    assert len(desk.find(Referral)) == 1


def test_people_and_companies_are_completed_tab_accepts_and_enter_keeps_what_is_typed(desk, keys, running):
    contacts.add_spoken(desk, "Annabel Lee, Northwind")
    keys.press("Ctrl+1")
    keys.type("Anna")
    field = running.capture.line
    assert isinstance(field, spoken_field.SpokenField)
    assert field._names.stringList() == ["Annabel Lee, Northwind"]
    keys.press("Return")
    assert desk.find(Referral)[0].words == "Anna"
    keys.press("Ctrl+2")
    keys.type("Kestr")
    QTest.keyClick(field._popup if field._popup.isVisible() else field, Qt.Key.Key_Tab)
    assert field.text() == "Kestrel Robotics"


def test_half_typed_names_in_the_list_come_back_where_they_were(desk, keys, running, ids, qtbot, talk):
    walk = running.walk
    walk.list.setFocus()
    walk.list.choose(1)
    company = walk.list.row(1).id
    keys.press("K")
    keys.type("Ben Aal")
    key = capture.draft_key(talk, in_list=True)
    qtbot.waitUntil(lambda: desk.lists.meeting.draft(key).words == "Ben Aal", timeout=2_000)
    assert desk.lists.meeting.draft(key).company_id == company
    keys.press("Ctrl+Shift+E")
    assert [n.text for n in desk.find(Note)] == ["Ben Aal"]


def test_a_screen_reader_hears_each_thing_once(desk, keys, running, clock, monkeypatch):
    heard = []
    monkeypatch.setattr("networking_desk.ui.pace.announce", lambda _widget, words: heard.append(words))
    for seconds in (500, 1, 1):  # only the protected minutes are left
        clock.go(seconds)
        running.tick()
    keys.press("Ctrl+Down")
    keys.press("Ctrl+Down")
    keys.press("Ctrl+Down")
    clock.go(420)
    running.tick()
    running.tick()
    clock.go(400)
    running.tick()
    running.tick()
    assert [h for h in heard if not h.startswith("Stage")] == ["Go to the list now", "Go to the list now", "Go to the list now", "Start to close", "Time to thank them"]
    assert [h for h in heard if h.startswith("Stage")] == ["Stage 2: Ideal position", "Stage 3: Anyone or anything?", "Stage 4: Target companies"]
    profile.set_option(desk, announcements=False)
    keys.press("Ctrl+Down")
    assert heard[-1] == "Time to thank them"


def test_the_agenda_is_chosen_before_the_call_and_edited_beside_it(desk, keys, planned, window):
    keys.press("Alt+4")
    ready = window.inside.page(3).ready
    ready._use("tiara")
    assert [s.name for s in desk.lists.meeting.view(planned).stages][:2] == ["Trends", "Insights"]
    ready._edit_agendas()
    dialog = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Agendas" and w.isVisible())
    dialog._new()
    dialog._name.setText("Mine")
    dialog._form.name.setText("Hello")
    dialog._form._protected.setChecked(True)
    dialog._stage_list.choose(1)
    dialog._remove_stage()
    dialog._save()
    mine = desk.lists.meeting.presets()[-1]
    assert (mine.name, mine.stages[0].name, mine.stages[0].protected, len(mine.stages)) == ("Mine", "Hello", True, 4)
    dialog._make_default()
    assert desk.settings.default_preset == mine.key
    for field in dialog.findChildren(QLineEdit):
        assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
    dialog.close()
