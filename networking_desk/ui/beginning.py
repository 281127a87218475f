"""How a desk begins: the welcome of the first start, or a look around with invented people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from networking_desk.desk import Kinds
from networking_desk.ui.frame import Frame
from networking_desk.ui.live import Live
from networking_desk.verbs import profile

if TYPE_CHECKING:
    from networking_desk.ui.profile.welcome import Welcome


class Beginning:
    """Stands in the window's place of pages while there is nothing else to show. `welcome` is None at all other times."""

    def __init__(self, frame: Frame, live: Live) -> None:
        self._frame = frame
        self._live = live
        self._desk = live.desk
        self.welcome: Welcome | None = None

    @property
    def is_due(self) -> bool:
        """Whether this is a first start, with nothing of the user's on the desk, or words of one wait that were set aside."""
        return self._has_words or not (self._desk.settings.welcomed or self._desk.lists.contacts.any() or self._live.view)

    @property
    def _has_words(self) -> bool:
        """Whether companies that were typed in the welcome wait to be shown again: the invented ones are gone, and no meeting runs."""
        return bool(self._desk.lists.meeting.draft("welcome").words) and not self._live.is_live and not self._desk.lists.contacts.invented()

    def show(self) -> None:
        """Show the welcome; where there is somebody already, its last step, for the words that wait there."""
        from networking_desk.ui.profile.welcome import LAST, Welcome

        self.welcome = Welcome(self._live, lambda: self._frame.go(1 if not self._desk.lists.contacts.any() else 0))
        self._frame.stack.addWidget(self.welcome)
        self._frame.stack.setCurrentWidget(self.welcome)
        self._frame.panel.hide()
        if not self._desk.lists.is_empty():
            self.welcome.go_to(LAST)
        QTimer.singleShot(0, self.welcome.focus_first)

    def leave(self) -> None:
        """Go on from the welcome; what was written in it is kept."""
        if self.welcome is not None:
            self.welcome.keep()
            self._drop()

    def _drop(self) -> None:
        welcome, self.welcome = self.welcome, None
        if welcome is not None:
            self._frame.stack.removeWidget(welcome)
            welcome.deleteLater()
            self._frame.panel.show()
            profile.set_option(self._desk, undoable=False, welcomed=True)

    def changed(self, kinds: Kinds) -> None:
        """Somebody came while the welcome was shown: it is over. The invented people went, however they did: what was typed in it comes back."""
        if self.welcome is None:
            if "Contact" in kinds and self._has_words:
                self.show()
        elif "Contact" in kinds and self._desk.lists.contacts.any() and not self.welcome.is_aside:
            self._frame.go(0)

    def commands(self) -> dict[str, Callable[[], None]]:
        """What can be done here, by the names of the commands."""
        return {"sample": self._look_around, "throw_away": self._throw_away}

    def _look_around(self) -> None:
        """Fill an empty desk with invented people; what is typed in the welcome waits until they are gone."""
        from networking_desk.verbs import sample

        if self.welcome is not None and self._desk.lists.is_empty():
            self.welcome.set_aside()
        said = sample.look_around(self._desk)
        self._drop()
        self._live.said.emit(said)
        self._frame.go(0)
        self._frame.page(0).focus_first()

    def _throw_away(self) -> None:
        """Throw the invented people away; an empty desk begins with the welcome again."""
        from networking_desk.verbs import sample

        self._live.said.emit(sample.throw_away(self._desk))
        if self.welcome is None and self._desk.lists.is_empty():
            self.show()
