"""Names of a list where they stand in a text, letter by letter after folding: the spelling of yeh and kaf, marks, case and half-space do not matter.

Only names of two words and more are sought, at the edges of words, and in Latin script only where they begin with capitals, since 'will power' is no
man. One-letter words that Arabic script writes before a name are let be. The trap is a name within a longer one: what a tagger found longer stays.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cablegraph.extract.lists.reading import ReferenceList, label_of
from cablegraph.model.mention import FoundMention
from cablegraph.text import find_words, fold_word

SURE = 0.9
_NAMES = frozenset({"PERSON", "ORG", "PLACE"})
_CLITICS = "وفبلك"
_SMALL = frozenset(
    {
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "de",
        "del",
        "der",
        "den",
        "di",
        "da",
        "von",
        "van",
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "e",
        "ul",
        "ol",
        "la",
        "le",
        "du",
        "des",
        "y",
    }
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A name of a list in a text: half-open span, words, label, and the entries that bear it, as ``list:id``."""

    start: int
    end: int
    text: str
    label: str
    ids: tuple[str, ...]


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name."""
    return tuple(word for start, end in find_words(name) if (word := fold_word(name[start:end])))


class Finder:
    """Looks for every name of some lists at once; made once, used for many texts."""

    def __init__(self, lists: Iterable[ReferenceList]) -> None:
        bearers: dict[tuple[tuple[str, ...], str], dict[str, None]] = {}
        for known in lists:
            for entry in known.entries:
                label = label_of(entry.schema)
                for name in entry.names:
                    words = words_of(name)
                    if label and len(words) > 1 and sum(len(word) > 1 for word in words) > 1:
                        bearers.setdefault((words, label), {})[f"{known.name}:{entry.id}"] = None
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, tuple[str, ...]]]] = {}
        for (words, label), ids in sorted(bearers.items(), key=lambda item: (-len(item[0][0]), item[0])):
            self._by_first.setdefault(words[0], []).append((words, label, tuple(ids)))

    def __len__(self) -> int:
        return sum(map(len, self._by_first.values()))

    def find(self, text: str) -> Iterator[Listed]:
        """The listed names in a text in reading order, the longest at each place; what lies within one is not told again."""
        spans = list(find_words(text))
        folded = [fold_word(text[start:end]) for start, end in spans]
        at = 0
        while at < len(spans):
            found = self._at(text, spans, folded, at)
            if found is None:
                at += 1
                continue
            listed, count = found
            yield listed
            at += count

    def _at(
        self, text: str, spans: Sequence[tuple[int, int]], folded: Sequence[str], at: int
    ) -> tuple[Listed, int] | None:
        for cut in (0, 1, 2):
            first = folded[at][cut:]
            if cut and not (
                len(first) > 1
                and all(c in _CLITICS for c in folded[at][:cut])
                and len(text[slice(*spans[at])]) == len(folded[at])
            ):
                return None
            for words, label, ids in self._by_first.get(first, ()):
                last = at + len(words) - 1
                if last >= len(spans) or tuple(folded[at + 1 : last + 1]) != words[1:]:
                    continue
                start, end = spans[at][0] + cut, spans[last][1]
                if _is_one(text, spans[at : last + 1]) and _has_capitals(text, spans[at : last + 1]):
                    return Listed(start, end, text[start:end], label, ids), len(words)
        return None


def _is_one(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether nothing but spaces, one line break, points and hyphens stands between the words."""
    for (_, end), (start, _) in pairwise(spans):
        between = text[end:start]
        if len(between) > 4 or between.count("\n") > 1 or between.strip(" \t\r\n.-–'’\u200c"):
            return False
    return True


def _has_capitals(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    words = [text[start:end] for start, end in spans]
    cased = [word for word in words if word[:1].lower() != word[:1].upper() and word.casefold() not in _SMALL]
    return all(word[:1].isupper() for word in cased)


def add_listed(mentions: Iterable[FoundMention], listed: Iterable[Listed]) -> list[FoundMention]:
    """The mentions with the listed names that no tagger saw, or saw only a part of; in reading order.

    A shorter name within a listed one gives way to it, whatever its label, since a name of several words that stands there letter by letter is
    surer than a part of it. A listed name that lies across another name, or within a longer one, is left out.
    """
    kept = list(mentions)
    for name in listed:
        touching = [
            m
            for m in kept
            if m.start < name.end and name.start < m.end and (m.label in _NAMES) == (name.label in _NAMES)
        ]
        if any(m.start < name.start or m.end > name.end for m in touching):
            continue
        if any((m.start, m.end) == (name.start, name.end) for m in touching):
            continue
        kept = [m for m in kept if m not in touching]
        lists = "+".join(sorted({identifier.partition(":")[0] for identifier in name.ids}))
        kept.append(FoundMention(name.start, name.end, name.text, name.label, SURE, f"list:{lists}"))
    return sorted(kept, key=lambda m: (m.start, -m.end, m.label))
