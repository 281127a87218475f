"""The main window: on the screen at once, filled after its first paint, and closed with everything kept."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow

if TYPE_CHECKING:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent

    from networking_desk.desk import Desk
    from networking_desk.ui.daily import Daily
    from networking_desk.ui.inside import Inside

_LEAST = (880, 520)


class Window(QMainWindow):
    """Networking Desk on the screen. Nothing that its first paint does not need is imported before that paint."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._inside: Inside | None = None
        self.daily: Daily | None = None
        self._asked = False
        self._alone = False
        self.setWindowTitle("Networking Desk")
        self.setAccessibleName("Networking Desk")
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST)
        self._place()

    @property
    def inside(self) -> Inside:
        """What the window shows, built when it is first wanted."""
        if self._inside is None:
            self.fill()
        assert self._inside
        return self._inside

    def fill(self) -> None:
        """Dress the program and build what the window shows; once."""
        if self._inside is not None:
            return
        from PySide6.QtGui import QIcon

        from networking_desk import paths
        from networking_desk.ui import errors, log

        log.begin(self._desk.folder)
        errors.catch_all()
        self._build()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setWindowIcon(QIcon(str(paths.resource_root() / "icons" / "app.svg")))
        QTimer.singleShot(50, self._when_idle)

    def _build(self) -> Inside:
        from networking_desk.ui.inside import Inside
        from networking_desk.ui.live import Live
        from networking_desk.ui.look import theme

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, self._desk.settings.scheme, self._desk.settings.text_size)
        self._live = Live(self._desk)
        self._inside = Inside(self, self._live, self.build_again)
        self._inside.resized(-1)
        return self._inside

    def build_again(self) -> None:
        """Build what the window shows anew, for every length in it hangs on the text size; the same place is shown again."""
        if self._inside is None:
            return
        from networking_desk.ui.look.dialog import Dialog

        place = self._inside.place()
        opened = [dialog for dialog in self.findChildren(Dialog) if dialog.isVisible() and dialog.again]
        for dialog in opened:
            dialog.accept()
        self._inside.take_down()
        inside = self._build()
        if self.daily:
            self.daily = self.daily.again(inside.stack, self._live)
        inside.go_back_to(place)
        inside.toast.say(f"Text at {self._desk.settings.text_size} %")
        for dialog in opened:
            inside.doing.do(dialog.again)

    def _when_idle(self) -> None:
        """What no screen needs: hear of a second start, have ready what the first change needs, see what the day brings, let the collector work again."""
        from networking_desk.ui import instance
        from networking_desk.ui.daily import Daily

        instance.listen(self, self._desk.folder)
        self._desk.warm_up()
        self.daily = Daily(self, self.inside.stack, self._live)
        gc.freeze()
        gc.enable()

    def _place(self) -> None:
        """Put the window where it was, if that is still on a screen."""
        here = self.screen().availableGeometry()
        self.resize(min(1280, here.width()), min(800, here.height()))
        kept = self._desk.settings.geometry
        if kept:
            self.restoreGeometry(QByteArray.fromHex(kept.encode()))
            seen = any(screen.availableGeometry().contains(self.geometry().center()) for screen in QApplication.screens())
            if not seen or self.width() < _LEAST[0]:
                self.setGeometry(here.x(), here.y(), min(1280, here.width()), min(800, here.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self.fill)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._inside:
            self._inside.resized(event.oldSize().width())

    def event(self, event: QEvent) -> bool:
        # Every key passes here first, also those that a shortcut eats: Alt+1 is not Alt alone.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._alone = event.key() == _keys().Key_Alt
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == _keys().Key_F10:
            self._show_menu_bar()
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == _keys().Key_Alt and self._alone:
            self._show_menu_bar()
        super().keyReleaseEvent(event)

    def _show_menu_bar(self) -> None:
        bar = self.menuBar()
        bar.setVisible(not bar.isVisible())
        if bar.isVisible():
            bar.setActiveAction(bar.actions()[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.inside.doing.bring([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        from networking_desk.verbs import profile

        if self._inside:
            self._inside.closing()
        geometry = bytes(self.saveGeometry().toHex().data()).decode()
        if geometry != self._desk.settings.geometry:
            profile.set_option(self._desk, undoable=False, geometry=geometry)
        super().closeEvent(event)


def _keys() -> type[Qt.Key]:
    from PySide6.QtCore import Qt  # late: this one name takes a tenth of a bare window's start

    return Qt.Key
