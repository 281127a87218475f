"""Names, companies and times as people say them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from networking_desk.domain import companies, contacts, leads, meetings, names, promises
from networking_desk.domain.errors import DeskError

NOW = datetime(2026, 11, 24, 12, 0)  # a Tuesday


@pytest.mark.parametrize(
    ("words", "name", "title", "company", "email", "phone"),
    [
        ("Ann Lee", "Ann Lee", "", "", "", ""),
        ("Ann Lee, Northwind", "Ann Lee", "", "Northwind", "", ""),
        ("Ann Lee, VP Operations, Northwind, ann@northwind.example, 555-010-2020", "Ann Lee", "VP Operations", "Northwind", "ann@northwind.example", "555-010-2020"),
        ("555-010-2020, Ann Lee, ann@northwind.example", "Ann Lee", "", "", "ann@northwind.example", "555-010-2020"),
        ("Ann Lee, VP Operations @ Northwind", "Ann Lee", "VP Operations", "Northwind", "", ""),
        ("Ann Lee @ Northwind", "Ann Lee", "", "Northwind", "", ""),
        ("Ann Lee <ann@x.example>", "Ann Lee", "", "", "ann@x.example", ""),
        ("  Ann   Lee ,, +31 10 555 01 42 ", "Ann Lee", "", "", "", "+31 10 555 01 42"),
        ("Ann Lee at Northwind", "Ann Lee", "", "Northwind", "", ""),
        ("Ann Lee (Northwind)", "Ann Lee", "", "Northwind", "", ""),
        ("Ann Lee - Northwind", "Ann Lee", "", "Northwind", "", ""),
        ("VP Operations, Ann Lee, Northwind", "Ann Lee", "VP Operations", "Northwind", "", ""),
        ("Ann Lee, Northwind, VP Operations", "Ann Lee", "VP Operations", "Northwind", "", ""),
        ("Ann Lee, VP Operations, Northwind, Rotterdam", "Ann Lee", "VP Operations, Rotterdam", "Northwind", "", ""),
        ("Ann Lee +31 10 555 01 42", "Ann Lee", "", "", "", "+31 10 555 01 42"),
        ("Larkfield Talent GmbH, Ann Lee", "Ann Lee", "", "Larkfield Talent GmbH", "", ""),
        ("Ann Head, Northwind", "Ann Head", "", "Northwind", "", ""),
    ],
)
def test_a_name_is_read_in_the_forms_people_type(words, name, title, company, email, phone):
    spoken = contacts.from_spoken(words)
    assert (spoken.full_name, spoken.title, spoken.company) == (name, title, company)
    assert spoken.emails == ((email,) if email else ())
    assert spoken.phones == ((phone,) if phone else ())


@pytest.mark.parametrize(
    ("words", "name", "title", "company"),
    [
        ("Ann Lee, Foo, Inc.", "Ann Lee", "", "Foo, Inc."), ("Ann Lee, VP Operations, Foo, Inc.", "Ann Lee", "VP Operations", "Foo, Inc."), ("Ann Lee @ Foo, Inc.", "Ann Lee", "", "Foo, Inc."),
        ("Ann Lee, Foo, S.A.", "Ann Lee", "", "Foo, S.A."), ("Ann Lee, Foo, b.v.", "Ann Lee", "", "Foo, b.v."), ("Ann Lee, Foo, L.L.C.", "Ann Lee", "", "Foo, L.L.C."),
        ("Ann Lee, Foo, S.r.l., Planner", "Ann Lee", "Planner", "Foo, S.r.l."), ("Ann Lee, Foo, GmbH & Co. KG", "Ann Lee", "", "Foo, GmbH & Co. KG"), ("Ann Lee (Foo, Inc.)", "Ann Lee", "", "Foo, Inc."),
        ("Foo, Inc., Ann Lee", "Ann Lee", "", "Foo, Inc."), ("Ann Lee, Designer Brands, Inc.", "Ann Lee", "", "Designer Brands, Inc."), ("Ann Lee, Inc., Northwind", "Ann Lee", "Inc.", "Northwind"),
        ("Ann Lee, VP Operations, Northwind, Reno, NV", "Ann Lee", "VP Operations, Reno, NV", "Northwind"),
        ("Sarah Nurse, Northwind", "Sarah Nurse", "", "Northwind"), ("Sarah Nurse, Planner, Northwind", "Sarah Nurse", "Planner", "Northwind"), ("VP Operations, Ann", "Ann", "VP Operations", ""),
        ("Ann Lee, Director, Operations, Northwind", "Ann Lee", "Director, Operations", "Northwind"), ("Ann Lee, CEO, Northwind, Rotterdam", "Ann Lee", "CEO, Rotterdam", "Northwind"),
        ("李小龙，总监，北风", "李小龙", "总监", "北风"), ("آن لي، نورث ويند", "آن لي", "", "نورث ويند"), ("佐藤、北風；VP Operations", "佐藤", "VP Operations", "北風"),
    ],
)  # fmt: skip
def test_a_company_keeps_its_comma_and_a_name_its_place(words, name, title, company):
    spoken = contacts.from_spoken(words)
    assert (spoken.full_name, spoken.title, spoken.company) == (name, title, company)


@pytest.mark.parametrize(
    ("words", "company", "nickname", "suffix"),
    [
        ("Ann Lee (she/her), Northwind", "Northwind", "", ""), ("Ann Lee (She, her)", "", "", ""), ("Ann Lee, she/her, Northwind", "Northwind", "", ""), ("Ann Lee (PhD), Northwind", "Northwind", "", "PhD"),
        ("Ann Lee, Ph.D.", "", "", "Ph.D."), ("Ann Lee (Annie)", "", "Annie", ""), ("Ann (Nan) Lee, Northwind", "Northwind", "Nan", ""), ("Ann Lee (“Red”)", "", "Red", ""), ("Ann Lee (Peggy)", "", "Peggy", ""),
        ("Ann Lee (Rotterdam), Northwind", "Northwind", "", ""), ("Ann Lee (Northwind)", "Northwind", "", ""), ("Ann Lee, Acme (UK) Ltd", "Acme (UK) Ltd", "", ""),
    ],
)  # fmt: skip
def test_a_bracket_is_a_company_only_where_nothing_else_is(words, company, nickname, suffix):
    spoken = contacts.from_spoken(words)
    assert (spoken.full_name, spoken.title) == ("Ann Lee", "")
    assert (spoken.company, spoken.nickname, spoken.suffix) == (company, nickname, suffix)
    assert contacts.new_contact(spoken).nickname == nickname


def test_a_title_in_brackets_is_a_title():
    spoken = contacts.from_spoken("Ann Lee (VP Operations), Northwind")
    assert (spoken.full_name, spoken.title, spoken.company) == ("Ann Lee", "VP Operations", "Northwind")


@pytest.mark.parametrize(
    ("words", "name", "email", "phone"),
    [
        ("555-010-2020 Ann Lee", "Ann Lee", "", "555-010-2020"), ("tel 555-010-2020, Ann Lee", "Ann Lee", "", "555-010-2020"), ("Ann Lee tel: 555-010-2020", "Ann Lee", "", "555-010-2020"),
        ("Mobile: +31 10 555 01 42, Ann Lee", "Ann Lee", "", "+31 10 555 01 42"), ("mailto:ann@n.example, Ann Lee", "Ann Lee", "ann@n.example", ""), ("Ann Lee, e-mail: ann@n.example", "Ann Lee", "ann@n.example", ""),
        ("Ann Lee, 2026-03-12", "Ann Lee", "", ""), ("Ann Lee 2026-03-12", "Ann Lee", "", ""), ("12.03.2026, Ann Lee", "Ann Lee", "", ""), ("Ann Lee, 2019-2023", "Ann Lee", "", ""),
        ("ann@n.example", "ann", "ann@n.example", ""), ("555-010-2020", "555-010-2020", "", "555-010-2020"), ("ann@n.example, Foo Inc", "ann", "ann@n.example", ""),
    ],
)  # fmt: skip
def test_an_address_and_a_number_are_found_wherever_they_stand_and_stand_for_a_name_that_was_not_said(words, name, email, phone):
    spoken = contacts.from_spoken(words)
    assert (spoken.full_name, spoken.title) == (name, "")
    assert spoken.emails == ((email,) if email else ())
    assert spoken.phones == ((phone,) if phone else ())


@given(st.permutations(["Ann Lee", "VP Operations", "@ Northwind", "ann@northwind.example", "+31 10 555 01 42"]))
def test_in_whatever_order_they_are_typed_the_parts_are_told_apart(parts):
    spoken = contacts.from_spoken(", ".join(parts))
    assert (spoken.full_name, spoken.title, spoken.company) == ("Ann Lee", "VP Operations", "Northwind")
    assert (spoken.emails, spoken.phones) == (("ann@northwind.example",), ("+31 10 555 01 42",))


@given(st.permutations(["Ann Lee", "VP Operations", "Northwind"]))
def test_a_company_that_is_known_is_told_from_the_name(parts):
    spoken = contacts.from_spoken(", ".join(parts), lambda name: name == "Northwind")
    assert (spoken.full_name, spoken.title, spoken.company) == ("Ann Lee", "VP Operations", "Northwind")


@given(st.text(max_size=200))
@example("@")
@example(",,,")
def test_any_words_are_a_contact_or_a_sentence(words):
    try:
        spoken = contacts.from_spoken(words)
    except DeskError as error:
        assert str(error)
    else:
        assert spoken.full_name.strip()


def test_a_company_is_read_with_its_industry_and_place():
    company = companies.from_spoken("Kestrel Robotics, Robotics, Eindhoven, A")
    assert (company.name, company.industry, company.place, company.priority, company.target) == ("Kestrel Robotics", "Robotics", "Eindhoven", "A", True)
    with pytest.raises(DeskError):
        companies.from_spoken(" , ")


@pytest.mark.parametrize(
    ("words", "name", "industry", "place"),
    [
        ("Foo, Inc.", "Foo, Inc.", "", ""), ("Foo, GmbH & Co. KG, Freight, Ghent", "Foo, GmbH & Co. KG", "Freight", "Ghent"), ("Foo, S.A., Freight", "Foo, S.A.", "Freight", ""),
        ("北风，物流、上海", "北风", "物流", "上海"), ("نورث ويند، شحن", "نورث ويند", "شحن", ""), ("Foo, Freight, Denver, CO", "Foo", "Freight", "Denver, CO"),
    ],
)  # fmt: skip
def test_a_legal_form_after_a_comma_is_part_of_a_companys_name(words, name, industry, place):
    company = companies.from_spoken(words)
    assert (company.name, company.industry, company.place, company.priority) == (name, industry, place, "B")


@pytest.mark.parametrize(
    ("words", "title", "company"),
    [
        ("Night-shift supervisor @ Halden", "Night-shift supervisor", "Halden"), (", Northwind", leads.UNNAMED, "Northwind"), ("@ Northwind", leads.UNNAMED, "Northwind"), (",", leads.UNNAMED, ""),
        ("Director, Supply Chain, Northwind", "Director, Supply Chain", "Northwind"), ("Planner at Northwind", "Planner", "Northwind"), ("Planner, Foo, Inc.", "Planner", "Foo, Inc."),
        ("Planner @ Foo, Inc.", "Planner", "Foo, Inc."), ("Planner @ Northwind, Ghent", "Planner", "Northwind"), ("Planner, ", "Planner", ""), ("总监，北风", "总监", "北风"), ("", "", ""),
    ],
)  # fmt: skip
def test_an_opening_is_read_with_its_company(words, title, company):
    assert leads.from_spoken(words) == (title, company)


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("now", datetime(2026, 11, 24, 12)), ("thu 14", datetime(2026, 11, 26, 14)), ("today 14:30", datetime(2026, 11, 24, 14, 30)), ("2026-12-01 09:00", datetime(2026, 12, 1, 9)),
        ("tomorrow 9", datetime(2026, 11, 25, 9)), ("9am", datetime(2026, 11, 25, 9)), ("12 jan 8:15", datetime(2027, 1, 12, 8, 15)), ("in 20 min", datetime(2026, 11, 24, 12, 20)),
        ("tue 9", datetime(2026, 12, 1, 9)), ("Friday, 3 pm", datetime(2026, 11, 27, 15)), ("31 dec 10", datetime(2026, 12, 31, 10)),
        ("thu, 14:00", datetime(2026, 11, 26, 14)), ("12 March, 14:00", datetime(2027, 3, 12, 14)), ("Fri 12 March 14:00", datetime(2027, 3, 12, 14)), ("Thu 26 November", datetime(2026, 11, 26, 9)),
        ("Thursday, 26 November at 14:00", datetime(2026, 11, 26, 14)), ("Fri 12 March 2027 9:30", datetime(2027, 3, 12, 9, 30)), ("tue 2026-12-01 09:00", datetime(2026, 12, 1, 9)),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_say_it(words, at):
    assert meetings.parse_when(words, NOW) == at


@pytest.mark.parametrize(
    ("words", "name", "at"),
    [
        ("thu, 14:00", "", datetime(2026, 11, 26, 14)), ("Priya Raman, thu, 14:00", "Priya Raman", datetime(2026, 11, 26, 14)), ("Raman, Priya, thu 14", "Raman, Priya", datetime(2026, 11, 26, 14)),
        ("May, 14:00", "May", datetime(2026, 11, 24, 14)), (", thu 14", "", datetime(2026, 11, 26, 14)), ("李小龙，thu，14:00", "李小龙", datetime(2026, 11, 26, 14)),
        ("Ann Lee, Thu 26 November, 9:15", "Ann Lee", datetime(2026, 11, 26, 9, 15)),
    ],
)  # fmt: skip
def test_the_name_before_a_time_ends_where_the_time_begins(words, name, at):
    assert meetings.whom_and_when(words, NOW) == (name, at)


@pytest.mark.parametrize("words", ["Ann Lee", "Ann Lee, Northwind", ".. 14", "Thu 31 February"])
def test_words_without_a_time_say_how_to_write_one(words):
    with pytest.raises(DeskError, match="for example"):
        meetings.whom_and_when(words, NOW)


@given(st.text(max_size=40))
@example("2026-02-30 9")
@example("99:99")
@example("tomorrow ²")
def test_any_words_are_a_time_or_a_sentence(words):
    try:
        assert isinstance(meetings.parse_when(words, NOW), datetime)
    except DeskError as error:
        assert str(error)


@pytest.mark.parametrize(("one", "other"), [("Acme Robotics, Inc.", "ACME robotics inc"), ("Brûlé & Filles", "Brule and Filles"), ("Société Générale SA", "societe generale")])
def test_two_spellings_of_one_company_have_one_key(one, other):
    keys = {names.company_key(one).replace(" and ", " "), names.company_key(other).replace(" and ", " ")}
    assert len(keys) == 1


def test_folding_is_stable_for_every_letter_there_is():
    for code in range(0x110000):
        letter = chr(code)
        once = names.fold(letter)
        assert names.fold(once) == once, hex(code)


@given(st.text(max_size=300))
@example("Œ")
@example("ẞ")
def test_folding_is_stable_and_cleaning_leaves_nothing_invisible(text):
    assert names.fold(names.fold(text)) == names.fold(text)
    clean = names.clean(text)
    assert clean == names.clean(clean)
    clean.encode("utf-8")
    assert "\x00" not in clean and "\u202e" not in clean


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.linkedin.com/in/ana-p", "ana-p"), ("linkedin.com/in/%E4%BD%90", "佐"), ("www.linkedin.com/in/C-C/?utm=1", "C-C"),
        ("https://linkedin.com.evil.example/in/b", ""), ("javascript:alert(1)", ""), ("file:///etc/passwd", ""), ("https://user@linkedin.com@evil.example/in/x", ""),
    ],
)  # fmt: skip
def test_only_linkedins_own_addresses_name_a_profile(url, slug):
    assert names.linkedin_slug(url) == slug


CHAINS = st.dictionaries(st.sampled_from("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), max_size=4), max_size=8)


@given(CHAINS, st.sampled_from("abcdefgh"))
def test_a_chain_with_circles_ends_names_each_person_once_and_joins_neighbours(introducers, person):
    chain = contacts.chain_of_introductions(person, introducers)
    assert chain[-1] == person
    assert len(set(chain)) == len(chain)
    for earlier, later in zip(chain, chain[1:], strict=False):
        assert earlier in introducers[later]


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("send the cost model by Friday", date(2026, 11, 27)), ("she will ask Ben tomorrow", date(2026, 11, 25)), ("call Ann on thu", date(2026, 11, 26)), ("write by 12 Jan", date(2027, 1, 12)),
        ("draft in 2 weeks", date(2026, 12, 8)), ("lunch next week", date(2026, 11, 30)), ("by 2026-12-01", date(2026, 12, 1)), ("in a week", date(2026, 12, 1)), ("I send the cost model, thu", date(2026, 11, 26)), ("list (long), fri.", date(2026, 11, 27)), ("salt, sun and sand", None),
        ("we sat down and it was fun", None), ("send the may report", None), ("ask in 30 Feb", None), ("send the cost model", None),
    ],
)  # fmt: skip
def test_a_promise_is_due_on_the_day_that_is_said(words, on):
    assert promises.day_said(words, NOW.date()) == on


@pytest.mark.parametrize(
    ("words", "text", "on"),
    [
        ("send the model, thu", "send the model", date(2026, 11, 26)), ("lend her the book, 1 Apr.", "lend her the book", date(2027, 4, 1)), ("send the model by Friday", "send the model by Friday", date(2026, 11, 27)),
        ("ask Ben, Ann and Sun", "ask Ben, Ann and Sun", None), ("call, tomorrow morning", "call, tomorrow morning", date(2026, 11, 25)), (", thu", ", thu", date(2026, 11, 26)), ("by Friday, 31 February", "by Friday, 31 February", date(2026, 11, 27)),
    ],
)  # fmt: skip
def test_a_day_by_itself_at_the_end_is_not_part_of_the_promise(words, text, on):
    assert promises.read(words, NOW.date()) == (text, on)


@given(st.text(max_size=80))
def test_any_words_promise_a_day_or_none(words):
    text, found = promises.read(words, NOW.date())
    assert found is None or isinstance(found, date)
    assert words.startswith(text) or text == words


@pytest.mark.parametrize(("words", "at"), [("2 min ago", (11, 58)), ("2", (11, 58)), ("11:55", (11, 55)), ("now", (12, 0)), ("", (12, 0)), ("at 9:30", (9, 30))])
def test_a_late_start_is_read_as_people_say_it(words, at):
    found = meetings.parse_start(words, NOW)
    assert (found.hour, found.minute) == at


@given(st.text(max_size=30))
def test_no_words_start_a_meeting_in_the_future_or_long_ago(words):
    try:
        found = meetings.parse_start(words, NOW)
    except DeskError as error:
        assert str(error)
    else:
        assert timedelta(0) <= NOW - found <= timedelta(hours=5)
