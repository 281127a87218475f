"""The command line: scripts and the day when the window will not open; imports no Qt until a window or a PDF is wanted."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from networking_desk import __version__
from networking_desk.domain.errors import DeskError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from networking_desk.desk import Desk

DONE, IN_PART, NOT_DONE = 0, 1, 2
_PAPERS = {"list-pdf": "list", "sheet-pdf": "sheet", "week-pdf": "week", "log-pdf": "log"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code: 0 done, 1 done in part, 2 not done and nothing changed."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        if not words or (len(words) == 2 and words[0] == "--data-dir"):
            return _open_window(Path(words[1]) if words else None)  # the usual start does not wait for a parser
        options = _parser().parse_args(words)
        if options.command is None:
            return _open_window(options.data_dir, options.picture)
        return _with_desk(options)
    except DeskError as error:
        sys.stderr.write(f"{error}\n")
        return NOT_DONE


def _open_window(folder: Path | None, picture: Path | None = None) -> int:
    from networking_desk import app

    return app.run(_folder(folder), picture)


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog="networking-desk", description="Prepares, runs and follows up networking meetings. Without a command, opens the window."
    )
    parser.add_argument("--version", action="version", version=f"networking-desk {__version__}")
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="use this folder instead of the user's")
    parser.add_argument("--picture", type=Path, metavar="PNG", help="open the window once, save a picture of it and leave")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    importing = commands.add_parser("import", help="bring in contacts or target companies")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importing.add_argument("--format", choices=("auto", "linkedin", "csv", "json"), default="auto")
    importing.add_argument("--dry-run", action="store_true", help="only tell what would happen")
    importing.add_argument("--json", action="store_true", help="print the outcome as JSON")
    exporting = commands.add_parser("export", help="take everything out as JSON, the contacts as CSV, meetings and follow-ups as a calendar, or a paper as PDF")
    exporting.add_argument("what", choices=("json", "csv", "ics", *_PAPERS))
    exporting.add_argument("out", metavar="OUT", help="the file to write; - is standard output where it is text")
    exporting.add_argument("--meeting", default="", metavar="ID", help="the meeting that list-pdf and sheet-pdf are for; else the current one")
    exporting.add_argument("--contact", default="", metavar="NAME", help="the contact that they are for")
    exporting.add_argument("--paper", choices=("a4", "letter"), default="", help="the size of the paper; else what is usual here")
    exporting.add_argument("--from", dest="first", default="", metavar="DAY", help="the first day of log-pdf; else four weeks before the last")
    exporting.add_argument("--to", dest="last", default="", metavar="DAY", help="its last day, or a day of the week of week-pdf; else today")
    commands.add_parser("check", help="look whether the desk's file is sound")
    for command in (importing, exporting, commands.choices["check"]):
        # SUPPRESS: without it the command's own default would overwrite what was given before it.
        command.add_argument("--data-dir", type=Path, metavar="DIR", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser


def _folder(chosen: Path | None) -> Path:
    from networking_desk import paths

    return chosen.absolute() if chosen else paths.data_dir()


def _with_desk(options: argparse.Namespace) -> int:
    from networking_desk.desk import Desk

    with Desk(_folder(options.data_dir)) as desk:
        if desk.lists.meeting.entered():  # words of a meeting in which the program was cut off
            from networking_desk.verbs import capture

            capture.finish_entered(desk)
        if options.command == "import":
            return _import(desk, options)
        if options.command == "export":
            return _export_pdf(desk, options) if options.what in _PAPERS else _export(desk, options.what, options.out)
        return _check(desk)


def _import(desk: Desk, options: argparse.Namespace) -> int:
    import json

    from networking_desk.verbs import exchange

    total: dict[str, int] = {"added": 0, "updated": 0, "unchanged": 0}
    refused: list[dict[str, object]] = []
    failed = 0
    for file in options.files:
        try:
            brought = exchange.import_file(desk, file, options.format, dry_run=options.dry_run)
        except DeskError as error:
            sys.stderr.write(f"{error}\n")
            failed += 1
            continue
        for key in total:
            total[key] += getattr(brought, key)
        refused += [{"row": row, "reason": reason} for row, reason in brought.refused]
        for row, reason in brought.refused + brought.warnings:
            sys.stderr.write(f"{file.name}, row {row}: {reason}\n")
        if not options.json:
            sys.stdout.write(f"{file.name}: {brought.sentence()}{' (nothing was kept)' if options.dry_run else ''}\n")
    if options.json:
        sys.stdout.write(json.dumps({**total, "refused": refused}, ensure_ascii=False) + "\n")
    if failed == len(options.files):
        return NOT_DONE
    return IN_PART if refused or failed else DONE


def _export(desk: Desk, what: str, out: str) -> int:
    import os

    from networking_desk.verbs import exchange

    if what == "ics":
        from networking_desk.verbs import calendar

        data = calendar.export(desk)
    else:
        data = exchange.export_json(desk).encode("utf-8", errors="replace") if what == "json" else exchange.export_csv(desk)
    if out == "-":
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.flush()
        except BrokenPipeError:  # whoever read has enough; a second complaint at exit is kept quiet
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return IN_PART
    else:
        from networking_desk import paths

        paths.write_through(Path(out), data)
    return DONE


def _export_pdf(desk: Desk, options: argparse.Namespace) -> int:
    if options.out == "-":
        raise DeskError("A PDF goes into a file. Name one.")
    from networking_desk import app

    app.write_pdf(desk, _PAPERS[options.what], Path(options.out), {key: getattr(options, key) for key in ("meeting", "contact", "paper", "first", "last")})
    return DONE


def _check(desk: Desk) -> int:
    found = desk.check()
    for problem in found:
        sys.stderr.write(f"{problem}\n")
    sys.stdout.write("The desk is sound.\n" if not found else f"{len(found)} problems found.\n")
    return NOT_DONE if found else DONE
