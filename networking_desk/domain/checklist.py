"""The checklist: what to say in each stage, and what makes a meeting ready."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from networking_desk.domain.record import Record

ENOUGH = 3  # questions


@dataclass(frozen=True, kw_only=True)
class ChecklistItem(Record):
    """One thing to tick. Without a stage it belongs to the preparation, and `key` names which check it is."""

    meeting_id: str
    text: str
    position: int
    stage_id: str | None = None
    key: str = ""
    done_at: datetime | None = None


# The six checks that make a meeting ready: key and words (product.md 3, look.md 5).
READINESS = (
    ("research", "Read about them and their company"),
    ("pitch", "Pitch ready"),
    ("position", "Ideal position in one sentence"),
    ("questions", "Three questions for them"),
    ("list", "Target list printed or ready to share"),
    ("offer", "Something you can offer in return"),
)


@dataclass(frozen=True)
class Prepared:
    """What is there for a meeting: how many notes on the person and their company, words of pitch and of ideal position, questions.

    `shown` is whether they were ever shown the list, `offer` what there is to offer them.
    """

    notes: int = 0
    pitch: int = 0
    position: int = 0
    questions: int = 0
    shown: bool = False
    offer: str = ""

    def has(self, key: str) -> bool:
        """Whether the thing of that check is there, so that it ticks itself."""
        return {
            "research": self.notes > 0, "pitch": self.pitch > 0, "position": self.position > 0, "questions": self.questions >= ENOUGH,
            "list": self.shown, "offer": bool(self.offer),
        }.get(key, False)  # fmt: skip
