"""What the rules read: a few queries over all people or some, put together for domain.rules."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

from networking_desk.domain import news
from networking_desk.domain.chains import up_the_chain
from networking_desk.domain.follow_ups import FollowUpKind
from networking_desk.domain.leads import UNNAMED, LeadState
from networking_desk.domain.meetings import Meeting
from networking_desk.domain.news import Happened
from networking_desk.domain.owed import Carried, Facts, Landing, Loop, Open, Written
from networking_desk.domain.promises import Promise
from networking_desk.domain.record import Record
from networking_desk.domain.referrals import Referral, ReferralState, furthest
from networking_desk.storage import values
from networking_desk.storage.database import Connection
from networking_desk.storage.lists.loops import STANDS
from networking_desk.storage.lists.outreach import SILENT_OF

_OPEN = """SELECT f.id, f.contact_id, f.kind, f.due_on, f.lead_id, EXISTS (SELECT 1 FROM news n WHERE n.follow_up_id = f.id), f.meeting_id
    FROM follow_up f WHERE f.state = 'open' AND {f.contact_id} ORDER BY f.due_on, f.n"""
_HELD = """t.state = 'held' AND t.ended_at IS NOT NULL AND {t.contact_id}
    AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.meeting_id = t.id AND f.kind IN ('thank_you_call', 'thank_you_email'))"""
# One letter answers for everybody who named the same person while it was owed; nobody is written to as a stranger who was reached before.
_GIVEN = """t.state = 'given' AND ({t.contact_id} OR {t.introducer_id}) AND CASE t.mode
    WHEN 'i_contact' THEN NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.contact_id = t.contact_id AND f.kind = 'outreach'
        AND (f.referral_id = t.id OR f.state = 'open' OR f.done_at >= t.created_at))
        AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.contact_id = t.contact_id AND r.state IN ('contacted', 'answered', 'met', 'outcome'))
        AND NOT EXISTS (SELECT 1 FROM meeting m WHERE m.contact_id = t.contact_id AND m.state IN ('planned', 'live', 'held'))
    ELSE NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.referral_id = t.id AND f.kind = 'check_back') END"""
# How far one has come with somebody: with whoever else named them, in meetings, by letters to them.
_REACHED = """SELECT r.state FROM referral r WHERE r.contact_id = :c
    UNION SELECT CASE m.state WHEN 'held' THEN 'met' ELSE 'answered' END FROM meeting m WHERE m.contact_id = :c AND m.state IN ('planned', 'live', 'held')
    UNION SELECT 'contacted' FROM follow_up f WHERE f.contact_id = :c AND f.kind = 'outreach' AND f.state = 'done'
        AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.contact_id = :c AND r.state = 'unreachable')"""
_OUTCOME = """SELECT e.text FROM referral_event e JOIN referral r ON r.id = e.referral_id WHERE r.contact_id = ? AND e.state = ?
    ORDER BY e.at DESC, e.n DESC LIMIT 1"""
_PROMISED = "t.done_on IS NULL AND {t.contact_id} AND NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.promise_id = t.id)"
# What happened with referrals and is true, unless its telling is done with; what an open follow-up carries comes with its id.
_REFERRED = f"""SELECT r.introducer_id, e.id, r.id, e.at, e.state, e.text, c.full_name, coalesce(n.follow_up_id, '')
    FROM referral_event e JOIN referral r ON r.id = e.referral_id JOIN contact c ON c.id = r.contact_id
    LEFT JOIN news n ON n.referral_event_id = e.id LEFT JOIN follow_up f ON f.id = n.follow_up_id
    WHERE e.state <> 'given' AND {{r.introducer_id}} AND (n.id IS NULL OR f.state = 'open') AND {STANDS} ORDER BY e.at, e.n"""
_CARRIED = """SELECT n.id, n.follow_up_id, n.contact_id, coalesce(n.referral_event_id, n.lead_event_id) FROM follow_up f JOIN news n ON n.follow_up_id = f.id
    WHERE f.state = 'open' AND {f.contact_id}"""
# Each lead's first step into each of the states that are told of, since it was last in an earlier one or closed, which takes it back.
# Who led an interview knows of it.
_STATES = "CASE {0}.state WHEN 'interview' THEN 1 WHEN 'offer' THEN 2 WHEN 'accepted' THEN 3 ELSE 0 END"
_FELL = f"SELECT 1 FROM lead_event q WHERE q.lead_id = e.lead_id AND {_STATES.format('q')} < {_STATES.format('e')}"
_STEP = f"""NOT EXISTS ({_FELL} AND q.n > e.n) AND NOT EXISTS (
        SELECT 1 FROM lead_event p WHERE p.lead_id = e.lead_id AND p.state = e.state AND p.n < e.n AND NOT EXISTS ({_FELL} AND q.n > p.n AND q.n < e.n))"""
_LEADS = f"""SELECT l.id, l.contact_id, l.title, coalesce(co.name, ''), e.state, e.id, e.at, m.contact_id IS NOT NULL
    FROM lead l JOIN lead_event e ON e.lead_id = l.id LEFT JOIN company co ON co.id = l.company_id
    LEFT JOIN meeting m ON m.id = l.meeting_id AND m.contact_id = l.contact_id AND m.became_interview_at IS NOT NULL
    WHERE e.state IN ('interview', 'offer', 'accepted') AND l.contact_id IS NOT NULL AND {_STEP} ORDER BY e.at, e.n"""
_LEAD_NEWS = """SELECT n.contact_id, n.lead_event_id, CASE f.state WHEN 'open' THEN f.id END FROM news n JOIN follow_up f ON f.id = n.follow_up_id
    WHERE n.lead_event_id IS NOT NULL"""
_UP = """WITH RECURSIVE up (id) AS (SELECT value FROM json_each(?) UNION SELECT r.introducer_id FROM referral r JOIN up ON r.contact_id = up.id)
    SELECT r.contact_id, r.introducer_id, r.created_at FROM referral r JOIN up ON r.contact_id = up.id ORDER BY r.n"""
_LOOPS = """SELECT r.id, r.introducer_id, r.created_at, c.full_name || CASE WHEN co.name IS NULL THEN '' ELSE ' at ' || co.name END
    FROM referral r JOIN contact c ON c.id = r.contact_id LEFT JOIN company co ON co.id = r.company_id
    WHERE r.state NOT IN ('outcome', 'unreachable') AND {r.introducer_id} AND r.created_at > ? ORDER BY r.created_at, r.n"""
_HEARD = "SELECT t.contact_id, max(t.at) FROM touch t WHERE t.kind <> 'voicemail' AND {t.contact_id} GROUP BY t.contact_id"
_HUSHED = """SELECT f.contact_id, max(f.done_at) FROM follow_up f WHERE f.state = 'skipped' AND f.kind = 'update' AND f.lead_id IS NULL AND {f.contact_id}
    AND NOT EXISTS (SELECT 1 FROM news n WHERE n.follow_up_id = f.id) GROUP BY f.contact_id"""
# Who was written to and is silent: how often, when last, through whom, whether a next try was dropped since; without those who cannot be reached.
_WRITTEN = f"""SELECT s.contact_id, s.tries, s.at,
        (SELECT f.referral_id FROM follow_up f WHERE f.contact_id = s.contact_id AND f.kind = 'outreach' AND f.state = 'done' ORDER BY f.done_at DESC LIMIT 1),
        EXISTS (SELECT 1 FROM follow_up f WHERE f.contact_id = s.contact_id AND f.kind = 'outreach' AND f.state = 'skipped' AND f.done_at >= s.at)
    FROM ({SILENT_OF.format("f.done_at > ? AND {f.contact_id}")}) s
    WHERE NOT EXISTS (SELECT 1 FROM referral r WHERE r.contact_id = s.contact_id AND r.state = 'unreachable')"""
# When each accepted lead was accepted: what was added to its log since is no other acceptance, and one that was taken back does not count.
_LANDED = f"""SELECT l.id, e.id, e.at, l.title, coalesce(co.name, '') FROM lead l JOIN lead_event e ON e.lead_id = l.id AND e.state = 'accepted'
    LEFT JOIN company co ON co.id = l.company_id WHERE l.state = 'accepted' AND {_STEP} ORDER BY e.at DESC, e.n DESC"""
_HELPERS = """SELECT introducer_id FROM referral WHERE created_at > :after AND created_at <= :at
    UNION SELECT contact_id FROM meeting WHERE state = 'held' AND started_at > :after AND started_at <= :at
    UNION SELECT contact_id FROM lead WHERE contact_id IS NOT NULL AND created_at > :after AND created_at <= :at
    UNION SELECT contact_id FROM promise WHERE whose = 'theirs' AND done_on IS NOT NULL AND created_at > :after AND created_at <= :at"""
_SPOKE = """SELECT contact_id, max(at) FROM (
    SELECT contact_id, at FROM touch WHERE kind <> 'voicemail'
    UNION ALL SELECT contact_id, done_at FROM follow_up WHERE kind = 'check_back' AND state = 'skipped' AND lead_id = ?) WHERE at > ? GROUP BY contact_id"""
_NAMES = "SELECT id, full_name FROM contact WHERE id IN (SELECT value FROM json_each(?))"


class FactLists:
    """Reads the facts. `day_of` tells on which day here a moment was."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def facts(self, today: date, day_of: Callable[[datetime], date], people: Collection[str] | None = None) -> Facts:
        """What the rules look at; with `people` only what may be owed to these."""
        return _Reading(self._conn, today, day_of, people).facts()

    def reached(self, contact_id: str) -> tuple[ReferralState, str]:
        """How far one has come with somebody by now, and what was said of it last."""
        state = furthest(ReferralState(found) for (found,) in self._conn.execute(_REACHED, {"c": contact_id}))
        said = self._conn.execute(_OUTCOME, (contact_id, state)).fetchone()
        return state, said[0] if said else ""

    def meeting_runs(self) -> bool:
        """Whether a meeting is live."""
        return self._conn.execute("SELECT 1 FROM meeting WHERE state = 'live'").fetchone() is not None


