"""Where this computer keeps the desk, its log and the resources."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from networking_desk.domain.errors import DeskError

APP_NAME = "networking-desk"


def resource_root() -> Path:
    """The folder of icons, templates and fonts: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def data_dir() -> Path:
    """The user's own folder for the desk."""
    from platformdirs import user_data_path  # late: only when no folder was named

    return user_data_path(APP_NAME, appauthor=False)


def private_folder(folder: Path) -> Path:
    """Make sure of a folder that only the user can enter (mode 0700), and give it back.

    Raises DeskError when it cannot be made or is a link that leads elsewhere.
    """
    try:
        if folder.is_symlink():
            raise DeskError(f"{folder} is a link. Choose the real folder.")
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix" and stat.S_IMODE(folder.stat().st_mode) != 0o700:
            folder.chmod(0o700)
    except OSError as error:
        raise DeskError(f"The folder {folder} cannot be used: {error.strerror}.") from error
    return folder


def private_file(path: Path) -> Path:
    """Make sure of a file that only the user can read (mode 0600), and give its path back."""
    handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        if os.name == "posix":
            os.fchmod(handle, 0o600)
    finally:
        os.close(handle)
    return path


def write_through(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, readable by the user alone: what was there stays until all bytes are on the disk.

    Raises DeskError when it cannot be written.
    """
    if not path.name:
        raise DeskError(f"“{path}” names no file. Write the name of the file.")
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        handle = os.open(temporary, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        try:
            written = 0
            while written < len(data):
                written += os.write(handle, data[written:])
            os.fsync(handle)
        finally:
            os.close(handle)
        if temporary.read_bytes() != data:
            raise OSError(0, "the disk did not keep what was written")
        temporary.replace(path)
        if os.name == "posix":  # the new name itself must be on the disk too
            folder = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise DeskError(f"{path} could not be written: {error.strerror}. What was there before is untouched.") from error
