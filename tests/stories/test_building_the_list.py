"""From an empty list to one on paper, by keyboard alone: companies from the head and from the people known, ranked, joined, printed."""

from __future__ import annotations

import re

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication, QFileDialog

from networking_desk.domain import prompts
from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import Contact, Position
from networking_desk.formats.incoming import Reading
from networking_desk.ui.companies.build import BuildDialog
from networking_desk.ui.companies.joining import WhoDialog
from networking_desk.verbs import contacts, exchange, target_list
from tests.benchmarks.people import people
from tests.stories.test_the_method import Keys


@pytest.fixture
def keys(window):
    return Keys(window)


def dialog(window, kind):
    return next(found for found in reversed(window.findChildren(kind)) if found.isVisible())


def listed(desk):
    return [(row.name, row.industry, row.place, row.priority) for row in desk.lists.companies.rows(desk.lists.companies.ids())]


def test_a_list_is_built_ranked_and_printed_by_keyboard(keys, window, desk, qtbot, tmp_path, monkeypatch):
    for words in ("Tom Okafor, Plant manager, Brightwater Foods", "Lina Vos, Buyer, Brightwater Foods", "Mei Tanaka, Silverbirch"):
        contacts.add_spoken(desk, words)
    keys.press("Ctrl+B")
    build = dialog(window, BuildDialog)
    first = build._pages["add"].prompts.question()
    assert first == prompts.COMPANIES[0]
    keys.press("Return")  # on an empty line: the next question
    assert build._pages["add"].prompts.question() == prompts.COMPANIES[1]
    for words in ("Kestrel Robotics, Robotics, Eindhoven", "Halden Logistics, Logistics, Rotterdam", "Kestrel Robotics"):
        keys.type(words)
        keys.press("Return")
    assert build._said.whole() == "Kestrel Robotics is on your list already"
    keys.type(" , ")
    keys.press("Return")
    assert build._pages["add"]._error.isVisible()
    keys.press("Ctrl+A")
    keys.type("Tarn Paper")
    for _ in range(2):  # past the button, into the industry that stays
        keys.press("Tab")
    keys.type("Packaging")
    for _ in range(2):
        keys.press("Shift+Tab")
    keys.press("Return")
    assert listed(desk) == [("Kestrel Robotics", "Robotics", "Eindhoven", "B"), ("Halden Logistics", "Logistics", "Rotterdam", "B"), ("Tarn Paper", "Packaging", "", "B")]
    assert (build._gauge_words.whole(), build._gauge.accessibleDescription()) == ("3 of 40 companies", "3 of 40")
    keys.press("Ctrl+Z")
    assert len(listed(desk)) == 2
    keys.press("Ctrl+Shift+Z")

    build.go("people")
    page = build._pages["people"]
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 2)
    page.search.setFocus()
    keys.type("plant")
    assert page.table.rows.rowCount() == 1
    page.search.clear()
    page.focus_first()
    keys.press("Return")  # where most people are stands first
    assert listed(desk)[-1][0] == "Brightwater Foods"
    qtbot.waitUntil(lambda: [row.name for row in map(page.table.rows.row_at, range(page.table.rows.rowCount()))] == ["Silverbirch"])
    page.line.setFocus()
    keys.type("Kai Berg, Buyer, Copperfield Rail")
    keys.press("Return")
    qtbot.waitUntil(lambda: page.table.rows.rowCount() == 2)
    assert [c.full_name for c in desk.find(Contact)][-1] == "Kai Berg"

    build.go("rank")
    rank = build._pages["rank"]
    qtbot.waitUntil(lambda: rank.table.hasFocus())
    for key in ("2", "3", "1"):
        keys.press(key)
    assert [desk.find(Company, name=name)[0].motivation for name in ("Kestrel Robotics", "Halden Logistics", "Tarn Paper")] == [2, 3, 1]
    rank.table.selectRow(1)
    keys.press("Return")
    assert listed(desk)[0] == ("Halden Logistics", "Logistics", "Rotterdam", "A")
    rank._use.setFocus()
    keys.press("Return")
    assert [(name, letter) for name, _, _, letter in listed(desk)] == [("Halden Logistics", "A"), ("Brightwater Foods", "B"), ("Kestrel Robotics", "B"), ("Tarn Paper", "C")]
    keys.press("Escape")

    keys.press("Ctrl+P")
    out = tmp_path / "list.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    for _ in range(20):
        keys.press("Tab")
        if keys._here().accessibleName() == "Save as PDF…":
            break
    keys.press("Return")
    text = PdfReader(out).pages[0].extract_text()
    assert re.findall("Halden Logistics|Brightwater Foods|Kestrel Robotics|Tarn Paper", text) == [name for name, *_ in listed(desk)]
    assert not re.search(r"Okafor|Tanaka|\bA\b", text)


