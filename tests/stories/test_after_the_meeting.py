"""The days after a meeting, worked off through the real window: clicks and keys are counted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from networking_desk.domain.contacts import Contact, Touch
from networking_desk.domain.follow_ups import FollowUp, FollowUpState
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.promises import Promise
from networking_desk.domain.referrals import Mode, Permission, Referral, ReferralState
from networking_desk.domain.templates import Template
from networking_desk.ui import links
from networking_desk.ui.daily import Daily
from networking_desk.ui.look.focus import FocusRing
from networking_desk.verbs import capture, contacts, follow_up, meeting, outreach, profile, promises, referrals, target_list
from keyboard import Keys


@pytest.fixture
def keys(window):
    window.daily = Daily(window, window.inside.stack, window._live)
    return Keys(window)


@pytest.fixture
def opened(monkeypatch):
    asked = []
    monkeypatch.setattr(links, "opener", [lambda url: bool(asked.append(bytes(url.toEncoded()).decode()) or True)])
    return asked


@pytest.fixture
def marta(desk, clock):
    """Marta was met yesterday; she named two people, and promises were made on both sides."""
    profile.save(desk, full_name="Sam Doe", ideal_position="I lead operations teams.")
    who = contacts.add_spoken(desk, "Marta Lind, Procurement lead, Pinegate Packaging, marta@pinegate.example, +32 9 555 01 30")
    contacts.edit(desk, who, place="Ghent, Belgium")
    made = meeting.plan(desk, who, clock.now(), 20)
    meeting.start(desk, made)
    for kind, words in ((CaptureKind.REFERRAL, "Kenji Mori, Solenne Cosmetics"), (CaptureKind.REFERRAL, "Ben Aalto, Tidewell"), (CaptureKind.NOTE, "Ghent staffs the night shift first"), (CaptureKind.PROMISE, "send the cost model"), (CaptureKind.PROMISE, "she will ask Ben")):
        clock.go(60)
        capture.save(desk, made, kind, words)
    clock.go(800)
    meeting.end(desk, made)
    meeting.finish(desk, made)
    for referral in desk.find(Referral):
        referrals.settle(desk, referral.id, Permission.YES, Mode.I_CONTACT)
    clock.go(86_400)
    return who


def dialog(title):
    QApplication.processEvents()
    return next(w for w in QApplication.topLevelWidgets() if w.isVisible() and w.windowTitle() == title)


def press(widget, name):
    """Click a button by its name, with the mouse."""
    button = next(b for b in widget.findChildren(QAbstractButton) if b.accessibleName() == name and b.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def click(lines, place, action, modifier=Qt.KeyboardModifier.NoModifier):
    """Click what a line shows for an action, with the mouse."""
    QApplication.processEvents()
    rect = lines.visualRect(lines.model().index(place, 0))
    at = dict(lines.line.areas(rect, lines.row(place))).get(action, rect).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, modifier, at)
    QApplication.processEvents()


def today(window):
    window.inside.go(0)
    page = window.inside.page(0)
    page.show_now()
    return page


def place_of(lines, kind):
    return next(at for at, row in enumerate(lines.rows()) if row.kind == kind)


def state(desk, kind):
    return [(f.state.value, f.due_on) for f in desk.find(FollowUp, kind=kind)]


@pytest.mark.parametrize(
    ("button", "left", "touch"),
    [
        ("Reached", [("done", date(2026, 3, 11))], "call"), ("Voicemail", [("open", date(2026, 3, 12))], "voicemail"), ("Later", [("open", date(2026, 3, 12))], None),
    ],
)  # fmt: skip
def test_task_8_a_thank_you_call_takes_two_clicks_from_today(window, desk, marta, keys, button, left, touch):
    owed = today(window).owed
    click(owed, place_of(owed, "thank_you_call"), "primary")
    press(dialog("Call Marta Lind"), button)
    assert state(desk, "thank_you_call") == left
    assert [t.kind for t in desk.find(Touch, contact_id=marta)][1:] == ([touch] if touch else [])
    assert window.inside.toast.isVisible()


def test_both_tasks_are_two_enters_from_today(window, desk, marta, keys, opened):
    window.inside.go(1)
    keys.press("Alt+1")
    owed = window.inside.page(0).owed
    owed.choose(place_of(owed, "thank_you_call"))
    keys.press("Return")
    sheet = dialog("Call Marta Lind")
    assert sheet.focusWidget().accessibleName() == "Reached" and sheet.findChild(FocusRing).isVisible()
    keys.press("Return")
    assert state(desk, "thank_you_call") == [("done", date(2026, 3, 11))]
    contacts.edit(desk, next(c.id for c in desk.find(Contact) if c.full_name == "Kenji Mori"), emails=("kenji@solenne.example",))
    owed.choose(next(at for at, row in enumerate(owed.rows()) if row.full_name == "Kenji Mori"))
    keys.press("Return")
    assert dialog("Write to Kenji Mori").focusWidget().accessibleName() == "Open in mail"
    keys.press("Return")
    assert opened[0].startswith("mailto:kenji@solenne.example?")


@pytest.mark.parametrize("button", ["Copy", "Open in mail"])
def test_task_9_an_update_takes_two_clicks_and_sent_is_asked_on_return(window, desk, marta, keys, opened, button):
    follow_up.done(desk, next(f.id for f in desk.find(FollowUp) if f.kind == "thank_you_call"))
    referrals.move(desk, desk.find(Referral)[0].id, ReferralState.ANSWERED)
    owed = today(window).owed
    click(owed, place_of(owed, "update"), "primary")
    press(dialog("Write to Marta Lind"), button)
    assert state(desk, "update")[0][0] == "open"
    assert window.inside.toast.isVisible() and not window.inside.toast._action.isVisible()  # nothing was done that could be taken back
    assert owed.line._button(owed.row(place_of(owed, "update"))) == ("check", "Sent")
    if button == "Copy":
        assert opened == []
        assert "Kenji Mori answered." in QApplication.clipboard().text()
    else:
        assert opened[0].startswith("mailto:marta@pinegate.example?subject=What%20came%20of%20your%20introduction&body=Dear%20Marta%2C%0D%0A")
    sent = window.daily.sent
    assert not sent.isVisible()
    sent.came_back(Qt.ApplicationState.ApplicationInactive)
    assert not sent.isVisible()
    sent.came_back()
    assert sent._words.text() == "Did you send it to Marta Lind?"
    press(sent, "Sent")
    assert state(desk, "update")[0][0] == "done"
    assert desk.find(Touch, contact_id=marta)[-1].kind == "email"
    assert not sent.isVisible()


def test_a_letter_that_was_not_sent_is_owed_as_before_and_one_that_is_forgotten_is_asked_about_after_a_restart(window, desk, marta, keys, opened):
    follow_up.handed(desk, next(f.id for f in desk.find(FollowUp) if f.kind == "outreach"))
    owed = today(window).owed
    place = place_of(owed, "outreach")
    assert owed.line.sentence(owed.row(place)).count("Sent?") == 1
    click(owed, place, "primary")
    assert state(desk, "outreach")[0][0] == "done"
    letter = next(f for f in desk.find(FollowUp) if f.kind == "outreach" and f.state == "open")
    click(owed, place_of(owed, "outreach"), "primary")
    press(dialog("Write to Ben Aalto"), "Copy")
    window.daily.sent.came_back()
    press(window.daily.sent, "Not yet")
    assert desk.get(FollowUp, letter.id).handed_at is None


def test_the_call_sheet_has_all_that_a_call_needs(window, desk, marta, keys, opened):
    referrals.move(desk, desk.find(Referral)[0].id, ReferralState.ANSWERED)
    owed = today(window).owed
    owed.setFocus()
    owed.choose(place_of(owed, "thank_you_call"))
    keys.press("Return")
    sheet = dialog("Call Marta Lind")
    from PySide6.QtWidgets import QLabel

    words = [label.text() for label in sheet.findChildren(QLabel)]
    text = "\n".join(words)
    assert "+32 9 555 01 30" in words
    for said in ("Ghent staffs the night shift first", "send the cost model", "she will ask Ben", "Kenji Mori, Solenne Cosmetics", "Answered today", "Nothing yet"):
        assert said in text
    assert "Kenji Mori answered." in text and "I promised you this: send the cost model." in text
    from networking_desk.ui.look.cards import Chip

    chips = {chip.accessibleName() for chip in sheet.findChildren(Chip)}
    assert "Tell them" in chips and any(name.endswith("there") for name in chips)  # 09:14 UTC is another hour in Ghent
    press(sheet, "Call")
    assert opened == ["tel:+3295550130"]
    keys.press("Return")  # Reached has the keyboard
    assert state(desk, "thank_you_call") == [("done", date(2026, 3, 11))]


def test_several_follow_ups_are_done_or_put_off_at_once(window, desk, marta, keys):
    page = today(window)
    owed = page.owed
    letters = [at for at, row in enumerate(owed.rows()) if row.kind == "outreach"]
    click(owed, letters[0], "")
    click(owed, letters[1], "", Qt.KeyboardModifier.ControlModifier)
    assert page._bulk.isVisible() and page._many.text() == "2 selected"
    keys.press("S")
    menu = QApplication.activePopupWidget()
    menu.actions()[1].trigger()
    menu.close()
    assert {due for _, due in state(desk, "outreach")} == {date(2026, 3, 14)}
    assert len(owed.chosen_keys()) == 2  # the selection stays through the change
    press(page, "Done all that are selected")
    assert [s for s, _ in state(desk, "outreach")] == ["done", "done"]
    keys.press("Ctrl+Z")
    assert [s for s, _ in state(desk, "outreach")] == ["open", "open"]


def test_what_is_late_comes_first_and_a_call_of_today_has_its_hours(window, desk, clock, marta, keys):
    clock.go(86_400)
    promises.add(desk, marta, f"call the mill, {clock.today() - timedelta(days=2)}")
    kenji = next(c.id for c in desk.find(Contact) if c.full_name == "Kenji Mori")
    follow_up.snooze(desk, next(f.id for f in desk.find(FollowUp) if f.kind == "thank_you_call"), clock.today())
    owed = today(window).owed
    assert [row.kind for row in owed.rows()][:2] == ["promise", "thank_you_call"]
    assert owed.line._chip(owed.row(1))[0].replace("\u202f", " ") in ("10:00–12:00", "10:00 AM–12:00 PM")
    assert kenji in [row.contact_id for row in owed.rows()]
    assert [row.due_on for row in owed.rows()] == sorted(row.due_on for row in owed.rows())


def test_a_referral_moves_with_one_click_from_today_and_its_introducer_is_owed_the_news(window, desk, marta, keys):
    follow_up.done_many(desk, [f.id for f in desk.find(FollowUp) if f.kind in ("thank_you_call", "outreach")])
    follow_up.done_many(desk, [f.id for f in desk.find(FollowUp) if f.kind == "update"])
    waiting = today(window)._referrals
    assert [waiting.line.sentence(row) for row in waiting.rows()] == ["Kenji Mori, Solenne Cosmetics, Written today, from Marta", "Ben Aalto, Tidewell, Written today, from Marta"]
    click(waiting, 0, "answered")
    assert [r.state for r in desk.find(Referral)] == ["answered", "contacted"]
    toast = window.inside.toast
    assert toast._words.text() == "Kenji Mori answered. Marta will hear of it" and toast._action.isVisible()
    assert [f.reason for f in desk.find(FollowUp) if f.kind == "update" and f.state is FollowUpState.OPEN] == ["Marta Lind has not heard yet that Kenji Mori answered."]
    waiting.setFocus()
    waiting.choose(1)
    keys.press("U")
    assert desk.find(Referral)[1].state is ReferralState.UNREACHABLE
    assert len([f for f in desk.find(FollowUp) if f.kind == "update" and f.state is FollowUpState.OPEN]) == 1
    waiting.choose(0)
    keys.press("M")
    keys.press("O")
    keys.type("no opening before autumn")
    keys.press("Return")
    assert desk.find(Referral)[0].state is ReferralState.OUTCOME
    assert not today(window)._waiting.isVisible()


def test_the_ledger_of_promises_is_ticked_on_today_and_tells_what_was_kept(window, desk, marta, keys):
    page = today(window)
    ledger = page._ledger.lines
    assert [row.text for row in ledger.rows()] == ["You, for Marta: send the cost model", "Marta: she will ask Ben"]
    ledger.setFocus()
    ledger.choose(0)
    keys.press("Space")
    assert desk.find(Promise)[0].done_on == date(2026, 3, 11)
    assert [(row.text, row.done, row.second) for row in ledger.rows()][-1] == ("You, for Marta: send the cost model", True, "Kept today")
    assert [f.state.value for f in desk.find(FollowUp) if f.kind == "promise"] == ["done", "open"]


def test_an_empty_day_names_the_next_useful_step(window, desk, clock, keys):
    page = today(window)
    assert page._nothing.text().startswith("Nothing is owed to anybody")
    grace = contacts.add_spoken(desk, "Grace Adeyemi, Planner, Tidewell Energy")
    assert page._nothing.text() == "Nothing is due. Write down the companies you would like to work for: they are what you show in a meeting."
    target_list.add_spoken(desk, "Tidewell Energy, Energy, Rotterdam")
    assert page._nothing.text() == "Nothing is due. A good step now is a letter to Grace Adeyemi."
    assert page._reach._card.isVisible()
    press(page, "Draft email")
    dialog("Write to Grace Adeyemi").close()
    follow_up.done(desk, outreach.begin(desk, grace))
    assert page._nothing.text() == "Nothing is due. A good step now is a talk with somebody you know."
    made = meeting.plan(desk, grace, clock.now(), 20)
    meeting.start(desk, made)
    meeting.end(desk, made)
    meeting.finish(desk, made)
    follow_up.snooze(desk, next(f.id for f in desk.find(FollowUp) if f.kind == "thank_you_call"), date(2026, 4, 1))
    window.inside.go(0)  # the call had the window
    assert page._nothing.text() == "Nothing is due this week. Next: Wed 1 April, call Grace Adeyemi to thank them."


def test_a_new_day_brings_what_it_brings_without_a_restart(window, desk, clock, marta, keys):
    follow_up.done_many(desk, [f.id for f in desk.find(FollowUp) if f.kind == "thank_you_call"])
    page = today(window)
    clock.go(86_400 * 14)
    window._live._look()
    assert [row.reason for row in page.owed.rows() if row.kind == "update"] == ["Marta Lind referred you to Kenji Mori at Solenne Cosmetics and 1 more on 2026-03-10 and has heard nothing since 2026-03-11."]
    update = next(row for row in page.owed.rows() if row.kind == "update")
    assert page.owed.line.sentence(update).endswith("Marta referred you to Kenji Mori at Solenne Cosmetics and 1 more two weeks ago and has heard nothing since 11 March.")


def test_templates_are_changed_beside_how_they_read_and_drafts_follow(window, desk, marta, keys):
    window.inside.doing.do("templates")
    editor = dialog("Templates")
    editor._choice.setCurrentIndex(editor._choice.findData("thank_you_email"))
    editor._choice.activated.emit(editor._choice.currentIndex())
    editor.text.setPlainText("Hi {{first}}, thanks[[ for {{names}}]]! {{nmae}}")
    assert editor._read.text() == "Hi Marta, thanks for Kenji Mori and Ben Aalto! ____"  # as the call that is owed to her would read
    assert editor._trouble.text() == "There is no field called nmae."
    editor.text.setPlainText("Hi {{first}}, thank you.")
    press(editor, "Done")
    assert [(t.kind, t.body) for t in desk.find(Template)] == [("thank_you_email", "Hi {{first}}, thank you.")]
    owed = today(window).owed
    page = window.inside.page(0)
    page._acting.act("write", [owed.row(place_of(owed, "thank_you_call"))])
    assert dialog("Write to Marta Lind").text.toPlainText() == "Hi Marta, thank you."


def test_warnings_stand_in_the_draft_and_nothing_is_forbidden(window, desk, marta, keys):
    for referral in desk.find(Referral):
        referrals.settle(desk, referral.id, Permission.UNKNOWN, Mode.I_CONTACT)
    owed = today(window).owed
    click(owed, place_of(owed, "outreach"), "primary")
    draft = dialog("Write to Kenji Mori")
    from networking_desk.ui.look.text import Words
    from networking_desk.ui.owed.warn import Heed

    heed = draft.findChild(Heed)
    assert heed.isVisible() and [w.text() for w in heed.findChildren(Words)] == ["Marta Lind has not said that you may use their name. Ask first, or write without it."]
    assert "Marta" not in draft.text.toPlainText()
    press(draft, "Copy")


def test_the_thank_you_is_drafted_with_one_shortcut_after_a_meeting(window, desk, clock, marta, keys):
    keys.press("Ctrl+Shift+T")
    assert window.inside.toast.isVisible()  # nobody is chosen and no meeting is being wrapped up
    window.inside.open(1, marta)
    keys.press("Ctrl+Shift+T")
    draft = dialog("Write to Marta Lind")
    assert draft.text.toPlainText().startswith("Dear Marta,\n\nthank you for your time, and for pointing me to Kenji Mori and Ben Aalto.")
    draft.close()


def test_an_address_that_is_missing_is_written_in_the_draft_and_kept(window, desk, marta, keys, opened):
    owed = today(window).owed
    click(owed, place_of(owed, "outreach"), "primary")
    draft = dialog("Write to Kenji Mori")
    draft._to.setText("kenji@solenne.example")
    press(draft, "Open in mail")
    assert opened and opened[0].startswith("mailto:kenji@solenne.example?")
    assert next(c for c in desk.find(Contact) if c.full_name == "Kenji Mori").emails == ("kenji@solenne.example",)
