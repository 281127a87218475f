"""What a screen reader finds: every control has a name, and the names and roles of the contract are there on every screen."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QWidget

from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.paper import PaperKind
from networking_desk.ui.companies.build import BuildDialog
from networking_desk.ui.companies.joining import WhoDialog
from networking_desk.ui.help.dialog import HelpDialog
from networking_desk.ui.help.keys import KeysDialog
from networking_desk.ui.help.pages import for_screen
from networking_desk.ui.look.dialog import OneLine
from networking_desk.domain.pitch import Part
from networking_desk.ui.meeting.agendas import AgendasDialog
from networking_desk.ui.printing.dialog import PrintDialog
from networking_desk.ui.printing.papers import Wish
from networking_desk.ui.profile.dialog import PitchDialog
from networking_desk.ui.profile.rehearse import RehearseDialog
from networking_desk.ui.palette.dialog import PaletteDialog
from networking_desk.ui.questions.bank import QuestionsDialog
from networking_desk.ui.settings.dialog import SettingsDialog
from networking_desk.ui.trash import TrashDialog
from networking_desk.verbs import capture, contacts, meeting, profile, target_list

Role = QAccessible.Role
CONTROLS = {
    Role.Button, Role.PushButton, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.SpinBox, Role.Slider, Role.ProgressBar, Role.Table, Role.List, Role.Tree, Role.PageTab,
}  # fmt: skip


def walk(interface, depth=0):
    """An interface and everything visible under it."""
    if interface is None or not interface.isValid() or depth > 40:
        return
    yield interface
    if interface.role() in (Role.Table, Role.List, Role.Tree, Role.ComboBox):
        return  # their rows are the models', tested there
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield from walk(child, depth + 1)


def controls(widget: QWidget):
    QApplication.processEvents()
    return [(i.role(), i.text(QAccessible.Text.Name), i.text(QAccessible.Text.Description)) for i in walk(QAccessible.queryAccessibleInterface(widget)) if i.role() in CONTROLS]


class Strays(QObject):
    """Widgets that were shown before they stood anywhere: each flashes up as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow() and not isinstance(watched, (QMainWindow, QDialog, QMenu)):
            self.found.add(type(watched).__name__)
        return False


@pytest.fixture
def strays(qapp):
    seen = Strays()
    qapp.installEventFilter(seen)
    yield seen.found
    qapp.removeEventFilter(seen)


@pytest.fixture
def busy(desk, window, clock):
    """A desk with something on every screen."""
    ann = contacts.add_spoken(desk, "Ann Lee, VP Operations, Northwind, ann@northwind.example, +31 10 555 01 42")
    target_list.add_spoken(desk, "Kestrel Robotics, Robotics, Eindhoven")
    profile.save(desk, skills="I run supply chains.", ideal_position="Operations lead.")
    for _ in range(2):
        talk = meeting.plan(desk, ann, clock.now(), 20)
        meeting.start(desk, talk)
        for kind in CaptureKind:
            capture.save(desk, talk, kind, "Ben Aalto, Tidewell" if kind == "referral" else "Something, Somewhere")
        meeting.end(desk, talk)
        meeting.finish(desk, talk)
    return ann


def every_screen(desk, window, ann, clock):
    inside = window.inside
    yield "welcome", None
    for number in (0, 1, 2, 4):
        inside.go(number)
        if number in (1, 2):
            inside.page(number).table.selectRow(0)
        inside.panel.fold(number == 2)
        yield f"tab {number}", number
    talk = meeting.plan(desk, ann, clock.now(), 20)
    inside.go(3)
    yield "ready", 3
    meeting.start(desk, talk)
    yield "live", 3
    clock.go(1_300)
    inside.page(3).running.tick()
    yield "over", 3
    meeting.end(desk, talk)
    yield "wrap-up", 3


def test_every_control_on_every_screen_has_a_name_and_nothing_flashes_up(desk, window, busy, clock, strays):
    window.inside.beginning.show()
    for name, _ in every_screen(desk, window, busy, clock):
        found = controls(window)
        assert len(found) > 5, name
        assert [role for role, text, _ in found if not text.strip()] == [], name
    assert strays == set()


def paper_dialog(kind, window):
    return PrintDialog(window, window.inside._live, Wish(kind), print)


def build_dialog(page, window):
    made = BuildDialog(window, window.inside._live)
    made.go(page)
    return made


