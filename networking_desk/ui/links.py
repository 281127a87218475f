"""The one gate for links: only web pages, letters and calls are opened, whatever a file said, and calendar files of our own."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

_ODD = re.compile(r"[\x00-\x20\x7f-\x9f\\\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LONGEST = 2_048
_LONGEST_LETTER = 1_800  # bytes; mail programs cut longer ones (formats.md 1.7)
_EXTENSION = re.compile(r"[\s;,]*(?:ext(?:ension)?[.:=]?|x)\s*(\d+)$")
_TRUNK_ZERO = re.compile(r"^(\s*\+(?!39)\d{1,3}[\s.-]*)\(\s*0\s*\)")  # dialled at home only, but for Italy, where it belongs to the number

# The system's opener; tests hand in another.
opener: list[Callable[[QUrl], bool]] = [QDesktopServices.openUrl]


def open_link(link: str) -> bool:
    """Open a link of one of the four kinds that are safe; whether it was."""
    url = checked(link)
    return url is not None and opener[-1](url)


def open_folder(folder: Path) -> bool:
    """Show one of the program's own folders in the system's file manager; whether it was."""
    return folder.is_dir() and opener[-1](QUrl.fromLocalFile(str(folder)))


def open_calendar(path: Path, folder: Path) -> bool:
    """Open a calendar file that the program has just written into its own folder, and nothing else; whether it was."""
    ours = path.suffix == ".ics" and path.parent == folder / "calendar" and path.is_file() and not path.is_symlink() and not path.parent.is_symlink()
    return ours and opener[-1](QUrl.fromLocalFile(str(path)))


def checked(link: str) -> QUrl | None:
    """The link as it may be opened: http and https to a plain host, mailto, tel. None for everything else."""
    if len(link) > _LONGEST or _ODD.search(link):
        return None
    url = QUrl.fromEncoded(link.encode(), QUrl.ParsingMode.StrictMode)
    if not url.isValid():
        return None
    if url.scheme() in ("http", "https"):
        return url if url.host() and not url.userInfo() else None
    return url if url.scheme() in ("mailto", "tel") and url.path() else None


def mailto(address: str, subject: str = "", body: str = "") -> tuple[str, bool]:
    """A link that begins a letter to one address, and whether its text was too long to go with it (RFC 6068)."""
    start = "mailto:" + quote(address, safe="@")
    fields = [("subject", subject), ("body", body.replace("\r\n", "\n").replace("\n", "\r\n"))]
    whole = start + "?" * bool(subject or body) + "&".join(f"{key}={quote(value, safe='')}" for key, value in fields if value)
    if len(whole.encode()) <= _LONGEST_LETTER:
        return whole, False
    return start + (f"?subject={quote(subject[:200], safe='')}" if subject else ""), True


def tel(number: str) -> str | None:
    """A link that dials a number, or None for one that is not whole: only numbers with their country can be dialled from anywhere (RFC 3966).

    What is more than a number and its extension is not guessed at: it would dial somebody else.
    """
    whole = number.strip().lower().removeprefix("tel:")
    extension = _EXTENSION.search(whole)
    written = whole[: extension.start()] if extension else whole
    international = _TRUNK_ZERO.sub(r"\1", re.sub(r"^\s*00", "+", written))
    digits = re.sub(r"[\s()./\u2010-\u2015-]", "", international)
    if not re.fullmatch(r"\+\d{6,20}", digits):
        return None
    return f"tel:{digits}" + (f";ext={extension[1]}" if extension else "")


def linkedin(slug: str) -> str:
    """The address of a LinkedIn profile by its short name."""
    return f"https://www.linkedin.com/in/{quote(slug, safe='')}"
