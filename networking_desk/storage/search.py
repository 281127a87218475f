"""The search index over contacts: what it looks into, how it is kept true, how words typed become a query."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from networking_desk.domain.names import company_key, email_key, fold, name_key
from networking_desk.storage.database import Connection

# Tables whose change changes what a search finds contacts by.
LOOKS_INTO = ("contact", "position", "company")

_FROM = """
FROM contact c
LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL
LEFT JOIN company co ON co.id = p.company_id
"""
_READ = f"""
SELECT c.n, c.full_name, c.nickname, coalesce(co.name, p.company_text, ''), coalesce(p.title, ''), c.place, c.tags, c.emails, c.phones, c.notes,
    c.linkedin, coalesce(co.match_key, ''), CASE WHEN co.id IS NULL THEN '' ELSE coalesce(p.company_text, '') END
{_FROM} WHERE c.n BETWEEN ? AND ?
"""
_AT_ONCE = 1_000  # contacts that are held in memory


def index_run(conn: Connection, first: int, last: int) -> None:
    """Index the new contacts whose row numbers run from `first` to `last`.

    Folded here and not by a function of ours within SQL: SQLite would hold its lock while it calls, and a thread that reads beside this one would wait for
    that lock and keep Python from going on, for ever.
    """
    for start in range(first, last + 1, _AT_ONCE):
        rows = conn.execute(_READ, (start, min(last, start + _AT_ONCE - 1))).fetchall()
        conn.executemany("INSERT INTO contact_search (rowid, words) VALUES (?, ?)", [(row[0], fold(" ".join(row[1:10]))) for row in rows])
        conn.executemany('INSERT OR IGNORE INTO contact_key ("key", n) VALUES (?, ?)', [(key, row[0]) for row in rows for key in _keys(row)])


def _keys(row: tuple[Any, ...]) -> Iterator[str]:
    """e: an address, l: a LinkedIn name, n: a name at a company, as it is called here and as it was written. Equal keys are the same person (formats.md 4.3)."""
    _, full_name, _, _, _, _, _, emails, _, _, linkedin, company, written = row
    yield from (f"e:{email_key(address)}" for address in json.loads(emails))
    if linkedin:
        yield f"l:{linkedin.casefold()}"
    name = name_key(full_name)
    yield f"n:{name}|{company}"
    if written:
        yield f"n:{name}|{company_key(written)}"


def index_again(conn: Connection, rows: Iterable[int]) -> None:
    """Index these contacts anew; those that are gone leave the index."""
    for n in rows:
        forget(conn, n, n)
        index_run(conn, n, n)


def forget(conn: Connection, first: int, last: int) -> None:
    """Take a run of contacts out of the index."""
    conn.execute("DELETE FROM contact_search WHERE rowid BETWEEN ? AND ?", (first, last))
    conn.execute("DELETE FROM contact_key WHERE n BETWEEN ? AND ?", (first, last))


def query(words: str) -> str:
    """What is asked of the index for words as typed: every word somewhere, each perhaps only begun. Empty for no word.

    The words are folded first, so nothing of the index's own language is left in them.
    """
    return " ".join(f'"{word}"*' for word in fold(words).split()[:12])


def stale_contacts(conn: Connection, table: str, n: int) -> list[int]:
    """The row numbers of the contacts whose search words come from row `n` of a table."""
    if table == "contact":
        return [n]
    through = "p.n = ?" if table == "position" else "p.company_id = (SELECT id FROM company WHERE n = ?)"
    sql = f"SELECT c.n FROM position p JOIN contact c ON c.id = p.contact_id WHERE {through}"
    return list(chain.from_iterable(conn.execute(sql, (n,))))


def contacts_by_key(conn: Connection, keys: Sequence[str]) -> dict[str, list[str]]:
    """For each key that some contacts have, the ids of these contacts, the first that came first."""
    found: dict[str, list[str]] = {}
    for start in range(0, len(keys), 500):
        part = keys[start : start + 500]
        marks = ", ".join("?" * len(part))
        sql = f'SELECT k."key", c.id FROM contact_key k JOIN contact c ON c.n = k.n WHERE k."key" IN ({marks}) ORDER BY k.n'
        for key, contact_id in conn.execute(sql, tuple(part)):
            found.setdefault(key, []).append(contact_id)
    return found


def namesakes(conn: Connection, key: str) -> list[tuple[str, str]]:
    """The contacts whose folded name is `key`: each id with the key of the company they are at, empty for none."""
    sql = f"SELECT c.id, coalesce(co.match_key, '') {_FROM} WHERE c.sort_key = ? ORDER BY c.n"
    return [(found, at) for found, at in conn.execute(sql, (key,))]
