"""Compare two written names: how likely they are one person's, whether they are, whether they could be, and why.

Adds up the numbers of ``evidence`` with the weights of ``data/weights.yml`` (a logistic sum). What else is known about the two people (post,
place, time) belongs to resolution, which takes ``score`` as one of its signals.

The trap: ``compatible`` is not ``same``. "Gen. Hashemi" agrees with every Hashemi and identifies none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from operator import mul

from cablegraph.names.align import Alignment, align_names
from cablegraph.names.evidence import FEATURES, weigh
from cablegraph.names.parse import parse_name
from cablegraph.names.parts import Kind, Part
from cablegraph.names.sounds import load_yaml

SAME = 0.5
"""Score from which two names are said to be one person's."""
UNDERSPECIFIED = 0.45
"""Highest score of a name of one part against a fuller one."""
_NO_LETTERS = "One of the names has no letters to compare."
_ALIKE = 0.93
_AGAINST_LITTLE = tuple(FEATURES.index(name) for name in ("conflict", "worst"))
_AGAINST = (*_AGAINST_LITTLE, FEATURES.index("omit_first"))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer about two names.

    ``score``: likelihood of one person, 0-1. ``same``: score at least 0.5. ``compatible``: nothing in one name speaks against the other,
    though it may say too little. ``why``: the reasons, for a reader.
    """

    score: float
    same: bool
    compatible: bool
    why: str


def compare_names(a: str, b: str, *, language_a: str | None = None, language_b: str | None = None) -> Comparison:
    """Compare two written names of persons, in any scripts.

    Args:
        a: A name as it stands in a text.
        b: Another one; the order of the two does not matter.
        language_a: Language of the text of ``a`` if known.
        language_b: Language of the text of ``b`` if known.
    """
    first, second = parse_name(a, language_a), parse_name(b, language_b)
    if not first.core or not second.core:
        return Comparison(0.0, same=False, compatible=False, why=_NO_LETTERS)
    turned = (len(second.core), second.text) < (len(first.core), first.text)
    alignment = align_names(second, first) if turned else align_names(first, second)
    score, agrees = judge(alignment)
    return Comparison(round(score, 4), score >= SAME, agrees or score >= SAME, _say(alignment, score, swapped=turned))


@lru_cache(maxsize=1)
def _weights() -> tuple[float, ...]:
    table = load_yaml("weights")["weights"]
    return tuple(float(table[name]) for name in FEATURES)


def judge(alignment: Alignment) -> tuple[float, bool]:
    """The score (0-1) of an alignment, and whether nothing in it speaks against one person."""
    if not alignment.met:
        return 0.0, False
    numbers = weigh(alignment)
    total = sum(map(mul, _weights(), numbers))
    score = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    said_a, said_b = _said(alignment.a), _said(alignment.b)
    says_little = said_a != said_b and min(said_a, said_b) <= 1
    if says_little:
        score = min(score, UNDERSPECIFIED)
    against = _AGAINST_LITTLE if says_little else _AGAINST
    agrees = not any(numbers[at] for at in against)
    return score, agrees


def _said(parts: tuple[Part, ...]) -> int:
    """How many parts of a name say who is meant."""
    return sum([p.kind is not Kind.INITIAL for p in parts])


def _say(alignment: Alignment, score: float, *, swapped: bool) -> str:
    """The reasons in plain words, what agrees before what speaks against it."""
    a, b = alignment.a, alignment.b
    said = []
    met = [(_text(a[m.a[0] : m.a[1]]), _text(b[m.b[0] : m.b[1]]), m) for m in alignment.met]
    if swapped:
        met = [(y, x, m) for x, y, m in met]
    if agree := [f"{x} is {y}" for x, y, m in met if m.likeness >= _ALIKE]:
        said.append("; ".join(agree))
    if near := [f"{x} and {y} are only {round(m.likeness * 100)}% alike" for x, y, m in met if m.likeness < _ALIKE]:
        said.append("; ".join(near))
    left_a = [p for i, p in enumerate(a) if not any(m.a[0] <= i < m.a[1] for m in alignment.met)]
    left_b = [p for i, p in enumerate(b) if not any(m.b[0] <= i < m.b[1] for m in alignment.met)]
    if left_a and left_b:
        one, other = (left_b, left_a) if swapped else (left_a, left_b)
        said.append(f"nothing meets {_text(one)} in the first name and {_text(other)} in the second")
    elif left_a or left_b:
        said.append(
            f"{_text(left_a or left_b)} stands in the {'first' if bool(left_a) != swapped else 'second'} name only"
        )
    if alignment.turned:
        said.append("read with the family name in another place")
    if score < SAME and met and all(m.weight < 0.7 for *_, m in met):
        said.append("what they share is frequent among names")
    text = "; ".join(said)
    return (text[:1].upper() + text[1:] if text.isascii() else text) + "."


def _text(parts: tuple[Part, ...] | list[Part]) -> str:
    return " ".join(p.text for p in parts)
