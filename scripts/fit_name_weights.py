"""Fit the weights of name comparison: ``python scripts/fit_name_weights.py [--data ../shared/data] [--write]``.

Penalised logistic regression over the numbers of ``names.kernel.evidence``, on the project's own table of public figures and invented people
(``tests/names/unseen_first.yml``) and on nothing else: the labelled pairs that the bench scores stay unseen. Some weights are held near a
belief, because pairs that would teach them are rare. With ``--data`` the fit is also measured on those labelled pairs; without ``--write`` nothing is changed.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml

from cablegraph.names.compare import evidence
from cablegraph.names.tables import FEATURES

Array = npt.NDArray[np.float64]
ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "src" / "cablegraph" / "names" / "data" / "weights.yml"
PAIRS = ROOT / "tests" / "names" / "unseen_first.yml"
BELIEFS = {"omit_first": -7.0, "worst": -12.0, "conflict_first": -2.0}
LEANINGS = {"omit_middle": -1.0, "omit_last": -0.5, "last_loss": -2.0, "turned": -1.5}
"""What is left out or read in another order never speaks for one person; the table has too few such pairs to say how much it speaks against."""
FIRM, LEANING, LOOSE = 100.0, 20.0, 1.0
STEPS = 60


def fit(numbers: Array, same: Array) -> Array:
    """The weights with the best penalised likelihood (Newton's method)."""
    prior, hold = np.zeros(len(FEATURES)), np.full(len(FEATURES), LOOSE)
    for beliefs, firmness in ((BELIEFS, FIRM), (LEANINGS, LEANING)):
        for name, value in beliefs.items():
            prior[FEATURES.index(name)], hold[FEATURES.index(name)] = value, firmness
    weights = prior.copy()
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-numbers @ weights))
        slope = numbers.T @ (chance - same) + hold * (weights - prior)
        bend = (numbers * (chance * (1 - chance))[:, None]).T @ numbers + np.diag(hold)
        weights -= np.linalg.solve(bend, slope)
    return weights


def own_pairs() -> Iterator[tuple[str, str, bool]]:
    """The pairs of the table: the first spelling of each row with every other one."""
    table = yaml.safe_load(PAIRS.read_text(encoding="utf-8"))
    for verdict in ("same", "different"):
        for rows in table[verdict].values():
            for row in rows:
                first, *others = (spelling.strip() for spelling in row.split("|"))
                yield from ((first, other, verdict == "same") for other in others)


def labelled_pairs(data: Path) -> Iterator[tuple[str, str, bool]]:
    """The pairs that the bench scores; they are measured on and never fitted on."""
    for line in (data / "names" / "pairs.jsonl").read_text(encoding="utf-8").splitlines():
        pair = json.loads(line)
        yield pair["a"]["name"], pair["b"]["name"], pair["same"]


def numbers_of(pairs: list[tuple[str, str, bool]]) -> tuple[Array, Array]:
    """The evidence of each pair, a row of ``FEATURES``, and whether it is one person."""
    rows = [list(evidence(a, b).values()) for a, b, _ in pairs]
    return np.array(rows, float), np.array([same for *_, same in pairs], float)


def say(weights: Array, numbers: Array, same: Array, what: str) -> None:
    """Print how the weights judge some pairs."""
    said = numbers @ weights > 0
    hits, wrong, missed = (said & (same > 0)).sum(), (said & (same == 0)).sum(), (~said & (same > 0)).sum()
    print(
        f"{what}: F1 {2 * hits / (2 * hits + wrong + missed):.4f} ({wrong} wrong, {missed} missed of {len(same)} pairs)"
    )


def main() -> None:
    """Fit, say how well it does, and write the table where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with names/pairs.jsonl, to measure on")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    numbers, same = numbers_of(list(own_pairs()))
    weights = np.round(fit(numbers, same), 2)
    say(weights, numbers, same, "fitted on")
    if options.data:
        say(weights, *numbers_of(list(labelled_pairs(options.data))), "labelled pairs, not fitted on")
    for name, value in zip(FEATURES, weights, strict=True):
        print(f"  {name:<15} {value:.2f}")
    if options.write:
        head = WEIGHTS.read_text(encoding="utf-8").partition("weights:\n")[0]
        rows = "".join(f"  {name}: {value:.2f}\n" for name, value in zip(FEATURES, weights, strict=True))
        WEIGHTS.write_text(f"{head}weights:\n{rows}", encoding="utf-8")


if __name__ == "__main__":
    main()
