"""How the program says days, times and kinds of things."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime

from networking_desk.domain import agenda, follow_ups
from networking_desk.domain.names import first_name
from networking_desk.ui.look.theme import look

if TYPE_CHECKING:
    from networking_desk.desk import FollowUpRow, Suggestion

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_LONG_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

# What is captured and what is owed: icon, tone, words.
KINDS = {
    "referral": ("user-round-plus", "accent", "Referral"),
    "company": ("building-2", "blue", "Missing company"),
    "lead": ("briefcase", "amber", "Job lead"),
    "note": ("notebook-pen", "grey", "Note"),
    "promise": ("handshake", "dusk", "Promise"),
}
_ANSWERS = {"knows": "knows somebody", "information": "has information", "will_ask": "will ask", "nobody": "nobody", "against": "advises against", "": "saw it"}
_TOUCHES = {"call": "Called", "voicemail": "Left a voicemail", "email": "Wrote", "message": "Wrote", "meeting": "Met"}
ROLES = {"other": "No role yet", "decision_maker": "Decision maker", "insider": "Insider", "connector": "Connector"}


def day(on: date, today: date) -> str:
    """A day as people say it: today, tomorrow, yesterday, else `Thu 12 March`, with the year when it is another."""
    away = (on - today).days
    if away in (-1, 0, 1):
        return ("Yesterday", "Today", "Tomorrow")[away + 1]
    return f"{_DAYS[on.weekday()]} {on.day} {_MONTHS[on.month - 1]}" + (f" {on.year}" if on.year != today.year else "")


def long_day(on: date) -> str:
    """A day as a title: `Tuesday, 10 March`."""
    return f"{_LONG_DAYS[on.weekday()]}, {on.day} {_MONTHS[on.month - 1]}"


def short_day(on: date) -> str:
    """A day in few letters: `10 March`."""
    return f"{on.day} {_MONTHS[on.month - 1]}"


def on(day_: date, today: date) -> str:
    """A day in the middle of a sentence: `yesterday`, `10 March`, with the year when it is another."""
    said = day(day_, today)
    return said.lower() if said in ("Yesterday", "Today", "Tomorrow") else short_day(day_) + (f" {day_.year}" if day_.year != today.year else "")


def due(on: date, today: date) -> tuple[str, str]:
    """When something is due, without blame, and the tone of its chip."""
    away = (on - today).days
    if away < -6:
        return f"Since {on.day} {_MONTHS[on.month - 1][:3]}", "amber"
    if away < 0:
        return "Since " + ("yesterday" if away == -1 else _LONG_DAYS[on.weekday()]), "amber"
    if away == 0:
        return "Today", "accent"
    return ("Tomorrow" if away == 1 else f"{_DAYS[on.weekday()]} {on.day} {_MONTHS[on.month - 1][:3]}"), "grey" if away > 1 else "plain"


def time(at: datetime) -> str:
    """A time of day as this country writes it; `at` is local."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def clock(seconds: float) -> str:
    """A length of time: `1:09`, or `1 min` for whoever wants to see no seconds."""
    return agenda.clock(seconds) if look.seconds else f"{round(seconds / 60)} min"


def when(at: datetime, today: date) -> str:
    """A day and a time: `Today 14:00`; `at` is local."""
    return f"{day(at.date(), today)} {time(at)}"


def until(seconds: float) -> str:
    """How long until something: `in 2 h 15 min`."""
    minutes = round(seconds / 60)
    if minutes <= 0:
        return "now"
    if minutes < 60:
        return f"in {minutes} min"
    if minutes < 48 * 60:
        return f"in {minutes // 60} h" + (f" {minutes % 60} min" if minutes % 60 and minutes < 600 else "")
    return f"in {minutes // 1440} days"


def touch(kind: str, on: date, today: date) -> str:
    """The last contact with somebody: `Met yesterday`."""
    said = day(on, today) if abs((on - today).days) < 2 else short_day(on)
    return f"{_TOUCHES[kind]} {said.lower() if said in ('Today', 'Yesterday') else said}" if kind else "No contact yet"


def answer(said: str, named: str = "") -> str:
    """What somebody answered about a company of the list: `nobody`, `named Ben Aalto`; nothing means that they saw it."""
    return f"named {named}" if said == "knows" and named else _ANSWERS[said]


def at_company(title: str, company: str) -> str:
    """Somebody's place: `VP Operations, Northwind`."""
    return ", ".join(filter(None, (title, company)))


