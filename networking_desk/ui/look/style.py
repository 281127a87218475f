"""The style sheet, made anew from the tokens whenever they change."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor

_SHEET = """
QWidget#page, QMainWindow, QDialog {{ background: {canvas}; }}
QDialog#palette {{ background: {surface}; border: 1px solid {control}; }}
QWidget#panel {{ background: {panel}; }}
QWidget#paper {{ background: {surface}; }}
QWidget#surface {{ background: {surface}; }}
QWidget#header {{ background: {canvas}; border-bottom: 1px solid {line}; }}
QWidget#panelframe {{ background: {panel}; border-left: 1px solid {line}; }}
QWidget#detail {{ background: {surface}; border-left: 1px solid {line}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QFrame#card {{ background: {surface}; border: 1px solid {line}; border-radius: 12px; }}
QFrame#soft {{ background: {accent_soft}; border: none; border-radius: 10px; }}
QFrame#problem {{ background: {red_soft}; border: none; border-radius: 10px; }}
QFrame#warning {{ background: {amber_soft}; border: none; border-radius: 10px; }}
QFrame#strip {{ background: {amber_soft}; border: none; border-bottom: 1px solid {line}; }}
QFrame#divider {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame#edge {{ background: {line}; border: none; }}
QFrame#switch {{ background: {press}; border: none; border-radius: 8px; }}

QPushButton {{ background: {surface}; color: {text}; border: 1px solid {line2}; border-radius: 8px; padding: 0 {p14}px; min-height: {p34}px; font-size: {p14}px; font-weight: 600; outline: none; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {press}; }}
QPushButton:disabled {{ color: {text3}; background: {canvas}; }}
QPushButton[kind="primary"] {{ background: {accent}; color: {on_accent}; border: none; min-height: {p36}px; }}
QPushButton[kind="primary"]:hover {{ background: {accent_hover}; }}
QPushButton[kind="primary"]:pressed {{ background: {accent_press}; }}
QPushButton[kind="big"] {{ background: {accent}; color: {on_accent}; border: none; min-height: {p44}px; font-size: {p16}px; border-radius: 10px; padding: 0 {p20}px; }}
QPushButton[kind="big"]:hover {{ background: {accent_hover}; }}
QPushButton[kind="soft"] {{ background: {accent_soft}; color: {accent_text}; border: none; min-height: {p36}px; }}
QPushButton[kind="soft"]:hover {{ background: {select}; }}
QPushButton[kind="dusk"] {{ background: {dusk}; color: {on_accent}; border: none; min-height: {p36}px; }}
QPushButton[kind="dusksoft"] {{ background: {dusk_soft}; color: {dusk_text}; border: none; min-height: {p36}px; }}
QPushButton[kind="link"] {{ background: transparent; color: {accent_text}; border: none; padding: 0 4px; min-height: {p28}px; font-size: {p13}px; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="small"] {{ min-height: {p30}px; font-size: {p13}px; padding: 0 {p12}px; }}
QPushButton[kind="icon"] {{ padding: 0; min-width: {p34}px; max-width: {p34}px; }}
QPushButton[kind="bare"] {{ background: transparent; border: none; padding: 0; min-width: {p32}px; max-width: {p32}px; min-height: {p32}px; }}
QPushButton[kind="bare"]:hover {{ background: {hover}; }}
QPushButton[kind="bare"]:checked {{ background: {press}; }}
QPushButton[kind="step"] {{ background: transparent; border: none; min-width: {p28}px; max-width: {p28}px; min-height: {p28}px; padding: 0; }}
QPushButton[kind="tip"] {{ background: transparent; border: none; color: {tip_action}; min-height: {p28}px; padding: 0 4px; }}
QPushButton[kind="chain"] {{ background: {press}; border: none; border-radius: {p16}px; min-height: {p32}px; padding: 0 {p12}px; }}
QPushButton[kind="row"] {{ background: transparent; border: none; text-align: left; padding: 0; min-height: {p28}px; }}
QPushButton[kind="row"]:hover {{ text-decoration: underline; }}

QLineEdit, QPlainTextEdit, QComboBox {{ background: {surface}; color: {text}; border: 1px solid {control}; border-radius: 8px; padding: 0 {p10}px; font-size: {p14}px;
    selection-background-color: {accent}; selection-color: {on_accent}; placeholder-text-color: {text3}; }}
QLineEdit, QComboBox {{ min-height: {p34}px; }}
QPlainTextEdit {{ padding: {p8}px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {accent}; }}
QLineEdit[wrong="true"] {{ border: 2px solid {red}; }}
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] {{ border: 1px solid transparent; background: transparent; padding: 0 2px; }}
QLineEdit[bare="true"]:hover, QPlainTextEdit[bare="true"]:hover {{ border: 1px solid {line2}; }}
QLineEdit[bare="true"]:focus, QPlainTextEdit[bare="true"]:focus {{ border: 2px solid {accent}; background: {surface}; }}
QLineEdit[capture="true"] {{ border: none; background: transparent; font-size: {p16}px; min-height: {p40}px; }}
QFrame#captureframe {{ background: {surface}; border: 2px solid {accent}; border-radius: 11px; }}
QComboBox::drop-down {{ border: none; width: {p28}px; }}
QComboBox::down-arrow {{ image: none; }}
QAbstractItemView {{ background: {surface}; color: {text}; selection-background-color: {select}; selection-color: {text}; border: 1px solid {line2}; outline: none; }}
QTableView, QListView#rows {{ background: transparent; border: none; selection-background-color: transparent; outline: none; gridline-color: transparent; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: transparent; color: {text2}; border: none; border-bottom: 1px solid {line}; padding: 0 {p4}px 0 0; min-height: {p34}px; font-size: {p14}px; font-weight: 400; }}
QHeaderView::section:first {{ padding-left: {p20}px; }}
QTableCornerButton::section {{ background: transparent; border: none; }}

