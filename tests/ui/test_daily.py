"""What goes on by itself while the window is open: it goes on in a window that was built anew, and asks only about who is still there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from networking_desk.domain.contacts import Touch
from networking_desk.domain.follow_ups import FollowUp
from networking_desk.ui.daily import Daily
from networking_desk.ui.owed.draft import DraftDialog
from networking_desk.ui.owed.sent import SentBar
from networking_desk.ui.reminders import Reminders
from networking_desk.verbs import contacts, outreach, promises


class Tray:
    def __init__(self):
        self.shown = []

    def available(self):
        return True

    def show(self, title, words):
        self.shown.append(words)


@pytest.fixture
def tray(window):
    made = Tray()
    window.daily = Daily(window, window.inside.stack, window._live, made)
    return made


def letter_to(window, contact_id):
    dialog = DraftDialog.for_contact(window, window._live, contact_id)
    dialog.open()
    dialog._copied()


def built_again(window):
    window.build_again()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete


def test_another_text_size_asks_about_the_letters_that_wait_and_about_new_ones(window, desk, tray):
    ann, ben = contacts.add_spoken(desk, "Ann Lee"), contacts.add_spoken(desk, "Ben Aalto")
    letter_to(window, ann)
    built_again(window)
    (bar,) = window.findChildren(SentBar)
    assert bar is window.daily.sent and not bar.isVisible()
    bar.came_back()
    assert bar.isVisible() and bar._words.text() == "Did you send it to Ann Lee?"
    letter_to(window, ben)
    built_again(window)
    (bar,) = window.findChildren(SentBar)
    assert bar.isVisible()  # the question stays where it was asked
    bar._yes.click()
    assert bar.isVisible() and bar._words.text() == "Did you send it to Ben Aalto?"
    bar._yes.click()
    assert [touch.contact_id for touch in desk.find(Touch)] == [ann, ben] and not bar.isVisible()


def test_another_text_size_leaves_one_who_reminds_and_the_day_begins_there(window, desk, clock, tray):
    ann = contacts.add_spoken(desk, "Ann Lee")
    promises.add(desk, ann, f"send the model, {(clock.today() + timedelta(days=1)).isoformat()}")
    built_again(window)
    built_again(window)
    assert len(window._live.findChildren(Reminders)) == 1 and len(window.findChildren(Daily)) == 1
    clock.go(86_400 + 7_200)
    window._live._look()
    assert tray.shown == ["1 follow-up today: Keep your promise to Ann Lee"]
    assert len(desk.find(FollowUp)) == 1


def test_nobody_is_asked_about_a_letter_to_somebody_who_is_deleted(window, desk, tray):
    ann, ben = contacts.add_spoken(desk, "Ann Lee"), contacts.add_spoken(desk, "Ben Aalto")
    letter_to(window, ann)
    letter_to(window, ben)
    bar = window.daily.sent
    contacts.remove(desk, [ann])
    bar.came_back()
    assert bar.isVisible() and bar._words.text() == "Did you send it to Ben Aalto?"
    contacts.remove(desk, [ben])
    assert not bar.isVisible() and bar.waiting == []


def test_a_first_letter_that_nobody_asked_for_is_an_outreach_once_it_was_sent(window, desk, clock, tray):
    ann, ben = contacts.add_spoken(desk, "Ann Lee, COO, Kestrel"), contacts.add_spoken(desk, "Ben Aalto, CFO, Kestrel")
    gus = contacts.add_spoken(desk, "Gus Gray")
    letter_to(window, ann)
    window.daily.sent.came_back()
    assert desk.find(FollowUp) == []
    window.daily.sent._yes.click()
    assert [(one.kind, one.state, one.contact_id) for one in desk.find(FollowUp)] == [("outreach", "done", ann)]
    assert [(touch.kind, touch.contact_id) for touch in desk.find(Touch)] == [("email", ann)]
    assert any("Ann" in words for words in outreach.warnings(desk, ben))
    dialog = DraftDialog(window, window._live, gus, None, ["keep_in_touch"])
    dialog.open()
    dialog._copied()
    window.daily.sent.came_back()
    window.daily.sent._yes.click()
    assert len(desk.find(FollowUp)) == 1 and desk.find(Touch)[-1].contact_id == gus
    window.inside.doing.do("undo")
    window.inside.doing.do("undo")
    assert (desk.find(FollowUp), desk.find(Touch)) == ([], [])
