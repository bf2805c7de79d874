"""How right a text is, character by character, and which kinds of character are wrong.

Both texts are folded as for search (``text.fold``), and blanks and line ends are taken as one blank, so that what is measured is what a search would find.
The trap: a mean hides the page on which a reader collapsed, so ``summary`` keeps the worst page beside it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from cablegraph.text import fold

KINDS = ("digits", "letters", "blanks", "signs")


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


def _kind(character: str) -> str:
    if character.isdigit():
        return "digits"
    if character.isalpha():
        return "letters"
    return "blanks" if character.isspace() else "signs"
