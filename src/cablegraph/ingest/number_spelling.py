"""The text of a number from the parts that it was cut into: digits from the left, in a word that runs from the right.

Knows when the parts are sure enough to stand in place of what was recognised. The traps: an alef looks like a one, so a word of letters counts as a number
only where every part is sure; a letter in a reference number stands alone between signs; and signs between two numbers keep their number together, which
is read from the left.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cablegraph.ingest.digit_network import CLASSES, LETTERS, SIGNS

DIGITS: Mapping[str, str] = {"fa": "۰۱۲۳۴۵۶۷۸۹", "ckb": "٠١٢٣٤٥٦٧٨٩", "ar": "٠١٢٣٤٥٦٧٨٩"}
"""The digits that a page of a language is set in."""
HAS_DIGIT = re.compile(r"\d")
LETTER_RUN = re.compile(r"[^\W\d_]+")

_LEAST_SURE, _MEAN_SURE = 0.35, 0.65
_SURE_ALONE, _SURE_AT_START = 0.95, 0.6
_SURE_LETTER = 0.5
_SIGN_WITHIN = 0.15
"""How much rarer a sign that a zero or dash may be taken for stands between two digits of one number than its look says."""
_TRUST: Mapping[str, float] = {"fa": 8.0, "ckb": 2.0, "ar": 2.0}
"""How many times likelier a digit is that was recognised too; the Arabic model reads few of them right."""
_PASSING = 0.85
"""A part that is no digit with less than this chance is one where all round it are."""
_LETTER_AT_START = 0.2
"""How much rarer a letter with a dash or stop stands at the start of a line than a number with one."""
_ZEROS = [CLASSES.index("a0"), CLASSES.index("l0")]
_DIGITS_END = CLASSES.index(SIGNS[0])
_DOUBTFUL = [CLASSES.index(sign) for sign in ("-", ".", "،", ":")]
_COMMA = re.compile("[،,؛;]")
_MIRRORED = {"(": ")", ")": "("}
_ARABIC_LETTERS = str.maketrans("کی", "كي")


@dataclass(frozen=True, slots=True)
class _Run:
    """Neighbouring parts of one kind (``digit``, ``sign`` or ``other``), from left to right: their classes and how sure each is."""

    kind: str
    marks: tuple[str, ...]
    sure: tuple[float, ...]

    @property
    def letter(self) -> str:
        """The letter that it is, where it is one alone; else nothing."""
        known = len(self.marks) == 1 and self.marks[0] in LETTERS and self.sure[0] >= _SURE_LETTER
        return self.marks[0] if known else ""


def spell(text: str, chances: Any, language: str, *, starts: bool) -> tuple[str, float]:
    """The word as its parts say it, in reading order.

    Args:
        text: What was recognised.
        chances: Of each class for each part, from left to right.
        language: ``fa``, ``ar`` or ``ckb``.
        starts: Whether the word stands at the start of its line, where paragraphs have their numbers.

    Returns:
        The word and how sure its least sure part is (0-1); empty where a part is unsure or letters do not fit.
    """
    marks, most = _weigh(_heed(chances, text, _TRUST[language]), starts=starts)
    runs = [
        _Run(kind, *zip(*held, strict=True))
        for kind, held in ((k, list(h)) for k, h in groupby(zip(marks, most, strict=True), key=lambda m: _kind(m[0])))
    ][::-1]
    if not any(run.kind == "digit" for run in runs):
        return "", 0.0
    read = LETTER_RUN.findall(text)
    letters = _letters(runs, read, language)
    if letters is None or not _is_sure(text, read, letters, marks, most, starts=starts):
        return "", 0.0
    out = "".join(_in_order(runs, iter(letters), DIGITS[language]))
    return out if _COMMA.search(text) else out.replace("،", "."), min(most)


def _heed(chances: Any, text: str, trust: float) -> Any:
    """The chances with what was recognised taken into account, where that is one number of as many digits as the parts look like."""
    if not text.isdigit() or len(text) != len(chances):
        return chances
    weighed = chances.copy()
    for row, digit in zip(weighed, text, strict=True):
        row[[int(digit), 10 + int(digit)]] *= trust
    return weighed / weighed.sum(axis=1, keepdims=True)


def _weigh(chances: Any, *, starts: bool) -> tuple[list[str], list[float]]:
    """The class of each part and how sure it is, with what stands beside it taken into account."""
    best = [int(n) for n in chances.argmax(axis=1)]
    weighed = chances.copy()
    for number in range(len(best)):
        near = [CLASSES[n] for n in best[max(number - 1, 0) : number] + best[number + 1 : number + 2]]
        if len(near) == 2 and all(_kind(m) == "digit" for m in near):
            weighed[number, _DOUBTFUL] *= _SIGN_WITHIN
            if weighed[number, _DIGITS_END:].max() < _PASSING:
                weighed[number, _DIGITS_END + len(SIGNS) :] = 0.0
    if starts and len(best) == 2 and (best[0] in _DOUBTFUL or best[0] in _ZEROS):
        weighed[0, _ZEROS] = 0.0
        weighed[0, _DOUBTFUL] += 0.01
        weighed[1, _DIGITS_END:] *= _LETTER_AT_START
    weighed /= weighed.sum(axis=1, keepdims=True).clip(1e-9)
    return [CLASSES[n] for n in weighed.argmax(axis=1)], [float(c) for c in weighed.max(axis=1)]


def _letters(runs: list[_Run], read: Sequence[str], language: str) -> list[str] | None:
    """What stands in the places of letters, from the right: one that is seen alone between signs, else as it was recognised; None where neither fits."""
    out = []
    others = [n for n, run in enumerate(runs) if run.kind == "other"]
    for place, number in enumerate(others):
        near = runs[max(number - 1, 0) : number] + runs[number + 1 : number + 2]
        seen = runs[number].letter if near and all(run.kind == "sign" for run in near) else ""
        fits = len(read) == len(others) and (len(read[place]) > 1 or len(runs[number].marks) == 1)
        if fits and (not seen or len(read[place]) == 1):
            out.append(read[place])
        elif seen:
            out.append(seen.translate(_ARABIC_LETTERS) if language == "ar" else seen)
        else:
            return None
    return out


def _is_sure(
    text: str, read: Sequence[str], letters: Sequence[str], marks: Sequence[str], most: Sequence[float], *, starts: bool
) -> bool:
    """Whether the parts are sure enough, for a word that was recognised with digits or signs only, or as letters."""
    if HAS_DIGIT.search(text) or not read:
        return min(most) >= _LEAST_SURE and sum(most) >= _MEAN_SURE * len(most)
    if starts and len(text) == len(marks) == 2 and _kind(marks[0]) == "sign":
        return min(most) >= _SURE_AT_START
    return min(most) >= _SURE_ALONE and marks != ["a1"] and (not letters or len(marks) > len(letters) + 2)


def _kind(mark: str) -> str:
    return "sign" if mark in SIGNS else "other" if mark == "other" or mark in LETTERS else "digit"


def _in_order(runs: Sequence[_Run], letters: Iterator[str], digits: str) -> Iterator[str]:
    """Runs come from the right; numbers with single signs between them are one number."""
    number = 0
    while number < len(runs):
        run = runs[number]
        if run.kind == "other":
            yield next(letters)
        elif run.kind == "sign":
            yield "".join(_MIRRORED.get(m, m) for m in run.marks[::-1])
        else:
            end = number + 1
            while (
                end + 1 < len(runs)
                and runs[end].kind == "sign"
                and len(runs[end].marks) == 1
                and runs[end + 1].kind == "digit"
            ):
                end += 2
            whole = [m for held in runs[number:end][::-1] for m in held.marks]
            yield "".join(_digit(m, digits) if _kind(m) == "digit" else m for m in whole)
            number = end - 1
        number += 1


def _digit(mark: str, digits: str) -> str:
    return digits[int(mark[1])] if mark[0] == "a" else mark[1]
