"""What outreach reads: whom to turn to next and why, and what is known before somebody is written to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from itertools import zip_longest
from typing import NamedTuple

from networking_desk.domain.outreach import Before, WrittenThere
from networking_desk.domain.referrals import Permission
from networking_desk.storage.database import Connection
from networking_desk.storage.values import EARLIEST, moment


class Suggestion(NamedTuple):
    """Somebody to reach out to. `why` names the reason: `second` (nobody else at the company answered), `target` (works at one), `knows`, `silent`.

    `number` is the company's place on the target list, or how many target companies they know; `at` when you were last in touch there.
    """

    contact_id: str
    full_name: str
    company: str
    why: str
    number: int = 0
    at: datetime | None = None


# Nobody is suggested who is busy with us already: owed something, met, to be met, or written to twice.
_FREE = """c.id NOT IN (SELECT contact_id FROM follow_up WHERE state = 'open')
    AND c.id NOT IN (SELECT contact_id FROM meeting WHERE state IN ('planned', 'live'))
    AND c.id NOT IN (SELECT contact_id FROM follow_up WHERE kind = 'outreach' AND state = 'done' GROUP BY contact_id HAVING count(*) > 1)"""
# Who was written to and has not answered since in any way, with the last time; `{0}` narrows them down before they are counted. A call is one that reached them.
SILENT_OF = """SELECT w.contact_id AS contact_id, w.last_at AS at, w.tries AS tries FROM (
        SELECT f.contact_id, count(*) AS tries, min(f.done_at) AS first_at, max(f.done_at) AS last_at FROM follow_up f
        WHERE f.kind = 'outreach' AND f.state = 'done' AND {0} GROUP BY f.contact_id) w
    WHERE NOT EXISTS (SELECT 1 FROM referral r WHERE r.contact_id = w.contact_id AND r.state IN ('answered', 'met', 'outcome'))
    AND NOT EXISTS (SELECT 1 FROM meeting m WHERE m.contact_id = w.contact_id AND m.state IN ('planned', 'live', 'held') AND m.created_at >= w.first_at)
    AND NOT EXISTS (SELECT 1 FROM touch t WHERE t.contact_id = w.contact_id AND t.kind IN ('call', 'meeting') AND t.at >= w.last_at)"""
_SILENT = SILENT_OF.format("1")
_HELPING = """SELECT contact_id FROM meeting WHERE state IN ('planned', 'live', 'held')
    UNION SELECT contact_id FROM referral WHERE state IN ('answered', 'met', 'outcome')"""
_SECOND = f"""
SELECT c.id, c.full_name, co.name, max(s.at) FROM ({_SILENT}) s
JOIN position p ON p.contact_id = s.contact_id AND p.to_on IS NULL JOIN company co ON co.id = p.company_id
JOIN position q ON q.company_id = co.id AND q.to_on IS NULL AND q.contact_id <> s.contact_id JOIN contact c ON c.id = q.contact_id
WHERE s.at < :silent AND c.id NOT IN (SELECT contact_id FROM touch) AND {_FREE}
    AND NOT EXISTS (SELECT 1 FROM position h WHERE h.company_id = co.id AND h.to_on IS NULL AND h.contact_id IN ({_HELPING}))
    AND NOT EXISTS (SELECT 1 FROM ({_SILENT}) o JOIN position op ON op.contact_id = o.contact_id AND op.to_on IS NULL
        WHERE op.company_id = co.id AND o.at >= :silent)
GROUP BY co.id ORDER BY s.at LIMIT :most
"""
_TARGET = f"""
SELECT c.id, c.full_name, co.name, co.place FROM (
    SELECT id, name, row_number() OVER (ORDER BY CASE priority WHEN '' THEN 'Z' ELSE priority END, rank, match_key, n) AS place FROM company WHERE target) co
CROSS JOIN position p ON p.company_id = co.id AND p.to_on IS NULL CROSS JOIN contact c ON c.id = p.contact_id
WHERE c.id NOT IN (SELECT contact_id FROM touch) AND {_FREE}
    AND NOT EXISTS (SELECT 1 FROM position h WHERE h.company_id = co.id AND h.to_on IS NULL AND (h.contact_id IN ({_HELPING})
        OR h.contact_id IN (SELECT contact_id FROM follow_up WHERE kind = 'outreach' AND state <> 'skipped')))
GROUP BY co.id ORDER BY co.place, c.sort_key LIMIT :most
"""
_KNOWS = f"""
SELECT c.id, c.full_name, coalesce(pc.name, ''), count(DISTINCT s.company_id) AS many FROM showing s JOIN company co ON co.id = s.company_id AND co.target
JOIN contact c ON c.id = s.contact_id LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company pc ON pc.id = p.company_id
WHERE s.answer IN ('information', 'will_ask') AND {_FREE}
    AND NOT EXISTS (SELECT 1 FROM touch t WHERE t.contact_id = c.id AND t.at >= :quiet)
GROUP BY c.id ORDER BY many DESC, c.sort_key LIMIT :most
"""
_QUIET = f"""
SELECT c.id, c.full_name, coalesce(pc.name, ''), last.at FROM (
    SELECT contact_id, max(at) AS at FROM touch WHERE kind IN ('call', 'meeting', 'email', 'message') GROUP BY contact_id) last
