"""Agendas of one's own: stages, minutes, what is protected, what to say and to tick; the built-in ones can be changed and restored."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from networking_desk.domain import presets
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.presets import Agenda, StagePlan
from networking_desk.ui import say
from networking_desk.ui.lines import Line as ListLine
from networking_desk.ui.lines import Lines
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.buttons import Button, CheckRow, IconButton, Stepper
from networking_desk.ui.look.cards import Card, column, row, scrolled
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.fields import Choice, Line, TextArea
from networking_desk.ui.look.icons import paint_icon
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px
from networking_desk.verbs import presets as verbs
from networking_desk.verbs import profile

_NEW_STAGE = StagePlan("New stage", "", 3, False, CaptureKind.NOTE, "", "", ())


class _Place(NamedTuple):
    """A line of one of the two lists."""

    id: str
    name: str
    second: str
    protected: bool


class _PlaceLine(ListLine):
    def height(self, row: _Place, width: int) -> int:
        return px(46)

    def paint(self, painter: QPainter, rect: QRect, row: _Place, *, selected: bool, hovered: bool) -> None:
        paint.chosen_ground(painter, rect, selected=selected, hovered=hovered)
        room = rect.adjusted(px(10), 0, -px(10), 0)
        if row.protected:
            size = px(14)
            paint_icon(painter, QRect(room.right() - size, room.center().y() - size // 2, size, size), "lock", "accent_text")
            room.setRight(room.right() - px(22))
        paint.words(painter, QRect(room.left(), rect.top() + px(4), room.width(), px(20)), row.name, 14, 600)
        paint.words(painter, QRect(room.left(), rect.top() + px(23), room.width(), px(18)), row.second, 12, 400, "text2")

    def sentence(self, row: _Place) -> str:
        return f"{row.name}, {row.second}" + (", protected" if row.protected else "")


class StageForm(QWidget):
    """One stage's fields. It is read with `plan` and shown with `show_plan`; every change calls `changed`."""

    def __init__(self) -> None:
        super().__init__()
        self._plan = _NEW_STAGE
        self.name, self._hint = Line("Name of the stage"), Line("In a few words")
        self._minutes = Stepper(3, "min", "minutes for the stage", 1, 60)
        self._protected = CheckRow("Protected", "Never gives minutes away")
        self._kind = Choice("What is written down in it", [(kind.value, say.KINDS[kind.value][2]) for kind in CaptureKind])
        self._prompt, self._checklist = TextArea("What to say", "", "The words you would use"), TextArea("To tick", "", "One thing a line")
        for area in (self._prompt, self._checklist):
            area.setFixedHeight(px(74))
        fields: tuple[tuple[str, QWidget], ...] = (
            ("In a few words", self._hint), ("What to say", self._prompt), ("To tick", self._checklist),
        )  # fmt: skip
        body = column(Words("Stage", 13, token="text2"), self.name, row(self._minutes, 4, self._protected, spacing=8), spacing=6)
        for words, field in fields:
            body.addWidget(Words(words, 13, token="text2"))
            body.addWidget(field)
        body.addWidget(Words("{minutes} stands for the length of the meeting.", 12, token="text3", wrap=True))
        line = row(Words("Write down", 13, token="text2"), spacing=8)
        line.addWidget(self._kind, 1)
        body.addLayout(line)
        body.addStretch(1)
        self.setLayout(body)

    def show_plan(self, plan: StagePlan) -> None:
        """Show a stage."""
        self._plan = plan
        self.name.setText(plan.name)
        self._hint.setText(plan.hint)
        self._hint.setCursorPosition(0)
        self._prompt.setPlainText(plan.prompt)
        self._checklist.setPlainText("\n".join(plan.checklist))
        self._minutes.show_value(plan.minutes)
        self._protected.setChecked(plan.protected)
        self._kind.show_key(plan.capture.value)

    def plan(self) -> StagePlan:
        """The stage as it is written now."""
        named = self.name.text().strip()
        return replace(
            self._plan, name=named, short=self._plan.short if named == self._plan.name else "", minutes=self._minutes.value, protected=self._protected.isChecked(),
            capture=CaptureKind(self._kind.currentData()), hint=self._hint.text(), prompt=self._prompt.toPlainText().replace("\n", " "),
            checklist=tuple(filter(None, map(str.strip, self._checklist.toPlainText().splitlines()))),
        )  # fmt: skip


