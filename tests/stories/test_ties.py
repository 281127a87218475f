"""What is done about referrals, promises and job leads where a contact, a company or the progress is on show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import Contact, Position, Touch
from networking_desk.domain.follow_ups import FollowUp, FollowUpState
from networking_desk.domain.leads import Lead, LeadEvent
from networking_desk.domain.promises import Promise
from networking_desk.domain.referrals import Referral
from networking_desk.ui.look.text import Words
from networking_desk.verbs import contacts, follow_up, leads, promises, target_list
from tests.stories.test_after_the_meeting import click, dialog, keys, marta, opened, press  # noqa: F401


@pytest.fixture
def told(desk, marta):  # noqa: F811
    """Marta was thanked and both people were written to; nothing is untold."""
    target_list.add_spoken(desk, "Solenne Cosmetics, Consumer goods, Antwerp")
    for _ in range(2):
        follow_up.done_many(desk, [f.id for f in desk.find(FollowUp, state=FollowUpState.OPEN) if f.kind in ("thank_you_call", "outreach", "update")])
    return marta


def ids(desk, kind):
    return {getattr(one, "full_name", "") or getattr(one, "name", ""): one.id for one in desk.find(kind)}


def updates(desk):
    return [f.reason for f in desk.find(FollowUp, kind="update") if f.state is FollowUpState.OPEN]


def test_a_referral_moves_with_one_click_from_the_contact_who_gave_it_and_from_the_one_it_is_to(window, desk, told, keys):
    window.inside.open(1, told)
    detail = window.inside.page(1).detail
    click(detail._ties.named, 0, "answered")
    assert updates(desk) == ["Marta Lind has not heard yet that Kenji Mori answered."]
    window.inside.open(1, ids(desk, Contact)["Kenji Mori"])
    assert detail._ties.named_by.line.sentence(detail._ties.named_by.row(0)) == "By Marta Lind, Answered today. Marta has not heard yet"
    click(detail._ties.named_by, 0, "met")
    assert updates(desk) == ["Marta Lind has not heard yet that you met Kenji Mori."]
    assert desk.find(Referral)[0].state == "met"


def test_a_referral_moves_with_one_click_from_the_company(window, desk, told, keys):
    window.inside.open(2, ids(desk, Company)["Solenne Cosmetics"])
    ties = window.inside.page(2).detail._ties
    click(ties._referrals, 0, "unreachable")
    assert updates(desk) == ["Marta Lind has not heard yet that Kenji Mori could not be reached."]
    assert not ties._referrals.line._buttons(ties._referrals.row(0))


def test_the_next_step_is_done_from_the_contact_and_a_call_that_is_owed_shows_its_sheet(window, desk, marta, keys, opened):
    window.inside.open(1, marta)
    keys.press("Ctrl+L")
    press(dialog("Call Marta Lind"), "Voicemail")
    assert [t.kind for t in desk.find(Touch, contact_id=marta)] == ["meeting", "voicemail"]
    step = window.inside.page(1).detail._next
    assert step._title.text() == "Call Marta Lind to thank them: tomorrow"
    assert "The voicemail answered once." in step._text.text()
    press(step, "Done")
    assert desk.find(FollowUp, kind="thank_you_call")[0].state == "done"
    assert step._title.text().startswith("Keep your promise to Marta Lind")
    keys.press("Ctrl+L")  # nothing to thank for any more: the call is written down
    assert [t.kind for t in desk.find(Touch, contact_id=marta)][-1] == "call"
    keys.press("Ctrl+E")
    press(dialog("Write to Marta Lind"), "Open in mail")
    assert opened[-1].startswith("mailto:marta@pinegate.example?subject=As%20promised")


def test_what_would_burn_stands_on_the_contact_and_on_the_company(window, desk, told, keys):
    contacts.add_spoken(desk, "Aiko Sato, Solenne Cosmetics")
    window.inside.open(1, ids(desk, Contact)["Aiko Sato"])
    words = "You wrote to Kenji Mori at Solenne Cosmetics today. Give them 3 working days before you write to a second person there."
    assert [w.text() for w in window.inside.page(1).detail._next.heed.findChildren(Words)] == [words]
    window.inside.open(2, ids(desk, Company)["Solenne Cosmetics"])
    assert [w.text() for w in window.inside.page(2).detail._ties.heed.findChildren(Words)] == [words]


def test_promises_are_added_ticked_and_opened_again_from_the_contact(window, desk, marta, keys):
    window.inside.open(1, marta)
    ledger = window.inside.page(1).detail._ties.ledger
    press(ledger, "Add a promise")
    keys.type("lend her the book, 1 apr")
    keys.press("Return")
    assert [(p.text, p.whose, str(p.due_on)) for p in desk.find(Promise)][-1] == ("lend her the book", "mine", "2026-04-01")
    assert [row.second for row in ledger.lines.rows() if "book" in row.text] == ["By 1 April"]
    place = next(at for at, row in enumerate(ledger.lines.rows()) if "book" in row.text)
    click(ledger.lines, place, "tick")
    assert desk.find(Promise)[-1].done_on
    promises.keep(desk, desk.find(Promise)[-1].id, kept=False)
    assert [f.state.value for f in desk.find(FollowUp, promise_id=desk.find(Promise)[-1].id)] == ["open"]


def test_leads_are_moved_by_keyboard_on_progress_and_whoever_led_there_hears(window, desk, told, keys):
    leads.add(desk, "Planning lead, Solenne Cosmetics", ids(desk, Contact)["Kenji Mori"])
    leads.add(desk, "Buyer, Tidewell")
    keys.press("Alt+5")
    page = window.inside.page(4)
    assert QApplication.focusWidget() is page.leads
    page.leads.choose(0)
    assert page.leads.row(0).title == "Planning lead"
    keys.press("A")
    keys.press("I")
    assert [e.state.value for e in desk.find(LeadEvent, lead_id=desk.find(Lead)[0].id)] == ["heard", "applied", "interview"]
    assert updates(desk) == ["Kenji Mori has not heard yet that you have an interview as Planning lead at Solenne Cosmetics.", "Marta Lind has not heard yet that you have an interview as Planning lead at Solenne Cosmetics."]
    assert page._chips._buttons["interview"].accessibleName() == "Interview 1"
    click(page.leads, 0, "offer")
    click(page.leads, 0, "accepted")
    assert [lead.state.value for lead in desk.find(Lead)] == ["accepted", "closed"]
    keys.press("Ctrl+Z")
    assert [lead.state.value for lead in desk.find(Lead)] == ["offer", "heard"]


def test_a_lead_is_written_in_full_and_its_log_only_grows(window, desk, told, keys):
    lead = leads.add(desk, "Planner")
    keys.press("Alt+5")
    page = window.inside.page(4)
    page.leads.setFocus()
    page.leads.choose(0)
    keys.press("Return")
    full = dialog("Job lead")
    for field, words in (("_title", "Supply planner"), ("_company", "Kestrel Robotics"), ("_source", "Marta Lind"), ("_decides", "the site lead")):
        getattr(full, field).setText(words)
        getattr(full, field).editingFinished.emit()
    full._kind.chosen.emit("posted")
    full._said.setText("sent the letter")
    full._stage.chosen.emit("applied")
    full._said.setText("they called back")
    press(full, "Add to the log")
    kept = desk.get(Lead, lead)
    assert (kept.title, kept.kind, kept.decides, kept.contact_id, kept.state) == ("Supply planner", "posted", "the site lead", told, "applied")
    assert [(e.state.value, e.text) for e in desk.find(LeadEvent, lead_id=lead)] == [("heard", ""), ("applied", "sent the letter"), ("applied", "they called back")]
    full._source.setText("Nobody Atall")
    full._source.editingFinished.emit()
    assert desk.get(Lead, lead).contact_id == told and full._source.text() == "Marta Lind"
    press(full, "Delete")
    assert desk.find(Lead) == []
    assert desk.undo() and desk.get(Lead, lead)


def test_progress_counts_updates_in_time_and_names_what_is_published(window, desk, told, keys, clock):
    window.inside.go(4)
    page = window.inside.page(4)
    said = [(number.text(), words.text(), below.text()) for number, words, _, below in page._standing._facts]
    assert said[0] == ("2.0", "names per meeting", "Your goal is 2")
    assert said[1] == ("1 of 1", "updates given in time", "Nobody waits to hear from you")
    assert "Published: 25 to 35 before an offer, about 15 talks for each" in said[2][2]
    assert desk.lists.progress.counts().open_loops == 2


def test_the_side_panel_after_a_meeting_calls_moves_and_ticks(window, desk, marta, keys, qtbot):
    from networking_desk.domain.meetings import Meeting

    meeting_id = desk.find(Meeting)[0].id
    after = window.inside.panel._after
    after.show_view(desk.lists.meeting.view(meeting_id))
    assert after._phone.text() == "+32 9 555 01 30"
    assert [row.kind for row in after._owed.rows()] == ["outreach", "outreach"]
    assert [row.text for row in after._ledger.lines.rows()] == ["You: send the cost model", "Marta: she will ask Ben"]
    after._act("sheet", after)
    dialog("Call Marta Lind").close()
    after._act("snooze", after)
    menu = QApplication.activePopupWidget()
    menu.actions()[0].trigger()
    menu.close()
    assert str(desk.find(FollowUp, kind="thank_you_call")[0].due_on) == "2026-03-12"
    assert after._owed.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_the_map_and_its_list_tell_the_same_chains_and_open_what_they_show(window, desk, told, keys):
    lead = leads.add(desk, "Planning lead, Solenne Cosmetics", ids(desk, Contact)["Kenji Mori"])
    leads.move(desk, lead, leads.LeadState.INTERVIEW)
    window.inside.go(4)
    ties = window.inside.page(4).ties
    assert ties.map.accessibleDescription() == "Marta Lind to Kenji Mori to Planning lead to Interview; Marta Lind to Ben Aalto"
    press(ties, "List")
    assert [ties.list.line.sentence(row) for row in ties.list.rows()] == ["You → Marta Lind → Kenji Mori → Planning lead → Interview, Solenne Cosmetics", "You → Marta Lind → Ben Aalto, Wrote today"]
    press(ties, "Paths to leads")
    assert len(ties.list.rows()) == 1
    press(ties, "Map")
    ties.map.setFocus()
    ties.map.keyPressEvent(key(Qt.Key.Key_Down))
    ties.map.keyPressEvent(key(Qt.Key.Key_Right))
    focused = ties.map.scene().focusItem()
    assert focused.place.title == "Kenji Mori" and focused.on_way
    focused.keyPressEvent(key(Qt.Key.Key_Return))
    assert window.inside.tabs.currentIndex() == 1 and window._live.contact_id == ids(desk, Contact)["Kenji Mori"]
    window.inside.go(4)
    outcome = next(node for node in ties.map._nodes.values() if node.place.kind == "outcome")
    ties._open(outcome.place)
    dialog("Job lead").close()
    window.grab()


def key(which):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    return QKeyEvent(QEvent.Type.KeyPress, which, Qt.KeyboardModifier.NoModifier)


def test_a_status_below_what_has_happened_is_not_taken_and_says_so(window, desk, marta, keys):
    company = next(p.company_id for p in desk.find(Position, contact_id=marta))
    target_list.edit(desk, company, target=True)
    window.inside.open(2, company)
    box = window.inside.page(2).detail._status
    assert box.currentText() == "Talking"
    box.setCurrentIndex(box.findText("Introduced"))
    box.picked.emit("Introduced")
    assert box.currentText() == "Talking"
    assert window.inside.toast._words.text().endswith("is further than that: Talking")
    box.picked.emit("Closed")
    assert box.currentText() == "Closed"
