"""The Peewee tables: the columns of every record and who refers to whom, as the migrations build them."""

from __future__ import annotations

from typing import Any

import peewee as p


class Table(p.Model):
    """What every table has. `n` is private to storage; the record's name is `id`."""

    n = p.IntegerField(primary_key=True)
    id = p.TextField(unique=True)
    created_at = p.TextField()
    changed_at = p.TextField()

    class Meta:
        legacy_table_names = False


def _reference(table: type[Table], *, null: bool = False) -> Any:
    """A reference by id, kept in the column `<name>_id`."""
    make: Any = p.ForeignKeyField
    return make(table, field="id", backref="+", null=null)


class Profile(Table):
    full_name = p.TextField()
    skills = p.TextField()
    ideal_position = p.TextField()
    core_message = p.TextField()
    phone = p.TextField()
    email = p.TextField()


class Contact(Table):
    full_name = p.TextField()
    given = p.TextField()
    family = p.TextField()
    suffix = p.TextField()
    nickname = p.TextField()
    emails = p.TextField()
    phones = p.TextField()
    linkedin = p.TextField()
    place = p.TextField()
    role = p.TextField()
    tags = p.TextField()
    notes = p.TextField()
    source = p.TextField()
    connected_on = p.TextField(null=True)
    sort_key = p.TextField()


class Meeting(Table):
    contact = _reference(Contact)
    state = p.TextField()
    planned_at = p.TextField(null=True)
    planned_minutes = p.IntegerField()
    channel = p.TextField()
    started_at = p.TextField(null=True)
    ended_at = p.TextField(null=True)
    granted_minutes = p.IntegerField()
    became_interview_at = p.TextField(null=True)
    paused_at = p.TextField(null=True)
    paused_seconds = p.FloatField()
    stage_position = p.IntegerField(null=True)
    boot_id = p.TextField()
    boot_seconds = p.FloatField()
    ask = p.TextField()
    offer = p.TextField()
    questions = p.TextField()
    learned = p.TextField()
    wrapped_up_at = p.TextField(null=True)
    preset = p.TextField()


class Company(Table):
    name = p.TextField()
    industry = p.TextField()
    place = p.TextField()
    website = p.TextField()
    size = p.TextField()
    target = p.IntegerField()
    priority = p.TextField()
    rank = p.IntegerField()
    motivation = p.IntegerField()
    status = p.TextField()
    confidential = p.IntegerField()
    notes = p.TextField()
    tags = p.TextField()
    suggested_by = _reference(Contact, null=True)
    suggested_in = _reference(Meeting, null=True)
    words = p.TextField()
    match_key = p.TextField()


class Position(Table):
    contact = _reference(Contact)
    company = _reference(Company, null=True)
    company_text = p.TextField()
    title = p.TextField()
    from_on = p.TextField(null=True)
    to_on = p.TextField(null=True)


class Stage(Table):
    meeting = _reference(Meeting)
    position = p.IntegerField()
    name = p.TextField()
    short = p.TextField()
    hint = p.TextField()
    prompt = p.TextField()
    planned_minutes = p.IntegerField()
    protected = p.IntegerField()
    capture = p.TextField()
    spent_seconds = p.FloatField()
    entered_at = p.TextField(null=True)
    left_at = p.TextField(null=True)


class ChecklistItem(Table):
    meeting = _reference(Meeting)
    text = p.TextField()
    position = p.IntegerField()
    stage = _reference(Stage, null=True)
    key = p.TextField()
    done_at = p.TextField(null=True)


class Referral(Table):
    introducer = _reference(Contact)
    contact = _reference(Contact)
    company = _reference(Company, null=True)
    meeting = _reference(Meeting, null=True)
    permission = p.TextField()
    mode = p.TextField()
    state = p.TextField()
    words = p.TextField()


class ReferralEvent(Table):
    referral = _reference(Referral)
    at = p.TextField()
    state = p.TextField()
    text = p.TextField()


