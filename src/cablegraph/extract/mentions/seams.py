"""Part two person names that stand side by side without a word between them ("كريم زندي عمر حداد").

Knows the order of a name: given names first, then a family name. A word with the ending of a family name that a known given name follows ends one name,
if both sides keep two words. The trap is the chain of an Arabic name, given, father, grandfather, family: its middle words are given names, some of which
end as family names do (فوزي, مهدي); so only a word that is no known given name ends one. What بن, أبو or عبد joins is no seam either, being no given name
before them and none with that ending after them.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from cablegraph.extract.mentions.readings import is_given
from cablegraph.extract.mentions.tokens import level

_FEWEST: Final = 2
_SHORTEST_FAMILY: Final = 4
_ARTICLE: Final = "ال"
_ENDING: Final = "ي"


def part_names(words: Sequence[str], language: str) -> Iterator[tuple[int, int]]:
    """Give the names in what was read as one person: half-open spans that count its words."""
    begin = 0
    if language != "en":
        for at in range(_FEWEST, len(words) - _FEWEST + 1):
            if at - begin >= _FEWEST and is_given(words[at], language) and _ends(words[at - 1], language):
                yield begin, at
                begin = at
    yield begin, len(words)


def _ends(word: str, language: str) -> bool:
    """Tell whether a word is the end of a name: it has the ending of a family name and is no given name."""
    leveled = level(word)
    if is_given(word, language) and not leveled.startswith(_ARTICLE):
        return False
    return len(leveled) >= _SHORTEST_FAMILY and leveled[-1] == _ENDING
