"""The command line as a script meets it: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from networking_desk import cli, paths
from networking_desk.desk import Desk
from networking_desk.domain.contacts import TouchKind
from networking_desk.domain.errors import DeskError
from networking_desk.storage.lock import FolderLock
from networking_desk.verbs import contacts, meeting, target_list

ROOT = Path(__file__).resolve().parent.parent
LIST = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAna,Pérez,,ana@one.example,Acme,Engineer,03 Feb 2024\n"


@pytest.fixture
def run(tmp_path, capfd):
    def go(*words):
        code = cli.main(["--data-dir", str(tmp_path / "desk"), *map(str, words)])
        out = capfd.readouterr()
        return code, out.out, out.err

    return go


def test_an_import_says_what_it_did(run, tmp_path):
    good = tmp_path / "a.csv"
    good.write_text(LIST, encoding="utf-8")
    assert run("import", good)[:2] == (0, "a.csv: 1 contact added\n")
    code, out, err = run("import", good, "--json")
    assert (code, json.loads(out), err) == (0, {"added": 0, "updated": 0, "unchanged": 1, "refused": []}, "")


def test_refused_rows_are_named_and_the_code_is_1(run, tmp_path):
    part = tmp_path / "a.csv"
    part.write_text(LIST + ",,,,,,\n,,,,Acme,,\n", encoding="utf-8")
    code, out, err = run("import", part, "--json")
    assert code == 1
    assert [r["row"] for r in json.loads(out)["refused"]] == [4]
    assert "a.csv, row 4: no name" in err


def test_nothing_done_is_2_and_names_the_file(run, tmp_path):
    bad = tmp_path / "a.csv"
    bad.write_bytes(b"")
    code, _, err = run("import", bad)
    assert (code, err) == (2, "a.csv is empty.\n")
    assert run("import", tmp_path / "none.csv")[0] == 2


def test_a_dry_run_keeps_nothing(run, tmp_path):
    good = tmp_path / "a.csv"
    good.write_text(LIST, encoding="utf-8")
    assert "nothing was kept" in run("import", good, "--dry-run")[1]
    assert json.loads(run("export", "json", "-")[1])["contacts"] == []


def test_export_to_a_file_is_whole_private_and_replaces_the_old(run, tmp_path):
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")
    assert run("export", "json", out)[0] == 0
    assert json.loads(out.read_text(encoding="utf-8"))["format"] == "networking-desk"
    assert out.stat().st_mode & 0o077 == 0
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []
    code, _, err = run("export", "csv", tmp_path / "no" / "where.csv")
    assert (code, "could not be written" in err) == (2, True)


def test_a_short_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "out.csv"
    path.write_bytes(b"old")
    real, calls = paths.os.write, []

    def short(handle, data):
        calls.append(1)
        if len(calls) > 1:
            raise OSError(28, "No space left on device")
        return real(handle, data[:5])

    monkeypatch.setattr(paths.os, "write", short)
    with pytest.raises(DeskError, match="No space left"):
        paths.write_through(path, b"new and longer")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.fixture
def listed(tmp_path):
    """A desk with three target companies and Ann, who works at one of them and is met tomorrow; gives the meeting's id."""
    with Desk(tmp_path / "desk") as desk:
        for words in ("Kestrel Robotics, Robotics, Eindhoven", "Tidewell, Energy, Rotterdam", "Northwind, Freight, Ghent"):
            target_list.add_spoken(desk, words)
        ann = contacts.add_spoken(desk, "Ann Lee, VP Operations, Northwind")
        contacts.log_touch(desk, ann, TouchKind.CALL)
        return meeting.plan(desk, ann, desk.clock.now() + timedelta(days=1), 20)


def text_of(path):
    return "\n".join(page.extract_text() for page in PdfReader(path, strict=True).pages)


