"""Tables from outside, in every way in which they arrive broken: the good rows in, a sentence with row and reason for the rest."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from networking_desk.domain.errors import DeskError
from networking_desk.formats import contacts_csv, csv_table, files, guarded
from networking_desk.formats.dates import connected_on
from networking_desk.formats.incoming import FileRefused, Person

NOW = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ANA = "Ana,Pérez,https://www.linkedin.com/in/ana-p,ana@one.example,Acme,Engineer,03 Feb 2024\n"
PREAMBLE = 'Notes:\n"When exporting your connection data, you may notice, that some are missing."\n\n'


def read(text, name="Connections.csv", encoding="utf-8"):
    return files.read(text.encode(encoding) if isinstance(text, str) else text, name)


ERAS = {
    "up to 2018": ("First Name,Last Name,Email Address,Company,Position,Connected On\n", 'Ana,Pérez,ana@one.example,Acme,Engineer,"2/3/24, 9:05 AM"\n'),
    "2019 to 2021": ("First Name,Last Name,Email Address,Company,Position,Connected On\n", "Ana,Pérez,ana@one.example,Acme,Engineer,03 Feb 2024\n"),
    "since 2021": (PREAMBLE + NOW, ANA),
}


@pytest.mark.parametrize("era", ERAS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_linkedins_connections_are_read_in_each_era_however_saved(era, line_end, encoding):
    reading = read("".join(ERAS[era]).replace("\n", line_end), encoding=encoding)
    (ana,) = reading.people
    assert reading.format == "linkedin"
    assert (ana.given, ana.family, ana.company, ana.title, ana.emails, ana.connected_on) == ("Ana", "Pérez", "Acme", "Engineer", ("ana@one.example",), date(2024, 2, 3))


def test_the_row_is_the_line_of_the_file_and_a_closed_profile_is_named():
    reading = read(PREAMBLE + NOW + ANA + ",,,,,,07 Jul 2021\n")
    assert [p.row for p in reading.people] == [5]
    assert [r.row for r in reading.refused] == [6]
    assert "no name" in reading.refused[0].reason


def test_credentials_after_a_comma_are_a_suffix():
    (priya,) = read(NOW + 'Priya,"Sharma-Patel, MBA, PMP",,,,,\n').people
    assert (priya.family, priya.suffix, priya.full_name) == ("Sharma-Patel", "MBA, PMP", "Priya Sharma-Patel")


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_up_", ".."), text)
    return out.getvalue()


def test_the_connections_are_found_in_linkedins_zip():
    data = zipped(**{"Basic__Connections.csv": NOW + ANA, "messages.csv": "x"})
    assert [p.given for p in files.read(data, "Basic_LinkedInDataExport.zip").people] == ["Ana"]


@pytest.mark.parametrize("member", ["_up___Connections.csv", "a__b__Connections.csv", "Other.csv", "MyConnections.csv"])
def test_nothing_else_in_a_zip_is_looked_at(member):
    with pytest.raises(FileRefused, match=r"no Connections\.csv"):
        files.read(zipped(**{member: NOW + ANA}), "x.zip")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"), (b"\xef\xbb\xbf", "empty"), (b"\n\n  \n", "empty"), (b"\x00" * 50, "empty"), (b"\x89PNG\r\n\x1a\n....", "picture"), (b"%PDF-1.7", "PDF"),
        (b"<!DOCTYPE html><html>", "web page"), (b"PK\x03\x04broken", "zip"), (b"foo,bar,baz\nAna,Acme,x\n", "no header"), (b"Ana,Acme,ana@one.example\n", "no header"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Excel"), (b"BEGIN:VCARD\nFN:Ana\nEND:VCARD\n", "vCard"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_list_is_refused_with_its_name_and_the_reason(data, said):
    with pytest.raises(FileRefused, match=said) as refused:
        files.read(data, "list.csv")
    assert "list.csv" in str(refused.value)


def test_only_a_header_is_a_list_of_nobody():
    assert read(NOW) == read(NOW)._replace(people=[], refused=[])


@pytest.mark.parametrize(
    ("row", "people", "remark"),
    [
        ("Ola,Nord\n", ["Ana Pérez", "Ola Nord"], ""),  # a short row
        ("Ola,Nord,,,Fjord,CEO,04 Feb 2024,extra,cells\n", ["Ana Pérez", "Ola Nord"], "2 more cells"),
        ("O\x00la,Nord,,,,,\n", ["Ana Pérez", "Ola Nord"], "cannot be shown"),
        ('Ola,Nord,,,"Fjord', ["Ana Pérez", "Ola Nord"], "inside quotes"),
    ],
)
def test_a_row_that_is_ragged_or_dirty_is_kept_and_told_of(row, people, remark):
    reading = read(NOW + ANA + row)
    assert [p.full_name for p in reading.people] == people
    assert [w.row for w in reading.warnings] == ([3] if remark else [])
    assert all(remark in w.reason for w in reading.warnings)


def test_one_bad_byte_touches_one_cell():
    reading = read((NOW + ANA).encode() + b"Ola,Nord,,,Fjord,C\xd8O,04 Feb 2024\n")
    assert [p.title for p in reading.people] == ["Engineer", "CØO"]
    assert [w.row for w in reading.warnings] == [3]


def test_a_stray_quote_does_not_swallow_the_rows_after_it():
    rows = "".join(f"Person{n},Family{n},,p{n}@x.example,Company {n},Title,04 Feb 2024\n" for n in range(20))
    reading = read(NOW + 'Ola,Nord,,,"Fjord,CEO,04 Feb 2024\n' + rows)
    assert len(reading.people) == 21


@pytest.mark.parametrize("delimiter", [";", "\t", "|", ","])
def test_the_delimiter_is_found(delimiter):
    text = delimiter.join(["Name", "E-mail", "Company"]) + "\n" + delimiter.join(["Ana Pérez", "ana@one.example", "Acme"]) + "\n"
    assert read(text).people[0].company == "Acme"
    assert read(f"sep={delimiter}\n{text}").people[0].company == "Acme"


def test_outlooks_title_is_a_prefix_where_there_is_a_job_title():
    (ana,) = read("Title,First Name,Last Name,Job Title\nDr,Ana,Pérez,Engineer\n").people
    assert (ana.title, ana.full_name) == ("Engineer", "Ana Pérez")


def test_a_formula_stays_text_and_our_own_guard_comes_off():
    (ana,) = read("Name,E-mail,Company,Phone\nAna Pérez,ana@one.example,'=1+1,'+47 22 00 00 00\n").people
    assert (ana.company, ana.phones) == ("=1+1", ("+47 22 00 00 00",))


def test_addresses_are_found_in_what_people_write_and_the_rest_is_kept_in_the_notes():
    (one, two) = read('Name,E-mail\nA,"mailto:a@one.example; Ben <b@two.example>"\nB,b at two dot example\n').people
    assert one.emails == ("a@one.example", "b@two.example")
    assert two.emails == ()
    assert "b at two dot example" in two.notes


def test_a_table_of_companies_is_a_target_list():
    reading = read('Company,Website,Industry,Location,Priority,Status,Notes,Tags\n"Acme, Inc.",acme.example,Robotics,Boston,A,Talking,"one\ntwo",fair; robots\n,,,,,,keep,\n')
    (acme,) = reading.organisations
    assert (acme.name, acme.industry, acme.place, acme.priority, acme.tags, acme.notes) == ("Acme, Inc.", "Robotics", "Boston", "A", ("fair", "robots"), "one\ntwo")
    assert [(r.row, r.reason) for r in reading.refused] == [(4, "company name is empty")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("03 Feb 2024", date(2024, 2, 3)), ("2/3/24, 9:05 AM", date(2024, 2, 3)), ("12/31/23, 9:05 AM", date(2023, 12, 31)), ("3-Feb-24", date(2024, 2, 3)), ("29 févr. 2020", date(2020, 2, 29)),
        ("1 März 2021", date(2021, 3, 1)), ("31 Feb 2024", None), ("0/0/00", None), ("", None), ("soon", None),
    ],
)  # fmt: skip
def test_linkedins_dates(text, day):
    assert connected_on(text) == day


@given(st.text(max_size=50))
@example("=cmd|' /C calc'!A0")
@example("'=1")
@example("''")
@example("＝1")
@example("\t=1")
def test_every_cell_comes_back_and_none_is_a_formula(text):
    text = text.replace("\x00", "")
    guarded_cell = csv_table.guard(text)
    assert csv_table.unguard(guarded_cell) == text
    assert guarded_cell[:1] not in tuple("=+-@\t\r\n＝＋－＠") or not guarded_cell


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20), st.text(st.characters(exclude_categories=["Cs"]), max_size=40)), min_size=1, max_size=5))
def test_our_own_list_comes_back(rows):
    from networking_desk.domain import names

    people = [Person(0, names.clean(name) or "Ann", "Ann", "Lee", notes=names.clean_lines(notes), emails=("a@x.example", "b@x.example")) for name, notes in rows]
    back = files.read(contacts_csv.write(people), "contacts.csv").people
    assert [(p.full_name, p.notes, p.emails) for p in back] == [(p.full_name, p.notes, p.emails) for p in people]


@given(st.binary(max_size=600), st.sampled_from(["", NOW, PREAMBLE + NOW, "Name;E-mail\n", "Company,Industry\n"]))
def test_any_bytes_are_read_or_refused_in_a_sentence(data, head):
    try:
        reading = files.read(head.encode() + data, "x.csv")
    except DeskError as error:
        assert str(error)
    else:
        for person in reading.people:
            person.full_name.encode()
            assert person.full_name


@pytest.mark.parametrize(("seeds", "count"), [(3, 300), pytest.param(3, 20_000, marks=pytest.mark.full)])
def test_mutants_of_real_files_crash_nothing(seeds, count):
    import random

    chance = random.Random(7)
    seeds = [(PREAMBLE + NOW + ANA * 3).encode(), "Name;E-mail;Company\nÅse;a@x.example;Fjord\n".encode("cp1252"), zipped(**{"Connections.csv": NOW + ANA})][:seeds]
    for _ in range(count):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 3)] = bytes(chance.randrange(256) for _ in range(chance.randint(0, 4)))
        try:
            files.read(bytes(data), "mutant.csv")
        except DeskError as error:
            assert str(error)


def test_a_line_without_end_and_too_many_rows_are_told(monkeypatch):
    reading = read(NOW + "x" * 1_100_000 + "\n" + ANA)
    assert len(reading.people) == 1
    monkeypatch.setattr(csv_table, "MAX_ROWS", 5)
    with pytest.raises(FileRefused, match="more than 5 rows"):
        read(NOW + ANA * 6)


def test_the_guarded_child_reads_refuses_and_stops(tmp_path):
    from networking_desk.domain.errors import Cancelled

    path = tmp_path / "Connections.csv"
    path.write_text(NOW + ANA, encoding="utf-8")
    assert [p.given for p in guarded.read_file(path).people] == ["Ana"]
    with pytest.raises(FileRefused, match="There is no file"):
        guarded.read_file(tmp_path / "none.csv")
    with pytest.raises(FileRefused, match="folder"):
        guarded.read_file(tmp_path)
    with pytest.raises(Cancelled):
        guarded.read_file(path, cancelled=lambda: True)


def test_python_csv_reads_what_is_written():
    data = contacts_csv.write([Person(0, "=1+1", notes="a\nb")])
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[1][0] == "'=1+1"
