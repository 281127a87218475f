"""A 30,000-row Connections.csv through the whole import, as a ratio to raw executemany with the index."""

from __future__ import annotations

import csv
import statistics
import tempfile
import time
from pathlib import Path

from networking_desk.desk import Desk
from networking_desk.domain.names import fold
from networking_desk.domain.record import new_id
from networking_desk.verbs import exchange
from tests.benchmarks.people import connections_csv

_ROUNDS = 5
_ROWS = 30_000


def _raw(path: Path, folder: Path) -> float:
    """Read the file with the csv module and put it into the desk's own tables with executemany, the search index included: the limit."""
    with Desk(folder / "raw") as desk:
        conn = desk._conn
        start = time.perf_counter()
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[4:]
        now = "2026-01-01T00:00:00Z"
        companies = {name: new_id() for name in dict.fromkeys(row[4] for row in rows)}
        people = [(n, new_id(), *row) for n, row in enumerate(rows, 1)]
        conn.execute("BEGIN IMMEDIATE")
        conn.executemany(
            """INSERT INTO company (n, id, created_at, changed_at, name, industry, place, website, size, target, priority, "rank", motivation, status, confidential, notes, tags, words,
                match_key) VALUES (?, ?, ?, ?, ?, '', '', '', '', 0, '', 0, 0, '', 0, '', '[]', '', ?)""",
            ((n, i, now, now, name, fold(name)) for n, (name, i) in enumerate(companies.items(), 1)),
        )
        conn.executemany(
            "INSERT INTO contact VALUES (?, ?, ?, ?, ?, ?, ?, '', '', ?, '[]', ?, '', 'other', '[]', '', '', ?, ?)",
            ((n, i, now, now, f"{r[0]} {r[1]}", r[0], r[1], r[3] and f'["{r[3]}"]' or "[]", r[2], r[6], fold(f"{r[0]} {r[1]}")) for n, i, *r in people),
        )
        conn.executemany("INSERT INTO position VALUES (?, ?, ?, ?, ?, ?, '', ?, NULL, NULL)", ((n, new_id(), now, now, i, companies[r[4]], r[5]) for n, i, *r in people))
        conn.executemany("INSERT INTO contact_search (rowid, words) VALUES (?, ?)", ((n, fold(" ".join((r[0], r[1], r[3], r[4], r[5])))) for n, _, *r in people))
        conn.execute("COMMIT")
        return time.perf_counter() - start


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
