"""The claims of a public text: each sentence that says something, what sort it is, and who says it.

Cues are data (``data/cues.yml``). The order of suspicion is rhetoric, opinion, prediction, assessment; a sentence with none of their words
that names somebody, a body, a place or a date is a fact to check, one that names nothing is an opinion. Headings, which end without a
stop, are no claims. The trap: an opinion may carry a fact ("humiliating accord of 1975 that compelled a cession"); a sentence with a date
or three names and an opinion's word is still a fact to check, since the loaded word can be left aside and the fact cannot.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from cablegraph.calendars import DateMatch
from cablegraph.model import ClaimKind, FoundClaim, FoundMention
from cablegraph.text import find_language, find_sentences, find_words, fold

AUTHOR = "the author"
_FEWEST_WORDS = 3
_STOPS = (".", "!", "?", "؟", "…", "”", '"', "»", "۔", ")", "’", ":", ";", "؛")
_TOP = 600
_NAMED = frozenset({"PERSON", "ORG", "PLACE", "CODENAME"})
_ORDER = (ClaimKind.RHETORIC, ClaimKind.OPINION, ClaimKind.PREDICTION, ClaimKind.ASSESSMENT)


@cache
def _cues() -> Any:
    return yaml.safe_load((files(__package__) / "data" / "cues.yml").read_text(encoding="utf-8"))


@cache
def _kind_pattern(kind: ClaimKind, language: str) -> re.Pattern[str] | None:
    words = _cues()["kinds"][kind.value].get(language, [])
    if not words:
        return None
    parts = (re.escape(fold(w.rstrip("*"))) + (r"\w*" if w.endswith("*") else "") for w in words)
    before = (
        "[وف]?(?:ال)?" if language == "ar" else ""
    )  # the conjunctions and the article, written together with the word
    return re.compile(rf"(?<!\w){before}(?:" + "|".join(parts) + r")(?!\w)")


@cache
def _attributions(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p) for p in _cues()["attribution"].get(language, []))


def find_claims(
    text: str, mentions: Sequence[FoundMention], dates: Sequence[DateMatch], *, language: str | None = None
) -> Iterator[FoundClaim]:
    """Yield the claims of a text in reading order.

    Args:
        text: The extracted text of a public statement.
        mentions: The names in it.
        dates: The dates in it.
        language: ``fa``, ``ar`` or ``en``; told from each sentence where None.
    """
    author = find_author(text) or AUTHOR
    for start, end in find_sentences(text, language):
        sentence = text[start:end]
        if sum(1 for _ in find_words(sentence)) < _FEWEST_WORDS or not sentence.rstrip().endswith(_STOPS):
            continue
        spoken = language or find_language(sentence)
        names = sum(1 for m in mentions if start <= m.start and m.end <= end and m.label in _NAMED)
        inside = [d for d in dates if start <= d.span.start and d.span.end <= end and d.interval]
        claimant = find_claimant(sentence, spoken)
        kind = kind_of(sentence, spoken, names=names, dated=bool(inside), attributed=claimant is not None)
        first, last = _interval(inside)
        yield FoundClaim(start, end, sentence, kind, claimant or author, first, last)


def kind_of(sentence: str, language: str, *, names: int, dated: bool, attributed: bool) -> ClaimKind:
    """What sort of sentence it is; ``names`` counts the names in it."""
    folded = fold(sentence)
    if sentence.rstrip().endswith(("?", "؟")):
        return ClaimKind.RHETORIC
    for kind in _ORDER:
        pattern = _kind_pattern(kind, language)
        if pattern and pattern.search(folded):
            if kind is ClaimKind.OPINION and (dated or names >= 3):
                continue
            if kind is ClaimKind.ASSESSMENT and dated and names >= 2:
                continue
            return kind
    if names or dated or attributed:
        return ClaimKind.FACT
    return ClaimKind.OPINION


def find_claimant(sentence: str, language: str) -> str | None:
    """Who says it, in the words of the sentence; None where it is the author."""
    for pattern in _attributions(language):
        found = pattern.search(sentence)
        if found:
            who = " ".join(found["who"].split())
            return "it is said" if who.lower() == "it" else who
    return None


def find_author(text: str) -> str | None:
    """Who wrote the text, by the line near its top that says so; None where none does."""
    for line in text[:_TOP].splitlines():
        for patterns in _cues()["byline"].values():
            for pattern in patterns:
                found = re.match(pattern, line.strip(), re.IGNORECASE if pattern.startswith("^by") else 0)
                if found:
                    return " ".join(found["who"].split())
    return None


def _interval(dates: Sequence[DateMatch]) -> tuple[str | None, str | None]:
    starts = [d.interval.start for d in dates if d.interval]
    ends = [d.interval.end for d in dates if d.interval]
    first = min((s for s in starts if s), default=None) if starts and None not in starts else None
    last = max((e for e in ends if e), default=None) if ends and None not in ends else None
    return first.isoformat() if first else None, last.isoformat() if last else None
