"""A file from outside: what it really is, and which format reads it."""

from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path, PurePosixPath

from networking_desk.formats import companies_csv, contacts_csv, csv_table
from networking_desk.formats.headers import fields_of, tells_of_companies
from networking_desk.formats.incoming import FileRefused, Reading

MAX_BYTES = 200 * 1024 * 1024
_MAGIC = (
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"%PDF", "a PDF"), (b"MZ", "a program"), (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file; save it as CSV first"), (b"SQLite format 3", "a database"),
)  # fmt: skip
_CONNECTIONS = "Connections.csv"


def load(path: Path) -> bytes:
    """A file's bytes, read once. Raises FileRefused for what is no ordinary, readable file of at most 200 MB."""
    if not path.name:
        raise FileRefused(f"“{path}” names no file. Choose one.")
    try:
        with path.open("rb") as file:
            info = path.stat()
            if not stat.S_ISREG(info.st_mode):
                raise FileRefused(f"{path.name} is not a file.")
            if info.st_size > MAX_BYTES:
                raise FileRefused(f"{path.name} is larger than 200 MB.")
            return file.read(MAX_BYTES)
    except IsADirectoryError as error:
        raise FileRefused(f"{path.name} is a folder. Choose the file in it.") from error
    except FileNotFoundError as error:
        raise FileRefused(f"There is no file {path}.") from error
    except PermissionError as error:
        raise FileRefused(f"{path.name} cannot be opened: another program holds it, or you may not read it.") from error
    except OSError as error:
        raise FileRefused(f"{path.name} cannot be read: {error.strerror}.") from error


def read(data: bytes, name: str, wanted: str = "auto") -> Reading:
    """What a file yields. Its content decides what it is, whatever its name says. Raises FileRefused when it is none of ours."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise FileRefused(f"{name} is empty.")
    if data.startswith(b"PK"):
        return read(_connections(data, name), _CONNECTIONS, wanted)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise FileRefused(f"{name} is {kind}, not a list of contacts.")
    start = data[:1024].lstrip().lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")):
        raise FileRefused(f"{name} is a web page, not a list. Sign in where you downloaded it and export again.")
    if start.startswith((b"begin:vcard", b"begin:vcalendar")):
        raise FileRefused(f"{name} is a vCard or calendar file, which cannot be read yet. Export it as CSV.")
    table = csv_table.read(data, name)
    fields = fields_of(table.headers)
    if wanted in ("auto", "csv", "target_list") and tells_of_companies(fields):
        return companies_csv.read(table)
    if wanted == "linkedin" and "connected_on" not in fields:
        raise FileRefused(f"{name} is no list of LinkedIn connections: it has no column “Connected On”.")
    return contacts_csv.read(table)


def _connections(data: bytes, name: str) -> bytes:
    """LinkedIn's Connections.csv out of its zip, in memory; nothing is ever unpacked to the disk."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.infolist()[:10_000]:
                parts = PurePosixPath(member.filename).parts
                if not parts or parts[-1] != _CONNECTIONS or len(parts) > 2 or ".." in parts or parts[0].startswith("/"):
                    continue
                if member.file_size > MAX_BYTES or member.file_size > 200 * max(member.compress_size, 1024):
                    raise FileRefused(f"{name}: the {_CONNECTIONS} in it is too large.")
                with archive.open(member) as file:
                    return file.read(MAX_BYTES)
    except FileRefused:
        raise
    except Exception as error:  # a damaged zip makes its reader stumble in any way there is
        raise FileRefused(f"{name} is a damaged or locked zip file.") from error
    raise FileRefused(f"{name} holds no {_CONNECTIONS}. Ask LinkedIn for your connections, or choose another file.")
