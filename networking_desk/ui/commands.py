"""Every command of the program once: its words, its keys, and the menu it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget


class Command(NamedTuple):
    """A command: the menu it is in, its name for those who ask for it, its words and its keys."""

    menu: str
    name: str
    words: str
    keys: tuple[str, ...] = ()


COMMANDS = (
    Command("File", "new_contact", "New contact…", ("Ctrl+N",)),
    Command("File", "new_company", "New target company…", ("Ctrl+Shift+N",)),
    Command("File", "build_list", "Build the list…", ("Ctrl+B",)),
    Command("File", "who_inside", "Who do I know here?…"),
    Command("File", "plan", "Plan a meeting…", ("Ctrl+T",)),
    Command("File", "", "-"),
    Command("File", "import", "Import…", ("Ctrl+O",)),
    Command("File", "export_json", "Export everything…"),
    Command("File", "export_csv", "Export the contacts as CSV…"),
    Command("File", "export_ics", "Export calendar…"),
    Command("File", "open_calendar", "Open in calendar"),
    Command("File", "", "-"),
    Command("File", "print", "Print…", ("Ctrl+P",)),
    Command("File", "print_list", "Print the target list…"),
    Command("File", "print_sheet", "Print the meeting sheet…"),
    Command("File", "", "-"),
    Command("File", "quit", "Quit", ("Ctrl+Q",)),
    Command("Edit", "undo", "Undo", ("Ctrl+Z",)),
    Command("Edit", "redo", "Redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
    Command("Edit", "", "-"),
    Command("Edit", "palette", "Search everything…", ("Ctrl+K",)),
    Command("Edit", "find", "Search this list", ("Ctrl+F",)),
    Command("Edit", "rename", "Edit the name", ("F2",)),
    Command("Edit", "log", "Log a call", ("Ctrl+L",)),
    Command("Edit", "write", "Write an e-mail", ("Ctrl+E",)),
    Command("Edit", "thank_you", "Draft thank-you", ("Ctrl+Shift+T",)),
    Command("Edit", "", "-"),
    Command("Edit", "profile", "Your pitch…"),
    Command("Edit", "position", "Your ideal position…"),
    Command("Edit", "rehearse", "Rehearse your pitch…"),
    Command("Edit", "questions", "Questions…"),
    Command("Edit", "templates", "Templates…"),
    Command("Edit", "trash", "Trash…"),
    Command("Edit", "", "-"),
    Command("Edit", "settings", "Settings…", ("Ctrl+,",)),
    Command("View", "tab1", "Today", ("Alt+1",)),
    Command("View", "tab2", "Contacts", ("Alt+2",)),
    Command("View", "tab3", "Target Companies", ("Alt+3",)),
    Command("View", "tab4", "Meeting timer", ("Alt+4",)),
    Command("View", "tab5", "Progress", ("Alt+5",)),
    Command("View", "next_tab", "Next tab", ("Ctrl+PgDown",)),
    Command("View", "previous_tab", "Previous tab", ("Ctrl+PgUp",)),
    Command("View", "", "-"),
    Command("View", "panel", "Side panel", ("F9",)),
    Command("View", "next_area", "Next area", ("F6",)),
    Command("View", "previous_area", "Previous area", ("Shift+F6",)),
    Command("View", "", "-"),
    Command("View", "look_system", "Light or dark: as the system"),
    Command("View", "look_light", "Light"),
    Command("View", "look_dark", "Dark"),
    Command("View", "", "-"),
    Command("View", "larger", "Larger text", ("Ctrl++",)),
    Command("View", "smaller", "Smaller text", ("Ctrl+-",)),
    Command("Meeting", "start", "Start meeting", ("Ctrl+Shift+M",)),
    Command("Meeting", "next", "Next stage", ("Ctrl+Down",)),
    Command("Meeting", "previous", "Previous stage", ("Ctrl+Up",)),
    Command("Meeting", "pause", "Pause, go on", ("Ctrl+Shift+Space",)),
    Command("Meeting", "grant", "They offered 5 more"),
    Command("Meeting", "late_start", "It started earlier…"),
    Command("Meeting", "interview", "It became an interview", ("Ctrl+Shift+I",)),
    Command("Meeting", "", "-"),
    Command("Meeting", "call_window", "Call window", ("Ctrl+Shift+C",)),
    Command("Meeting", "share", "Share list", ("F5", "Ctrl+Shift+L")),
    Command("Meeting", "agendas", "Agendas…"),
    Command("Meeting", "", "-"),
    Command("Meeting", "end", "End meeting", ("Ctrl+Shift+E",)),
    Command("Help", "sample", "Look around with invented people"),
    Command("Help", "throw_away", "Throw the invented people away"),
    Command("Help", "", "-"),
    Command("Help", "help", "Help for this screen", ("F1",)),
    Command("Help", "keys", "Keys", ("Ctrl+F1",)),
    Command("Help", "about", "About Networking Desk"),
)


def build(window: QMainWindow, do: Callable[[str], None]) -> tuple[dict[str, QAction], QMenu]:
    """Make the commands a window's actions, its menu bar, and one menu of all for the menu button."""
    bar = window.menuBar()
    whole = QMenu(window)
    actions: dict[str, QAction] = {}
    menus: dict[str, QMenu] = {}
    for command in COMMANDS:
        menu = menus.get(command.menu)
        if menu is None:
            menu = menus[command.menu] = bar.addMenu(f"&{command.menu}")
            whole.addMenu(menu)
        if command.words == "-":
            menu.addSeparator()
            continue
        action = QAction(command.words, window)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _=False, name=command.name: do(name))
        menu.addAction(action)
        window.addAction(action)  # the keys work while the menu bar is hidden
        actions[command.name] = action
    return actions, whole


def keys_for(window: QWidget, names: Iterable[str], do: Callable[[str], None]) -> None:
    """Let the keys of some commands work in another window of the program too."""
    for command in COMMANDS:
        if command.name in names:
            for keys in command.keys:
                QShortcut(QKeySequence(keys), window).activated.connect(lambda name=command.name: do(name))
