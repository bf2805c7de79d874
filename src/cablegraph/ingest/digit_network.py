"""A small network of our own that tells digits, signs between them, and everything else apart by one part of ink.

Knows the weights in ``data/digits.npz``, which ``bench.train_digits`` makes from typefaces, never from a page. The trap: five looks like the European zero,
so a page is settled on one set of digits.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from cablegraph.ingest.ink_parts import Part, describe_part

SIGNS = ("/", "-", ".", "،", ":", "(", ")")
CLASSES = (*(f"a{n}" for n in range(10)), *(f"l{n}" for n in range(10)), *SIGNS, "other")
"""What a part can be: a digit of Arabic script (Persian shapes included), a European digit, a sign, or something else."""


@cache
def _network() -> tuple[Any, ...]:
    import numpy as np

    with (files(__package__) / "data" / "digits.npz").open("rb") as stream:
        held = np.load(stream)
        return tuple(held[name].astype(np.float32) for name in ("w1", "b1", "w2", "b2"))


def classify_parts(parts: Sequence[tuple[Sequence[Part], Part, float]]) -> Any:
    """The chance of each class for each part, a row for each; a part comes with all parts of its word and the usual height of words in pixels."""
    import numpy as np

    w1, b1, w2, b2 = _network()
    seen = np.stack([describe_part(*p) for p in parts])
    scores = np.maximum(seen @ w1 + b1, 0.0) @ w2 + b2
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return scores / scores.sum(axis=1, keepdims=True)


def settle_set(chances: Any) -> Any:
    """A page uses one set of digits: the chances of the other are given up, and what is left is brought to 1."""
    arabic, european = chances[:, :10].sum(), chances[:, 10:20].sum()
    kept = chances.copy()
    if arabic >= european:
        kept[:, 10:20] = 0.0
    else:
        kept[:, :10] = 0.0
    return kept / kept.sum(axis=1, keepdims=True).clip(1e-9)
