"""Posts by grammar: a post head with its complement, as in "Commander of the 5th Division", وزیر امور خارجه, محافظ البصرة.

Knows how the words of ``data/posts.yml`` go together in the three languages. Leaves who holds a post to relations, and
ranks and honorifics (General, Mr.) to nobody: they stay outside. Trap: in Persian and Arabic nothing written joins a head to its
complement, so a complement must begin with a known portfolio, a body word or a name that the tagger has found there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import yaml

from cablegraph.extract.mentions.lexicon import DATA
from cablegraph.extract.mentions.tokens import Token, level, tokenise
from cablegraph.model.mention import FoundMention

_SURE: Final = 0.9
_BARE: Final = 0.7
_LONGEST_BODY: Final = {"en": 8, "fa": 5, "ar": 5}
_ORDINALS: Final = frozenset({"st", "nd", "rd", "th", "first", "second", "third", "fourth", "fifth", "armed", "-"})
_PROCLITICS: Final = ("و", "ف", "ب", "ل", "ك")

Phrases = dict[str, frozenset[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class _Reading:
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


def find_posts(text: str, language: str, names: Sequence[FoundMention] = ()) -> Iterator[FoundMention]:
    """Find the posts of a passage.

    Args:
        text: The text.
        language: "en", "fa" or "ar".
        names: Organisations, places and nationalities found in it, which may complete a post ("governor of Basra",
            "Iraqi Foreign Minister").

    Yields:
        Posts in reading order, not overlapping; confidence is 0.9 with a complement and 0.7 for a post named alone.
    """
    tokens = list(_cut(tokenise(text), language))
    names_here, owners = _by_word(tokens, names)
    words = [level(t.text) for t in tokens]
    reading = _Reading(tokens, words, names_here, owners, language, _load_phrases(language))
    at = 0
    while at < len(tokens):
        start, head = _find_head(reading, at)
        if head == at:
            at += 1
            continue
        end = max(_find_complements(reading, head), *(reading.names.get(i, 0) for i in range(start, head)))
        alone = any(reading.match("alone", i) > i for i in range(start, head))
        if end > head or alone:
            if language == "en":
                start = reading.owners.get(start, start)
            first, last = tokens[start].start, tokens[end - 1].end
            sure = _SURE if end > head else _BARE
            yield FoundMention(first, last, text[first:last], "POST", sure, "rule:posts")
        at = max(end, at + 1)


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


def _find_head(reading: _Reading, at: int) -> tuple[int, int]:
    """Read words that may stand before a head, then heads; gives the first word and the end, or the same place twice."""
    end = at
    while True:
        before = reading.match("before", end)
        if before > end and _next_is_head(reading, before):
            end = before
            continue
        head = max(reading.match("alone", end), reading.match("heads", end))
        if head == end:
            return (at, end) if end > at and reading.language != "en" else (at, at)
        end = head
        if reading.language == "en":
            return at, end


def _next_is_head(reading: _Reading, at: int) -> bool:
    for _ in range(3):
        if max(reading.match("alone", at), reading.match("heads", at)) > at:
            return True
        step = reading.match("before", at)
        if step == at:
            return False
        at = step
    return False


def _find_complements(reading: _Reading, head: int) -> int:
    end = head
    for _ in range(4):
        at = end
        linked = reading.match("links", at)
        if reading.language == "en" and linked == at:
            return end
        at = linked
        at = reading.match("articles", at)
        stop = _find_complement(reading, at)
        if stop == at or (linked > end and end == head and reading.language != "en"):
            return end
        end = stop
    return end


def _find_complement(reading: _Reading, at: int) -> int:
    """The end of a portfolio, a name or a body that begins at a word."""
    best = max(reading.match("portfolios", at), reading.names.get(at, at))
    body = _find_body(reading, at)
    return max(best, body)


def _find_body(reading: _Reading, at: int) -> int:
    """A body: words up to and with a body word in English ("5th Division"), from a body word on in the other two."""
    longest = _LONGEST_BODY[reading.language]
    end = at
    if reading.language == "en":
        for i in range(at, min(at + longest, len(reading.tokens))):
            step = reading.match("bodies", i)
            if step > i:
                end = step
            elif (reading.tokens[i].text[0].islower() and reading.words[i] not in _ORDINALS) or (
                not reading.words[i][0].isalnum() and reading.words[i] != "-"
            ):
                break
        return end
    if reading.match("bodies", at) == at:
        return at
    for i in range(at, min(at + longest, len(reading.tokens))):
        if not reading.words[i][0].isalnum() or reading.match("stops", i) > i or (i > at and _opens_next(reading, i)):
            break
        end = max(i + 1, reading.names.get(i, 0))
    return end


def _opens_next(reading: _Reading, at: int) -> bool:
    """Tell whether a word after the first joins another phrase on: Persian "و", an Arabic word with "و" before it."""
    word = reading.words[at]
    if reading.language == "fa":
        return word == "و" and reading.match("heads", at + 1) > at + 1
    heads = _openers("ar")
    return word in heads or (word[0] == "و" and (word[1:] in heads or word[1:3] == "ال"))


def _cut(tokens: Sequence[Token], language: str) -> Iterator[Token]:
    """Cut an Arabic one-letter word off a head ("ووزير"), so that the head is seen; other words stay whole."""
    heads = _openers(language)
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
def _openers(language: str) -> frozenset[str]:
    """The first words of all that can open a post."""
    return frozenset().union(*(_first_words(language, kind) for kind in ("heads", "alone", "before")))
