"""One thread writes, the other reads, as in an import beside the window: neither ever waits for what the other holds."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_BOTH = """
import sys, threading
from pathlib import Path
from networking_desk.desk import Desk
from networking_desk.verbs import contacts, exchange, joining, target_list
desk = Desk(Path(sys.argv[1]) / "desk")
for number in range(40):
    target_list.add_spoken(desk, f"Compåny {number}, Tráde {number % 7}, Pläce {number % 5}")
    contacts.add_spoken(desk, f"Zoë {number}, VP, Company {number} Group")
lines = "".join(f"First {n},Lást {n},a{n}@x.example,Company {n % 99} Ltd,Buyer\\n" for n in range(4_000))
file = Path(sys.argv[1]) / "people.csv"
file.write_text("First Name,Last Name,Email,Company,Position\\n" + lines)
over = threading.Event()
def write():
    exchange.import_file(desk, file)
    joining.matches(desk)
    over.set()
threading.Thread(target=write).start()
rounds = 0
while not over.is_set() or rounds < 50:
    rounds += 1
    desk.lists.companies.spread()
    desk.lists.companies.rows(desk.lists.companies.ids("com"))
    found = desk.lists.contacts.found("zo")
    desk.lists.contacts.rows(found.rest())
assert desk.lists.contacts.found("").total > 4_000
print("both", rounds)
"""


def test_reading_beside_an_import_never_stands_still(tmp_path):
    for number in range(2):
        (folder := tmp_path / str(number)).mkdir()
        done = subprocess.run([sys.executable, "-c", _BOTH, str(folder)], cwd=ROOT, timeout=120, capture_output=True, text=True, check=False)
        assert done.returncode == 0 and done.stdout.startswith("both"), done.stderr


def test_the_engine_never_calls_back_into_python():
    """SQLite holds its lock while it calls; a thread that then waits for Python, and one that holds Python and waits for the lock, wait for ever."""
    asks = re.compile(r"\b(create_function|create_aggregate|create_window_function|create_collation|set_progress_handler|set_authorizer|set_trace_callback)\b")
    found = [path.relative_to(ROOT) for path in (ROOT / "networking_desk").rglob("*.py") if asks.search(path.read_text(encoding="utf-8"))]
    assert not found
