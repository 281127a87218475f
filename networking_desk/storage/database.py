"""The desk's file: opened, checked, upgraded; the one place that chooses SQLite's engine."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from networking_desk.domain.errors import DeskError, DiskFull, NewerDesk
from networking_desk.paths import private_file
from networking_desk.storage import migrations

# An encrypted engine takes sqlite3's place by these two lines alone.
Connection = sqlite3.Connection
EngineError = sqlite3.Error

FILE_NAME = "desk.sqlite3"
APPLICATION_ID = 0x4E44534B  # "NDSK"
_HEADER = b"SQLite format 3\x00"
# EXCLUSIVE before the first WAL access: no -shm file, hence no SIGBUS on a full disk (promises.md 7).
_PRAGMAS = (
    "locking_mode=EXCLUSIVE", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON",
    "secure_delete=ON", "temp_store=MEMORY", "cache_size=-16384",
)  # fmt: skip


def version() -> int:
    """The version of the desks that this program writes."""
    return len(migrations.steps())


def open_database(folder: Path) -> Connection:
    """Open the desk in a folder, making or upgrading it. Raises NewerDesk, DiskFull or DeskError; then nothing has changed."""
    path = folder / FILE_NAME
    _refuse_foreign(path)
    try:
        conn = sqlite3.connect(private_file(path), isolation_level=None, check_same_thread=False, timeout=2)
    except OSError as error:
        raise DeskError(f"{path} cannot be opened: {error.strerror}.") from error
    try:
        with guarded():
            for pragma in _PRAGMAS:
                conn.execute(f"PRAGMA {pragma}")
            _upgrade(conn)
    except BaseException:
        conn.close()
        raise
    return conn


def _refuse_foreign(path: Path) -> None:
    """Look at the file's first bytes, so that a newer desk is refused before SQLite could touch it."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except FileNotFoundError:
        return
    except OSError as error:
        raise DeskError(f"{path} cannot be read: {error.strerror}.") from error
    if not head:
        return
    if len(head) < 100 or not head.startswith(_HEADER):
        raise DeskError(f"{path} is not a desk. It was left as it is; move it away to start a new one.")
    _refuse_version(int.from_bytes(head[60:64], "big"), int.from_bytes(head[68:72], "big"), path)


def _refuse_version(found: int, application: int, path: Path | str) -> None:
    if application not in (0, APPLICATION_ID) or (application == 0 and found):
        raise DeskError(f"{path} belongs to another program. It was left as it is.")
    if found > version():
        raise NewerDesk(f"This desk was written by a newer Networking Desk (version {found}; this one reads up to {version()}). Nothing was changed.")


def _upgrade(conn: Connection) -> None:
    """Run the steps that are missing, each with its version in one transaction."""
    found = conn.execute("PRAGMA user_version").fetchone()[0]
    _refuse_version(found, conn.execute("PRAGMA application_id").fetchone()[0], "This desk")
    for number, step in enumerate(migrations.steps()[found:], found + 1):
        script = step.read_text(encoding="utf-8")
        # executescript commits what is open, so the whole step carries its own BEGIN and COMMIT.
        conn.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA application_id={APPLICATION_ID};\nPRAGMA user_version={number};\nCOMMIT;")
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # so that the header tells the version to whoever reads it first


@contextmanager
def guarded() -> Iterator[None]:
    """Tell the engine's errors for what they are: disk full is found wherever it hides in the chain of causes."""
    try:
        yield
    except EngineError as error:
        raise _told(error) from error


def _told(error: BaseException) -> Exception:
    seen: BaseException | None = error
    while seen is not None:
        words = str(seen).lower()
        if "disk is full" in words:
            return DiskFull("The disk is full. Nothing of this change was kept and nothing that was there is lost. Free some space and try again.")
        if "readonly" in words:
            return DeskError("The desk cannot be written to: its folder or file is read-only. Nothing was changed.")
        if "database is locked" in words:
            return DeskError("Another program has the desk open. Close it and try again.")
        if "malformed" in words or "not a database" in words or "disk i/o error" in words:
            return DeskError("The desk's file is damaged or its disk cannot be read. Nothing was changed; make a copy of the folder before anything else.")
        seen = seen.__cause__ or seen.__context__
    return error if isinstance(error, Exception) else RuntimeError(str(error))


@contextmanager
def transaction(conn: Connection) -> Iterator[None]:
    """One unit of work: all of it is kept or nothing."""
    with guarded():
        conn.execute("BEGIN IMMEDIATE")
        try:
            yield
            conn.execute("COMMIT")
        except BaseException:
            # SQLite has already rolled back by itself when the disk was full.
            if conn.in_transaction:
                conn.execute("ROLLBACK")
            raise


def check(conn: Connection) -> list[str]:
    """Everything that is wrong with the file, in words; empty when it is sound."""
    with guarded():
        found = [str(row[0]) for row in conn.execute("PRAGMA integrity_check") if row[0] != "ok"]
        found += [f"A row of {row[0]} refers to a {row[2]} that is not there." for row in conn.execute("PRAGMA foreign_key_check")]
        try:
            conn.execute("INSERT INTO contact_search(contact_search) VALUES ('integrity-check')")
        except EngineError:
            found.append("The search index is damaged; it can be made again.")
    return found


def settle(conn: Connection) -> None:
    """Move what is in the log into the file, as far as that waits for nobody."""
    conn.execute("PRAGMA wal_checkpoint(PASSIVE)")


def close(conn: Connection) -> None:
    """Put everything into the one file and let go of it."""
    conn.execute("PRAGMA optimize")
    conn.close()


def tighten(folder: Path) -> None:
    """Make every file of the desk readable by the user alone, whatever made it looser."""
    if os.name == "posix":
        for path in folder.glob(f"{FILE_NAME}*"):
            path.chmod(0o600)
