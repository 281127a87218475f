"""What a window is to the commands that are done in it."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtWidgets import QStackedWidget

from networking_desk.ui.look.tabs import HeaderTabs
from networking_desk.ui.look.toast import Toast
from networking_desk.ui.side.panel import SidePanel


class Frame(Protocol):
    """What the commands need of the window that they are done in."""

    tabs: HeaderTabs
    stack: QStackedWidget
    panel: SidePanel
    toast: Toast

    def page(self, number: int) -> Any: ...
    def go(self, number: int) -> None: ...
    def open(self, number: int, record_id: str) -> None: ...
    def screen(self) -> str: ...
    def build_again(self) -> None: ...
    def close(self) -> bool: ...
