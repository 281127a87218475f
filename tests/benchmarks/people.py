"""Invented people and companies by the ten thousand, the same at every run."""

from __future__ import annotations

import random
from pathlib import Path

from networking_desk.desk import Desk
from networking_desk.formats.incoming import Person, Reading
from networking_desk.verbs import exchange, profile

_SYLLABLES = "an be co da el fa go ha il jo ka le mi no os pa qui ro sa te ul ve wi xa yo ze".split()
_TITLES = [f"{level} {what}" for level in ("Director of", "Head of", "Junior", "Senior", "VP") for what in ("Operations", "Planning", "Sales", "Design", "Finance", "Research")]


def people(count: int) -> list[Person]:
    """That many people at about a tenth as many companies."""
    chance = random.Random(2026)

    def word(least: int, most: int) -> str:
        return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(least, most))).title()

    given, family = [word(2, 3) for _ in range(900)], [word(2, 4) for _ in range(9_000)]
    companies = [f"{word(2, 3)} {word(1, 3)}" for _ in range(max(1, count // 10))]
    made = []
    for number in range(count):
        name = (chance.choice(given), chance.choice(family))
        made.append(Person(number + 2, " ".join(name), *name, linkedin=f"{name[0]}-{name[1]}-{number}".lower(), company=chance.choice(companies), title=chance.choice(_TITLES), emails=(f"{name[0]}{number}@mail.example".lower(),) if number % 20 == 0 else ()))
    return made


def connections_csv(path: Path, count: int) -> Path:
    """A Connections.csv of that many people."""
    rows = (f'{p.given},{p.family},https://www.linkedin.com/in/{p.linkedin},{p.emails[0] if p.emails else ""},{p.company},{p.title},03 Feb 2024\n' for p in people(count))
    path.write_text("Notes:\n\"words\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\n" + "".join(rows), encoding="utf-8")
    return path


def desk_of(folder: Path, count: int) -> Path:
    """A desk with that many contacts, past the welcome; made once."""
    if not (folder / "desk.sqlite3").exists():
        with Desk(folder) as desk:
            exchange.bring_in(desk, Reading("csv", people(count)), "people.csv")
            profile.set_option(desk, undoable=False, welcomed=True)
    return folder
