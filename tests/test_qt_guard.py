"""A guard over the pinned Qt: one release aborts on older Pythons after some 5,000 calls that give nothing back."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from PySide6.QtWidgets import QApplication, QLineEdit
app = QApplication([])
line = QLineEdit()
line.setText("warm")
before = sys.getrefcount(None)
for number in range(200_000):
    line.setModified(bool(number % 2))
assert sys.getrefcount(None) - before > -1_000, sys.getrefcount(None) - before
print("alive")
"""


def test_200_000_calls_that_give_nothing_back_leave_the_program_alive():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False, timeout=120)
    assert done.stdout.strip() == "alive", done.stderr


def test_the_pinned_release_is_the_one_that_is_installed():
    import PySide6

    assert PySide6.__version__ == "6.11.3"
