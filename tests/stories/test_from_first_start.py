"""From the first start to a meeting that is ready: a real export of connections, by keyboard, with every action counted."""

from __future__ import annotations

import json

import pytest
from keyboard import Keys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from networking_desk.domain.meetings import Meeting
from networking_desk.verbs import exchange

MOST = 25  # actions beside the typing of texts
PITCH = (
    "I run supply chains that have to grow fast without losing their grip on cost. At Brightwater Foods I rebuilt planning for three plants, cut stock by a fifth and brought late "
    "orders under two percent. Before that I opened a packaging site from an empty hall. Now I would like to lead operations for a company that is opening or moving a site."
)
# As LinkedIn writes it since 2022: three lines before the header, hardly an address.
HEAD = (
    "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their "
    "connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261\""
    "\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
)


@pytest.fixture
def connections(tmp_path):
    people = "".join(f"Person{n},Family{n},https://www.linkedin.com/in/person-{n},,Company {n % 90},Planner,{n % 28 + 1:02d} Feb 2024\n" for n in range(600))
    path = tmp_path / "Connections.csv"
    path.write_text(HEAD + people + "Priya,Raman,https://www.linkedin.com/in/priya-raman,,Halden Logistics,\"Director, Operations\",03 Mar 2024\n,,,,,,07 Jul 2021\n", encoding="utf-8")
    return path


def test_from_the_first_start_to_six_of_six_in_at_most_25_actions(first_start, desk, connections, monkeypatch, qtbot):
    keys, inside = Keys(first_start), first_start.inside
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", staticmethod(lambda *_: ([str(connections)], "")))
    keys.type(PITCH)
    keys.press("Ctrl+Return")
    keys.type("Operations lead at a company that is opening or moving a site, near Rotterdam.")
    keys.press("Ctrl+Return")
    keys.type("Kestrel Robotics, Robotics, Eindhoven\rNordwind Freight, Logistics, Hamburg\rHalden Logistics, Logistics, Rotterdam")
    keys.press("Ctrl+O")
    keys.pressed += 2  # choosing the file in the system's dialog, and opening it
    qtbot.waitUntil(lambda: desk.lists.contacts.count() == 601 and inside.tabs.currentIndex() == 1, timeout=20_000)
    told = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Import" and w.isVisible())  # one row had no name
    told.activateWindow()  # off screen there is no window manager to do it
    assert QTest.qWaitForWindowActive(told)
    keys.press("Escape")
    assert not any(w.windowTitle() == "Import" and w.isVisible() for w in QApplication.topLevelWidgets())
    keys.press("Ctrl+K")
    keys.type("priya")
    keys.press("Return")
    keys.press("Ctrl+T")
    keys.type("thu 14")
    keys.press("Return")
    assert inside.tabs.currentIndex() == 3
    keys.press("F6")
    keys.press("Return")
    keys.type("Built the Rotterdam hub team from 4 to 60.")
    keys.press("Ctrl+Return")
    keys.press("Return")
    for question in ("How did the hub change planning?", "Who is hard to find?", "What would you do in my place?"):
        keys.type(question)
        keys.press("Return")
    keys.press("Ctrl+Return")
    keys.press("Return")  # the list as it will be shared
    shared = next(w for w in QApplication.topLevelWidgets() if w.windowTitle() == "Companies I would like to reach")
    assert shared.isVisible()
    keys.press("Escape")
    keys.press("F6")
    keys.press("Return")
    keys.type("My packaging cost model")
    keys.press("Ctrl+Return")
    actions = sum(keys.spent())
    (talk,) = desk.find(Meeting)
    assert [done for _, done in desk.lists.meeting.view(talk.id).readiness()] == [True] * 6
    assert inside.panel._prepare.checks._count.text() == "6 of 6"
    data = json.loads(exchange.export_json(desk))
    assert [c["full_name"] for c in data["contacts"] if c["id"] == talk.contact_id] == ["Priya Raman"]
    assert sorted(c["name"] for c in data["companies"] if c["target"]) == ["Halden Logistics", "Kestrel Robotics", "Nordwind Freight"]
    assert data["profile"][0]["skills"] == PITCH
    assert actions <= MOST, actions
