"""Training of a linear-chain CRF by stochastic gradients (AdaGrad), in compiled code.

Each step reads one sentence, takes some of its features away by chance (so that none is leant on alone, the word itself least of all: names
never seen are what a tagger misses), and moves the weights of the others. The weights given back are the mean of those after the last rounds.
Trap: no weight decay on top; it wears down the features of common words long before it touches the rare ones.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numba import njit
from numpy.typing import NDArray

from cablegraph.extract.mentions.weights import LABELS

SIZE = len(LABELS)
FLOOR = 1.0
SURE = 0.9999
_OUT = np.array([[not (b[0] == "I" and a[2:] != b[2:]) for b in LABELS] for a in LABELS])


@dataclass(frozen=True, slots=True)
class Corpus:
    """Sentences as numbers.

    Attributes:
        keys: The key of each feature, rising; the others count from its place here.
        features: The features of all words, one word after the other.
        is_word: Whether a feature holds the very word it belongs to.
        words: Where the features of each word begin; one more at the end.
        sentences: Where the words of each sentence begin; one more at the end.
        labels: The label of each word.
    """

    keys: NDArray[np.uint32]
    features: NDArray[np.int32]
    is_word: NDArray[np.bool_]
    words: NDArray[np.int64]
    sentences: NDArray[np.int64]
    labels: NDArray[np.int8]


Sentence = tuple[list[tuple[NDArray[np.uint32], int]], list[int]]
"""For each word its keys and how many of the first hold the word itself; then the label of each word."""


def gather(sentences: Iterable[Sentence]) -> Corpus:
    """Put sentences together."""
    rows: list[NDArray[np.uint32]] = []
    own: list[int] = []
    starts, labels = [0], []
    for words, of_words in sentences:
        rows += [keys for keys, _ in words]
        own += [n for _, n in words]
        labels += of_words
        starts.append(len(rows))
    sizes = np.array([len(r) for r in rows])
    ends = np.concatenate([[0], np.cumsum(sizes)])
    keys, features = np.unique(np.concatenate(rows), return_inverse=True)
    is_word = np.arange(ends[-1]) - np.repeat(ends[:-1], sizes) < np.repeat(np.array(own), sizes)
    return Corpus(keys, features.astype(np.int32), is_word, ends, np.array(starts), np.array(labels, np.int8))


def train(
    corpus: Corpus, *, rounds: int, mean_of: int, rate: float, drop: float, drop_word: float, seed: int = 1
) -> Iterator[tuple[float, tuple[NDArray[np.float32], NDArray[np.float32]] | None]]:
    """Learn weights.

    Args:
        corpus: What to learn from.
        rounds: How often every sentence is read.
        mean_of: So many last rounds are averaged.
        rate: The first step size; it falls to a tenth.
        drop: Chance of a feature to be taken away.
        drop_word: Chance of a word to be read as one never seen.
        seed: Where chance begins.

    Yields:
        After each round the loss for each word, with the last one the weights: a row for each feature, and from label to label.
    """
    weights = np.zeros((len(corpus.keys), SIZE), np.float32)
    squares = np.full_like(weights, FLOOR)
    steps = np.zeros((SIZE, SIZE), np.float32)
    step_squares = np.full_like(steps, FLOOR)
    mean, step_mean = np.zeros_like(weights), np.zeros_like(steps)
    chance = np.random.default_rng(seed)
    for number in range(rounds):
        order = chance.permutation(len(corpus.sentences) - 1)
        loss = _round(
            weights, squares, steps, step_squares, _OUT, corpus.features, corpus.is_word, corpus.words, corpus.sentences,
            corpus.labels, order, rate * (1 - 0.9 * number / rounds), drop, drop_word, seed * 1000 + number,
        )  # fmt: skip
        if number >= rounds - mean_of:
            mean += weights
            step_mean += steps
        done = number == rounds - 1
        yield (
            loss / len(corpus.labels),
            (mean / mean_of, np.where(_OUT, step_mean / mean_of, -np.inf).astype(np.float32)) if done else None,
        )


@njit(fastmath=True)
def _round(
    weights,
    squares,
    steps,
    step_squares,
    allowed,
    features,
    is_word,
    words,
    sentences,
    labels,
    order,
    rate,
    drop,
    drop_word,
    seed,
):  # type: ignore[no-untyped-def]
    np.random.seed(seed)
    longest, most = 1, 1
    for s in range(sentences.shape[0] - 1):
        longest = max(longest, sentences[s + 1] - sentences[s])
        most = max(most, words[sentences[s + 1]] - words[sentences[s]])
    local = np.zeros((longest, SIZE), np.float32)
    before = np.zeros((longest, SIZE), np.float32)
    after = np.zeros((longest, SIZE), np.float32)
    scale = np.zeros(longest, np.float32)
    kept = np.zeros(most, np.bool_)
    step = np.zeros((SIZE, SIZE), np.float32)
    slope = np.zeros((SIZE, SIZE), np.float32)
    loss = 0.0
    for s in order:
        first, size = sentences[s], sentences[s + 1] - sentences[s]
        begin = words[first]
        for i in range(size):
            local[i] = 0.0
            unseen = np.random.random() < drop_word
            for p in range(words[first + i], words[first + i + 1]):
                kept[p - begin] = not (unseen and is_word[p]) and np.random.random() >= drop
                if kept[p - begin]:
                    for k in range(SIZE):
                        local[i, k] += weights[features[p], k]
            local[i] /= 1.0 - drop
            local[i] = np.exp(local[i] - local[i].max())
        for a in range(SIZE):
            for b in range(SIZE):
                step[a, b] = np.exp(steps[a, b]) if allowed[a, b] else 0.0
                slope[a, b] = 0.0
        for i in range(size):
            total = 0.0
            for k in range(SIZE):
                v = 0.0
                if i == 0:
                    v = 1.0 if k == 0 or k % 2 == 1 else 0.0
                else:
                    for a in range(SIZE):
                        v += before[i - 1, a] * step[a, k]
                before[i, k] = v * local[i, k]
                total += before[i, k]
            scale[i] = total
            for k in range(SIZE):
                before[i, k] /= total
        after[size - 1] = 1.0
        for i in range(size - 2, -1, -1):
            for a in range(SIZE):
                v = 0.0
                for k in range(SIZE):
                    v += step[a, k] * local[i + 1, k] * after[i + 1, k]
                after[i, a] = v / scale[i + 1]
        for i in range(1, size):
            for a in range(SIZE):
                for k in range(SIZE):
                    slope[a, k] += before[i - 1, a] * step[a, k] * local[i, k] * after[i, k] / scale[i]
            slope[labels[first + i - 1], labels[first + i]] -= 1.0
        for a in range(SIZE):
            for k in range(SIZE):
                if allowed[a, k] and slope[a, k] != 0.0:
                    step_squares[a, k] += slope[a, k] ** 2
                    steps[a, k] -= rate * slope[a, k] / np.sqrt(step_squares[a, k])
        for i in range(size):
            right = labels[first + i]
            sure = before[i, right] * after[i, right]
            loss -= np.log(max(sure, 1e-20))
            if sure > SURE:
                continue
            for p in range(words[first + i], words[first + i + 1]):
                if kept[p - begin]:
                    f = features[p]
                    for k in range(SIZE):
                        off = before[i, k] * after[i, k]
                        if k == right:
                            off -= 1.0
                        squares[f, k] += off * off
                        weights[f, k] -= rate * off / np.sqrt(squares[f, k])
    return loss
