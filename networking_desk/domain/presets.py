"""Presets: the agendas that a meeting can begin with, the program's own and the user's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from networking_desk.domain.agenda import Stage
from networking_desk.domain.errors import DeskError
from networking_desk.domain.meetings import CaptureKind
from networking_desk.domain.record import Record

SHORTEST, LONGEST = 6, 120  # minutes of a meeting
MOST_STAGES = 12


@dataclass(frozen=True, kw_only=True)
class Preset(Record):
    """An agenda of the user's own. `key` names the built-in one that it takes the place of, if it does."""

    name: str
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class PresetStage(Record):
    """One stage of an agenda of the user's own; see StagePlan."""

    preset_id: str
    position: int
    name: str
    short: str = ""
    minutes: int
    protected: bool = False
    capture: CaptureKind = CaptureKind.NOTE
    hint: str = ""
    prompt: str = ""
    checklist: tuple[str, ...] = ()


@dataclass(frozen=True)
class StagePlan:
    """A stage as an agenda has it: minutes, whether they are protected, what is captured in it by default, its words and its checklist.

    `{minutes}` in the words stands for the length of the meeting.
    """

    name: str
    short: str
    minutes: int
    protected: bool
    capture: CaptureKind
    hint: str
    prompt: str
    checklist: tuple[str, ...] = ()


@dataclass(frozen=True)
class Agenda:
    """An agenda to copy into a meeting. `key` is a built-in's name or a preset's id; `own` says that the user wrote or changed it."""

    key: str
    name: str
    stages: tuple[StagePlan, ...]
    own: bool = False

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(stage.minutes for stage in self.stages)


# product.md 4.1; the order is the method's. Minutes are those of 20.
_METHOD = (
    StagePlan(
        "Skills and abilities", "Skills", 3, False, CaptureKind.NOTE,
        "Open with thanks: “I will keep to {minutes} minutes.”", "“Thank you for your time. Let me say in a minute what I do well.”",
        ("Thank them, say you will keep to {minutes} minutes", "Say what you offer"),
    ),
    StagePlan(
        "Ideal position", "Position", 2, False, CaptureKind.NOTE,
        "One sentence, then pause.", "“The roles and responsibilities I excel at are these.”",
        ("Say your ideal position", "Pause and listen"),
    ),
    StagePlan(
        "Anyone or anything?", "Anyone?", 3, False, CaptureKind.REFERRAL,
        "People, teams or projects that could use you.", "“Do you know anyone, or anything, that could use this?”",
        ("Ask for people", "Ask for teams and projects"),
    ),
    StagePlan(
        "Target companies", "Target list", 6, True, CaptureKind.REFERRAL,
        "Show the list. Ask who they know.", "“Here is my list. Who do you know at these companies?”",
        ("Show or send the list", "Ask for names at each company", "May I use your name?", "Phone number or email"),
    ),
    StagePlan(
        "Missing companies", "Missing", 3, True, CaptureKind.COMPANY,
        "Ask which companies you left out.", "“Which companies are missing from it? Who do you know there?”",
        ("Ask which companies are missing", "Ask for contacts there"),
    ),
    StagePlan(
        "Thanks, next steps", "Thanks", 3, True, CaptureKind.PROMISE,
        "Read back names. Ask to call tomorrow.", "“Thank you. May I call you tomorrow with a short update?”",
        ("Read back the names", "Say what you will do, and by when", "Ask if you may call tomorrow"),
    ),
)  # fmt: skip
_SHORT_METHOD = tuple(replace(stage, minutes=minutes) for stage, minutes in zip(_METHOD, (2, 2, 2, 5, 2, 2), strict=True))

# After Ballinger and Perez: the whole talk within 20 minutes, 2 of them for the ending.
_TWENTY = (
    StagePlan(
        "First impression", "Opening", 3, False, CaptureKind.NOTE,
        "Thank them, say who sent you, say how long.", "“Thank you for seeing me. I will keep to {minutes} minutes.”",
        ("Thank them", "Say who suggested that you meet", "Say that you will keep to {minutes} minutes"),
    ),
    StagePlan(
        "Overview", "Overview", 1, False, CaptureKind.NOTE,
        "One minute about you, no more.", "“In one minute, this is what I do and what I look for.”",
        ("Say what you offer and what you want",),
    ),
    StagePlan(
        "Discussion", "Discussion", 14, False, CaptureKind.REFERRAL,
        "Your questions. The last one: whom else should I meet?", "“Whom else do you think I should talk to?”",
        ("Ask your questions", "Show the target list", "Ask whom else to meet", "Ask what you can do for them"),
    ),
    StagePlan(
        "Ending", "Ending", 2, True, CaptureKind.PROMISE,
        "Thank them and read back what was said.", "“Thank you. Let me read back what I noted.”",
        ("Thank them", "Read back the names", "Ask if you may call tomorrow"),
    ),
)  # fmt: skip

