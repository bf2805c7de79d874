"""What each profile turns a single character into.

Knows the three tables, compiled on first use from ``data/folding.yml`` and the Unicode database; applying them is
:mod:`cablegraph.text.normalise`'s business. A table looks at one character at a time, which is what makes folding fast and
the offset map simple. The trap: every answer must be a fixed point of its own table, or folding twice would differ from once.
"""

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from cablegraph.text.data import load_yaml

_SPACED = re.compile(r" \S")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Profile(StrEnum):
    """How far a text is cleaned; each step contains the one before."""

    EXACT = "exact"
    FOLDED = "folded"
    SKELETON = "skeleton"


class Table(dict[int, str]):
    """A mapping for ``str.translate`` that works out each code point once, when it is first met."""

    def __init__(self, profile: Profile) -> None:
        """Read the rules of ``profile``."""
        super().__init__()
        rules = load_yaml("folding.yml")
        self.profile = profile
        self.invisible = parse_ranges(rules["invisible"])
        self.shapes = parse_ranges(rules["shapes"])
        self.marks = parse_ranges(rules["marks"])
        self._joiners = parse_ranges(rules["joiners"])
        self._spaces: dict[int, str] = dict.fromkeys(parse_ranges(rules["spaces"]), " ")
        self._spaces |= dict.fromkeys(parse_ranges(rules["line_ends"]), "\n")
        self._letters: dict[int, str] = {
            ord(each): letter for letter, spellings in rules["letters"].items() for each in spellings
        }
        self._dropped: frozenset[int] = frozenset()
        if profile is Profile.SKELETON:
            self._letters |= {
                ord(each): to for to, spellings in rules["skeleton_letters"].items() for each in spellings
            }
            self._dropped = frozenset(map(ord, rules["skeleton_deleted"]))

    def __missing__(self, code: int) -> str:
        """Work out what ``code`` becomes, and keep it."""
        answer = self._exact(code) if self.profile is Profile.EXACT else self._folded(chr(code))
        self[code] = answer
        return answer

    def _exact(self, code: int) -> str:
        if code in self.invisible:
            return ""
        if code in self._spaces:
            return self._spaces[code]
        if 0xD800 <= code <= 0xDFFF:
            return REPLACEMENT
        if code in self.shapes:  # a vowel sign as a shape decomposes into a space and the sign, and would cut the word
            return unicodedata.normalize("NFKC", chr(code)).lstrip(" ")
        return unicodedata.normalize("NFC", chr(code))

    def _folded(self, character: str) -> str:
        answer = character
        if _SPACED.match(unicodedata.normalize("NFKD", character)):  # an accent standing alone
            answer = self._letters.get(ord(character), "")
        for _ in range(4):  # decompositions of decompositions; no character needs more
            pieces = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", answer).casefold())
            folded = "".join(self._fold_one(piece) for piece in pieces)
            if folded == answer:
                break
            answer = folded
        return answer

    def _fold_one(self, character: str) -> str:
        code = ord(character)
        if code < 0x80 and code not in self._dropped and code not in self.invisible and code not in self._letters:
            return self._spaces.get(code, character)
        if code in self.marks or code in self._joiners or code in self._dropped:
            return ""
        if code in self._letters:
            return self._letters[code]
        if character.isdecimal():
            return str(unicodedata.decimal(character))
        return self._exact(code)


@cache
def table_of(profile: Profile) -> Table:
    """Return the one table of a profile, compiled on first use."""
    return Table(profile)


def parse_ranges(lines: Iterable[str]) -> frozenset[int]:
    """Read hexadecimal code points and inclusive ranges (``200E-200F``) into a set of code points."""
    codes: set[int] = set()
    for line in lines:
        first, _, last = line.partition("-")
        codes.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(codes)