class Showing(Table):
    meeting = _reference(Meeting)
    company = _reference(Company)
    contact = _reference(Contact)
    answer = p.TextField(null=True)
    shown_at = p.TextField(null=True)


class Lead(Table):
    title = p.TextField()
    company = _reference(Company, null=True)
    contact = _reference(Contact, null=True)
    meeting = _reference(Meeting, null=True)
    kind = p.TextField()
    state = p.TextField()
    words = p.TextField()
    decides = p.TextField()


class LeadEvent(Table):
    lead = _reference(Lead)
    at = p.TextField()
    state = p.TextField()
    text = p.TextField()


class Promise(Table):
    contact = _reference(Contact)
    text = p.TextField()
    whose = p.TextField()
    due_on = p.TextField(null=True)
    done_on = p.TextField(null=True)
    meeting = _reference(Meeting, null=True)


class Note(Table):
    text = p.TextField()
    contact = _reference(Contact, null=True)
    company = _reference(Company, null=True)
    meeting = _reference(Meeting, null=True)


class Touch(Table):
    contact = _reference(Contact)
    kind = p.TextField()
    at = p.TextField()
    text = p.TextField()
    meeting = _reference(Meeting, null=True)


class FollowUp(Table):
    contact = _reference(Contact)
    kind = p.TextField()
    due_on = p.TextField()
    state = p.TextField()
    reason = p.TextField()
    done_at = p.TextField(null=True)
    meeting = _reference(Meeting, null=True)
    referral = _reference(Referral, null=True)
    lead = _reference(Lead, null=True)
    promise = _reference(Promise, null=True)
    tries = p.IntegerField()
    handed_at = p.TextField(null=True)


class News(Table):
    contact = _reference(Contact)
    follow_up = _reference(FollowUp)
    referral_event = _reference(ReferralEvent, null=True)
    lead_event = _reference(LeadEvent, null=True)


class Reminder(Table):
    key = p.TextField(unique=True)
    at = p.TextField()
    text = p.TextField()
    shown_at = p.TextField(null=True)
    seen_at = p.TextField(null=True)


class Preset(Table):
    name = p.TextField()
    key = p.TextField()


class PresetStage(Table):
    preset = _reference(Preset)
    position = p.IntegerField()
    name = p.TextField()
    short = p.TextField()
    minutes = p.IntegerField()
    protected = p.IntegerField()
    capture = p.TextField()
    hint = p.TextField()
    prompt = p.TextField()
    checklist = p.TextField()


class Hidden(Table):
    contact = _reference(Contact)
    company = _reference(Company)


class Unlike(Table):
    company = _reference(Company)
    name = p.TextField()


class Version(Table):
    part = p.TextField()
    text = p.TextField()


class Rehearsal(Table):
    version = _reference(Version)
    seconds = p.FloatField()
    planned_seconds = p.IntegerField()


class Question(Table):
    role = p.TextField()
    text = p.TextField()
    position = p.IntegerField()


class Tag(Table):
    name = p.TextField(unique=True)


class Template(Table):
    kind = p.TextField(unique=True)
    subject = p.TextField()
    body = p.TextField()


class Setting(Table):
    key = p.TextField(unique=True)
    value = p.TextField()


# Parents before their children: the order in which rows can be put in.
ALL: tuple[type[Table], ...] = (
    Profile, Contact, Meeting, Company, Position, Stage, ChecklistItem, Referral, ReferralEvent, Showing, Lead, LeadEvent, Promise, Note, Touch,
    FollowUp, News, Reminder, Preset, PresetStage, Hidden, Unlike, Version, Rehearsal, Question, Tag, Template, Setting,
)  # fmt: skip

# References that may be empty and yet mean "goes with it"; every other empty-able reference is let go of.
OWNED = frozenset(
    [
        FollowUp.meeting,
        FollowUp.referral,
        FollowUp.lead,
        FollowUp.promise,
        Note.contact,
        Note.company,
        ChecklistItem.stage,
        News.referral_event,
        News.lead_event,
    ]
)
