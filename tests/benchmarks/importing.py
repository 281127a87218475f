"""A 30,000-row Connections.csv through the whole import, as a ratio to raw executemany with the index."""

from __future__ import annotations

import csv
import sqlite3
import statistics
import tempfile
import time
from pathlib import Path

from networking_desk.desk import Desk
from networking_desk.domain.names import fold
from networking_desk.verbs import exchange
from tests.benchmarks.people import connections_csv

_ROUNDS = 5
_ROWS = 30_000
_SCHEMA = """
PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
CREATE TABLE company (n INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE contact (n INTEGER PRIMARY KEY, given TEXT, family TEXT, url TEXT, email TEXT, company INTEGER REFERENCES company, position TEXT, connected TEXT, sort_key TEXT);
CREATE INDEX contact_by_name ON contact (sort_key, n);
CREATE VIRTUAL TABLE search USING fts5 (words, prefix = '1 2 3', detail = 'none', columnsize = 0);
"""


def _raw(path: Path, folder: Path) -> float:
    """Read the file and put it in with executemany, index included: the limit."""
    conn = sqlite3.connect(folder / "raw.sqlite3", isolation_level=None)
    conn.executescript(_SCHEMA)
    start = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[4:]
    conn.execute("BEGIN IMMEDIATE")
    companies = {name: n for n, name in enumerate(dict.fromkeys(row[4] for row in rows), 1)}
    conn.executemany("INSERT INTO company VALUES (?, ?)", ((n, name) for name, n in companies.items()))
    conn.executemany(
        "INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((n, r[0], r[1], r[2], r[3], companies[r[4]], r[5], r[6], fold(f"{r[0]} {r[1]}")) for n, r in enumerate(rows, 1)),
    )
    conn.executemany("INSERT INTO search (rowid, words) VALUES (?, ?)", ((n, fold(" ".join((r[0], r[1], r[3], r[4], r[5])))) for n, r in enumerate(rows, 1)))
    conn.execute("COMMIT")
    took = time.perf_counter() - start
    conn.close()
    return took


def main() -> None:
    """Print the ratio, the time of the same file again, and the time of the undo."""
    times: dict[str, list[float]] = {"raw": [], "import": [], "again": [], "undo": []}
    with tempfile.TemporaryDirectory() as folder:
        path = connections_csv(Path(folder) / "Connections.csv", _ROWS)
        for number in range(_ROUNDS):
            place = Path(folder) / str(number)
            place.mkdir()
            times["raw"].append(_raw(path, place))
            with Desk(place / "desk") as desk:
                for name in ("import", "again", "undo"):
                    start = time.perf_counter()
                    if name == "undo":
                        desk.undo()
                    else:
                        exchange.import_file(desk, path)
                    times[name].append(time.perf_counter() - start)
    raw = statistics.median(times["raw"])
    print(f"raw executemany with the index: {raw:.2f} s")
    for name, limit in (("import", "limit 4, to reach 3"), ("again", "no limit"), ("undo", "no limit")):
        print(f"{name}: {statistics.median(times[name]):.2f} s, ratio {statistics.median(times[name]) / raw:.2f} ({limit})")


if __name__ == "__main__":
    main()
