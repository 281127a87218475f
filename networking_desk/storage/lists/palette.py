"""What the search over everything reads: a few people, companies, meetings and notes for the words typed so far."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from networking_desk.domain.names import fold
from networking_desk.storage import search
from networking_desk.storage.database import Connection
from networking_desk.storage.lists.contacts import PERSON, Person
from networking_desk.storage.values import EARLIEST, moment

_CHUNK = 1_000  # notes folded at a time
_AROUND = 24  # letters before what was found in a note


class FoundCompany(NamedTuple):
    """A company in a few words."""

    id: str
    name: str
    industry: str
    place: str
    target: bool


class FoundMeeting(NamedTuple):
    """A meeting in a few words; `at` is when it began, or is to begin."""

    id: str
    contact_id: str
    state: str
    at: datetime
    full_name: str
    company: str


class FoundNote(NamedTuple):
    """A note: the words around what was found, and whom it is about. One of the two ids is empty."""

    text: str
    about: str
    contact_id: str
    company_id: str


# What stands with a person, a company or a meeting, then notes by themselves, the latest at the end: from there they are searched.
_NOTES = """
SELECT notes, full_name, id, '' FROM contact WHERE notes <> ''
UNION ALL SELECT notes, name, '', id FROM company WHERE notes <> ''
UNION ALL SELECT m.learned, c.full_name, c.id, '' FROM meeting m JOIN contact c ON c.id = m.contact_id WHERE m.learned <> ''
UNION ALL SELECT nt.text, coalesce(c.full_name, co.name, ''), coalesce(nt.contact_id, ''), coalesce(nt.company_id, '') FROM note nt
LEFT JOIN contact c ON c.id = nt.contact_id LEFT JOIN company co ON co.id = nt.company_id
WHERE nt.contact_id IS NOT NULL OR nt.company_id IS NOT NULL
"""


class PaletteLists:
    """Reads what the words find. Notes are folded once and kept until one may have changed."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._unread: list[FoundNote] | None = None
        self._notes: list[tuple[str, FoundNote]] = []

    def forget(self) -> None:
        """Drop what is known of notes."""
        self._unread = None
        self._notes = []

    def people(self, words: str, limit: int) -> list[Person]:
        """Whose name begins so, then who is found by any of their words."""
        begun = fold(words)
        if not begun:
            return []
        sql = f"{PERSON} WHERE c.sort_key >= ? AND c.sort_key < ? ORDER BY c.sort_key LIMIT ?"
        found = [Person(*row) for row in self._conn.execute(sql, (begun, begun + "\U0010ffff", limit))]
        if len(found) < limit:
            sql = f"{PERSON} WHERE c.n IN (SELECT rowid FROM contact_search WHERE contact_search MATCH ? LIMIT 50) ORDER BY c.sort_key LIMIT ?"
            known = {person.id for person in found}
            more = (Person(*row) for row in self._conn.execute(sql, (search.query(words), 2 * limit)))
            found += [person for person in more if person.id not in known]
        return found[:limit]

    def companies(self, words: str, limit: int) -> list[FoundCompany]:
        """In whose name every word begins one; targets first, then those whose name begins so."""
        asked = fold(words).split()
        if not asked:
            return []
        sql = f"""SELECT co.id, co.name, co.industry, co.place, co.target FROM company co WHERE {_begins("co.match_key", asked)}
                  ORDER BY co.target DESC, co.match_key LIKE ? || '%' DESC, co.match_key LIMIT ?"""
        rows = self._conn.execute(sql, (*_each(asked), asked[0], limit))
        return [FoundCompany(i, name, industry, place, bool(target)) for i, name, industry, place, target in rows]

    def meetings(self, asked: list[str], limit: int) -> list[FoundMeeting]:
        """Meetings with whom every word begins a name, folded; the live one and the next ones first, then the latest. No word finds all."""
        sql = f"""SELECT m.id, m.contact_id, m.state, coalesce(m.started_at, m.planned_at, m.created_at), c.full_name, coalesce(co.name, p.company_text, '')
                  FROM meeting m JOIN contact c ON c.id = m.contact_id LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL
                  LEFT JOIN company co ON co.id = p.company_id WHERE m.state <> 'cancelled' AND {_begins("c.sort_key", asked)}
                  ORDER BY CASE m.state WHEN 'live' THEN 0 WHEN 'planned' THEN 1 ELSE 2 END, CASE m.state WHEN 'planned' THEN m.planned_at END, 4 DESC LIMIT ?"""
        rows = self._conn.execute(sql, (*_each(asked), limit))
        return [FoundMeeting(i, contact_id, state, moment(at) or EARLIEST, name, company) for i, contact_id, state, at, name, company in rows]

    def read_notes(self) -> bool:
        """Get the next thousand notes ready to be searched; whether all are."""
        if self._unread is None:
            self._unread = [FoundNote(*row) for row in self._conn.execute(_NOTES)]
        taken, self._unread = self._unread[-_CHUNK:], self._unread[:-_CHUNK]
        self._notes += [(f" {fold(note.text)}", note) for note in reversed(taken)]
        return not self._unread

    def notes(self, words: str, limit: int) -> list[FoundNote]:
        """Notes in which every word begins one, as far as they are ready."""
        asked = [f" {word}" for word in fold(words).split()]
        found: list[FoundNote] = []
        for text, note in self._notes if asked else ():
            if all(word in text for word in asked):
                found.append(note._replace(text=_around(note.text, asked[0].strip())))
                if len(found) == limit:
                    break
        return found


def _begins(column: str, asked: list[str]) -> str:
    return " AND ".join([f"({column} LIKE ? || '%' OR {column} LIKE '% ' || ? || '%')"] * len(asked)) or "1"


def _each(asked: list[str]) -> list[str]:
    return [word for word in asked for _ in range(2)]


def _around(text: str, word: str) -> str:
    """The words of a note from a little before a word on, in one line."""
    flat = " ".join(text.split())
    at = flat.casefold().find(word)
    start = flat.find(" ", max(0, at - _AROUND)) + 1 if at > _AROUND else 0
    return ("…" if start else "") + flat[start : start + 200]
