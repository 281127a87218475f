"""The sample desk: put invented people into an empty desk, and throw them away again, all of them and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

from networking_desk.desk import Desk
from networking_desk.domain import names, presets
from networking_desk.domain.agenda import Stage
from networking_desk.domain.companies import Company
from networking_desk.domain.contacts import Contact, Note, Position, Role, Touch, TouchKind
from networking_desk.domain.errors import DeskError
from networking_desk.domain.follow_ups import FollowUp, FollowUpKind
from networking_desk.domain.leads import Lead, LeadEvent, LeadKind, LeadState
from networking_desk.domain.meetings import Answer, Meeting, MeetingState, Showing
from networking_desk.domain.pitch import Part, Version
from networking_desk.domain.profile import Profile
from networking_desk.domain.promises import Promise, Whose
from networking_desk.domain.record import Record
from networking_desk.domain.referrals import Permission, Referral, ReferralEvent, ReferralState
from networking_desk.domain.sample import FIRST, invented_id, is_invented, meeting_time
from networking_desk.paths import resource_root
from networking_desk.verbs import meeting as meetings

if TYPE_CHECKING:
    from networking_desk.desk import Records

Said = dict[str, Any]


def _written() -> Said:
    said: Said = json.loads((resource_root() / "sample" / "en.json").read_text(encoding="utf-8"))
    return said


def look_around(desk: Desk) -> str:
    """Fill an empty desk with invented people, as one step of undo; gives the sentence that says so.

    Raises DeskError where there is somebody already: invented people never stand among one's own.
    """
    with desk.change("Look around with invented people") as records:
        if any(records.first(kind) for kind in (Contact, Company, Meeting)):
            raise DeskError("There are people or companies of your own here. Invented ones come into an empty desk only.")
        _Invention(desk, records, _written()).make()
    return "You look around with invented people"


class _Invention:
    """The sample while it is being made. Whatever stands by itself gets an invented id; all the rest goes with what it belongs to."""

    def __init__(self, desk: Desk, records: Records, said: Said) -> None:
        self._desk = desk
        self._records = records
        self._said = said
        self._ids: Iterator[str] = map(invented_id, count(1))
        self._today = desk.clock.today()
        self._agenda = next(agenda for agenda in presets.known((), ()) if agenda.key == "method-20")
        self._companies: dict[str, Company] = {}
        self._people: dict[str, Contact] = {}
        self._held: Meeting | None = None
        self._referrals: dict[str, str] = {}  # whom it is about -> its id
        self._promises: dict[str, str] = {}  # what it says -> its id

    def make(self) -> None:
        self._profile()
        self._make_companies()
        self._make_people()
        self._hold(self._said["held"])
        for touch in self._said["touches"]:
            self._put(Touch(contact_id=self._people[touch["with"]].id, kind=TouchKind(touch["kind"]), at=self._at(touch["days"], 11), text=touch["text"]))
        for note in self._said["notes"]:
            self._put(Note(contact_id=self._people[note["with"]].id, text=note["text"], meeting_id=self._meeting_id(note)))
        self._make_referrals()
        self._make_leads()
        self._owe()
        self._plan(self._said["planned"])

    def _put(self, record: Record) -> None:
        self._records.add(record)

    def _day(self, days: int) -> date:
        return self._today + timedelta(days=days)

    def _at(self, days: int, hour: int, minute: int = 0) -> datetime:
        return self._desk.clock.from_local(datetime.combine(self._day(days), time(hour, minute)))

    def _meeting_id(self, said: Said) -> str | None:
        return self._held.id if self._held and said.get("held") else None

    def _profile(self) -> None:
        """The user's own words stay; what is missing is invented."""
        profile = self._records.first(Profile)
        missing = {key: text for key, text in self._said["profile"].items() if not (profile and getattr(profile, key))}
        if profile is None:
            self._put(Profile(**missing))
        else:
            self._records.replace(profile, **missing)

    def _make_companies(self) -> None:
        for company in self._said["companies"]:
            fields = {"target": True, **company}
            rank = self._records.next_rank(fields.get("priority", ""))
            self._companies[company["name"]] = self._records.add(Company(id=next(self._ids), rank=rank, **fields))

    def _make_people(self) -> None:
        for said in self._said["people"]:
            given, family = names.given_and_family(said["name"])
            person = self._people[said["name"]] = self._records.add(
                Contact(
                    id=next(self._ids), full_name=said["name"], given=given, family=family, emails=(said["email"],), role=Role(said["role"]),
                    phones=(said["phone"],) if "phone" in said else (), place=said["place"], notes=said.get("notes", ""), source="sample",
                )
            )  # fmt: skip
            at = self._companies.get(said["at"])
            self._put(Position(contact_id=person.id, company_id=at.id if at else None, company_text="" if at else said["at"], title=said["title"]))

    def _hold(self, said: Said) -> None:
        """The meeting of yesterday, with the time that each stage took and what was said of the list."""
        person = self._people[said["with"]]
        hour, minute = map(int, said["at"].split(":"))
        began = self._at(said["days"], hour, minute)
        ended = began + timedelta(seconds=sum(said["spent"]))
        planned = meetings.put(self._records, person, began, self._agenda)
        stages = sorted(self._records.find(Stage, meeting_id=planned.id), key=lambda stage: stage.position)
        for stage, spent in zip(stages, said["spent"], strict=True):
            self._records.replace(stage, spent_seconds=float(spent), entered_at=began, left_at=ended)
        self._held = self._records.replace(
            planned, state=MeetingState.HELD, started_at=began, ended_at=ended, wrapped_up_at=ended, stage_position=len(said["spent"]) - 1,
            learned=said["learned"],
        )  # fmt: skip
        self._put(Touch(contact_id=person.id, kind=TouchKind.MEETING, at=began, meeting_id=planned.id))
        for name, answer in said["answers"].items():
            company_id = self._companies[name].id
            self._put(Showing(meeting_id=planned.id, company_id=company_id, contact_id=person.id, answer=Answer(answer), shown_at=began))

    def _make_referrals(self) -> None:
        for said in self._said["referrals"]:
            at, state = self._at(said["days"], 15), ReferralState(said["state"])
            referral = Referral(
                introducer_id=self._people[said["by"]].id, contact_id=self._people[said["to"]].id, company_id=self._companies[said["at"]].id,
                permission=Permission(said["permission"]), state=state, meeting_id=self._meeting_id(said), created_at=at, words=f"{said['to']}, {said['at']}",
            )  # fmt: skip
            self._put(referral)
            self._referrals[said["to"]] = referral.id
            order = list(ReferralState)
            for passed in order[: order.index(state) + 1]:
                self._put(ReferralEvent(referral_id=referral.id, at=at, state=passed))

    def _make_leads(self) -> None:
        for said in self._said["leads"]:
            at = self._at(said["days"], 15)
            lead = Lead(
                id=next(self._ids), title=said["title"], company_id=self._companies[said["at"]].id, contact_id=self._people[said["from"]].id,
                kind=LeadKind(said["kind"]), state=LeadState(said["states"][-1]), meeting_id=self._meeting_id(said), created_at=at,
            )  # fmt: skip
            self._put(lead)
            for state in said["states"]:
                self._put(LeadEvent(lead_id=lead.id, at=at, state=LeadState(state)))

    def _owe(self) -> None:
        for said in self._said["promises"]:
            promise = Promise(
                contact_id=self._people[said["with"]].id, text=said["text"], whose=Whose(said["whose"]), due_on=self._day(said["days"]),
                meeting_id=self._meeting_id(said),
            )  # fmt: skip
            self._put(promise)
            self._promises[said["text"]] = promise.id
        for said in self._said["follow_ups"]:
            self._put(
                FollowUp(
                    contact_id=self._people[said["with"]].id, kind=FollowUpKind(said["kind"]), due_on=self._day(said["days"]), reason=said["reason"],
                    meeting_id=self._meeting_id(said), referral_id=self._referrals.get(said.get("about", "")),
                    promise_id=self._promises.get(said.get("promise", "")),
                )
            )  # fmt: skip

    def _plan(self, said: Said) -> None:
        wall = self._desk.clock.local(self._desk.clock.now()).replace(tzinfo=None)
        at = self._desk.clock.from_local(meeting_time(wall))
        planned = meetings.put(self._records, self._people[said["with"]], at, self._agenda)
        self._records.replace(planned, ask=said["ask"], questions=tuple(said["questions"]))


