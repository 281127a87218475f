"""Settings: every number of the method's rules, and how the window looks."""

from __future__ import annotations

from dataclasses import dataclass

from networking_desk.domain.record import Record

TEXT_SIZES = (90, 100, 115, 130)  # percent


@dataclass(frozen=True, kw_only=True)
class Setting(Record):
    """One setting that differs from its default; `value` is JSON."""

    key: str
    value: str


@dataclass(frozen=True)
class Settings:
    """All settings with their defaults (numbers: product.md 5).

    `country` is an ISO 3166 code whose public holidays are no working days, empty for none. Thank-you calls are best made between
    `call_from_hour` and `call_until_hour`. `reminder_hour` is when the day's follow-ups are told of, all hours local.
    """

    thank_you_days: int = 1
    thank_you_any_day: bool = False
    outreach_working_days: int = 2
    check_back_days: int = 7
    my_promise_working_days: int = 3
    their_promise_working_days: int = 7
    update_working_days: int = 1
    silence_days: int = 14
    second_person_working_days: int = 3
    write_again_working_days: int = 7
    outreach_tries: int = 2
    voicemail_retries: int = 2
    keep_in_touch_months: int = 3
    country: str = ""
    call_from_hour: int = 10
    call_until_hour: int = 12
    draft_words: int = 100
    reminders: bool = True
    reminder_hour: int = 9
    meeting_reminder_minutes: int = 15
    weekly_goal: int = 4
    names_goal: int = 2
    default_minutes: int = 20
    default_preset: str = ""
    announcements: bool = True
    share_on: str = ""  # the screen on which the list is shown, "window" for a window, empty for the one at hand
    call_geometry: str = ""
    call_names_hidden: bool = False
    call_told_on_top: bool = False
    paper: str = ""  # "a4" or "letter"; empty for what is usual where the computer is
    seconds: bool = True
    benchmarks: bool = True  # numbers of others beside one's own: 40 companies, 25 decision makers
    scheme: str = "system"
    text_size: int = 100
    welcomed: bool = False
    geometry: str = ""
    panel_folded: str = "Contacts,Target Companies,Progress"
