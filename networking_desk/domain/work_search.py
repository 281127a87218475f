"""The record of a work search for a job office: what was done on which day and what came of it, and nothing that is private."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from networking_desk.domain.contacts import TouchKind
from networking_desk.domain.leads import LeadState

# Said in the company's place where it may be on no list that others see.
CONFIDENTIAL = "Confidential"

_WHAT: dict[str, str] = {
    TouchKind.MEETING: "Networking meeting", TouchKind.CALL: "Telephone call", TouchKind.VOICEMAIL: "Telephone call",
    TouchKind.EMAIL: "E-mail", TouchKind.MESSAGE: "Message",
    LeadState.APPLIED: "Application", LeadState.INTERVIEW: "Interview", LeadState.OFFER: "Job offer", LeadState.ACCEPTED: "Job offer",
}  # fmt: skip
_RESULT: dict[str, str] = {
    TouchKind.CALL: "Spoke with them", TouchKind.VOICEMAIL: "Left a message", TouchKind.EMAIL: "Sent", TouchKind.MESSAGE: "Sent",
    LeadState.APPLIED: "Sent", LeadState.INTERVIEW: "Held", LeadState.OFFER: "Received", LeadState.ACCEPTED: "Accepted",
}  # fmt: skip


@dataclass(frozen=True)
class Activity:
    """One thing done in the search. `kind` is a touch's or a lead's state, `opening` what an application or an interview was for.

    `met_after` and `answered_after` say what followed a call or a letter; `referrals` and `leads` count what a meeting brought.
    """

    on: date
    kind: str
    full_name: str = ""
    company: str = ""
    opening: str = ""
    met_after: bool = False
    answered_after: bool = False
    referrals: int = 0
    leads: int = 0
    became_interview: bool = False

    def what(self) -> str:
        """What was done, in words."""
        return f"{_WHAT[self.kind]}: {self.opening}" if self.opening else _WHAT[self.kind]

    def result(self) -> str:
        """What came of it, in words."""
        if self.kind == TouchKind.MEETING:
            found = [f"{n} {one if n == 1 else one + 's'}" for n, one in ((self.referrals, "referral"), (self.leads, "job lead")) if n]
            return ", ".join((["Became an interview"] if self.became_interview else []) + found) or "Held"
        if self.kind in _RESULT and self.met_after:
            return f"{_RESULT[self.kind]}, a meeting followed"
        return f"{_RESULT[self.kind]}, they answered" if self.answered_after else _RESULT[self.kind]


def counted(activities: list[Activity]) -> str:
    """How much was done, in one line: `3 networking meetings, 5 e-mails`."""
    words = [_WHAT[one.kind].lower() for one in activities]
    return ", ".join(f"{words.count(word)} {word if words.count(word) == 1 else word + 's'}" for word in dict.fromkeys(words))
