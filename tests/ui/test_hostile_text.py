"""Names are text: whatever is in one, nothing is opened, nothing is run, nothing is drawn but letters."""

from __future__ import annotations

import builtins

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QLabel

from networking_desk.domain.contacts import Role
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.pitch import Part
from networking_desk.ui import links
from networking_desk.ui.companies.build import BuildDialog
from networking_desk.ui.companies.joining import WhoDialog
from networking_desk.ui.look.text import Words, clean_for_display, tooltip
from networking_desk.ui.palette.dialog import PaletteDialog
from networking_desk.ui.profile.dialog import PitchDialog
from networking_desk.ui.profile.rehearse import RehearseDialog
from networking_desk.ui.questions.bank import QuestionsDialog
from networking_desk.verbs import capture, contacts, meeting, profile, questions, target_list

HOSTILE = [
    "<img src='file:///etc/passwd'>", "<b>Bold</b>", "<table><tr><td>" * 20, "//attacker/share/x.png", "a\u202ereversed", "Zalgo" + "\u0300" * 3_000, "x" * 20_000, "=cmd|' /C calc'!A0", "&lt;script&gt;",
    "'; DROP TABLE contact; --", "\u0000nul", "🏳️‍🌈 family 👩‍👩‍👧", "{{me}}", "%s %d {0}", "&File", "line\nbreak",
]  # fmt: skip


def test_hostile_names_are_shown_as_letters_on_every_screen(desk, window, clock, monkeypatch, tmp_path):
    opened = []
    real = builtins.open
    monkeypatch.setattr(builtins, "open", lambda file, *a, **k: opened.append(str(file)) or real(file, *a, **k))
    inside = window.inside
    for words in HOSTILE:
        name = words.replace(",", " ")
        try:
            ann = contacts.add_spoken(desk, f"{name}, {name}, {name}")
        except contacts.DeskError:
            continue
        contacts.edit(desk, ann, notes=words, place=words, tags=(words[:50],))
        target_list.add_spoken(desk, f"{name}, {name}, {name}")
        talk = meeting.plan(desk, ann, clock.now(), 15)
        meeting.edit(desk, talk, ask=words, offer=words, questions=[words])
        inside.go(0)
        inside.go(3)
        meeting.start(desk, talk)
        for kind in CaptureKind:
            capture.save(desk, talk, kind, f"New {name} x, {name}")
        inside.page(3).running.tick()
        for number in (1, 2, 4):
            inside.go(number)
        QApplication.processEvents()
        inside.go(3)
        meeting.end(desk, talk)
        window.grab()
        meeting.finish(desk, talk)
        inside.go(0)
        window.grab()
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
    assert not [o for o in opened if "passwd" in o or "attacker" in o]
    assert desk.check() == []


def test_hostile_names_are_letters_where_the_list_is_built_and_joined(desk, window, qtbot):
    for words in HOSTILE:
        name = words.replace(",", " ")[:400]
        target_list.add_spoken(desk, f"{name} C, {name}, {name}", size=name)
        contacts.add_spoken(desk, f"{name} X, {name}, {name} C Group International")
    build, who = BuildDialog(window, window.inside._live), WhoDialog(window, window.inside._live)
    for dialog in (build, who):
        dialog.open()
    build._pages["add"].line.setText("<b>Bold</b> & Sons")
    build._pages["add"]._add()
    assert build._said.text() == "<b>Bold</b> & Sons added"
    for page in ("people", "rank", "add"):
        build.go(page)
        qtbot.waitUntil(lambda: who.list.rows() != [])
        build.grab()
    who.grab()
    for label in build.findChildren(QLabel) + who.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
    for dialog in (build, who):
        dialog.close()


