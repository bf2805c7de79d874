"""The words of a document under the stems by which their other forms are found.

A stem carries the mark of its language (``fa:وزیر``), so that a Persian ending is never taken off an Arabic word. A word of Arabic script in a passage whose
language nothing tells goes in as Persian and as Arabic. The trap: the words of a person's name have no other forms; they are left out, or Mr Banks would be
found as several banks.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from cablegraph.model import Mention
from cablegraph.text import Span, find_passages, find_words, fold_word, script_of, stem_word
from cablegraph.text.script import ARABIC
from cablegraph.text.words import MARKS

_OF_SCRIPT = {"Latn": ("en",), "Arab": ("ar", "fa")}
_WRITTEN = re.compile(rf"[^\W\d_][\w'’ʼʾʿ`\u200c\u200d{MARKS}]*")
_POSSESSIVE = re.compile("['’]s?$")


@lru_cache(maxsize=200_000)
def stems_of(word: str, language: str = "und") -> frozenset[str]:
    """The marked stems of a word as written, by its script and the language of its passage; none for numbers and other scripts."""
    languages = _OF_SCRIPT.get(script_of(word), ())
    if language in languages:
        languages = (language,)
    elif language == "ckb" and "ar" in languages:
        return frozenset()
    return frozenset(f"{each}:{stem_word(word, each)}" for each in languages)


def find_stems(text: str, mentions: Iterable[Mention], *, language: str) -> Iterator[tuple[Span, frozenset[str]]]:
    """Find the words that have stems, in reading order, with their stems; ``language`` is that of the whole document."""
    persons = _covered(mentions)
    for passage, own in _passages(text, language):
        for start, end in find_words(text[passage.start : passage.end]):
            span = Span(passage.start + start, passage.start + end)
            marks = stems_of(text[span.start : span.end], own)
            if marks and span.start not in persons:
                yield span, marks


def find_forms(
    text: str, word: str, stems: frozenset[str], mentions: Iterable[Mention], *, language: str
) -> Iterator[Span]:
    """Find the words that have one of the ``stems`` and are not the folded ``word`` itself: a few of the many that ``find_stems`` would go through."""
    written = {_POSSESSIVE.sub("", each) for each in set(_WRITTEN.findall(text))}
    forms = {each for each in written if stems_of(each) & stems and fold_word(each) != word}
    if not forms:
        return
    persons = _covered(mentions)
    passages = list(_passages(text, language))
    starts = [passage.start for passage, _ in passages]
    body = "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))
    for found in re.finditer(rf"(?<!\w)(?:{body})(?![\w{MARKS}])", text):
        own = passages[max(bisect_right(starts, found.start()) - 1, 0)][1]
        if found.start() not in persons and stems_of(found.group(), own) & stems:
            yield Span(*found.span())


def _passages(text: str, language: str) -> Iterator[tuple[Span, str]]:
    if not ARABIC.search(text):
        yield Span(0, len(text)), language
        return
    for span, own in find_passages(text):
        yield span, language if own == "und" else own


def _covered(mentions: Iterable[Mention]) -> frozenset[int]:
    return frozenset(position for m in mentions if m.label == "PERSON" for position in range(m.start, m.end))
