"""Trouble: a bug in a slot leaves the program alive and the log without a word of anybody's."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from networking_desk.domain.errors import DeskError
from networking_desk.ui import errors, log
from networking_desk.verbs import contacts

CANARY = "Kanarienvogel"


@pytest.fixture
def told(monkeypatch):
    heard = {"told": [], "reported": []}
    monkeypatch.setattr(errors, "told", [heard["told"].append])
    monkeypatch.setattr(errors, "reported", [heard["reported"].append])
    return heard


def test_what_the_user_can_put_right_is_told_and_a_bug_is_reported(told):
    errors.tell(DeskError("Write at least the name."))
    try:
        int(CANARY)
    except ValueError as bug:
        errors.tell(bug)
    assert told["told"] == ["Write at least the name."]
    assert len(told["reported"]) == 1
    assert CANARY not in told["reported"][0]


def test_the_log_says_where_and_never_what(desk, told):
    log.begin(desk.folder)
    try:
        contacts.add_spoken(desk, CANARY)
        try:
            contacts.edit(desk, contacts.add_spoken(desk, f"{CANARY} Lee"), **{CANARY: 1})
        except TypeError as bug:
            errors.tell(bug)
        for handler in logging.getLogger("networking_desk").handlers:
            handler.flush()
        path = desk.folder / "desk.log"
        text = path.read_text(encoding="utf-8")
        assert "TypeError" in text and "contacts.py" in text
        assert CANARY not in text
        assert path.stat().st_mode & 0o077 == 0
        handler = logging.getLogger("networking_desk").handlers[0]
        assert (handler.maxBytes, handler.backupCount) == (1_000_000, 2)
    finally:
        from PySide6.QtCore import qInstallMessageHandler

        qInstallMessageHandler(None)
        for handler in list(logging.getLogger("networking_desk").handlers):
            logging.getLogger("networking_desk").removeHandler(handler)
            handler.close()


def test_a_file_dropped_on_the_window_is_imported(window, desk, tmp_path, qtbot):
    path = tmp_path / "list.csv"
    path.write_text("Name,E-mail\nAnn Lee,ann@x.example\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: desk.lists.contacts.count() == 1, timeout=10_000)
    qtbot.waitUntil(lambda: window.inside.toast._words.text() == "1 contact added", timeout=5_000)


def test_an_import_can_be_cancelled_and_the_window_answers_meanwhile(window, desk, tmp_path, qtbot):
    path = tmp_path / "list.csv"
    path.write_text("Name,E-mail\n" + "".join(f"Person {n},p{n}@x.example\n" for n in range(8_000)), encoding="utf-8")
    window.inside.doing.bring([path])
    from networking_desk.ui.importing import ImportDialog

    dialog = window.findChild(ImportDialog)
    dialog._cancel.click()
    qtbot.waitUntil(lambda: dialog._work is None, timeout=10_000)
    assert desk.lists.contacts.count() == 0
    assert "cancelled" in dialog._text.text()
    dialog._cancel.click()
    contacts.add_spoken(desk, "Ann Lee")  # and life goes on


def test_closing_the_window_in_the_middle_of_an_import_leaves_all_or_nothing(window, desk, tmp_path, qtbot):
    path = tmp_path / "list.csv"
    path.write_text("Name,E-mail\n" + "".join(f"Person {n},p{n}@x.example\n" for n in range(6_000)), encoding="utf-8")
    window.inside.doing.bring([path])
    qtbot.wait(250)
    window.close()
    assert desk.lists.contacts.count() in (0, 6_000)
    assert desk.check() == []
