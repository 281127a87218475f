"""What is read of job leads: by stage, of a company, from a contact, and the log of one."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from networking_desk.storage.database import Connection
from networking_desk.storage.values import EARLIEST, moment


class LeadRow(NamedTuple):
    """A lead as a line in a list: what and where, from whom, how far it is and since when, and what was said then."""

    id: str
    title: str
    company: str
    contact_id: str | None
    contact: str
    kind: str
    state: str
    decides: str
    moved_at: datetime
    said: str


class LeadStep(NamedTuple):
    """One line of a lead's log."""

    id: str
    at: datetime
    state: str
    text: str


_LEADS = """
SELECT l.id, l.title, coalesce(co.name, ''), l.contact_id, coalesce(c.full_name, ''), l.kind, l.state, l.decides,
    coalesce((SELECT max(e.at) FROM lead_event e WHERE e.lead_id = l.id), l.created_at),
    coalesce((SELECT e.text FROM lead_event e WHERE e.lead_id = l.id ORDER BY e.at DESC, e.n DESC LIMIT 1), '')
FROM lead l LEFT JOIN company co ON co.id = l.company_id LEFT JOIN contact c ON c.id = l.contact_id WHERE {which}
ORDER BY CASE l.state WHEN 'accepted' THEN 0 WHEN 'offer' THEN 1 WHEN 'interview' THEN 2 WHEN 'applied' THEN 3 WHEN 'heard' THEN 4 ELSE 5 END, 9 DESC, l.n
LIMIT 500
"""
_WHICH = {
    "all": "1", "open": "l.state NOT IN ('closed', 'accepted')", "company": "l.company_id = ?", "contact": "l.contact_id = ?", "one": "l.id = ?",
    "heard": "l.state = 'heard'", "applied": "l.state = 'applied'", "interview": "l.state = 'interview'", "offer": "l.state IN ('offer', 'accepted')",
    "closed": "l.state = 'closed'",
}  # fmt: skip


class LeadLists:
    """Reads job leads."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def leads(self, which: str = "all", record_id: str = "") -> list[LeadRow]:
        """Leads in a stage, all that are `open`, those at a `company` or from a `contact`; the furthest first."""
        where = _WHICH[which]
        rows = self._conn.execute(_LEADS.format(which=where), (record_id,) if "?" in where else ())
        return [LeadRow._make((*row[:8], moment(row[8]) or EARLIEST, row[9])) for row in rows]

    def lead(self, lead_id: str) -> LeadRow | None:
        """One lead; None when it is gone."""
        return next(iter(self.leads("one", lead_id)), None)

    def log(self, lead_id: str) -> list[LeadStep]:
        """Each step of a lead, the latest first."""
        rows = self._conn.execute("SELECT id, at, state, text FROM lead_event WHERE lead_id = ? ORDER BY at DESC, n DESC", (lead_id,))
        return [LeadStep(i, moment(at) or EARLIEST, state, text) for i, at, state, text in rows]

    def counts(self) -> dict[str, int]:
        """How many leads each filter would show."""
        by_state = dict(self._conn.execute("SELECT state, count(*) FROM lead GROUP BY state").fetchall())
        counted = {which: by_state.get(which, 0) for which in ("heard", "applied", "interview", "closed")}
        counted["offer"] = by_state.get("offer", 0) + by_state.get("accepted", 0)
        counted["open"] = sum(by_state.get(state, 0) for state in ("heard", "applied", "interview", "offer"))
        return counted
