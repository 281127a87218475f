"""Which names of companies may mean the same: equal by their keys, or one inside the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

_COMMON = 12  # companies; a word in more names than these tells none of them apart
_SHORT = 3  # letters; a shorter word tells too little


def inside_each_other(targets: Mapping[str, str], others: Mapping[str, str]) -> list[tuple[str, str]]:
    """Pairs of a target and another company where the words of one key begin the other's, "nordwind" and "nordwind freight"; equal ones are not among them.

    Both maps give each company's key (names.company_key). A pair of which the shared words are common ones ("global", "bank") is left out.
    """
    common = Counter(word for key in others.values() for word in set(key.split()))
    by_first: dict[str, list[str]] = {}
    for other, key in others.items():
        by_first.setdefault(key.split(" ", maxsplit=1)[0], []).append(other)
    found = []
    for target, key in targets.items():
        for other in by_first.get(key.split(" ", maxsplit=1)[0], ()):
            shorter, longer = sorted((key.split(), others[other].split()), key=len)
            if shorter and len(shorter) < len(longer) and longer[: len(shorter)] == shorter and _tells(shorter, common):
                found.append((target, other))
    return found


def _tells(words: Iterable[str], common: Counter[str]) -> bool:
    return any(len(word) >= _SHORT and common[word] <= _COMMON for word in words)
