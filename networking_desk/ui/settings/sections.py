"""What can be chosen, section by section."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QTimer

from networking_desk.domain import business_days
from networking_desk.domain.presets import LENGTHS
from networking_desk.domain.settings import TEXT_SIZES, Settings
from networking_desk.ui import links
from networking_desk.ui.commands import COMMANDS
from networking_desk.ui.live import Live
from networking_desk.ui.look.fields import Choice
from networking_desk.ui.settings.rows import Rows
from networking_desk.verbs import profile

_NO_COUNTRY = "No public holidays"
# Numbers of the rules in product.md 5: field, words, what they are counted in, the least and the most.
_RULES = (
    ("thank_you_days", "Thank-you call", "Days after the meeting", 0, 7),
    ("outreach_working_days", "Write to somebody you were referred to", "Working days after the referral", 0, 15),
    ("check_back_days", "Check back with whoever wanted to introduce you", "Days after they offered", 1, 30),
    ("update_working_days", "Tell an introducer what came of a referral", "Working days after the news", 0, 10),
    ("silence_days", "Tell an introducer that nothing happened yet", "Days without a word", 3, 60),
    ("second_person_working_days", "Try a second person at the same company", "Working days without an answer", 1, 15),
    ("write_again_working_days", "Write again", "Working days without an answer", 2, 30),
    ("outreach_tries", "Tries before you leave somebody in peace", "", 1, 5),
    ("voicemail_retries", "Calls again after a voicemail", "Then a thank-you e-mail", 0, 5),
    ("my_promise_working_days", "What you promised without a day", "Working days", 1, 20),
    ("their_promise_working_days", "What they promised without a day", "Working days until you ask kindly", 1, 30),
    ("keep_in_touch_months", "Keep in touch after you have landed", "Months between two notes", 1, 12),
)


def you(live: Live, ask: Callable[[str], None]) -> Rows:
    """Name and contact details, and the way to pitch and ideal position."""
    rows = Rows(live.desk)
    rows.words("full_name", "Your name", "As it stands under your letters")
    rows.words("phone", "Your telephone", "For letters; the program calls nobody by itself", "+31 10 555 01 42")
    rows.words("email", "Your e-mail", "")
    rows.places(
        "Pitch and ideal position",
        "What you say in every meeting",
        ("pencil", "Edit…", lambda: ask("profile")),
        ("timer", "Rehearse…", lambda: ask("rehearse")),
    )
    rows.places("Questions", "By kind of contact, the method’s and your own", ("message-square", "Questions…", lambda: ask("questions")))
    return rows


def week(live: Live, _ask: Callable[[str], None]) -> Rows:
    """Goal, country, reminders, and what others' numbers are shown."""
    desk, rows = live.desk, Rows(live.desk)
    rows.number("weekly_goal", "Networking meetings a week", "Your own goal; Today and Progress count against it", 1, 20)
    countries = Choice("Country", [("", _NO_COUNTRY)])
    if desk.settings.country:
        countries.addItem(_named(desk.settings.country), desk.settings.country)
    QTimer.singleShot(0, countries, lambda: _fill(countries, desk.settings.country))  # two hundred and fifty of them, after the first paint
    rows.one_of_many(
        "Country", "Its public holidays, Saturdays and Sundays are no working days", countries, lambda code: profile.set_option(desk, country=code),
        lambda: desk.settings.country,
    )  # fmt: skip
    rows.yes_or_no("thank_you_any_day", "Thank-you calls on a Saturday or Sunday too", "Otherwise they wait for the next working day")
    rows.yes_or_no("reminders", "Reminders", "Of what is due, and before meetings, while the program runs. Today is the truth, a reminder a courtesy")
    rows.number("reminder_hour", "What is due today is told at", "Hour of the day, 0 to 23", 0, 23)
    rows.number("meeting_reminder_minutes", "Before a meeting", "Minutes", 0, 120)
    rows.yes_or_no(
        "benchmarks", "Numbers of others beside your own", "40 companies on a list, 25 decision makers before an offer: common benchmarks, not rules"
    )
    return rows


