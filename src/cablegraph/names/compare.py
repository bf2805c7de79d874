"""Compare two written names: how likely they are one person's, whether they are, whether they could be, and why.

The comparison itself is compiled (``kernel``); here its result is put into words. ``compare_names`` is for one pair, ``compare_prepared`` for
thousands. What else is known about the two people (post, place, time) belongs to resolution, which takes ``score`` as one of its signals.

The trap: ``compatible`` is not ``same``. "Gen. Hashemi" agrees with every Hashemi and identifies none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from cablegraph.names.kernel.layout import MOST_PARTS, Book, new_scratch
from cablegraph.names.parse import parse_name
from cablegraph.names.parts import Part
from cablegraph.names.prepare import Preparer
from cablegraph.names.tables import FEATURES, tables

SAME = 0.5
"""Score from which two names are said to be one person's."""
_NO_LETTERS = "One of the names has no letters to compare."
_ALIKE = 0.93
_SHARED_BY_MANY = 0.7


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


@dataclass(frozen=True, slots=True)
class Comparisons:
    """The answers about many pairs, in their order, as arrays: the fields of ``Comparison`` without the reasons."""

    score: npt.NDArray[np.float64]
    same: npt.NDArray[np.bool_]
    compatible: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.score)


def compare_prepared(
    left: Book, right: Book, pairs: Sequence[tuple[int, int]] | npt.NDArray[np.integer]
) -> Comparisons:
    """Compare pairs of prepared names, as ``compare_names`` would.

    Args:
        left: Where the first names of the pairs stand.
        right: Where the second names stand; may be ``left``.
        pairs: For each pair the number of its name in ``left`` and in ``right``, from 0.

    Raises:
        IndexError: A number is not that of a name.
    """
    from cablegraph.names.kernel.comparison import compare_pairs

    numbers = np.asarray(pairs, np.int32).reshape(-1, 2)
    if len(numbers) and (numbers.min() < 0 or numbers[:, 0].max() >= len(left) or numbers[:, 1].max() >= len(right)):
        message = "A pair holds the number of a name that was not prepared."
        raise IndexError(message)
    first, second = np.ascontiguousarray(numbers[:, 0]), np.ascontiguousarray(numbers[:, 1])
    scores, agree, _ = compare_pairs(tables().handle, left.handle, first, right.handle, second, new_scratch())
    same = scores >= SAME
    return Comparisons(scores.round(4), same, agree | same)


def compare_names(a: str, b: str, *, language_a: str | None = None, language_b: str | None = None) -> Comparison:
    """Compare two written names of persons, in any scripts.

    Args:
        a: A name as it stands in a text.
        b: Another one; the order of the two does not matter.
        language_a: Language of the text of ``a`` if known.
        language_b: Language of the text of ``b`` if known.
    """
    from cablegraph.names.kernel.comparison import explain_pair

    first, second = parse_name(a, language_a), parse_name(b, language_b)
    if not first.core or not second.core:
        return Comparison(0.0, same=False, compatible=False, why=_NO_LETTERS)
    room = new_scratch()
    found = explain_pair(tables().handle, _prepared(a, language_a).handle, _prepared(b, language_b).handle, room)
    score, agrees, count, turn, swapped = found
    met, strength = room["met"][0, :count], room["strength"][0, :count]
    parts = [second.core[:MOST_PARTS], first.core[:MOST_PARTS]] if swapped else [first.core, second.core]
    laid = _Laid(parts[0][:MOST_PARTS], _from(parts[1][:MOST_PARTS], turn), met.tolist(), strength.tolist(), swapped)
    return Comparison(round(score, 4), score >= SAME, agrees or score >= SAME, laid.say(score, turned=turn > 0))


@lru_cache(maxsize=1 << 15)
def _prepared(name: str, language: str | None) -> Book:
    preparer = Preparer()
    preparer.add(name, language)
    return preparer.finish()


def evidence(a: str, b: str) -> dict[str, float]:
    """The numbers on which the score of two names rests, by the names of the weights."""
    from cablegraph.names.kernel.comparison import explain_pair

    room = new_scratch()
    explain_pair(tables().handle, _prepared(a, None).handle, _prepared(b, None).handle, room)
    return dict(zip(FEATURES, room["numbers"][0].tolist(), strict=True))


def _from(parts: tuple[Part, ...], turn: int) -> tuple[Part, ...]:
    return parts[turn:] + parts[:turn]


@dataclass(frozen=True, slots=True)
class _Laid:
    """Two names side by side: the runs of their parts that met (from a, to a, from b, to b) with likeness and weight."""

    a: tuple[Part, ...]
    b: tuple[Part, ...]
    met: list[list[int]]
    strength: list[list[float]]
    swapped: bool

    def say(self, score: float, *, turned: bool) -> str:
        """The reasons in plain words, what agrees before what speaks against it."""
        said = []
        met = [(_text(self.a[m[0] : m[1]]), _text(self.b[m[2] : m[3]]), s[0]) for m, s in self._runs()]
        if self.swapped:
            met = [(y, x, likeness) for x, y, likeness in met]
        if agree := [f"{x} is {y}" for x, y, likeness in met if likeness >= _ALIKE]:
            said.append("; ".join(agree))
        if near := [f"{x} and {y} are only {round(like * 100)}% alike" for x, y, like in met if like < _ALIKE]:
            said.append("; ".join(near))
        left_a = [p for i, p in enumerate(self.a) if not any(m[0] <= i < m[1] for m in self.met)]
        left_b = [p for i, p in enumerate(self.b) if not any(m[2] <= i < m[3] for m in self.met)]
        if left_a and left_b:
            one, other = (left_b, left_a) if self.swapped else (left_a, left_b)
            said.append(f"nothing meets {_text(one)} in the first name and {_text(other)} in the second")
        elif left_a or left_b:
            side = "first" if bool(left_a) != self.swapped else "second"
            said.append(f"{_text(left_a or left_b)} stands in the {side} name only")
        if turned:
            said.append("read with the family name in another place")
        if score < SAME and met and all(weight < _SHARED_BY_MANY for _, weight in self.strength):
            said.append("what they share is frequent among names")
        text = "; ".join(said)
        return (text[:1].upper() + text[1:] if text.isascii() else text) + "."

    def _runs(self) -> list[tuple[list[int], list[float]]]:
        return list(zip(self.met, self.strength, strict=True))


def _text(parts: Sequence[Part]) -> str:
    return " ".join(p.text for p in parts)
