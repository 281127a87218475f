"""The dictionary of column headers: what other programs call a name, a company, an address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from networking_desk.domain.names import fold

# Field -> the folded headers that mean it; `#` stands for a number. The first column that has something wins,
# except for addresses, telephone numbers and tags, which are collected.
_WORDS = {
    "given": "first name, given name, firstname, givenname, forename, vorname, prenom, nombre, nome, voornaam, fornamn",
    "family": "last name, family name, lastname, familyname, surname, nachname, nom, nom de famille, apellidos, apellido, cognome, achternaam, efternamn, sobrenome",
    "additional": "middle name, additional name",
    "suffix": "suffix, name suffix",
    "nickname": "nickname, nick name",
    "full_name": "name, full name, fullname, display name, contact, contact name, person, file as, nombre completo, nom complet, vollstandiger name",
    "emails": (
        "e mail, email, e mail address, email address, emailaddress, primary email, secondary email, e mail # value, e mail # address, e mail #, email #, "
        "mail, adresse e mail, e mail adresse, correo electronico, indirizzo e mail, e post"
    ),
    "phones": (
        "phone, telephone, phone number, phone numbers, mobile, mobile phone, business phone, home phone, work phone, mobile number, primary phone, "
        "other phone, phone # value, cell, cell phone, tel, telefon, telefono, telephone number, handy"
    ),
    "company": (
        "company, organization, organisation, employer, companyname, company name, organization name, organization # name, firma, unternehmen, societe, "
        "entreprise, empresa, azienda, bedrijf, foretag, arbeitgeber"
    ),
    "title": "position, job title, title, jobtitle, role, organization title, organization # title, current position, stelle, poste, puesto, cargo, funktion, beruf",
    "linkedin": "url, linkedin, linkedin url, profile url, linkedin profile, profile, web page, personal web page, web page #, website # value",
    "place": "location, place, city, address, ort, ville, ciudad, citta, plaats, stad, address # city, business city, work city",
    "region": "region, state, address # region, business state, work state",
    "country": "country, address # country, business country region, business country, work country, land, pays, pais",
    "notes": "notes, note, comments, comment, notizen, notas, remarks",
    "tags": "tags, labels, categories, group membership, groups, tag, list",
    "connected_on": "connected on, connected, verbunden am, en relation depuis",
    "website": "website, web site, homepage, company website, domain",
    "industry": "industry, sector, branche, secteur, sector industrial, settore",
    "size": "employees, size, company size, headcount, mitarbeiter, effectif",
    "priority": "priority, prio, rank, ranking, prioritat",
    "status": "status, stage, state of play",
}
_FIELDS = {word.strip(): field for field, words in _WORDS.items() for word in words.split(",")}
_OF_A_PERSON = frozenset({"given", "family", "full_name", "emails", "phones", "title", "linkedin", "connected_on", "nickname"})
_OF_A_COMPANY = frozenset({"website", "industry", "size", "priority", "status"})


def field_of(header: str) -> str | None:
    """The field that a column's header means, if it is a known one."""
    words = fold(header)
    return _FIELDS.get(words) or _FIELDS.get(re.sub(r"\b\d+\b", "#", words))


def fields_of(headers: Sequence[str]) -> list[str | None]:
    """The field of each column. `Title` is a name's prefix where there is a `Job Title` besides (Outlook)."""
    found = [field_of(header) for header in headers]
    words = [fold(header) for header in headers]
    if "title" in words and found.count("title") > 1:
        found[words.index("title")] = None
    return found


def is_header(headers: Sequence[str]) -> bool:
    """Whether a row of cells is a header: it names a person or a company, and is made of known words mostly."""
    found = {field for field in fields_of(headers) if field}
    return bool(found & {"given", "family", "full_name", "company", "emails"}) and len(found) * 2 >= min(4, sum(bool(h.strip()) for h in headers))


def tells_of_companies(fields: Sequence[str | None]) -> bool:
    """Whether the columns describe companies and not people."""
    found = {field for field in fields if field}
    if found & {"given", "family", "title", "connected_on"}:
        return False
    if "company" in found and not found & _OF_A_PERSON:
        return True
    return "full_name" in found and bool(found & _OF_A_COMPANY) and not found & (_OF_A_PERSON - {"full_name"})
