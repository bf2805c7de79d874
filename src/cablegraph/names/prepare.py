"""Names made ready for comparing in bulk: parsed once, their words cut into units, everything in flat arrays.

``prepare_names`` is for whoever compares the same names many times (an index, the spellings of a case); ``kernel`` compares what it makes.

The trap: an equal text is not an equal part. "Khan" is a light title behind a name and a name by itself; so a part is known by all it carries.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from cablegraph.names.kernel.layout import (
    IS_FATHER,
    IS_INITIAL,
    IS_LINKED,
    IS_PLAIN,
    PART_COLUMNS,
    WORD_COLUMNS,
    Book,
)  # fmt: skip
from cablegraph.names.known import known_names
from cablegraph.names.lexicon import lexicon
from cablegraph.names.parse import parse_name
from cablegraph.names.parts import Kind, Part
from cablegraph.names.spelling import hash_number, word_row

_SWALLOWING = "l"
"""The letter of the article that a word may have swallowed."""


@dataclass(slots=True)
class Preparer:
    """Collects names; ``examples`` has a part for each row of the book's parts, for whoever looks for more in them (search keys)."""

    examples: list[Part] = field(default_factory=list)
    _words: dict[tuple[str, bool], int] = field(default_factory=dict)
    _parts: dict[tuple[object, ...], int] = field(default_factory=dict)
    _word_rows: list[tuple[int, ...]] = field(default_factory=list)
    _part_rows: list[tuple[int, ...]] = field(default_factory=list)
    _units: list[int] = field(default_factory=list)
    _sets: list[int] = field(default_factory=list)
    _row: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=lambda: [0])

    def add(self, name: str, language: str | None = None) -> None:
        """Take one more name."""
        self._row += [self._part(part) for part in parse_name(name, language).core]
        self._starts.append(len(self._row))

    def _part(self, part: Part) -> int:
        initial = part.kind is Kind.INITIAL
        key = (
            part.core,
            part.whole,
            part.head,
            part.tail,
            part.weight,
            part.mass,
            initial,
            part.plain,
            part.linked,
            part.kind is Kind.PATRONYMIC,
        )
        found = self._parts.get(key)
        if found is None:
            found = self._parts[key] = len(self._parts)
            marks = (
                IS_INITIAL * initial
                | IS_PLAIN * part.plain
                | IS_LINKED * part.linked
                | IS_FATHER * (part.kind is Kind.PATRONYMIC)
            )
            weight, mass = round(part.weight * 100), round(part.mass * 100)
            head, tail = hash_number(part.head), hash_number(part.tail)
            core, whole = self._word(part.core), self._word(part.whole)
            self._part_rows.append((core, whole, marks, head, tail, weight, mass, part.size))
            self.examples.append(part)
        return found

    def _word(self, word: str, *, is_rest: bool = False) -> int:
        found = self._words.get((word, is_rest))
        if found is not None:
            return found
        beheaded = self._word(word[1:], is_rest=True) if word.startswith(_SWALLOWING) and not is_rest else -1
        found = self._words[word, is_rest] = len(self._words)
        known = sorted(hash_number(name) for name in known_names(word))
        groups = sorted(lexicon().nicknames.get(word, ()))
        self._word_rows.append(word_row(word, beheaded, known, groups, self._units, self._sets))
        return found

    def finish(self) -> Book:
        """The names so far as arrays."""
        return Book(
            words=np.array(self._word_rows, np.int32).reshape(-1, WORD_COLUMNS),
            units=np.array(self._units, np.uint16),
            sets=np.array(self._sets, np.int32),
            parts=np.array(self._part_rows, np.int32).reshape(-1, PART_COLUMNS),
            starts=np.array(self._starts, np.int32),
            row=np.array(self._row, np.int32),
        )


def prepare_names(names: Iterable[str], *, language: str | None = None) -> Book:
    """Make names ready for comparing, in the order given.

    Args:
        names: Names in any script, as they stand in texts.
        language: Language of the texts if it is one and known (see ``parse_name``).
    """
    preparer = Preparer()
    for name in names:
        preparer.add(name, language)
    return preparer.finish()
