"""Word classes from unlabelled text: words that stand between the same neighbours get the same number.

Counts of the words before and after, weighted by positive pointwise mutual information, brought down to a hundred
dimensions (singular values through the small covariance matrix), then k-means. Deterministic.
"""

import numpy as np

Matrix = np.ndarray


def embed(sentences: list[list[str]], words: list[str], contexts: list[str], dimensions: int = 100) -> Matrix:
    """Give each word a direction of unit length made from its neighbours."""
    row = {w: i for i, w in enumerate(words)}
    column = {w: i for i, w in enumerate(contexts)}
    size = len(contexts) + 1
    counts = np.zeros((len(words), 2 * size), dtype=np.float32)
    flat = counts.ravel()
    places: list[int] = []
    for sentence in sentences:
        columns = [column.get(w, size - 1) for w in sentence]
        for i, w in enumerate(sentence):
            at = row.get(w)
            if at is None:
                continue
            base = at * 2 * size
            if i:
                places.append(base + columns[i - 1])
            if i + 1 < len(sentence):
                places.append(base + size + columns[i + 1])
        if len(places) > 1_000_000:
            np.add.at(flat, np.array(places), 1)
            places = []
    np.add.at(flat, np.array(places, dtype=np.int64), 1)
    counts[:, size - 1] *= 0.2
    counts[:, -1] *= 0.2
    total = counts.sum()
    by_row = counts.sum(1, keepdims=True) + 1e-6
    by_column = counts.sum(0, keepdims=True) ** 0.75
    by_column *= total / by_column.sum()
    with np.errstate(divide="ignore"):
        weights = np.maximum(np.log(counts * total / (by_row * by_column + 1e-6)), 0)
    values, vectors = np.linalg.eigh(weights.T @ weights)
    top = np.argsort(-values)[:dimensions]
    points = weights @ vectors[:, top]
    points /= np.maximum(values[top], 1e-6) ** 0.25
    return points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-6)


def cluster(points: Matrix, number: int, rounds: int = 15, seed: int = 7) -> Matrix:
    """Spherical k-means: the number of the cluster of each point."""
    rng = np.random.default_rng(seed)
    centres = points[rng.choice(len(points), number, replace=False)].copy()
    nearest = np.zeros(len(points), dtype=np.int64)
    for _ in range(rounds):
        nearest = np.concatenate([(part @ centres.T).argmax(1) for part in np.array_split(points, 20)])
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, points)
        empty = np.linalg.norm(sums, axis=1) < 1e-6
        sums[empty] = points[rng.choice(len(points), int(empty.sum()), replace=False)]
        centres = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    return nearest
