"""What the Meeting timer and the side panel read: the current meeting with its stages, its checklist and what was captured."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from networking_desk.domain import agenda, presets
from networking_desk.domain.agenda import Habit, Stage
from networking_desk.domain.checklist import ChecklistItem, Prepared
from networking_desk.domain.leads import Lead, LeadState
from networking_desk.domain.meetings import Answer, Meeting
from networking_desk.domain.names import company_key
from networking_desk.domain.presets import Agenda, Preset, PresetStage
from networking_desk.domain.profile import Profile
from networking_desk.domain.target_list import Before, Knower, Listed, Why, walk
from networking_desk.storage import reading
from networking_desk.storage.database import Connection
from networking_desk.storage.lists.contacts import ContactLists, Person
from networking_desk.storage.lists.today import FollowUpRow, TodayLists
from networking_desk.storage.values import EARLIEST, moment


class CapturedRow(NamedTuple):
    """Something written down in a meeting: its kind, two lines of words and when. `id` is the record's."""

    id: str
    kind: str
    title: str
    detail: str
    at: datetime
    contact_id: str | None
    permission: str
    mode: str


class TargetRow(NamedTuple):
    """A company on the list that is walked, and what this contact answered. `name_said` is who they know there.

    `why` is what makes it likely that they know somebody, `before` what they answered in an earlier meeting, `before_at` when.
    """

    id: str
    name: str
    industry: str
    place: str
    answer: Answer | None
    name_said: str
    why: Why
    before: Answer | None
    before_at: datetime | None


class SharedRow(NamedTuple):
    """A company as others may see it: nothing else of it is read. `noted` says that something was written down about it in this meeting."""

    id: str
    name: str
    industry: str
    place: str
    noted: bool


class Draft(NamedTuple):
    """Words typed and not entered yet, the kind they were typed for and the company of the list that they are about, if any."""

    words: str
    kind: str
    company_id: str


class Entered(NamedTuple):
    """Words that were entered and of which no records were made, because the program ended in between."""

    number: int
    meeting_id: str
    kind: str
    words: str
    company_id: str
    at: datetime


@dataclass(frozen=True)
class MeetingView:
    """A meeting as the screens show it. `referred_by` is who introduced the contact to you, `notes` how many there are on them and their company."""

    meeting: Meeting
    person: Person
    phones: tuple[str, ...]
    referred_by: str
    stages: tuple[Stage, ...]
    checklist: tuple[ChecklistItem, ...]
    profile: Profile
    targets: int
    notes: int
    shown: bool

    def readiness(self) -> list[tuple[ChecklistItem, bool]]:
        """The checks of the preparation, each with whether it is done: ticked by hand, or because the thing is there."""
        there = Prepared(
            self.notes, len(self.profile.skills.split()), len(self.profile.ideal_position.split()), len(self.meeting.questions), self.shown, self.meeting.offer
        )
        return [(item, item.done_at is not None or there.has(item.key)) for item in self.checklist if item.stage_id is None]


# Notes on a person and on the company they are at; what was written down in a talk is no preparation for it.
NOTES_ABOUT = """SELECT n, text FROM note WHERE meeting_id IS NULL AND contact_id = :c
UNION SELECT nt.n, nt.text FROM position p JOIN note nt ON nt.company_id = p.company_id WHERE p.contact_id = :c AND p.to_on IS NULL AND nt.meeting_id IS NULL"""
_COUNT_ABOUT = f"""SELECT (SELECT count(*) FROM ({NOTES_ABOUT})) + (SELECT notes <> '' FROM contact WHERE id = :c)
    + coalesce((SELECT co.notes <> '' FROM position p JOIN company co ON co.id = p.company_id WHERE p.contact_id = :c AND p.to_on IS NULL), 0)"""
