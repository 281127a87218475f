"""Drafts: the words for a letter or a call, from the user's own template or the one that comes with the program."""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from networking_desk.desk import Desk, FollowUpRow
from networking_desk.domain import names, news
from networking_desk.domain.errors import DeskError
from networking_desk.domain.follow_ups import FollowUpKind
from networking_desk.domain.leads import UNNAMED, Lead
from networking_desk.domain.meetings import Meeting
from networking_desk.domain.promises import Promise, Whose
from networking_desk.domain.referrals import Mode
from networking_desk.domain.templates import Template, fill
from networking_desk.paths import resource_root


class Draft(NamedTuple):
    """A letter that nobody has sent: the template it is from, what it is about and what it says. A gap to fill shows as ____."""

    kind: str
    subject: str
    body: str


@cache
def _built_in() -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = json.loads((resource_root() / "templates" / "en.json").read_text(encoding="utf-8"))
    return words


def occasions() -> dict[str, str]:
    """All templates there are, by kind, with what each is for."""
    return {kind: words["title"] for kind, words in _built_in().items()}


def template(desk: Desk, kind: str) -> Template:
    """The words for an occasion: the user's own, else the program's."""
    own = next(iter(desk.find(Template, kind=kind)), None)
    return own or Template(kind=kind, subject=_built_in()[kind]["subject"], body=_built_in()[kind]["body"])


def is_own(desk: Desk, kind: str) -> bool:
    """Whether the user wrote the words for an occasion."""
    return bool(desk.find(Template, kind=kind))


def save_template(desk: Desk, kind: str, subject: str, body: str) -> None:
    """Keep the user's own words for an occasion; those that are the program's are not kept. Raises DeskError when nothing would be left to say."""
    subject, body = names.clean(subject), names.clean_lines(body)
    if not body:
        raise DeskError("Write at least a sentence.")
    words = _built_in()[kind]
    with desk.change(f"Edit the template “{words['title']}”") as records:
        own = records.first(Template, kind=kind)
        if (subject, body) == (words["subject"], words["body"]):
            if own:
                records.remove(own)
        elif own:
            records.replace(own, subject=subject, body=body)
        else:
            records.add(Template(kind=kind, subject=subject, body=body))


def reset_template(desk: Desk, kind: str) -> None:
    """Go back to the program's words for an occasion."""
    words = _built_in()[kind]
    save_template(desk, kind, words["subject"], words["body"])


def kinds_for(desk: Desk, owed: FollowUpRow) -> list[str]:
    """The templates that suit a follow-up, the likeliest first."""
    kind = FollowUpKind(owed.kind)
    if kind is FollowUpKind.OUTREACH:
        return _outreach(desk, owed)
    if kind is FollowUpKind.CHECK_BACK and not owed.referral_id:
        return ["keep_in_touch"] if not owed.meeting_id else ["next_step"]
    if kind is FollowUpKind.UPDATE:
        return ["update", "silence"] if owed.news else ["silence", "update"]
    if kind is FollowUpKind.PROMISE:
        return ["promise_theirs" if owed.theirs else "promise"]
    if kind is FollowUpKind.THANK_YOU_EMAIL and owed.lead_id and not owed.meeting_id:
        return ["landing", "thank_you_email"]
    return {FollowUpKind.CHECK_BACK: ["check_back"]}.get(kind, ["thank_you_email"])


def _outreach(desk: Desk, owed: FollowUpRow) -> list[str]:
    """How to write to somebody first: a name is used only with permission; again, if they were written to before."""
    before = desk.lists.outreach.before(owed.contact_id, lambda at: desk.clock.local(at).date())
    first = "outreach" if before and before.name() else "outreach_no_name"
    if before and before.introduced_by and (owed.mode != Mode.I_CONTACT or not before.name()):
        first = "outreach_introduced"
    order = [first, "outreach", "outreach_no_name", "outreach_introduced", "request"]
    if before and before.tries:
        order.insert(0, "write_again")
    return list(dict.fromkeys(order))


def for_follow_up(desk: Desk, owed: FollowUpRow, kind: str = "") -> Draft:
    """The letter that a follow-up asks for, from its likeliest template or from that of `kind`."""
    kind = kind or kinds_for(desk, owed)[0]
    return _filled(desk, kind, _of_follow_up(desk, owed, kind))


