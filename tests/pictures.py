"""The help's pictures, taken anew from the sample desk: `python -m tests.pictures`. Nobody but invented people is in them."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from conftest import StandingClock  # noqa: E402
from PySide6.QtCore import QRect, Qt  # noqa: E402
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from networking_desk.desk import Desk  # noqa: E402
from networking_desk.domain.contacts import Contact, Role  # noqa: E402
from networking_desk.domain.meetings import Answer, CaptureKind, Meeting, MeetingState  # noqa: E402
from networking_desk.domain.pitch import Part  # noqa: E402
from networking_desk.domain.paper import PaperKind  # noqa: E402
from networking_desk.paths import resource_root  # noqa: E402
from networking_desk.ui.companies.build import BuildDialog  # noqa: E402
from networking_desk.ui.owed.call_sheet import CallSheetDialog  # noqa: E402
from networking_desk.ui.owed.draft import DraftDialog  # noqa: E402
from networking_desk.ui.palette.dialog import PaletteDialog  # noqa: E402
from networking_desk.ui.printing.dialog import PrintDialog  # noqa: E402
from networking_desk.ui.printing.papers import Wish  # noqa: E402
from networking_desk.ui.profile.rehearse import RehearseDialog  # noqa: E402
from networking_desk.ui.questions.bank import QuestionsDialog  # noqa: E402
from networking_desk.ui.settings.dialog import SettingsDialog  # noqa: E402
from networking_desk.ui.window import Window  # noqa: E402
from networking_desk.verbs import capture, contacts, meeting, profile, questions, sample  # noqa: E402

OUT = [resource_root() / "help" / "en"]
_WIDTH = 720  # pixels; wide enough to be read, small enough to be many


def _settle() -> None:
    for _ in range(12):
        QApplication.processEvents()


def _take(widget: QWidget, name: str, part: QRect | None = None) -> None:
    _settle()
    image = widget.grab(part or widget.rect()).toImage()
    if image.width() > _WIDTH:
        image = image.scaledToWidth(_WIDTH, Qt.TransformationMode.SmoothTransformation)
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    used = Counter(memoryview(image.bits()).cast("I"))
    table = [colour for colour, _ in used.most_common(256)]
    image.convertToFormat(QImage.Format.Format_Indexed8, table, Qt.ImageConversionFlag.AvoidDither).save(str(OUT[-1] / f"{name}.png"), "PNG", 0)


def _pages(window: Window) -> None:
    for number, name in enumerate(("today", "contacts", "companies", "", "progress")):
        if name:
            window.inside.go(number)
            _settle()
            if number in (1, 2):
                window.inside.page(number).table.selectRow(0)
            window.inside.toast.hide()
            _take(window, name)


def _owed(window: Window, desk: Desk) -> None:
    live = window.inside._live
    owed = desk.lists.today.follow_ups()
    sheet = CallSheetDialog(window, live, next(one for one in owed if one.kind == "thank_you_call"), print, print)
    letter = DraftDialog.for_follow_up(window, live, next(one for one in owed if one.kind == "outreach"))
    for dialog, name in ((sheet, "callsheet"), (letter, "draft")):
        dialog.show()
        _take(dialog, name)
        dialog.close()
    window.inside.go(4)
    _settle()
    _take(window.inside.page(4).ties, "map")


def _before(window: Window, desk: Desk, talk: str) -> None:
    live = window.inside._live
    window.inside.go(3)
    _settle()
    window.inside.toast.hide()
    _take(window, "prepare", QRect(960, 56, 320, 560))
    questions.ask(desk, talk, "What do people who do well there have in common?")
    bank = QuestionsDialog(window, live)
    bank._show(Role.INSIDER)
    bank.show()
    _take(bank, "questions")
    bank.close()
    rehearse = RehearseDialog(window, live, Part.PITCH)
    rehearse.resize(900, 470)
    rehearse.show()
    rehearse._switch()
    desk.clock.go(12)
    rehearse._tick()
    _take(rehearse, "rehearse")
    rehearse.close()
    settings = SettingsDialog(window, live, "week")
    settings.show()
    _take(settings, "settings")
    settings.close()
    build = BuildDialog(window, live)
    build.show()
    _take(build, "build")
    build.close()
    printing = PrintDialog(window, live, Wish(PaperKind.LIST, talk, desk.get(Meeting, talk).contact_id), print)
    printing.show()
    _take(printing, "print")
    printing.close()
    palette = PaletteDialog(window, live)
    palette.show()
    palette.field.setText("kes")
    _take(palette, "palette")
    palette.close()


def _during(window: Window, desk: Desk, talk: str) -> None:
    meeting.start(desk, talk)
    for stage in (1, 2, 3):
        desk.clock.go(150)
        meeting.go_to_stage(desk, talk, stage)
    capture.save(desk, talk, CaptureKind.REFERRAL, "Ann Lee, VP Operations, Nordwind Freight")
    capture.save(desk, talk, CaptureKind.LEAD, "Night-shift supervisor, Halden Logistics")
    capture.save(desk, talk, CaptureKind.NOTE, "They test a routing tool")
    rows = desk.lists.meeting.targets(talk, desk.get(Meeting, talk).contact_id)
    capture.answer(desk, talk, rows[2].id, Answer.NOBODY)
    desk.clock.go(69)
    window.inside.page(3).running.tick()
    window.inside.toast.hide()
    _take(window, "meeting")
    tab = window.inside.page(3)
    tab.open_call_window()
    _settle()
    tab._call_window.resize(360, 640)
    _take(tab._call_window, "call")
    tab._call_window.close()
    tab.share()
    _settle()
    tab._share.showNormal()
    tab._share.resize(1100, 620)
    _take(tab._share, "share")
    tab._share.close()
    _settle()
    meeting.end(desk, talk)
    _settle()
    window.inside.toast.hide()
    _take(window, "wrapup", QRect(0, 56, 960, 744))


def main() -> None:
    """Take them all."""
    QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder, Desk(Path(folder) / "desk", StandingClock()) as desk:
        profile.set_option(desk, undoable=False, scheme="light")
        window = Window(desk)
        window._when_idle = lambda: None
        window.resize(1280, 800)
        window.show()
        window.fill()
        _settle()
        window.inside.beginning.welcome._pitch.show_text(sample._written()["profile"]["skills"])
        _take(window, "welcome")
        window.inside.beginning.welcome._pitch.show_text("")
        window.inside.doing.do("sample")
        _pages(window)
        (talk,) = (m.id for m in desk.find(Meeting, state=MeetingState.PLANNED))
        contacts.edit(desk, next(c.id for c in desk.find(Contact) if c.full_name == "Priya Raman"), place="Rotterdam")
        _owed(window, desk)
        _before(window, desk, talk)
        _during(window, desk, talk)
        window.close()


if __name__ == "__main__":
    main()
