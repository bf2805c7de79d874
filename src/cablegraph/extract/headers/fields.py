"""Values of header fields as they are kept: dates in ISO, markings in one form, lists as lists.

What a field says is cleaned of its frame (a precedence behind an addressee, initials in brackets behind a signer), never of its words.
"""

import re
from collections.abc import Sequence

from cablegraph.calendars import find_dates
from cablegraph.extract.headers.grading import CREDIBILITY, RELIABILITY, find_grades
from cablegraph.extract.headers.markings import find_marking
from cablegraph.extract.headers.times import as_universal, find_clock
from cablegraph.extract.precision import iso_of
from cablegraph.model.header import LISTS

NOTES = re.compile(r"\s*\[[^\]\n]{1,40}\]\s*")
BEHIND = re.compile(r"(?<![-–])\s+(?:(?:FLASH|NIACT|IMMEDIATE|PRIORITY|ROUTINE|DEFERRED|IMMED)\b\s*)?(?:\d{1,5})?\s*\Z")
SERIAL = re.compile(
    r"(?<=[\u0600-\u06ff]\s)(?:[\u0620-\u06cc]{1,3}[/\-])?[0-9۰-۹٠-٩]+(?:[/\-](?:[0-9۰-۹٠-٩]+|[\u0620-\u06cc]{1,3}(?![\w])))*"
    r"|^[0-9۰-۹٠-٩]+(?:[/\-](?:[0-9۰-۹٠-٩]+|[\u0620-\u06cc]{1,3}(?!\w)))*(?=\s[\u0600-\u06ff]|\Z)"
)
"""The number of a letter referred to, behind words of Arabic script (``عطف به نامه شماره ۱۱۲/۳ مورخ ...``)."""
ROUTING = re.compile(r"\A(?:R[A-Z]{4,7}/)+\s*")
URGENT = r"(?:FLASH|NIACT|IMMEDIATE|PRIORITY|ROUTINE|DEFERRED|IMMED|DESKBY \d{6}Z)"
AHEAD = re.compile(rf"\A(?:{URGENT}\s+)+(?=\S)")
APIECE = re.compile(r"(?:Am|Con|Emb|US)[A-Z]?\w+ [A-Z][A-Za-z. ]*|[A-Z][A-Z0-9 ./&\-]*")
"""One of several addressees on a line: 'AmEmbassy LONDON', 'UKDEL NATO', 'S/S'; not 'Mr Hardy, MED'."""
TITLED = re.compile(
    r"\s*(?:(?:PS|PUS|APS)/|PS/)?(?:Mr|Mrs|Ms|Miss|Sir|Dr|Lord|Lady|HE|HM|Gen|Col|Major|Capt|آقای|خانم|السيد|السيدة)\b"
)
OF_DAY = re.compile(r"\s+(?i:of|dated|on|مورخ|مورخه|بتاريخ|في|لسنة)\s.*\Z", re.DOTALL)
TAKEN = re.compile(r"\s*\([^()\n]*\d[^()\n]*\)?.*\Z", re.DOTALL)
ADDRESS = re.compile(r"\s*<[^<>\s]+@[^<>\s]+>")
DATED = re.compile(r"(?:مورخ[هۀ]?|تاریخ|المؤرخ[ة]?|بتاريخ|في)\s*\Z")
LETTERED = re.compile(r"(?:\A|\s)\s*\(?[A-Ha-h][.)]\s+")
BULLET = re.compile(r"^[\s\-–—•*·]+|[\s;,،؛]+$")


def iso_date(words: str) -> str | None:
    """The first date in the words as ISO, to the precision given; None where there is none or it can be read in two ways."""
    found = next((d for d in find_dates(as_universal(words)) if d.interval), None)
    return iso_of(found.interval) if found and found.interval else None


def _references(words: str) -> list[str]:
    """References of one line: lettered ones apart ('(A) X 12 (B) Y 13'), of a letter in Arabic script its number alone."""
    number = SERIAL.search(words)
    if number and not DATED.search(words[: number.start()]):
        return [number[0]]
    return [item for item in LETTERED.split(words) if item.strip()] if LETTERED.match(words) else [words]


def _apiece(line: str) -> list[str]:
    """The addressees of one line, where it plainly lists several."""
    items = [item.strip() for item in re.split(r"[,،]", line)]
    return items if all(APIECE.fullmatch(item) for item in items) else [line]


def _frameless(words: str) -> str:
    """An addressee without the routing indicator and precedence before it, and the precedence and serial behind."""
    value = AHEAD.sub("", ROUTING.sub("", words.strip()))
    return BEHIND.sub("", value) if value.isupper() else value


def _persons(words: str) -> list[str]:
    """Who took part, one a line; where a blank line divides the sides of a conversation, the name of each side is left out."""
    sides = [[line for line in re.split(r"\n|[;؛]", side) if line.strip()] for side in re.split(r"\n[ \t]*\n", words)]
    sides = [side for side in sides if side]
    named = len(sides) > 1 and all(
        len(s) > 1 and len(s[0].split()) <= 3 and not re.search(r"[,،]", s[0]) for s in sides
    )
    return [line for side in sides for line in (side[1:] if named else side)]


def split_list(words: str, field: str) -> tuple[str, ...]:
    """The items of a list field: one a line; tags also by comma, references and copies by semicolon."""
    parts = re.split(r"\n|[;؛]", words)
    if field == "participants":
        parts = _persons(words)
    if field == "info":
        parts = [_frameless(item) for part in parts for item in _apiece(part)]
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
        return find_clock(words)
    if field in {RELIABILITY, CREDIBILITY}:
        return next((grade.value for grade in find_grades(words, kind=field)), None)
    if field in LISTS:
        return split_list(words, field) or None
    if field in {"classification", "precedence"}:
        return find_marking(words, field) or " ".join(words.split()).strip(" .") or None
    lines = words.split("\n")
    if field == "to" and len(lines) > 1 and all(TITLED.match(line) for line in lines):
        return "; ".join(" ".join(line.split()) for line in lines)
    value = " ".join(NOTES.sub(" ", words).split()) if field in {"from", "to", "signed"} else " ".join(words.split())
    if field in {"from", "to"}:
        value = ADDRESS.sub("", value).strip(' "') or value
    if field == "to":
        value = _frameless(value)
    if field == "place":
        value = TAKEN.sub("", value)
    if field == "number":
        value = OF_DAY.sub("", value)
        value = re.sub(r"^((?:[A-Z]+ )+)0+(?=\d)", r"\1", value)
    return value.strip(" ,;:.،؛" if field != "subject" else " ,;:،؛") or None
