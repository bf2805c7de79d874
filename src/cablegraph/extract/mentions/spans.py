"""From the scores of words to names: how likely each stretch of words is a name, and which of them are taken.

Knows the forward-backward sums of a linear-chain CRF and adds up, for each stretch, all label sequences in which it is exactly one name.
The trap it avoids: the single best sequence leaves out names that it half believes in. For the best F1 a name is worth taking from about
half the F1 that is reached, so the bar is below one half.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from cablegraph.extract.mentions.weights import LABELS, Scores

KINDS: Final = ("PERSON", "ORG", "PLACE")
_LONGEST: Final = 16
_INSIDE: Final = [n for n, label in enumerate(LABELS) if label[0] == "I"]
Sums = NDArray[np.float64]


@dataclass(frozen=True, slots=True, order=True)
class Likely:
    """A stretch of words, half-open, with its probability of being exactly one name of a kind."""

    sure: float
    start: int
    end: int
    kind: str


def find_likely(scores: Scores, steps: Scores, least: Mapping[str, float]) -> list[Likely]:
    """Give all stretches of a sentence that are likely enough to be a name.

    Args:
        scores: For each word the score of each label.
        steps: For each label the score of each next label.
        least: The probability from which a stretch of each kind is given.
    """
    local = np.exp((scores - scores.max(1, keepdims=True)).astype(np.float64))
    step = np.exp(steps.astype(np.float64))
    before, after, scale = _sums(local, step)
    found = []
    for number, kind in enumerate(KINDS):
        first, bar = 1 + 2 * number, least[kind]
        inside = first + 1
        begins = before[:, first] * after[:, first]
        goes_on = np.append(step[inside, inside] * local[1:, inside] / scale[1:], 0.0)
        from_first = np.append(step[first, inside] * local[1:, inside] / scale[1:], 0.0)
        carried = np.append(after[1:, inside], 0.0)
        for start in np.nonzero(begins > bar)[0].tolist():
            so_far, on = float(before[start, first]), from_first
            state = first
            for end in range(start, min(len(scores), start + _LONGEST)):
                # What ends here is all that passes through this state less what goes on inside the name.
                sure = so_far * float(after[end, state] - on[end] * carried[end])
                if sure > bar:
                    found.append(Likely(round(min(sure, 1.0), 4), start, end + 1, kind))
                so_far *= float(on[end])
                on, state = goes_on, inside
                if so_far * float(after[end + 1, inside] if end + 1 < len(scores) else 0.0) < bar:
                    break
    return found


def choose(likely: Sequence[Likely]) -> list[Likely]:
    """Take the likeliest first and leave out what touches one that was taken; in reading order."""
    taken: list[Likely] = []
    for one in sorted(likely, reverse=True):
        if all(one.end <= o.start or o.end <= one.start for o in taken):
            taken.append(one)
    return sorted(taken, key=lambda one: one.start)


def _sums(local: Sums, step: Sums) -> tuple[Sums, Sums, Sums]:
    """Forward sums (scaled to one at each word), backward sums to match, and the scales."""
    size = len(local)
    before, after, scale = np.empty_like(local), np.ones_like(local), np.empty(size)
    here = local[0].copy()
    here[_INSIDE] = 0.0
    for i in range(size):
        if i:
            here = (before[i - 1] @ step) * local[i]
        scale[i] = here.sum()
        before[i] = here / scale[i]
    for i in range(size - 2, -1, -1):
        after[i] = step @ (local[i + 1] * after[i + 1] / scale[i + 1])
    return before, after, scale
