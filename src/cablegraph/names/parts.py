"""What a parsed name is made of.

Plain data: which part a word is comes from ``parse``, what two rows of parts mean together from ``align`` and ``evidence``.

The trap: ``Name.parts`` is for reading and holds every word; ``Name.core`` is for comparing and holds only what says who is meant, one part for
each word of a double name such as Mohammad-Reza.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from cablegraph.names.keys import name_keys
from cablegraph.names.sounds import encode

JOINT = "·"
"""Stands between the words of ``Part.whole``: no table knows it, and it keeps the letters on its sides apart."""


class Kind(StrEnum):
    """What a part of a name is."""

    HONORIFIC = "honorific"
    GIVEN = "given"
    MIDDLE = "middle"
    PATRONYMIC = "patronymic"
    KUNYA = "kunya"
    NISBA = "nisba"
    FAMILY = "family"
    INITIAL = "initial"
    PARTICLE = "particle"
    SUFFIX = "suffix"
    NICKNAME = "nickname"
    NOM_DE_GUERRE = "nom de guerre"


class Part(NamedTuple):
    """One part of a name: its half-open span and text as written, its kind, and the folded words by which it is compared.

    ``head`` and ``tail`` say how the part is compounded (see ``compounds``), ``core`` is the word that carries it (with its head in a kunya),
    ``whole`` all its letters in one word, ``weight`` (0-1) how much meeting it says about who is meant, ``soft`` that it is a title that may be a
    name, ``plain`` that the core is all there is to compare, ``linked`` that a hyphen ties it to the part before, ``mass`` (0-3) how much it says
    when the other name has no such part.
    """

    text: str
    kind: Kind
    start: int
    end: int
    core: str
    head: str = ""
    tail: str = ""
    whole: str = ""
    weight: float = 1.0
    soft: bool = False
    plain: bool = False
    linked: bool = False
    mass: float = 1.0

    @property
    def keys(self) -> frozenset[str]:
        """The search keys of the word that carries the part."""
        return name_keys(self.core.rpartition(JOINT)[2])

    @property
    def size(self) -> int:
        """The number of consonants of the whole."""
        return len(encode(self.whole).skeleton)


@dataclass(frozen=True, slots=True)
class Name:
    """A parsed name; ``core`` are the parts that say who is meant, in order, ``parts`` all of them."""

    text: str
    parts: tuple[Part, ...]
    core: tuple[Part, ...]
