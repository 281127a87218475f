"""Everything that is owed worked out again, with 10,000 contacts and 2,000 open referrals, as a ratio to one SQL scan of the same rows."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from networking_desk.clock import Clock
from networking_desk.desk import Desk
from networking_desk.domain.contacts import Contact, Touch, TouchKind
from networking_desk.domain.follow_ups import FollowUp, FollowUpKind, FollowUpState
from networking_desk.domain.leads import Lead, LeadEvent, LeadState
from networking_desk.domain.meetings import Meeting, MeetingState
from networking_desk.domain.referrals import Mode, Referral, ReferralEvent, ReferralState
from networking_desk.verbs import follow_up, profile
from tests.benchmarks.people import desk_of

_CONTACTS, _REFERRALS, _ROUNDS = 10_000, 2_000, 9
_TABLES = ("contact", "referral", "referral_event", "touch", "follow_up", "meeting", "lead", "lead_event", "promise", "news")


class _Then(Clock):
    """The computer's clock, some days back."""

    def __init__(self, days: int) -> None:
        self.back = timedelta(days=days)

    def now(self) -> datetime:
        return datetime.now(UTC) - self.back


def _fill(desk: Desk, clock: _Then) -> None:
    """Two months of a very busy search: people met, who named others, some of whom were written to, answered, were met."""
    chance = random.Random(2026)
    people = [c.id for c in desk.find(Contact)]
    states = (ReferralState.GIVEN, ReferralState.CONTACTED, ReferralState.ANSWERED, ReferralState.MET)
    for day in range(60, 0, -1):
        clock.back = timedelta(days=day)
        with desk.change("A day") as records:
            now = records.now
            for _ in range(_REFERRALS // 60 + 1):
                by, whom = chance.sample(people[:3_000], 2)
                met = records.add(Meeting(contact_id=by, state=MeetingState.HELD, started_at=now, ended_at=now, wrapped_up_at=now))
                records.add(Touch(contact_id=by, kind=TouchKind.MEETING, at=now, meeting_id=met.id))
                records.add(FollowUp(contact_id=by, kind=FollowUpKind.THANK_YOU_CALL, due_on=now.date(), meeting_id=met.id, state=chance.choice((FollowUpState.OPEN, FollowUpState.DONE)), done_at=now))
                state = chance.choice(states)
                referral = records.add(Referral(introducer_id=by, contact_id=whom, meeting_id=met.id, state=state, mode=chance.choice(tuple(Mode))))
                for step in states[: states.index(state) + 1]:
                    records.add(ReferralEvent(referral_id=referral.id, at=now, state=step))
                if state is not ReferralState.GIVEN:
                    records.add(FollowUp(contact_id=whom, kind=FollowUpKind.OUTREACH, due_on=now.date(), referral_id=referral.id, state=FollowUpState.DONE, done_at=now))
                if chance.random() < 0.1:
                    lead = records.add(Lead(title="Opening", contact_id=by, state=LeadState.INTERVIEW))
                    records.add(LeadEvent(lead_id=lead.id, at=now, state=LeadState.INTERVIEW))
    clock.back = timedelta()


def _median(what: object) -> float:
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        what()  # type: ignore[operator]
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    """Print the first run, which writes, the runs after it, which find nothing, and one scan of the rows that they look at."""
    with tempfile.TemporaryDirectory() as folder:
        place = desk_of(Path(folder) / "desk", _CONTACTS)
        clock = _Then(60)
        with Desk(place, clock) as desk:
            _fill(desk, clock)
            profile.set_option(desk, undoable=False, country="NL")
            open_ = desk._conn.execute("SELECT count(*) FROM referral WHERE state NOT IN ('outcome', 'unreachable')").fetchone()[0]
            start = time.perf_counter()
            written = follow_up.due_now(desk)
            first = time.perf_counter() - start
            scan = _median(lambda: [desk._conn.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES])
            again = _median(lambda: follow_up.due_now(desk))
            print(f"{_CONTACTS:,} contacts, {open_:,} open referrals; one scan of their rows {scan * 1000:.0f} ms")
            print(f"everything worked out again: {again * 1000:.0f} ms, ratio {again / scan:.2f} (limit 10)")
            print(f"the first time, {written:,} follow-ups and news written: {first * 1000:.0f} ms, ratio {first / scan:.2f} (no limit)")
            person = desk.find(Referral)[0].introducer_id
            with desk.change("One person") as records:
                print(f"for one person, as after each step: {_median(lambda: follow_up.owed_to(desk, records, {person})) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
