"""Numbers that are missing in a series of cables: what is not in a trove is a fact about it.

A series is the cables of one dataset (and origin, where two offices use the same numbers) whose numbers differ only in their serial: the
last run of digits, or the one before it where the last is a year (``1234/74``). Where an office counts anew each year, each year is a series. It is
taken for one when it has at least three cables and at least a third of the numbers between its first and last. The trap is
a number misread far outside, which would make every series thin: a leap that no series could bear cuts it off.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from cablegraph.model import Gap
from cablegraph.text import to_ascii_digits

_LAST_DIGITS = re.compile(r"^(?P<before>.*?)(?P<digits>\d+)(?P<after>\D*)$", re.DOTALL)
_YEAR_BEHIND = re.compile(
    r"^(?P<before>.*?)(?P<digits>\d+)(?P<after>\s?[/\-.]\s?(?P<year>(?:1[34]|19|20)\d\d|\d\d)\D*)$", re.DOTALL
)
_FEWEST = 3
_DENSITY = 3


class Numbered(NamedTuple):
    """A cable's number as written, with what tells its series apart: its dataset, who sent it, the year it was written in (Gregorian, four digits)."""

    dataset: str
    number: str
    origin: str = ""
    year: str = ""


class _Serial(NamedTuple):
    before: str
    digits: str
    after: str


_Key = tuple[str, str, str, str, str]


def find_gaps(numbers: Iterable[tuple[str, ...]]) -> tuple[Gap, ...]:
    """Find the gaps in the numbers of a case.

    Args:
        numbers: ``Numbered``, or plain tuples of dataset and number, and if known origin and year.

    Returns:
        The series with gaps, by dataset and number; the missing numbers are written as their neighbours are.
    """
    counted: dict[_Key, list[tuple[str, str]]] = {}
    for item in numbers:
        cable = Numbered(*item)
        serial = _serial(to_ascii_digits(cable.number.strip()), cable.year)
        if serial and len(serial.digits) <= 9:
            origin = "" if re.search(r"[^\W\d_]{3}", serial.before) else cable.origin
            counted.setdefault((cable.dataset, serial.before, serial.after, origin, ""), []).append(
                (serial.digits, cable.year)
            )
    series: dict[_Key, dict[int, str]] = {}
    for key, found in _joined(counted).items():
        yearly = _counts_anew(found)
        for digits, year in found:
            have = series.setdefault((*key[:4], year if yearly else ""), {})
            have[int(digits)] = max(have.get(int(digits), ""), digits)
    return tuple(gap for key, have in sorted(series.items()) for run in _runs(have) if (gap := _gap(key, run)))


def _joined(counted: dict[_Key, list[tuple[str, str]]]) -> dict[_Key, list[tuple[str, str]]]:
    """Offices that never use one number twice share a series, as a station and its centre do."""
    alike: dict[_Key, list[_Key]] = {}
    for key in counted:
        alike.setdefault((*key[:3], "", ""), []).append(key)
    out: dict[_Key, list[tuple[str, str]]] = {}
    for shared, keys in alike.items():
        used = [{int(digits) for digits, _ in counted[key]} for key in keys]
        if len(keys) > 1 and sum(map(len, used)) == len(set().union(*used)):
            out[shared] = [item for key in keys for item in counted[key]]
        else:
            out |= {key: counted[key] for key in keys}
    return out


def describe_gap(gap: Gap) -> str:
    """The gap in a sentence, as '14 of 212 cables of the series VALE … are not in trove (VALE 1201 to VALE 1412).'."""
    missing = len(gap.missing)
    verb = "is" if missing == 1 else "are"
    return f"{missing} of {gap.present + missing} cables of the series {gap.series} {verb} not in {gap.dataset} ({gap.first} to {gap.last})."


def _serial(number: str, year: str) -> _Serial | None:
    if (dated := _YEAR_BEHIND.match(number)) and (len(dated["year"]) == 4 or (year and dated["year"] == year[2:])):
        return _Serial(dated["before"], dated["digits"], dated["after"])
    found = _LAST_DIGITS.match(number)
    return _Serial(found["before"], found["digits"], found["after"]) if found else None


def _counts_anew(found: Iterable[tuple[str, str]]) -> bool:
    """Whether the serials begin again with each year: some later year's first number is not above an earlier year's last."""
    years: dict[str, list[int]] = {}
    for digits, year in found:
        if not year:
            return False
        years.setdefault(year, []).append(int(digits))
    overlaps = Counter(min(years[later]) <= max(years[earlier]) for earlier, later in pairwise(sorted(years)))
    return overlaps[True] > overlaps[False]


def _runs(have: dict[int, str]) -> Iterator[dict[int, str]]:
    """The serials in runs, cut where the leap between two is longer than any series of this size may be."""
    run: dict[int, str] = {}
    last: int | None = None
    for number in sorted(have):
        if last is not None and number - last > len(have) * _DENSITY:
            yield run
            run = {}
        run[number] = have[number]
        last = number
    if run:
        yield run


def _gap(key: _Key, have: dict[int, str]) -> Gap | None:
    dataset, before, after, origin, year = key
    low, high = min(have), max(have)
    count = high - low + 1
    if len(have) < _FEWEST or count > len(have) * _DENSITY or count == len(have):
        return None
    width = len(have[low])
    missing = tuple(f"{before}{n:0{width}d}{after}" for n in range(low, high + 1) if n not in have)
    name = ", ".join(part for part in (f"{before}…{after}", origin, year) if part)
    return Gap(dataset, name, f"{before}{have[low]}{after}", f"{before}{have[high]}{after}", len(have), missing)