JOIN contact c ON c.id = last.contact_id LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company pc ON pc.id = p.company_id
WHERE last.at < :quiet AND c.id IN ({_HELPING}) AND {_FREE} ORDER BY last.at DESC LIMIT :most
"""
_BEFORE = f"""
SELECT c.full_name, coalesce(co.name, ''), s.tries, s.at,
    (SELECT min(coalesce(m.started_at, f.created_at)) FROM follow_up f LEFT JOIN meeting m ON m.id = f.meeting_id
        WHERE f.contact_id = c.id AND f.state = 'open' AND f.kind IN ('thank_you_call', 'thank_you_email') AND f.meeting_id IS NOT NULL)
FROM contact c LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL LEFT JOIN company co ON co.id = p.company_id
LEFT JOIN ({SILENT_OF.format("f.contact_id = :c")}) s ON s.contact_id = c.id WHERE c.id = :c
"""
# Everybody at a company, and those at somebody's company besides them.
_THERE = "SELECT contact_id FROM position WHERE company_id = :co AND to_on IS NULL"
_OTHERS = """SELECT o.contact_id FROM position p JOIN position o ON o.company_id = p.company_id AND o.to_on IS NULL AND o.contact_id <> p.contact_id
    WHERE p.contact_id = :c AND p.to_on IS NULL"""
_HELP_AMONG = """SELECT c.full_name FROM contact c WHERE c.id IN ({who}) AND (
    EXISTS (SELECT 1 FROM meeting m WHERE m.contact_id = c.id AND m.state IN ('planned', 'live', 'held'))
    OR EXISTS (SELECT 1 FROM referral r WHERE r.contact_id = c.id AND r.state IN ('answered', 'met', 'outcome'))) ORDER BY c.sort_key"""
_WRITTEN_AMONG = "SELECT c.full_name, s.at FROM ({silent}) s JOIN contact c ON c.id = s.contact_id ORDER BY s.at DESC"
_SENT_BY = """SELECT i.full_name, r.permission, r.mode = 'they_introduce' FROM referral r JOIN contact i ON i.id = r.introducer_id
    WHERE r.contact_id = ? AND r.state IN ('given', 'contacted') ORDER BY r.permission <> 'yes', r.permission <> 'no', r.n"""


class OutreachLists:
    """Reads whom to turn to, and what to heed."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def suggestions(self, silent: str, quiet: str, most: int = 3) -> list[Suggestion]:
        """At most so many people, one for each kind of reason in turn.

        `silent` and `quiet` are moments as kept: no answer since before the first lets a second person be tried, no word since before the second
        is worth a new one.
        """
        about = {"silent": silent, "quiet": quiet, "most": most}
        kinds: list[list[Suggestion]] = [
            [Suggestion(i, name, company, "second", 0, moment(at)) for i, name, company, at in self._conn.execute(_SECOND, about)],
            [Suggestion(i, name, company, "target", place) for i, name, company, place in self._conn.execute(_TARGET, about)],
            [Suggestion(i, name, company, "knows", many) for i, name, company, many in self._conn.execute(_KNOWS, about)],
            [Suggestion(i, name, company, "silent", 0, moment(at)) for i, name, company, at in self._conn.execute(_QUIET, about)],
        ]
        chosen: dict[str, Suggestion] = {}
        for one in (one for turn in zip_longest(*kinds) for one in turn if one):
            chosen.setdefault(one.contact_id, one)
        return list(chosen.values())[:most]

    def before(self, contact_id: str, day_of: Callable[[datetime], date]) -> Before | None:
        """What is known before somebody is written to; None when they are gone. `day_of` tells on which day here a moment was."""
        conn = self._conn

        def day(text: str) -> date:
            return day_of(moment(text) or EARLIEST)

        there = {"c": contact_id}
        row = conn.execute(_BEFORE, there).fetchone()
        if row is None:
            return None
        name, company, tries, last, met = row
        by = conn.execute(_SENT_BY, (contact_id,)).fetchall()
        sent = next(((who, permission) for who, permission, introduces in by if not introduces), None)
        return Before(
            full_name=name,
            company=company,
            written=[WrittenThere(who, day(at)) for who, at in self._written(_OTHERS, there)],
            helping=[who for (who,) in conn.execute(_HELP_AMONG.format(who=_OTHERS), there)],
            tries=tries or 0,
            last_on=day(last) if last else None,
            unthanked_on=day(met) if met else None,
            introducer=sent[0] if sent else "",
            permission=Permission(sent[1]) if sent else None,
            introduced_by=next((who for who, _, introduces in by if introduces), ""),
        )

    def at_company(self, company_id: str, day_of: Callable[[datetime], date]) -> tuple[str, list[str], list[WrittenThere]]:
        """A company's name, who helps there already, and who there was written to and has not answered."""
        conn, there = self._conn, {"co": company_id}
        name = conn.execute("SELECT name FROM company WHERE id = :co", there).fetchone()
        helping = [who for (who,) in conn.execute(_HELP_AMONG.format(who=_THERE), there)]
        return name[0] if name else "", helping, [WrittenThere(who, day_of(moment(at) or EARLIEST)) for who, at in self._written(_THERE, there)]

    def _written(self, who: str, about: dict[str, str]) -> list[tuple[str, str]]:
        """The names of those among some who were written to and have not answered, with when, the latest first."""
        return self._conn.execute(_WRITTEN_AMONG.format(silent=SILENT_OF.format(f"f.contact_id IN ({who})")), about).fetchall()
