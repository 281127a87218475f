"""The welcome of the first start: three steps, or a look around with invented people."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QPen, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from networking_desk.domain.errors import DeskError
from networking_desk.domain.pitch import Part
from networking_desk.ui import errors
from networking_desk.ui.live import Live
from networking_desk.ui.look import paint
from networking_desk.ui.look.buttons import Button
from networking_desk.ui.look.cards import Divider, PeopleDrawing, Picture, column, row, scrolled
from networking_desk.ui.look.fields import Line, TextArea
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import color, look, px
from networking_desk.ui.profile.spoken import Spoken, tips
from networking_desk.verbs import profile, target_list

# A step's name, what it is about, its question and why it is asked.
_STEPS = (
    ("Your pitch", "What you do well", "What do you do well?", "Two to four sentences in your own words. You will say this at the start of every networking meeting."),
    ("Your ideal position", "What you are looking for", "What are you looking for?", "The roles and responsibilities you excel at, so that people can think of somebody."),
    ("Your target companies", "Add a few, or import a list", "Where would you like to work?", "One company a line: name, industry, place. In every meeting you ask who they know there."),
)  # fmt: skip
LAST = len(_STEPS) - 1


class _Number(QWidget):
    """A step's number in a circle: filled while the step is open, ticked once it is behind."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setFixedSize(px(30), px(30))
        self._number = number
        self._state = ""
        look.themed.connect(self.update)

    def show_state(self, state: str) -> None:
        """Show the step as `here`, `behind` or yet to come."""
        self._state = state
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        full = self._state in ("here", "behind")
        painter.setPen(Qt.PenStyle.NoPen if full else QPen(color("control"), 1.4))
        painter.setBrush(color("accent") if full else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        if self._state == "behind":
            paint.tick(painter, self.rect().adjusted(5, 5, -5, -5), color("on_accent"))
        else:
            paint.words(painter, self.rect(), str(self._number), 14, 600, "on_accent" if full else "text2", Qt.AlignmentFlag.AlignHCenter)


class Welcome(QWidget):
    """Three steps; each can be skipped, and nothing is lost on Back. `leave` is called at the end."""

    def __init__(self, live: Live, leave: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._desk = live.desk
        self._live = live
        self._leave = leave
        self.is_aside = False  # what is written was kept for later
        self._steps = QStackedWidget()
        self._pitch, self._ideal = Spoken(Part.PITCH, 156), Spoken(Part.POSITION, 120)
        self._companies = TextArea("Your target companies", "", "Kestrel Robotics, Robotics, Eindhoven\nNordwind Freight, Logistics, Hamburg")
        self._companies.setMinimumHeight(px(156))
        self._companies.setPlainText(profile.words_aside(self._desk))
        kept = self._desk.lists.meeting.profile()
        self._name = Line("Your name", kept.full_name, "Your name, as it stands under your letters")
        self._pitch.show_text(kept.skills)
        self._ideal.show_text(kept.ideal_position)
        self._make_steps()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._side = self._make_side()
        outer.addWidget(self._side)
        outer.addWidget(self._make_page(), 1)
        onward = QShortcut(QKeySequence("Ctrl+Return"), self)
        onward.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        onward.activated.connect(self._next)
        self._show(0)

    def _make_steps(self) -> None:
        bring = Button("Import a list of companies or people", icon_name="import")
        bring.clicked.connect(lambda: self._live.asked.emit("import"))
        people = Words("LinkedIn’s Connections.csv, or any table with a header. It is read on this computer only.", 13, token="text2", wrap=True)
        inside: tuple[list[QWidget | QLayout], ...] = (
            [self._pitch, tips(Part.PITCH)],
            [self._ideal, tips(Part.POSITION), self._name],
            [self._companies, row(bring, None), people],
        )
        for number, ((_, _, title, why), things) in enumerate(zip(_STEPS, inside, strict=True), 1):
            page = QWidget()
            head = (Words(f"Step {number} of {len(_STEPS)}", 14, 500, "text2"), Words(title, 26, 600, wrap=True), Words(why, 15, token="text2", wrap=True))
            page.setLayout(column(*head, 10, *things, None, spacing=12))
            self._steps.addWidget(page)

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setObjectName("panel")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._marks: list[tuple[_Number, Words]] = []
        inside = QWidget()
        body = self._side_body = QVBoxLayout(inside)
        body.setSpacing(px(12))
        self._drawing = PeopleDrawing("panel")
        body.addWidget(self._drawing, 0, Qt.AlignmentFlag.AlignLeft)
        body.addSpacing(px(16))
        body.addWidget(Words("Welcome to\nNetworking Desk", 26, 600, wrap=True))
        body.addWidget(Words("Three short steps, about four minutes. You can skip any of them and come back later.", 15, token="text2", wrap=True))
        body.addSpacing(px(14))
        for number, (name, about, _, _) in enumerate(_STEPS, 1):
            mark, words = _Number(number), Words(name, 16, 500)
            self._marks.append((mark, words))
            line = row(mark, spacing=14)
            line.addLayout(column(words, Words(about, 14, token="text2"), spacing=0), 1)
            body.addLayout(line)
            body.addSpacing(px(4))
        body.addSpacing(px(14))
        look_around = Button("Look around with invented people", icon_name="users")
        look_around.clicked.connect(lambda: self._live.asked.emit("sample"))
        body.addWidget(look_around, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(Words("You can throw them away with one click.", 13, token="text2", wrap=True))
        body.addStretch(1)
        foot = self._side_foot = row(Picture("lock", "text2", 16), spacing=10)
        foot.addWidget(Words("Everything stays on this computer. No account, no internet.", 13, token="text2", wrap=True), 1)
        whole = QVBoxLayout(side)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside), 1)
        whole.addLayout(foot)
        return side

    def _make_page(self) -> QWidget:
        page = QWidget()
        self._skip, self._back, self._go = Button("Skip for now", "link"), Button("Back"), Button("Continue", "big")
        self._skip.clicked.connect(self._next)
        self._back.clicked.connect(lambda: self._show(self._steps.currentIndex() - 1))
        self._go.clicked.connect(self._next)
        inside = QWidget()
        inside.setLayout(column(None, self._steps, None, spacing=0))
        self._area = scrolled(inside)
        body = self._body = QVBoxLayout(page)
        body.setSpacing(px(14))
        body.addWidget(self._area, 1)
        body.addWidget(Divider())
        body.addLayout(row(self._skip, None, self._back, self._go, spacing=10))
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(1100)
        self._side.setFixedWidth(px(320 if narrow else 420))
        self._drawing.setVisible(self.height() >= px(640))
        self._side_foot.setContentsMargins(px(20 if narrow else 44), px(8), px(12 if narrow else 32), px(24))
        self._side_body.setContentsMargins(px(20 if narrow else 44), px(24 if narrow else 52), px(12 if narrow else 32), px(12))
        self._body.setContentsMargins(px(24 if narrow else 64), px(24), px(24 if narrow else 64), px(24))

    def _show(self, step: int) -> None:
        self._steps.setCurrentIndex(step)
        self._area.verticalScrollBar().setValue(0)
        self._back.setVisible(step > 0)
        self._go.say("Continue" if step < LAST else "Finish")
        for number, (mark, words) in enumerate(self._marks):
            mark.show_state("here" if number == step else "behind" if number < step else "")
            words.tone("text" if number == step else "text2")
        self.focus_first()

    def focus_first(self) -> None:
        """Give the keyboard to the field of this step."""
        (self._pitch.area, self._ideal.area, self._companies)[self._steps.currentIndex()].setFocus()

    def set_aside(self) -> None:
        """Keep what is written, the companies as words for the next time that this is shown and none of them as a company."""
        self.is_aside = True
        self._keep_words()
        profile.set_words_aside(self._desk, self._companies.toPlainText())
        self._companies.clear()

    def hold(self) -> None:
        """Keep what is written as it is: it comes back in a moment."""
        self.set_aside()

    @property
    def step(self) -> int:
        """The step on show, from 0."""
        return self._steps.currentIndex()

    def go_to(self, step: int) -> None:
        """Show a step."""
        self._show(step)

    def keep(self) -> None:
        """Keep what was written so far; a company that cannot be read stays where it was written."""
        self._keep_words()
        left = []
        for words in self._companies.toPlainText().splitlines():
            if words.strip(" ,;"):
                try:
                    target_list.add_spoken(self._desk, words)
                except DeskError as error:
                    left.append(words)
                    errors.tell(error)
        self._companies.setPlainText("\n".join(left))

    def _keep_words(self) -> None:
        profile.save(self._desk, skills=self._pitch.text(), ideal_position=self._ideal.text(), full_name=self._name.text())

    def _next(self) -> None:
        if self._steps.currentIndex() < LAST:
            self._keep_words()
            self._show(self._steps.currentIndex() + 1)
        else:
            QTimer.singleShot(0, self._leave)  # the button that was pressed goes with the welcome