def _named(code: str) -> str:
    return QLocale.territoryToString(QLocale.codeToTerritory(code)) or code


def _fill(choice: Choice, chosen: str) -> None:
    choice.clear()
    choice.addItem(_NO_COUNTRY, "")
    for name, code in sorted((_named(code), code) for code in business_days.countries()):
        choice.addItem(name, code)
    choice.show_key(chosen)


def meetings(live: Live, ask: Callable[[str], None]) -> Rows:
    """The agenda a new meeting begins with, and how calm a live one is."""
    desk, rows = live.desk, Rows(live.desk)
    known = {agenda.key: agenda for agenda in desk.lists.meeting.presets()}
    agendas = Choice("Agenda of new meetings", [(a.key, f"{a.name}" if "minute" in a.name else f"{a.name}, {a.minutes} minutes") for a in known.values()])

    def pick(key: str) -> None:
        profile.set_option(desk, default_preset=key, default_minutes=known[key].minutes)

    rows.one_of_many(
        "Length and agenda", "What a new meeting begins with; each keeps its own copy", agendas, pick,
        lambda: desk.settings.default_preset or LENGTHS.get(desk.settings.default_minutes, "method-20"),
    )  # fmt: skip
    rows.places("Agendas", "Stages, minutes, words and checklists, also your own", ("list", "Agendas…", lambda: ask("agendas")))
    rows.yes_or_no("seconds", "Hide all seconds", "Whole minutes alone, wherever time is shown in a meeting", means=False)
    rows.yes_or_no("announcements", "No announcements in meetings", "A screen reader is not told of stages and of the end", means=False)
    rows.yes_or_no("call_names_hidden", "Hide names in the call window", "It opens with all names hidden, for a screen that others see")
    return rows


def rules(live: Live, ask: Callable[[str], None]) -> Rows:
    """Every number of the rules for what follows."""
    rows = Rows(live.desk)
    for key, words, counted, least, most in _RULES:
        if hasattr(Settings, key):
            rows.number(key, words, counted, least, most)
    if any(command.name == "templates" for command in COMMANDS):
        rows.places("Templates", "What your letters begin with", ("mail", "Templates…", lambda: ask("templates")))
    return rows


def look(live: Live, ask: Callable[[str], None]) -> Rows:
    """Light or dark, and the size of the text."""
    rows = Rows(live.desk)
    schemes = [("system", "System"), ("light", "Light"), ("dark", "Dark")]
    rows.one_of_few("scheme", "Look", "As the system has it, or always the same", schemes, lambda key: ask(f"look_{key}"))
    sizes = [(str(size), f"{size} %") for size in TEXT_SIZES]
    rows.one_of_few("text_size", "Text size", "Everything follows at once", sizes, lambda key: ask(f"text_{key}"))
    return rows


def data(live: Live, ask: Callable[[str], None]) -> Rows:
    """Where everything is kept, and how it is taken out."""
    rows = Rows(live.desk)
    folder = live.desk.folder

    def show() -> None:
        if not links.open_folder(folder):
            live.said.emit("The folder cannot be opened from here")

    rows.places("Your data", "Only in this folder on this computer, readable by you alone", ("external-link", "Open", show))
    rows.note(str(folder))
    rows.places("Bring in", "LinkedIn’s connections, tables of people or companies", ("import", "Import…", lambda: ask("import")))
    rows.places("Take out", "Every record, to keep or to move", ("download", "Export everything…", lambda: ask("export_json")))
    rows.places("Trash", "What was deleted can be put back", ("trash-2", "Trash…", lambda: ask("trash")))
    return rows


# The section's key -> its words and what makes it.
SECTIONS: dict[str, tuple[str, Callable[[Live, Callable[[str], None]], Rows]]] = {
    "you": ("You", you),
    "week": ("Week", week),
    "meetings": ("Meetings", meetings),
    "rules": ("Follow-ups", rules),
    "look": ("Look", look),
    "data": ("Data", data),
}
