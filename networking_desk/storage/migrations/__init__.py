"""The numbered steps that build and upgrade a desk, one file of plain SQL each."""

from __future__ import annotations

from pathlib import Path


def steps() -> list[Path]:
    """All steps in order; step 1 makes an empty desk, step n upgrades version n - 1."""
    return sorted(Path(__file__).parent.glob("[0-9][0-9][0-9][0-9]_*.sql"))
