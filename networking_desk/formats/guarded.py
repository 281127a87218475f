"""A file read in a child process that may take so much memory and time and no more, so that no file can hurt the program."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from networking_desk.domain.errors import Cancelled, DeskError
from networking_desk.formats.incoming import FileRefused, Reading

_MEMORY = 1 << 30  # bytes
_SECONDS = 60


def read_file(path: Path, wanted: str = "auto", cancelled: Callable[[], bool] = lambda: False) -> Reading:
    """What a file yields, read by a child process. Raises FileRefused, or Cancelled when asked to stop."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_work, args=(theirs, str(path), wanted), daemon=True)
    child.start()
    theirs.close()
    try:
        waited = 0.0
        while True:
            if cancelled():
                raise Cancelled("The import was cancelled. Nothing was changed.")
            if ours.poll(0.05):
                break
            waited += 0.05
            if waited > _SECONDS:
                raise FileRefused(f"{path.name} takes too long to read. Nothing was changed.")
        answer = ours.recv()
    except EOFError as error:
        raise FileRefused(f"{path.name} cannot be read: it asks for too much memory.") from error
    finally:
        child.kill()
        child.join()
        ours.close()
    if isinstance(answer, str):
        raise FileRefused(answer)
    assert isinstance(answer, Reading)
    return answer


def _work(pipe: Connection, path: str, wanted: str) -> None:
    from networking_desk.formats import files

    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    try:
        file = Path(path)
        answer: Reading | str = files.read(files.load(file), file.name, wanted)
    except DeskError as error:
        answer = str(error)
    except MemoryError:
        answer = f"{Path(path).name} cannot be read: it asks for too much memory."
    pipe.send(answer)
    pipe.close()
