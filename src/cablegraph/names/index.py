"""An index of names that answers a query in any script: the reference lists, the entities of a case, the people of a search box.

Names are found by the keys of their parts (``keys``) and by their bare consonants, rarest part first, and the few best candidates are compared
in full by ``compare``. A query nobody shares a key with is widened to consonant rows one letter off.

The trap: frequent parts ("Mohammad") have long lists; they only add to candidates that a rarer part has found, unless there is no rarer part.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from cablegraph.names.align import align_names
from cablegraph.names.compare import SAME, judge
from cablegraph.names.keys import name_keys
from cablegraph.names.parse import parse_name
from cablegraph.names.parts import JOINT, Name, Part
from cablegraph.names.sounds import encode

CANDIDATES = 48
"""How many candidates are compared in full for one query."""
WORTH = 0.4
"""Share of the best candidate's weight that makes a candidate worth comparing."""
LONG_LIST = 4000
"""A list longer than this only adds to candidates found by a shorter one."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An indexed name that answers a query; ``score`` is the likelihood of one person, 0-1."""

    id: str
    name: str
    score: float


@dataclass(slots=True)
class NameIndex:
    """Names by their cross-script keys. ``add`` may be called at any time; one name may be added under several ids and the reverse."""

    ids: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    lists: dict[str, array[int]] = field(default_factory=dict)
    rows: dict[str, array[int]] = field(default_factory=dict)

    @classmethod
    def build(cls, items: Iterable[tuple[str, str]]) -> NameIndex:
        """An index of ``(id, name)`` pairs."""
        index = cls()
        for identifier, name in items:
            index.add(identifier, name)
        return index

    def __len__(self) -> int:
        return len(self.ids)

    def add(self, identifier: str, name: str) -> None:
        """Add one name. A name without letters is kept but never found."""
        number = len(self.ids)
        self.ids.append(identifier)
        self.names.append(name)
        parts = parse_name(name).core
        for key in {key for part in parts for key in _keys(part)}:
            self.lists.setdefault(key, array("I")).append(number)
        for row in {row for part in parts if (row := encode(part.core).skeleton)}:
            self.rows.setdefault(row, array("I")).append(number)

    def search(self, name: str, limit: int = 5, *, language: str | None = None) -> list[Hit]:
        """The names most likely to be the same person's, best first.

        Args:
            name: A name in any script.
            limit: How many hits at most.
            language: Language of the text the name stands in, if known.

        Returns:
            Hits of score above 0; of equal scores the closer spelling first.
        """
        query = parse_name(name, language)
        ranked = self._ranked(query, self._candidates(query, widened=False))
        if not ranked or ranked[0][0] < SAME:
            ranked = self._ranked(query, self._candidates(query, widened=True))
        return [Hit(self.ids[n], self.names[n], round(score, 4)) for score, _, n in ranked[:limit]]

    def _ranked(self, query: Name, candidates: list[int]) -> list[tuple[float, float, int]]:
        found = []
        for number in candidates:
            alignment = align_names(query, parse_name(self.names[number]))
            score, _ = judge(alignment)
            if score > 0:
                closeness = sum(m.likeness for m in alignment.met) / max(len(alignment.a), len(alignment.b))
                found.append((score, closeness, number))
        return sorted(found, key=lambda f: (-f[0], -f[1], f[2]))

    def _candidates(self, query: Name, *, widened: bool) -> list[int]:
        """Numbers of the names that share the rarest parts with the query."""
        gathered = [self._numbers(part, widened=widened) for part in query.core]
        weights: dict[int, float] = {}
        for numbers in sorted((g for g in gathered if g), key=len):
            weight = math.log(1 + len(self.ids) / len(numbers))
            if len(numbers) > LONG_LIST and weights:
                for number in weights.keys() & numbers:
                    weights[number] += weight
            else:
                for number in numbers:
                    weights[number] = weights.get(number, 0.0) + weight
        floor = max(weights.values(), default=0.0) * (0.0 if widened else WORTH)
        best = sorted((n for n, weight in weights.items() if weight >= floor), key=lambda n: (-weights[n], n))
        return best[: CANDIDATES * (2 if widened else 1)]

    def _numbers(self, part: Part, *, widened: bool) -> set[int]:
        numbers: set[int] = set()
        for key in _keys(part):
            numbers.update(self.lists.get(key, ()))
        row = encode(part.core).skeleton
        if widened and row:
            cutoff = min(2, len(row) // 3)
            near = process.extract(row, self.rows.keys(), scorer=Levenshtein.distance, score_cutoff=cutoff, limit=None)
            for other, *_ in near:
                numbers.update(self.rows[other])
        return numbers


def _keys(part: Part) -> set[str]:
    """Keys of a part: of the word that carries it and, for a compound, of all its letters."""
    keys = set(part.keys)
    if part.whole != part.core:
        keys |= name_keys(part.whole.replace(JOINT, ""))
    return keys
