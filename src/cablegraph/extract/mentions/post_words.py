"""A passage as the grammar of posts reads it: words, the phrases of ``data/posts.yml`` that begin at each, names among them.

Knows which words open a post and where an Arabic one-letter word stands before one. Leaves the grammar itself to
``posts``. Trap: phrases are matched by level form, so one entry serves all its spellings.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import yaml

from cablegraph.extract.mentions.lexicon import DATA
from cablegraph.extract.mentions.tokens import Token, level, tokenise
from cablegraph.model.mention import FoundMention

_PROCLITICS: Final = ("و", "ف", "ب", "ل", "ك")

Phrases = dict[str, frozenset[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as the grammar reads it: words, their level forms, names as word numbers.

    ``names`` gives the end of the name that begins at a word, ``owners`` the beginning of the country or nation that
    ends before a word.
    """

    tokens: Sequence[Token]
    words: Sequence[str]
    names: dict[int, int]
    owners: dict[int, int]
    language: str
    phrases: Phrases

    def match(self, kind: str, at: int) -> int:
        """The end of the longest phrase of a kind that begins at a word; ``at`` itself where there is none."""
        if at >= len(self.words) or self.words[at] not in _first_words(self.language, kind):
            return at
        known = self.phrases[kind]
        for size in range(min(5, len(self.words) - at), 0, -1):
            if tuple(self.words[at : at + size]) in known:
                return at + size
        return at


def read(text: str, language: str, names: Sequence[FoundMention]) -> Reading:
    """Cut a passage ("en", "fa", "ar") into words and look up the names and phrases in it."""
    tokens = list(_cut(tokenise(text), language))
    names_here, owners = _by_word(tokens, names)
    return Reading(tokens, [level(t.text) for t in tokens], names_here, owners, language, _load_phrases(language))


def _by_word(tokens: Sequence[Token], names: Sequence[FoundMention]) -> tuple[dict[int, int], dict[int, int]]:
    starts = {t.start: i for i, t in enumerate(tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(tokens)}
    complete: dict[int, int] = {}
    owners: dict[int, int] = {}
    for name in names:
        first, last = starts.get(name.start), ends.get(name.end)
        if first is None or last is None:
            continue
        if name.label in {"ORG", "PLACE", "NATIONALITY"}:
            complete[first] = max(last, complete.get(first, 0))
        if name.label in {"PLACE", "NATIONALITY"}:
            owners[last] = first
    return complete, owners


def _cut(tokens: Sequence[Token], language: str) -> Iterator[Token]:
    """Cut an Arabic one-letter word off a head ("ووزير"), so that the head is seen; other words stay whole."""
    heads = openers(language)
    for token in tokens:
        if language == "ar" and token.text.startswith(_PROCLITICS):
            word = level(token.text)
            if word not in heads and word[1:] in heads:
                yield Token(token.start + 1, token.end, token.text[1:])
                continue
        yield token


@cache
def _load_phrases(language: str) -> Phrases:
    data = yaml.safe_load((DATA / "posts.yml").read_text(encoding="utf-8"))[language]
    return {kind: frozenset(tuple(level(t.text) for t in tokenise(str(p))) for p in ps) for kind, ps in data.items()}


@cache
def _first_words(language: str, kind: str) -> frozenset[str]:
    return frozenset(p[0] for p in _load_phrases(language)[kind] if p)


@cache
def openers(language: str) -> frozenset[str]:
    """The first words of all that can open a post."""
    return frozenset().union(*(_first_words(language, kind) for kind in ("heads", "alone", "before")))
