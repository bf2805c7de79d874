"""Train the name taggers of cablegraph from labelled text on disk.

    python scripts/train_taggers.py --data ../shared/data [--languages fa ar en] [--out models/src/cablegraph_models/data]

Deterministic. The sources, their licences and what is left out of them stand in the model card of ``cablegraph-models``.
"""

import argparse
import gzip
import lzma
import os
import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import pycrfsuite

from cablegraph.extract.mentions.features import FeatureMaker
from cablegraph.extract.mentions.proclitics import split_proclitics
from cablegraph.extract.mentions.tagger import Tagger
from cablegraph.extract.mentions.tokens import Token, tokenise
from cablegraph.extract.mentions.vocabulary import Vocabulary, load_vocabulary
from taggers import corpora, words
from taggers.corpora import Sample
from taggers.noise import copies
from taggers.silver import make_silver

SETTINGS = {
    "fa": {"c1": 0.05, "c2": 0.02, "max_iterations": 80},
    "ar": {"c1": 0.05, "c2": 0.02, "max_iterations": 90},
    "en": {"c1": 0.1, "c2": 0.02, "max_iterations": 60},
}
HAND = Path(__file__).parent / "taggers" / "fa_hand.tsv"
HAND_WEIGHT = 2
TEACHER_ROUNDS = 45
TWEETS = {"btc", "wnut17"}


def samples(language: str, data: Path, cable_words: int) -> Iterator[Sample]:
    """Give the labelled text of a language."""
    for sample in corpora.read_corpus(data / "ner" / f"{language}.train.jsonl.gz"):
        yield from [sample] * (2 if language == "en" and sample.source not in TWEETS else 1)
    if language == "fa":
        yield from list(corpora.read_hand(HAND, read_raw(data))) * HAND_WEIGHT
    if language == "en":
        cables = list(corpora.read_cables(data / "frus" / "ner_train.jsonl.gz"))
        random.Random(3).shuffle(cables)
        seen = 0
        for sample in cables:
            size = len(sample.text.split())
            if not sample.spans and size < 4:
                continue
            seen += size
            if seen > cable_words:
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


def tags_of(tokens: list[Token], sample: Sample) -> list[str]:
    """The tag of each word: B-, I- and the label, or O."""
    tags = ["O"] * len(tokens)
    for start, end, label in sample.spans:
        inside = [i for i, t in enumerate(tokens) if t.start < end and start < t.end]
        for n, i in enumerate(inside):
            tags[i] = ("I-" if n else "B-") + label
    return tags


def train(language: str, data: Path, out: Path, cable_words: int) -> None:
    """Make the word table and the weights of one language."""
    begin = time.monotonic()
    table = out / f"{language}.words.xz"
    words.make_words(unlabelled(language, data), table, least=3 if language != "en" else 5, most=30_000, fine=512)
    print(f"{language}: words {time.monotonic() - begin:.0f} s", flush=True)
    vocabulary = load_vocabulary(table)
    learnt = list(samples(language, data, cable_words))
    if language == "fa":
        by_hand = {s.text for s in learnt if s.source == "hand"}
        teacher = Tagger(language, fit(language, vocabulary, learnt, rounds=TEACHER_ROUNDS), vocabulary)
        learnt += make_silver(read_raw(data), teacher, by_hand)
        print(f"{language}: {len(learnt)} samples with silver {time.monotonic() - begin:.0f} s", flush=True)
    weights = fit(language, vocabulary, learnt)
    (out / f"{language}.crfsuite.xz").write_bytes(lzma.compress(weights, preset=9))
    print(f"{language}: trained {time.monotonic() - begin:.0f} s, {len(weights)} bytes", flush=True)


def fit(language: str, vocabulary: Vocabulary, learnt: list[Sample], rounds: int | None = None) -> bytes:
    """Train a linear-chain CRF on labelled samples and give its weights."""
    maker = FeatureMaker(language, vocabulary)
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.select("lbfgs")
    trainer.set_params({"feature.possible_transitions": False, "feature.minfreq": 0, **SETTINGS[language]})
    if rounds:
        trainer.set("max_iterations", rounds)
    chance = random.Random(11)
    for sample in learnt:
        for version in copies(sample, language, chance):
            tokens = cut(language, version.text, vocabulary)
            if tokens:
                trainer.append(pycrfsuite.ItemSequence(maker.features(tokens)), tags_of(tokens, version))
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model"
        trainer.train(str(model))
        return model.read_bytes()


def main() -> None:
    """Train what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--languages", nargs="+", default=["fa", "ar", "en"])
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "models/src/cablegraph_models/data")
    parser.add_argument("--cable-words", type=int, default=400_000)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for language in options.languages:
        train(language, options.data, options.out, options.cable_words)


if __name__ == "__main__":
    main()
