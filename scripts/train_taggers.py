"""Train the name taggers of cablegraph from labelled text on disk.

    python scripts/train_taggers.py --data ../shared/data [--languages fa ar en] [--out models/src/cablegraph_models/data]

Deterministic. The sources, their licences and what is left out of them stand in the model card of ``cablegraph-models``.
"""

import argparse
import gzip
import os
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from cablegraph.extract.mentions.features import Card, around, join, make_card
from cablegraph.extract.mentions.proclitics import split_proclitics
from cablegraph.extract.mentions.tokens import Token, tokenise
from cablegraph.extract.mentions.vocabulary import Vocabulary, load_vocabulary
from cablegraph.extract.mentions.weights import LABELS, Weights, quantise, save
from taggers import corpora, crf, words
from taggers.corpora import Sample
from taggers.noise import copies

ROUNDS = {"fa": 10, "ar": 8, "en": 7}
SEEDS = {"fa": (1, 2, 3), "ar": (1, 2), "en": (1, 2)}
"""As many taggers are trained, and their weights averaged."""
MEAN_OF = 4
RATE = 0.15
DROP = 0.15
DROP_WORD = 0.1
LEAST_WEIGHT = 0.02
"""A feature whose weights all lie below this is not shipped."""
HAND = Path(__file__).parent / "taggers" / "fa_hand.tsv"
HAND_WEIGHT = 3
TWEETS = {"btc", "wnut17"}


@dataclass(frozen=True, slots=True)
class Options:
    """Where the data lie, where the models go, and how many words of cables English learns from."""

    data: Path
    out: Path
    cable_words: int


def samples(language: str, options: Options) -> Iterator[Sample]:
    """Give the labelled text of a language."""
    for sample in corpora.read_corpus(options.data / "ner" / f"{language}.train.jsonl.gz"):
        yield from [sample] * (4 if language == "en" and sample.source not in TWEETS else 1)
    if language == "fa":
        yield from list(corpora.read_hand(HAND, read_raw(options.data))) * HAND_WEIGHT
    if language == "en":
        cables = list(corpora.read_cables(options.data / "frus" / "ner_train.jsonl.gz"))
        random.Random(3).shuffle(cables)
        seen = 0
        for sample in cables:
            size = len(sample.text.split())
            if not sample.spans and size < 4:
                continue
            seen += size
            if seen > options.cable_words:
                break
            yield sample


def read_raw(data: Path) -> list[str]:
    """The sentences of formal Persian without labels."""
    with gzip.open(data / "ner" / "fa.raw.txt.gz", "rt", encoding="utf-8") as lines:
        return [line.strip() for line in lines]


def unlabelled(language: str, data: Path) -> list[str]:
    """The text that word counts and classes are made from."""
    texts = [s.text for s in corpora.read_corpus(data / "ner" / f"{language}.train.jsonl.gz")]
    if language == "fa":
        texts += read_raw(data)
    if language == "en":
        texts += [s.text for s in corpora.read_cables(data / "frus" / "ner_train.jsonl.gz")]
    return texts


def cut(language: str, text: str, vocabulary: Vocabulary) -> list[Token]:
    """Cut a sample into words as the tagger will."""
    tokens = tokenise(text)
    return list(split_proclitics(tokens, vocabulary.counts)) if language == "ar" else tokens


def labels_of(tokens: list[Token], sample: Sample) -> list[int]:
    """The number of the label of each word: B-, I- and the kind, or O."""
    labels = [0] * len(tokens)
    for start, end, kind in sample.spans:
        inside = [i for i, t in enumerate(tokens) if t.start < end and start < t.end]
        for n, i in enumerate(inside):
            labels[i] = LABELS.index(("I-" if n else "B-") + kind)
    return labels


def sentences(language: str, vocabulary: Vocabulary, learnt: Iterator[Sample]) -> Iterator[crf.Sentence]:
    """Give each sample, and its damaged copies, as features and labels."""
    kept: dict[str, Card] = {}
    chance = random.Random(11)
    for sample in learnt:
        for version in copies(sample, language, chance):
            tokens = cut(language, version.text, vocabulary)
            if not tokens:
                continue
            cards = [kept.get(t.text) or kept.setdefault(t.text, make_card(t.text, vocabulary)) for t in tokens]
            rows = []
            for places, joined in zip(around(cards), join(cards, tokens, language), strict=True):
                alone = [card.places[n] for n, card in enumerate(places)]
                # The word and its two pairs come first: these are what a word never seen lacks.
                parts = [np.array(joined[:2], np.uint32), *alone, np.array(joined[2:], np.uint32)]
                rows.append((np.concatenate(parts), 3))
            yield rows, labels_of(tokens, version)


def train(language: str, options: Options, *, new_words: bool) -> None:
    """Make the word table and the weights of one language."""
    begin = time.monotonic()

    def say(what: str) -> None:
        print(f"{language}: {what}, {time.monotonic() - begin:.0f} s", flush=True)

    table = options.out / f"{language}.words.xz"
    if new_words:
        texts = unlabelled(language, options.data)
        words.make_words(texts, table, least=3 if language != "en" else 5, most=30_000, fine=512)
        say("words")
    weights = fit(language, load_vocabulary(table), samples(language, options), say)
    target = options.out / f"{language}.weights.xz"
    save(weights, target)
    say(f"{len(weights.keys)} features, {target.stat().st_size} bytes")


def fit(language: str, vocabulary: Vocabulary, learnt: Iterator[Sample], say: Callable[[str], None]) -> Weights:
    """Train a linear-chain CRF on labelled samples."""
    corpus = crf.gather(sentences(language, vocabulary, learnt))
    say(f"{len(corpus.labels)} words, {len(corpus.keys)} features")
    features = np.zeros((len(corpus.keys), len(LABELS)), np.float32)
    steps = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for seed in SEEDS[language]:
        learning = crf.train(
            corpus, rounds=ROUNDS[language], mean_of=MEAN_OF, rate=RATE, drop=DROP, drop_word=DROP_WORD, seed=seed
        )
        for number, (loss, learnt_weights) in enumerate(learning, 1):
            say(f"seed {seed}, round {number}, loss {loss:.4f}")
            if learnt_weights is not None:
                features += learnt_weights[0] / len(SEEDS[language])
                steps += learnt_weights[1] / len(SEEDS[language])
    return quantise(corpus.keys, features, steps, LEAST_WEIGHT)


def main() -> None:
    """Train what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--languages", nargs="+", default=["fa", "ar", "en"])
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "models/src/cablegraph_models/data")
    parser.add_argument("--cable-words", type=int, default=400_000)
    parser.add_argument("--keep-words", action="store_true", help="take the word tables that are there")
    asked = parser.parse_args()
    options = Options(asked.data, asked.out, asked.cable_words)
    options.out.mkdir(parents=True, exist_ok=True)
    for language in asked.languages:
        train(language, options, new_words=not asked.keep_words)


if __name__ == "__main__":
    main()
