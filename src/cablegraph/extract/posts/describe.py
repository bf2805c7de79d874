"""Entries of lists of persons: 'Adams, Anna B., Director, Office of Roads, until May 1966; thereafter, Ambassador to X'.

Each clause between semicolons is a post with the time at its end. The trap is the name: given names, ranks, 'Jr.' and branches of service
stand between commas too, so the post begins with the first part that holds a word for a post. 'Thereafter' begins where the clause before
ended.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from cablegraph.calendars import find_dates
from cablegraph.extract.precision import iso_of
from cablegraph.model.relation import FoundRelation, Party
from cablegraph.text import Span

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
ENTRY = re.compile(
    r"^(?P<surname>(?:al-|el-|ibn |de |von )?[A-Z][^\n,;:]{0,70}), (?P<rest>[^\n]{8,1200})$", re.MULTILINE
)
LEAD = re.compile(
    r"\s*(?:(?P<thereafter>thereafter|subsequently|afterwards?)|"
    r"also|and|later|then|previously|formerly|jointly|concurrently|earlier|before that|prior to that)\b,?\s*(?:as )?",
    re.IGNORECASE,
)
PROSE = re.compile(
    r"\b(?:said|says|told|met|were|are|has|have|had|that he|which|visited|asked|would|will|reported|is|was)\b(?! (?:also|formerly))"
)
NAME_TAIL = re.compile(
    r"(?:Jr|Sr|II|III|IV|USA|USN|USAF|USMC|USCG|Ret|RN|RAF|M\.?D|Ph\.?D|Esq|K\.?C\.?M\.?G|U\.?S\.? ?(?:Army|Navy|Air Force|Marine Corps))\.?\Z"
)
STATED, UNDATED = 0.9, 0.6


@dataclass(frozen=True, slots=True)
class Term:
    """A post with its time: the half-open span of the post's words, and first and last as ISO, None where not said."""

    start: int
    end: int
    first: str | None
    last: str | None
    basis: str


@cache
def _head() -> re.Pattern[str]:
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
        if not _head().search(words):
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


def _role_start(rest: str) -> int | None:
    """Where the post begins in what follows a surname: at the first part between commas that holds a word for a post."""
    at = 0
    parts = re.split(r"(?<=,) (?![^(]*\))", rest)
    for number, part in enumerate(parts):
        words = part.rstrip(" ,;")
        tail = NAME_TAIL.search(words) is not None and len(words.split()) <= 3
        rank_and_name = (
            number == 0
            and len(parts) > 1
            and re.fullmatch(r"(?:[A-Z][\w.'’-]*\s?)+(?:\([^)]*\)\s?)?", words)
            and not re.search(r"\b(?:of|to|for|in|the)\b", words)
            and not _starts_with_post(words)
        )
        if not tail and not rank_and_name and _head().search(part.split(";")[0]):
            return at
        if ";" in part:
            return at + part.index(";") + 1
        if number > 4:
            return None
        at += len(part) + 1
    return None


def _starts_with_post(words: str) -> bool:
    """Whether a part is a post and no rank with a name: 'Foreign Minister', 'Ambassador', but not 'General Paul D.'."""
    heads = list(_head().finditer(words))
    return bool(heads) and words[heads[-1].end() :].strip() == ""


def find_descriptions(text: str) -> Iterator[tuple[Span, tuple[FoundRelation, ...]]]:
    """Find entries of lists of persons and the posts they state.

    Args:
        text: A text in which each entry is a line.

    Yields:
        The span of each entry with its Occupancy relations; the post's words are the object, what stands behind its first comma the organization.
    """
    for line in ENTRY.finditer(text):
        if ";" not in line[0] and not TIME.search(line[0]):
            continue
        start = _role_start(line["rest"])
        if start is None or PROSE.search(re.sub(r"\([^)]*\)", "", line[0])):
            continue
        begin = line.start("rest") + start
        name_end = begin - (len(text[line.start() : begin]) - len(text[line.start() : begin].rstrip(" ,")))
        name = Party(text[line.start() : name_end], line.start(), name_end, "PERSON")
        terms = [t for t in find_terms(text, begin, line.end()) if t.first or t.last or t.basis == "undated"]
        if any(t.first or t.last for t in terms):
            yield Span(*line.span()), tuple(_relation(text, line, name, term) for term in terms)


def _relation(text: str, line: re.Match[str], name: Party, term: Term) -> FoundRelation:
    comma = text.find(", ", term.start, term.end)
    organization = Party(text[comma + 2 : term.end], comma + 2, term.end, "ORG") if comma > 0 else None
    return FoundRelation(
        type="Occupancy",
        subject=name,
        object=Party(text[term.start : term.end], term.start, term.end, "POST"),
        start=line.start(),
        end=line.end(),
        quote=line[0],
        organization=organization,
        first=term.first,
        last=term.last,
        acting=bool(re.match(r"(?:Acting|Interim)\b", text[term.start : term.end])),
        confidence=UNDATED if term.basis == "undated" else STATED,
        cue=text[term.start : term.end],
        origin=f"rule:description.{term.basis}",
    )
