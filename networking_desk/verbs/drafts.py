"""Drafts: the words for a letter, from the user's own template or the one that comes with the program."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from networking_desk.desk import Desk, FollowUpRow
from networking_desk.domain.meetings import Meeting
from networking_desk.domain.referrals import Permission, Referral
from networking_desk.domain.templates import Template, fill
from networking_desk.paths import resource_root


class Draft(NamedTuple):
    """A letter that nobody has sent: what it is about and what it says. A gap to fill shows as ____."""

    subject: str
    body: str


@cache
def _built_in() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = json.loads((resource_root() / "templates" / "en.json").read_text(encoding="utf-8"))
    return words


def for_follow_up(desk: Desk, owed: FollowUpRow) -> Draft:
    """The letter that a follow-up asks for."""
    profile = desk.lists.meeting.profile()
    fields = {
        "first": _first(owed.full_name), "me": profile.full_name, "phone": profile.phone, "position": " ".join(profile.ideal_position.split()),
        "about": owed.about, "reason": owed.reason.removeprefix("You said: "),
    }  # fmt: skip
    kind = owed.kind
    if owed.referral_id:
        referral = desk.get(Referral, owed.referral_id)
        person = desk.lists.contacts.person(referral.introducer_id)
        fields["introducer"] = person.full_name if person else ""
        if kind == "outreach" and referral.permission is not Permission.YES:
            kind = "outreach_no_name"  # a name is used only with permission
    if owed.meeting_id and kind.startswith("thank_you"):
        fields |= _of_meeting(desk, owed.meeting_id)
    return _filled(desk, kind, fields)


def thank_you(desk: Desk, meeting_id: str) -> str:
    """The thank-you note for a meeting, as text."""
    meeting = desk.get(Meeting, meeting_id)
    person = desk.lists.contacts.person(meeting.contact_id)
    fields = {"first": _first(person.full_name if person else ""), "me": desk.lists.meeting.profile().full_name}
    return _filled(desk, "thank_you_email", fields | _of_meeting(desk, meeting_id)).body


def _of_meeting(desk: Desk, meeting_id: str) -> dict[str, str]:
    meeting = desk.get(Meeting, meeting_id)
    named = [row.title for row in reversed(desk.lists.meeting.captured(meeting_id)) if row.kind == "referral"]
    if len(named) > 3:
        named = [*named[:2], f"{len(named) - 2} more"]
    names = f", and for {' and '.join([', '.join(named[:-1]), named[-1]] if len(named) > 1 else named)}" if named else ""
    same_day = meeting.started_at and desk.clock.local(meeting.started_at).date() == desk.clock.today()
    learned = " ".join(meeting.learned.split())
    return {"when": " today" if same_day else " ", "names": names, "learned": f" {learned}" if learned else " "}


def _first(full_name: str) -> str:
    return full_name.split(" ", maxsplit=1)[0]


def _filled(desk: Desk, kind: str, fields: dict[str, str]) -> Draft:
    own = next(iter(desk.find(Template, kind=kind)), None)
    words = {"subject": own.subject, "body": own.body} if own else _built_in()[kind]
    return Draft(*(fill(words[part], fields).replace(" ,", ",").replace(" .", ".").replace("  ", " ").replace(" \n", "\n") for part in ("subject", "body")))
