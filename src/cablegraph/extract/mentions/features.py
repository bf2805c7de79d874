"""The features of a word in its sentence, as the taggers see it, each by the CRC-32 of its name.

Knows spelling (prefixes, suffixes, letter triples, shape), the words beside it, word classes learnt from unlabelled text, and lists.
Training and tagging call the same functions. What depends on one word alone is on its card, made once and kept, which is
what makes tagging fast. Trap: a change here asks for new weights (``make models``).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from cablegraph.extract.mentions.lexicon import find_entries
from cablegraph.extract.mentions.tokens import Token, level
from cablegraph.extract.mentions.vocabulary import Vocabulary

Keys = NDArray[np.uint32]
_STOPS = frozenset(".:;؟؛")
_LONGEST_AFFIX = 5
_LONGEST_ENDING = 4
_COMMON = 5
"""So often at least does a word stand in the text of the word table to count as common."""


@dataclass(frozen=True, slots=True)
class Card:
    """What one word brings along, wherever it stands.

    ``places`` holds the keys of its features where it stands itself, and as the word before, after, two before and two after.
    The first of those where it stands itself is the word; the others outlive a word never seen.
    """

    word: str
    shape: str
    fine: str
    places: tuple[Keys, ...]


OUTSIDE = Card("<", "^", "^", tuple(np.array([crc32(f)], np.uint32) for f in (b"^", b"-^", b"+^", b"--^", b"++^")))
"""What stands before the first word and after the last one."""


def make_card(text: str, vocabulary: Vocabulary) -> Card:
    """Give the card of a word as written."""
    word = level(text)
    shape = _shape(text)
    classes = vocabulary.classes.get(word, ("k=?", "K=?"))
    size = len(word)
    own = [f"w={word}", "b", f"h={shape}", *classes]
    own += [f"p{n}={word[:n]}" for n in range(1, _LONGEST_AFFIX + 1) if size > n]
    own += [f"s{n}={word[-n:]}" for n in range(1, _LONGEST_AFFIX + 1) if size > n]
    own += sorted({f"c3={word[n : n + 3]}" for n in range(1, size - 3)})
    own += [f"n={min(size, 12)}", f"s2h={word[-2:]}|{shape}", f"s3h={word[-3:]}|{shape}"]
    count = vocabulary.counts.get(word, 0)
    own.append(f"u={min(count.bit_length(), 9)}|{shape}")
    if count < _COMMON:
        own += _made_of(word, vocabulary.counts)
    near = (f"w={word}", f"b={shape}", f"s3={word[-3:]}", *classes)
    far = (f"w={word}", f"b={shape}", classes[0])
    beside = (("-", near), ("+", near), ("--", far), ("++", far))
    return Card(word, shape, classes[1], (_keys(own), *(_keys(side + f for f in names) for side, names in beside)))


def join(cards: Sequence[Card], tokens: Sequence[Token], language: str) -> list[list[int]]:
    """Give for each word of a sentence the features that several words or lists make together; the first two hold the word itself."""
    marks = find_entries([c.word for c in cards], language)
    style = _style(tokens)
    last = len(cards) - 1
    rows = []
    for i, card in enumerate(cards):
        before = cards[i - 1] if i else OUTSIDE
        after = cards[i + 1] if i < last else OUTSIDE
        mark = marks[i]
        row = [
            f"-w|w={before.word}|{card.word}", f"w|+w={card.word}|{after.word}",
            f"-k|k={before.fine}|{card.fine}", f"k|+k={card.fine}|{after.fine}",
        ]  # fmt: skip
        if i > 1:
            row.append(f"--w|-w={cards[i - 2].word}|{before.word}")
        if i < last - 1:
            row.append(f"+w|++w={after.word}|{cards[i + 2].word}")
        if mark:
            row += (f"g={mark}", f"g|-w={mark}|{before.word}")
        if i and marks[i - 1]:
            row.append(f"-g={marks[i - 1]}")
            if mark:
                row.append(f"-g|g={marks[i - 1]}|{mark}")
        if i < last and marks[i + 1]:
            row += (f"+g={marks[i + 1]}", f"g|+g={mark}|{marks[i + 1]}")
        if style:
            row += (style, f"{style}|-w={before.word}", f"{style}|K={card.fine}")
        rows.append([crc32(f.encode()) for f in row])
    return rows


def around(cards: Sequence[Card]) -> list[tuple[Card, Card, Card, Card, Card]]:
    """Give for each word its own card and those before, after, two before and two after."""
    padded = [OUTSIDE, OUTSIDE, *cards, OUTSIDE, OUTSIDE]
    return [(padded[i], padded[i - 1], padded[i + 1], padded[i - 2], padded[i + 2]) for i in range(2, len(cards) + 2)]


def _made_of(word: str, counts: Mapping[str, int]) -> list[str]:
    """The ending and the beginning that must go for a common word to be left: a rare word that has neither is more likely a name."""
    end = next(
        (n for n in range(1, _LONGEST_ENDING + 1) if len(word) - n > 2 and counts.get(word[:-n], 0) >= _COMMON), 0
    )
    begin = next((n for n in range(1, _LONGEST_ENDING) if len(word) - n > 2 and counts.get(word[n:], 0) >= _COMMON), 0)
    return [f"e={word[-end:] if end else ''}", f"a={word[:begin]}", f"ea={bool(end)}{bool(begin)}"]


def _keys(features: Iterable[str]) -> Keys:
    return np.array([crc32(f.encode()) for f in features], np.uint32)


def _shape(text: str) -> str:
    """The kinds of its characters, runs cut short: Xx, X, XxX, x, d, and for Arabic script a."""
    shape = ""
    for c in text:
        if c.isdigit():
            kind = "d"
        elif c.isupper():
            kind = "X"
        elif c.islower():
            kind = "x"
        elif c.isalpha():
            kind = "a"
        elif c == "\u200c":
            kind = "_"
        else:
            kind = c
        if not shape.endswith(kind) or (kind in "dX" and not shape.endswith(kind * 2)):
            shape += kind
    return shape[:8]


def _style(tokens: Sequence[Token]) -> str:
    """Tell a telegram in capitals, and a sentence with its full stop from a heading, a list item or a post on the net."""
    upper = sum(t.text.isupper() for t in tokens)
    if upper > 3 and upper > 2 * sum(t.text.islower() for t in tokens):
        return "capitals"
    return "sentence" if tokens[-1].text in _STOPS else ""
