"""The calendar that is taken out: read back by two other readers with the same moments, words and alarms."""

from __future__ import annotations

import re
import stat
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from networking_desk import cli
from networking_desk.desk import Desk
from networking_desk.formats import ics
from networking_desk.formats.ics import Entry
from networking_desk.ui import links
from networking_desk.verbs import calendar, contacts, follow_up, meeting, profile, promises

AT = datetime(2026, 3, 10, 9, tzinfo=UTC)


@pytest.fixture
def ann(desk):
    return contacts.add_spoken(desk, "Ann Lee, VP; Operations, Łódź & Søn, +48 42 555 01 42")


def events(data):
    return [component for component in icalendar.Calendar.from_ical(data).walk("VEVENT")]


def by_kind(data, start):
    return next(event for event in events(data) if str(event["SUMMARY"]).startswith(start))


def test_a_meeting_and_a_follow_up_read_back_with_the_same_moments_words_and_alarms(desk, clock, ann):
    talk = meeting.plan(desk, ann, datetime(2026, 3, 29, 1, 30, tzinfo=UTC), 20)  # the night of the change to summer time
    meeting.edit(desk, talk, ask="An introduction; to Kestrel, perhaps\nand a second line")
    promises.add(desk, ann, "send the model, 2026-04-01")
    data = calendar.export(desk)
    talk_event, owed = by_kind(data, "Networking meeting"), by_kind(data, "Keep your promise")
    assert (talk_event["DTSTART"].dt, talk_event["DTEND"].dt) == (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), datetime(2026, 3, 29, 1, 50, tzinfo=UTC))
    assert str(talk_event["SUMMARY"]) == "Networking meeting: Ann Lee"
    assert "Ask for: An introduction; to Kestrel, perhaps" in str(talk_event["DESCRIPTION"]) and "+48 42 555 01 42" in str(talk_event["DESCRIPTION"])
    assert str(talk_event["UID"]) == f"{talk}@networking-desk"
    (alarm,) = talk_event.walk("VALARM")
    assert (alarm["TRIGGER"].dt, str(alarm["ACTION"]), str(alarm["DESCRIPTION"])) == (timedelta(minutes=-15), "DISPLAY", "Networking meeting: Ann Lee")
    assert (owed["DTSTART"].dt, owed["DTEND"].dt, str(owed["TRANSP"])) == (date(2026, 4, 1), date(2026, 4, 2), "TRANSPARENT")
    assert owed.walk("VALARM")[0]["TRIGGER"].dt == timedelta(hours=9)
    read = vobject.readOne(data.decode())
    found = {event.summary.value: event for event in read.vevent_list}
    assert found["Networking meeting: Ann Lee"].dtstart.value == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert found["Networking meeting: Ann Lee"].description.value == str(talk_event["DESCRIPTION"])
    assert found["Networking meeting: Ann Lee"].valarm.trigger.value == timedelta(minutes=-15)
    assert found["Keep your promise to Ann Lee"].dtstart.value == date(2026, 4, 1)


def test_it_is_published_invites_nobody_and_its_alarms_come_last(desk, clock, ann):
    meeting.plan(desk, ann, clock.now(), 20)
    data = calendar.export(desk).decode()
    assert "METHOD:PUBLISH\r\n" in data and "VERSION:2.0\r\n" in data and "DTSTAMP:20260310T090000Z" in data
    assert not re.search(r"^(ATTENDEE|ORGANIZER|BEGIN:VTODO|BEGIN:VTIMEZONE)", data, re.MULTILINE)
    inside = data.split("BEGIN:VEVENT")[1]
    assert inside.index("BEGIN:VALARM") > max(inside.index(name) for name in ("UID:", "SUMMARY:", "DTSTART", "DTEND", "SEQUENCE:", "DESCRIPTION:"))
    assert inside.split("END:VALARM")[1].strip().startswith("END:VEVENT")


def test_an_update_has_the_same_id_and_a_higher_number_and_what_is_called_off_says_so(desk, clock, ann):
    talk = meeting.plan(desk, ann, datetime(2026, 3, 12, 14, tzinfo=UTC), 20)
    first = by_kind(calendar.export(desk), "Networking meeting")
    clock.go(61)
    meeting.replan(desk, talk, "2026-03-13 15:00")
    second = by_kind(calendar.export(desk), "Networking meeting")
    assert str(first["UID"]) == str(second["UID"])
    assert int(second["SEQUENCE"]) > int(first["SEQUENCE"])
    clock.go(5)
    meeting.cancel(desk, talk)
    third = by_kind(calendar.export(desk), "Networking meeting")
    assert (str(third["STATUS"]), third.walk("VALARM")) == ("CANCELLED", [])
    assert int(third["SEQUENCE"]) > int(second["SEQUENCE"])
    again = calendar.export(desk)
    assert again == calendar.export(desk)


def test_a_meeting_that_was_held_lies_where_it_was_and_its_thank_you_call_is_a_day(desk, clock, ann):
    talk = meeting.plan(desk, ann, datetime(2026, 3, 10, 14, tzinfo=UTC), 20)
    meeting.start(desk, talk)
    clock.go(1_320)
    meeting.end(desk, talk)
    data = calendar.export(desk)
    held = by_kind(data, "Networking meeting")
    assert (held["DTSTART"].dt, held["DTEND"].dt) == (AT, AT + timedelta(minutes=22))
    assert held.walk("VALARM") == []
    assert by_kind(data, "Call Ann Lee to thank them")["DTSTART"].dt == date(2026, 3, 11)
    follow_up.done_many(desk, [row.id for row in desk.lists.today.follow_ups()])
    (call,) = [event for event in events(calendar.export(desk)) if str(event["SUMMARY"]).startswith("Call")]
    assert (str(call["STATUS"]), call.walk("VALARM")) == ("CANCELLED", [])


