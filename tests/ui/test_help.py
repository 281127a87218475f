"""Help: every page opens from its screen with F1, every picture is there, and words find pages."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from networking_desk.domain.contacts import Contact
from networking_desk.domain.meetings import Meeting, MeetingState
from networking_desk.ui.commands import COMMANDS
from networking_desk.ui.help import pages
from networking_desk.ui.help.dialog import HelpDialog
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.fields import SearchField
from networking_desk.verbs import meeting, profile, sample


def top(title):
    return next((w for w in QApplication.topLevelWidgets() if w.windowTitle() == title and w.isVisible()), None)


def press_f1(window) -> str:
    """Press F1 in a window; gives the name of the page that came, and closes it."""
    QApplication.processEvents()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_F1)
    QApplication.processEvents()
    shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, HelpDialog) and w.isVisible())
    name = shown.page
    shown.close()
    QApplication.processEvents()
    return name


class Somebody:
    """Whoever stands before a screen and presses F1; one way for each screen that a page says it is for."""

    def __init__(self, window, desk, clock) -> None:
        self.window, self.desk, self.clock, self.inside = window, desk, clock, window.inside

    def tab(self, number: int) -> QWidget:
        self.inside.go(number)
        return self.window

    def command(self, name: str, title: str) -> QWidget:
        self.inside.doing.do(name)
        return top(title)

    def planned(self) -> str:
        return self.desk.find(Meeting, state=MeetingState.PLANNED)[0].id

    def live(self) -> QWidget:
        if not self.inside._live.is_live:
            meeting.start(self.desk, self.planned())
        return self.tab(3)

    def clicked(self, page: QWidget, words: str, title: str) -> QWidget:
        next(b for b in page.findChildren(Button) if words in (b.accessibleName(), b.text().strip())).click()
        return top(title)

    def welcome(self) -> QWidget:
        self.inside.beginning.show()
        return self.window

    def no_meeting(self) -> QWidget:
        with self.desk.change("") as records:
            for talk in records.find(Meeting):
                records.remove(talk)
        return self.tab(3)

    def after(self) -> QWidget:
        self.live()
        self.clock.go(60)
        meeting.end(self.desk, self.inside._live.view.meeting.id)
        return self.tab(3)

    def asked(self, ask, title: str) -> QWidget:
        """Ask for a dialog; one whose title names somebody is known by being the one that is there."""
        ask()
        QApplication.processEvents()
        return top(title) if title else next(w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible())

    def screens(self):
        contact = next(c.id for c in self.desk.find(Contact) if c.full_name == "Priya Raman")
        self.tab(1)
        self.inside.page(1).choose(contact)
        detail = self.inside.page(1).detail
        company = self.inside.page(2)
        company.table.selectRow(0)
        profile.save(self.desk, skills="I run plants.")
        ready = self.inside.page(3).ready
        return {
            "Today": lambda: self.tab(0), "Contacts": lambda: self.tab(1), "Target Companies": lambda: self.tab(2), "Progress": lambda: self.tab(4), "Welcome": self.welcome,
            "Put off to a day": lambda: self.asked(lambda: (self.tab(0), self.inside.page(0)._acting._snooze_to(self.inside.page(0).owed.rows()[0].id)), "Put off to a day"),
            "New contact": lambda: self.command("new_contact", "New contact"), "New target company": lambda: self.command("new_company", "New target company"),
            "New note": lambda: self.asked(detail._add_note, "New note"), "New job": lambda: self.asked(detail._new_job, "New job"),
            "Hide from whom?": lambda: self.asked(company.detail._hidden._ask, "Hide from whom?"),
            "Plan a meeting": lambda: self.command("plan", "Plan a meeting"), "Move the meeting": lambda: self.asked(ready._move, "Move the meeting"),
            "Length of the meeting": lambda: self.asked(lambda: ready._set_length("other"), "Length of the meeting"),
            "Meeting timer": self.no_meeting, "Meeting timer, before": lambda: self.tab(3), "Meeting timer, live": self.live, "Meeting timer, after": self.after,
            "When did it start?": lambda: self.asked(lambda: (self.live(), self.inside.doing.do("late_start")), "When did it start?"),
            "Pitch and ideal position": lambda: self.command("profile", "Pitch and ideal position"), "Rehearse": lambda: self.command("rehearse", "Rehearse"),
            "Questions": lambda: self.command("questions", "Questions"), "Edit the question": lambda: self.asked(lambda: self.inside.panel._prepare.checks._act_on_question("edit", "0"), "Edit the question"),
            "Companies I would like to reach": lambda: self.command("share", "Companies I would like to reach"), "Networking meeting": lambda: self.asked(lambda: (self.live(), self.inside.doing.do("call_window")), "Networking meeting"),
            "Import": lambda: self.importing(), "Build the list": lambda: self.command("build_list", "Build the list"), "Who do I know here?": lambda: self.command("who_inside", "Who do I know here?"),
            "Print": lambda: self.command("print_list", "Print"), "Search everything": lambda: self.command("palette", "Search everything"), "Settings": lambda: self.command("settings", "Settings"),
            "What came of it": lambda: self.asked(lambda: (self.tab(0), self.inside.page(0)._referrals._act("outcome", self.inside.page(0)._referrals.rows()[0].id)), None),
            "New promise": lambda: self.asked(lambda: (self.tab(1), detail._ties.ledger._new()), "New promise"), "New job lead": lambda: self.asked(lambda: (self.tab(4), self.inside.page(4)._add()), "New job lead"),
            "Call sheet": lambda: self.asked(lambda: (self.tab(0), self.inside.page(0)._acting.sheet(next(r for r in self.inside.page(0).owed.rows() if "call" in r.kind))), None),
            "Write a letter": lambda: self.asked(lambda: self.inside.page(0)._acting.write(self.inside.page(0).owed.rows()[0]), None), "Templates": lambda: self.command("templates", "Templates"),
            "Job lead": lambda: self.asked(lambda: self.inside.page(4).leads._act("open", self.inside.page(4).leads.rows()[0].id), "Job lead"),
            "New opening": lambda: self.asked(lambda: (self.tab(2), company.detail._ties._add()), "New opening"),
            "Agendas": lambda: self.command("agendas", "Agendas"), "Trash": lambda: self.command("trash", "Trash"), "Keys": lambda: self.command("keys", "Keys"),
        }  # fmt: skip

    def importing(self) -> QWidget:
        from networking_desk.ui.importing import ImportDialog

        made = ImportDialog(self.window, self.inside._live, [])
        made.open()
        return made


LAST = ("Meeting timer, live", "When did it start?", "Networking meeting", "Meeting timer, after", "Meeting timer", "Welcome")  # each changes what is there for the next


def test_every_page_opens_from_its_screens_with_f1(window, desk, clock):
    sample.look_around(desk)
    somebody = Somebody(window, desk, clock)
    screens = somebody.screens()
    wanted = {screen: page.name for page in pages.pages() for screen in page.opens}
    assert set(wanted) == set(screens)
    for screen in sorted(wanted, key=lambda s: LAST.index(s) if s in LAST else -1):
        opened = screens[screen]()
        assert opened is not None and opened.isVisible(), screen
        assert press_f1(opened) == wanted[screen], screen
        if opened is not window:
            opened.close()
            QApplication.processEvents()


def test_f1_turns_an_open_help_to_where_one_is(window, desk):
    window.inside.go(1)
    window.inside.doing.do("help")
    window.inside.go(4)
    window.inside.doing.help_for(window)
    (shown,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, HelpDialog) and w.isVisible()]
    assert shown.page == "16-progress"
    shown.close()


def test_words_find_pages_and_a_page_leads_to_another(window):
    window.inside.doing.do("help")
    shown = window.findChild(HelpDialog)
    search = shown.findChild(SearchField)
    search.setText("linkedin zip")
    assert [row.title for row in shown._titles.rows()] == ["Bring people in"]
    search.setText("settings")
    assert shown._titles.rows()[0].title == "Settings"
    search.setText("nothing is called that")
    assert shown._titles.rows() == [] and shown._none.isVisible()
    search.setText("")
    shown.show_page(pages.titled("Today"))
    next(b for b in shown._shown.currentWidget().findChildren(Button) if b.accessibleName() == "Help page: Before a meeting").click()
    assert shown.page == "07-prepare"
    shown.close()


def test_every_picture_is_there_and_told_in_words_and_all_of_them_are_small():
    used = {block.beside for page in pages.pages() for block in page.blocks if block.kind == "picture"}
    files = {path.name for path in pages.picture("x").parent.glob("*.png")}
    assert used == files
    assert sum(pages.picture(name).stat().st_size for name in files) < 1_000_000
    for name in files:
        assert QImage(str(pages.picture(name))).width() > 200, name
    assert all(len(block.words) > 20 for page in pages.pages() for block in page.blocks if block.kind == "picture")


@pytest.mark.full
def test_the_pictures_can_be_taken_anew(tmp_path, monkeypatch, qtbot):
    from tests import pictures

    monkeypatch.setattr(pictures, "OUT", [tmp_path])
    pictures.main()
    assert {path.name for path in tmp_path.glob("*.png")} == {path.name for path in pages.picture("x").parent.glob("*.png")}


def test_the_pages_are_short_say_keys_that_exist_and_lead_to_pages_that_exist():
    keys = {key for command in COMMANDS for key in command.keys}
    for page in pages.pages():
        assert page.title and page.opens != ("",) and len(page.text().split()) < 400, page.name
        assert "!" not in page.text(), page.name
        for block in page.blocks:
            if block.kind == "see":
                assert pages.titled(block.words), block.words
            if block.kind == "key" and re.fullmatch(r"(Ctrl|Alt|F)\+?[\w+,]+", block.beside) and not re.fullmatch(r"Ctrl\+([1-5]|Enter)|Alt\+(Up|Down)", block.beside):
                assert block.beside in keys, f"{page.name}: {block.beside}"
    assert len({page.title for page in pages.pages()}) == len(pages.pages())


def test_what_a_page_is_made_of_is_plain():
    page = pages.parsed("x", "title: A\nopens: B | C\n\nOne.\n## Two\n- three\nkey: Ctrl+N | four\ntip: five: six\npicture: p.png | seven\nsee: A\nnote: eight")
    assert page.opens == ("B", "C")
    assert [(b.kind, b.words, b.beside) for b in page.blocks] == [
        ("text", "One.", ""), ("heading", "Two", ""), ("bullet", "three", ""), ("key", "four", "Ctrl+N"), ("tip", "five: six", ""), ("picture", "seven", "p.png"), ("see", "A", ""),
        ("text", "note: eight", ""),
    ]  # fmt: skip
