"""The trained name taggers: a linear-chain CRF per language, loaded when first asked for.

Knows how to tag one sentence, which titles stand outside a person, and which common nouns careful Persian prose counts in before a place. Leaves
the choice of language and sentences to ``find``. Weights come from the package ``cablegraph-models``, whose model card names every source. A tagger
keeps the scores of the words it has met and may be shared by threads. Trap: a name of one letter ("P0") is a sign in a list more often than a name.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import numpy as np
from cablegraph_models import FOLDER

from cablegraph.extract.mentions.features import OUTSIDE, Card, join, make_card
from cablegraph.extract.mentions.lexicon import load_joints, load_titles
from cablegraph.extract.mentions.proclitics import split_proclitics
from cablegraph.extract.mentions.readings import WATCHED, weigh
from cablegraph.extract.mentions.seams import part_names
from cablegraph.extract.mentions.spans import KINDS, Likely, choose, find_likely
from cablegraph.extract.mentions.tokens import Token, level, tokenise
from cablegraph.extract.mentions.vocabulary import Vocabulary, load_vocabulary
from cablegraph.extract.mentions.weights import LABELS, Scores, Weights, load

LANGUAGES = ("en", "fa", "ar")
_EZAFE: Final = "\u0654\u06c0"
_NEAR: Final = 2000
_FEWEST_LETTERS: Final = 2
LEAST: Final = {
    "en": {"PERSON": 0.25, "ORG": 0.3, "PLACE": 0.5},
    "fa": {"PERSON": 0.3, "ORG": 0.2, "PLACE": 0.3},
    "ar": {"PERSON": 0.3, "ORG": 0.25, "PLACE": 0.35},
}
"""How likely a name must be to be taken: in theory half the F1 that is reached, chosen about there on development text."""

_LEAST_ALONE: Final = dict.fromkeys(KINDS, 0.5)
"""The same where a word stands alone, which tells the tagger nothing but its spelling."""
_WATCHED: Final = dict.fromkeys(KINDS, WATCHED)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name in a sentence: half-open span in code points of the text, label, probability of being exactly this name."""

    start: int
    end: int
    label: str
    confidence: float


class Tagger:
    """Finds names in sentences of one language."""

    def __init__(self, language: str, weights: Weights, vocabulary: Vocabulary) -> None:
        self.language = language
        self._weights = weights
        self._vocabulary = vocabulary
        self._titles = load_titles(language)
        self._joints = load_joints(language)
        self._known = lru_cache(maxsize=50_000)(self._read)
        self._outside = self._places(OUTSIDE)

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
        joints = self._joints if _is_careful(text, tokens) else frozenset()
        free = 0
        for one in choose(self._likely(tokens)):
            for first, stop in self._names_in(tokens, one, joints, free):
                if sum(c.isalpha() for t in tokens[first:stop] for c in t.text) >= _FEWEST_LETTERS:
                    yield Tagged(tokens[first].start, tokens[stop - 1].end, one.kind, one.sure)
            free = one.end

    def _likely(self, tokens: list[Token]) -> list[Likely]:
        """What is likely enough to be a name, after knowledge of names was heard; a word alone tells the tagger little."""
        likely = find_likely(self._scores(tokens), self._weights.steps, _WATCHED)
        weighed = weigh(likely, [t.text for t in tokens], self.language, self._vocabulary.counts)
        least = LEAST[self.language] if len(tokens) > 1 else _LEAST_ALONE
        return [one for one in weighed if one.sure > least[one.kind]]

    def _names_in(
        self, tokens: list[Token], one: Likely, joints: frozenset[str], free: int
    ) -> Iterator[tuple[int, int]]:
        """The names in a taken stretch, as half-open spans of words: persons one by one and without titles, a place with its common noun."""
        if one.kind == "PERSON":
            start = self._after_titles(tokens, one.start, one.end)
            parts = part_names([t.text for t in tokens[start : one.end]], self.language)
            yield from ((start + first, start + stop) for first, stop in parts)
        elif one.kind == "PLACE" and one.start > free and level(tokens[one.start - 1].text) in joints:
            yield one.start - 1, one.end
        else:
            yield one.start, one.end

    def _scores(self, tokens: list[Token]) -> Scores:
        """The score of each label at each word: what the words around bring along, and what they make together."""
        known = [self._known(t.text) for t in tokens]
        size = len(tokens)
        alone = np.stack([self._outside, self._outside, *(k[1] for k in known), self._outside, self._outside])
        scores: Scores = (
            alone[2 : size + 2, 0] + alone[1 : size + 1, 1] + alone[3 : size + 3, 2] + alone[:size, 3] + alone[4:, 4]
        )
        joined = join([k[0] for k in known], tokens, self.language)
        keys = np.array([key for row in joined for key in row], np.uint32)
        self._weights.add(scores, keys, np.repeat(np.arange(size), [len(row) for row in joined]))
        return scores

    def _read(self, text: str) -> tuple[Card, Scores]:
        card = make_card(text, self._vocabulary)
        return Card(card.word, card.shape, card.fine, ()), self._places(card)

    def _places(self, card: Card) -> Scores:
        """The scores that a word adds in each of its five places."""
        scores: Scores = np.zeros((len(card.places), len(LABELS)), np.float32)
        for n, keys in enumerate(card.places):
            scores[n] = self._weights.sum(keys)
        return scores

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


def _is_careful(text: str, tokens: list[Token]) -> bool:
    """Tell Persian prose that writes the hamza of the ezafe, as official and edited text does and posts on the net do not."""
    around = text[max(0, tokens[0].start - _NEAR) : tokens[-1].end + _NEAR]
    return any(sign in around for sign in _EZAFE)


@cache
def load_tagger(language: str) -> Tagger:
    """Give the tagger of a language, reading its weights the first time.

    Args:
        language: "en", "fa" or "ar".

    Raises:
        FileNotFoundError: The package ``cablegraph-models`` holds no weights for the language.
    """
    return Tagger(language, load(FOLDER / f"{language}.weights.xz"), load_vocabulary(FOLDER / f"{language}.words.xz"))
