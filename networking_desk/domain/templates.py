"""Templates: the user's own words for a draft, with fields that are filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from networking_desk.domain.record import Record


@dataclass(frozen=True, kw_only=True)
class Template(Record):
    """A draft's words for one kind of follow-up; `{{field}}` stands for what is filled in."""

    kind: str
    subject: str = ""
    body: str = ""


def fill(text: str, fields: Mapping[str, str]) -> str:
    """The words with their fields filled in; one that is not known shows as a gap to fill, never as its name in braces."""
    return re.sub(r"\{\{(\w+)\}\}", lambda field: fields.get(field[1], "") or "____", text)
