"""What a reference to another cable says: its number, the place or office in whose series it counts, whose it is, and its day.

``(A) STATE 44102``, ``Embtel 811, January 14, 1955``, ``your telegram 567``, ``MY TELNO 305``, ``پیرو ۲۲۰/۱۰۱``, ``كتابكم 3381 في 2/9/1984``. Which
document is meant is left to ``citing``. The trap is the day, which is digits too: it is read first and left out of the numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.calendars import find_dates
from cablegraph.text import to_ascii_digits

NUMBER = re.compile(
    r"(?<![\w/\-])(?P<core>(?:[^\W\d_]{1,6}[-/])*(?:[^\W\d_]{1,6}-)?\d+(?:[/\-.]\d+|[/\-][^\W\d_]{1,6}(?!\w)(?:[/\-]\d+)*)*)(?![\w])"
)
PLACED = re.compile(
    r"(?P<place>[A-Z][A-Z]+(?: [A-Z]{2,}){0,2}|[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?)\s+(?:(?i:telegrams?|tels?|nos?)\.?\s+)*\Z"
)
LISTED = re.compile(r"\A\s*\(?(?:\d{1,2}\)|[A-Ha-h][.)])\s+")
"""The number or letter of a reference in a list of them, which is no cable's: '1) VALE 44'."""
OWNER = re.compile(
    r"\b(?P<place>[A-Z][A-Za-z]{2,})(?:['’]s|s['’])\s+(?i:telegrams?|airgrams?|despatch|dispatch|cable)\b"
)
"""'Vale's telegram to Dept No. 215' counts in Vale's series."""
_NOT_PLACES = frozenset(
    {
        "ref",
        "refs",
        "reftel",
        "reftels",
        "no",
        "nos",
        "number",
        "tel",
        "telno",
        "telnos",
        "telegram",
        "telegrams",
        "desp",
        "airgram",
        "despatch",
        "dispatch",
        "memorandum",
        "letter",
        "and",
        "of",
        "in",
        "your",
        "my",
        "our",
        "para",
        "report",
    }
)


@dataclass(frozen=True, slots=True)
class Reference:
    """One cable referred to.

    ``core`` is its number without the place in capitals; ``place`` the place or office before it, in small letters; ``whose`` is
    ``mine``, ``yours`` or nothing; ``day`` ISO to the precision given.
    """

    core: str
    place: str
    whose: str
    day: str


@cache
def reference_words() -> dict[str, Any]:
    """The words by which references tell whose they are and from which office (``data/references.yml``)."""
    data: dict[str, Any] = yaml.safe_load((files(__package__) / "data" / "references.yml").read_text(encoding="utf-8"))
    return data


def number_core(number: str) -> tuple[str, str]:
    """A number in its plain form, and the place in front of it in small letters: ``VALE 001234`` is ``1234`` of ``vale``, ``۲۲۰/۱۰۱`` is ``220/101``."""
    plain = " ".join(re.sub(r"[‐-―−]", "-", to_ascii_digits(number)).split())
    placed = re.match(r"(?P<place>[^\W\d_][^\d]*?[^\W\d_])\s+(?P<core>[^\s]*\d.*)\Z", plain)
    place, core = (placed["place"], placed["core"]) if placed else ("", plain)
    return re.sub(r"(?<![\d.])0+(?=\d)", "", core.replace(" ", "")).upper().strip(".,;:"), place.lower()


def find_references(words: str) -> Iterator[Reference]:
    """The cables that a reference names, in reading order; none where it has no number ('reftel')."""
    text = LISTED.sub("", re.sub(r"[‐-―−]", "-", to_ascii_digits(words)))
    days = [d for d in find_dates(text) if d.interval and re.search(r"[^\W\d_]{3}|\d{4}", d.text)]
    dated = [d.span for d in days if not _is_number(text, d.span)]
    found = [m for m in NUMBER.finditer(text) if not any(s < m.end() and m.start() < e for s, e in dated)]
    place = whose = ""
    for i, match in enumerate(found):
        before = text[found[i - 1].end() if i else 0 : match.start()]
        named, mine = _place(before), _whose(before)
        if named or mine:
            place, whose = named, mine
        until = found[i + 1].start() if i + 1 < len(found) else len(text)
        day = next((d for d in days if match.end() <= d.span[0] < until and not _is_number(text, d.span)), None)
        core, _ = number_core(match["core"])
        yield Reference(core, place, whose, _iso(day.interval) if day else "")


def _place(before: str) -> str:
    """The place or office in whose series the number behind these words counts, in small letters; empty where they name none."""
    offices = reference_words()["offices"]
    if owner := OWNER.search(before):
        return owner["place"].lower()
    placed = PLACED.search(before)
    words = [w for w in (placed["place"].lower().split() if placed else []) if w not in _NOT_PLACES]
    if words and not any(w in offices for w in words) and not _whose(" ".join(words)):
        return " ".join(words)
    return next((w.lower() for w in re.findall(r"[A-Za-z]+", before) if w.lower() in offices), "")


def _whose(words: str) -> str:
    low = words.lower()
    for whose in ("yours", "mine"):
        if any(
            re.search(rf"(?<!\w){re.escape(word)}(?!\w)" if word.isascii() else re.escape(word), low)
            for word in reference_words()[whose]
        ):
            return whose
    return ""


def _is_number(text: str, span: tuple[int, int]) -> bool:
    """Whether what may be a day is all the digits there are, so that it must be the number ('۲۲۰/۱۰۱')."""
    rest = text[: span[0]] + text[span[1] :]
    return not re.search(r"\d", rest) and not re.search(r"[^\W\d_]{3}", text[span[0] : span[1]])


def _iso(interval: Any) -> str:
    if not interval or not interval.start or not interval.end:
        return ""
    start, end = interval.start.isoformat(), interval.end.isoformat()
    return next((start[:n] for n in (10, 7, 4) if start[:n] == end[:n] and (n == 10 or _whole(start, end, n))), "")


def _whole(start: str, end: str, length: int) -> bool:
    return (
        start[length:] == {7: "-01", 4: "-01-01"}[length]
        and end[length:] in {7: {"-28", "-29", "-30", "-31"}, 4: {"-12-31"}}[length]
    )
