"""Cleaning a text for comparison, with or without the way back to the original.

Knows how the tables of :mod:`cablegraph.text.tables` and the look-alikes of :mod:`cablegraph.text.homoglyphs` are applied.
``fold`` is for when only the answer matters; ``normalise`` also gives the offset map. The trap: what is added here must either
look at one character at a time or keep the length, or the map no longer tells the truth.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from cablegraph.text.homoglyphs import resolve_homoglyphs
from cablegraph.text.mapped import Edits, MappedText
from cablegraph.text.tables import Profile, Table, table_of

_CACHED_PATTERNS = 512


def fold(text: str) -> str:
    """Return ``text`` as search sees it: the same as ``normalise(text).text``, without the map."""
    if text.isascii() and text.isprintable():
        return text.lower().replace("`", "'")
    return resolve_homoglyphs(resolve_homoglyphs(text).translate(table_of(Profile.FOLDED)))


def normalise(text: str, profile: Profile = Profile.FOLDED) -> MappedText:
    """Clean ``text`` and keep the way back.

    Args:
        text: Any string, unpaired surrogates included (they become U+FFFD).
        profile: ``EXACT`` takes away only what a reader cannot see (bidi controls, presentation forms, composition);
            ``FOLDED`` also case, accents, vowel signs, letter variants and digit sets, for search; ``SKELETON`` also
            hamza and every sign that comes and goes between spellings of one name word.

    Returns:
        The cleaned text with its map; for ``FOLDED`` and ``SKELETON`` cleaning twice gives the same as once.
    """
    table = table_of(profile)
    if profile is Profile.EXACT:
        return _normalise_exact(text, table)
    cleaned = resolve_homoglyphs(resolve_homoglyphs(text).translate(table))
    return MappedText(text, cleaned, _collect_edits(_iter_length_changes(text, table)))


def _normalise_exact(text: str, table: Table) -> MappedText:
    if text.isascii() and text.isprintable():
        return MappedText(text, text)
    cleaned = text.translate(table)
    if unicodedata.is_normalized("NFC", cleaned):
        return MappedText(text, cleaned, _collect_edits(_iter_length_changes(text, table)))
    pieces: list[str] = []
    changes: list[tuple[int, int, int]] = []
    position = 0
    for match in _composing_pattern(_attaching(text, table)).finditer(text):
        composed = unicodedata.normalize("NFC", match.group().translate(table))
        pieces += (text[position : match.start()].translate(table), composed)
        changes.append((match.start(), match.end(), len(composed)))
        position = match.end()
    pieces.append(text[position:].translate(table))
    return MappedText(text, "".join(pieces), _collect_edits(iter(changes)))


def _iter_length_changes(text: str, table: Table) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, new length) of each stretch whose length the table changes; a sign goes with its letter."""
    characters = set(text)
    marks = "".join(sorted(each for each in characters if ord(each) in table.marks and not table[ord(each)]))
    others = "".join(sorted(each for each in characters if len(table[ord(each)]) != 1 and each not in marks))
    if not marks and not others:
        return
    for match in _change_pattern(marks, others).finditer(text):
        start, end = match.span()
        yield start, end, sum(len(table[ord(each)]) for each in match.group())


def _attaching(text: str, table: Table) -> str:
    """Return the characters of ``text`` that may merge with the one before them, and those that are deleted between."""
    return "".join(
        sorted(
            each
            for each in set(text)
            if unicodedata.category(each)[0] == "M" or "\u1160" <= each <= "\u11ff" or len(table[ord(each)]) != 1
        )
    )


@lru_cache(maxsize=_CACHED_PATTERNS)
def _change_pattern(marks: str, others: str) -> re.Pattern[str]:
    branches = []
    if marks:
        branches.append(f".?[{re.escape(marks)}]++")
    if others:
        branches.append(f"[{re.escape(others)}]")
    return re.compile("|".join(branches), re.DOTALL)


@lru_cache(maxsize=_CACHED_PATTERNS)
def _composing_pattern(attaching: str) -> re.Pattern[str]:
    group = f"[{re.escape(attaching)}]"
    return re.compile(f".?{group}++", re.DOTALL)


def _collect_edits(changes: Iterator[tuple[int, int, int]]) -> Edits:
    starts: list[int] = []
    ends: list[int] = []
    mapped_starts: list[int] = []
    mapped_ends: list[int] = []
    shift = 0
    for start, end, length in changes:
        starts.append(start)
        ends.append(end)
        mapped_starts.append(start + shift)
        mapped_ends.append(start + shift + length)
        shift += length - (end - start)
    return Edits(tuple(starts), tuple(ends), tuple(mapped_starts), tuple(mapped_ends))
