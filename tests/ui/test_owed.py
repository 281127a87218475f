"""Dialogs and lists of what is owed: named for screen readers, plain with hostile names, small windows included."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from PySide6.QtCore import Qt

from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.referrals import Referral, ReferralState
from networking_desk.ui.leads.dialog import LeadDialog
from networking_desk.ui.owed.call_sheet import CallSheetDialog
from networking_desk.ui.owed.draft import DraftDialog
from networking_desk.ui.owed.warn import Heed
from networking_desk.ui.templates import TemplatesDialog
from networking_desk.verbs import capture, contacts, leads, meeting, referrals
from tests.ui.test_accessible import controls
from tests.ui.test_hostile_text import HOSTILE


@pytest.fixture
def ann(desk, clock):
    """Ann was met; something of every kind is owed."""
    who = contacts.add_spoken(desk, "Ann Lee, VP Operations, Northwind, ann@northwind.example, +31 10 555 01 42")
    made = meeting.plan(desk, who, clock.now(), 20)
    meeting.start(desk, made)
    for kind in CaptureKind:
        capture.save(desk, made, kind, "Ben Aalto, Tidewell" if kind == "referral" else "Something, Somewhere")
    meeting.end(desk, made)
    meeting.finish(desk, made)
    referrals.move(desk, desk.find(Referral)[0].id, ReferralState.ANSWERED)
    return who


def dialogs(window, desk, contact_id):
    live = window._live
    call = desk.lists.today.of_contact(contact_id)[0]
    yield lambda: CallSheetDialog(window, live, call, lambda _: None, lambda *_: None)
    yield lambda: DraftDialog.for_follow_up(window, live, call)
    yield lambda: DraftDialog.for_contact(window, live, contact_id)
    yield lambda: TemplatesDialog(window, live)
    yield lambda: LeadDialog(window, live, leads.add(desk, "Planner, Kestrel", contact_id))


def test_every_control_of_the_new_dialogs_has_a_name(window, desk, ann):
    for make in dialogs(window, desk, ann):
        dialog = make()
        dialog.show()
        found = controls(dialog)
        assert len(found) > 3 and all(text.strip() for _, text, _ in found), dialog.windowTitle()
        dialog.close()


def test_every_control_of_the_details_and_of_progress_has_a_name(window, desk, ann):
    leads.add(desk, "Planner, Tidewell", ann)
    inside = window.inside
    for number in (0, 1, 2, 4):
        inside.go(number)
        if number in (1, 2):
            inside.page(number).table.selectRow(0)
        assert [role for role, text, _ in controls(window) if not text.strip()] == [], number


def test_hostile_names_are_letters_in_calls_letters_and_leads(window, desk, ann):
    for words in HOSTILE:
        contacts.edit(desk, ann, full_name=words.replace("\x00", "") or "x", notes=words)
        for make in dialogs(window, desk, ann):
            dialog = make()
            dialog.show()
            QApplication.processEvents()
            for label in dialog.findChildren(QLabel):
                assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
            dialog.close()
            dialog.deleteLater()


def test_a_letter_that_asks_heeds_who_was_not_thanked_and_the_letter_of_thanks_does_not(window, desk, ann):
    call = next(one for one in desk.lists.today.of_contact(ann) if one.kind == "thank_you_call")
    heed = DraftDialog.for_follow_up(window, window._live, call).findChild(Heed)
    assert not heed.isVisibleTo(heed.parentWidget())
    heed = DraftDialog(window, window._live, ann, None, ["request"]).findChild(Heed)
    assert heed.isVisibleTo(heed.parentWidget())
    assert any("has not been thanked yet" in label.text() for label in heed.findChildren(QLabel))


@pytest.mark.parametrize("size", [(880, 520), (1024, 640)])
def test_dialogs_fit_into_small_windows(window, desk, ann, size):
    window.resize(*size)
    for make in dialogs(window, desk, ann):
        dialog = make()
        dialog.show()
        QApplication.processEvents()
        assert dialog.height() <= 660 and dialog.width() <= size[0], (dialog.windowTitle(), dialog.size())
        dialog.close()
