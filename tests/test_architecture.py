"""The house: who may import whom, how large things are, and which words belong to one gate alone; each rule is seen to fail once."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "networking_desk"
FILES = sorted(PACKAGE.rglob("*.py"))
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "base", "manager", "service", "core", "types", "constants"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    code = "from importlinter.cli import lint_imports; import sys; sys.exit(lint_imports(cache_dir=None, no_cache=True))"
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin", "HOME": str(folder)})


def test_imports_go_downwards_only_and_in_no_circle():
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


BREAKS = {
    "Imports go downwards only": ("domain/names.py", "from networking_desk import verbs"),
    "No circles at any depth": ("ui/look/style.py", "from networking_desk.ui.look import theme"),
    "Only the desk opens storage": ("ui/rows.py", "from networking_desk.storage import lists"),
    "Only verbs use formats": ("ui/say.py", "from networking_desk.formats import headers"),
    "Qt lives in ui and app": ("verbs/trash.py", "import PySide6.QtCore"),
    "Peewee and SQLite live in storage": ("verbs/trash.py", "import sqlite3"),
    "Only paths asks platformdirs": ("desk.py", "import platformdirs"),
}


def test_each_rule_of_the_house_is_seen_to_fail(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "networking_desk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for file, line in BREAKS.values():
        path = tmp_path / "networking_desk" / file
        path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    (tmp_path / "networking_desk" / "stray.py").write_text('"""A stray."""\n', encoding="utf-8")
    out = lint_imports(tmp_path)
    assert out.returncode != 0
    assert "stray" in out.stdout + out.stderr, "a module without a place is not noticed"
    (tmp_path / "networking_desk" / "stray.py").unlink()
    told = lint_imports(tmp_path).stdout
    for rule in BREAKS:
        assert re.search(re.escape(rule) + r".*BROKEN", told), f"{rule} is not noticed\n{told}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_says_what_it_is_for_and_keeps_its_size(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    first = ast.get_docstring(tree)
    assert first and first.rstrip().endswith("."), "open with one sentence that says what the file is for"
    assert path.stem not in FORBIDDEN_NAMES
    assert text.count("\n") <= 400
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            assert node.end_lineno - node.lineno <= 250, node.name
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
            assert body[-1].end_lineno - body[0].lineno < 42, node.name


# What one gate alone may say: a pattern, where it may stand, and a line that must be caught.
GATES = [
    (r"\bQLabel\b|\.setToolTip\(|QMessageBox|setWhatsThis\(|QInputDialog|QErrorMessage|QProgressDialog|\.setHtml\(|setMarkdown\(", "ui/look/text.py", "label = QLabel(name)"),
    (r"QDesktopServices", "ui/links.py", "QDesktopServices.openUrl(url)"),
    (r"[\"']#[0-9A-Fa-f]{6}\b", "", 'color = "#FF0000"'),
    (r"datetime\.now\(|date\.today\(|time\.time\(", "clock.py", "datetime.now(UTC)"),
    (r"[Ii]nformational interview", "", "an informational interview"),
    (r"\brapidfuzz\b", "verbs/likeness.py", "from rapidfuzz import fuzz"),
    (r"QSortFilterProxyModel|ResizeToContents|setIndexWidget", "", "QSortFilterProxyModel()"),
    (r"^\s*(import|from) holidays\b", "domain/business_days.py", "    import holidays"),
    (r"^\s*(import|from) icalendar\b", "formats/ics.py", "from icalendar import Calendar"),
]


@pytest.mark.parametrize(("pattern", "allowed", "caught"), GATES, ids=lambda x: str(x)[:24])
def test_only_the_gate_says_it(pattern, allowed, caught):
    assert re.search(pattern, caught)
    for path in FILES:
        if str(path.relative_to(PACKAGE)) != allowed:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                assert not re.search(pattern, line.split("  #")[0]), f"{path.name}:{number}: {line.strip()}"


def test_people_are_never_told_of_an_informational_interview():
    """The word stands in one file, as something that is typed and understood; nothing that is shown says it."""
    said = re.compile(r"[Ii]nformational interview")
    only = ROOT / "resources" / "search" / "en.json"
    assert said.search(only.read_text(encoding="utf-8"))
    for path in (ROOT / "resources").rglob("*"):
        if path.suffix in {".json", ".txt", ".md"} and path != only:
            assert not said.search(path.read_text(encoding="utf-8")), path


def test_the_command_line_imports_no_qt_and_no_peewee_to_read():
    code = (
        "import sys, tempfile, networking_desk.cli as cli\n"
        "folder = tempfile.mkdtemp()\n"
        "assert cli.main(['--data-dir', folder, 'check']) == 0\n"
        "loaded = [m for m in sys.modules if m.startswith(('PySide6', 'peewee'))]\n"
        "assert not loaded, loaded"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_ruff_finds_nothing():
    done = subprocess.run([sys.executable, "-m", "ruff", "check", "."], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_mypy_strict_finds_nothing():
    done = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_no_file_names_the_host_of_a_registry():
    hosts = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb.deb" + "ian.org"]
    try:
        listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    except (OSError, subprocess.CalledProcessError):
        listed = [str(p.relative_to(ROOT)) for p in FILES]
    for name in filter(None, listed):
        path = ROOT / name
        if path.is_file() and path.suffix not in {".ttf", ".png", ".sqlite3", ".zip"}:
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not [host for host in hosts if host in text], name
