"""What unlabelled text says of a word: how common it is, which words it behaves like, how often it has a capital.

Knows the word table that is trained beside each model. Leaves its making to ``scripts/taggers``. The classes are
numbers of word groups found by clustering: words of one group stand between the same neighbours, so that a name that
no labelled sentence holds still looks like the names that they hold.
"""

import lzma
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The word table of one language, by levelled word.

    Attributes:
        counts: Occurrences in the text that the table was made from.
        classes: For each word its features: a coarse class, a fine class, and for English its usual capitals.
    """

    counts: dict[str, int]
    classes: dict[str, tuple[str, ...]]


def load_vocabulary(path: Path) -> Vocabulary:
    """Read ``<language>.words.xz``: a word a line with count, coarse class, fine class and capitals, parted by tabs."""
    counts: dict[str, int] = {}
    classes: dict[str, tuple[str, ...]] = {}
    for line in lzma.decompress(path.read_bytes()).decode("utf-8").splitlines():
        word, count, *rest = line.split("\t")
        counts[word] = int(count)
        classes[word] = tuple(f"{name}={value}" for name, value in zip(("k", "K", "U"), rest, strict=False) if value)
    return Vocabulary(counts, classes)
