"""Find in the postings of an index the names that share parts with a query.

From keys and consonant rows to parts, from parts to names; the names are then compared in full by ``comparison``. Called a few times for a
query, so it takes arrays as they are.

The trap: frequent parts ("Mohammad") have long lists; they only add to candidates that a rarer part has found, unless there is no rarer part.
"""

import numpy as np
import numpy.typing as npt

from cablegraph.names.kernel.compiled import entry
from cablegraph.names.kernel.consonants import add_masks, clear_masks, slip
from cablegraph.names.kernel.layout import Bools, Floats, Handle, Ints

ODD = 0.01
"""What each part that one name has more than the other takes from a candidate's weight: enough to order equals."""


@entry
def near_rows(
    rows: npt.NDArray[np.uint8], lengths: npt.NDArray[np.uint8], wanted: npt.NDArray[np.uint8], most: int, room: Handle
) -> Ints:
    """Numbers of the consonant rows (in the order of their lengths) that are at most ``most`` slips from the wanted one."""
    scratch = room[0]
    n = len(wanted)
    for at in range(n):
        scratch.consonants[at] = wanted[at]
    add_masks(n, scratch)
    first = np.searchsorted(lengths, max(0, n - most))
    last = np.searchsorted(lengths, n + most, "right")
    found, count = np.empty(last - first, np.int32), 0
    for row in range(first, last):
        plus, minus, distance = ~np.uint64(0), np.uint64(0), n
        for at in range(lengths[row]):
            plus, minus, distance = slip(n, rows[row, at], plus, minus, distance, scratch)
        if distance <= most:
            found[count] = row
            count += 1
    clear_masks(n, scratch)
    return found[:count]


@entry
def gather(
    starts: Ints, part_starts: Ints, part_names: Ints, parts: Ints, bounds: Ints, weights: Floats, only_adds: Bools, size: int,
    removed: Bools, total: npt.NDArray[np.float32], last: npt.NDArray[np.uint8],
) -> tuple[Ints, npt.NDArray[np.float32]]:  # fmt: skip
    """Names that have any of the parts, with the sum of the weights of the lists they stand in.

    List ``k`` is the names of ``parts[bounds[k]:bounds[k + 1]]``; ``only_adds`` says which lists bring no candidate of their own. ``total`` and
    ``last`` have a zero for each name, before and after. ``size`` is the number of parts of the query.
    """
    room = 0
    for k in range(len(weights)):
        if not only_adds[k]:
            for at in range(bounds[k], bounds[k + 1]):
                room += part_starts[parts[at] + 1] - part_starts[parts[at]]
    found, count = np.empty(room, np.int32), 0
    for k in range(len(weights)):
        for at in range(bounds[k], bounds[k + 1]):
            for place in range(part_starts[parts[at]], part_starts[parts[at] + 1]):
                name = part_names[place]
                if last[name] == k + 1 or removed[name]:
                    continue
                if last[name] == 0:
                    if only_adds[k]:
                        continue
                    found[count] = name
                    count += 1
                last[name] = k + 1
                total[name] += weights[k]
    sums = np.empty(count, np.float32)
    for at in range(count):
        name = found[at]
        sums[at] = total[name] - ODD * abs(starts[name + 1] - starts[name] - size)
        total[name], last[name] = 0, 0
    return found[:count], sums
