"""The trained name taggers: a linear-chain CRF per language, loaded when first asked for.

Knows how to tag one sentence. Leaves the choice of language and sentences to ``find``. Weights come from the package
``cablegraph-models``, whose model card names every source. Trap: a ``pycrfsuite.Tagger`` holds the sentence it was given
last, so each thread needs its own: ``load_tagger`` keeps one per thread.
"""

import lzma
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pycrfsuite
from cablegraph_models import FOLDER

from cablegraph.extract.mentions.features import FeatureMaker
from cablegraph.extract.mentions.lexicon import load_titles
from cablegraph.extract.mentions.proclitics import split_proclitics
from cablegraph.extract.mentions.tokens import Token, level, tokenise
from cablegraph.extract.mentions.vocabulary import Vocabulary, load_vocabulary

LANGUAGES = ("en", "fa", "ar")
_LABELS: Final = {"PER": "PERSON", "ORG": "ORG", "LOC": "PLACE"}
_LEAST_PERSON: Final = {"en": 0.35, "fa": 0.35, "ar": 0.25}
"""Chosen on development text, by language."""
_kept = threading.local()


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name in a sentence: half-open span in code points of the text, label, lowest marginal probability of its words."""

    start: int
    end: int
    label: str
    confidence: float


class Tagger:
    """Finds names in sentences of one language."""

    def __init__(self, language: str, weights: bytes, vocabulary: Vocabulary) -> None:
        self.language = language
        self._vocabulary = vocabulary
        self._titles = load_titles(language)
        self._maker = FeatureMaker(language, vocabulary)
        # The C++ tagger reads these bytes for as long as it lives and does not keep them itself.
        self._weights = weights
        self._crf = pycrfsuite.Tagger()
        self._crf.open_inmemory(self._weights)

    def tokens(self, text: str, start: int, end: int) -> list[Token]:
        """Cut a sentence into the words that this tagger sees."""
        tokens = tokenise(text, start, end)
        return list(split_proclitics(tokens, self._vocabulary.counts)) if self.language == "ar" else tokens

    def find_names(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Tagged]:
        """Tag one sentence.

        Args:
            text: The text that the sentence stands in.
            start: Its first code point.
            end: The code point after its last one; None for the end of the text.

        Yields:
            Names in reading order; they do not overlap.
        """
        tokens = self.tokens(text, start, len(text) if end is None else end)
        if not tokens:
            return
        self._crf.set(pycrfsuite.ItemSequence(self._maker.features(tokens)))
        tags = self._crf.tag()
        self._add_doubtful_persons(tags)
        at = 0
        while at < len(tags):
            if tags[at] == "O":
                at += 1
                continue
            kind = tags[at][2:]
            stop = at + 1
            while stop < len(tags) and tags[stop] == f"I-{kind}":
                stop += 1
            first = self._after_titles(tokens, at, stop) if kind == "PER" else at
            sure = min(self._crf.marginal(tags[i], i) for i in range(first, stop))
            yield Tagged(tokens[first].start, tokens[stop - 1].end, _LABELS[kind], round(sure, 4))
            at = stop

    def _add_doubtful_persons(self, tags: list[str]) -> None:
        """Read a word as a person where the best path does not but the probability of it is high enough.

        Persons not seen in training are what a tagger misses most; this trades a little precision for their recall.
        """
        least = _LEAST_PERSON[self.language]
        for i, tag in enumerate(tags):
            if tag != "O" or self._crf.marginal("O", i) > 1 - least:
                continue
            if self._crf.marginal("B-PER", i) + self._crf.marginal("I-PER", i) > least:
                tags[i] = "I-PER" if i > 0 and tags[i - 1][2:] == "PER" else "B-PER"

    def _after_titles(self, tokens: list[Token], start: int, stop: int) -> int:
        """The first word of a person after the titles that the model left inside; a title alone is kept."""
        words = [level(t.text) for t in tokens[start:stop]]
        at = 0
        while at < len(words):
            size = next((n for n in (3, 2, 1) if tuple(words[at : at + n]) in self._titles), 0)
            if not size or at + size >= len(words):
                break
            at += size
        return start + at


def load_tagger(language: str) -> Tagger:
    """Give the tagger of a language, reading its weights the first time in a thread.

    Args:
        language: "en", "fa" or "ar".

    Raises:
        FileNotFoundError: The package ``cablegraph-models`` holds no weights for the language.
    """
    kept: dict[str, Tagger] = _kept.__dict__.setdefault("taggers", {})
    if language not in kept:
        weights = lzma.decompress((FOLDER / f"{language}.crfsuite.xz").read_bytes())
        kept[language] = Tagger(language, weights, load_vocabulary(FOLDER / f"{language}.words.xz"))
    return kept[language]