def test_what_was_undone_wins_over_what_was_taken_out_before(desk, clock, ann):
    talk = meeting.plan(desk, ann, datetime(2026, 3, 12, 14, tzinfo=UTC), 20)
    clock.go(3_600)
    meeting.replan(desk, talk, "2026-03-13 15:00")
    moved = by_kind(calendar.export(desk), "Networking meeting")
    clock.go(2)
    desk.undo()
    back = by_kind(calendar.export(desk), "Networking meeting")
    assert back["DTSTART"].dt == datetime(2026, 3, 12, 14, tzinfo=UTC)
    assert int(moved["SEQUENCE"]) < int(back["SEQUENCE"]) < 2**31


def test_a_follow_up_that_is_done_or_dropped_goes_from_the_calendar_and_reminds_of_nothing(desk, clock, ann):
    for words in ("send the model, 2026-03-12", "she will ask Ben, 2026-03-13", "call"):
        promises.add(desk, ann, words)
    before = {str(event["UID"]): event for event in events(calendar.export(desk))}
    kept, asked, _ = desk.lists.today.follow_ups()
    clock.go(60)
    follow_up.done(desk, kept.id)
    follow_up.drop_many(desk, [asked.id])
    after = {str(event["UID"]): event for event in events(calendar.export(desk))}
    assert after.keys() == before.keys()
    for one in (kept, asked):
        event = after[f"{one.id}@networking-desk"]
        assert (str(event["STATUS"]), event.walk("VALARM")) == ("CANCELLED", [])
        was = before[f"{one.id}@networking-desk"]
        assert (event["SUMMARY"], event["DTSTART"].dt) == (was["SUMMARY"], was["DTSTART"].dt)
        assert int(event["SEQUENCE"]) > int(was["SEQUENCE"])
    assert [str(event["STATUS"]) for event in after.values()].count("CONFIRMED") == 1
    clock.go(61 * 86_400)
    assert len(events(calendar.export(desk))) == 1  # a calendar that was not brought up to date for so long is left alone


@given(st.text(max_size=300).filter(lambda t: not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u2028\u2029\ud800" or 0xD800 <= ord(c) < 0xE000 for c in t)), st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)))
def test_any_words_and_any_moment_come_back_and_no_line_is_too_long(words, when):
    begins = when.replace(microsecond=0, tzinfo=UTC)
    entry = Entry("some-id", f"Meeting: {words}", begins, begins + timedelta(minutes=20), begins, description=f"{words}\n{words}", alarm=timedelta(minutes=-15))
    data = ics.write([entry], AT, "1.0")
    assert all(len(line) <= 75 for line in data.split(b"\r\n")) and b"\n" not in data.replace(b"\r\n", b"")
    data.decode("utf-8")  # no line is broken within a letter
    (event,) = events(data)
    assert event["DTSTART"].dt == begins
    assert str(event["SUMMARY"]) == f"Meeting: {words}"
    assert str(event["DESCRIPTION"]) == f"{words}\n{words}"


def test_settings_move_the_alarms(desk, clock, ann):
    meeting.plan(desk, ann, datetime(2026, 3, 12, 14, tzinfo=UTC), 20)
    promises.add(desk, ann, "call")
    profile.set_option(desk, undoable=False, meeting_reminder_minutes=30, reminder_hour=7)
    data = calendar.export(desk)
    assert by_kind(data, "Networking meeting").walk("VALARM")[0]["TRIGGER"].dt == timedelta(minutes=-30)
    assert by_kind(data, "Keep").walk("VALARM")[0]["TRIGGER"].dt == timedelta(hours=7)


def test_more_than_five_hundred_are_all_taken_out(desk, ann):
    for number in range(510):
        promises.add(desk, ann, f"promise {number}")
    assert len(events(calendar.export(desk))) == 510


def test_the_command_line_takes_the_calendar_out(tmp_path, capsysbinary):
    folder = tmp_path / "desk"
    with Desk(folder) as desk:
        meeting.plan(desk, contacts.add_spoken(desk, "Ann Lee"), datetime(2030, 3, 12, 14, tzinfo=UTC), 20)
    assert cli.main(["--data-dir", str(folder), "export", "ics", "-"]) == 0
    assert len(events(capsysbinary.readouterr().out)) == 1
    assert cli.main(["--data-dir", str(folder), "export", "ics", str(tmp_path / "out.ics")]) == 0
    assert len(events((tmp_path / "out.ics").read_bytes())) == 1


def test_only_a_file_that_the_program_wrote_itself_is_opened(desk, ann, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(links, "opener", [lambda url: bool(asked.append(url.toLocalFile()) or True)])
    talk = meeting.plan(desk, ann, desk.clock.now(), 20)
    path = calendar.file_of_meeting(desk, talk)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert links.open_calendar(path, desk.folder) and asked == [str(path)]
    other = tmp_path / "other.ics"
    other.write_bytes(path.read_bytes())
    (path.parent / "link.ics").symlink_to(other)
    (path.parent / "program.exe").write_bytes(b"MZ")
    for wrong in (other, path.parent / "link.ics", path.parent / "program.exe", path.parent / "missing.ics", path.parent / ".." / "calendar" / "x.ics", desk.folder / "desk.sqlite3"):
        assert not links.open_calendar(wrong, desk.folder)
    assert len(asked) == 1
    assert len(events(calendar.file_of_all(desk).read_bytes())) == 1
