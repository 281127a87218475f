"""The help: a page for each screen, beside the window so that one can do what it says."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from networking_desk.ui.help import blocks, pages
from networking_desk.ui.help.pages import Page
from networking_desk.ui.lines import Line, Lines
from networking_desk.ui.look import paint
from networking_desk.ui.look.cards import column, row, scrolled
from networking_desk.ui.look.dialog import Dialog
from networking_desk.ui.look.fields import SearchField
from networking_desk.ui.look.text import Words
from networking_desk.ui.look.theme import px


class _TitleLine(Line):
    """A page's title."""

    def height(self, row: Page, width: int) -> int:
        return px(32)

    def paint(self, painter: QPainter, rect: QRect, row: Page, *, selected: bool, hovered: bool) -> None:
        paint.row_ground(painter, rect.adjusted(-6, 0, 6, 0), selected=selected, hovered=hovered, first=True, last=True)
        paint.words(painter, rect.adjusted(px(8), 0, -px(6), 0), row.title, 14, 600 if selected else 400)

    def sentence(self, row: Page) -> str:
        return row.title

    def key(self, row: Page) -> str:
        return row.name


class HelpDialog(Dialog):
    """Titles and a search on the left, the page on the right."""

    def __init__(self, parent: QWidget, page: Page) -> None:
        super().__init__(parent, "Help", 640)
        self._areas: dict[str, QScrollArea] = {}
        self._search = SearchField("Search help", "Search help")
        self._search.textChanged.connect(self._find)
        self._titles = Lines("Help pages", _TitleLine())
        self._search.returnPressed.connect(self._titles.setFocus)
        self._titles.setFixedWidth(px(212))
        self._titles.selectionModel().currentChanged.connect(lambda now, _: self._chosen(now.row()))
        self._none = Words("No page has these words.", 13, token="text2", wrap=True)
        self._none.hide()
        self._shown = QStackedWidget()
        self._search.setFixedWidth(px(212))
        side = QWidget()
        side.setLayout(column(self._search, self._none, self._titles, spacing=8))
        both = row(spacing=16)
        both.addWidget(side)
        both.addWidget(self._shown, 1)
        self.body.addLayout(both, 1)
        self.resize(QSize(px(880), px(680)).boundedTo(self.room()))
        self._titles.show_rows(pages.pages())
        self.show_page(page)
        self._titles.setFocus()

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self._titles.current_key()

    def show_page(self, page: Page) -> None:
        """Show a page, whatever was searched."""
        if page not in self._titles.rows():
            self._search.clear()
        self._titles.choose([one.name for one in self._titles.rows()].index(page.name))

    def _find(self, words: str) -> None:
        found = pages.found(words)
        self._none.setVisible(not found)
        self._titles.show_rows(found)
        if found:
            self._titles.choose(0)

    def _chosen(self, place: int) -> None:
        if not 0 <= place < len(self._titles.rows()):
            return
        page: Page = self._titles.row(place)
        if page.name not in self._areas:
            area = self._areas[page.name] = scrolled(blocks.shown(page, self._go))
            area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that it can be scrolled by keyboard
            area.setAccessibleName(page.title)
            self._shown.addWidget(area)
        self._shown.setCurrentWidget(self._areas[page.name])

    def _go(self, title: str) -> None:
        page = pages.titled(title)
        if page:
            self.show_page(page)


def open_for(window: QWidget, *screens: str) -> HelpDialog:
    """Show the page of the first of these screens that has one, over that window; a help that is open already turns to it."""
    page = pages.for_screen(*screens)
    there = next((d for d in window.findChildren(HelpDialog) if d.isVisible()), None)
    if there is None:
        there = HelpDialog(window, page)
        there.show()
    there.show_page(page)
    there.raise_()
    there.activateWindow()
    return there
