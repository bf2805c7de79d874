"""The threshold that suits a scorer best. Chosen on the very pairs it is then measured on, it favours whoever gets it.

cablegraph has one fixed threshold, but its weights were fitted on these pairs, which favours it more.
"""

from collections.abc import Iterable


def best_threshold(scored: Iterable[tuple[float, bool]]) -> float:
    """The lowest score to be called the same person at which F1 is highest."""
    ranked = sorted(scored, key=lambda each: -each[0])
    total = sum(same for _, same in ranked)
    best, threshold, hits = 0.0, 1.0, 0
    for number, (score, same) in enumerate(ranked, 1):
        hits += same
        last_of_its_score = number == len(ranked) or ranked[number][0] < score
        f1 = 2 * hits / (number + total)
        if last_of_its_score and f1 > best:
            best, threshold = f1, score
    return threshold
