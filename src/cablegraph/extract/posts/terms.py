"""The posts of a description and their times: 'Director, Office of Roads, until May 1966; thereafter, Ambassador to X'.

Each clause between semicolons is a post with the time at its end. The trap is 'thereafter': it begins where the clause before ended.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from cablegraph.calendars import find_dates
from cablegraph.extract.precision import iso_of

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Sept",
]
MONTH = "(?:" + "|".join([*MONTHS, *(rf"{m[:3]}\.?" for m in MONTHS)]) + ")"
DAY = rf"(?:(?:(?:early|late|mid)[ -])?(?:{MONTH}(?: \d{{1,2}})?,? )?\d{{4}}|\d{{1,2}} {MONTH},? \d{{4}})"
PART = rf"(?:{DAY}|{MONTH}(?: \d{{1,2}})?)"
TIME = re.compile(
    rf"(?P<range>,? *\b(?:from |between )?(?P<first>{PART}),?(?: (?:to|until|till|through|and)|\s?[–—-])\s?(?P<last>{DAY}))"
    rf"|(?P<since>,? *\b(?:from|since|after|beginning(?: in)?|as of|effective) (?P<begin>{DAY}))"
    rf"|(?P<until>,? *\b(?:until|till|to|through|before|up to) (?P<end>{DAY}))"
)
LEAD = re.compile(
    r"\s*(?:(?P<thereafter>thereafter|subsequently|afterwards?)|"
    r"also|and|later|then|previously|formerly|jointly|concurrently|earlier|before that|prior to that)\b,?\s*(?:as )?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A post with its time: the half-open span of the post's words, and first and last as ISO, None where not said."""

    start: int
    end: int
    first: str | None
    last: str | None
    basis: str


@cache
def head() -> re.Pattern[str]:
    """The words that make a post in an entry: those of the mentions' list and the few more of ``data/heads.yml``."""
    posts = yaml.safe_load(
        (files("cablegraph.extract") / "mentions" / "data" / "posts.yml").read_text(encoding="utf-8")
    )["en"]
    more = yaml.safe_load((files(__package__) / "data" / "heads.yml").read_text(encoding="utf-8"))["heads"]
    words = sorted({*posts["heads"], *posts["alone"], *more}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b", re.IGNORECASE)


def _bare(words: str) -> str | None:
    """The date of a few words as ISO; 'early 1970' is its year, since a list means no month by it."""
    words = re.sub(r"\b(?:early|late|mid)[ -]", "", words)
    found = next((d.interval for d in find_dates(words, language="en") if d.interval), None)
    return iso_of(found) if found and found.start and found.end else None


def _month_of(words: str, last: str | None) -> str | None:
    """A first date without its year, in the year of the last one."""
    return _bare(f"{words} {last[:4]}") if last and not re.search(r"\d{4}", words) else _bare(words)


def _times(clause: str) -> tuple[int, str | None, str | None] | None:
    """Where the time begins in a clause, its first and its last; None where the clause states none or goes on behind it."""
    found = list(TIME.finditer(clause))
    if not found:
        return None
    one = found[0]
    behind = clause[one.end() :].strip(" .,")
    first = last = None
    if one["range"]:
        last = _bare(one["last"])
        first = _month_of(one["first"], last)
    elif one["since"]:
        first = _bare(one["begin"])
        until = TIME.match(clause, one.end())
        if until and until["until"]:
            last = _bare(until["end"])
            behind = clause[until.end() :].strip(" .,")
    else:
        last = _bare(one["end"])
    if behind and not re.match(r"(?:\(|and (?:again|from)|when|who|as)", behind):
        return None
    return (one.start(), first, last) if first or last else None


def find_terms(text: str, start: int, end: int) -> Iterator[Term]:
    """The posts of a description that lies between ``start`` and ``end``, with their times."""
    before: str | None = None
    for piece in re.finditer(r"[^;]+", text[start:end]):
        clause, offset = piece[0].rstrip(" .\n"), start + piece.start()
        lead = LEAD.match(clause)
        at = lead.end() if lead else len(clause) - len(clause.lstrip())
        times = _times(clause[at:])
        stop = at + (times[0] if times else len(clause) - at)
        words = clause[at:stop].rstrip(" ,")
        if not head().search(words):
            before = times[2] if times else None
            continue
        first, last = (times[1], times[2]) if times else (None, None)
        thereafter = bool(lead and lead["thereafter"])
        if thereafter and first is None:
            first = before
        yield Term(
            offset + at,
            offset + at + len(words),
            first,
            last,
            "thereafter" if thereafter else "stated" if times else "undated",
        )
        before = last
