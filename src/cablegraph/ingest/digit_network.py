"""A small network of our own that tells digits, signs between them, and everything else apart by one part of ink.

Knows the weights in ``data/digits.npz``, which ``bench.train_digits`` makes from typefaces, never from a page. The trap: five looks like the European zero,
so a page is settled on one set of digits.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from cablegraph.ingest.ink_parts import Part, describe_parts

SIGNS = ("/", "-", ".", "،", ":", "(", ")")
LETTERS = "بپتثجچحخدذرزژسشصضطظعغفقکگلمنوی"
"""Letters that stand alone in reference numbers; without alef and heh, which look like a one and a five."""
CLASSES = (*(f"a{n}" for n in range(10)), *(f"l{n}" for n in range(10)), *SIGNS, *LETTERS, "other")
"""What a part can be: a digit of Arabic script (Persian shapes included), a European digit, a sign, a letter alone, or something else."""


@cache
def _network() -> tuple[Any, ...]:
    import numpy as np

    with (files(__package__) / "data" / "digits.npz").open("rb") as stream:
        held = np.load(stream)
        return tuple(held[name].astype(np.float32) for name in ("w1", "b1", "w2", "b2"))


def classify_parts(words: Sequence[Sequence[Part]], size: float) -> Any:
    """The chance of each class for each part, a row for each, word by word; ``size`` is the usual height of words in pixels.

    OpenCV multiplies with one thread; NumPy would wake all cores for a product this small.
    """
    import cv2
    import numpy as np

    w1, b1, w2, b2 = _network()
    seen = np.concatenate([describe_parts(parts, size) for parts in words])
    cv2.setNumThreads(1)
    rows = len(seen)
    hidden = np.maximum(cv2.gemm(seen, w1, 1.0, np.tile(b1, (rows, 1)), 1.0), 0.0)
    scores = cv2.gemm(hidden, w2, 1.0, np.tile(b2, (rows, 1)), 1.0)
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return scores / scores.sum(axis=1, keepdims=True)


def is_european(chances: Any) -> bool:
    """Whether the digits of a page are European ones, by the chances of all its parts."""
    return bool(chances[:, :10].sum() < chances[:, 10:20].sum())


def settle_set(chances: Any, *, european: bool) -> Any:
    """A page uses one set of digits: the chances of the other are given up, and what is left is brought to 1."""
    kept = chances.copy()
    kept[:, : 10 if european else 20][:, 0 if european else 10 :] = 0.0
    return kept / kept.sum(axis=1, keepdims=True).clip(1e-9)