def _introducers(conn: Connection, contact_ids: Collection[str]) -> Callable[[str, str], Iterator[str]]:
    """Tells who had by a moment, as kept, introduced somebody up the chains from these contacts: what came later led to nothing before."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for person, introducer, at in conn.execute(_UP, (json.dumps(list(contact_ids)),)):
        found[person].append((introducer, at))
    return lambda until, person: (introducer for introducer, at in found.get(person, ()) if at <= until)


class _Reading:
    """One reading of the facts, for all people or some."""

    def __init__(self, conn: Connection, today: date, day_of: Callable[[datetime], date], people: Collection[str] | None) -> None:
        self._conn = conn
        self._today = today
        self._day_of = day_of
        self._people = None if people is None else frozenset(people)
        # Ids are our own and hold no quote; a list in the words lets SQLite use its indexes.
        self._listed = None if people is None else "(" + ", ".join(f"'{one}'" for one in sorted(people) if one.replace("-", "").isalnum()) + ")"

    def facts(self) -> Facts:
        conn, day = self._conn, self._day
        landing = self._landing()
        landed_at = landing[0] if landing else ""
        happened = [*self._referred(), *self._led()]
        loops = [Loop(i, introducer, day(at), whom) for i, introducer, at, whom in conn.execute(self._only(_LOOPS), (landed_at,))]
        given = list(self._records(Referral, _GIVEN, "created_at"))
        written = [Written(i, tries, day(at), through, bool(no)) for i, tries, at, through, no in conn.execute(self._only(_WRITTEN), (landed_at,))]
        named = {one.to_id for one in happened} | {loop.introducer_id for loop in loops} | {one.contact_id for one in written}
        named |= {one for referral, _ in given for one in (referral.introducer_id, referral.contact_id)} | set(landing[1].helpers if landing else ())
        return Facts(
            today=self._today,
            names=dict(conn.execute(_NAMES, (json.dumps(list(named)),))),
            open=[
                Open(i, whom, FollowUpKind(kind), date.fromisoformat(due), lead, bool(told), talk)
                for i, whom, kind, due, lead, told, talk in conn.execute(self._only(_OPEN))
            ],
            held=list(self._records(Meeting, _HELD, "ended_at")),
            given=given,
            promised=list(self._records(Promise, _PROMISED, "created_at")),
            happened=happened,
            carried=[Carried._make(row) for row in conn.execute(self._only(_CARRIED))],
            loops=loops,
            heard_on={person: day(at) for person, at in conn.execute(self._only(_HEARD))} if loops else {},
            hushed_on={person: day(at) for person, at in conn.execute(self._only(_HUSHED))},
            written=written,
            landing=landing[1] if landing else None,
        )

    def _only(self, sql: str) -> str:
        """A statement in which each `{column}` keeps only the rows of the people asked for."""
        parts = sql.split("{")
        words = [parts[0]]
        for part in parts[1:]:
            column, _, rest = part.partition("}")
            words.append(("1" if self._listed is None else f"{column} IN {self._listed}") + rest)
        return "".join(words)

    def _day(self, text: str) -> date:
        return self._day_of(values.moment(text) or values.EARLIEST)

    def _records(self, kind: type[Any], which: str, since: str) -> Iterator[tuple[Any, date]]:
        for row in self._conn.execute(f"{values.select(kind)} WHERE {self._only(which)} ORDER BY t.n"):
            record: Record = values.record(kind, row)
            yield record, self._day_of(getattr(record, since))

    def _referred(self) -> Iterator[Happened]:
        for to_id, event, referral, at, state, text, person, carrier in self._conn.execute(self._only(_REFERRED)):
            yield Happened(to_id, event, referral, False, self._day(at), news.of_referral(ReferralState(state), person, text), carrier)

    def _led(self) -> Iterator[Happened]:
        """Each step of each lead for everybody up the chain that led to it, as far as they have not been told."""
        leads = self._conn.execute(_LEADS).fetchall()
        if not leads:
            return
        introducers = _introducers(self._conn, {lead[1] for lead in leads})
        told = {(person, event): carrier for person, event, carrier in self._conn.execute(_LEAD_NEWS)}
        for lead, source, title, company, state, event, at, led_it in leads:
            clause = news.of_lead(LeadState(state), title, company)
            for person in up_the_chain(source, partial(introducers, at))[bool(led_it) :]:
                carrier = told.get((person, event), "")
                if carrier is not None and (self._people is None or person in self._people):
                    yield Happened(person, event, lead, True, self._day(at), clause, carrier)

    def _landing(self) -> tuple[str, Landing] | None:
        """When the last offer was accepted, as kept, and who helped since the one before."""
        conn = self._conn
        landed = conn.execute(_LANDED).fetchall()
        if not landed:
            return None
        lead, event, at, title, company = landed[0]
        helpers = [person for (person,) in conn.execute(_HELPERS, {"at": at, "after": landed[1][2] if len(landed) > 1 else ""})]
        what = (f" as {title}" if title not in ("", UNNAMED) else "") + (f" at {company}" if company else "")
        return at, Landing(
            lead, event, self._day(at), what, [one for one in helpers if self._people is None or one in self._people],
            {person: carrier or "" for person, told, carrier in conn.execute(_LEAD_NEWS) if told == event},
            {person: self._day(spoke) for person, spoke in conn.execute(_SPOKE, (lead, at))},
        )  # fmt: skip
