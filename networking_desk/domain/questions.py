"""Questions: what to ask, by the kind of contact, the method's own and the user's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from networking_desk.domain.contacts import Role
from networking_desk.domain.record import Record


@dataclass(frozen=True, kw_only=True)
class Question(Record):
    """A question in the bank of one kind of contact. `position` is its place there, from 0."""

    role: Role
    text: str
    position: int


# Trends, insights, advice, resources and assignments (TIARA), asked of those who can answer them.
BUILT_IN: dict[Role, tuple[str, ...]] = {
    Role.DECISION_MAKER: (
        "What is the hardest thing your team has to get done this year?",
        "Which skills do you find hardest to get?",
        "How do you look for people before a position is posted?",
        "What would somebody in this role have to get done in the first ninety days?",
        "Who else should hear what I have told you?",
    ),
    Role.INSIDER: (
        "How did you come to work there?",
        "What do people who do well there have in common?",
        "What is changing in your department at the moment?",
        "Which projects could use somebody like me?",
        "Who in your company would be good for me to talk to?",
    ),
    Role.CONNECTOR: (
        "Which companies in the field are growing, or moving a site?",
        "Who always knows what is going on in this field?",
        "Where on my list do you know somebody?",
        "Which companies are missing from my list?",
        "Who helped you most when you were looking?",
    ),
    Role.OTHER: (
        "Which changes do you see coming in your field?",
        "What surprised you most when you began there?",
        "What would you do in my place?",
        "Who else do you think I should talk to?",
        "What can I do for you?",
    ),
}


def bank(role: Role, own: Iterable[Question]) -> list[str]:
    """The questions for one kind of contact, in their order: the user's, or the method's while the user has changed nothing."""
    written = sorted((q for q in own if q.role == role), key=lambda q: q.position)
    return [q.text for q in written] or list(BUILT_IN[role])