def test_hostile_names_are_letters_where_one_prepares_and_searches(desk, window, clock):
    inside = window.inside
    for words in HOSTILE:
        name = words.replace(",", " ")[:400]
        try:
            ann = contacts.add_spoken(desk, f"{name}, {name}, {name}")
        except contacts.DeskError:
            continue
        contacts.edit(desk, ann, notes=words)
        contacts.add_note(desk, ann, words + "x")
        contacts.log_touch(desk, ann, contacts.TouchKind.CALL, words)
        inside._live.choose(meeting.plan(desk, ann, clock.now(), 15))
        questions.ask(desk, inside._live.view.meeting.id, words + "?")
        questions.add(desk, Role.INSIDER, words + "?")
        profile.save(desk, skills=words, ideal_position=words, full_name=name)
        inside.go(3)
        window.grab()
        dialogs = [QuestionsDialog(window, inside._live), PitchDialog(window, inside._live), RehearseDialog(window, inside._live, Part.PITCH), PaletteDialog(window, inside._live)]
        dialogs[0]._show(Role.INSIDER)
        dialogs[3].field.setText(words[:40])
        for dialog in dialogs:
            dialog.show()
            dialog.grab()
            for label in dialog.findChildren(QLabel):
                assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()
            dialog.close()
        QApplication.processEvents()
    assert desk.check() == []


@given(st.text(max_size=500))
def test_what_is_shown_has_no_direction_marks_and_no_towers(text):
    shown = clean_for_display(text)
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u200e\u200f") & set(shown)
    assert clean_for_display(shown) == shown


def test_words_and_tips_are_plain(qtbot):
    words = Words("<b>x</b><img src='file:///etc/passwd'>")
    qtbot.addWidget(words)
    assert words.textFormat() == Qt.TextFormat.PlainText
    assert words.text() == "<b>x</b><img src='file:///etc/passwd'>"
    tooltip(words, "<b>x</b>")
    assert words.toolTip() == "&lt;b&gt;x&lt;/b&gt;"


@pytest.mark.parametrize(
    ("link", "opens"),
    [
        ("https://www.linkedin.com/in/ana", True), ("http://x.example/a?b=c", True), ("mailto:a@x.example", True), ("tel:+31105550142", True), ("file:///etc/passwd", False), ("javascript:alert(1)", False),
        ("smb://host/share", False), ("//host/share", False), ("/etc/passwd", False), ("--help", False), ("https://user:pw@x.example/", False), ("https:///nohost", False), ("http://x.example\\@evil", False),
        ("https://x.example/\u202e", False), ("vscode://x", False), ("data:text/html,x", False), ("https://x.example/" + "a" * 3_000, False), ("", False), (" https://x.example", False), ("ms-msdt:x", False),
    ],
)  # fmt: skip
def test_only_web_mail_and_telephone_links_are_opened(monkeypatch, link, opens):
    asked = []
    monkeypatch.setattr(links, "opener", [lambda url: bool(asked.append(url) or True)])
    assert links.open_link(link) is opens
    assert len(asked) == opens


@given(st.text(min_size=1, max_size=80), st.text(max_size=100), st.text(max_size=300))
def test_a_letter_has_one_address_and_no_header_of_its_own(address, subject, body):
    link, _ = links.mailto(address.encode("utf-8", "ignore").decode() or "x", subject.encode("utf-8", "ignore").decode(), body.encode("utf-8", "ignore").decode())
    assert link.count("?") <= 1
    assert {part.split("=")[0] for part in link.partition("?")[2].split("&") if part} <= {"subject", "body"}
    assert QUrl.fromEncoded(link.encode(), QUrl.ParsingMode.StrictMode).isValid()


def test_a_long_letter_keeps_its_subject_and_says_so():
    link, long = links.mailto("a@x.example", "Thank you", "word " * 1_000)
    assert long
    assert link == "mailto:a@x.example?subject=Thank%20you"


@pytest.mark.parametrize(("number", "link"), [("+31 10 555 01 42", "tel:+31105550142"), ("0031 10 555 01 42 ext 7", "tel:+31105550142;ext=7"), ("555-010-2020", None), ("call me", None), ("+", None)])
def test_only_whole_numbers_are_dialled(number, link):
    assert links.tel(number) == link