QCheckBox {{ color: {text}; font-size: {p14}px; spacing: {p10}px; min-height: {p28}px; }}
QMenu {{ background: {surface}; border: 1px solid {line2}; border-radius: 8px; padding: 6px; }}
QMenu::item {{ padding: {p6}px {p24}px {p6}px {p12}px; border-radius: 6px; color: {text}; }}
QMenu::item:selected {{ background: {select}; }}
QMenu::item:disabled {{ color: {text3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 8px; }}
QMenuBar {{ background: {canvas}; color: {text}; border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: 4px 10px; }}
QMenuBar::item:selected {{ background: {select}; }}
QToolTip {{ background: {tip}; color: {on_tip}; border: none; padding: 5px 8px; font-size: {p13}px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {line2}; border-radius: 3px; min-height: 32px; margin: 2px 2px 2px 2px; }}
QScrollBar::handle:vertical:hover {{ background: {control}; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; }}
QScrollBar::handle:horizontal {{ background: {line2}; border-radius: 3px; min-width: 32px; margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; width: 0; height: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QSplitter::handle {{ background: transparent; }}
QDockWidget {{ border: none; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QToolBar {{ border: none; background: {canvas}; padding: 0; spacing: 0; }}
QMainWindow::separator {{ width: 0; height: 0; }}
QProgressBar#bar {{ background: {track}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar#bar::chunk {{ background: {accent}; border-radius: 3px; }}
QFrame#toast {{ background: {tip}; border-radius: 10px; }}
"""
_TOKENS = [
    "canvas",
    "surface",
    "panel",
    "raised",
    "hover",
    "press",
    "line",
    "line2",
    "control",
    "text",
    "text2",
    "text3",
    "accent",
    "accent_hover",
    "accent_press",
    "on_accent",
    "accent_soft",
    "accent_text",
    "amber_soft",
    "dusk",
    "dusk_soft",
    "dusk_text",
    "red",
    "red_soft",
    "select",
    "track",
    "tip",
    "on_tip",
    "tip_action",
]


def sheet(color: Callable[[str], QColor], px: Callable[[float], int]) -> str:
    """The style sheet in the colours that `color` gives and the lengths that `px` gives."""
    sizes = {f"p{n}": px(n) for n in (4, 6, 8, 10, 11, 12, 13, 14, 16, 20, 24, 26, 28, 30, 32, 34, 36, 40, 44)}
    return _SHEET.format(**{token: color(token).name() for token in _TOKENS}, **sizes)
