"""The help's pages: read from plain text of our own, found by the screen they are for or by words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from networking_desk import paths
from networking_desk.domain.finding import begins_each
from networking_desk.domain.names import fold

_FOLDER = Path("help") / "en"
_FIRST = "01-first-steps"


class Block(NamedTuple):
    """A part of a page: its kind (text, heading, bullet, key, tip, picture, see), its words, and what stands beside them.

    Beside a key's words is the key, beside a picture's its file, beside the name of another page nothing.
    """

    kind: str
    words: str
    beside: str = ""


class Page(NamedTuple):
    """A page: the name of its file, its title, the screens that it is for, its parts."""

    name: str
    title: str
    opens: tuple[str, ...]
    blocks: tuple[Block, ...]

    def text(self) -> str:
        """All its words, in one string."""
        return " ".join((self.title, *(f"{block.beside if block.kind == 'key' else ''} {block.words}" for block in self.blocks)))


@cache
def pages() -> tuple[Page, ...]:
    """All pages in their order."""
    files = sorted((paths.resource_root() / _FOLDER).glob("*.txt"))
    return tuple(parsed(file.stem, file.read_text(encoding="utf-8")) for file in files)


def picture(file: str) -> Path:
    """Where a picture of the help lies."""
    return paths.resource_root() / _FOLDER / file


def parsed(name: str, text: str) -> Page:
    """A page out of its text: a line is a heading, a bullet, `key: Ctrl+N | words`, `tip: …`, `picture: file | words`, `see: title`; others are text."""
    title, opens = name, ""
    blocks: list[Block] = []
    for line in map(str.strip, text.splitlines()):
        word, colon, rest = line.partition(": ")
        left, _, right = rest.partition(" | ")
        if line.startswith("## "):
            blocks.append(Block("heading", line[3:]))
        elif line.startswith("- "):
            blocks.append(Block("bullet", line[2:]))
        elif colon and word == "title":
            title = rest
        elif colon and word == "opens":
            opens = rest
        elif colon and word in ("key", "picture"):
            blocks.append(Block(word, right, left))
        elif colon and word in ("tip", "see"):
            blocks.append(Block(word, rest))
        elif line:
            blocks.append(Block("text", line))
    return Page(name, title, tuple(part.strip() for part in opens.split("|")), tuple(blocks))


def for_screen(*screens: str) -> Page:
    """The page of the first of these screens that has one; the first steps where none has."""
    known = {screen: page for page in pages() for screen in page.opens}
    return next((known[screen] for screen in screens if screen in known), next(page for page in pages() if page.name == _FIRST))


def titled(title: str) -> Page | None:
    """The page of that title."""
    return next((page for page in pages() if page.title == title), None)


def found(words: str) -> list[Page]:
    """The pages in which every word begins one, those whose title has them first; all of them for no word."""
    asked = fold(words).split()
    named = [page for page in pages() if begins_each(asked, _words(page.title))]
    return named + [page for page in pages() if page not in named and begins_each(asked, _words(page.text()))]


@cache
def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())
