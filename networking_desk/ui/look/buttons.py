"""Buttons and switches, each with a name of its own for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from networking_desk.ui.look import paint
from networking_desk.ui.look.icons import icon, icon_size
from networking_desk.ui.look.options import Option
from networking_desk.ui.look.text import Words, tooltip
from networking_desk.ui.look.theme import color, font, look, px

_ICON_TOKEN = {"primary": "on_accent", "big": "on_accent", "soft": "accent_text", "dusk": "on_accent", "dusksoft": "dusk_text", "link": "accent_text"}


class Button(QPushButton):
    """A button of one of the design's kinds; `name` is what it is called where that is not its text."""

    def __init__(self, text: str, kind: str = "default", icon_name: str = "", *, name: str = "", icon_token: str = "") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self._show_text(text, gap=bool(icon_name))
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if icon_name:
            self.show_icon(icon_name, icon_token)

    def _show_text(self, text: str, *, gap: bool) -> None:
        # The style leaves next to nothing between an icon and its text.
        self.setText((" " if gap and text else "") + text.replace("&", "&&"))

    def show_icon(self, icon_name: str, token: str = "") -> None:
        """Show an icon before the text."""
        self.setIcon(icon(icon_name, token or _ICON_TOKEN.get(str(self.property("kind")), "text2")))
        self.setIconSize(icon_size(18))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()  # outside dialogs Qt leaves Enter to nobody
        else:
            super().keyPressEvent(event)

    def become(self, kind: str, icon_name: str = "") -> None:
        """Look like another kind of button."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
        if icon_name:
            self.show_icon(icon_name)

    def say(self, text: str, name: str = "") -> None:
        """Show another text."""
        self._show_text(text, gap=not self.icon().isNull())
        self.setAccessibleName(name or text)


class IconButton(Button):
    """A button with an icon alone; its name is its tip."""

    def __init__(self, icon_name: str, name: str, *, kind: str = "icon", token: str = "text2", checkable: bool = False) -> None:
        super().__init__("", kind, icon_name, name=name, icon_token=token)
        self.setCheckable(checkable)
        tooltip(self, name)


class Segmented(QFrame):
    """A switch between views: exactly one is chosen. `chosen` says which, by its key, when the user chose."""

    chosen = Signal(str)

    def __init__(self, options: Iterable[tuple[str, str]], name: str) -> None:
        super().__init__()
        self.setObjectName("switch")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Option] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, text in options:
            button = Option(text, "option")
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button, 1)
        self.setFixedHeight(px(34))

    def choose(self, key: str) -> None:
        """Show one as chosen, without saying so."""
        self._buttons[key].setChecked(True)

    def choose_if(self, key: str) -> None:
        """Show one as chosen if it is one of these; none is chosen else."""
        _check_one(self._group, self._buttons, key)

    def focus_chosen(self) -> None:
        """Give the keyboard to the one that is chosen."""
        self._buttons[self.current()].setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> str:
        """The key of the one that is chosen."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def mark(self, key: str, *, finished: bool) -> None:
        """Put a check mark before one that is finished."""
        self._buttons[key].show_icon("check" if finished else "")

    def rename(self, key: str, text: str) -> None:
        """Give one another text."""
        self._buttons[key].say(text)


class FilterChips(QWidget):
    """Filters with their counts: exactly one is chosen. `chosen` says which, by its key."""

    chosen = Signal(str)

    def __init__(self, options: Iterable[tuple[str, str]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._texts = dict(options)
        self._buttons: dict[str, Option] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for key, text in self._texts.items():
            button = Option(text, "filter")
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        next(iter(self._buttons.values())).setChecked(True)

    def count(self, counts: dict[str, int]) -> None:
        """Show how many each filter would show."""
        for key, number in counts.items():
            if key in self._buttons:
                self._buttons[key].say(f"{self._texts[key]}  {number:,}")

    def choose(self, key: str) -> None:
        """Show one as chosen, without saying so; none for a filter that has no chip."""
        _check_one(self._group, self._buttons, key)


def _check_one(group: QButtonGroup, buttons: dict[str, Option], key: str) -> None:
    """Check the button of a key and no other; none where the key has no button, which a group that is exclusive would not allow."""
    group.setExclusive(False)
    for one, button in buttons.items():
        button.setChecked(one == key)
    group.setExclusive(True)


class Stepper(QFrame):
    """A small number with a button to each side. `changed` gives the new one."""

    changed = Signal(int)

    def __init__(self, value: int, unit: str, name: str, least: int = 1, most: int = 60) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setStyleSheet("QFrame#card { border-radius: 8px; }")
        self._range = (least, most)
        self._unit = unit
        self._name = name
        self._less = IconButton("minus", f"Less: {name}", kind="step")
        self._more = IconButton("plus", f"More: {name}", kind="step")
        self._less.setIconSize(icon_size(14))
        self._more.setIconSize(icon_size(14))
        self._shown = Words("", 13, 500, tabular=True)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setFixedWidth(px(48))
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for widget in (self._less, self._shown, self._more):
            row.addWidget(widget)
        self._less.clicked.connect(lambda: self._step(-1))
        self._more.clicked.connect(lambda: self._step(1))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.value = value
        self.show_value(value)

    def show_value(self, value: int) -> None:
        """Show another number, without saying so."""
        self.value = value
        self._shown.say(f"{value} {self._unit}")
        self._less.setEnabled(value > self._range[0])
        self._more.setEnabled(value < self._range[1])

    def _step(self, by: int) -> None:
        self.show_value(self.value + by)
        self.changed.emit(self.value)


class CheckRow(QAbstractButton):
    """A box to tick with one or two lines of words. `toggled` and `clicked` are a button's."""

    def __init__(self, text: str, second: str = "", *, size: int = 14) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._size = size
        self._second = ""
        self.say(text, second)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.themed.connect(self.update)

    def say(self, text: str, second: str = "") -> None:
        """Show other words."""
        self.setText(text)
        self._second = second
        self.setAccessibleName(text)
        self.setAccessibleDescription(second)
        self.updateGeometry()
        self.update()

    def _height(self, width: int) -> int:
        space = QRect(0, 0, max(40, width - px(28)), 10_000)
        height = QFontMetrics(font(self._size)).boundingRect(space, Qt.TextFlag.TextWordWrap, self.text()).height()
        if self._second:
            height += QFontMetrics(font(12)).boundingRect(space, Qt.TextFlag.TextWordWrap, self._second).height() + 2
        return max(px(28), height + px(8))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height(width)

    def sizeHint(self) -> QSize:
        return QSize(px(220), self._height(self.width() if self.width() > px(60) else px(260)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = px(17)
        paint.check_box(painter, QRect(1, px(5), box, box), checked=self.isChecked())
        area = QRect(px(28), px(4), self.width() - px(28), self.height())
        painter.setFont(font(self._size))
        painter.setPen(color("text2" if self.isChecked() else "text"))
        painter.drawText(area, Qt.TextFlag.TextWordWrap, self.text())
        if self._second:
            first = QFontMetrics(font(self._size)).boundingRect(area, Qt.TextFlag.TextWordWrap, self.text()).height()
            painter.setFont(font(12))
            painter.setPen(color("text3"))
            painter.drawText(area.adjusted(0, first + 2, 0, 0), Qt.TextFlag.TextWordWrap, self._second)

    def hitButton(self, pos: QPointF) -> bool:  # type: ignore[override]
        return self.rect().contains(pos.toPoint() if isinstance(pos, QPointF) else pos)
