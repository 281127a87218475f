"""The look: the contrasts that are promised, icons that take their colour, parts that work by key and fit where they stand."""

from __future__ import annotations

import json
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from networking_desk import paths
from networking_desk.ui.look import icons, paint, theme
from networking_desk.ui.look.buttons import Button, CheckRow, FilterChips, Segmented, Stepper
from networking_desk.ui.look.toast import Toast
from networking_desk.ui.look.text import Words

TOKENS = json.loads((paths.resource_root() / "tokens.json").read_text(encoding="utf-8"))


def luminance(color: str) -> float:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


TEXT = [("text", g) for g in ("surface", "panel", "select", "canvas")] + [("text2", g) for g in ("surface", "panel", "select", "canvas")] + [("text3", g) for g in ("surface", "panel", "canvas")]
TEXT += [(f"{t}_text", f"{t}_soft") for t in ("accent", "amber", "dusk", "blue", "red")] + [("on_accent", "accent"), ("on_tip", "tip"), ("tip_action", "tip")]


@pytest.mark.parametrize("scheme", ["light", "dark", "highContrast"])
def test_words_stand_out_at_4_5_and_edges_at_3(scheme):
    tokens = TOKENS[scheme]
    for ink, ground in TEXT:
        assert contrast(tokens[ink], tokens[ground]) >= 4.5, (ink, ground)
    for ground in ("surface", "canvas", "panel"):
        assert contrast(tokens["control"], tokens[ground]) >= 3
    for ring in ("accent", "amber", "dusk"):
        assert contrast(tokens[ring], tokens["surface"]) >= 3


@pytest.fixture
def dressed(qtbot):
    theme.apply(QApplication.instance(), "light", 100)
    yield
    theme.apply(QApplication.instance(), "light", 100)


def test_an_icon_takes_the_colour_of_its_token_in_each_scheme(dressed):
    def strongest(name):
        image = icons.icon("timer", "accent").pixmap(48, 48).toImage()
        return min((QColor(image.pixel(x, y)) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() > 200), key=lambda c: abs(c.red() - theme.color("accent").red()))

    for scheme in ("light", "dark"):
        theme.apply(QApplication.instance(), scheme, 100)
        found = strongest("timer")
        assert abs(found.green() - theme.color("accent").green()) < 24


def test_a_person_always_has_the_same_colours(dressed):
    assert paint.initials("Ana María García") == "AG"
    assert paint.initials("佐藤 花子") == "佐花"
    assert paint.initials("") == ""


def test_all_sizes_follow_the_text_size(dressed):
    theme.apply(QApplication.instance(), "light", 130)
    assert theme.px(10) == 13
    assert theme.font(14).pixelSize() == 18


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the system's own font is used")
def test_each_weight_of_the_design_is_drawn_as_such(dressed):
    wide = [QFontMetrics(theme.font(20, weight)).horizontalAdvance("Networking meeting") for weight in (400, 500, 600)]
    assert wide == sorted(set(wide))


def test_a_button_is_pressed_with_enter_and_keeps_its_ampersand(dressed, qtbot):
    button = Button("Brûlé & Filles")
    qtbot.addWidget(button)
    button.show()
    pressed = []
    button.clicked.connect(lambda: pressed.append(1))
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert len(pressed) == 2
    assert button.text() == "Brûlé && Filles"
    assert button.accessibleName() == "Brûlé & Filles"


def test_switches_say_which_one_was_chosen(dressed, qtbot):
    for made in (Segmented([("a", "A"), ("b", "B")], "Which"), FilterChips([("a", "A"), ("b", "B")])):
        qtbot.addWidget(made)
        made.choose("a")
        with qtbot.waitSignal(made.chosen) as heard:
            made._buttons["b"].click()
        assert heard.args == ["b"]
        assert not made._buttons["a"].isChecked()


def test_a_stepper_stays_in_its_range(dressed, qtbot):
    stepper = Stepper(2, "min", "minutes for Thanks", 1, 3)
    qtbot.addWidget(stepper)
    heard = []
    stepper.changed.connect(heard.append)
    for _ in range(3):
        stepper._more.click()
    assert heard == [3]
    assert stepper._more.accessibleName() == "More: minutes for Thanks"


def test_a_check_row_is_as_tall_as_its_words(dressed, qtbot):
    row = CheckRow("word " * 30, "second line")
    qtbot.addWidget(row)
    assert row.heightForWidth(150) > row.heightForWidth(600)


def test_wrapped_words_are_as_tall_as_they_need(dressed, qtbot):
    words = Words("word " * 40, wrap=True)
    qtbot.addWidget(words)
    words.resize(200, 20)
    words.show()
    assert words.minimumHeight() >= words.heightForWidth(200)


def test_a_toast_offers_the_way_back_and_the_newest_takes_its_place(dressed, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    toast = Toast(page)
    done = []
    toast.say("Ann deleted", "Undo", lambda: done.append("undo"), "Ctrl+Z")
    toast.say("Ben deleted", "Undo", lambda: done.append("ben"), "Ctrl+Z")
    assert toast._words.text() == "Ben deleted"
    assert page.rect().contains(toast.geometry())
    toast._action.click()
    assert done == ["ben"]
    assert not toast.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (1024, 640), (880, 520)])
@pytest.mark.parametrize("text", [100, 130])
def test_no_screen_is_wider_than_its_window(window, desk, clock, size, text):
    from networking_desk.verbs import contacts, meeting, target_list

    theme.apply(QApplication.instance(), "light", text)
    ann = contacts.add_spoken(desk, "Ann Lee, Vice President of Global Supply Chain Transformation, Brûlé & Filles International Holdings, ann@northwind.example")
    target_list.add_spoken(desk, "Kestrel Robotics, Robotics, Eindhoven")
    talk = meeting.plan(desk, ann, clock.now(), 20)
    window.resize(*size)
    inside = window.inside
    for number in range(5):
        inside.go(number)
        QApplication.processEvents()
        assert window.width() <= size[0] * 1.3 if text > 100 else window.width() <= size[0], number
    meeting.start(desk, talk)
    QApplication.processEvents()
    window.grab()
    meeting.end(desk, talk)
    window.grab()
    theme.apply(QApplication.instance(), "light", 100)