@pytest.mark.parametrize("make", [KeysDialog, lambda w: HelpDialog(w, for_screen("Today")), lambda w: PaletteDialog(w, w.inside._live), lambda w: QuestionsDialog(w, w.inside._live), *[lambda w, s=s: SettingsDialog(w, w.inside._live, s) for s in ("you", "week", "meetings", "rules", "look", "data")], lambda w: PitchDialog(w, w.inside._live), lambda w: RehearseDialog(w, w.inside._live, Part.PITCH), lambda w: TrashDialog(w, w.inside._live), lambda w: OneLine(w, "New contact", "hint", "", "Add", print), *(partial(paper_dialog, kind) for kind in PaperKind), *(partial(build_dialog, page) for page in ("add", "people", "rank")), lambda w: WhoDialog(w, w.inside._live)])
def test_every_control_in_every_dialog_has_a_name_and_nothing_flashes_up(window, busy, make, qtbot, strays):
    dialog = make(window)
    dialog.show()
    found = controls(dialog)
    assert found and all(text.strip() for _, text, _ in found)
    dialog.close()
    assert strays == set()


def test_the_windows_of_a_call_and_the_agendas_have_names_for_everything(desk, window, busy, clock, qtbot):
    talk = meeting.plan(desk, busy, clock.now(), 20)
    tab = window.inside.page(3)
    AgendasDialog(tab.ready, window.inside._live).show()
    meeting.start(desk, talk)
    meeting.became_interview(desk, talk)
    tab.share()
    tab.open_call_window()
    share, small, agendas = tab._share, tab._call_window, next(w for w in QApplication.topLevelWidgets() if isinstance(w, AgendasDialog))
    for made in (share, small, agendas):
        found = controls(made)
        assert len(found) > 4
        assert [role for role, text, _ in found if not text.strip()] == []
    assert QAccessible.queryAccessibleInterface(small).text(QAccessible.Text.Name) == "Networking meeting"
    assert {"Capture", "Time left", "Captured", "Checklist", "Hide names", "End meeting", "Share list"} <= names(controls(small))
    assert any(text.startswith("Target list") for text in names(controls(share), Role.List))
    for made in (share, small, agendas):
        made.close()


def names(found, role=None):
    return {text for r, text, _ in found if role is None or r == role}


def test_the_names_and_roles_of_the_contract_are_there(desk, window, busy, clock):
    seen = {}
    for name, _ in every_screen(desk, window, busy, clock):
        seen[name] = controls(window)
    root = QAccessible.queryAccessibleInterface(window)
    assert root.text(QAccessible.Text.Name) == "Networking Desk"
    assert {"Today", "Contacts", "Target Companies", "Meeting timer", "Progress"} <= names(seen["tab 0"], Role.PageTab)
    assert "Follow-ups" in names(seen["tab 0"], Role.List)
    assert "Contacts" in names(seen["tab 1"], Role.Table)
    assert "Target companies" in names(seen["tab 2"], Role.Table)
    assert {"Agenda", "Checklist", "Captured", "Target list"} <= names(seen["live"], Role.List)
    assert "Checklist" in names(seen["ready"], Role.List)
    assert "Capture" in names(seen["live"], Role.EditableText)
    assert {"Referral", "Missing company", "Job lead", "Note", "Promise"} <= names(seen["live"])
    assert {"Referral", "Missing company", "Job lead", "Note", "Promise", "Prepare", "Meet", "Follow up"} <= names(seen["live"], Role.RadioButton)
    assert {"Call window", "Share list"} <= names(seen["live"]) & names(seen["ready"])
    assert {"New", "End meeting", "Next stage", "Previous stage", "They offered 5 more"} <= names(seen["live"])
    assert {"Start meeting", "Print sheet"} <= names(seen["ready"])
    assert "Done" in names(seen["wrap-up"])
    assert any(role == Role.ProgressBar and text == "Time left" and said == "20 of 20 minutes left" for role, text, said in seen["live"])
    assert any(text == "Time left" and said == "2 minutes over" for _, text, said in seen["over"])


def test_rows_are_told_in_one_sentence(window, busy):
    window.inside.go(1)
    rows = window.inside.page(1).table.rows
    from PySide6.QtCore import Qt

    assert rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Ann Lee, VP Operations, Northwind, next step")
