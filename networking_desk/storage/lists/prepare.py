"""What is read to prepare: the versions of what you say, the bank of questions, and what is known of the person you will meet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from networking_desk.domain import questions
from networking_desk.domain.contacts import Contact, Role
from networking_desk.domain.pitch import Part, Rehearsal, Version
from networking_desk.domain.profile import Profile
from networking_desk.domain.questions import Question
from networking_desk.storage import reading
from networking_desk.storage.database import Connection
from networking_desk.storage.lists.meeting import NOTES_ABOUT
from networking_desk.storage.values import EARLIEST, day, moment

_TOUCHES, _NOTES = 4, 12


class VersionRow(NamedTuple):
    """A version of what you say: when it was kept, whether it is the one in use, and how long it took each time it was rehearsed, in seconds."""

    id: str
    text: str
    at: datetime
    in_use: bool
    took: tuple[float, ...]


class LastTouch(NamedTuple):
    """A time at which you were in contact: of which kind, when, and what was written down of it."""

    kind: str
    at: datetime
    text: str


class PromiseRow(NamedTuple):
    """A promise that is open: whose it is, and the day it is due, if one is known."""

    id: str
    text: str
    whose: str
    due_on: date | None


@dataclass(frozen=True)
class About:
    """What is known of a person and of their company before a meeting with them. Without a company `company_id` is empty."""

    notes: str
    role: Role
    company_id: str
    company: str
    company_notes: str
    more_notes: tuple[str, ...]
    touches: tuple[LastTouch, ...]
    promises: tuple[PromiseRow, ...]


class PrepareLists:
    """Reads what a preparation shows."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def versions(self, part: Part) -> list[VersionRow]:
        """The versions of a text, the latest first."""
        profile = next(iter(reading.find(self._conn, Profile)), None)
        said = getattr(profile, part.value, "") if profile else ""
        took: dict[str, list[float]] = {}
        for rehearsal in reading.find(self._conn, Rehearsal):
            took.setdefault(rehearsal.version_id, []).append(rehearsal.seconds)
        kept = reversed(reading.find(self._conn, Version, part=part))
        return [VersionRow(v.id, v.text, v.created_at or EARLIEST, v.text == said, tuple(took.get(v.id, ()))) for v in kept]

    def bank(self, role: Role) -> list[str]:
        """The questions for one kind of contact, in their order."""
        return questions.bank(role, reading.find(self._conn, Question, role=role))

    def about(self, contact_id: str) -> About | None:
        """What is known of a contact; None when there is none."""
        conn = self._conn
        try:
            contact = reading.get(conn, Contact, contact_id)
        except LookupError:
            return None
        at = conn.execute(
            "SELECT co.id, co.name, co.notes FROM position p JOIN company co ON co.id = p.company_id WHERE p.contact_id = ? AND p.to_on IS NULL", (contact_id,)
        ).fetchone() or ("", "", "")
        notes: Sequence[tuple[int, str]] = conn.execute(f"{NOTES_ABOUT} ORDER BY 1 DESC LIMIT {_NOTES}", {"c": contact_id}).fetchall()
        touches = conn.execute("SELECT kind, at, text FROM touch WHERE contact_id = ? ORDER BY at DESC LIMIT ?", (contact_id, _TOUCHES))
        promises = conn.execute(
            """SELECT pr.id, pr.text, pr.whose, coalesce(pr.due_on, (SELECT min(f.due_on) FROM follow_up f WHERE f.promise_id = pr.id AND f.state = 'open'))
               FROM promise pr WHERE pr.contact_id = ? AND pr.done_on IS NULL ORDER BY 4 IS NULL, 4, pr.n LIMIT 20""",
            (contact_id,),
        )
        return About(
            notes=contact.notes, role=contact.role, company_id=at[0], company=at[1], company_notes=at[2], more_notes=tuple(text for _, text in notes),
            touches=tuple(LastTouch(kind, moment(when) or EARLIEST, text) for kind, when, text in touches),
            promises=tuple(PromiseRow(i, text, whose, day(due)) for i, text, whose, due in promises),
        )  # fmt: skip
