"""Letters in their dialog: what was typed stays, what is wrong with a template is said."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from networking_desk.ui.owed.draft import DraftDialog
from networking_desk.ui.templates import TemplatesDialog
from networking_desk.verbs import contacts


@pytest.fixture
def letter(window, desk):
    dialog = DraftDialog.for_contact(window, window._live, contacts.add_spoken(desk, "Ann Lee, Northwind"))
    dialog.open()
    yield dialog
    dialog.close()


def template_of(letter):
    letter._edit_template()
    QApplication.processEvents()
    return next(one for one in letter.findChildren(TemplatesDialog) if one.isVisible())


def test_what_was_typed_into_a_letter_outlives_a_look_at_its_template(letter):
    letter.text.setPlainText("Dear Ann, in my own words")
    template_of(letter).reject()
    assert letter.text.toPlainText() == "Dear Ann, in my own words"
    editor = template_of(letter)
    editor.text.setPlainText("Hello {{first}}.")
    editor._done()
    assert letter.text.toPlainText() == "Dear Ann, in my own words"


def test_a_letter_that_is_still_as_it_was_filled_in_follows_its_template(letter):
    before = letter.text.toPlainText()
    editor = template_of(letter)
    editor.text.setPlainText("Hello {{first}}.")
    editor.reject()
    assert letter.text.toPlainText() == before
    editor = template_of(letter)
    editor.text.setPlainText("Hello {{First}}.")
    editor._done()
    assert letter.text.toPlainText() == "Hello Ann."


def test_brackets_without_a_partner_are_told_of_beside_the_words(letter):
    editor = template_of(letter)
    editor.text.setPlainText("Hello {{first}.")
    assert editor._trouble.text().startswith("Some brackets are not closed") and editor._read.text() == "Hello ____."
    editor.text.setPlainText("Hello {{full name}}.")
    assert not editor._trouble.isVisible() and editor._read.text() == "Hello Ann Lee."
    editor.reject()
