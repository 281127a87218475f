"""The meeting: plan it, be ready, run it, end it, wrap it up."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from networking_desk.desk import Desk
from networking_desk.domain import agenda, names, presets
from networking_desk.domain.agenda import Stage
from networking_desk.domain.checklist import READINESS, ChecklistItem
from networking_desk.domain.contacts import Contact, Position, Touch, TouchKind
from networking_desk.domain.errors import DeskError
from networking_desk.domain.follow_ups import FollowUpState, after_meeting_held
from networking_desk.domain.leads import UNNAMED, Lead, LeadEvent, LeadState
from networking_desk.domain.meetings import Meeting, MeetingState, elapsed_seconds, parse_start, parse_when, whom_and_when
from networking_desk.domain.presets import Agenda
from networking_desk.verbs import contacts, follow_up, referrals

if TYPE_CHECKING:
    from networking_desk.desk import Records

_SOON = timedelta(hours=1)
_LONG_OVER = 60  # minutes after its end
_EDITABLE = frozenset({"ask", "offer", "questions", "learned", "channel"})


def plan_spoken(desk: Desk, contact_id: str | None, words: str, minutes: int | None = None) -> str:
    """Plan a meeting when the words say: `thu 14`, or `Ann Lee, thu 14` to name the contact too; gives its id.

    Raises DeskError when no time is understood or no contact is known.
    """
    wall = desk.clock.local(desk.clock.now()).replace(tzinfo=None)
    name, at = whom_and_when(words, wall)
    if name:
        contact_id = contacts.called(desk, name, "Choose the contact first.")
    if contact_id is None:
        raise DeskError("Choose a contact first, or write the name before the time: Ann Lee, thu 14")
    return plan(desk, contact_id, desk.clock.from_local(at), minutes)


def plan(desk: Desk, contact_id: str, at: datetime, minutes: int | None = None) -> str:
    """Plan a meeting with a contact at a moment in UTC, as long as is said or as the settings have it; gives its id."""
    chosen = _agenda(desk, minutes, desk.settings.default_preset)
    with desk.change("Plan a meeting") as records:
        contact = records.get(Contact, contact_id)
        records.label = f"Plan a meeting with {contact.full_name}"
        meeting = put(records, contact, at, chosen)
        referrals.came_to(desk, records, meeting)
        return meeting.id


def put(records: Records, contact: Contact, at: datetime, chosen: Agenda) -> Meeting:
    """Keep a planned meeting with the checks that make it ready and a copy of an agenda, inside a change."""
    meeting = records.add(Meeting(contact_id=contact.id, planned_at=at, planned_minutes=chosen.minutes, preset=chosen.key))
    first = contact.given or contact.full_name
    for position, (key, text) in enumerate(READINESS):
        words = text.replace("them and their", f"{first} and their").replace("for them", f"for {first}")
        records.add(ChecklistItem(meeting_id=meeting.id, text=words, position=position, key=key))
    _add_stages(records, meeting.id, chosen)
    return meeting


def _agenda(desk: Desk, minutes: int | None, key: str = "") -> Agenda:
    """The agenda of that key, or the method's in that many minutes."""
    known = {one.key: one for one in desk.lists.meeting.presets()}
    if minutes is None and key in known:
        return known[key]
    length = minutes or desk.settings.default_minutes
    return known[presets.LENGTHS[length]] if length in presets.LENGTHS else presets.resized(known["method-20"], length)


def _add_stages(records: Records, meeting_id: str, chosen: Agenda) -> None:
    for stage, plan_ in zip(presets.stages_for(meeting_id, chosen), chosen.stages, strict=True):
        records.add(stage)
        for position, text in enumerate(plan_.checklist):
            records.add(ChecklistItem(meeting_id=meeting_id, stage_id=stage.id, text=presets.worded(text, chosen), position=position))


def _reword(records: Records, stages: Sequence[Stage], chosen: Agenda) -> None:
    """Say in the meeting what its agenda says, with the minutes that it has now; a line of the checklist that stands there still keeps its tick."""
    for stage, plan_ in zip(stages, chosen.stages, strict=True):
        records.replace(records.get(Stage, stage.id), hint=presets.worded(plan_.hint, chosen), prompt=presets.worded(plan_.prompt, chosen))
        there = sorted(records.find(ChecklistItem, stage_id=stage.id), key=lambda item: item.position)
        for position, text in enumerate(plan_.checklist):
            if position < len(there):
                done = there[position].done_at if presets.says(there[position].text, text) else None
                records.replace(there[position], text=presets.worded(text, chosen), done_at=done)
            else:
                records.add(ChecklistItem(meeting_id=stage.meeting_id, stage_id=stage.id, text=presets.worded(text, chosen), position=position))
        for gone in there[len(plan_.checklist) :]:
            records.remove(gone)


