"""Archives that were cut into parts.

Knows how programs name the parts: ``x.7z.001``, ``x.zip.001``, ``x.part1.rar``, ``x.r00`` and ``x.z01``. Joining them is left to people, since a part
may be missing or lie elsewhere. The trap: only the name tells that a part is one, since all but the first look like noise.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

PART = "application/x-archive-part"
"""The media type that stands for a part here; none is registered."""

_PACKED = r"7z|zip|rar|tar|t?gz|t?bz2|t?xz|zst|iso"
_NUMBERED = re.compile(rf"(?i)^(?P<base>.+\.(?:{_PACKED}))\.(?P<number>\d{{3,4}})$")
_PART_RAR = re.compile(r"(?i)^(?P<base>.+)\.part(?P<number>\d{1,5})\.(?:rar|7z|zip)$")
_LETTER = re.compile(r"(?i)^(?P<base>.+)\.(?P<letter>[rz])(?P<number>\d{2,3})$")
_MOST = 100


@dataclass(frozen=True, slots=True)
class Part:
    """One part: the name of the whole, which part it is (1 is the first that bears a number), and ``pattern``, into which a number goes."""

    whole: str
    number: int
    pattern: str

    def name_of(self, number: int) -> str:
        """The name that the part of this number should have."""
        return self.pattern.format(number)


def parse_part(name: str) -> Part | None:
    """What a file's bare name says of it as a part of an archive; None where it is no such name."""
    if (found := _NUMBERED.match(name)) or (found := _PART_RAR.match(name)):
        start, end = found.span("number")
        return Part(_whole(found, name), int(found["number"]), _pattern(name, start, end))
    if found := _LETTER.match(name):
        start, end = found.span("number")
        first = found["letter"].lower() == "r"
        whole = f"{found['base']}.{'rar' if first else 'zip'}"
        number = int(found["number"])
        return Part(whole, number, _pattern(name, start, end)) if first or number else None
    return None


def find_missing_parts(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Of the bare names of one folder, the parts that are missing below the highest that is there, by the name of the whole.

    The last part cannot be told from an earlier one by name, so parts after the highest may be missing as well.
    """
    names = list(names)
    sets: defaultdict[str, dict[int, Part]] = defaultdict(dict)
    for name in names:
        if part := parse_part(name):
            sets[part.whole][part.number] = part
    missing = {}
    for whole, parts in sets.items():
        some = next(iter(parts.values()))
        lettered = _LETTER.match(some.name_of(1)) is not None
        first = 0 if lettered and whole.lower().endswith(".rar") else 1
        gaps = [some.name_of(n) for n in range(first, max(parts)) if n not in parts][:_MOST]
        if lettered and whole not in names:
            gaps.append(whole)
        if gaps:
            missing[whole] = tuple(gaps)
    return missing


def describe_part(name: str) -> str:
    """A sentence on what a part needs to be read, with the names of the other parts as far as this one tells them."""
    part = parse_part(name)
    if part is None:
        return "This is one part of an archive that was cut into several; put all parts together"
    last = part.name_of(part.number - 1) if part.number > 1 else ""
    before = (
        f"; {part.name_of(1)} to {last} come before it"
        if part.number > 2
        else f"; {last} comes before it"
        if last
        else ""
    )
    return f"This is part {part.number} of {part.whole}{before}; all parts are needed in one folder"


def _whole(found: re.Match[str], name: str) -> str:
    base = found["base"]
    return base if found.re is _NUMBERED else base + name[found.end("number") :]


def _pattern(name: str, start: int, end: int) -> str:
    braces = str.maketrans({"{": "{{", "}": "}}"})
    return f"{name[:start].translate(braces)}{{:0{end - start}}}{name[end:].translate(braces)}"
