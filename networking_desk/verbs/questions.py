"""Questions: the bank of each kind of contact, and what is asked in one meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from networking_desk.desk import Desk
from networking_desk.domain import names
from networking_desk.domain.contacts import Role
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import Meeting
from networking_desk.domain.questions import Question, bank

if TYPE_CHECKING:
    from networking_desk.desk import Records


def add(desk: Desk, role: Role, words: str) -> None:
    """Put a question of one's own at the end of the bank of one kind of contact. Raises DeskError for no words."""
    text = _asked(words)
    with desk.change("Add a question") as records:
        own = _own(records, role)
        if text not in [q.text for q in own]:
            records.add(Question(role=role, text=text, position=len(own)))


def reword(desk: Desk, role: Role, place: int, words: str) -> None:
    """Say a question of the bank in other words. Raises DeskError for no words."""
    text = _asked(words)
    with desk.change("Edit a question") as records:
        records.replace(_own(records, role)[place], text=text)


def move(desk: Desk, role: Role, place: int, to: int) -> None:
    """Move a question of the bank to another place; beyond the ends nothing happens."""
    with desk.change("Move a question") as records:
        own = _own(records, role)
        if 0 <= to < len(own):
            own.insert(to, own.pop(place))
            for position, question in enumerate(own):
                records.replace(question, position=position)


def remove(desk: Desk, role: Role, place: int) -> str:
    """Take a question out of the bank; gives the sentence that says so. After the last one the method's own are there again."""
    with desk.change("Delete a question") as records:
        own = _own(records, role)
        gone = own.pop(place)
        records.remove(gone, f"“{gone.text[:60]}”")
        for position, question in enumerate(own):
            records.replace(question, position=position)
    return "Question deleted"


def ask(desk: Desk, meeting_id: str, words: str) -> None:
    """Put a question at the end of what is asked in a meeting; one that is there already is not asked twice. Raises DeskError for no words."""
    text = _asked(words)
    with desk.change("Add a question") as records:
        meeting = records.get(Meeting, meeting_id)
        if text not in meeting.questions:
            records.replace(meeting, questions=(*meeting.questions, text))


def reword_in_meeting(desk: Desk, meeting_id: str, place: int, words: str) -> None:
    """Ask a question of a meeting in other words. Raises DeskError for no words."""
    text = _asked(words)
    with desk.change("Edit a question") as records:
        meeting = records.get(Meeting, meeting_id)
        records.replace(meeting, questions=tuple(text if at == place else asked for at, asked in enumerate(meeting.questions)))


def do_not_ask(desk: Desk, meeting_id: str, text: str) -> None:
    """Take a question out of a meeting; the bank keeps it."""
    with desk.change("Take a question out") as records:
        meeting = records.get(Meeting, meeting_id)
        records.replace(meeting, questions=tuple(q for q in meeting.questions if q != text))


def move_in_meeting(desk: Desk, meeting_id: str, place: int, to: int) -> None:
    """Ask a meeting's questions in another order; beyond the ends nothing happens."""
    with desk.change("Move a question") as records:
        meeting = records.get(Meeting, meeting_id)
        asked = list(meeting.questions)
        if 0 <= to < len(asked):
            asked.insert(to, asked.pop(place))
            records.replace(meeting, questions=tuple(asked))


def _own(records: Records, role: Role) -> list[Question]:
    """The bank as the user's own questions, in order; the method's become the user's with the first change."""
    own = sorted(records.find(Question, role=role), key=lambda q: q.position)
    return own or [records.add(Question(role=role, text=text, position=position)) for position, text in enumerate(bank(role, ()))]


def _asked(words: str) -> str:
    text = names.clean(words, 500)
    if not text:
        raise DeskError("Write a question first.")
    return text