def replan(desk: Desk, meeting_id: str, words: str) -> None:
    """Move a planned meeting to when the words say."""
    wall = desk.clock.local(desk.clock.now()).replace(tzinfo=None)
    at = desk.clock.from_local(parse_when(words, wall))
    with desk.change("Move the meeting") as records:
        records.replace(_planned(records, meeting_id), planned_at=at)


def set_length(desk: Desk, meeting_id: str, minutes: int) -> None:
    """Give a planned meeting another length: the method's agenda for it, or its own in the same proportions."""
    meeting = desk.get(Meeting, meeting_id)
    own = {one.key: one for one in desk.lists.meeting.presets()}.get(meeting.preset)
    if own is None or own.key in presets.LENGTHS.values() or minutes in presets.LENGTHS:
        _use(desk, meeting_id, _agenda(desk, minutes), "Change the length")
    else:
        _use(desk, meeting_id, presets.resized(own, minutes), "Change the length")


def set_preset(desk: Desk, meeting_id: str, key: str) -> None:
    """Give a planned meeting another agenda; the meeting gets a copy of its stages and their checklists."""
    chosen = next(one for one in desk.lists.meeting.presets() if one.key == key)
    _use(desk, meeting_id, chosen, f"Use the agenda {chosen.name}")


def _use(desk: Desk, meeting_id: str, chosen: Agenda, label: str) -> None:
    with desk.change(label) as records:
        meeting = _planned(records, meeting_id)
        stages = _stages(records, meeting_id)
        records.replace(meeting, planned_minutes=chosen.minutes, preset=chosen.key)
        fresh = presets.stages_for(meeting_id, chosen)
        if [s.name for s in stages] == [s.name for s in fresh]:  # the same stages keep what was ticked in them
            for stage, new in zip(stages, fresh, strict=True):
                records.replace(stage, planned_minutes=new.planned_minutes, protected=new.protected, capture=new.capture)
            _reword(records, stages, chosen)
            return
        for stage in stages:
            records.remove(stage)
        _add_stages(records, meeting_id, chosen)


def set_stage_minutes(desk: Desk, stage_id: str, minutes: int) -> None:
    """Give one stage other minutes; the meeting becomes as long as its stages."""
    with desk.change("Change a stage's minutes") as records:
        stage = records.replace(records.get(Stage, stage_id), planned_minutes=max(1, minutes))
        meeting = _planned(records, stage.meeting_id)
        stages = _stages(records, meeting.id)
        records.replace(meeting, planned_minutes=sum(s.planned_minutes for s in stages))
        used = {one.key: one for one in desk.lists.meeting.presets()}.get(meeting.preset)
        if used and [s.name for s in stages] == [plan_.name for plan_ in used.stages]:
            plans = tuple(dataclasses.replace(plan_, minutes=s.planned_minutes) for plan_, s in zip(used.stages, stages, strict=True))
            _reword(records, stages, dataclasses.replace(used, stages=plans))


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


def is_ready(desk: Desk, meeting_id: str, key: str) -> None:
    """Tick a check of the preparation because its thing was just done elsewhere: the list printed, or looked at as it is shared. It is no step of undo."""
    open_checks = [item for item in desk.find(ChecklistItem, meeting_id=meeting_id, key=key) if item.done_at is None]
    if open_checks:
        with desk.change("") as records:
            for item in open_checks:
                records.replace(item, done_at=desk.clock.now())


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


def due_soon(desk: Desk) -> str:
    """The id of the planned meeting that may begin now, within an hour before or after its time; empty when there is none."""
    at = desk.clock.now()
    near = [(abs(one.planned_at - at), one.id) for one in desk.find(Meeting, state=MeetingState.PLANNED) if one.planned_at]
    away, found = min(near, default=(_SOON, ""))
    return found if away < _SOON else ""


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


def started(desk: Desk, meeting_id: str, words: str) -> None:
    """Correct when a meeting began: `2 min ago`, `2`, `14:03`, `now`. What is more, or less, belongs to its first stage.

    Raises DeskError when no time is understood.
    """
    with desk.change("Correct the start") as records:
        meeting = _live(records, meeting_id)
        at = now(desk, meeting)
        wall = desk.clock.local(at).replace(tzinfo=None)
        ago = (wall - parse_start(words, wall)).total_seconds()
        moved = max(0.0, ago) - (at - (meeting.started_at or at)).total_seconds()
        moved = max(moved, -elapsed_seconds(meeting, at))  # pauses count no more than they did: with them alone it has lasted no time at all
        began = (meeting.started_at or at) - timedelta(seconds=moved)
        records.replace(meeting, started_at=began, boot_seconds=meeting.boot_seconds - moved)
        first = _stages(records, meeting_id)[0]
        if meeting.stage_position:
            records.replace(first, entered_at=began, spent_seconds=max(0.0, first.spent_seconds + moved))
        else:
            records.replace(first, entered_at=began)


