"""The set-up: the locks hold what pyproject asks for, with hashes and without hosts, and dev.py says what is wrong."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGING = ROOT / "packaging"


def pinned(path: Path) -> dict[str, str]:
    return {m[1].lower(): m[2] for m in re.finditer(r"^([A-Za-z0-9_.-]+)==([^\s;\\]+)", path.read_text(), re.MULTILINE)}


def asked(lines: list[str]) -> dict[str, str]:
    return {name.lower(): version for name, _, version in (line.partition("==") for line in lines)}


def test_the_locks_hold_exactly_what_is_asked_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    runtime, whole = pinned(PACKAGING / "requirements-runtime.lock"), pinned(PACKAGING / "requirements.lock")
    wanted = asked(project["project"]["dependencies"])
    assert wanted.items() <= runtime.items()
    assert (wanted | asked(project["dependency-groups"]["dev"])).items() <= whole.items()
    assert runtime.items() <= whole.items()


def test_every_package_in_a_lock_has_hashes_and_no_lock_names_a_host():
    for path in PACKAGING.glob("*.lock"):
        text = path.read_text()
        assert "://" not in text
        assert "--index-url" not in text
        for block in re.split(r"^(?=\S)", text, flags=re.MULTILINE):
            if "==" in block:
                assert "--hash=sha256:" in block, block[:60]


def test_dev_py_reads_on_old_pythons_and_uses_the_standard_library_only():
    tree = ast.parse((PACKAGING / "dev.py").read_text(), feature_version=(3, 6))
    imported = {alias.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert imported <= set(sys.stdlib_module_names)


def test_dev_py_without_a_word_says_how_it_is_used():
    done = subprocess.run([sys.executable, str(PACKAGING / "dev.py")], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "dev.py run" in done.stderr


def test_readme_and_ci_give_the_same_two_commands():
    readme, ci = (ROOT / "README.md").read_text(), (ROOT / ".ci" / "run").read_text()
    for verb in ("run", "test"):
        assert f"python3 packaging/dev.py {verb}" in readme
        assert f"python3 packaging/dev.py {verb}" in ci
