"""The meeting: plan it, be ready, run it, end it, wrap it up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from networking_desk.desk import Desk
from networking_desk.domain import agenda, names
from networking_desk.domain.agenda import METHOD, Stage
from networking_desk.domain.checklist import READINESS, ChecklistItem
from networking_desk.domain.contacts import Contact, Touch, TouchKind
from networking_desk.domain.errors import DeskError
from networking_desk.domain.follow_ups import FollowUpState, after_meeting_held
from networking_desk.domain.meetings import Meeting, MeetingState, elapsed_seconds, parse_when
from networking_desk.verbs import follow_up

if TYPE_CHECKING:
    from networking_desk.desk import Records

_EDITABLE = frozenset({"ask", "offer", "questions", "learned", "channel"})
_SHORTEST, _LONGEST = 6, 120


def plan_spoken(desk: Desk, contact_id: str | None, words: str, minutes: int | None = None) -> str:
    """Plan a meeting when the words say: `thu 14`, or `Ann Lee, thu 14` to name the contact too; gives its id.

    Raises DeskError when no time is understood or no contact is known.
    """
    before, comma, after = words.rpartition(",")
    if comma and before.strip():
        people = desk.lists.contacts.people_like(before, 2)
        if len(people) != 1:
            raise DeskError(f"{'Nobody' if not people else 'More than one person'} is called “{names.clean(before)}”. Choose the contact first.")
        contact_id, words = people[0].id, after
    if contact_id is None:
        raise DeskError("Choose a contact first, or write the name before the time: Ann Lee, thu 14")
    wall = desk.clock.local(desk.clock.now()).replace(tzinfo=None)
    return plan(desk, contact_id, desk.clock.from_local(parse_when(words, wall)), minutes or desk.settings.default_minutes)


def plan(desk: Desk, contact_id: str, at: datetime, minutes: int) -> str:
    """Plan a meeting of some minutes with a contact at a moment in UTC; gives its id."""
    _possible(minutes)
    with desk.change("Plan a meeting") as records:
        contact = records.get(Contact, contact_id)
        records.label = f"Plan a meeting with {contact.full_name}"
        meeting = records.add(Meeting(contact_id=contact_id, planned_at=at, planned_minutes=minutes))
        first = contact.given or contact.full_name
        for position, (key, text) in enumerate(READINESS):
            records.add(
                ChecklistItem(
                    meeting_id=meeting.id,
                    text=text.replace("them and their", f"{first} and their").replace("for them", f"for {first}"),
                    position=position,
                    key=key,
                )
            )
        _add_stages(records, meeting.id, minutes)
    return meeting.id


def _add_stages(records: Records, meeting_id: str, minutes: int) -> None:
    for stage, plan_ in zip(agenda.stages_for(meeting_id, minutes), METHOD, strict=True):
        records.add(stage)
        for position, text in enumerate(plan_.checklist):
            records.add(ChecklistItem(meeting_id=meeting_id, stage_id=stage.id, text=text.format(minutes=minutes), position=position))


def _possible(minutes: int) -> None:
    if not _SHORTEST <= minutes <= _LONGEST:
        raise DeskError(f"A meeting takes {_SHORTEST} to {_LONGEST} minutes.")


def replan(desk: Desk, meeting_id: str, words: str) -> None:
    """Move a planned meeting to when the words say."""
    wall = desk.clock.local(desk.clock.now()).replace(tzinfo=None)
    at = desk.clock.from_local(parse_when(words, wall))
    with desk.change("Move the meeting") as records:
        records.replace(_planned(records, meeting_id), planned_at=at)


def set_length(desk: Desk, meeting_id: str, minutes: int) -> None:
    """Give a planned meeting another length; its stages take the preset's minutes."""
    _possible(minutes)
    with desk.change("Change the length") as records:
        records.replace(_planned(records, meeting_id), planned_minutes=minutes)
        fresh = agenda.stages_for(meeting_id, minutes)
        for stage, new in zip(_stages(records, meeting_id), fresh, strict=True):
            records.replace(stage, planned_minutes=new.planned_minutes, hint=new.hint)


def set_stage_minutes(desk: Desk, stage_id: str, minutes: int) -> None:
    """Give one stage other minutes; the meeting becomes as long as its stages."""
    with desk.change("Change a stage's minutes") as records:
        stage = records.replace(records.get(Stage, stage_id), planned_minutes=max(1, minutes))
        meeting = _planned(records, stage.meeting_id)
        records.replace(meeting, planned_minutes=sum(s.planned_minutes for s in _stages(records, meeting.id)))


def edit(desk: Desk, meeting_id: str, **fields: str | Sequence[str]) -> None:
    """Write what you will ask for, offer, the questions, or what you learned."""
    if unknown := set(fields) - _EDITABLE:
        raise TypeError(f"a meeting has no {unknown}")
    clean = {k: names.clean_lines(v) if isinstance(v, str) else tuple(filter(None, map(names.clean, v))) for k, v in fields.items()}
    with desk.change("Edit the meeting") as records:
        records.replace(records.get(Meeting, meeting_id), **clean)


