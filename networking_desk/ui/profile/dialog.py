"""Your pitch and your ideal position: written with words and seconds in sight, each version kept, rehearsed from here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from networking_desk.desk import Kinds
from networking_desk.domain.pitch import Part
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look.buttons import Button, Segmented
from networking_desk.ui.look.cards import column, row, scrolled
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.ui.profile.rehearse import RehearseDialog
from networking_desk.ui.profile.spoken import NAMES, Spoken, tips
from networking_desk.ui.profile.versions import VersionLine
from networking_desk.verbs import profile

_WHY = {
    Part.PITCH: "Your skills and abilities, as you say them at the start of every networking meeting.",
    Part.POSITION: "The roles and responsibilities you excel at. Whoever hears it can think of somebody.",
}


class PitchDialog(Dialog):
    """The two texts, one at a time. What is written is kept when the dialog is left, whichever way."""

    def __init__(self, parent: QWidget, live: Live, part: Part = Part.PITCH) -> None:
        super().__init__(parent, "Pitch and ideal position", 700)
        self._live = live
        self._fields = {each: Spoken(each, 140) for each in Part}
        self._pages = QStackedWidget()
        self._switch = Segmented([(each.value, NAMES[each]) for each in Part], "Which text")
        self._switch.chosen.connect(lambda key: self._show(Part(key)))
        clock = live.desk.clock
        self._versions = Lines("Versions", VersionLine(clock.local, clock.today()))
        self._versions.setFixedHeight(px(150))
        self._versions.on_key(Qt.Key.Key_Return, "use")
        self._versions.acted.connect(lambda _, version_id: self._use(version_id))
        self._head = Words("Versions", 14, 600)
        for each in Part:
            page = QWidget()
            page.setLayout(column(Words(_WHY[each], 14, token="text2", wrap=True), 4, self._fields[each], 6, tips(each), spacing=6))
            self._pages.addWidget(page)
        rehearse, done = Button("Rehearse", "soft", "timer"), Button("Done", "primary")
        rehearse.clicked.connect(self._rehearse)
        done.clicked.connect(self.accept)
        self.body.addWidget(Words("Pitch and ideal position", 18, 600))
        self.body.addWidget(self._switch)
        inside = QWidget()
        inside.setLayout(column(self._pages, 4, self._head, self._versions, None, spacing=8))
        area = scrolled(inside)  # at the largest text a low window has no room for all of it
        self.body.addWidget(area, 1)
        self.body.addLayout(row(rehearse, None, done))
        live.changed.connect(self._changed)
        for each in Part:
            self._fields[each].show_text(getattr(live.desk.lists.meeting.profile(), each))
        self._show(part)
        self.resize(px(700), min(self.sizeHint().height() - area.sizeHint().height() + inside.sizeHint().height(), parent.window().height() - 20))

    def _show(self, part: Part) -> None:
        self._keep()
        self._part = part
        self._switch.choose(part.value)
        self._pages.setCurrentIndex(list(Part).index(part))
        self._show_versions()
        self._fields[part].area.setFocus()

    def _show_versions(self) -> None:
        rows = self._live.desk.lists.prepare.versions(self._part)
        self._versions.show_rows(rows)
        self._versions.setVisible(bool(rows))
        self._head.setVisible(bool(rows))

    def _changed(self, kinds: Kinds) -> None:
        if not kinds.isdisjoint({"Profile", "Version", "Rehearsal"}):
            self._show_versions()

    def _keep(self) -> None:
        profile.save(self._live.desk, **{part.value: field.text() for part, field in self._fields.items()})

    def _use(self, version_id: str) -> None:
        self._keep()
        self._live.said.emit(profile.restore(self._live.desk, version_id))
        self._fields[self._part].show_text(getattr(self._live.desk.lists.meeting.profile(), self._part))

    def _rehearse(self) -> None:
        self._keep()
        if not self._fields[self._part].text().strip():
            self._fields[self._part].area.setFocus()
            return
        RehearseDialog(self, self._live, self._part).open()

    def done(self, result: int) -> None:
        self._keep()
        super().done(result)
