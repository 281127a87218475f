"""The profile: what you offer and what you want, in words and in seconds."""

from __future__ import annotations

from dataclasses import dataclass

from networking_desk.domain.record import Record

_WORDS_A_SECOND = 2.2


@dataclass(frozen=True, kw_only=True)
class Profile(Record):
    """You. `skills` is the pitch: your skills and abilities as you say them."""

    full_name: str = ""
    skills: str = ""
    ideal_position: str = ""
    core_message: str = ""
    phone: str = ""
    email: str = ""


def spoken_length(text: str) -> tuple[int, int]:
    """How many words a text has, and about how many seconds it takes to say."""
    words = len(text.split())
    return words, round(words / _WORDS_A_SECOND)
