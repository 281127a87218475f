"""The print dialog in the real window: what it shows, for whom, and where it goes."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog

from networking_desk.domain.paper import PageSize, PaperKind
from networking_desk.ui.printing import list_paper, papers
from networking_desk.ui.printing.pdf_spaces import with_spaces
from networking_desk.verbs import contacts, meeting, profile, target_list
from tests.ui.test_printing import text_of


@pytest.fixture
def asked(window, desk, clock):
    """The window with a planned meeting, and its print dialog once a command has opened it."""
    for number in range(3):
        target_list.add_spoken(desk, f"Company {number} Works, Trade, Ghent")
    ann = contacts.add_spoken(desk, "Ann Lee, Northwind")
    meeting.plan(desk, ann, clock.now() + timedelta(hours=1), 20)

    def ask(command, tab=0):
        window.inside.go(tab)
        window.inside.doing.do(command)
        return next(d for d in reversed(window.findChildren(QDialog)) if d.windowTitle() == "Print" and d.isVisible())

    return ask


@pytest.mark.parametrize(("tab", "title"), [(0, "Week of"), (1, list_paper.TITLE), (2, list_paper.TITLE), (3, "Networking meeting with Ann Lee"), (4, "Work-search record")])
def test_print_shows_the_paper_of_the_screen(asked, tab, title):
    dialog = asked("print", tab)
    assert dialog._pages.title.startswith(title)
    (first, *_) = dialog._view._views
    assert title in first.accessibleDescription()
    assert first.grab().toImage().pixelColor(first.width() // 2, 2).name() == "#ffffff"
    dialog.close()


def test_without_a_meeting_the_sheet_is_the_list(window, desk):
    window.inside.doing.do("print_sheet")
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    assert dialog._pages.title == list_paper.TITLE
    assert dialog._kind.findData(PaperKind.SHEET) < 0
    dialog.close()


def test_the_list_is_for_whom_one_says_and_is_saved_as_pdf(asked, desk, tmp_path, monkeypatch, window):
    ben = contacts.add_spoken(desk, "Ben Aalto, Company 1 Works")
    window.inside._live.contact_id = ben
    dialog = asked("print_list")
    assert [dialog._whom.itemText(n) for n in range(dialog._whom.count())] == ["Nobody in particular", "Ann Lee", "Ben Aalto"]
    dialog._whom.picked.emit(ben)
    assert "1 company is left out" in dialog._hint.text()
    offered = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _p, _t, wanted, _f: (offered.append(wanted), (str(tmp_path / "out"), ""))[1])
    dialog._save_button.click()
    assert offered[0].endswith("Target list for Ben Aalto.pdf")
    text = text_of((tmp_path / "out.pdf").read_bytes())
    assert re.findall(r"Company \d", text) == ["Company 0", "Company 2"]
    assert window.inside.toast._words.text() == "out.pdf written"


def test_a_list_that_was_saved_for_the_meeting_makes_it_readier(asked, desk, tmp_path, monkeypatch, window):
    dialog = asked("print_sheet", 3)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "s.pdf"), ""))
    dialog._save_button.click()
    assert [done for item, done in window.inside._live.view.readiness() if item.key == "list"] == [True]


def test_a_file_that_cannot_be_written_is_told_in_the_dialog_and_nothing_is_lost(asked, tmp_path, monkeypatch):
    dialog = asked("print_list")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "where.pdf"), ""))
    dialog._save_button.click()
    assert dialog.isVisible() and "could not be written" in dialog._error.text()
    dialog.close()


def test_the_size_is_kept_and_the_days_of_a_record_are_chosen(asked, desk):
    dialog = asked("print", 4)
    dialog._sizes._buttons["letter"].click()
    assert (desk.settings.paper, dialog._pages.size) == ("letter", PageSize.LETTER)
    dialog._first.setText("2026-03-01")
    dialog._first.editingFinished.emit()
    assert "1 March 2026 to 10 March 2026" in dialog._pages.title
    dialog._first.setText("soon")
    dialog._first.editingFinished.emit()
    assert "2026-03-10" in dialog._error.text()
    dialog._kind.picked.emit("week")
    assert dialog._of_week.isVisible() and not dialog._of_log.isVisible()
    dialog._move_week(7)
    assert dialog._pages.title == "Week of 16 March 2026"
    dialog.close()


@pytest.mark.parametrize("day", ["2026-01-01", "soon", "9999-12-31", "0001-01-01"])
def test_while_the_days_are_wrong_nothing_is_shown_and_nothing_goes_out(asked, day):
    dialog = asked("print", 4)
    buttons = (dialog._save_button, dialog._print_button)
    dialog._last.setText(day)
    dialog._last.editingFinished.emit()
    assert dialog._error.isVisible() and dialog._error.text()
    assert not any(button.isEnabled() for button in buttons)
    assert dialog._pages is None and dialog._view._views == [] and dialog._count.text() == ""
    dialog._kind.picked.emit("week")
    assert all(button.isEnabled() for button in buttons) and not dialog._error.isVisible()
    dialog._kind.picked.emit("log")  # the words that are no day stand there still
    assert not any(button.isEnabled() for button in buttons) and dialog._error.isVisible()
    dialog._last.setText("2026-03-05")
    dialog._last.editingFinished.emit()
    assert all(button.isEnabled() for button in buttons) and not dialog._error.isVisible()
    assert dialog._pages.title.endswith("5 March 2026")
    dialog.close()


def test_it_goes_to_the_printer_that_was_chosen(asked, tmp_path, monkeypatch, window):
    out = tmp_path / "printed.pdf"

    def choose(dialog):
        dialog.printer().setOutputFileName(str(out))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    dialog = asked("print_list")
    dialog._print_button.click()
    text = with_spaces(out.read_bytes())
    assert re.findall(r"Company \d Works", text_of(text)) == [f"Company {n} Works" for n in range(3)]
    assert window.inside.toast._words.text() == "Sent to the printer"


def test_nothing_is_printed_when_nobody_chose_a_printer(asked, monkeypatch):
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    dialog = asked("print_list")
    dialog._print_button.click()
    assert dialog.isVisible()
    dialog.close()


def test_where_paper_is_letter_it_is_letter_by_itself(desk, monkeypatch):
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("en_US"))
    assert papers.size_for(desk) is PageSize.LETTER
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("nl_NL"))
    assert papers.size_for(desk) is PageSize.A4
    profile.set_option(desk, paper="letter")
    assert papers.size_for(desk) is PageSize.LETTER
