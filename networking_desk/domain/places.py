"""Places: what time it is where somebody lives, told only where it is certain."""

from __future__ import annotations

import re
from datetime import datetime

from networking_desk.domain.names import fold

# Countries with one time of day, by the names and codes that people write, and the zone of it. Those with several are left to their cities.
_COUNTRIES = {
    "Europe/Amsterdam": "netherlands nederland the_netherlands holland", "Europe/Brussels": "belgium belgie belgique", "Europe/Berlin": "germany deutschland", "Europe/Paris": "france",
    "Europe/London": "united_kingdom uk england scotland wales great_britain", "Europe/Dublin": "ireland", "Europe/Zurich": "switzerland schweiz suisse", "Europe/Vienna": "austria osterreich",
    "Europe/Rome": "italy italia", "Europe/Copenhagen": "denmark danmark", "Europe/Stockholm": "sweden sverige", "Europe/Oslo": "norway norge", "Europe/Helsinki": "finland suomi",
    "Europe/Warsaw": "poland polska", "Europe/Prague": "czechia czech_republic", "Europe/Budapest": "hungary", "Europe/Bucharest": "romania", "Europe/Sofia": "bulgaria",
    "Europe/Athens": "greece", "Europe/Istanbul": "turkey turkiye", "Europe/Kyiv": "ukraine", "Europe/Luxembourg": "luxembourg", "Europe/Vilnius": "lithuania", "Europe/Riga": "latvia",
    "Europe/Tallinn": "estonia", "Europe/Belgrade": "serbia", "Europe/Zagreb": "croatia", "Europe/Ljubljana": "slovenia", "Europe/Bratislava": "slovakia", "Europe/Malta": "malta",
    "Asia/Kolkata": "india", "Asia/Singapore": "singapore", "Asia/Tokyo": "japan", "Asia/Seoul": "south_korea", "Asia/Shanghai": "china", "Asia/Hong_Kong": "hong_kong", "Asia/Taipei": "taiwan",
    "Asia/Manila": "philippines", "Asia/Bangkok": "thailand", "Asia/Ho_Chi_Minh": "vietnam", "Asia/Kuala_Lumpur": "malaysia", "Asia/Dubai": "united_arab_emirates uae", "Asia/Riyadh": "saudi_arabia",
    "Asia/Jerusalem": "israel", "Asia/Karachi": "pakistan", "Asia/Dhaka": "bangladesh", "Asia/Colombo": "sri_lanka", "Africa/Johannesburg": "south_africa", "Africa/Lagos": "nigeria",
    "Africa/Nairobi": "kenya", "Africa/Cairo": "egypt", "Africa/Casablanca": "morocco", "Africa/Accra": "ghana", "America/Bogota": "colombia", "America/Lima": "peru",
    "America/Argentina/Buenos_Aires": "argentina", "Pacific/Auckland": "new_zealand",
}  # fmt: skip
# Cities that are meant when nothing else is said, with the words that may stand beside them; other words make them another city of that name.
_CITIES = {
    "Europe/Amsterdam": ("amsterdam rotterdam the_hague den_haag utrecht eindhoven groningen leiden delft", "nl netherlands nederland holland north_holland south_holland"),
    "Europe/Brussels": ("brussels antwerp ghent leuven bruges liege", "be belgium flanders flemish_region"), "Europe/Paris": ("paris lyon marseille toulouse lille nantes strasbourg", "fr france ile_de_france"),
    "Europe/Berlin": ("berlin hamburg munich munchen cologne koln frankfurt stuttgart dusseldorf leipzig dresden nuremberg", "de germany deutschland bavaria hesse"),
    "Europe/London": ("london edinburgh glasgow leeds liverpool cardiff belfast sheffield", "uk gb united_kingdom england scotland wales great_britain"), "Europe/Dublin": ("dublin cork galway", "ie ireland"),
    "Europe/Madrid": ("madrid barcelona valencia seville bilbao malaga", "es spain espana catalonia"), "Europe/Lisbon": ("lisbon lisboa porto", "pt portugal"), "Europe/Rome": ("rome roma milan milano turin naples bologna", "it italy italia"),
    "Europe/Zurich": ("zurich geneva basel bern lausanne", "ch switzerland"), "Europe/Vienna": ("vienna wien graz", "at austria"), "Europe/Copenhagen": ("copenhagen kobenhavn aarhus", "dk denmark"),
    "Europe/Stockholm": ("stockholm gothenburg goteborg malmo", "se sweden"), "Europe/Oslo": ("oslo bergen trondheim", "no norway"), "Europe/Helsinki": ("helsinki espoo tampere", "fi finland"),
    "Europe/Warsaw": ("warsaw krakow wroclaw gdansk poznan", "pl poland"), "Europe/Prague": ("prague praha brno", "cz czechia czech_republic"), "Europe/Athens": ("athens thessaloniki", "gr greece"),
    "Europe/Moscow": ("moscow saint_petersburg", "ru russia"), "America/New_York": ("new_york new_york_city brooklyn boston washington_dc philadelphia atlanta miami baltimore pittsburgh", "us usa united_states ny new_york ma massachusetts dc pa pennsylvania ga georgia fl florida md maryland"),
    "America/Chicago": ("chicago houston dallas austin minneapolis", "us usa united_states il illinois tx texas mn minnesota"), "America/Denver": ("denver boulder salt_lake_city", "us usa united_states co colorado ut utah"),
    "America/Los_Angeles": ("los_angeles san_francisco seattle san_diego san_francisco_bay silicon_valley", "us usa united_states ca california wa washington"), "America/Phoenix": ("phoenix tucson", "us usa united_states az arizona"),
    "America/Toronto": ("toronto ottawa montreal", "ca canada on ontario qc quebec"), "America/Vancouver": ("vancouver", "ca canada bc british_columbia"), "America/Mexico_City": ("mexico_city", "mx mexico"),
    "America/Sao_Paulo": ("sao_paulo rio_de_janeiro", "br brazil brasil"), "Australia/Sydney": ("sydney", "au australia nsw new_south_wales"), "Australia/Melbourne": ("melbourne", "au australia vic victoria"),
    "Australia/Brisbane": ("brisbane", "au australia qld queensland"), "Australia/Perth": ("perth", "au australia wa western_australia"), "Asia/Kolkata": ("mumbai bangalore bengaluru new_delhi delhi hyderabad chennai pune kolkata", "in india maharashtra karnataka"),
    "Asia/Tokyo": ("tokyo osaka kyoto", "jp japan"), "Asia/Shanghai": ("shanghai beijing shenzhen guangzhou", "cn china"), "Asia/Jakarta": ("jakarta", "id indonesia"), "Asia/Jerusalem": ("tel_aviv jerusalem", "il israel"),
    "Asia/Dubai": ("dubai abu_dhabi", "ae uae united_arab_emirates"), "Africa/Johannesburg": ("johannesburg cape_town pretoria durban", "za south_africa"), "Africa/Nairobi": ("nairobi", "ke kenya"), "Africa/Lagos": ("lagos abuja", "ng nigeria"),
}  # fmt: skip
_ABOUT = frozenset(["greater", "area", "metropolitan", "metro", "region", "city", "of", "randstad"])


def zone_of(place: str) -> str:
    """The IANA name of the zone that a place as written lies in: "Rotterdam, Netherlands". Empty where it is not certain."""
    parts = [_key(part) for part in re.split(r"[,;/()]| - ", place)]
    parts = [part for part in parts if part]
    for zone, (cities, beside) in _CITIES.items():
        if parts and parts[0] in cities.split():
            return zone if set(parts[1:]) <= {*beside.split(), *cities.split()} else ""
    for zone, names in _COUNTRIES.items():
        if parts and parts[-1] in names.split():
            return zone
    return ""


def _key(part: str) -> str:
    words = [word for word in fold(part).split() if word not in _ABOUT]
    return "_".join(words)


def local_time(place: str, now: datetime) -> datetime | None:
    """What time it is in a place, `now` being any moment; None where it is not certain, or this computer does not know the zone."""
    zone = zone_of(place)
    if not zone:
        return None
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return now.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
