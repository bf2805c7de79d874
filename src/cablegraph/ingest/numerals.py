"""A second look at numbers on a scanned page: digits and the signs between them, read part by part from the picture.

Knows which words may be numbers and how their parts become text again. Tesseract reads Arabic digits badly, and dates and reference numbers are what a cable
turns on. The traps: an alef looks like a one, so a word of letters counts as a number only where every part is sure; boxes of numbers are often too small;
and a number between letters runs from the left in a word that runs from the right.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median
from typing import Any

from cablegraph.ingest.digit_network import CLASSES, SIGNS, classify_parts, settle_set
from cablegraph.ingest.ink_parts import Part, cut_parts
from cablegraph.ingest.layout import Word
from cablegraph.ingest.scan import Scan, pixels

_DIGITS = {"fa": "۰۱۲۳۴۵۶۷۸۹", "ckb": "٠١٢٣٤٥٦٧٨٩", "ar": "٠١٢٣٤٥٦٧٨٩"}
_LEAST_SURE, _MEAN_SURE = 0.35, 0.65
_SURE_ALONE = 0.95
_NEAR = 0.45
"""Share of a word's usual height up to which a digit beside a word's box belongs to the number in it."""
_MOST_PARTS = 24
_HAS_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]+")
_COMMA = re.compile("[،,؛;]")
_TAKEN_FOR_LETTER = frozenset("اهعمد")
_MIRRORED = {"(": ")", ")": "("}


def reread_numbers(scan: Scan, paragraphs: list[list[list[Word]]], language: str) -> list[list[list[Word]]]:
    """The words with every number that the picture shows clearly put in place of what was recognised.

    Args:
        scan: The picture that was recognised.
        paragraphs: Of lines of words, as recognised.
        language: ``fa``, ``ar`` or ``ckb``; others are handed back as they are.
    """
    if language not in _DIGITS:
        return paragraphs
    words = [w for p in paragraphs for line in p for w in line]
    doubtful = [w for w in words if _may_be_number(w)]
    if not doubtful:
        return paragraphs
    size = median(w.bottom - w.top for w in words) * scan.height
    seen = [
        (w, parts, inside) for w, parts, inside in _look(scan, doubtful, words, size) if 0 < len(parts) <= _MOST_PARTS
    ]
    if not seen:
        return paragraphs
    chances = settle_set(classify_parts([(parts, part, size) for _, parts, _ in seen for part in parts]))
    reread: dict[int, Word] = {}
    at = 0
    for word, parts, inside in seen:
        own = chances[at : at + len(parts)]
        at += len(parts)
        start, end = _extent(parts, own, inside, size)
        text, sure = _spell(word.text, own[start:end], _DIGITS[language])
        if text:
            reread[id(word)] = replace(word, text=text, confidence=round(sure, 4))
    return [[[reread.get(id(w), w) for w in line] for line in p] for p in paragraphs]


def _may_be_number(word: Word) -> bool:
    letters = "".join(_LETTERS.findall(word.text))
    if _HAS_DIGIT.search(word.text):
        return len(letters) * 2 <= len(word.text) or len(letters) <= 2
    return not letters or letters in _TAKEN_FOR_LETTER or (len(letters) <= 4 and (word.confidence or 0.0) < 0.6)


def _look(
    scan: Scan, doubtful: Sequence[Word], words: Sequence[Word], size: float
) -> Iterator[tuple[Word, list[Part], tuple[int, int]]]:
    """Each doubtful word with the parts in and beside its box, and which of them, first and past last, are inside."""
    image = pixels(scan)
    margin = max(round(size * 1.5), 3)
    for word in doubtful:
        left, right = int(word.left * scan.width), int(word.right * scan.width) + 1
        top, bottom = int(word.top * scan.height), int(word.bottom * scan.height) + 1
        beside = [
            w
            for w in words
            if w is not word and min(w.bottom, word.bottom) - max(w.top, word.top) > 0.3 * (word.bottom - word.top)
        ]
        floor = max([int(w.right * scan.width) for w in beside if w.left + w.right < word.left + word.right] or [0])
        ceiling = min(
            [int(w.left * scan.width) for w in beside if w.left + w.right > word.left + word.right] or [scan.width]
        )
        x0, x1 = max(min(floor, left), left - margin, 0), min(max(ceiling, right), right + margin)
        y0, y1 = max(top - margin // 10, 0), bottom + margin // 10
        edge = max(round(size * 0.25), 3)
        wide0, wide1 = max(min(x0, left - edge), 0), max(x1, right + edge)
        parts = cut_parts(image[y0:y1, wide0:wide1], (x0 - wide0, x1 - wide0), size)
        middles = [wide0 + p.left + p.width / 2 for p in parts]
        inside = [n for n, middle in enumerate(middles) if left <= middle <= right]
        if inside:
            yield word, parts, (inside[0], inside[-1] + 1)


def _extent(parts: Sequence[Part], chances: Any, inside: tuple[int, int], size: float) -> tuple[int, int]:
    """The parts inside, and beyond them digits that follow closely; boxes of numbers are often too small."""
    start, end = inside

    def is_next(one: Part, two: Part, number: int) -> bool:
        return two.left - (one.left + one.width) <= _NEAR * size and float(chances[number, :20].max()) >= _SURE_ALONE

    while start and is_next(parts[start - 1], parts[start], start - 1):
        start -= 1
    while end < len(parts) and is_next(parts[end - 1], parts[end], end):
        end += 1
    return start, end


def _spell(text: str, chances: Any, digits: str) -> tuple[str, float]:
    """The word as the parts say it, in reading order, and how sure it is; empty where a part is unsure or letters do not fit."""
    marks = [CLASSES[n] for n in chances.argmax(axis=1)]
    most = chances.max(axis=1)
    letters = _LETTERS.findall(text)
    groups = [(kind, list(run)) for kind, run in groupby(marks, key=_kind)][::-1]
    others = sum(kind == "other" for kind, _ in groups)
    if not any(kind == "digit" for kind, _ in groups):
        return "", 0.0
    if not _HAS_DIGIT.search(text) and letters:
        fits = others == 0 and float(most.min()) >= _SURE_ALONE and marks != ["a1"]
    else:
        fits = others in {0, len(letters)} and float(most.min()) >= _LEAST_SURE and float(most.mean()) >= _MEAN_SURE
    if not fits:
        return "", 0.0
    out = "".join(_in_order(groups, iter(letters), digits))
    return out if _COMMA.search(text) else out.replace("،", "."), float(most.min())


def _kind(mark: str) -> str:
    return "other" if mark == "other" else "sign" if mark in SIGNS else "digit"


def _in_order(groups: Sequence[tuple[str, list[str]]], letters: Iterator[str], digits: str) -> Iterator[str]:
    """Groups come from the right; signs between two numbers keep their number together, which is read from the left."""
    number = 0
    while number < len(groups):
        kind, marks = groups[number]
        if kind == "other":
            yield next(letters)
        elif kind == "sign":
            yield "".join(_MIRRORED.get(m, m) for m in marks[::-1])
        else:
            end = number + 1
            while (
                end + 1 < len(groups)
                and groups[end][0] == "sign"
                and len(groups[end][1]) == 1
                and groups[end + 1][0] == "digit"
            ):
                end += 2
            run = [m for _, held in groups[number:end][::-1] for m in held]
            yield "".join(_digit(m, digits) if _kind(m) == "digit" else m for m in run)
            number = end - 1
        number += 1


def _digit(mark: str, digits: str) -> str:
    return digits[int(mark[1])] if mark[0] == "a" else mark[1]
