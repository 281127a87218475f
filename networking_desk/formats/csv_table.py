"""Comma-separated tables: bytes to rows with their line numbers, however they were saved, and rows to bytes that no spreadsheet runs."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from networking_desk.formats.headers import fields_of, is_header
from networking_desk.formats.incoming import FileRefused, Remark

MAX_ROWS = 200_000
_MAX_COLUMNS = 512
_MAX_LINE = 1 << 20
_HEADER_WITHIN = 20  # LinkedIn's preamble has been seen with 2 to 10 lines
_DELIMITERS = ",;\t|"
_GUARDED = "=+-@\t\r\n＝＋－＠"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

csv.field_size_limit(1 << 24)


class Table(NamedTuple):
    """A table out of a file: its header, the rows below it with the line each begins on, and what there is to say."""

    headers: list[str]
    rows: list[tuple[int, list[str]]]
    warnings: list[Remark]


def read(data: bytes, name: str) -> Table:
    """The table in a file's bytes. Raises FileRefused when there is none, or no header that is understood."""
    warnings: list[Remark] = []
    text = decode(data, warnings)
    lines = [line for line in _lines(text, warnings)]
    delimiter, skip = _separator_line(lines)
    best: tuple[int, list[str], str] | None = None
    for candidate in delimiter or _DELIMITERS:
        for number, cells in _records(lines[: _HEADER_WITHIN * 4], candidate):
            if number <= skip or not is_header(cells[:_MAX_COLUMNS]):
                continue
            if best is None or _score(cells) > _score(best[1]):
                best = (number, cells, candidate)
            break
    if best is None:
        raise FileRefused(_no_header(lines, name))
    header_line, headers, delimiter = best
    rows = [
        (number, [c if c[:1] != "'" else unguard(c) for c in cells[:_MAX_COLUMNS]])
        for number, cells in _records(lines, delimiter)
        if number > header_line and any(cells)
    ]
    if len(rows) > MAX_ROWS:
        raise FileRefused(f"{name} has more than {MAX_ROWS:,} rows. Split it and import the parts.")
    _warn_of_open_quote(lines, rows, warnings)
    warnings += [Remark(n, f"{len(cells) - len(headers)} more cells than columns; they were left out") for n, cells in rows if any(cells[len(headers) :])]
    return Table([h.strip() for h in headers[:_MAX_COLUMNS]], rows, warnings)


def _score(cells: Sequence[str]) -> int:
    return sum(field is not None for field in fields_of(cells))


def _no_header(lines: Sequence[str], name: str) -> str:
    first = next((line.strip() for line in lines if line.strip()), "")
    shown = first if len(first) <= 60 else first[:60] + "…"
    return f"{name}: no header found. Its first line is “{shown}”. The first row must name the columns, for example: First Name, Last Name, Email, Company, Position."


def decode(data: bytes, warnings: list[Remark]) -> str:
    """A file's text: by its byte order mark, by its pattern of zero bytes, else UTF-8 line by line with the Windows code page for what is not."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            if encoding != "utf-8-sig":
                data = data[: len(data) - len(data) % (4 if encoding == "utf-32" else 2)]
            return data.decode(encoding, errors="replace")
    sample = data[:4096]
    if len(sample) > 3 and sample.count(0) > len(sample) // 4:
        wide = "utf-16-le" if sample[1::2].count(0) > sample[0::2].count(0) else "utf-16-be"
        return data[: len(data) - len(data) % 2].decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_line(data, warnings)


def _by_line(data: bytes, warnings: list[Remark]) -> str:
    lines = data.splitlines(keepends=True)  # for bytes this splits at CR and LF only
    told = []
    out = []
    for number, line in enumerate(lines, 1):
        try:
            out.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            try:
                out.append(line.decode("cp1252"))
            except UnicodeDecodeError:
                out.append(line.decode("utf-8", errors="replace"))
            told.append(number)
    if len(told) * 2 < len(lines):  # a file wholly in the old code page is no accident
        warnings += [Remark(number, "a letter could not be read for certain") for number in told[:100]]
    return "".join(out)


def _lines(text: str, warnings: list[Remark]) -> Iterator[str]:
    """Physical lines, ended by CR, LF or both and by nothing else; zero bytes and over-long lines are taken out."""
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if len(line) > _MAX_LINE:
            warnings.append(Remark(number, "the line is longer than a million characters and was left out"))
            yield "\n"
            continue
        if "\x00" in line:
            warnings.append(Remark(number, "characters that cannot be shown were taken out"))
            line = line.replace("\x00", "")
        yield line


def _separator_line(lines: Sequence[str]) -> tuple[str, int]:
    """Excel's `sep=;` line: the delimiter it names and how many lines it takes."""
    first = lines[0].strip().strip('"') if lines else ""
    return (first[4], 1) if first.lower().startswith("sep=") and len(first) == 5 else ("", 0)


def _records(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the number of the line it begins on. A quote that swallows other records is taken for a letter."""
    reader = csv.reader(lines, delimiter=delimiter)
    begin = 0
    try:
        for cells in reader:
            if any(_swallowed(cell, delimiter, len(cells)) for cell in cells if len(cell) > 200):
                for number in range(begin, reader.line_num):
                    yield number + 1, next(csv.reader([lines[number].replace('"', "")], delimiter=delimiter), [])
            else:
                yield begin + 1, cells
            begin = reader.line_num
    except csv.Error as error:
        raise FileRefused(f"The table cannot be read from line {begin + 1} on: {error}.") from error


def _swallowed(cell: str, delimiter: str, columns: int) -> bool:
    inside = cell.splitlines()
    return len(inside) > 3 and columns > 1 and sum(line.count(delimiter) >= columns - 1 for line in inside[1:-1]) * 2 > len(inside)


def _warn_of_open_quote(lines: Sequence[str], rows: Sequence[tuple[int, list[str]]], warnings: list[Remark]) -> None:
    if rows:
        last = rows[-1][0]
        if sum(line.count('"') for line in lines[last - 1 :]) % 2:
            warnings.append(Remark(last, f"the file ends inside quotes that open on line {last}; what is there was kept"))


def unguard(cell: str) -> str:
    """A cell as it was before a program put an apostrophe before it to keep a spreadsheet from running it."""
    if cell[:1] == "'" and ((cell[1:2] in _GUARDED and cell[1:2]) or cell[1:2] == "'"):
        return cell[1:]
    return cell


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one apostrophe more where it would be one (OWASP, CSV injection)."""
    cell = cell.replace("\x00", "")
    inner = cell[1:2] if cell[:1] == "'" else ""
    if (cell[:1] and cell[0] in _GUARDED) or (inner and (inner in _GUARDED or inner == "'")):
        return "'" + cell
    return cell


def write(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as bytes: UTF-8 with its mark, CRLF, every cell quoted and guarded."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(headers)
    writer.writerows([guard(cell) for cell in row] for row in rows)
    return codecs.BOM_UTF8 + out.getvalue().encode("utf-8", errors="replace")
