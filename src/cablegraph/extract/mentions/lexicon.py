"""Lists of names as features of the taggers: which words of a sentence stand in which list.

Knows the plain-text lists in ``data`` (class, tab, name; lines with ``#`` are notes) and the titles of ``honorifics.yml``,
and finds the longest entry that begins at each word.
Trap: most city names are also common words or first names, so a list is a feature of the model, never a mention by itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from cablegraph.extract.mentions.tokens import level, tokenise

DATA: Final = Path(__file__).parent / "data"
LISTS: Final = {
    "en": ("places-Latn.tsv", "regions-Latn.tsv", "persons-Latn.tsv"),
    "fa": ("places-Arab.tsv", "regions-Arab.tsv", "persons-Arab.tsv", "organisations-Arab.tsv"),
    "ar": ("places-Arab.tsv", "regions-Arab.tsv", "persons-Arab.tsv", "organisations-Arab.tsv"),
}

_JOINER: Final = "\u200c"
Entries = dict[tuple[str, ...], str]


@cache
def load_lists(language: str) -> tuple[Entries, int]:
    """Read the lists of a language.

    Returns:
        The entries (levelled words to the names of their classes, joined by ``+``), and the words of the longest entry.
    """
    kinds: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for kind, entry in _read_entries(language):
        for written in _as_written(entry):
            kinds[tuple(level(t.text) for t in tokenise(written))].add(kind)
    entries = {key: "+".join(sorted(of_key)) for key, of_key in kinds.items()}
    return entries, max((len(k) for k in entries), default=0)


def load_titles(language: str) -> frozenset[tuple[str, ...]]:
    """Read the titles that stand outside a name, as levelled words."""
    titles = yaml.safe_load((DATA / "honorifics.yml").read_text(encoding="utf-8"))[language]["trim"]
    return frozenset(tuple(level(t.text) for t in tokenise(title)) for title in titles)


def load_joints(language: str) -> frozenset[str]:
    """Read the common nouns that belong to the name of a place when they stand right before it, levelled."""
    nouns = yaml.safe_load((DATA / "joints.yml").read_text(encoding="utf-8")).get(language, ())
    return frozenset(level(noun) for noun in nouns)


def _read_entries(language: str) -> Iterator[tuple[str, str]]:
    for name in LISTS[language]:
        for line in (DATA / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                kind, _, entry = line.partition("\t")
                yield kind, entry
    titles = yaml.safe_load((DATA / "honorifics.yml").read_text(encoding="utf-8"))[language]
    for kind, entries in (("title", titles["trim"]), ("style", titles["keep"])):
        for entry in entries:
            yield kind, entry


def find_entries(words: Sequence[str], language: str) -> list[str]:
    """Mark each levelled word with the list entry it belongs to: ``B-city``, ``I-city`` or an empty string."""
    entries, longest = load_lists(language)
    firsts = _first_words(language)
    marks = [""] * len(words)
    at = 0
    while at < len(words):
        if words[at] in firsts:
            for size in range(min(longest, len(words) - at), 0, -1):
                kind = entries.get(tuple(words[at : at + size]))
                if kind is not None:
                    marks[at] = f"B-{kind}"
                    marks[at + 1 : at + size] = [f"I-{kind}"] * (size - 1)
                    at += size - 1
                    break
        at += 1
    return marks


def _as_written(entry: str) -> set[str]:
    """An entry as people write it: Persian joins or parts words with a space, a zero-width non-joiner or nothing."""
    if _JOINER not in entry:
        return {entry}
    return {entry, entry.replace(_JOINER, " "), entry.replace(_JOINER, ""), entry.replace(" ", _JOINER)}


@cache
def _first_words(language: str) -> frozenset[str]:
    return frozenset(key[0] for key in load_lists(language)[0] if key)