def test_papers_are_written_as_pdf_for_the_current_meeting_or_for_whom_one_says(run, tmp_path, listed):
    out = tmp_path / "out.pdf"
    assert run("export", "list-pdf", out) == (0, "", "")
    assert "Kestrel Robotics" in text_of(out) and "Northwind" not in text_of(out)
    assert out.stat().st_mode & 0o077 == 0
    for words in (("--contact", "Ann Lee"), ("--meeting", listed)):
        assert run("export", "sheet-pdf", out, *words, "--paper", "letter")[0] == 0
        assert "Networking meeting with Ann Lee" in text_of(out)
        assert PdfReader(out).pages[0].mediabox.height == 792
    assert run("export", "log-pdf", out)[0] == 0
    assert "Telephone call" in text_of(out)
    assert run("export", "log-pdf", out, "--from", "2020-01-01", "--to", "2020-02-01")[0] == 0
    assert "Nothing is written down" in text_of(out)
    assert run("export", "week-pdf", out, "--to", "2026-03-15")[0] == 0
    assert "Week of 9 March 2026" in text_of(out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("list-pdf", "-"), "A PDF goes into a file"), (("list-pdf", "x.pdf", "--contact", "Zoe"), "Nobody is called"), (("sheet-pdf", "x.pdf", "--meeting", "none"), "no meeting"),
        (("log-pdf", "x.pdf", "--from", "soon"), "2026-03-10"), (("log-pdf", "x.pdf", "--from", "2026-02-01", "--to", "2026-01-01"), "before the first"),
        (("log-pdf", "x.pdf", "--to", "0001-01-01"), "2026-03-10"), (("log-pdf", "x.pdf", "--from", "0001-01-01"), "2026-03-10"), (("week-pdf", "x.pdf", "--to", "9999-12-31"), "2026-03-10"),
        (("list-pdf", ""), "names no file"), (("json", ""), "names no file"), (("list-pdf", "/"), "names no file"),
    ],
)  # fmt: skip
def test_a_paper_that_cannot_be_made_is_2_and_leaves_no_file(run, tmp_path, monkeypatch, listed, words, said):
    monkeypatch.chdir(tmp_path)
    code, out, err = run("export", *words)
    assert (code, out) == (2, "")
    assert said in err
    assert not list(tmp_path.glob("*x.pdf*")) and not (tmp_path / "-").exists()


@pytest.mark.parametrize("day", ["1900-01-01", "2200-12-31"])
def test_the_first_and_the_last_day_that_can_be_asked_for_are_printed(run, tmp_path, day):
    for words in (("week-pdf", "--to", day), ("log-pdf", "--to", day), ("log-pdf", "--from", day, "--to", day)):
        assert run("export", words[0], tmp_path / "out.pdf", *words[1:]) == (0, "", "")


def test_an_import_of_no_name_is_2(run):
    code, _, err = run("import", "")
    assert (code, "names no file" in err) == (2, True)


def test_without_a_meeting_there_is_a_list_and_no_sheet(run, tmp_path):
    assert run("export", "list-pdf", tmp_path / "out.pdf")[0] == 0
    assert "Which companies are missing?" in text_of(tmp_path / "out.pdf")
    code, _, err = run("export", "sheet-pdf", tmp_path / "sheet.pdf")
    assert (code, "No meeting is planned" in err) == (2, True)


def test_a_full_disk_leaves_the_old_paper(run, tmp_path, listed, monkeypatch):
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")

    def full(handle, data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(paths.os, "write", full)
    code, _, err = run("export", "list-pdf", out)
    assert (code, "No space left" in err, out.read_bytes()) == (2, True, b"old")


@pytest.mark.skipif(sys.platform != "linux", reason="displays are X11's and Wayland's")
def test_no_display_is_needed_and_a_kill_in_the_middle_leaves_the_old_paper(tmp_path, listed):
    out = tmp_path / "out.pdf"
    here = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    export = f"from networking_desk import cli, paths; import os, signal\n{{}}\nraise SystemExit(cli.main(['--data-dir', {str(tmp_path / 'desk')!r}, 'export', 'list-pdf', {str(out)!r}]))"
    done = subprocess.run([sys.executable, "-c", export.format("")], cwd=ROOT, env=here, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Kestrel Robotics" in text_of(out)
    before = out.read_bytes()
    half = "write = os.write\npaths.os.write = lambda handle, data: (write(handle, data[: len(data) // 2]), os.kill(os.getpid(), signal.SIGKILL))[0]"
    killed = subprocess.run([sys.executable, "-c", export.format(half)], cwd=ROOT, env=here, capture_output=True, check=False)
    assert killed.returncode == -9
    assert out.read_bytes() == before


def test_check_says_sound(run):
    assert run("check")[:2] == (0, "The desk is sound.\n")


def test_a_folder_that_is_open_is_refused(run, tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    held = FolderLock(folder)
    try:
        code, _, err = run("check")
        assert (code, "open already" in err) == (2, True)
    finally:
        held.release()
    assert run("check")[0] == 0


def test_the_folder_may_be_named_after_the_command(tmp_path):
    assert cli.main(["check", "--data-dir", str(tmp_path / "x")]) == 0
    assert (tmp_path / "x" / "desk.sqlite3").exists()


def test_version_and_help(capsys):
    for word in ("--version", "--help"):
        with pytest.raises(SystemExit) as left:
            cli.main([word])
        assert left.value.code == 0
    assert "import" in capsys.readouterr().out


def test_a_reader_that_leaves_early_is_no_trouble(tmp_path):
    command = f"{shlex.quote(sys.executable)} -m networking_desk --data-dir {shlex.quote(str(tmp_path))}/d export json - | head -c 5"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout == '{\n"fo'
    assert "Traceback" not in done.stderr


def test_the_users_folder_is_the_platforms(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert paths.data_dir().name == "networking-desk"
    assert paths.resource_root().joinpath("tokens.json").exists()
