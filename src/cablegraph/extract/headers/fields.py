"""Values of header fields as they are kept: dates in ISO, markings in one form, lists as lists.

What a field says is cleaned of its frame (a precedence behind an addressee, initials in brackets behind a signer), never of its words.
"""

import re
from collections.abc import Sequence

from cablegraph.calendars import find_dates
from cablegraph.extract.headers.markings import find_marking
from cablegraph.extract.precision import iso_of
from cablegraph.model.header import LISTS

ZULU = re.compile(r"\b\d{2}(\d{2})(\d{2})Z\b|\b(\d{2})(\d{2})Z\b")
CLOCK = re.compile(r"(\d{1,2})(?::(\d{2}))?\s*([ap])\.?\s?m", re.IGNORECASE)
PLAIN_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?\b")
NOTES = re.compile(r"\s*\[[^\]\n]{1,40}\]\s*")
BEHIND = re.compile(r"\s+(?:(?:FLASH|NIACT|IMMEDIATE|PRIORITY|ROUTINE|DEFERRED|IMMED)\b\s*)?(?:\d{1,5})?\s*\Z")
SERIAL = re.compile(
    r"(?<=[\u0600-\u06ff]\s)[0-9۰-۹٠-٩]+(?:[/\-][0-9۰-۹٠-٩]+)*(?:/[\u0620-\u06cc]\b)?|^[۰-۹٠-٩]+(?:[/\-][0-9۰-۹٠-٩]+)*(?=\s)"
)
"""The number of a letter referred to, behind words of Arabic script (``عطف به نامه شماره ۱۱۲/۳ مورخ ...``)."""
ADDRESS = re.compile(r"\s*<[^<>\s]+@[^<>\s]+>")
DATED = re.compile(r"(?:مورخ[هۀ]?|تاریخ|المؤرخ[ة]?|بتاريخ|في)\s*\Z")
LETTERED = re.compile(r"(?:\A|\s)\s*\(?[A-Ha-h][.)]\s+")
BULLET = re.compile(r"^[\s\-–—•*·]+|[\s;,،؛]+$")


def iso_date(words: str) -> str | None:
    """The first date in the words as ISO, to the precision given; None where there is none or it can be read in two ways."""
    found = next((d for d in find_dates(words) if d.interval), None)
    return iso_of(found.interval) if found and found.interval else None


def clock(words: str) -> str | None:
    """A time of day as HH:MM, with Z where it is universal time."""
    if zulu := ZULU.search(words):
        return f"{zulu[1] or zulu[3]}:{zulu[2] or zulu[4]}Z"
    if "noon" in words:
        return "12:00"
    if "midnight" in words:
        return "00:00"
    if spoken := CLOCK.search(words):
        hour = int(spoken[1]) % 12 + (12 if spoken[3].lower() == "p" else 0)
        return f"{hour:02}:{spoken[2] or '00'}"
    plain = PLAIN_CLOCK.search(words)
    return f"{int(plain[1]):02}:{plain[2]}" if plain else None


def _references(words: str) -> list[str]:
    """References of one line: lettered ones apart ('(A) X 12 (B) Y 13'), of a letter in Arabic script its number alone."""
    number = SERIAL.search(words)
    if number and not DATED.search(words[: number.start()]):
        return [number[0]]
    return [item for item in LETTERED.split(words) if item.strip()] if LETTERED.match(words) else [words]


def split_list(words: str, field: str) -> tuple[str, ...]:
    """The items of a list field: one a line; tags also by comma, references and copies by semicolon."""
    parts = re.split(r"\n|[;؛]" if field in {"participants", "handling"} else r"\n|[;؛]|[,،](?=\s*[A-Z]{2,}\b)", words)
    if field == "tags":
        parts = re.split(r"[\s,;]+", words)
    if field == "references":
        parts = [item for part in parts for item in _references(part)]
    return tuple(item for part in parts if (item := BULLET.sub("", " ".join(part.split()))))


def clean(field: str, words: str) -> str | Sequence[str] | None:
    """What is kept of the words of a field; None where they say nothing of it (a date that is none)."""
    if field == "date":
        return iso_date(words)
    if field == "time":
        return clock(words)
    if field in LISTS:
        return split_list(words, field) or None
    if field in {"classification", "precedence"}:
        return find_marking(words, field) or " ".join(words.split()).strip(" .") or None
    value = " ".join(NOTES.sub(" ", words).split()) if field in {"from", "to", "signed"} else " ".join(words.split())
    if field in {"from", "to"}:
        value = ADDRESS.sub("", value).strip(' "') or value
    if field == "to" and value.isupper():
        value = BEHIND.sub("", value)
    if field == "number":
        value = re.sub(r"^((?:[A-Z]+ )+)0+(?=\d)", r"\1", value)
    return value.strip(" ,;:.،؛" if field != "subject" else " ,;:،؛") or None
