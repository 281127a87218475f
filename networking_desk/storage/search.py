"""The search index over contacts: what it looks into, how it is kept true, how words typed become a query."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from networking_desk.domain.names import fold
from networking_desk.storage.database import Connection

# Tables whose change changes what a search finds contacts by.
LOOKS_INTO = ("contact", "position", "company")

_FROM = """
FROM contact c
LEFT JOIN position p ON p.contact_id = c.id AND p.to_on IS NULL
LEFT JOIN company co ON co.id = p.company_id
"""
_INDEX = f"""
INSERT INTO contact_search (rowid, words)
SELECT c.n, fold(c.full_name || ' ' || c.nickname || ' ' || coalesce(co.name, p.company_text, '') || ' ' || coalesce(p.title, '')
    || ' ' || c.place || ' ' || c.tags || ' ' || c.emails || ' ' || c.phones || ' ' || c.notes)
{_FROM}
"""
# e: an address, l: a LinkedIn name, n: a name at a company, as it is called here and as it was written. Equal keys are the same person (formats.md 4.3).
_KEYS = f"""
INSERT OR IGNORE INTO contact_key ("key", n)
SELECT 'e:' || email_key(j.value), c.n FROM contact c, json_each(c.emails) j WHERE c.emails <> '[]' AND c.n BETWEEN :first AND :last
UNION ALL SELECT 'l:' || fold_case(c.linkedin), c.n FROM contact c WHERE c.linkedin <> '' AND c.n BETWEEN :first AND :last
UNION ALL SELECT 'n:' || name_key(c.full_name) || '|' || coalesce(co.match_key, ''), c.n {_FROM} WHERE c.n BETWEEN :first AND :last
UNION ALL SELECT 'n:' || name_key(c.full_name) || '|' || company_key(p.company_text), c.n {_FROM} WHERE co.id IS NOT NULL AND p.company_text <> ''
    AND c.n BETWEEN :first AND :last
"""


def index_run(conn: Connection, first: int, last: int) -> None:
    """Index the new contacts whose row numbers run from `first` to `last`."""
    conn.execute(f"{_INDEX} WHERE c.n BETWEEN ? AND ?", (first, last))
    conn.execute(_KEYS, {"first": first, "last": last})


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
