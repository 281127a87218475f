"""What Today reads: the follow-ups by day, what each of them tells, and how many there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from networking_desk.storage.database import Connection
from networking_desk.storage.values import EARLIEST, day, moment, words


class FollowUpRow(NamedTuple):
    """A follow-up as a line in a list. `about` is the person a referral is about, or where a lead is.

    `since` is how long they have waited, `introducer` who gave the referral, `named` how many people were named in the meeting, `news` how many
    things it tells of, `theirs` that it is about a promise of theirs.
    """

    id: str
    kind: str
    due_on: date
    reason: str
    contact_id: str
    full_name: str
    title: str
    company: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    about: str
    meeting_id: str | None
    referral_id: str | None
    promise_id: str | None
    lead_id: str | None
    tries: int
    handed_at: datetime | None
    since: datetime
    introducer: str
    permission: str
    mode: str
    place: str
    named: int
    news: int
    theirs: bool


class NewsRow(NamedTuple):
    """Something that a follow-up tells: of a referral to a person, or of a lead where there is no person."""

    about_id: str
    state: str
    person: str
    text: str
    title: str
    company: str


_FOLLOW_UPS = """
SELECT f.id, f.kind, f.due_on, f.reason, c.id, c.full_name, coalesce(p.title, ''), coalesce(co.name, p.company_text, ''), c.phones, c.emails,
    coalesce(CASE WHEN a.id <> c.id THEN a.full_name END, lco.name, l.title, ''),
    f.meeting_id, f.referral_id, f.promise_id, f.lead_id, f.tries, f.handed_at, coalesce(r.created_at, f.created_at),
    coalesce(CASE WHEN i.id <> c.id THEN i.full_name END, ''), coalesce(r.permission, ''), coalesce(r.mode, ''), c.place,
    CASE f.kind WHEN 'thank_you_call' THEN (SELECT count(*) FROM referral n WHERE n.meeting_id = f.meeting_id) ELSE 0 END,
    (SELECT count(DISTINCT coalesce(e.referral_id, le.lead_id)) FROM news n LEFT JOIN referral_event e ON e.id = n.referral_event_id
        LEFT JOIN lead_event le ON le.id = n.lead_event_id WHERE n.follow_up_id = f.id),
    EXISTS (SELECT 1 FROM promise pr WHERE pr.id = f.promise_id AND pr.whose = 'theirs')
FROM follow_up f JOIN contact c ON c.id = f.contact_id
LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company co ON co.id = p.company_id
LEFT JOIN referral r ON r.id = f.referral_id LEFT JOIN contact a ON a.id = r.contact_id LEFT JOIN contact i ON i.id = r.introducer_id
LEFT JOIN lead l ON l.id = f.lead_id LEFT JOIN company lco ON lco.id = l.company_id
WHERE f.state = 'open' AND {which}
ORDER BY f.due_on, CASE f.kind WHEN 'thank_you_call' THEN 0 WHEN 'promise' THEN 1 ELSE 2 END, f.n LIMIT ?
"""
_NEWS = """
SELECT coalesce(r.id, l.id), coalesce(e.state, le.state), coalesce(c.full_name, ''), coalesce(e.text, ''), coalesce(l.title, ''), coalesce(co.name, '')
FROM news n LEFT JOIN referral_event e ON e.id = n.referral_event_id LEFT JOIN referral r ON r.id = e.referral_id LEFT JOIN contact c ON c.id = r.contact_id
LEFT JOIN lead_event le ON le.id = n.lead_event_id LEFT JOIN lead l ON l.id = le.lead_id LEFT JOIN company co ON co.id = l.company_id
WHERE n.follow_up_id = ? ORDER BY coalesce(e.at, le.at), n.n
"""


class TodayLists:
    """Reads what is to be done."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def follow_ups(self, which: str = "1", values: Sequence[object] = (), most: int = -1) -> list[FollowUpRow]:
        """All open follow-ups, or the first so many, the oldest day first. `which` is a condition of our own making on `f`."""
        return [
            FollowUpRow(*r[:2], day(r[2]) or date.min, *r[3:8], words(r[8]), words(r[9]), *r[10:16],
                        moment(r[16]), moment(r[17]) or EARLIEST, *r[18:24], bool(r[24]))  # type: ignore[call-arg]
            for r in self._conn.execute(_FOLLOW_UPS.format(which=which), (*values, most))
        ]  # fmt: skip

    def follow_up(self, follow_up_id: str) -> FollowUpRow | None:
        """One open follow-up; None when it is done or gone."""
        return next(iter(self.follow_ups("f.id = ?", (follow_up_id,))), None)

    def of_contact(self, contact_id: str) -> list[FollowUpRow]:
        """What is owed to one contact."""
        return self.follow_ups("f.contact_id = ?", (contact_id,))

    def around(self, meeting_id: str, contact_id: str) -> list[FollowUpRow]:
        """What came of a meeting, and what whoever led to this contact has not heard yet."""
        led = """f.id IN (SELECT n.follow_up_id FROM news n JOIN referral_event e ON e.id = n.referral_event_id JOIN referral r ON r.id = e.referral_id
                 WHERE r.contact_id = ?)"""
        return self.follow_ups(f"(f.meeting_id = ? OR {led})", (meeting_id, contact_id))

    def news(self, follow_up_id: str) -> list[NewsRow]:
        """What a follow-up tells: the last thing that happened with each referral and each lead, in order of time."""
        last: dict[str, NewsRow] = {}
        for row in map(NewsRow._make, self._conn.execute(_NEWS, (follow_up_id,))):
            last.pop(row.about_id, None)
            last[row.about_id] = row
        return list(last.values())

    def due(self, today: date) -> int:
        """How many follow-ups are due today or late."""
        return int(self._conn.execute("SELECT count(*) FROM follow_up WHERE state = 'open' AND due_on <= ?", (today.isoformat(),)).fetchone()[0])

    def meetings_held_since(self, monday_utc: str) -> int:
        """How many meetings were held since a moment, given as kept."""
        return int(self._conn.execute("SELECT count(*) FROM meeting WHERE state = 'held' AND started_at >= ?", (monday_utc,)).fetchone()[0])
