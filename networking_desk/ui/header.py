"""The header: the tabs, the search over everything, what can be made anew, the side panel and the menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolBar, QWidget

from networking_desk.ui.look import paint
from networking_desk.ui.look.buttons import Button, IconButton
from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.tabs import HeaderTabs
from networking_desk.ui.look.theme import color, px

if TYPE_CHECKING:
    from collections.abc import Mapping

TABS = (("sun", "Today"), ("users", "Contacts"), ("building-2", "Target Companies"), ("timer", "Meeting timer"), ("chart-no-axes-column", "Progress"))


class _SearchButton(Button):
    """What looks like a field to search in, with its key; it opens the search over everything."""

    def __init__(self) -> None:
        super().__init__("", "search", name="Search everything")
        self._wide = True

    def widen(self, wide: bool) -> None:
        """Look like a field, or like its sign alone where there is no room."""
        self._wide = wide
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(196 if self._wide else 36), px(36))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("line2"), 1))
        painter.setBrush(color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        size, left = px(16), px(10)
        paint_icon(painter, QRect(left, (self.height() - size) // 2, size, size), "search", "text2")
        if self._wide:
            inner = self.rect().adjusted(px(34), 0, -px(10), 0)
            paint.words(painter, inner, "Search", 14, 400, "text3")
            paint.words(painter, inner, "Ctrl+K", 12, 500, "text2", Qt.AlignmentFlag.AlignRight)


class Header(QToolBar):
    """The strip across the top. `menu` is the menu of all commands, `ask` does a command by its name."""

    def __init__(self, actions: Mapping[str, QAction], menu: QMenu, ask: Callable[[str], None]) -> None:
        super().__init__("Header")
        self.tabs = HeaderTabs(list(TABS))
        self._search = _SearchButton()
        self._search.clicked.connect(lambda: ask("palette"))
        self._new = Button("New", icon_name="plus", icon_token="accent")
        new = QMenu(self)
        for name in ("new_contact", "new_company", "plan"):
            new.addAction(actions[name])
        self._new.clicked.connect(lambda: new.popup(self._new.mapToGlobal(self._new.rect().bottomLeft())))
        self._panel = IconButton("panel-right", "Side panel", kind="bare", checkable=True)
        self._panel.clicked.connect(lambda: ask("panel"))
        menu_button = IconButton("menu", "Menu", kind="bare")
        menu_button.clicked.connect(lambda: menu.popup(menu_button.mapToGlobal(menu_button.rect().bottomLeft())))
        inside = QWidget()
        inside.setObjectName("header")
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside.setFixedHeight(px(56))
        inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(inside)
        line.setContentsMargins(px(12), 0, px(14), 0)
        line.setSpacing(px(8))
        line.addWidget(self.tabs)
        line.addStretch(1)
        for widget in (self._search, self._new, self._panel, menu_button):
            line.addWidget(widget)
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.addWidget(inside)

    def widen(self, wide: bool) -> None:
        """Show words beside the signs, or leave them out where there is no room."""
        self.tabs.widen(wide)
        self._search.widen(wide)
        self._new.say("New" if wide else "", "New")

    def show_panel(self, open_: bool) -> None:
        """Show whether the side panel is open."""
        self._panel.setChecked(open_)
