"""How right a text is, character by character, and which kinds of character are wrong.

Both texts are folded as for search (``text.fold``), and blanks and line ends are taken as one blank, so that what is measured is what a search would find.
The traps: a mean hides the page on which a reader collapsed, so ``summary`` keeps the worst page beside it; and a number is of use only where all of it
is right, so numbers are counted whole beside their characters.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Indel, Levenshtein

from cablegraph.text import fold

KINDS = ("digits", "letters", "blanks", "signs")
_SIGNS = ".,:;/-–()[]\"'«»!?،؛؟*"


def rate(text: str, expected: str) -> float:
    """Share of characters that stand as expected, 0-1: 1 less the edits an expected character."""
    got, wanted = flatten(text), flatten(expected)
    return max(0.0, 1 - Levenshtein.distance(got, wanted) / max(len(wanted), 1))


def flatten(text: str) -> str:
    """The text folded, on one line."""
    return " ".join(fold(text).split())


def summary(rates: Sequence[float]) -> dict[str, float]:
    """Mean and worst of the pages of a group, 0-1."""
    return {"mean": round(sum(rates) / len(rates), 4), "worst": round(min(rates), 4), "pages": len(rates)}


def errors_by_kind(pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Edits in 1,000 expected characters of each kind, over all pairs of a text and what was expected.

    A character too many counts for its own kind, one that is wrong or lacking for the kind of the expected one: a word cut in two is an error of blanks.
    """
    wrong: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for text, expected in pairs:
        got, wanted = flatten(text), flatten(expected)
        there.update(map(_kind, wanted))
        for edit in Levenshtein.editops(wanted, got):
            wrong[_kind(got[edit.dest_pos] if edit.tag == "insert" else wanted[edit.src_pos])] += 1
    return {kind: round(1000 * wrong[kind] / there[kind], 1) for kind in KINDS if there[kind]}


def numbers_right(pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """How many numbers stand exactly as expected, over all pairs of a text and what was expected.

    A number is a word that holds a digit, without signs at its ends: a date's day, a year, the number of a paragraph, or a whole reference number, its
    letters included. They are matched in order, so that a right number in the wrong place is wrong.

    Returns:
        ``right``, the share of expected numbers that are there; ``true``, the share of read numbers that are expected (both 0-1); and ``numbers`` expected.
    """
    right = expected = read = 0
    for text, wanted in pairs:
        got, there = _numbers(text), _numbers(wanted)
        right += (len(got) + len(there) - Indel.distance(got, there)) // 2
        expected += len(there)
        read += len(got)
    return {
        "right": round(right / max(expected, 1), 4),
        "true": round(right / max(read, 1), 4),
        "numbers": expected,
    }


def _numbers(text: str) -> list[str]:
    words = (word.strip(_SIGNS) for word in flatten(text).split() if any(map(str.isdigit, word)))
    return list(words)


def _kind(character: str) -> str:
    if character.isdigit():
        return "digits"
    if character.isalpha():
        return "letters"
    return "blanks" if character.isspace() else "signs"