def count(number: int, one: str, many: str = "") -> str:
    """A number with its word: `1 referral`, `3 referrals`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def number(count_: int) -> str:
    """A small number as a word."""
    return _NUMBERS[count_] if 0 <= count_ < len(_NUMBERS) else f"{count_:,}"


def follow_up(kind: str, full_name: str, about: str) -> str:
    """What is to be done, in a few words."""
    return follow_ups.title(kind, full_name, about)


def owed(row: FollowUpRow) -> str:
    """What is to be done, with how much there is to tell."""
    about = row.about if row.kind in ("check_back", "update") else ""
    more = f" and {row.news - 1} more" if about and row.news > 1 else ""
    return follow_ups.title(row.kind, row.full_name, about + more, theirs=row.theirs)


def ago(on_: date, today: date) -> str:
    """How long ago a day is, in a sentence: `yesterday`, `on Monday`, `three weeks ago`, `on 10 March`."""
    away = (today - on_).days
    if away in (-1, 0, 1):
        return ("tomorrow", "today", "yesterday")[away + 1]
    if 1 < away < 7:
        return f"on {_LONG_DAYS[on_.weekday()]}"
    if 7 <= away < 70:
        return f"{number(away // 7)} weeks ago" if away >= 14 else "a week ago"
    return f"on {short_day(on_)}" + (f" {on_.year}" if on_.year != today.year else "")


def reason(text: str, today: date) -> str:
    """A reason as it is kept, with its days as people say them: "Hannah referred you to Aster Medical three weeks ago"."""

    def day_(found: re.Match[str]) -> str:
        try:
            on_ = date.fromisoformat(found[2])
        except ValueError:
            return found[0]
        if found[1] == "on":
            return ago(on_, today)
        said = ago(on_, today)
        return "since " + (said.removeprefix("on ") if not said.endswith("ago") else short_day(on_))

    return re.sub(r"\b(on|since) (\d{4}-\d\d-\d\d)\b", day_, text)


def why(row: FollowUpRow, today: date) -> str:
    """Why something is owed, in whole sentences, with what is worth knowing before it is done."""
    first = first_name(row.full_name)
    because = row.reason.replace(row.full_name, first)
    if row.introducer:
        because = because.replace(row.introducer, first_name(row.introducer))
    said = [reason(because, today)]
    if row.named:
        said.append(f"{first} gave you {number(row.named)} {'name' if row.named == 1 else 'names'}.")
    if row.tries:
        said.append(f"The voicemail answered {'once' if row.tries == 1 else 'twice' if row.tries == 2 else f'{row.tries} times'}.")
    if row.news and row.kind in ("thank_you_call", "thank_you_email") and not row.lead_id:
        said.append(f"There {'is' if row.news == 1 else 'are'} {number(row.news)} {'thing' if row.news == 1 else 'things'} to tell.")
    if row.kind == "outreach" and row.introducer and row.permission == "yes":
        said.append(f"You may use {first_name(row.introducer)}’s name.")
    return " ".join(said)


# How far a referral is: as a state, and as the button that moves it there.
REFERRALS = {
    "given": ("Nothing yet", "Nothing yet"), "contacted": ("Written", "Contacted"), "answered": ("Answered", "Answered"), "met": ("Met", "Met"),
    "outcome": ("Outcome known", "Outcome…"), "unreachable": ("Unreachable", "Unreachable"),
}  # fmt: skip


LEADS = {"heard": "Heard of", "applied": "Applied", "interview": "Interview", "offer": "Offer", "accepted": "Accepted", "closed": "Closed"}
LEAD_TONES = {"heard": "grey", "applied": "blue", "interview": "dusk", "offer": "amber", "accepted": "accent", "closed": "grey"}


def referral_state(state: str, on_: date, today: date) -> str:
    """How far a referral is and since when: `Answered yesterday`."""
    words = REFERRALS[state][0]
    return words if state == "given" else f"{words} {ago(on_, today)}"


def suggestion(one: Suggestion, today: date, local: date | None) -> str:
    """Why somebody is worth reaching out to; `local` is the day on which you were last in touch there."""
    weeks = (today - local).days // 7 if local else 0
    return {
        "second": f"Nobody else at {one.company} has answered yet",
        "target": f"Works at {one.company}, number {one.number} on your list",
        "knows": f"Offered to help at {one.number} of your target companies" if one.number > 1 else "Offered to help at one of your target companies",
        "silent": f"{number(weeks).capitalize()} weeks since you last spoke",
    }[one.why]


def activity(kind: str, text: str) -> tuple[str, str, str]:
    """Something that happened with a contact: icon, tone and words."""
    words = {
        "call": ("phone", "accent", "You called"), "voicemail": ("phone", "grey", "You left a voicemail"), "email": ("mail", "grey", "You wrote"),
        "message": ("message-square", "grey", "You wrote a message"), "meeting": ("timer", "accent", "Networking meeting"),
        "referred": ("user-round-plus", "accent", f"{text} referred you to them"), "introduced": ("user-round-plus", "accent", f"They referred you to {text}"),
        "note": ("notebook-pen", "grey", text), "planned": ("calendar-check", "accent", "Planned a networking meeting"),
    }[kind]  # fmt: skip
    more = f": {text}" if text and kind in _TOUCHES else ""
    return words[0], words[1], words[2] + more
