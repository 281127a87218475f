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
_FIELD = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_PASSAGE = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True, kw_only=True)
class Template(Record):
    """A draft's words for one occasion. `{{field}}` stands for what is filled in; `[[a passage]]` goes when a field in it is empty."""

    kind: str
    subject: str = ""
    body: str = ""


def fill(text: str, fields: Mapping[str, str]) -> str:
    """The words with their fields filled in; one that is not known shows as a gap to fill, never as its name in braces."""

    def passage(found: re.Match[str]) -> str:
        return found[1] if all(fields.get(name, "") for name in _FIELD.findall(found[1])) else ""

    # Fields are put in at the end, so that nothing they hold is read as a template.
    whole = _PASSAGE.sub(passage, text)
    for loose, tidy in ((r"[ \t]+\n", "\n"), (r"(?<=\S)[ \t]{2,}", " "), (r"\n{3,}", "\n\n")):
        whole = re.sub(loose, tidy, whole)
    return _FIELD.sub(lambda field: fields.get(field[1], "") or GAP, whole.strip())


def unknown_fields(text: str) -> list[str]:
    """The fields in the words that there are not, each once: those would always be gaps."""
    return [name for name in dict.fromkeys(_FIELD.findall(text)) if name not in FIELDS]


def word_count(text: str) -> int:
    """How many words a draft has."""
    return len(text.split())
