"""Cleaning a text for comparison, with or without the way back to the original.

Knows how the tables of :mod:`cablegraph.text.tables` and the look-alikes of :mod:`cablegraph.text.homoglyphs` are applied.
``fold`` is for when only the answer matters; ``normalise`` also gives the offset map. The trap: what is added here must either
look at one character at a time or keep the length, or the map no longer tells the truth.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from cablegraph.text.characters import find_characters
from cablegraph.text.homoglyphs import may_mix_scripts, resolve_homoglyphs
from cablegraph.text.mapped import Edits, MappedText
from cablegraph.text.tables import Profile, Table, table_of

_CACHED_PATTERNS = 512
_FEW = 64  # marks on one letter up to which their order costs nothing
_SHORT = 512  # characters up to which one pass over positions beats a pass per changed character
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def fold(text: str) -> str:
    """Return ``text`` as search sees it: the same as ``normalise(text).text``, without the map."""
    if text.isascii() and not _CONTROL.search(text):
        return text.lower().replace("`", "'")
    return _clean(text, table_of(Profile.FOLDED), find_characters(text))


@lru_cache(maxsize=200_000)
def fold_word(word: str) -> str:
    """Return one word as the index holds it: folded, without any space."""
    return "".join(fold(word).split())


def normalise(text: str, profile: Profile = Profile.FOLDED) -> MappedText:
    """Clean ``text`` and keep the way back.

    Args:
        text: Any string, unpaired surrogates included (they become U+FFFD).
        profile: ``EXACT`` takes away only what a reader cannot see (bidi controls, presentation forms, composition);
            ``FOLDED`` also case, accents, vowel signs, letter variants and digit sets, for search; ``SKELETON`` also
            hamza and every sign that comes and goes between spellings of one name word.

    Returns:
        The cleaned text with its map; cleaning it again changes nothing.
    """
    if text.isascii() and not _CONTROL.search(text) and profile is not Profile.SKELETON:
        return MappedText(text, text if profile is Profile.EXACT else fold(text))
    table = table_of(profile)
    characters = find_characters(text)
    if profile is Profile.EXACT:
        return _normalise_exact(text, table, characters)
    return MappedText(text, _clean(text, table, characters), _find_edits(text, table, characters))


def _clean(text: str, table: Table, characters: set[str]) -> str:
    """Apply the table between two rounds of look-alikes: the table lowers case and joins words, so both are needed."""
    if may_mix_scripts(characters):
        text = resolve_homoglyphs(text)
        characters = find_characters(text)
    cleaned = _translate(text, table, characters)
    return resolve_homoglyphs(cleaned) if may_mix_scripts({table[ord(each)] for each in characters}) else cleaned


def _translate(text: str, table: Table, characters: set[str]) -> str:
    """Do what ``text.translate(table)`` does; what the table answers is never changed again, so order does not matter."""
    if len(text) < _SHORT:
        return text.translate(table)
    for each in characters:
        answer = table[ord(each)]
        if answer != each:
            text = text.replace(each, answer)
    return text


def _normalise_exact(text: str, table: Table, characters: set[str]) -> MappedText:
    cleaned = _translate(text, table, characters)
    if unicodedata.is_normalized("NFC", cleaned):
        return MappedText(text, cleaned, _find_edits(text, table, characters))
    pieces: list[str] = []
    changes: list[tuple[int, int, int]] = []
    position = 0
    for match in _composing_pattern(_find_attaching(characters, table)).finditer(text):
        composed = _compose(match.group().translate(table))
        pieces += (text[position : match.start()].translate(table), composed)
        changes.append((match.start(), match.end(), len(composed)))
        position = match.end()
    pieces.append(text[position:].translate(table))
    return MappedText(text, "".join(pieces), _collect_edits(changes))


def _compose(piece: str) -> str:
    """Return ``piece`` in NFC; marks by the thousand are put in order first, since Unicode's own sorting takes the square of their number."""
    if len(piece) > _FEW:
        apart = "".join(unicodedata.normalize("NFD", each) for each in piece)
        runs = groupby(apart, key=lambda each: unicodedata.combining(each) > 0)
        piece = "".join("".join(sorted(run, key=unicodedata.combining) if marks else run) for marks, run in runs)
    return unicodedata.normalize("NFC", piece)


def _find_edits(text: str, table: Table, characters: set[str]) -> Edits:
    """Find the stretches whose length the table changes; a deleted vowel sign goes with its letter."""
    lengths = {each: len(table[ord(each)]) for each in characters}
    marks = "".join(sorted(each for each, length in lengths.items() if not length and ord(each) in table.marks))
    others = "".join(sorted(each for each, length in lengths.items() if length != 1 and each not in marks))
    return _collect_edits(_iter_changes(text, lengths, marks, others)) if marks or others else Edits()


def _iter_changes(text: str, lengths: dict[str, int], marks: str, others: str) -> Iterator[tuple[int, int, int]]:
    for match in _change_pattern(marks, others).finditer(text):
        start, end = match.span()
        yield start, end, sum(map(lengths.__getitem__, match.group()))


def _find_attaching(characters: set[str], table: Table) -> str:
    """Return the characters that may merge with the one before them, and those that are deleted in between."""
    return "".join(
        sorted(
            each
            for each in characters
            if unicodedata.category(each)[0] == "M" or "\u1160" <= each <= "\u11ff" or len(table[ord(each)]) != 1
        )
    )


@lru_cache(maxsize=_CACHED_PATTERNS)
def _change_pattern(marks: str, others: str) -> re.Pattern[str]:
    branches = []
    if marks:
        branches.append(f"[^{re.escape(marks)}]?[{re.escape(marks)}]++")
    if others:
        branches.append(f"[{re.escape(others)}]")
    return re.compile("|".join(branches))


@lru_cache(maxsize=_CACHED_PATTERNS)
def _composing_pattern(attaching: str) -> re.Pattern[str]:
    group = re.escape(attaching)
    return re.compile(f"[^{group}]?[{group}]++")


def _collect_edits(changes: Iterable[tuple[int, int, int]]) -> Edits:
    starts: list[int] = []
    ends: list[int] = []
    mapped_starts: list[int] = []
    mapped_ends: list[int] = []
    shift = 0
    for start, end, length in changes:
        starts.append(start)
        ends.append(end)
        mapped_starts.append(start + shift)
        shift += length - (end - start)
        mapped_ends.append(end + shift)
    return Edits(tuple(starts), tuple(ends), tuple(mapped_starts), tuple(mapped_ends))
