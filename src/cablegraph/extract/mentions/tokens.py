"""The words that the name taggers see, and the form under which they look a word up.

Knows where a tagger's word begins and ends and how its spelling is levelled out. Leaves the words of search to
``cablegraph.text``: the two differ on purpose, because the weights are only good for the words they were trained on.
Trap: a change here asks for new weights (``make models``).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_MARKS: Final = "\u0610-\u061a\u064b-\u065f\u0670\u0640"
_JOINERS: Final = "\u200c\u200d"
_WORD: Final = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S. and U.S.S.R.
    r"|(?<![^\W\d_])[A-Z]\.(?=\s?[A-Z]|\s*$)"  # the initial in Leonard C. Meeker
    r"|\b(?:Jr|Sr|JR|SR)\."
    r"|[’']s\b"
    r"|\d+"
    rf"|[^\W\d_](?:[^\W\d_]|[{_MARKS}]|[{_JOINERS}]+(?=[^\W\d_]))*"
    r"|\S"
)
_UNWRITTEN: Final = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u0640\u200d]")
_LEVEL: Final = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىی", "ي"),
        "ک": "ك",
        **dict.fromkeys("ةۀ", "ه"),
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        **{chr(0x0660 + n): str(n) for n in range(10)},
        **{chr(0x06F0 + n): str(n) for n in range(10)},
    }
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a tagger: its half-open span in code points and its characters as written."""

    start: int
    end: int
    text: str


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Cut a stretch of a text into words, numbers and single other signs, in reading order.

    Args:
        text: The whole text; it is not changed.
        start: Where to begin, in code points.
        end: Where to stop; None for the end of the text.
    """
    stop = len(text) if end is None else end
    return [Token(m.start(), m.end(), m.group()) for m in _WORD.finditer(text, start, stop)]


@lru_cache(maxsize=200_000)
def level(word: str) -> str:
    """Give the form under which a word is looked up: case, Arabic letter variants, vowel signs and digits levelled out.

    Not length-preserving; the zero-width non-joiner stays, since it parts a Persian word from its ending.
    """
    return _UNWRITTEN.sub("", word).translate(_LEVEL).lower()
