"""Paper: what stands on each, row by row in its order, and who may see it. Nothing here draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from networking_desk.desk import Desk, FollowUpRow, MeetingOn, MeetingView, Person, SharedRow
from networking_desk.domain import names
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import Meeting, MeetingState
from networking_desk.domain.paper import week_of
from networking_desk.domain.profile import Profile
from networking_desk.domain.work_search import CONFIDENTIAL, Activity


@dataclass(frozen=True)
class TargetListPaper:
    """The list to hand over: companies in their order, and you. `person` is whom it is for, None for nobody in particular."""

    person: Person | None
    profile: Profile
    companies: Sequence[SharedRow]


@dataclass(frozen=True)
class SheetPaper:
    """The meeting sheet: the meeting with its agenda and preparation, and the list for its contact."""

    view: MeetingView
    list: TargetListPaper


@dataclass(frozen=True)
class Day:
    """A day of the week paper; `on` is None for what was due before the week began."""

    on: date | None
    meetings: Sequence[MeetingOn]
    owed: Sequence[FollowUpRow]


@dataclass(frozen=True)
class RecordPaper:
    """The work-search record from a day to a day, both included."""

    first: date
    last: date
    full_name: str
    activities: Sequence[Activity]


def whom(desk: Desk, meeting: str = "", contact: str = "") -> tuple[str, str]:
    """The ids of the meeting and of the contact that words choose; without words the current meeting's, empty where there is none.

    `meeting` is an id; `contact` an id or a name, and brings their live, next or last meeting with it.
    Raises DeskError when there is no such meeting or contact, or more than one.
    """
    if meeting:
        if not desk.find(Meeting, id=meeting):
            raise DeskError(f"There is no meeting {meeting}.")
        return meeting, desk.get(Meeting, meeting).contact_id
    if contact:
        person = _called(desk, contact)
        return _meeting_with(desk, person), person
    current = desk.lists.meeting.current_id()
    return (current, desk.get(Meeting, current).contact_id) if current else ("", "")


def _called(desk: Desk, words: str) -> str:
    if known := desk.lists.contacts.person(words):
        return known.id
    found = desk.lists.contacts.people_like(words, 50)
    found = [one for one in found if names.fold(one.full_name) == names.fold(words)] or found
    if len(found) != 1:
        raise DeskError(f"{'Nobody' if not found else 'More than one contact'} is called “{names.clean(words)[:60]}”.")
    return found[0].id


def _meeting_with(desk: Desk, contact_id: str) -> str:
    order = [MeetingState.LIVE, MeetingState.PLANNED, MeetingState.HELD]
    known = [m for m in desk.find(Meeting, contact_id=contact_id) if m.state in order]
    known.sort(key=lambda m: (order.index(m.state), _stamp(m) * (-1 if m.state is MeetingState.HELD else 1)))
    return known[0].id if known else ""


def _stamp(meeting: Meeting) -> float:
    at = meeting.started_at or meeting.planned_at
    return at.timestamp() if at else 0.0


def target_list(desk: Desk, contact_id: str = "", meeting_id: str = "") -> TargetListPaper:
    """The list for a contact, likeliest first: without confidential companies, their own employer and what is hidden from them.

    Without a contact it is in the user's own order.
    """
    may = {row.id: row for row in desk.lists.meeting.shared(meeting_id, contact_id)}
    order = [row.id for row in desk.lists.meeting.targets(meeting_id, contact_id)]
    return TargetListPaper(
        person=desk.lists.contacts.person(contact_id) if contact_id else None,
        profile=desk.lists.meeting.profile(),
        companies=tuple(may[company_id] for company_id in order if company_id in may),
    )


def sheet(desk: Desk, meeting_id: str) -> SheetPaper:
    """The sheet for a meeting. Raises DeskError when there is no such meeting."""
    view = desk.lists.meeting.view(meeting_id) if meeting_id else None
    if view is None:
        raise DeskError("No meeting is planned. Plan one first: Ctrl+T.")
    return SheetPaper(view, target_list(desk, view.meeting.contact_id, meeting_id))


def week(desk: Desk, day: date) -> list[Day]:
    """The week that a day is in: what was due before it, if anything is still open, then Monday to Sunday."""
    monday, sunday = week_of(day)
    meetings = desk.lists.paper.meetings(_begins(desk, monday), _begins(desk, sunday + timedelta(days=1)))
    owed = desk.lists.today.follow_ups("f.due_on <= ?", (sunday.isoformat(),))
    before = [one for one in owed if one.due_on < monday]
    days = [monday + timedelta(days=n) for n in range(7)]
    return ([Day(None, (), before)] if before else []) + [
        Day(on, [m for m in meetings if desk.clock.local(m.at).date() == on], [one for one in owed if one.due_on == on]) for on in days
    ]


def work_search(desk: Desk, first: date, last: date) -> RecordPaper:
    """What was done in the search from one day to another, both included; private words never. Raises DeskError when the days are the wrong way round."""
    if last < first:
        raise DeskError("The last day comes before the first.")
    rows = desk.lists.paper.work(_begins(desk, first), _begins(desk, last + timedelta(days=1)))
    made = [
        Activity(
            on=desk.clock.local(row.at).date(), kind=row.kind, full_name=row.full_name, company=CONFIDENTIAL if row.confidential else row.company,
            opening=row.opening, met_after=row.met_after, answered_after=row.answered_after, referrals=row.referrals, leads=row.leads,
            became_interview=row.became_interview,
        )
        for row in rows
    ]  # fmt: skip
    return RecordPaper(first, last, desk.lists.meeting.profile().full_name, made)


def _begins(desk: Desk, day: date) -> datetime:
    """The moment at which a day begins here."""
    return desk.clock.from_local(datetime.combine(day, time()))
