"""Spelling: text from outside made safe to keep, and the keys by which two spellings are the same."""

from __future__ import annotations

import re
import unicodedata

# Format and control characters that change how a name reads without being seen (formats.md 4.1).
# ZWJ and ZWNJ stay: emoji, Persian and Indic names need them.
_DROPPED = dict.fromkeys((*range(9), *range(11, 13), *range(14, 32), *range(127, 160), 8203, 8206, 8207, *range(8234, 8239), *range(8294, 8298), 65279, *range(55296, 57344)))  # fmt: skip
# Letters that no decomposition takes apart, in lower case.
_PLAIN = {ord("ł"): "l", ord("ø"): "o", ord("đ"): "d", ord("æ"): "ae", ord("œ"): "oe"}
_ASCII_WORDS = {c: (chr(c).lower() if chr(c).isalnum() else " ") for c in range(128)}
_LEGAL_FORMS = frozenset(
    [
        "inc",
        "incorporated",
        "ltd",
        "limited",
        "gmbh",
        "ag",
        "sa",
        "sas",
        "sarl",
        "srl",
        "ab",
        "as",
        "oy",
        "oyj",
        "llc",
        "llp",
        "plc",
        "pty",
        "co",
        "corp",
        "corporation",
        "company",
        "group",
        "the",
        "bv",
        "nv",
        "spa",
        "kg",
        "se",
    ]
)
# Forms that are also family names, short words or countries: alone they do not make a company of what stands before them.
_MANY_MEANINGS = frozenset(["as", "co", "se", "the", "sa", "ag", "ab"])
_DOTTED_FORM = re.compile(r"(?:^|(?<=[\s,]))(?:[sa]\.\s?[ags]\.?|[bn]\.\s?v\.?|l\.\s?l\.\s?[cp]\.?|s\.\s?(?:r\.\s?l|p\.\s?a)\.?)$", re.IGNORECASE)
_COMMAS = re.compile(r"\([^()]*\)|[,;\t\n，、；،؛]")
_BREAKS = re.compile(r"\([^()]*\)|[,;\t\n，、；،؛]|\s[-–—|]\s")
_AT = re.compile(r"^(?P<before>.*?)(?:^|\s)(?:@\s*|at\s+(?=[^a-z]))(?P<company>\S.*)$")
_NOT_COMPANIES = frozenset(
    [
        "",
        "-",
        "n a",
        "na",
        "none",
        "self employed",
        "selfemployed",
        "freelance",
        "freelancer",
        "independent",
        "stealth",
        "stealth startup",
        "stealth mode",
        "unemployed",
        "retired",
        "student",
    ]
)
# One @ with something on both sides and no space: what people have is never refused for more than that.
_EMAIL = re.compile(r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+\.[^\s@<>,;:\"()]+")
_SLUG = re.compile(r"(?:https?:)?(?://)?(?:[\w-]+\.)*linkedin\.com(?::\d+)?/(?:mwlite/)?(?:in|pub)/([^/?#\s]+)", re.IGNORECASE)


def clean(text: str, limit: int = 10_000) -> str:
    """One line of text from outside: NFC, trimmed, without invisible controls, at most `limit` characters."""
    if text.isascii() and text.isprintable():
        return (" ".join(text.split()) if "  " in text else text.strip())[:limit].rstrip()
    return " ".join(unicodedata.normalize("NFC", text.translate(_DROPPED)).split())[:limit].rstrip()


def clean_lines(text: str, limit: int = 65_536) -> str:
    """Like `clean`, with the lines kept, each ended by a line feed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(unicodedata.normalize("NFC", line.translate(_DROPPED)).rstrip() for line in lines).strip()[:limit]


def fold(text: str) -> str:
    """Words as they are searched and sorted: lower case, without accents and punctuation, one space between."""
    if text.isascii():
        return " ".join(text.translate(_ASCII_WORDS).split())
    # Lower case may bring new composed letters, and taking those apart new capitals: twice is enough.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).casefold().translate(_PLAIN)
    kept = "".join(c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain)
    return " ".join(kept.split())


def name_key(full_name: str) -> str:
    """A person's name as it is compared: folded, words in order of the alphabet (formats.md 4.3)."""
    return " ".join(sorted(fold(full_name).split()))


def company_key(name: str) -> str:
    """A company's name as it is compared: folded, without its legal form; empty when nothing would be left."""
    words = fold(name.replace("&", " ")).split()
    return " ".join([w for w in words if w not in _LEGAL_FORMS] or words)


def has_legal_form(name: str) -> bool:
    """Whether the words end as only a company's name does: "Larkfield Talent GmbH"."""
    words = fold(name).split()
    if len(words) < 2 or name.endswith(", NV"):  # Nevada
        return False
    return words[-1] in _LEGAL_FORMS - _MANY_MEANINGS or bool(_DOTTED_FORM.search(name.strip()))


def is_legal_form(part: str) -> bool:
    """Whether the words are nothing but a legal form, which a comma cut off from its company: "Inc.", "GmbH & Co. KG". CO in capitals is a state."""
    text = part.strip()
    words = fold(text.replace("&", " ")).split()
    alone = bool(words) and text != "CO" and not {"the", "group", "company"} & set(words) and all(word in _LEGAL_FORMS for word in words)
    return alone or bool(_DOTTED_FORM.fullmatch(text))


def ends_in_cut_form(part: str) -> bool:
    """Whether the words end in a comma and a legal form that nothing but a company has: "Foo, Inc."."""
    before, comma, form = part.rpartition(",")
    return bool(comma) and bool(before.strip()) and is_legal_form(form) and has_legal_form(f"x,{form}")


def parts(words: str, *, dashes: bool = False) -> list[str]:
    """What was typed, cut at its commas and, if wanted, its dashes, in whatever script; brackets stay whole. A part may be empty."""
    found, start = [], 0
    for cut in (_BREAKS if dashes else _COMMAS).finditer(words):
        if not cut.group().startswith("("):
            found.append(clean(words[start : cut.start()]))
            start = cut.end()
    return [*found, clean(words[start:])]


def before_and_company(part: str) -> tuple[str, str]:
    """`Planner @ Northwind` or `Planner at Northwind` in two; no company where nothing says so."""
    found = _AT.match(part)
    return (found["before"].strip(), found["company"].strip()) if found else (part, "")


def is_company(name: str) -> bool:
    """Whether the words name a company, unlike "Self-employed" or "n/a" (formats.md 5, line 51)."""
    return fold(name) not in _NOT_COMPANIES or (bool(name.strip(" -./")) and not fold(name))


def email_key(address: str) -> str:
    """An address as it is compared: NFKC, whole, casefolded; no folding of dots."""
    return unicodedata.normalize("NFKC", address).removeprefix("mailto:").strip().casefold()


def email_in(text: str) -> str:
    """The first e-mail address in the words, or nothing."""
    found = _EMAIL.search(text.removeprefix("mailto:"))
    return found.group().rstrip(".") if found else ""


def linkedin_slug(url: str) -> str:
    """The profile's short name out of a LinkedIn address, percent-decoded; empty for any other address."""
    found = _SLUG.fullmatch(url.strip().split("?")[0].split("#")[0].rstrip("/"))
    if not found:
        return ""
    slug = found.group(1)
    if "%" in slug:
        from urllib.parse import unquote

        slug = unquote(slug, errors="replace")
    return clean(slug)


def phone_in(text: str) -> bool:
    """Whether the words are a telephone number: six digits or more and nothing but digits and dialling signs."""
    return sum(c.isdigit() for c in text) >= 6 and all(c.isdigit() or c in "+-()./ x#" or c.isspace() for c in text.lower().replace("ext", "x"))


def first_name(full_name: str) -> str:
    """What somebody is called."""
    return full_name.split(" ", maxsplit=1)[0]


def given_and_family(full_name: str) -> tuple[str, str]:
    """A spoken name cut in two: the last word is the family name. Names are kept whole besides."""
    given, _, family = full_name.rpartition(" ")
    return (given, family) if given else (family, "")