# After Dalton: each letter a part of the talk, from what they see to what they would do.
_TIARA = (
    StagePlan(
        "Trends", "Trends", 4, False, CaptureKind.NOTE,
        "What changes in their field.", "“Which trends are changing your work the most?”", ("Ask about trends",),
    ),
    StagePlan(
        "Insights", "Insights", 4, False, CaptureKind.NOTE,
        "What they have learned that others do not see.", "“What surprises you most about your work?”", ("Ask for insights",),
    ),
    StagePlan(
        "Advice", "Advice", 4, False, CaptureKind.NOTE,
        "What they would do in your place.", "“What would you do in my place?”", ("Ask for advice",),
    ),
    StagePlan(
        "Resources", "Resources", 5, True, CaptureKind.REFERRAL,
        "People, companies and places to turn to next. Show the list.", "“Whom and what should I turn to next? Here is my list.”",
        ("Show the target list", "Ask for names", "Ask which companies are missing"),
    ),
    StagePlan(
        "Assignments", "Assignments", 3, True, CaptureKind.PROMISE,
        "What each of you does next. Thank them.", "“Thank you. What should I do first, and may I call you tomorrow?”",
        ("Say what you will do, and by when", "Ask if you may call tomorrow", "Thank them"),
    ),
)  # fmt: skip

METHOD_20, METHOD_15 = Agenda("method-20", "20 minutes", _METHOD), Agenda("method-15", "15 minutes", _SHORT_METHOD)
BUILT_IN = (METHOD_20, METHOD_15, Agenda("book-20", "20-minute meeting", _TWENTY), Agenda("tiara", "TIARA", _TIARA))
LENGTHS = {15: "method-15", 20: "method-20"}


def known(presets: Iterable[Preset], stages: Iterable[PresetStage]) -> list[Agenda]:
    """All agendas there are to choose from: the built-in ones, as the user has changed them, then the user's own by name."""
    by_preset: dict[str, list[PresetStage]] = {}
    for stage in stages:
        by_preset.setdefault(stage.preset_id, []).append(stage)
    own, changed = [], {}
    for preset in presets:
        made = Agenda(preset.key or preset.id, preset.name, tuple(map(_plan, sorted(by_preset.get(preset.id, ()), key=lambda s: s.position))), own=True)
        if preset.key:
            changed[preset.key] = made
        else:
            own.append(made)
    return [changed.get(agenda.key, agenda) for agenda in BUILT_IN] + sorted(own, key=lambda agenda: agenda.name.casefold())


def _plan(stage: PresetStage) -> StagePlan:
    return StagePlan(stage.name, stage.short, stage.minutes, stage.protected, stage.capture, stage.hint, stage.prompt, stage.checklist)


def resized(agenda: Agenda, length: int) -> Agenda:
    """An agenda of that many minutes in all, each stage one at least, in the proportions that it has.

    Raises DeskError for a length that no meeting has, or that is too short for so many stages.
    """
    if not max(SHORTEST, len(agenda.stages)) <= length <= LONGEST:
        raise DeskError(f"A meeting with this agenda takes {max(SHORTEST, len(agenda.stages))} to {LONGEST} minutes.")
    shares = [max(1, stage.minutes * length // agenda.minutes) for stage in agenda.stages]
    # What rounding leaves over belongs to the longest protected stage, the target list; what it took too much, it gives back.
    longest = max(range(len(shares)), key=lambda place: (agenda.stages[place].protected, shares[place], -place))
    shares[longest] += length - sum(shares)
    while shares[longest] < 1:
        giver = max(range(len(shares)), key=lambda place: shares[place])
        shares[giver] -= 1
        shares[longest] += 1
    return replace(agenda, stages=tuple(replace(stage, minutes=minutes) for stage, minutes in zip(agenda.stages, shares, strict=True)))


def checked(name: str, stages: Sequence[StagePlan]) -> None:
    """Refuse an agenda that no meeting could run with. Raises DeskError that says what is missing."""
    if not name.strip():
        raise DeskError("Give the agenda a name.")
    if not 1 <= len(stages) <= MOST_STAGES:
        raise DeskError(f"An agenda has 1 to {MOST_STAGES} stages.")
    if not all(stage.name.strip() for stage in stages):
        raise DeskError("Give each stage a name.")
    if any(stage.minutes < 1 for stage in stages) or not SHORTEST <= sum(stage.minutes for stage in stages) <= LONGEST:
        raise DeskError(f"Each stage takes a minute at least, the whole agenda {SHORTEST} to {LONGEST}.")


def stages_for(meeting_id: str, agenda: Agenda) -> list[Stage]:
    """The stages of a new meeting, copied from an agenda: what is changed in the agenda later leaves the meeting as it is."""
    return [
        Stage(
            meeting_id=meeting_id, position=position, name=plan.name, short=plan.short or short_of(plan.name), hint=worded(plan.hint, agenda),
            prompt=worded(plan.prompt, agenda), planned_minutes=plan.minutes, protected=plan.protected, capture=plan.capture,
        )
        for position, plan in enumerate(agenda.stages)
    ]  # fmt: skip


def worded(text: str, agenda: Agenda) -> str:
    """Words of an agenda as they are said in a meeting of its length."""
    return text.replace("{minutes}", str(agenda.minutes))


def says(said: str, text: str) -> bool:
    """Whether words of a meeting are these of an agenda, whatever the length that they name."""
    return re.fullmatch(r"\d+".join(map(re.escape, text.split("{minutes}"))), said) is not None


def short_of(name: str) -> str:
    """A stage's name where there is room for a word only."""
    first = name.split(",", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    return first[:12]
