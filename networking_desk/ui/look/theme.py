"""Colours by name, fonts and sizes: light, dark and high contrast, following the system."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from networking_desk import paths
from networking_desk.ui.look import style

_WEIGHTS = ("Regular", "Medium", "SemiBold")


@cache
def _tokens() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((paths.resource_root() / "tokens.json").read_text(encoding="utf-8"))
    return data


class _Look(QObject):
    """What the window looks like now; `themed` is said after it changed."""

    themed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = "system"
        self.text_size = 100
        self.seconds = True  # whether seconds are shown
        self.name = "light"
        self.family = ""
        self.begun = False
        self.colors: dict[str, QColor] = {}


look = _Look()


def color(token: str) -> QColor:
    """The colour of that name, as look.md section 2 has it; `paper:text` is the one on white, whatever the window looks like."""
    found = look.colors.get(token)
    if found is None:
        scheme, _, name = token.rpartition(":")
        found = look.colors[token] = QColor(_tokens()["light" if scheme == "paper" else look.name][name])
    return found


def as_paper(widget: QWidget) -> None:
    """Dress a window and all in it as on white paper, whatever the program looks like: what others see is always the same."""
    dress = _PaperDress(widget)
    dress.put_on()
    look.themed.connect(dress.put_on)


class _PaperDress(QObject):
    """A window's white dress; it goes with its window."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget

    def put_on(self) -> None:
        """Dress the window, again where sizes have changed."""

        def white(token: str) -> QColor:
            return color(f"paper:{token}")

        self._widget.setPalette(_palette(white))
        self._widget.setStyleSheet(style.sheet(white, px))


def avatar_colors(number: int) -> tuple[QColor, QColor]:
    """One of the six pairs of colours, ground and letters, that people are told apart by."""
    pairs = _tokens()["avatar"]["dark" if look.name != "light" else "light"]
    ground, letters = pairs[number % len(pairs)]
    return QColor(ground), QColor(letters)


def px(size: float) -> int:
    """A length of the design at the chosen text size."""
    return round(size * look.text_size / 100)


def font(size: int, weight: int = 400, *, tabular: bool = False) -> QFont:
    """The program's font at a size in the design's pixels; `tabular` keeps digits under each other."""
    made = QFont(look.family) if look.family else QFont()
    made.setPixelSize(px(size))
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def apply(app: QApplication, scheme: str = "system", text_size: int = 100) -> None:
    """Dress the whole program; `scheme` is system, light or dark, `text_size` a percentage."""
    first, look.begun = not look.begun, True
    look.scheme, look.text_size = scheme, text_size
    if first:
        app.setStyle("Fusion")
        _load_font()
        app.styleHints().colorSchemeChanged.connect(lambda _: _dress(app))
    _dress(app)


def _load_font() -> None:
    """The system's own font where it is good; on Linux the Inter that comes with the program."""
    if sys.platform.startswith("linux"):
        for weight in _WEIGHTS:  # one file a weight: of a font whose weight varies, Qt takes the middle one whatever is asked for
            number = QFontDatabase.addApplicationFont(str(paths.resource_root() / "fonts" / f"Inter-{weight}.ttf"))
            look.family = "Inter" if number >= 0 else look.family


def _dress(app: QApplication) -> None:
    dark = look.scheme == "dark" or (look.scheme == "system" and app.styleHints().colorScheme() is Qt.ColorScheme.Dark)
    look.name = "dark" if dark else "light"
    if look.scheme == "system" and _high_contrast():
        look.name = "highContrast"
    look.colors.clear()
    app.setPalette(_palette(color))
    app.setFont(font(14))
    app.setStyleSheet(style.sheet(color, px))
    look.themed.emit()


def _high_contrast() -> bool:
    hints: Any = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)
    preference = accessibility().contrastPreference() if accessibility else None
    return preference is not None and preference.name == "HighContrast"


def _palette(shade: Callable[[str], QColor]) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, token in (
        (role.Window, "canvas"), (role.Base, "surface"), (role.AlternateBase, "canvas"), (role.Button, "surface"), (role.WindowText, "text"), (role.Text, "text"),
        (role.ButtonText, "text"), (role.PlaceholderText, "text3"), (role.Highlight, "accent"), (role.HighlightedText, "on_accent"), (role.Link, "accent_text"),
        (role.ToolTipBase, "tip"), (role.ToolTipText, "on_tip"), (role.Mid, "line2"), (role.Dark, "control"), (role.Light, "raised"), (role.Accent, "accent"),
    ):  # fmt: skip
        palette.setColor(which, shade(token))
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, shade("text3"))
    return palette