# What is written in each row: kind, title, second line. The joins only fetch names.
_CAPTURED = """
SELECT r.id, 'referral', c.full_name, trim(coalesce(co.name, '') || CASE WHEN co.name <> '' AND p.title <> '' THEN ', ' ELSE '' END || coalesce(p.title, ''), ' '),
    r.created_at, r.contact_id, r.permission, r.mode, r.n
FROM referral r JOIN contact c ON c.id = r.contact_id LEFT JOIN company co ON co.id = r.company_id
LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL WHERE r.meeting_id = :m
UNION ALL SELECT id, 'company', name, trim(industry || CASE WHEN industry <> '' AND place <> '' THEN ', ' ELSE '' END || place), created_at, NULL, '', '', n
FROM company WHERE suggested_in_id = :m
UNION ALL SELECT l.id, 'lead', l.title, coalesce(co.name, ''), l.created_at, l.contact_id, '', '', l.n
FROM lead l LEFT JOIN company co ON co.id = l.company_id WHERE l.meeting_id = :m
UNION ALL SELECT id, 'note', text, '', created_at, contact_id, '', '', n FROM note WHERE meeting_id = :m
UNION ALL SELECT id, 'promise', text, CASE whose WHEN 'mine' THEN 'You will' ELSE 'They will' END, created_at, contact_id, '', '', n
FROM promise WHERE meeting_id = :m
ORDER BY 5 DESC, 9 DESC
"""
_ORDER = "ORDER BY CASE co.priority WHEN '' THEN 'Z' ELSE co.priority END, co.rank, co.match_key, co.n"
# What one contact may be asked about: not their own employer, however often it is kept under its name, and nothing that is hidden from them.
_THEIRS = """co.target AND co.id NOT IN (SELECT p.company_id FROM position p WHERE p.contact_id = :c AND p.to_on IS NULL AND p.company_id IS NOT NULL)
    AND co.match_key NOT IN (SELECT value FROM json_each(:names))
    AND co.id NOT IN (SELECT company_id FROM hidden WHERE contact_id = :c)"""
_TARGETS = f"""
SELECT co.id, co.name, co.industry, co.place,
    (SELECT answer FROM showing s WHERE s.meeting_id = :m AND s.company_id = co.id AND s.answer IS NOT NULL ORDER BY s.n DESC LIMIT 1),
    coalesce((SELECT c.full_name FROM referral r JOIN contact c ON c.id = r.contact_id WHERE r.meeting_id = :m AND r.company_id = co.id
        ORDER BY r.n DESC LIMIT 1), '')
FROM company co WHERE {_THEIRS} {_ORDER}
"""
_SHARED = f"""
SELECT co.id, co.name, co.industry, co.place, EXISTS (SELECT 1 FROM showing s WHERE s.meeting_id = :m AND s.company_id = co.id AND s.answer IS NOT NULL)
FROM company co WHERE NOT co.confidential AND {_THEIRS} {_ORDER}
"""
_BEFORE = """
SELECT s.company_id, s.answer, coalesce(s.shown_at, s.created_at) FROM showing s WHERE s.contact_id = :c AND s.meeting_id <> :m
ORDER BY s.answer IS NOT NULL, coalesce(s.shown_at, s.created_at)
"""


