"""The form under which search finds the inflected forms of a word, in Persian, Arabic and English.

Knows endings and clitics of Arabic and Persian (``data/stems.yml``) and asks the word lists of ``simplemma`` for English; which passages are in
which language is left to :mod:`cablegraph.text.language`. A stem is for finding, never for showing. The trap: a stemmer that takes much off
takes names apart (ایران is not a plural of ایر), so what is left must keep a length and must not be one of the small words.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from cablegraph.text.data import load_yaml
from cablegraph.text.normalise import fold, fold_word

LANGUAGES = ("ar", "en", "fa")
_LONGEST = 40  # letters; no word of a language is longer
_CHAIN = 3  # lemma of lemma: meetings, meeting, meet
_HALF_SPACE = "\u200c"


@dataclass(frozen=True, slots=True)
class _Step:
    take: tuple[str, ...]
    least: int
    before: tuple[str, ...]
    instead: str


@dataclass(frozen=True, slots=True)
class _Rules:
    prefixes: tuple[_Step, ...]
    suffixes: tuple[_Step, ...]
    stem_begins: tuple[str, ...]
    whole_words: frozenset[str]
    after_half_space: frozenset[str]
    small: frozenset[str]


@lru_cache(maxsize=200_000)
def stem_word(word: str, language: str) -> str:
    """Return the stem of one word, folded; of a word that has no other form, the folded word itself.

    Args:
        word: As written or folded; a half-space shows Persian endings more surely than the folded word does.
        language: ``"ar"``, ``"en"`` or ``"fa"``; words of other languages are only folded.
    """
    if len(word) > _LONGEST or language not in LANGUAGES:
        return fold_word(word)
    if language == "en":
        return _find_lemma(fold_word(word))
    rules = _rules(language)
    if _HALF_SPACE in word:
        head, _, tail = word.rpartition(_HALF_SPACE)
        if head and fold_word(tail) in rules.after_half_space:
            return _take_off(fold_word(head), rules)
    return _take_off(fold_word(word), rules)


def _take_off(word: str, rules: _Rules) -> str:
    if word in rules.whole_words or word in rules.small:
        return word
    stem = word
    for step in rules.prefixes:
        if not stem.startswith(rules.stem_begins):
            piece = next((each for each in step.take if stem.startswith(each)), "")
            if piece and len(stem) - len(piece) >= step.least:
                stem = stem[len(piece) :]
    for step in rules.suffixes:
        for piece in step.take:
            left = stem.removesuffix(piece)
            if left != stem and len(left) >= step.least and (not step.before or left.endswith(step.before)):
                stem = left + step.instead
                break
    return word if stem in rules.small else stem


def _find_lemma(word: str) -> str:
    from simplemma import lemmatize  # loads its word list; not every run needs it

    for _ in range(_CHAIN):
        lemma = fold_word(lemmatize(word, "en")) if word else word
        if lemma == word:
            break
        word = lemma
    return word


@cache
def _rules(language: str) -> _Rules:
    rules = load_yaml("stems.yml")[language]
    return _Rules(
        tuple(map(_step, rules["prefixes"])),
        tuple(map(_step, rules["suffixes"])),
        tuple(rules["stem_begins"]),
        frozenset(rules["whole_words"]),
        frozenset(rules["after_half_space"]),
        frozenset(map(fold, load_yaml("languages.yml")[language]["words"])),
    )


def _step(rule: Mapping[str, str | Sequence[str]]) -> _Step:
    longest_first = tuple(sorted(rule["take"], key=len, reverse=True))
    return _Step(longest_first, int(str(rule["least"])), tuple(rule.get("before", ())), str(rule.get("instead", "")))
