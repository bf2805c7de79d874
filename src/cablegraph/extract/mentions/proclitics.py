"""Arabic words that begin with a one-letter word: waw, fa, ba, lam, kaf.

Knows how to cut "واليونان" into "و" and "اليونان", so that a name may begin inside a written word. A letter is cut when
the rest is commoner in text than the whole, or when the whole is unknown and the article follows.
Trap: "وليد", "فهد", "باريس" begin with the same letters and stay whole, because the whole is commoner than the rest.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cablegraph.extract.mentions.tokens import Token, level

_LETTERS: Final = frozenset("وفبلك")
_SHORTEST_REST: Final = 3
_DEPTH: Final = 2


def split_proclitics(tokens: Iterable[Token], counts: Mapping[str, int]) -> Iterator[Token]:
    """Cut one-letter words off the front of Arabic words.

    Args:
        tokens: Words as written.
        counts: Occurrences of whole written words in text, by levelled word.

    Yields:
        The words in reading order; those that were cut as two or three words that touch.
    """
    for token in tokens:
        rest = token
        for _ in range(_DEPTH):
            if not _is_joined(rest.text, counts):
                break
            yield Token(rest.start, rest.start + 1, rest.text[:1])
            rest = Token(rest.start + 1, rest.end, rest.text[1:])
        yield rest


def _is_joined(text: str, counts: Mapping[str, int]) -> bool:
    if text[:1] not in _LETTERS or len(text) <= _SHORTEST_REST:
        return False
    whole = counts.get(level(text), 0)
    rest = counts.get(level(text[1:]), 0)
    return rest > whole or (whole == 0 and (text[1:3] == "ال" or (text[1] in _LETTERS and text[2:4] == "ال")))
