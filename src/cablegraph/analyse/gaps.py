"""Numbers that are missing in a series of cables: what is not in a trove is a fact about it.

A series is a dataset's cables whose numbers differ only in their last run of digits. It is taken for one when it has at least three cables and at least a
third of the numbers between its first and last.
"""

import re
from collections.abc import Iterable

from cablegraph.model import Gap
from cablegraph.text import to_ascii_digits

_LAST_DIGITS = re.compile(r"^(?P<before>.*?)(?P<digits>\d+)(?P<after>\D*)$", re.DOTALL)
_FEWEST = 3
_DENSITY = 3


def find_gaps(numbers: Iterable[tuple[str, str]]) -> tuple[Gap, ...]:
    """Find the gaps in the numbers of a case, given as pairs of dataset and number."""
    series: dict[tuple[str, str, str], dict[int, str]] = {}
    for dataset, number in numbers:
        found = _LAST_DIGITS.match(to_ascii_digits(number.strip()))
        if found and len(found["digits"]) <= 9:
            key = (dataset, found["before"], found["after"])
            series.setdefault(key, {})[int(found["digits"])] = found["digits"]
    out = []
    for (dataset, before, after), have in sorted(series.items()):
        low, high = min(have), max(have)
        if len(have) < _FEWEST or (high - low + 1) > len(have) * _DENSITY or high - low + 1 == len(have):
            continue
        width = len(have[low])
        missing = tuple(f"{before}{n:0{width}d}{after}" for n in range(low, high + 1) if n not in have)
        name = f"{before}…{after}"
        out.append(
            Gap(dataset, name, f"{before}{have[low]}{after}", f"{before}{have[high]}{after}", len(have), missing)
        )
    return tuple(out)
