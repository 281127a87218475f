"""Templates: the user's own words for a draft, with fields that are filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from networking_desk.domain.record import Record

GAP = "____"
# What may stand between {{ and }}, and what it is.
FIELDS = {
    "first": "their first name", "full_name": "their whole name", "company": "their company", "me": "your name", "phone": "your telephone number", "email": "your e-mail address",
    "position": "your ideal position", "pitch": "your skills and abilities", "introducer": "who referred you", "about": "whom the introduction was to", "names": "the people they named",
    "when": "“today”, if you met today", "learned": "what you learned from them", "news": "what they have not heard yet", "promise": "what was promised",
    "lead": "the job", "lead_company": "the company of the job",
}  # fmt: skip
_FIELD = re.compile(r"\{{2,}([^{}\n]*)\}{2,}")
_PASSAGE = re.compile(r"\[\[((?:(?!\[\[).)*?)\]\]", re.DOTALL)
_BROKEN = re.compile(r"\{{2,}[ \t]*[\w-]*[ \t]*\}?|\{[\w \t-]*\}{2,}|\}{2,}|\[\[|\]\]")  # a field or a passage that is not whole


@dataclass(frozen=True, kw_only=True)
class Template(Record):
    """A draft's words for one occasion. `{{field}}` stands for what is filled in; `[[a passage]]` goes when a field in it is empty."""

    kind: str
    subject: str = ""
    body: str = ""


def _name(written: str) -> str:
    """A field's name however it is written: `Full name` as its button says it, `full-name`, `full_name`."""
    return re.sub(r"[\s_-]+", "_", written.strip()).casefold()


def fill(text: str, fields: Mapping[str, str]) -> str:
    """The words with their fields filled in; one that is not known, or not whole, shows as a gap to fill, never as its name in braces."""

    def passage(found: re.Match[str]) -> str:
        return found[1] if all(fields.get(_name(written), "") for written in _FIELD.findall(found[1])) else ""

    pieces = _FIELD.split(_PASSAGE.sub(passage, text))
    whole = "".join("{{" + piece + "}}" if at % 2 else _mended(piece) for at, piece in enumerate(pieces))
    for loose, tidy in ((r"[ \t]+\n", "\n"), (r"(?<=\S)[ \t]{2,}", " "), (r"\n{3,}", "\n\n")):
        whole = re.sub(loose, tidy, whole)
    # Fields are put in at the end, so that nothing they hold is read as a template.
    return _FIELD.sub(lambda field: fields.get(_name(field[1]), "") or GAP, whole.strip())


def _mended(words: str) -> str:
    """Words between fields with a gap for a field that is not whole, and without braces and brackets that have no partner."""
    while _BROKEN.search(words):  # where one goes, two that stood around it may meet
        words = _BROKEN.sub(lambda found: GAP if "{" in found[0] else "", words)
    return words


def unknown_fields(text: str) -> list[str]:
    """The fields in the words that there are not, as they are written, each once: those would always be gaps."""
    return [written or "{{}}" for written in dict.fromkeys(map(str.strip, _FIELD.findall(text))) if _name(written) not in FIELDS]


def is_broken(text: str) -> bool:
    """Whether a brace or a bracket of a field or a passage has no partner: it would not be in the letter."""
    return bool(_BROKEN.search(_PASSAGE.sub(r"\1", _FIELD.sub("", text))))


def word_count(text: str) -> int:
    """How many words a draft has."""
    return len(text.split())