def throw_away(desk: Desk) -> str:
    """Remove everything that came with the sample, as one step of undo; what the user wrote beside it stays. Gives the sentence that says so."""
    with desk.change("Throw the invented people away") as records:
        take_out(records)
    return "The invented people are gone"


def take_out(records: Records) -> None:
    """Remove what came with the sample, with all that hangs on it, inside a change. Does nothing where there is none of it."""
    companies = {i: records.get(Company, i) for i in records.ids_from(Company, FIRST)}
    contacts = [records.get(Contact, i) for i in records.ids_from(Contact, FIRST)]
    if not companies and not contacts:
        return
    _keep_own_companies(records, companies)
    for kind, called in ((Lead, ""), (Contact, "the invented people"), (Company, "")):
        for record_id in records.ids_from(kind, FIRST):
            records.remove(records.get(kind, record_id), called)
    _forget_words(records)
    records.finish()


def _keep_own_companies(records: Records, invented: dict[str, Company]) -> None:
    """Where people of the user's own are at an invented company, it stays for them as a plain one."""
    plain: dict[str, str] = {}
    for company_id, company in invented.items():
        of_people = [p for p in records.find(Position, company_id=company_id) if not is_invented(p.contact_id)]
        named = [r for r in records.find(Referral, company_id=company_id) if not is_invented(r.contact_id) and not is_invented(r.introducer_id)]
        heard = [lead for lead in records.find(Lead, company_id=company_id) if not is_invented(lead.id)]
        for own in (*of_people, *named, *heard):
            if company_id not in plain:
                plain[company_id] = records.add(Company(name=company.name, industry=company.industry, place=company.place)).id
            records.replace(own, company_id=plain[company_id])


def _forget_words(records: Records) -> None:
    """Take the invented words out of the profile and out of its versions; what the user wrote instead of them stays."""
    said = _written()["profile"]
    profile = records.first(Profile)
    if profile:
        left = {key: "" for key, text in said.items() if getattr(profile, key) == text}
        if all(left.get(key, getattr(profile, key)) == "" for key in ("full_name", "skills", "ideal_position", "core_message", "phone", "email")):
            records.remove(profile)
        else:
            records.replace(profile, **left)
    for part in Part:
        for version in records.find(Version, part=part, text=said[part.value]):
            records.remove(version)
