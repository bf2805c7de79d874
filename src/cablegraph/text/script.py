"""The script that a stretch of text is mostly written in, and the direction it is read.

Knows Arabic and Latin letters and strong direction; which language uses the script is :mod:`cablegraph.text.language`'s
business. The trap: digits, punctuation and emoji have no script, and a text of nothing else has no direction either.
"""

import re

ARABIC = re.compile(
    "[\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9"
    "\ufb50-\ufdff\ufe70-\ufefc]+"
)
LATIN = re.compile(
    "[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u1e00-\u1eff\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a]+"
)
_RTL = re.compile(f"{ARABIC.pattern[:-2]}\u0590-\u05ff\u0700-\u074f\u07c0-\u085f\ufb1d-\ufb4f]+")
_LETTER = re.compile(r"[^\W\d_]+")


def script_of(text: str) -> str:
    """Return the ISO 15924 code of the script most letters belong to: ``Arab``, ``Latn``, or ``Zyyy`` for none or another."""
    arabic = count_letters(ARABIC, text)
    latin = count_letters(LATIN, text)
    if max(arabic, latin) * 2 < count_letters(_LETTER, text) or arabic == latin == 0:
        return "Zyyy"
    return "Arab" if arabic >= latin else "Latn"


def is_rtl(text: str) -> bool:
    """Return whether most letters run right to left; on a tie the first letter decides, and no letter means False."""
    rtl = count_letters(_RTL, text)
    letters = count_letters(_LETTER, text)
    if rtl * 2 != letters or not letters:
        return rtl * 2 > letters
    first = _LETTER.search(text)
    return first is not None and _RTL.match(first.group()) is not None


def count_letters(pattern: re.Pattern[str], text: str) -> int:
    """Return how many characters of ``text`` lie in runs that ``pattern`` matches."""
    return sum(map(len, pattern.findall(text)))
