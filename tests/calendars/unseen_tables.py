"""The tables of invented phrases in ``unseen/``: reading them, and counting what ``find_dates`` makes of them.

Knows the notation at the head of the tables and turns it into days by converters that the package does not use for the same calendar
(convertdate for solar Hijri); lunar days may differ by one. The trap: a phrase can hold several dates, and the unit that is counted is a
date, not a phrase; a phrase that holds none counts as one case of its own.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import hijridate
import yaml
from convertdate import persian

from cablegraph.calendars import DateMatch, find_dates

FOLDER = Path(__file__).parent / "unseen"
Bounds = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of a table: a phrase, the day it was written, and the notation of each of its dates."""

    section: str
    language: str
    text: str
    dates: tuple[str, ...]
    written: date | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one phrase: how many of its dates were read exactly, how many intervals were found that are none of them."""

    phrase: Phrase
    exact: int
    wrong: int
    found: tuple[str, ...]


def load(name: str) -> list[Phrase]:
    """Return the phrases of a table."""
    sections = yaml.load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [
        Phrase(
            section,
            language,
            text,
            () if dates == "-" else tuple(dates.split(" ; ")),
            date.fromisoformat(written[0]) if written else None,
        )
        for section, rows in sections.items()
        for language, text, dates, *written in rows
    ]


def answer(phrase: Phrase) -> Answer:
    """Return what ``find_dates`` makes of a phrase."""
    language = phrase.language if phrase.language in {"fa", "ar", "ckb", "en"} else None
    matches = list(find_dates(phrase.text, language=language, written=phrase.written))
    left = list(phrase.dates)
    wrong = 0
    for match in matches:
        met = next((each for each in left if _is_met(match, each)), None)
        if met is not None:
            left.remove(met)
        elif match.interval is not None:
            wrong += 1
    return Answer(phrase, len(phrase.dates) - len(left), wrong, tuple(_shown(each) for each in matches))


def rates(answers: Sequence[Answer]) -> tuple[float, float]:
    """Return the share of dates read exactly, and of wrong intervals, both over the dates that the phrases hold."""
    held = sum(len(each.phrase.dates) for each in answers)
    return sum(each.exact for each in answers) / held, sum(each.wrong for each in answers) / held


def _is_met(match: DateMatch, notation: str) -> bool:
    if " | " in notation:
        readings = {_bounds(each) for each in notation.split(" | ")}
        return readings == {(each.start, each.end) for each in match.candidates}
    found = match.interval
    if found is None or match.candidates:
        return False
    return any(
        _is_near(found.start, start, each) and _is_near(found.end, end, each)
        for each in notation.split(" ~ ")
        for start, end in [_bounds(each)]
    )


def _is_near(day: date | None, expected: date | None, notation: str) -> bool:
    if day is None or expected is None:
        return day is None and expected is None
    return abs(day - expected) <= timedelta(days=int("h" in notation))


def _bounds(notation: str) -> Bounds:
    first, dots, last = notation.strip().partition("..")
    start, end = (_one(first) if first else (None, None)), (_one(last) if last else (None, None))
    return (start[0], end[1]) if dots else start


def _one(written: str) -> Bounds:
    calendar = written[0] if written[0] in "sh" else "g"
    year, *rest = (int(part) for part in written.lstrip("sh").split("-"))
    if len(rest) == 2:
        day = _day(calendar, year, *rest)
        return day, day
    first, following = (
        ((year, rest[0]), (year + rest[0] // 12, rest[0] % 12 + 1)) if rest else ((year, 1), (year + 1, 1))
    )
    return _day(calendar, *first, 1), _day(calendar, *following, 1) - timedelta(days=1)


def _day(calendar: str, year: int, month: int, day: int) -> date:
    if calendar == "s":
        return date(*persian.to_gregorian(year, month, day))
    if calendar == "h":
        return hijridate.Hijri(year, month, min(day, 29)).to_gregorian() + timedelta(days=max(day - 29, 0))
    return date(year, month, day)


def _shown(match: DateMatch) -> str:
    interval = match.interval
    read = f"{interval.start}..{interval.end} {interval.calendar} {interval.precision}" if interval else "unread"
    return f"{match.text!r} {read}"


def iter_misses(answers: Sequence[Answer]) -> Iterator[str]:
    """Yield a line for each phrase that is not read wholly and only as its row says."""
    for each in answers:
        if each.wrong or each.exact < len(each.phrase.dates):
            yield f"{each.phrase.section} {each.phrase.text!r}: {'; '.join(each.phrase.dates) or 'none'} <> {each.found}"
