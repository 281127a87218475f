"""A season of looking for work through the real verbs, day by day, beside a diary that was written from the rules' text alone and knows no rule's code."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from networking_desk.desk import Desk
from networking_desk.domain.contacts import Contact, Touch, TouchKind
from networking_desk.domain.follow_ups import FollowUp, FollowUpState
from networking_desk.domain.leads import Lead, LeadEvent, LeadState
from networking_desk.domain.meetings import CaptureKind, Meeting
from networking_desk.domain.news import News
from networking_desk.domain.referrals import Mode, Permission, Referral, ReferralEvent, ReferralState
from networking_desk.verbs import capture, contacts, follow_up, leads, meeting, profile, promises, referrals, target_list
from tests.conftest import StandingClock

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FIRST, DAYS = date(2026, 3, 2), 90
# The Netherlands in that season, from a printed calendar: Good Friday, Easter, King's Day, Ascension, Whitsun.
HOLIDAYS = {date(2026, 4, 3), date(2026, 4, 5), date(2026, 4, 6), date(2026, 4, 27), date(2026, 5, 14), date(2026, 5, 24), date(2026, 5, 25)}


class ZonedClock(StandingClock):
    """A clock on a wall in Amsterdam, where the season brings the change to summer time on 29 March."""

    def local(self, moment):
        return moment.astimezone(AMSTERDAM)

    def from_local(self, wall):
        return wall.replace(tzinfo=AMSTERDAM).astimezone(UTC)

    def stand(self, day, at):
        self.at = self.from_local(datetime.combine(day, at))


def works(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def working_days_on(day, count):
    while count:
        day += timedelta(days=1)
        count -= works(day)
    return day


@dataclass
class Owed:
    """A line of the diary: what is owed to whom and when, which news it tells, and what it is about."""

    kind: str
    whom: str
    due: date
    about: str = ""
    news: set = field(default_factory=set)
    tries: int = 0
    silent: bool = False


@dataclass
class Named:
    """A referral in the diary."""

    by: str
    whom: str
    on: date
    mode: str = "i_contact"
    state: str = "given"
    asked: bool = False  # whether its first step was dropped


class Diary:
    """What product.md section 5 says, kept by hand: each entry is made when something happens, none is worked out from records."""

    ORDER = ("given", "contacted", "answered", "met", "outcome", "unreachable")

    def __init__(self):
        self.lines: list[Owed] = []
        self.named: list[Named] = []
        self.heard: dict[str, date] = {}
        self.hushed: dict[str, date] = {}
        self.wrote: dict[str, list[date]] = {}
        self.gave_up: dict[str, date] = {}
        self.answered: set[str] = set()
        self.met_with: set[str] = set()
        self.to_tell: list[tuple] = []  # what is known of somebody already when another names them: told once the talk is over
        self.event_on: dict[tuple, date] = {}
        self.told: dict[tuple, date] = {}  # (whom, what) -> by when it must be told, unless it rides on a call

    def open(self, whom, *kinds):
        return sorted((line for line in self.lines if line.whom == whom and line.kind in kinds), key=lambda line: line.due)

    def add(self, kind, whom, due, **more):
        self.lines.append(Owed(kind, whom, due, **more))

    def news(self, whom, what, on, known_on=None):
        """A call or letter of thanks that is still open takes it along, else an open update, else the next working day brings one."""
        self.event_on[what] = on
        due = working_days_on(on, 1)
        riding = self.open(whom, "thank_you_call", "thank_you_email")
        updates = self.open(whom, "update")
        if riding:
            riding[0].news.add(what)
            return
        self.told[whom, what] = working_days_on(known_on or on, 1)
        if updates:
            updates[0].news.add(what)
            updates[0].due = min(updates[0].due, due)
            updates[0].silent = False
        else:
            self.add("update", whom, due, news={what})

    def yet(self, named, state):
        """Whether a referral has not come so far; whoever could not be reached and answers, or is met, was reached after all."""
        if named.state == "unreachable":
            return state in ("answered", "met", "outcome")
        return self.ORDER.index(named.state) < self.ORDER.index(state)

    def moved(self, whom, state, on, only=None):
        """What is true of a person is news to everybody who named them; the first steps towards them need not be made any more."""
        for named in self.named:
            if named.whom == whom and (named is only or self.yet(named, state)):
                named.state = state
                self.news(named.by, (named.by, whom, named.on, state), on)
                self.lines = [line for line in self.lines if not (line.kind == "outreach" and line.whom == whom) and not (line.kind == "check_back" and line.about == (named.by, whom, named.on))]
        if state in ("answered", "met", "outcome", "unreachable"):
            self.answered.add(whom)

    def met(self, whom, on):
        due = on + timedelta(days=1)
        while not works(due):
            due += timedelta(days=1)
        self.add("thank_you_call", whom, due)
        self.met_with.add(whom)
        for whom_too, what in self.to_tell:
            self.news(whom_too, what, on)
        self.to_tell = []
        self.hears(whom, on)
        self.moved(whom, "met", on)

    def hears(self, whom, on):
        """Whoever hears from me is not waiting in silence any more."""
        self.heard[whom] = on
        self.lines = [line for line in self.lines if not (line.whom == whom and line.silent)]

    def names(self, by, whom, on):
        reached = [n.state for n in self.named if n.whom == whom and n.state != "unreachable"] + ["met"] * (whom in self.met_with)
        named = Named(by, whom, on, state=max(reached, key=self.ORDER.index, default="given"))
        self.named.append(named)
        if named.state == "given":
            self.first_step(named)
        else:  # nobody is written to as a stranger who was written to, or met, before; whoever named them now hears how far it is
            self.to_tell.append((by, (by, whom, on, named.state)))
        self.lines = [line for line in self.lines if not (line.whom == by and line.silent)]
        return named

    def first_step(self, named):
        if named.mode == "i_contact":
            due = working_days_on(named.on, 2)
            writing = self.open(named.whom, "outreach")
            if writing:
                writing[0].due = min(writing[0].due, due)
            else:
                self.add("outreach", named.whom, due, about=(named.by, named.whom, named.on))
        else:
            self.add("check_back", named.by, named.on + timedelta(days=7), about=(named.by, named.whom, named.on))

    def settled(self, named, mode):
        if mode == named.mode:
            return
        named.mode = mode
        mine = (named.by, named.whom, named.on)
        others = [n for n in self.named if n is not named and n.whom == named.whom and n.state == "given" and n.mode == "i_contact" and not n.asked]
        self.lines = [line for line in self.lines if not (line.kind in ("outreach", "check_back") and line.about == mine)]
        if named.state == "given":
            self.first_step(named)
        if others and not self.open(named.whom, "outreach"):
            self.first_step(others[0])

    def done(self, line, on):
        self.lines.remove(line)
        self.hears(line.whom, on)
        if line.kind == "outreach":
            self.wrote.setdefault(line.whom, []).append(on)
            for named in self.named:
                if named.whom == line.whom and named.state == "given":
                    named.state = "contacted"
                    self.lines = [one for one in self.lines if not (one.kind == "check_back" and one.about == (named.by, named.whom, named.on))]
                    self.news(named.by, (named.by, named.whom, named.on, "contacted"), on)

    def voicemail(self, line, on):
        due = working_days_on(on, 1)
        if line.tries < 2:
            line.tries, line.due = line.tries + 1, due
        else:
            line.kind, line.due, line.tries = "thank_you_email", due, 0

    def dropped(self, line, on):
        self.lines.remove(line)
        if line.kind == "update" and line.silent:
            self.hushed[line.whom] = on
        if line.kind == "outreach":
            self.gave_up[line.whom] = on
            for named in self.named:
                named.asked |= named.whom == line.whom
        if line.kind in ("thank_you_call", "thank_you_email"):
            for what in sorted(line.news, key=str):
                self.news(line.whom, what, self.event_on[what], known_on=on)

    def morning(self, today):
        """What a new day brings: silence that has lasted 14 days, letters without an answer for 7 working days."""
        for by in sorted({named.by for named in self.named if named.state not in ("outcome", "unreachable")}):
            last = max([self.heard.get(by, date.min)] + [n.on for n in self.named if n.by == by and n.state not in ("outcome", "unreachable")])
            if last + timedelta(days=14) <= today and not self.open(by, "update", "thank_you_call", "thank_you_email") and self.hushed.get(by, date.min) < last:
                self.add("update", by, last + timedelta(days=14), silent=True)
        for whom, days in self.wrote.items():
            due = working_days_on(days[-1], 7)
            if len(days) < 2 and due <= today and whom not in self.answered and not self.open(whom, "outreach") and self.gave_up.get(whom, date.min) < days[-1]:
                self.add("outreach", whom, due)
        still = {named.by for named in self.named if named.state not in ("outcome", "unreachable")}
        self.lines = [line for line in self.lines if not (line.silent and line.whom not in still)]


class Season:
    """Somebody looking for work, and the diary beside them."""

    def __init__(self, desk, clock, seed):
        self.desk, self.clock, self.chance, self.diary = desk, clock, random.Random(seed), Diary()
        self.met_once: set[str] = set()
        self.ids: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self.meetings = 0
        self.leads: dict[str, str] = {}
        for number in range(40):
            target_list.add_spoken(desk, f"Company {number:02}, Trade {number % 5}, Place {number % 7}")
        for number in range(35):
            self.known(contacts.add_spoken(desk, f"Known Person{number:02}, Company {number % 40:02}"))

    def known(self, contact_id):
        name = self.desk.get(Contact, contact_id).full_name
        self.ids[name], self.names[contact_id] = contact_id, name
        return name

    @property
    def today(self):
        return self.clock.local(self.clock.at).date()

    def compare(self, when):
        self.diary.morning(self.today)
        found = Counter((f.kind.value, self.names.get(f.contact_id) or self.known(f.contact_id), f.due_on) for f in self.desk.find(FollowUp, state=FollowUpState.OPEN) if f.kind != "promise")
        told = Counter((line.kind, line.whom, line.due) for line in self.diary.lines)
        assert found == told, (when, "desk has", dict(found - told), "diary has", dict(told - found))

    def work_off(self):
        """Do, try, put off or drop what is due."""
        today, chance = self.today, self.chance
        for owed in sorted(self.desk.find(FollowUp, state=FollowUpState.OPEN), key=lambda f: f.due_on):
            owed = self.desk.get(FollowUp, owed.id) if self.desk.find(FollowUp, id=owed.id) else None
            if owed is None or owed.state != "open" or owed.due_on > today:
                continue
            if owed.kind == "promise":
                promises.keep(self.desk, owed.promise_id)
                continue
            whom = self.names[owed.contact_id]
            line = next(line for line in self.diary.lines if (line.kind, line.whom, line.due) == (owed.kind, whom, owed.due_on))
            luck = chance.random()
            if owed.kind == "thank_you_call" and luck < 0.35:
                follow_up.done(self.desk, owed.id, TouchKind.VOICEMAIL)
                self.diary.voicemail(line, today)
            elif luck > 0.93 and not (line.kind == "update" and line.news):
                follow_up.close(self.desk, owed.id, FollowUpState.SKIPPED)
                self.diary.dropped(line, today)
            elif luck > 0.86 and not line.news:
                follow_up.snooze(self.desk, owed.id, today + timedelta(days=3))
                line.due = today + timedelta(days=3)
            else:
                follow_up.done(self.desk, owed.id)
                self.diary.done(line, today)

    def meet(self):
        """A networking meeting with names, settled each in its way."""
        desk, chance, today = self.desk, self.chance, self.today
        free = [name for name in sorted(self.ids) if not self.diary.open(name, "thank_you_call", "thank_you_email")]
        referred = [n.whom for n in self.diary.named if n.state == "contacted" and n.whom not in self.met_once and n.whom in free]
        whom = chance.choice(referred) if referred and chance.random() < 0.6 else chance.choice(free)
        self.diary.moved(whom, "answered", today)
        talk = meeting.plan(desk, self.ids[whom], self.clock.now(), 20)
        meeting.start(desk, talk)
        self.clock.go(900)
        given = []
        fewest = -(-(120 - len(self.ids)) // (60 - self.meetings))  # so that the season ends with 120 contacts
        for _ in range(max(fewest, chance.choice((0, 1, 1, 2, 3)))):
            others = [name for name in sorted(self.ids) if name.startswith("Named") and name != whom]
            again = others and (chance.random() < 0.12 and len(given) >= fewest or len(self.ids) >= 120)
            name = chance.choice(others) if again else f"Named Person{len(self.ids):03}"
            if name in [n.whom for n in self.diary.named if n.by == whom and n.on == today]:
                continue
            capture.save(desk, talk, CaptureKind.REFERRAL, f"{name}, Company {chance.randrange(40):02}" if name not in self.ids else name)
            referral = desk.find(Referral, meeting_id=talk)[-1]
            if name not in self.ids:
                self.known(referral.contact_id)
            given.append((referral.id, self.diary.names(whom, name, today)))
        if chance.random() < 0.3:
            capture.save(desk, talk, CaptureKind.PROMISE, chance.choice(("send the cost model", "she will ask Ben")))
        if chance.random() < 0.2:
            capture.save(desk, talk, CaptureKind.LEAD, f"Opening {self.meetings}, Company {chance.randrange(40):02}")
        meeting.end(desk, talk)
        self.diary.met(whom, today)
        self.meetings += 1
        self.met_once.add(whom)
        for referral_id, named in given:
            mode = chance.choice((Mode.I_CONTACT, Mode.I_CONTACT, Mode.THEY_INTRODUCE, Mode.THEY_ASK_FIRST))
            referrals.settle(desk, referral_id, Permission.YES, mode)
            self.diary.settled(named, mode.value)
        meeting.finish(desk, talk)

    def hear(self, at):
        """Somebody answers, turns out to be gone, or something comes of a talk; evenings and Sundays too."""
        self.clock.stand(self.today, at)
        moving = [n for n in self.diary.named if n.state in ("contacted", "answered", "met")]
        for named in self.chance.sample(moving, min(len(moving), 2)):
            state = {"contacted": self.chance.choice(("answered", "unreachable")), "answered": "met", "met": "outcome"}.get(named.state)
            if state is None:  # moved a moment ago, with somebody else who named the same person
                continue
            referral = next(r for r in self.desk.find(Referral, contact_id=self.ids[named.whom], introducer_id=self.ids[named.by]) if self.day_of(r.created_at) == named.on)
            referrals.move(self.desk, referral.id, ReferralState(state))
            self.diary.moved(named.whom, state, self.today, only=named)

    def day_of(self, moment):
        return self.clock.local(moment).date()

    def lead_moves(self):
        """An opening becomes an interview or an offer: everybody up the chain of introductions hears of it."""
        found = [lead for lead in self.desk.find(Lead) if lead.state in (LeadState.HEARD, LeadState.INTERVIEW)]
        if not found:
            return
        lead = self.chance.choice(found)
        state = LeadState.INTERVIEW if lead.state is LeadState.HEARD else LeadState.OFFER
        leads.move(self.desk, lead.id, state)
        level, told = [self.names[lead.contact_id]], []
        while level:
            told += level
            level = [by for whom in level for by in dict.fromkeys(n.by for n in self.diary.named if n.whom == whom) if by not in told]
            level = list(dict.fromkeys(level))
        for whom in told:
            self.diary.news(whom, ("lead", lead.id, state.value), self.today)

    def live(self, day):
        self.clock.stand(day, time(8, 30))
        follow_up.due_now(self.desk)
        self.compare(f"{day} in the morning")
        assert follow_up.due_now(self.desk) == 0, "run twice, the rules find something the second time"
        if works(day):
            self.work_off()
            self.compare(f"{day} after working off")
            self.clock.stand(day, time(14))
            if self.meetings < 60:
                self.meet()
                self.compare(f"{day} after the meeting")
            if day.weekday() == 2:
                self.lead_moves()
                self.compare(f"{day} after a lead moved")
        self.hear(self.chance.choice((time(0, 30), time(18), time(23, 30))) if not works(day) else time(18))
        self.compare(f"{day} in the evening")


@pytest.mark.parametrize("seed", [1, 2, *(pytest.param(seed, marks=pytest.mark.full) for seed in range(3, 60))])
def test_a_season_owes_exactly_what_the_text_says_and_everybody_hears_in_time(tmp_path, seed):
    clock = ZonedClock(datetime(2026, 3, 1, 9, tzinfo=UTC))
    with Desk(tmp_path / "desk", clock) as desk:
        profile.set_option(desk, undoable=False, country="NL")
        season = Season(desk, clock, seed)
        season.met_once = set()
        for number in range(DAYS):
            season.live(FIRST + timedelta(days=number))
        assert season.meetings == 60 == len(desk.find(Meeting))
        assert len(desk.find(Contact)) == 120
        every = desk.find(FollowUp)
        twice = [why for why, count in Counter((season.names[f.contact_id], f.kind.value, f.due_on, f.reason) for f in every if f.kind != "promise").items() if count > 1]
        assert not twice, "two for one reason"
        by_id = {f.id: f for f in every}
        events = {e.id: e for e in desk.find(ReferralEvent) if e.state is not ReferralState.GIVEN}
        names = {r.id: (r.introducer_id, r.contact_id, season.day_of(r.created_at)) for r in desk.find(Referral)}
        news = {n.referral_event_id: n for n in desk.find(News) if n.referral_event_id}
        assert set(news) == set(events), "each thing that happened is told through exactly one follow-up"
        late = 0
        for event_id, told in news.items():
            carrier, event = by_id[told.follow_up_id], events[event_id]
            by, whom, on = names[event.referral_id]
            assert told.contact_id == carrier.contact_id == by
            promised = season.diary.told.get((season.names[by], (season.names[by], season.names[whom], on, event.state.value)))
            if carrier.state is FollowUpState.DONE and carrier.kind == "update":
                assert season.day_of(carrier.done_at) <= promised, "an introducer heard too late"
            late += carrier.state is FollowUpState.SKIPPED
        assert late == 0, "news was given up"
        assert len([t for t in desk.find(Touch) if t.kind == "voicemail"]) > 5
        assert {e.state for e in desk.find(LeadEvent)} >= {LeadState.INTERVIEW, LeadState.OFFER}
        assert desk.check() == []