def doubt(desk: Desk, meeting: Meeting) -> str:
    """Why a live meeting may be over already, empty when it surely is not.

    `restart`: the computer was started anew since it began, so that only the time of day tells how long it has been;
    `long`: it should have ended an hour ago.
    """
    if meeting.state is not MeetingState.LIVE:
        return ""
    if meeting.boot_id != desk.clock.boot_id:
        return "restart"
    at = now(desk, meeting)
    # Somebody who paused and forgot it is asked too: then the time of day counts.
    minutes = (at - (meeting.started_at or at)).total_seconds() / 60 if meeting.paused_at else elapsed_seconds(meeting, at) / 60
    return "long" if minutes > meeting.planned_minutes + meeting.granted_minutes + _LONG_OVER else ""


def carry_on(desk: Desk, meeting_id: str) -> None:
    """It is still going on and the time of day is right: count on from here by this run of the computer."""
    with desk.change("Go on with the meeting") as records:
        meeting = _live(records, meeting_id)
        gone = (now(desk, meeting) - (meeting.started_at or desk.clock.now())).total_seconds()
        records.replace(meeting, boot_id=desk.clock.boot_id, boot_seconds=desk.clock.boot_seconds() - gone)


def go_to_stage(desk: Desk, meeting_id: str, position: int) -> None:
    """Leave the current stage for another one; beyond the ends, and once it became an interview, nothing happens."""
    with desk.change("Change stage") as records:
        meeting = _live(records, meeting_id)
        stages = _stages(records, meeting_id)
        if not 0 <= position < len(stages) or position == meeting.stage_position or meeting.became_interview_at:
            return
        at = now(desk, meeting)
        _leave(records, meeting, stages, at)
        records.replace(stages[position], entered_at=stages[position].entered_at or at, left_at=None)
        records.replace(meeting, stage_position=position)


def became_interview(desk: Desk, meeting_id: str) -> str:
    """They began to interview: the agenda stands still, and a lead is open for what is talked about; gives the lead's id."""
    with desk.change("It became an interview") as records:
        meeting = _live(records, meeting_id)
        already = desk.lists.meeting.lead(meeting_id)
        if meeting.became_interview_at and already:
            return already.id
        at = now(desk, meeting)
        _leave(records, meeting, _stages(records, meeting_id), at)
        records.replace(meeting, became_interview_at=at)
        there = records.first(Position, contact_id=meeting.contact_id, to_on=None)
        lead = records.add(Lead(title=UNNAMED, company_id=there.company_id if there else None, contact_id=meeting.contact_id, meeting_id=meeting_id))
        for state in (LeadState.HEARD, LeadState.INTERVIEW):
            records.add(LeadEvent(lead_id=lead.id, at=at, state=state))
        return records.replace(lead, state=LeadState.INTERVIEW).id


def _leave(records: Records, meeting: Meeting, stages: Sequence[Stage], at: datetime) -> None:
    """Count the visit to the current stage that ends now; an interview is no visit."""
    if meeting.became_interview_at:
        return
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


def end_as_last_known(desk: Desk, meeting_id: str) -> None:
    """End a meeting that was over while nobody told: at the last thing that is known of it."""
    meeting = desk.get(Meeting, meeting_id)
    known = [meeting.started_at, meeting.paused_at, *(stage.entered_at for stage in desk.find(Stage, meeting_id=meeting_id))]
    known += [captured.at for captured in desk.lists.meeting.captured(meeting_id)]
    end(desk, meeting_id, max((moment for moment in known if moment), default=None))


def end(desk: Desk, meeting_id: str, at: datetime | None = None) -> None:
    """End a meeting, now or at a moment in UTC: it is held, the touch is written and the thank-you call is due, all at once."""
    with desk.change("End the meeting") as records:
        meeting = _live(records, meeting_id)
        at = at or now(desk, meeting)
        _leave(records, meeting, _stages(records, meeting_id), at)
        held = records.replace(meeting, state=MeetingState.HELD, ended_at=meeting.paused_at or at, paused_at=None)
        records.add(Touch(contact_id=meeting.contact_id, kind=TouchKind.MEETING, at=meeting.started_at or at, meeting_id=meeting_id))
        for due in after_meeting_held(held, desk.clock.local(at).date(), desk.settings, lead_id=_lead_id(desk, held)):
            follow_up.put(records, due)
        referrals.came_to(desk, records, held)
        for key in (meeting_id, f"{meeting_id}/list"):
            records.keep_draft(key, "", "")


def _lead_id(desk: Desk, meeting: Meeting) -> str | None:
    lead = desk.lists.meeting.lead(meeting.id) if meeting.became_interview_at else None
    return lead.id if lead else None


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