def script(desk: Desk, owed: FollowUpRow) -> str:
    """What to say in a call of half a minute."""
    kind = "thank_you_call" if owed.kind in (FollowUpKind.THANK_YOU_CALL, FollowUpKind.THANK_YOU_EMAIL) else kinds_for(desk, owed)[0]
    return _filled(desk, kind, _of_follow_up(desk, owed, kind)).body


def for_contact(desk: Desk, contact_id: str, kind: str = "request") -> Draft:
    """A letter to a contact that no follow-up asks for."""
    return _filled(desk, kind, _of_person(desk, contact_id, kind))


def thank_you(desk: Desk, meeting_id: str) -> str:
    """The thank-you note for a meeting, as text."""
    meeting = desk.get(Meeting, meeting_id)
    return _filled(desk, "thank_you_email", _of_person(desk, meeting.contact_id, "thank_you_email") | _of_meeting(desk, meeting_id)).body


def preview(desk: Desk, contact_id: str, kind: str, subject: str, body: str) -> Draft:
    """How words that are being written would read to a contact, with what is known of them; nothing is kept."""
    owed = next((row for row in desk.lists.today.of_contact(contact_id) if kind in kinds_for(desk, row)), None)
    fields = _of_follow_up(desk, owed, kind) if owed else _of_person(desk, contact_id, kind) if contact_id else _of_me(desk)
    return Draft(kind, fill(subject, fields), fill(body, fields))


def _of_me(desk: Desk) -> dict[str, str]:
    profile = desk.lists.meeting.profile()
    return {
        "me": profile.full_name, "phone": profile.phone, "email": profile.email, "position": " ".join(profile.ideal_position.split()),
        "pitch": " ".join(profile.skills.split()),
    }  # fmt: skip


def _of_person(desk: Desk, contact_id: str, kind: str) -> dict[str, str]:
    person = desk.lists.contacts.person(contact_id)
    before = desk.lists.outreach.before(contact_id, lambda at: desk.clock.local(at).date())
    if person is None or before is None:
        return _of_me(desk)
    return _of_me(desk) | {
        "first": names.first_name(person.full_name),
        "full_name": person.full_name,
        "company": person.company,
        "introducer": before.name(introduced=kind == "outreach_introduced"),
    }


def _of_follow_up(desk: Desk, owed: FollowUpRow, kind: str) -> dict[str, str]:
    fields = _of_person(desk, owed.contact_id, kind) | {"about": owed.about, "promise": _promised(desk, owed)}
    fields["news"] = " ".join(news.told(one.state, one.person, one.text, one.title, one.company) for one in desk.lists.today.news(owed.id))
    if owed.meeting_id and owed.kind in (FollowUpKind.THANK_YOU_CALL, FollowUpKind.THANK_YOU_EMAIL):
        fields |= _of_meeting(desk, owed.meeting_id)
    if owed.lead_id:
        lead = desk.get(Lead, owed.lead_id)
        fields |= {"lead": "" if lead.title == UNNAMED else lead.title, "lead_company": owed.about if lead.company_id else ""}
    return fields


def _promised(desk: Desk, owed: FollowUpRow) -> str:
    """The promise that a follow-up is about, or mine that are still open to whoever is called."""
    if owed.promise_id:
        return desk.get(Promise, owed.promise_id).text.rstrip(".")
    mine = [p.text.rstrip(".") for p in desk.find(Promise, contact_id=owed.contact_id, whose=Whose.MINE, done_on=None)]
    return _and(mine) if owed.kind == FollowUpKind.THANK_YOU_CALL else ""


def _of_meeting(desk: Desk, meeting_id: str) -> dict[str, str]:
    meeting = desk.get(Meeting, meeting_id)
    named = [row.title for row in reversed(desk.lists.meeting.captured(meeting_id)) if row.kind == "referral"]
    same_day = meeting.started_at and desk.clock.local(meeting.started_at).date() == desk.clock.today()
    return {"when": "today" if same_day else "", "names": _and(named), "learned": " ".join(meeting.learned.split())}


def _and(words: list[str]) -> str:
    """Words in a row: "Ann", "Ann and Ben", "Ann, Ben and 3 more"."""
    if len(words) > 3:
        words = [*words[:2], f"{len(words) - 2} more"]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _filled(desk: Desk, kind: str, fields: dict[str, str]) -> Draft:
    words = template(desk, kind)
    return Draft(kind, fill(words.subject, fields), fill(words.body, fields))