def test_who_is_known_here_is_asked_and_answered_by_keyboard(keys, window, desk, qtbot):
    target_list.add_spoken(desk, "Nordwind")
    target_list.add_spoken(desk, "Tarn")
    for words in ("Ann Lee, Nordwind Freight GmbH", "Ben Aalto, Nordwind Freight GmbH", "Cara Diaz, Tarn Paper", "Dan Ek, Nordwind"):
        contacts.add_spoken(desk, words)
    window.inside.doing.do("who_inside")
    who = dialog(window, WhoDialog)
    qtbot.waitUntil(lambda: len(who.list.rows()) == 2)
    assert who._result.whole() == "1 person you know works at 1 of your target companies. 3 more people may do so under another name:"
    qtbot.waitUntil(lambda: who.list.hasFocus())
    keys.press("Return")
    qtbot.waitUntil(lambda: len(who.list.rows()) == 1)
    assert who._result.whole().startswith("3 people you know work at 1 of your target companies. 1 more person may")
    keys.press("Del")
    qtbot.waitUntil(lambda: who._pages.currentIndex() == 1)
    assert desk.lists.companies.inside() == (3, 1)
    keys.press("Ctrl+Z")
    keys.press("Ctrl+Z")
    qtbot.waitUntil(lambda: len(who.list.rows()) == 2)
    assert desk.lists.companies.inside() == (1, 1)
    keys.press("Escape")
    assert len(desk.find(Position)) == 4


def test_what_nobody_has_been_shown_is_a_sentence_that_shows_it(window, desk, clock):
    from networking_desk.verbs import capture, meeting

    ids = [target_list.add_spoken(desk, name) for name in ("Alpha", "Beta", "Gamma")]
    talk = meeting.plan(desk, contacts.add_spoken(desk, "Ann Lee"), clock.now(), 15)
    meeting.start(desk, talk)
    window.inside.go(2)
    tab = window.inside.page(2)
    sentence = tab._coverage._not_shown
    assert sentence.accessibleName() == "3 target companies that nobody has been shown"
    capture.shown(desk, talk, ids[:2])
    assert sentence.accessibleName() == "1 target company that nobody has been shown"
    sentence.click()
    assert [tab.table.rows.row_at(n).name for n in range(tab.table.rows.rowCount())] == ["Gamma"]
    assert not any(button.isChecked() for button in tab._chips._buttons.values())
    sentence.click()
    assert tab.table.rows.rowCount() == 3
    assert tab._chips._buttons["all"].isChecked()
    capture.shown(desk, talk, ids)
    assert not sentence.isVisible()


def test_the_detail_says_how_much_and_takes_the_proposal_with_one_click(window, desk, qtbot):
    target_list.add_spoken(desk, "Nordwind")
    contacts.add_spoken(desk, "Ann Lee, Nordwind Freight")
    window.inside.go(2)
    tab = window.inside.page(2)
    tab.table.selectRow(0)
    wanted = tab.detail._wanted
    assert not wanted._use.isVisible()
    wanted._switch._buttons["3"].click()
    assert (desk.find(Company)[0].motivation, wanted._use.accessibleName()) == (3, "Use the proposed priority A")
    wanted._use.click()
    assert desk.find(Company)[0].priority == "A"
    assert not wanted._use.isVisible()
    ask = next(button for button in tab.detail.findChildren(type(wanted._use)) if button.accessibleName() == "Who do you know?")
    ask.click()
    who = dialog(window, WhoDialog)
    qtbot.waitUntil(lambda: [match.target for match in who.list.rows()] == ["Nordwind"])
    who.close()
    QApplication.processEvents()


def test_thousands_are_looked_through_beside_the_window(window, desk, qtbot):
    everybody = people(3_000)
    exchange.bring_in(desk, Reading("csv", everybody), "people.csv")
    for name in sorted({person.company for person in everybody})[:40]:
        target_list.add_spoken(desk, name.split()[0])
    window.inside.doing.do("who_inside")
    who = dialog(window, WhoDialog)
    assert who._pages.currentIndex() == 2 and who.list.rows() == []  # the window is there before the answer is
    qtbot.waitUntil(lambda: len(who.list.rows()) > 20)
    match = who.list.rows()[0]
    who._act("join", match.key)
    assert desk.undo_label() == f"Join {match.employer.people} people at {match.target}"
    who.close()
    build = BuildDialog(window, window.inside._live)
    build.open()
    build.go("people")
    assert build._pages["people"].table.rows.rowCount() == 0
    qtbot.waitUntil(lambda: build._pages["people"].table.rows.rowCount() > 200)
    build.close()
