"""The Admiralty grade that a cable gives: how reliable its source is (A to F), how credible what it says (1 to 6), by code or in words.

The words are data (``data/gradings.yml``). The trap is the letter: 'B' and 'ب' stand in every text, so a letter alone is a grade only where a
field asks for one, and 'not usually reliable' holds 'usually reliable', so what begins first counts.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.extract.headers.formats import plain, spell
from cablegraph.text import to_ascii_digits

RELIABILITY, CREDIBILITY = "reliability", "credibility"


@dataclass(frozen=True, slots=True)
class Grade:
    """One half of a grade: which (``reliability`` or ``credibility``), its letter or digit, and the half-open span of its words."""

    kind: str
    value: str
    start: int
    end: int


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((files(__package__) / "data" / "gradings.yml").read_text(encoding="utf-8"))
    return data


@cache
def _letters() -> dict[str, str]:
    return {letter: grade for grade, entry in _data()[RELIABILITY].items() for letter in entry["letters"]}


@cache
def _code() -> re.Pattern[str]:
    letters = "|".join(sorted(map(re.escape, _letters()), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?P<letter>{letters})(?:[ \t]*[-–/ ]?[ \t]*(?P<digit>[1-6])(?!\w)|(?!\w))|(?<!\w)(?P<alone>[1-6])(?!\w)"
    )


@cache
def _words(kind: str) -> tuple[re.Pattern[str], dict[str, str]]:
    grades = {plain(word): grade for grade, entry in _data()[kind].items() for word in entry["words"]}
    written = sorted((w for entry in _data()[kind].values() for w in entry["words"]), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(spell, written))})(?!\w)", re.IGNORECASE), grades


def find_words(words: str) -> list[Grade]:
    """The grades that words give in words ('usually reliable', 'احتمالاً صحیح'), at most one of each kind."""
    out = []
    for kind in (RELIABILITY, CREDIBILITY):
        pattern, grades = _words(kind)
        if found := pattern.search(words):
            out.append(Grade(kind, grades[plain(found[0])], *found.span()))
    return out


def find_grades(words: str, *, kind: str | None = None) -> list[Grade]:
    """The grades of a field that grades: a code ('B2', 'ب/۲', 'C-3'), a letter, a digit, or words. At most one of each kind.

    Args:
        words: What the field says.
        kind: The only kind that the field gives; None where it may give both.
    """
    code = _code().search(to_ascii_digits(words))
    out = []
    if code:
        if code["letter"]:
            out.append(Grade(RELIABILITY, _letters()[code["letter"]], *code.span("letter")))
        name = "digit" if code["digit"] else "alone" if code["alone"] else None
        if name:
            out.append(Grade(CREDIBILITY, code[name], *code.span(name)))
    known = {grade.kind for grade in out}
    out += [grade for grade in find_words(words) if grade.kind not in known]
    return [grade for grade in out if kind in {None, grade.kind}]
