"""Where pages go: into a PDF, to a printer, onto the screen."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QPicture
from PySide6.QtPrintSupport import QPrinter

from networking_desk.domain.errors import DeskError
from networking_desk.domain.paper import PageSize
from networking_desk.ui.printing.flow import Pages
from networking_desk.ui.printing.ink import PT, Ink
from networking_desk.ui.printing.pdf_spaces import with_spaces

_PER_INCH = round(72 * PT)
_SIZES = {PageSize.A4: QPageSize.PageSizeId.A4, PageSize.LETTER: QPageSize.PageSizeId.Letter}


def page_layout(size: PageSize) -> QPageLayout:
    """A page of a size as Qt has it, upright and without margins: the papers keep their own."""
    return QPageLayout(QPageSize(_SIZES[size]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


def to_pdf(pages: Pages) -> bytes:
    """The pages as a PDF with its fonts inside. Raises DeskError when it cannot be made."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("Networking Desk")
    writer.setTitle(pages.title)
    writer.setResolution(_PER_INCH)
    writer.setPageLayout(page_layout(pages.size))
    _draw(writer, pages, writer.width() / pages.width, range(len(pages)))
    return with_spaces(bytes(buffer.data().data()))


def to_printer(printer: QPrinter, pages: Pages) -> None:
    """Send the pages to a printer that somebody chose, those they asked for. Raises DeskError when it takes none."""
    printer.setFullPage(True)
    paper = printer.pageLayout().fullRectPixels(printer.resolution())
    scale = min(paper.width() / pages.width, paper.height() / pages.height)  # another paper may lie in the printer than the one it was set for
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    _draw(printer, pages, scale, range(first - 1, min(last, len(pages))))


def _draw(device: QPdfWriter | QPrinter, pages: Pages, scale: float, numbers: Iterable[int]) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise DeskError("The printer does not answer. Nothing was printed.")
    try:
        for place, number in enumerate(numbers):
            if place and not device.newPage():
                raise DeskError(f"The printer stopped after page {place}.")
            painter.save()
            painter.scale(scale, scale)
            pages.draw(Ink(painter), number)
            painter.restore()
    finally:
        painter.end()


def words_on(pages: Pages, number: int) -> list[str]:
    """The words of a page, in the order in which they stand there."""
    picture = QPicture()
    painter = QPainter(picture)
    ink = Ink(painter)
    pages.draw(ink, number)
    painter.end()
    return ink.words