class MeetingLists:
    """Reads meetings."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def current_id(self, chosen: str | None = None) -> str | None:
        """The meeting that the program is about: the live one, else the one chosen, else one held and not wrapped up, else the next planned.

        A wrap-up that was left for another meeting comes back after that.
        """
        row = self._conn.execute(
            """SELECT id FROM meeting WHERE state IN ('live', 'planned') OR (state = 'held' AND wrapped_up_at IS NULL)
               ORDER BY CASE WHEN state = 'live' THEN 0 WHEN id = ? THEN 1 WHEN state = 'held' THEN 2 ELSE 3 END, coalesce(planned_at, ''), n LIMIT 1""",
            (chosen,),
        ).fetchone()
        return None if row is None else str(row[0])

    def view(self, meeting_id: str) -> MeetingView | None:
        """A meeting with all that is read beside it; None when it is gone."""
        conn = self._conn
        try:
            meeting = reading.get(conn, Meeting, meeting_id)
        except LookupError:
            return None
        person = ContactLists(conn).person(meeting.contact_id) or Person(meeting.contact_id, "", "", "")
        introducer = conn.execute(
            "SELECT c.full_name FROM referral r JOIN contact c ON c.id = r.introducer_id WHERE r.contact_id = ? ORDER BY r.n LIMIT 1", (meeting.contact_id,)
        ).fetchone()
        phones = conn.execute("SELECT j.value FROM contact c, json_each(c.phones) j WHERE c.id = ?", (meeting.contact_id,))
        return MeetingView(
            meeting=meeting,
            person=person,
            phones=tuple(value for (value,) in phones),
            referred_by=introducer[0] if introducer else "",
            stages=tuple(sorted(reading.find(conn, Stage, meeting_id=meeting_id), key=lambda s: s.position)),
            checklist=tuple(sorted(reading.find(conn, ChecklistItem, meeting_id=meeting_id), key=lambda i: i.position)),
            profile=self.profile(),
            targets=int(conn.execute("SELECT count(*) FROM company WHERE target").fetchone()[0]),
            notes=int(conn.execute(_COUNT_ABOUT, {"c": meeting.contact_id}).fetchone()[0]),
            shown=conn.execute("SELECT 1 FROM showing WHERE contact_id = ? LIMIT 1", (meeting.contact_id,)).fetchone() is not None,
        )

    def profile(self) -> Profile:
        """You; an empty profile when nothing was written yet."""
        return next(iter(reading.find(self._conn, Profile)), None) or Profile()

    def captured(self, meeting_id: str) -> list[CapturedRow]:
        """What was written down in a meeting, the latest first."""
        return [CapturedRow(row[0], row[1], row[2], row[3], moment(row[4]) or EARLIEST, *row[5:8]) for row in self._conn.execute(_CAPTURED, {"m": meeting_id})]

    def targets(self, meeting_id: str, contact_id: str) -> list[TargetRow]:
        """The target list as it is walked with a contact, likeliest first; their own employer and what is hidden from them are left out."""
        about = {"m": meeting_id, "c": contact_id, "names": self._employers(contact_id)}
        rows = {row[0]: row for row in self._conn.execute(_TARGETS, about)}
        shown = {c: Before(Answer(said) if said else None, moment(at) or EARLIEST) for c, said, at in self._conn.execute(_BEFORE, about)}
        listed = [Listed(row[0], row[2], row[3]) for row in rows.values()]
        made = []
        for company_id, why in walk(listed, self._knower(contact_id, shown)):
            _, name, industry, place, answer, name_said = rows[company_id]
            before = shown.get(company_id)
            said = Answer(answer) if answer else None
            made.append(TargetRow(company_id, name, industry, place, said, name_said, why, before.answer if before else None, before.at if before else None))
        return made

    def _knower(self, contact_id: str, shown: dict[str, Before]) -> Knower:
        row = self._conn.execute(
            """SELECT c.place, coalesce(co.industry, '') FROM contact c LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL
               LEFT JOIN company co ON co.id = p.company_id WHERE c.id = ?""",
            (contact_id,),
        ).fetchone() or ("", "")
        earlier = self._conn.execute("SELECT company_id FROM position WHERE contact_id = ? AND to_on IS NOT NULL AND company_id IS NOT NULL", (contact_id,))
        return Knower(row[0], row[1], frozenset(c for (c,) in earlier), shown)

    def shared(self, meeting_id: str = "", contact_id: str = "") -> list[SharedRow]:
        """The list as it may be shown, in the user's own order: no confidential company, and for a contact neither their employer nor what is hidden from them."""
        about = {"m": meeting_id, "c": contact_id, "names": self._employers(contact_id)}
        return [SharedRow(row[0], row[1], row[2], row[3], bool(row[4])) for row in self._conn.execute(_SHARED, about)]

    def _employers(self, contact_id: str) -> str:
        """The keys of the names under which their employer may be kept, as JSON."""
        rows = self._conn.execute(
            "SELECT e.match_key, p.company_text FROM position p LEFT JOIN company e ON e.id = p.company_id WHERE p.contact_id = ? AND p.to_on IS NULL",
            (contact_id,),
        )
        return json.dumps([company_key(written) if key is None else key for key, written in rows])

    def presets(self) -> list[Agenda]:
        """All agendas that a meeting can begin with."""
        return presets.known(reading.find(self._conn, Preset), reading.find(self._conn, PresetStage))

    def habits(self) -> list[Habit]:
        """Which stages run long or short, over the last twenty meetings held."""
        rows = self._conn.execute(
            """SELECT st.name, st.planned_minutes * 60.0, st.spent_seconds FROM stage st
               WHERE st.entered_at IS NOT NULL AND st.meeting_id IN (
                   SELECT id FROM meeting WHERE state = 'held' AND became_interview_at IS NULL ORDER BY started_at DESC LIMIT 20)"""
        )
        return agenda.habits(rows)

    def follow_ups(self, meeting_id: str) -> list[FollowUpRow]:
        """The open follow-ups that came of a meeting, by day."""
        return TodayLists(self._conn).follow_ups("f.meeting_id = ?", (meeting_id,))

    def draft(self, key: str) -> Draft:
        """Words typed and not entered, by what they were kept under (verbs.capture.draft_key)."""
        row = self._conn.execute('SELECT words, kind, company_id FROM draft WHERE "key" = ?', (key,)).fetchone()
        return Draft(*row) if row else Draft("", "", "")

    def entered(self) -> list[Entered]:
        """Words that were entered and are no records yet, in the order in which they were."""
        rows = self._conn.execute("SELECT seq, meeting_id, kind, words, company_id, at FROM entered ORDER BY seq")
        return [Entered(seq, meeting_id, kind, words, about, moment(at) or EARLIEST) for seq, meeting_id, kind, words, about, at in rows]

    def lead(self, meeting_id: str) -> Lead | None:
        """The lead that a meeting became an interview for."""
        return next((lead for lead in reversed(reading.find(self._conn, Lead, meeting_id=meeting_id)) if lead.state is LeadState.INTERVIEW), None)