def tick(desk: Desk, item_id: str, done: bool) -> None:  # noqa: FBT001 - a box is ticked or not
    """Tick a line of the checklist, or take the tick away."""
    with desk.change("Tick" if done else "Take a tick away") as records:
        records.replace(records.get(ChecklistItem, item_id), done_at=desk.clock.now() if done else None)


def cancel(desk: Desk, meeting_id: str) -> str:
    """Call a planned meeting off; gives the sentence that says so."""
    with desk.change("Cancel the meeting") as records:
        records.replace(_planned(records, meeting_id), state=MeetingState.CANCELLED)
    return "Meeting cancelled"


def now(desk: Desk, meeting: Meeting) -> datetime:
    """This moment, in UTC, as the meeting counts it: sleep and changes of the computer's clock do not move it."""
    if meeting.started_at is None or meeting.state is not MeetingState.LIVE:
        return desk.clock.now()
    return desk.clock.since(meeting.started_at, meeting.boot_id, meeting.boot_seconds)


def start(desk: Desk, meeting_id: str) -> None:
    """Begin a planned meeting at its first stage. Raises DeskError while another one is live."""
    with desk.change("Start the meeting") as records:
        if records.first(Meeting, state=MeetingState.LIVE):
            raise DeskError("Another meeting is running. End it first.")
        began = desk.clock.now()
        records.replace(
            _planned(records, meeting_id), state=MeetingState.LIVE, started_at=began, stage_position=0,
            boot_id=desk.clock.boot_id, boot_seconds=desk.clock.boot_seconds(),
        )  # fmt: skip
        records.replace(_stages(records, meeting_id)[0], entered_at=began)


def go_to_stage(desk: Desk, meeting_id: str, position: int) -> None:
    """Leave the current stage for another one; beyond the ends nothing happens."""
    with desk.change("Change stage") as records:
        meeting = _live(records, meeting_id)
        stages = _stages(records, meeting_id)
        if not 0 <= position < len(stages) or position == meeting.stage_position:
            return
        at = now(desk, meeting)
        _leave(records, meeting, stages, at)
        records.replace(stages[position], entered_at=stages[position].entered_at or at, left_at=None)
        records.replace(meeting, stage_position=position)


def _leave(records: Records, meeting: Meeting, stages: Sequence[Stage], at: datetime) -> None:
    """Count the visit to the current stage that ends now."""
    current = stages[meeting.stage_position or 0]
    visit = elapsed_seconds(meeting, at) - sum(s.spent_seconds for s in stages)
    records.replace(current, spent_seconds=current.spent_seconds + max(0.0, visit), left_at=at)


def pause(desk: Desk, meeting_id: str) -> None:
    """Stop the clock, or let it go on."""
    with desk.change("Pause") as records:
        meeting = _live(records, meeting_id)
        at = now(desk, meeting)
        if meeting.paused_at is None:
            records.replace(meeting, paused_at=at)
        else:
            waited = max(0.0, (at - meeting.paused_at).total_seconds())
            records.label = "Go on"
            records.replace(meeting, paused_at=None, paused_seconds=meeting.paused_seconds + waited)


def grant(desk: Desk, meeting_id: str, minutes: int = agenda.GRANT_MINUTES) -> None:
    """They offered more minutes: write it down and add them."""
    with desk.change(f"They offered {minutes} more") as records:
        meeting = _live(records, meeting_id)
        records.replace(meeting, granted_minutes=meeting.granted_minutes + minutes)


def end(desk: Desk, meeting_id: str) -> None:
    """End a meeting: it is held, the touch is written and the thank-you call is due, all at once."""
    with desk.change("End the meeting") as records:
        meeting = _live(records, meeting_id)
        at = now(desk, meeting)
        _leave(records, meeting, _stages(records, meeting_id), at)
        held = records.replace(meeting, state=MeetingState.HELD, ended_at=meeting.paused_at or at, paused_at=None)
        records.add(Touch(contact_id=meeting.contact_id, kind=TouchKind.MEETING, at=meeting.started_at or at, meeting_id=meeting_id))
        follow_up.put(records, after_meeting_held(held, desk.clock.local(at).date(), desk.settings))
        records.keep_draft(meeting_id, "", "")


def finish(desk: Desk, meeting_id: str) -> None:
    """Leave the wrap-up; everything in it was kept before."""
    with desk.change("Finish the wrap-up") as records:
        records.replace(records.get(Meeting, meeting_id), wrapped_up_at=desk.clock.now())


def drop_follow_up(desk: Desk, follow_up_id: str) -> None:
    """Take a follow-up out of the wrap-up: it will not be asked for."""
    follow_up.close(desk, follow_up_id, FollowUpState.SKIPPED)


def _stages(records: Records, meeting_id: str) -> list[Stage]:
    return sorted(records.find(Stage, meeting_id=meeting_id), key=lambda stage: stage.position)


def _planned(records: Records, meeting_id: str) -> Meeting:
    meeting = records.get(Meeting, meeting_id)
    if meeting.state is not MeetingState.PLANNED:
        raise DeskError("This meeting has begun or is over already.")
    return meeting


def _live(records: Records, meeting_id: str) -> Meeting:
    meeting = records.get(Meeting, meeting_id)
    if meeting.state is not MeetingState.LIVE:
        raise DeskError("This meeting is not running.")
    return meeting
