"""Likeness of names: which are spelt nearly alike. It only ever suggests; the one place that asks rapidfuzz."""

from __future__ import annotations

from collections.abc import Mapping

_LEAST = 88.0  # of 100; below it two names of companies are two companies more often than not
_SHORTEST = 5  # letters; of shorter names one letter makes another name


def spelt_alike(targets: Mapping[str, str], others: Mapping[str, str], most: int = 3) -> list[tuple[str, str]]:
    """Pairs of a target and another company whose keys are spelt nearly alike and are not equal, at most so many for each target."""
    from rapidfuzz import fuzz, process  # late: only whoever asks waits for it

    choices = {other: key for other, key in others.items() if len(key) >= _SHORTEST}
    found = []
    for target, key in targets.items():
        if len(key) >= _SHORTEST:
            like = process.extract(key, choices, scorer=fuzz.ratio, score_cutoff=_LEAST, limit=most)
            found += [(target, other) for same, _, other in like if same != key]
    return found
