"""Letters of another script smuggled into a word, put back into the word's own script.

Knows look-alikes of Latin in Cyrillic, Greek and Arabic script and when a word is mixed; keeps the length, so offsets
stay true. The trap: a wholly Cyrillic word is a Cyrillic word, and Persian endings are typed straight after Latin acronyms.
"""

import re
import unicodedata
from collections.abc import Set as AbstractSet
from functools import cache
from string import ascii_letters

from cablegraph.text.data import load_yaml

_OTHER = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LATIN_RANGES = (  # ligatures, full-width and mathematical shapes too
    "A-Za-z\u00c0-\u024f\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d6a5"
)

_LATIN = re.compile(f"[{_LATIN_RANGES}]")
_WORD = re.compile(f"[{_LATIN_RANGES}\u0300-\u036f\u0370-\u03ff\u0400-\u052f]+")
_ARABIC_LETTER = "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3]"
_ARABIC = re.compile(_ARABIC_LETTER)
_ASCII_LETTERS = frozenset(ascii_letters)


def may_mix_scripts(characters: AbstractSet[str]) -> bool:
    """Return whether a text made of ``characters`` (or of pieces of several) can hold look-alikes at all."""
    latin = not _ASCII_LETTERS.isdisjoint(characters)
    together = "".join(characters)
    return bool(_OTHER.search(together) or (latin and _ARABIC.search(together)))


def resolve_homoglyphs(text: str) -> str:
    """Return ``text`` with each mixed-script word written in one script as far as look-alikes allow; same length."""
    if _OTHER.search(text):
        text = _WORD.sub(_resolve_word, text)
    latin_pattern, arabic_pattern = _between_patterns()
    _, to_latin, to_arabic = _tables()
    text = latin_pattern.sub(lambda match: to_latin[match.group()], text)
    return arabic_pattern.sub(lambda match: to_arabic[match.group()], text)


def _resolve_word(match: re.Match[str]) -> str:
    word = match.group()
    others = _OTHER.findall(word)
    latin = sum(len(_LATIN.findall(unicodedata.normalize("NFKC", each))) for each in word) if others else 0
    if not others or not latin:
        return word
    if latin >= len(others):
        return word.translate(_tables()[0])
    greek = sum(each < "\u0400" for each in others) * 2 > len(others)
    return word.translate(_from_latin("Grek" if greek else "Cyrl"))


@cache
def _from_latin(script: str) -> dict[int, str]:
    return {ord(latin): other for other, latin in load_yaml("homoglyphs.yml")["whole_word"][script].items()}


@cache
def _tables() -> tuple[dict[int, str], dict[str, str], dict[str, str]]:
    rules = load_yaml("homoglyphs.yml")
    to_latin = {ord(other): latin for letters in rules["whole_word"].values() for other, latin in letters.items()}
    between: dict[str, str] = rules["between"]["Arab"]
    return to_latin, between, {latin: arabic for arabic, latin in between.items()}


@cache
def _between_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    _, to_latin, to_arabic = _tables()
    # the rare letter comes first and is looked behind from: a search that starts with a look-behind is four times slower
    return (
        re.compile(f"[{''.join(to_latin)}](?<=[A-Za-z].)(?=[A-Za-z])"),
        re.compile(f"[{''.join(to_arabic)}](?<={_ARABIC_LETTER}.)(?={_ARABIC_LETTER})"),
    )
