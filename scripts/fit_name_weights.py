"""Fit the weights of name comparison on labelled pairs: ``python scripts/fit_name_weights.py --data ../shared/data [--write]``.

Penalised logistic regression over the numbers of ``names.evidence``. Three weights are held near a belief, because pairs that would teach
them are rare in any sample. The figure printed is that of leaving out a fifth of the people at a time; without ``--write`` nothing is changed.
"""

import argparse
import json
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cablegraph.names.align import align_names
from cablegraph.names.evidence import FEATURES, weigh
from cablegraph.names.parse import parse_name

Array = npt.NDArray[np.float64]
TABLE = Path(__file__).parent.parent / "src" / "cablegraph" / "names" / "data" / "weights.yml"
BELIEFS = {"omit_first": -7.0, "worst": -12.0, "conflict_first": -2.0}
FIRM, LOOSE = 100.0, 0.3
FOLDS = 5
STEPS = 60


def fit(numbers: Array, same: Array) -> Array:
    """The weights with the best penalised likelihood (Newton's method)."""
    prior, hold = np.zeros(len(FEATURES)), np.full(len(FEATURES), LOOSE)
    for name, value in BELIEFS.items():
        prior[FEATURES.index(name)], hold[FEATURES.index(name)] = value, FIRM
    weights = prior.copy()
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-numbers @ weights))
        slope = numbers.T @ (chance - same) + hold * (weights - prior)
        bend = (numbers * (chance * (1 - chance))[:, None]).T @ numbers + np.diag(hold)
        weights -= np.linalg.solve(bend, slope)
    return weights


def left_out(numbers: Array, same: Array, people: npt.NDArray[np.int64]) -> Array:
    """For each pair its log-odds by weights that never saw its person."""
    out = np.zeros(len(same))
    for number in range(FOLDS):
        out[people == number] = numbers[people == number] @ fit(numbers[people != number], same[people != number])
    return out


def main() -> None:
    """Fit, say how well it does on people left out, and write the table where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with names/pairs.jsonl")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    pairs = [
        json.loads(line) for line in (options.data / "names" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    numbers = np.array([weigh(align_names(parse_name(p["a"]["name"]), parse_name(p["b"]["name"]))) for p in pairs])
    same = np.array([p["same"] for p in pairs], float)
    people = np.array([zlib.crc32(min(p["ids"]).encode()) % FOLDS for p in pairs])
    said = left_out(numbers, same, people) > 0
    hits, wrong, missed = (said & (same > 0)).sum(), (said & (same == 0)).sum(), (~said & (same > 0)).sum()
    print(
        f"F1 on people left out: {2 * hits / (2 * hits + wrong + missed):.4f} ({wrong} wrong, {missed} missed of {len(pairs)} pairs)"
    )
    weights = fit(numbers, same)
    for name, value in zip(FEATURES, weights, strict=True):
        print(f"  {name:<15} {value:.2f}")
    if options.write:
        head = TABLE.read_text(encoding="utf-8").partition("weights:\n")[0]
        rows = "".join(f"  {name}: {value:.2f}\n" for name, value in zip(FEATURES, weights, strict=True))
        TABLE.write_text(f"{head}weights:\n{rows}", encoding="utf-8")


if __name__ == "__main__":
    main()
