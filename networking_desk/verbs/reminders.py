"""Reminders: which are due, that one was shown, that one was put aside; none of it is a step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta

from networking_desk.desk import Desk
from networking_desk.domain import reminders
from networking_desk.domain.reminders import Planned, Reminder, Wanted

_MISSED_DAYS = 7  # what was missed longer ago is nobody's wish any more


def upcoming(desk: Desk, say_time: Callable[[datetime], str], say_owed: Callable[[str, str], str]) -> list[Wanted]:
    """Every reminder of today and of the meetings to come that was not given yet, the earliest first.

    `say_time` tells a local moment in words, `say_owed` a follow-up by its kind and the contact's name.
    """
    settings, clock, lists = desk.settings, desk.clock, desk.lists.reminders
    if not settings.reminders:
        return []
    now, today = clock.now(), clock.today()
    planned = [Planned(i, name, at, say_time(clock.local(at))) for i, name, at in lists.planned(now - timedelta(days=_MISSED_DAYS))]
    first, count = lists.owed(today)
    begins, ends = (clock.from_local(datetime.combine(today + timedelta(days=day), time(hour))) for day, hour in ((0, settings.reminder_hour % 24), (1, 0)))
    wanted = reminders.of_meetings(planned, settings.meeting_reminder_minutes)
    wanted += reminders.of_day(today.isoformat(), begins, ends, [say_owed(kind, name) for kind, name in first], count)
    known = lists.keys()
    return sorted((one for one in wanted if one.key not in known), key=lambda one: one.at)


def write_down(desk: Desk, wanted: Wanted, *, seen: bool = False) -> Reminder:
    """Keep a reminder before it is shown: whatever happens then, it comes no second time. `seen` says that the user has it before their eyes."""
    with desk.change("") as records:
        now = desk.clock.now()
        return records.add(Reminder(key=wanted.key, at=wanted.at, text=wanted.text, shown_at=now if seen else None, seen_at=now if seen else None))


def shown(desk: Desk, reminder: Reminder) -> None:
    """It was handed to the system to be shown."""
    with desk.change("") as records:
        records.replace(records.get(Reminder, reminder.id), shown_at=desk.clock.now())


def put_aside(desk: Desk, reminder_ids: Iterable[str]) -> None:
    """The user has seen what was missed."""
    with desk.change("") as records:
        for reminder_id in reminder_ids:
            records.replace(records.get(Reminder, reminder_id), seen_at=desk.clock.now())
