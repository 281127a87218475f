"""The trash: what was deleted, brought back or forgotten for good."""

from __future__ import annotations

from networking_desk.desk import Desk


def put_back(desk: Desk, step: int) -> str:
    """Bring back what one deletion took; gives the sentence that says so."""
    called = next(what for number, what, _ in desk.trash() if number == step)
    with desk.change(f"Put back {called}") as records:
        records.put_back(step)
    return f"{called} is back"


def empty(desk: Desk) -> None:
    """Forget everything in the trash; this cannot be undone."""
    with desk.change("") as records:
        records.empty_trash()
