"""The arrays that the compiled functions read, and the names of their columns.

A ``Book`` holds prepared names: each name is a run of part numbers, each part a row that points to its words, each word a row that points to
its units. Equal words and equal parts stand in it once.

The trap: word and part numbers mean something within one book only; across books words are compared by their hashes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

MOST_PARTS = 12
"""Parts of a name that are compared."""
MOST_UNITS = 64
"""Units of a word, or of two words read as one, that are compared."""

HASH_LOW, HASH_HIGH, SCRIPT, BEHEADED, KNOWN, GROUPS, SETS_END, FORMS = range(8)
"""Columns of ``Book.words``: the hash in two halves, the script (0 Arabic, 1 Latin), the word without its first letter (-1 if not asked for),
starts in ``Book.sets`` of the known names it may be and of its groups of nicknames; then seven bounds in ``Book.units``."""
WORD_COLUMNS = FORMS + 7
ALONE, FIRST, SECOND = range(3)
"""Forms of a word: by itself, before another one written with it, behind one; ``SPLIT`` after each, if the word has a group such as sh."""
SPLIT = 3

CORE, WHOLE, MARKS, HEAD, TAIL, WEIGHT, MASS, SIZE = range(8)
"""Columns of ``Book.parts``; weight and mass in hundredths, size in consonants."""
PART_COLUMNS = 8
IS_INITIAL, IS_PLAIN, IS_LINKED, IS_FATHER = 1, 2, 4, 8
"""Bits of the column ``MARKS``."""

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
Handle: TypeAlias = Any
"""A record as compiled code sees it, with a field for each array: its address in a ``Tables`` or ``Book``, itself in a scratch."""


def _handle(arrays: Sequence[npt.NDArray[Any]], names: Sequence[str]) -> npt.NDArray[np.void]:
    """A record with the addresses of arrays, which have to lie in one piece."""
    handle = np.zeros(1, [(name, np.int64) for name in (*names, "units_count")])
    for name, array in zip(names, arrays, strict=True):
        handle[name] = array.ctypes.data
    return handle


@dataclass(frozen=True, slots=True)
class Tables:
    """What letters and evidence weigh: cost of one unit for another, of a missing unit against either script, consonant class (0 a vowel)."""

    costs: Floats
    gaps: Floats
    classes: npt.NDArray[np.uint8]
    weights: Floats
    handle: npt.NDArray[np.void] = field(init=False)

    def __post_init__(self) -> None:
        handle = _handle((self.costs, self.gaps, self.classes, self.weights), ("costs", "gaps", "classes", "weights"))
        handle["units_count"] = len(self.classes)
        object.__setattr__(self, "handle", handle)


@dataclass(frozen=True, slots=True)
class Book:
    """Prepared names; the name ``n`` has the parts ``row[starts[n]:starts[n + 1]]``."""

    words: Ints
    units: npt.NDArray[np.uint16]
    sets: Ints
    parts: Ints
    starts: Ints
    row: Ints
    handle: npt.NDArray[np.void] = field(init=False)

    def __post_init__(self) -> None:
        arrays = (self.words, self.units, self.sets, self.parts, self.starts, self.row)
        object.__setattr__(self, "handle", _handle(arrays, ("words", "units", "sets", "parts", "starts", "row")))

    def __len__(self) -> int:
        return len(self.starts) - 1


_CELLS = MOST_PARTS + 1
SCRATCH = np.dtype(
    [
        ("masks", np.uint64, (256,)),
        ("numbers", np.float64, (16,)),
        ("costs", np.float64, (2 * MOST_UNITS,)),
        ("table", np.float64, (MOST_PARTS, MOST_PARTS)),
        ("totals", np.float64, (_CELLS, _CELLS)),
        ("likeness", np.float64, (_CELLS, _CELLS)),
        ("strength", np.float64, (MOST_PARTS, 2)),
        ("met", np.int32, (MOST_PARTS, 4)),
        ("joined", np.uint16, (2 * MOST_UNITS,)),
        ("steps", np.int8, (_CELLS, _CELLS)),
        ("consonants", np.uint8, (2 * MOST_UNITS,)),
    ]
)
"""Room for one comparison at a time, and its result: ``met`` has a row (from a, to a, from b, to b) for each run of parts that met, ``strength``
its likeness and weight, ``numbers`` the evidence."""


def new_scratch() -> npt.NDArray[np.void]:
    """Room for one call of a compiled function."""
    return np.zeros(1, SCRATCH)
