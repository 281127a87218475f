"""The one table model: a hundred thousand ids, and only the rows that are seen are fetched."""

from __future__ import annotations

from array import array
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt

from networking_desk.ui.rows import RowsModel, Table


class Row(NamedTuple):
    n: int
    id: str


@pytest.fixture
def asked():
    return []


@pytest.fixture
def rows(asked):
    def page(ns):
        asked.append(len(ns))
        return [Row(n, f"id{n}") for n in ns]

    return RowsModel(("Name", "Number"), page, lambda row, column: row.id if column == 0 else str(row.n), lambda row: f"row {row.n}")


def test_it_is_a_model_as_qt_wants_them(rows, qtmodeltester):
    rows.show_ids(array("q", range(1, 200)))
    qtmodeltester.check(rows)


def test_of_100_000_rows_only_the_seen_pages_are_fetched(rows, asked, qtbot):
    rows.show_ids(array("q", range(1, 100_001)))
    table = Table("Contacts", rows, lambda *_: None, (0, 100), 60)
    qtbot.addWidget(table)
    table.resize(600, 600)
    table.show()
    table.grab()
    assert sum(asked) <= 128
    table.scrollToBottom()
    table.grab()
    assert sum(asked) <= 320


def test_the_selection_stays_with_its_row_when_the_list_changes(rows, qtbot):
    table = Table("Contacts", rows, lambda *_: None, (0, 100), 60)
    qtbot.addWidget(table)
    rows.show_ids([5, 6, 7, 8])
    assert table.choose(7)
    rows.show_ids([1, 7, 5])
    assert table.current_id() == "id7"
    assert table.chosen_ids() == ["id7"]
    rows.more([1, 7, 5, 9])
    assert rows.rowCount() == 4
    assert table.current_id() == "id7"
    rows.show_ids([1])
    assert table.current_id() in ("", "id1")
    assert not table.choose(99)


def test_a_row_that_is_gone_is_empty_and_no_error(asked):
    model = RowsModel(("Name",), lambda ns: [], lambda row, column: row.id, lambda row: row.id)
    model.show_ids([1, 2])
    assert model.index(0, 0).data() is None
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) is None
