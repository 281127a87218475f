"""What is said in every meeting: pitch and ideal position, every version of them, and how long it took to say them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from networking_desk.domain.profile import spoken_length
from networking_desk.domain.record import Record

PITCH_SECONDS = (20, 45)  # what works well, said aloud (look.md 5)
POSITION_SECONDS = 20  # more than this is no sentence that somebody remembers


class Part(StrEnum):
    """The two texts that are said in every meeting, each named after the profile's field that holds it."""

    PITCH = "skills"
    POSITION = "ideal_position"


@dataclass(frozen=True, kw_only=True)
class Version(Record):
    """A text as it was once kept. Versions are only ever added; the one in use is the one that says what the profile says."""

    part: Part
    text: str


@dataclass(frozen=True, kw_only=True)
class Rehearsal(Record):
    """A version said aloud: how long it took, and how long its words were thought to take, in seconds."""

    version_id: str
    seconds: float
    planned_seconds: int


def advice(part: Part, text: str) -> str:
    """One thing to do about a text as it is written, from the method (product.md 1: skills and abilities, roles and responsibilities)."""
    words, seconds = spoken_length(text)
    if part is Part.PITCH:
        least, most = PITCH_SECONDS
        if words and seconds < least:
            return "A little longer works better: add one result"
        if seconds > most:
            return "Shorter works better: they listen for a minute at most"
        return f"{least} to {most} seconds works well"
    if not words:
        return "One or two sentences, then pause"
    if seconds > POSITION_SECONDS or len(re.findall(r"[.!?](?:\s|$)", text.strip())) > 2:
        return "Shorter is remembered: one or two sentences"
    return "The roles and responsibilities you excel at, then pause"


def took(seconds: float, planned: int, part: Part) -> str:
    """What a rehearsal showed, in a sentence without blame: the time it took beside the time its words take, both in seconds."""
    said = round(seconds)
    least, most = PITCH_SECONDS if part is Part.PITCH else (0, POSITION_SECONDS)
    beside = f"You took {said} {'second' if said == 1 else 'seconds'}; the words say about {planned}."
    if said > most:
        return f"{beside} Leave something out, and it fits into {most}."
    if said < least:
        return f"{beside} There is room for one more result."
    return f"{beside} That works well."
