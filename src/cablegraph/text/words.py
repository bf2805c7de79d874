r"""Words as search and the taggers see them.

Knows what holds a word together: vowel signs, ZWNJ and ZWJ inside it, an apostrophe between Latin letters (O'Brien, Ja'fari),
the dots of an abbreviation of single letters (U.S., ه‍.ش.), the separators inside a number (1,234.5). A hyphen parts words, and a
possessive ('s) is a word of its own. The trap: Python's ``\w`` leaves out vowel signs, so ``\w+`` cuts vocalised words in pieces.
"""

import re
from collections.abc import Iterator

from cablegraph.text.span import Span

MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08e1\u08e3-\u0963\u0981-\u0983\u09bc-\u0fff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
)
_JOINERS = "\u00ac\u00ad\u061c\u200c-\u200f\u2060"
_LETTER = r"[^\W\d_]"
_LATIN = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_APOSTROPHE = "['’‘ʼʾʿ`]"
_MORE = rf"""
    [^\W_]*+ (?: (?: [{MARKS}]++ | [{_JOINERS}]++ (?=[^\W_]) | {_APOSTROPHE} (?<={_LATIN}.) (?!s(?!\w)) (?={_LATIN}) ) [^\W_]*+ )*+
"""
_WORD = re.compile(
    rf"""
    {_LETTER} (?! [{MARKS}\u200d]*+ \. {_LETTER}) {_MORE}
  | {_LETTER}[{MARKS}\u200d]*+ (?: \. {_LETTER}[{MARKS}\u200d]*+ )+ (?![\w{MARKS}]) \.?    # U.S., e.g.
  | \d++ (?: [.,٫٬] \d++ )* (?![\w{MARKS}])                                                # 1,234.5
  | [^\W_] {_MORE}
  | (?<=\w) ['’] s (?!\w)                                                                   # possessive
    """,
    re.VERBOSE,
)


def find_words(text: str) -> Iterator[Span]:
    """Find words and numbers in reading order; spaces, punctuation, symbols and emoji are passed over.

    Returns:
        Spans of ``text``. Each begins with a letter or digit, save the possessive, which begins with its apostrophe.
    """
    return (Span(*match.span()) for match in _WORD.finditer(text))