class AgendasDialog(Dialog):
    """The agendas on the left, the stages of one in the middle, one stage on the right. Meetings planned before keep their copies.

    What is written stays with its agenda while others are looked at, and is saved when the dialog is left, whichever way.
    """

    def __init__(self, parent: QWidget, live: Live, key: str = "") -> None:
        super().__init__(parent, "Agendas", 920)
        self._live = live
        self._kept: dict[str, Agenda] = {}
        self._written: dict[str, Agenda] = {}  # what is changed and not saved yet; a new agenda has no key
        self._refused: dict[str, Agenda] = {}  # what could not be saved when the dialog was to be left
        self._stages: list[StagePlan] = []
        self._key: str | None = None
        self._list, self._stage_list = Lines("Agendas", _PlaceLine()), Lines("Stages", _PlaceLine())
        self._list.setFixedWidth(px(190))
        self._list.selectionModel().currentChanged.connect(lambda now, _: self._choose(now.row()))
        self._stage_list.selectionModel().currentChanged.connect(lambda now, before: self._choose_stage(now.row(), before.row()))
        self._stage_list.on_key(Qt.Key.Key_Delete, "remove")
        self._stage_list.acted.connect(lambda _action, _key: self._remove_stage())
        self._name = Line("Name of the agenda")
        self._total = Words("", 13, 500, "text2")
        self._error = Words("", 13, 500, "red_text", wrap=True)
        self._error.hide()
        self._form = StageForm()
        self.body.addWidget(Words("Agendas", 18, 600))
        middle = QHBoxLayout()
        middle.setSpacing(px(12))
        middle.addLayout(self._left())
        middle.addLayout(self._middle(), 3)
        card = Card(padding=12)
        card.body.addWidget(scrolled(self._form))
        middle.addWidget(card, 4)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self._error)
        self.body.addLayout(self._feet())
        self.setMinimumHeight(min(px(560), self.room().height()))
        self._read(key)

    def _left(self) -> QVBoxLayout:
        new = Button("New agenda", "small", "plus")
        new.clicked.connect(self._new)
        card = Card(padding=6)
        card.body.addWidget(self._list)
        return column(card, new, spacing=8)

    def _middle(self) -> QVBoxLayout:
        line = row(spacing=4)
        for icon, name, act in (
            ("plus", "Add a stage", self._add_stage), ("trash-2", "Remove the stage", self._remove_stage),
            ("arrow-up", "Move the stage up", lambda: self._move(-1)), ("arrow-down", "Move the stage down", lambda: self._move(1)),
        ):  # fmt: skip
            button = IconButton(icon, name)
            button.clicked.connect(act)
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self._total)
        card = Card(padding=6)
        card.body.addWidget(self._stage_list)
        return column(Words("Name", 13, token="text2"), self._name, 4, card, line, spacing=6)

    def _feet(self) -> QHBoxLayout:
        self._drop = Button("Delete")
        self._drop.clicked.connect(self._remove)
        default, close, save = Button("Use for new meetings"), Button("Close"), Button("Save", "primary")
        default.clicked.connect(self._make_default)
        close.clicked.connect(self.reject)
        save.clicked.connect(self._save)
        return row(self._drop, default, None, close, save)

    def _read(self, key: str) -> None:
        """Read all agendas again and show one of them."""
        self._kept = {agenda.key: agenda for agenda in self._live.desk.lists.meeting.presets()}
        keys = [*self._kept, *([""] if "" in self._written else [])]
        self._list.show_rows([self._place(one) for one in keys])
        self._list.choose(keys.index(key) if key in keys else 0)
        self._choose(self._list.currentIndex().row())

    def _agenda(self, key: str) -> Agenda:
        return self._written[key] if key in self._written else self._kept[key]

    def _place(self, key: str) -> _Place:
        agenda = self._agenda(key)
        default = key == self._live.desk.settings.default_preset
        said = ("Not saved" if key in self._written else "", say.count(agenda.minutes, "minute"), "for new meetings" if default else "")
        return _Place(key, agenda.name or "No name", ", ".join(filter(None, said)), protected=False)

    def _choose(self, place: int) -> None:
        rows = self._list.rows()
        if not 0 <= place < len(rows) or rows[place].id == self._key:
            return
        self._keep()
        agenda = self._agenda(rows[place].id)
        self._key, self._stages = agenda.key, list(agenda.stages)
        self._name.setText(agenda.name)
        built_in = any(agenda.key == one.key for one in presets.BUILT_IN)
        self._drop.say("Restore" if built_in else "Delete")
        self._drop.setEnabled(agenda.own)
        self._show_stages(0)

    def _keep(self) -> None:
        """Take over what is written in the agenda that is shown."""
        if self._key is None:
            return
        self._keep_form()
        now = replace(self._agenda(self._key), name=self._name.text().strip(), stages=tuple(self._stages))
        if now == self._kept.get(self._key):
            self._written.pop(self._key, None)
        else:
            self._written[self._key] = now
        rows = self._list.rows()
        for at, shown in enumerate(rows):
            if shown.id == self._key:
                rows[at] = self._place(self._key)
        self._list.again()

    def _show_stages(self, place: int) -> None:
        self._error.hide()
        self._stage_list.selectionModel().blockSignals(True)
        self._stage_list.show_rows([_Place(str(at), s.name or "No name", f"{s.minutes} minutes", s.protected) for at, s in enumerate(self._stages)])
        self._stage_list.choose(place)
        self._stage_list.selectionModel().blockSignals(False)
        self._total.say(f"{sum(s.minutes for s in self._stages)} min")
        self._form.show_plan(self._stages[place])

    def _current(self) -> int:
        return max(0, self._stage_list.currentIndex().row())

    def _keep_form(self, place: int | None = None) -> None:
        """Take over what is written in the form."""
        at = self._current() if place is None else place
        if 0 <= at < len(self._stages):
            self._stages[at] = self._form.plan()

    def _choose_stage(self, now: int, before: int) -> None:
        if 0 <= now < len(self._stages) and now != before:
            self._keep_form(before)
            self._show_stages(now)

    def _add_stage(self) -> None:
        self._keep_form()
        at = self._current() + 1
        self._stages.insert(at, _NEW_STAGE)
        self._show_stages(at)
        self._form.name.setFocus()
        self._form.name.selectAll()

    def _remove_stage(self) -> None:
        if len(self._stages) > 1:
            at = self._current()
            del self._stages[at]
            self._show_stages(min(at, len(self._stages) - 1))

    def _move(self, by: int) -> None:
        self._keep_form()
        at = self._current()
        if 0 <= at + by < len(self._stages):
            self._stages[at], self._stages[at + by] = self._stages[at + by], self._stages[at]
            self._show_stages(at + by)

    def _new(self) -> None:
        """Begin a new agenda with the stages of the one that is shown; one that was begun and is not saved yet is shown instead."""
        self._keep()
        self._written.setdefault("", Agenda("", "My agenda", tuple(self._stages), own=True))
        self._read("")
        self._name.setFocus()
        self._name.selectAll()

    def _save(self) -> bool:
        """Save all that is written; whether that could be. Where it could not, that agenda is shown, and why."""
        self._keep()
        shown, stage, saved, wrong = self._key or "", self._current(), 0, ""
        for key, agenda in list(self._written.items()):
            try:
                now = verbs.save(self._live.desk, key, agenda.name, agenda.stages)
            except DeskError as error:
                stage = stage if key == shown else 0
                shown, wrong = key, str(error)
                break
            del self._written[key]
            shown = now if key == shown else shown
            saved += 1
        if saved == 1:
            self._live.said.emit("Agenda saved")
        elif saved:
            self._live.told.emit(f"{saved} agendas saved")  # each is a step of undo
        self._key = None
        self._read(shown)
        self._show_stages(stage)
        self._error.say(wrong)
        self._error.setVisible(bool(wrong))
        return not wrong

    def _remove(self) -> None:
        key, self._key = self._key, None
        self._written.pop(key or "", None)
        if key:
            verbs.remove(self._live.desk, self._kept[key])
        self._read(key or "")

    def _make_default(self) -> None:
        """Let new meetings begin with the agenda that is shown; one that is not kept yet is saved for that."""
        self._keep()
        if self._key:
            profile.set_option(self._live.desk, default_preset=self._key)
            self._read(self._key)
        elif self._save():
            self._make_default()

    def done(self, result: int) -> None:
        """Leave; what could not be saved is shown once, and given up when the dialog is left again."""
        if not self._save() and self._written != self._refused:
            self._refused = dict(self._written)
            self._error.say(f"{self._error.whole()} Or close again to leave it as it was.")
            return
        super().done(result)
