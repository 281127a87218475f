"""Finding: what words typed into the search over everything may mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

_ENOUGH = 4  # letters of a phrase that tell it from a name that begins alike


def without_phrases(words: Sequence[str], phrases: Iterable[Sequence[str]]) -> tuple[list[str], bool]:
    """The words less every phrase among them, the last word of each perhaps only begun, and whether there was one.

    Words and phrases are folded. The longest phrase is taken first: "coffee chat priya" leaves "priya".
    """
    left, known = list(words), [list(phrase) for phrase in phrases]
    found = False
    while run := max((_run(left, phrase) for phrase in known), key=lambda r: r[1] - r[0], default=(0, 0)):
        start, end = run
        if start == end:
            break
        del left[start:end]
        found = True
    return left, found


def _run(words: Sequence[str], phrase: Sequence[str]) -> tuple[int, int]:
    """Where the beginning of a phrase stands among the words, as long as it can be; from and to."""
    best = (0, 0)
    for start in range(len(words)):
        length = 0
        while start + length < len(words) and length < len(phrase) and words[start + length] == phrase[length]:
            length += 1
        if start + length == len(words) - 1 and length < len(phrase) and phrase[length].startswith(words[-1]):
            length += 1
        if length > best[1] - best[0] and sum(map(len, words[start : start + length])) >= _ENOUGH:
            best = (start, start + length)
    return best


def begins_each(asked: Iterable[str], words: Sequence[str]) -> bool:
    """Whether each word asked for begins one of the words; all are folded."""
    return all(any(word.startswith(one) for word in words) for one in asked)
