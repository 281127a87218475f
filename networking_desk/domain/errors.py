"""The errors a person can put right, told in a sentence; anything else is a bug."""

from __future__ import annotations


class DeskError(Exception):
    """Something the user can put right; its text is a sentence made for them."""


class DiskFull(DeskError):
    """The disk took no more bytes; what was there before the change is untouched."""


class NewerDesk(DeskError):
    """The desk was written by a newer Networking Desk and was not opened."""


class DeskInUse(DeskError):
    """Another Networking Desk has this folder open."""


class Cancelled(DeskError):
    """The user stopped a long task; nothing of it was kept."""
