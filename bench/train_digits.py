"""Train the small network that reads digits part by part: ``python -m bench.train_digits [out.npz]``.

Knows two layers and how they learn; what they learn from is left to ``drawn_digits``. The trap: how well it reads shows only on typefaces that training
left out, so it is trained twice, and the figures of the first time are the true ones.
"""

import random
import sys
from pathlib import Path
from typing import Any

import numpy as np

from bench.drawn_digits import draw_samples, find_typefaces
from cablegraph.ingest.digit_network import CLASSES

_ROUNDS = 500
_HIDDEN, _EPOCHS, _BATCH = 128, 24, 256
_OUT = Path(__file__).parent.parent / "src" / "cablegraph" / "ingest" / "data" / "digits.npz"


def train(seen: Any, named: Any, seed: int = 7) -> tuple[Any, ...]:
    """Two layers by Adam on cross-entropy; returns weights and biases."""
    numbers = np.random.default_rng(seed)
    wide = seen.shape[1]
    held = [
        numbers.normal(0, (2 / wide) ** 0.5, (wide, _HIDDEN)), np.zeros(_HIDDEN),
        numbers.normal(0, (1 / _HIDDEN) ** 0.5, (_HIDDEN, len(CLASSES))), np.zeros(len(CLASSES)),
    ]  # fmt: skip
    held = [h.astype(np.float32) for h in held]
    first, second = [np.zeros_like(h) for h in held], [np.zeros_like(h) for h in held]
    step = 0
    for epoch in range(_EPOCHS):
        order = numbers.permutation(len(seen))
        rate = 0.002 * 0.5 ** (epoch / 8)
        lost = 0.0
        for start in range(0, len(order), _BATCH):
            step += 1
            chosen = order[start : start + _BATCH]
            x, y = seen[chosen], named[chosen]
            hidden = np.maximum(x @ held[0] + held[1], 0)
            scores = hidden @ held[2] + held[3]
            scores = np.exp(scores - scores.max(axis=1, keepdims=True))
            scores /= scores.sum(axis=1, keepdims=True)
            lost -= float(np.log(scores[np.arange(len(y)), y] + 1e-9).sum())
            scores[np.arange(len(y)), y] -= 1
            scores /= len(y)
            back = (scores @ held[2].T) * (hidden > 0)
            grads = [x.T @ back, back.sum(axis=0), hidden.T @ scores, scores.sum(axis=0)]
            for n, grad in enumerate(grads):
                first[n] = 0.9 * first[n] + 0.1 * grad
                second[n] = 0.999 * second[n] + 0.001 * grad**2
                move = first[n] / (1 - 0.9**step) / (np.sqrt(second[n] / (1 - 0.999**step)) + 1e-8)
                held[n] = held[n] - rate * (move + 1e-3 * held[n])
        if epoch % 5 == 4:
            sys.stderr.write(f"epoch {epoch + 1}: loss {lost / len(seen):.4f}\n")
    return tuple(held)


def main() -> None:
    """Draw, train, say how well typefaces are read that training left out, and save."""
    chance = random.Random(5)
    typefaces = find_typefaces()
    drawn = [(path, *draw_samples(path, chance, _ROUNDS)) for path in typefaces]
    drawn = [d for d in drawn if len(d[1]) > 100]
    sys.stderr.write(f"{len(drawn)} typefaces, {sum(len(d[1]) for d in drawn):,} parts\n")
    aside, rest = drawn[::8], [d for n, d in enumerate(drawn) if n % 8]
    seen, named = (np.concatenate([np.array(d[n]) for d in rest]) for n in (1, 2))
    w1, b1, w2, b2 = train(seen.astype(np.float32), named)
    for path, parts, classes in aside:
        scores = np.maximum(np.array(parts) @ w1 + b1, 0) @ w2 + b2
        right = scores.argmax(axis=1) == np.array(classes)
        sys.stderr.write(f"{path.name}: {right.mean():.3f} of {len(right)}\n")
    everything, classes = (np.concatenate([np.array(d[n]) for d in drawn]) for n in (1, 2))
    held = train(everything.astype(np.float32), classes)
    np.savez_compressed(
        Path(sys.argv[1]) if len(sys.argv) > 1 else _OUT,
        **{name: h.astype(np.float16) for name, h in zip(("w1", "b1", "w2", "b2"), held, strict=True)},
    )


if __name__ == "__main__":
    main()
