"""Reminders with a clock that is told the time: each once, over kills and sleep, never in a meeting; what was missed is listed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from networking_desk.desk import Desk
from networking_desk.domain.reminders import Reminder
from networking_desk.ui.live import Live
from networking_desk.ui.reminders import Reminders
from networking_desk.ui.today.missed import Missed
from networking_desk.verbs import contacts, follow_up, meeting, profile, promises


class Tray:
    """A tray that remembers, may be missing, and may be where the program is killed."""

    def __init__(self, there=True):
        self.there, self.shown, self.dies = there, [], False

    def available(self):
        return self.there

    def show(self, title, words):
        self.shown.append(words)
        if self.dies:
            raise KeyboardInterrupt


def at(hour, minute=0, day=10):
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.fixture
def ann(desk):
    return contacts.add_spoken(desk, "Ann Lee, Northwind")


@pytest.fixture
def begin(desk, clock, qtbot):
    """Open the program at a time, with a tray."""
    made = []

    def begin(when, tray=None):
        clock.at = when
        live = Live(desk)
        made.append(live)
        return Reminders(live, tray or Tray())

    yield begin
    for live in made:
        live.stop()
        live.deleteLater()


def look(reminders, clock, when):
    clock.at = when
    reminders.look()
    return list(reminders._tray.shown)


def owe(desk, who, *days):
    for number, day in enumerate(days):
        promises.add(desk, who, f"promise {number}, {day}")


def test_the_days_follow_ups_are_told_of_once_at_their_hour(desk, clock, ann, begin):
    owe(desk, ann, date(2026, 3, 10), date(2026, 3, 9), date(2026, 3, 30))
    reminders = begin(at(8, 30))
    assert look(reminders, clock, at(8, 59)) == []
    assert reminders._timer.remainingTime() <= 61_000
    assert look(reminders, clock, at(9, 0)) == ["2 follow-ups today: Keep your promise to Ann Lee, Keep your promise to Ann Lee"]
    assert len(look(reminders, clock, at(10))) == 1
    assert len(look(reminders, clock, at(9, 1, day=11))) == 2  # another day, another one
    profile.set_option(desk, undoable=False, reminder_hour=7)
    assert len(look(reminders, clock, at(7, 1, day=12))) == 3
    profile.set_option(desk, undoable=False, reminders=False)
    assert len(look(reminders, clock, at(9, 1, day=13))) == 3


def test_a_meeting_is_told_of_before_it_begins_and_again_when_it_is_moved(desk, clock, ann, begin):
    talk = meeting.plan(desk, ann, at(14), 20)
    reminders = begin(at(12))
    assert look(reminders, clock, at(13, 44)) == []
    said = look(reminders, clock, at(13, 45))
    assert len(said) == 1 and said[0].startswith("Networking meeting with Ann Lee, ")
    meeting.replan(desk, talk, "today 16:00")
    assert len(look(reminders, clock, at(13, 55))) == 1
    assert len(look(reminders, clock, at(15, 46))) == 2


def test_the_timer_never_waits_longer_than_an_hour_and_sleep_is_noticed(desk, clock, ann, begin):
    meeting.plan(desk, ann, at(14, day=30), 20)
    reminders = begin(at(8))
    assert 3_599_000 <= reminders._timer.remainingTime() <= 3_600_000
    owe(desk, ann, date(2026, 3, 10))
    assert 3_590_000 <= reminders._timer.remainingTime() <= 3_600_000
    clock.at = at(13)  # the computer slept over nine o'clock
    reminders._live.looked.emit()
    assert len(reminders._tray.shown) == 1


def test_nothing_is_told_while_a_meeting_is_live_and_the_rest_of_the_day_is_told_after_it(desk, clock, ann, begin):
    owe(desk, ann, date(2026, 3, 10))
    ben = contacts.add_spoken(desk, "Ben Aalto")
    reminders = begin(at(8, 50))
    talk = meeting.plan(desk, ann, at(8, 50), 20)
    meeting.start(desk, talk)
    meeting.plan(desk, ben, at(9, 5), 20)
    for minute in range(5):
        assert look(reminders, clock, at(9, minute)) == []
    clock.at = at(9, 20)
    meeting.end(desk, talk)
    said = look(reminders, clock, at(9, 20))
    assert len(said) == 1 and said[0].startswith("1 follow-up today")
    assert [r.text.startswith("Networking meeting with Ben Aalto") for r in desk.lists.reminders.missed()] == [True]


def test_a_kill_between_showing_and_noting_shows_nothing_twice_and_lists_it(desk, clock, ann, begin):
    owe(desk, ann, date(2026, 3, 10))
    tray = Tray()
    reminders = begin(at(8, 30), tray)
    tray.dies = True
    clock.at = at(9)
    with pytest.raises(KeyboardInterrupt):
        reminders.look()
    reminders._live.stop()
    folder = desk.folder
    desk.close()
    with Desk(folder, clock) as again:
        live = Live(again)
        fresh = Tray()
        Reminders(live, fresh).look()
        assert fresh.shown == []
        assert [r.text for r in again.lists.reminders.missed()] == ["1 follow-up today: Keep your promise to Ann Lee"]
        live.stop()
        live.deleteLater()
    desk.__init__(folder, clock)


def test_without_a_tray_and_after_a_time_when_the_program_was_closed_what_was_missed_is_listed_until_it_is_put_aside(desk, clock, ann, begin, qtbot):
    meeting.plan(desk, ann, at(14, day=9), 20)
    owe(desk, ann, date(2026, 3, 10))
    reminders = begin(at(8, 30), Tray(there=False))
    look(reminders, clock, at(9))
    listed = Missed(reminders._live)
    qtbot.addWidget(listed)
    listed.show_now()
    assert [r.text[:22] for r in desk.lists.reminders.missed()] == ["1 follow-up today: Kee", "Networking meeting wit"]
    from networking_desk.ui.look.buttons import Button
    from networking_desk.ui.look.text import Words

    assert listed.findChildren(Words)[1].text().startswith("Missed yesterday: Networking meeting with Ann Lee")
    for button in listed.findChildren(Button):
        button.click()
    listed.show_now()
    assert desk.lists.reminders.missed() == [] and listed.isHidden()
    assert desk.undo_label() == "Add a promise"  # none of it is the user's step


def test_what_the_user_makes_after_the_hour_is_before_their_eyes(desk, clock, ann, begin):
    reminders = begin(at(11))
    owe(desk, ann, date(2026, 3, 10))
    meeting.plan(desk, ann, at(11, 5), 20)
    assert look(reminders, clock, at(11, 1)) == []
    assert desk.lists.reminders.missed() == []
    assert {r.key.split(":")[0] for r in desk.find(Reminder)} == {"day", "meeting"}


def test_ten_thousand_that_are_due_are_one_message(desk, clock, ann, begin):
    with desk.change("Many") as records:
        from networking_desk.domain.follow_ups import FollowUp, FollowUpKind
        from networking_desk.domain.promises import Promise

        made = [Promise(contact_id=ann, text="x") for _ in range(10_000)]
        records.add_many(made)
        records.add_many([FollowUp(contact_id=ann, kind=FollowUpKind.PROMISE, due_on=date(2026, 3, 10), promise_id=p.id) for p in made])
    reminders = begin(at(8, 59))
    assert look(reminders, clock, at(9)) == ["10000 follow-ups today: Keep your promise to Ann Lee, Keep your promise to Ann Lee, Keep your promise to Ann Lee and 9997 more"]
    assert follow_up.due_now(desk) == 0


def test_a_change_of_the_clock_shows_nothing_twice(desk, clock, ann, begin):
    owe(desk, ann, date(2026, 3, 10))
    reminders = begin(at(8, 59))
    assert len(look(reminders, clock, at(9, 1))) == 1
    assert len(look(reminders, clock, at(8))) == 1
    assert len(look(reminders, clock, at(9, 1))) == 1
    assert len(look(reminders, clock, at(9, 1) + timedelta(days=3_650))) == 2  # that day has its own
