"""What a run of digits can be: a day, a year, a decade, years from-to, a numeric date, or nothing that a date is made of.

Knows shapes only; which calendar and which day is read later. The trap: telegram numbers, file codes and sums of money are digits and
marks too, so a shape that is not known here is no number at all.
"""

import re
from collections.abc import Iterator, Sequence

from cablegraph.calendars.node import BREAK, Node

DASHES = "\\-\u2010-\u2015\u2212"
MARKS = {",": ",", "،": ",", ".": ".", "/": "/", "(": "(", ")": ")", "'": "'", "’": "'", "‘": "'"}

_CLEAN = str.maketrans("", "", "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad")
_PART = re.compile(r"\d+")
_NUMERIC_DATE = re.compile(rf"\d{{1,4}}([/.{DASHES}])\d{{1,2}}\1\d{{1,4}}")
_YEARS = re.compile(rf"\d{{4}}[{DASHES}/](?:\d{{4}}|\d\d?)")
_YEARS_REVERSED = re.compile(rf"\d\d[{DASHES}/]\d{{4}}")  # in right-to-left text
_DAYS = re.compile(rf"\d{{1,2}}[{DASHES}/,]\d{{1,2}}")
_MONTH_AND_YEAR = re.compile(r"\d{1,2}/\d{4}")
_ISO_DATES = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_DAYS_OF_DATE = re.compile(rf"\d{{1,2}}[{DASHES}]\d{{1,2}}([/.])\d{{1,2}}\1\d{{4}}")
_DAY_AND_YEAR = re.compile(r"\d{1,2}[.,]\d{4}")


def read_number(text: str, start: int) -> Iterator[Node]:
    """Yield the tokens of a run of digits and the marks inside it; ``start`` is where the run begins in the whole text."""
    end = start + len(text)
    parts = [
        (match.start() + start, match.end() + start, int(match.group()))
        for match in _PART.finditer(text)
        if len(match.group()) <= 4
    ]
    clean = text.translate(_CLEAN)
    lower = clean.lower()
    if clean.isdecimal() and len(clean) <= 4:
        yield _plain(parts[0][2], len(clean), start, end)
    elif lower.endswith("s") and clean.rstrip("sS'’").isdecimal() and parts and parts[0][2] % 10 == 0:
        yield Node("D", start, end, number=parts[0][2])
    elif lower.endswith(("st", "nd", "rd", "th")) and clean[:-2].isdecimal() and parts and 1 <= parts[0][2] <= 31:
        yield Node("o", start, end, number=parts[0][2])
    elif _NUMERIC_DATE.fullmatch(clean) or _MONTH_AND_YEAR.fullmatch(clean):
        yield Node("#", start, end)
    elif _DAYS_OF_DATE.fullmatch(clean):
        yield _plain(parts[0][2], parts[0][1] - parts[0][0], parts[0][0], parts[0][1])
        yield Node("-", parts[0][1], parts[1][0])
        yield Node("#", parts[1][0], end)
    elif _ISO_DATES.fullmatch(clean):
        yield Node("#", start, parts[2][1])
        yield Node("-", parts[2][1], parts[3][0])
        yield Node("#", parts[3][0], end)
    elif _YEARS.fullmatch(clean):
        yield _years(parts, start, end)
    elif _YEARS_REVERSED.fullmatch(clean) and parts[0][2] > parts[1][2] % 100:
        yield Node("R", start, end, number=parts[1][2], last=parts[1][2] // 100 * 100 + parts[0][2])
    elif _DAYS.fullmatch(clean) or _DAY_AND_YEAR.fullmatch(clean):
        mark = next(character for character in clean if not character.isdecimal())
        for number, (at, to, value) in enumerate(parts):
            if number:
                yield Node(MARKS.get(mark, "-"), parts[0][1], at)
            yield _plain(value, to - at, at, to)
    else:
        yield BREAK


def _plain(value: int, digits: int, start: int, end: int) -> Node:
    if digits <= 2 and 1 <= value <= 31:
        return Node("d", start, end, number=value, last=digits)
    if digits == 2:
        return Node("n", start, end, number=value)
    return Node("Y" if digits == 4 and 1000 <= value <= 2599 else "i", start, end, number=value)


def _years(parts: Sequence[tuple[int, int, int]], start: int, end: int) -> Node:
    (_, _, first), (at, to, last) = parts
    size = 10 ** (to - at)
    if to - at < 4:
        last += first // size * size
        last += size * (last < first)
    first, last = min(first, last), max(first, last)
    return Node("R", start, end, number=first, last=last) if first != last else BREAK
