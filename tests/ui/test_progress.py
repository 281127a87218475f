"""Progress fits: no card is cut, in a small window with large text neither."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea

from networking_desk.ui.look.text import Words
from networking_desk.verbs import contacts, leads, profile


@pytest.mark.parametrize("size", [(880, 520), (1024, 640), (1280, 800)])
@pytest.mark.parametrize("text", [100, 115, 130])
def test_no_card_is_cut_at_any_size_of_window_and_text(window, desk, size, text):
    leads.add(desk, "Planner for everything, Kestrel", contacts.add_spoken(desk, "Ann Lee"))
    profile.set_option(desk, undoable=False, text_size=text)
    window.resize(*size)
    window.build_again()
    window.inside.go(4)
    QApplication.processEvents()
    page = window.inside.page(4)
    view = page.findChild(QScrollArea).viewport()
    assert page.findChild(QScrollArea).widget().width() <= view.width()
    for card in (*page._cards, page._leads_card, page.ties):
        assert card.mapTo(view, QPoint(card.width(), 0)).x() <= view.width() and card.width() >= card.minimumSizeHint().width()
    if size[0] == 1280:
        hint = next(words for words in page.ties.findChildren(Words) if words.text().startswith("Click a name"))
        assert hint.width() >= hint.sizeHint().width()
    profile.set_option(desk, undoable=False, text_size=100)
    window.build_again()
