"""The weights of a trained tagger: seven small numbers for each feature, and what the step from one label to the next costs.

Knows how weights lie on disk (an xz-compressed NumPy archive) and how features are looked up. Leaves the making of features to
``features`` and the choice of names to ``spans``. Trap: a feature that training never saw is not in the table, so every look-up compares
the key it hits; without that an unseen feature would borrow the weights of its neighbour.
"""

import io
import lzma
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
Scores = NDArray[np.float32]
_STEPS = 127


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of one language.

    Attributes:
        keys: The CRC-32 of each feature's name, rising.
        table: Its weight for each of ``LABELS``, in steps of ``step``.
        step: The unit of ``table``.
        steps: What going from a label (row) to the next (column) costs; minus infinity where it cannot be.
    """

    keys: NDArray[np.uint32]
    table: NDArray[np.int8]
    step: float
    steps: Scores

    def sum(self, keys: NDArray[np.uint32]) -> Scores:
        """Add up the weights of some features: one score for each label."""
        total: Scores = self.table[self._found(keys)[0]].sum(0, dtype=np.float32) * np.float32(self.step)
        return total

    def add(self, scores: Scores, keys: NDArray[np.uint32], owners: NDArray[np.intp]) -> None:
        """Add the weights of features to the rows of ``scores`` that they belong to."""
        rows, known = self._found(keys)
        np.add.at(scores, owners[known], self.table[rows].astype(np.float32) * np.float32(self.step))

    def _found(self, keys: NDArray[np.uint32]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        rows = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        known = self.keys[rows] == keys
        return rows[known], known


def quantise(keys: NDArray[np.uint32], weights: Scores, steps: Scores, least: float) -> Weights:
    """Round weights to whole steps and leave out the features that weigh nothing.

    Args:
        keys: Rising keys.
        weights: One row for each key.
        steps: From label to label.
        least: A feature whose weights all lie below this is left out.
    """
    step = float(np.abs(weights).max()) / _STEPS
    kept = np.abs(weights).max(1) >= max(least, step / 2)
    return Weights(keys[kept], np.round(weights[kept] / step).astype(np.int8), step, steps.astype(np.float32))


def save(weights: Weights, path: Path) -> None:
    """Write weights, the keys as gaps, which compress well."""
    gaps = np.diff(weights.keys, prepend=np.uint32(0))
    packed = io.BytesIO()
    parts = [gaps.view(np.uint8).reshape(-1, 4).T, weights.table.T]
    np.savez(
        packed,
        gaps=np.ascontiguousarray(parts[0]),
        table=np.ascontiguousarray(parts[1]),
        step=weights.step,
        steps=weights.steps,
    )
    path.write_bytes(lzma.compress(packed.getvalue(), preset=9))


def load(path: Path) -> Weights:
    """Read weights.

    Raises:
        FileNotFoundError: There are none at this place.
    """
    with np.load(io.BytesIO(lzma.decompress(path.read_bytes())), allow_pickle=False) as data:
        gaps = np.ascontiguousarray(data["gaps"].T).view(np.uint32).ravel()
        keys = np.cumsum(gaps, dtype=np.uint32)
        return Weights(keys, np.ascontiguousarray(data["table"].T), float(data["step"]), data["steps"])
