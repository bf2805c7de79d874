"""The features of a word in its sentence, as the taggers see it.

Knows spelling (prefixes, suffixes, shape), the words beside it, word classes learnt from unlabelled text, and lists.
Training and tagging call the same function. Everything that depends on one word alone is made once and kept, which is
what makes tagging fast. Trap: a change here asks for new weights (``make models``).
"""

from collections.abc import Sequence
from functools import lru_cache

from cablegraph.extract.mentions.lexicon import find_entries
from cablegraph.extract.mentions.tokens import Token, level
from cablegraph.extract.mentions.vocabulary import Vocabulary

_STOPS = frozenset(".:;؟؛")
_OUTSIDE = ("<", ("^",), ("^",), ("^",))


class FeatureMaker:
    """Makes the features of the sentences of one language."""

    def __init__(self, language: str, vocabulary: Vocabulary) -> None:
        self._language = language
        self._classes = vocabulary.classes
        self._of_word = lru_cache(maxsize=100_000)(self._make_word)

    def features(self, tokens: Sequence[Token]) -> list[list[str]]:
        """Give for each word of a sentence its features."""
        cards = [self._of_word(t.text) for t in tokens]
        words = [card[0] for card in cards]
        marks = find_entries(words, self._language)
        style = _style(tokens)
        last = len(cards) - 1
        rows = []
        for i, (word, own, near, _far) in enumerate(cards):
            before = cards[i - 1] if i else _OUTSIDE
            after = cards[i + 1] if i < last else _OUTSIDE
            row = ["b", *own]
            row += [f"-{f}" for f in before[2]]
            row += [f"+{f}" for f in after[2]]
            row.append(f"-w|w={before[0]}|{word}")
            row.append(f"w|+w={word}|{after[0]}")
            row.append(f"-k|k={before[2][-1]}|{near[-1]}")
            row.append(f"k|+k={near[-1]}|{after[2][-1]}")
            if i > 1:
                row += [f"--{f}" for f in cards[i - 2][3]]
                row.append(f"--w|-w={cards[i - 2][0]}|{before[0]}")
            else:
                row.append("--^")
            if i < last - 1:
                row += [f"++{f}" for f in cards[i + 2][3]]
                row.append(f"+w|++w={after[0]}|{cards[i + 2][0]}")
            else:
                row.append("++^")
            if marks[i]:
                row.append(f"g={marks[i]}")
                row.append(f"g|-w={marks[i]}|{before[0]}")
            if i and marks[i - 1]:
                row.append(f"-g={marks[i - 1]}")
            if i < last and marks[i + 1]:
                row.append(f"+g={marks[i + 1]}")
                row.append(f"g|+g={marks[i]}|{marks[i + 1]}")
            if i and marks[i] and marks[i - 1]:
                row.append(f"-g|g={marks[i - 1]}|{marks[i]}")
            if style:
                row.append(style)
                row.append(f"{style}|w={word}")
                row.append(f"{style}|-w={before[0]}")
            rows.append(row)
        return rows

    def _make_word(self, text: str) -> tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
        """The card of a word: its level form; its features where it stands, one word away, two words away."""
        word = level(text)
        shape = _shape(text)
        classes = self._classes.get(word, ("k=?", "K=?"))
        own = [f"w={word}", f"h={shape}", *classes]
        size = len(word)
        own += [f"p{n}={word[:n]}" for n in (1, 2, 3, 4) if size > n]
        own += [f"s{n}={word[-n:]}" for n in (1, 2, 3, 4) if size > n]
        own.append(f"n={min(size, 12)}")
        brief = f"b={shape}"
        near = (f"w={word}", brief, f"s3={word[-3:]}", classes[1], classes[0])
        return word, tuple(own), near, (f"w={word}", brief, classes[0])


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
