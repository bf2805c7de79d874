"""Words for nations and peoples: Iraqi, Iranians, عراقی‌ها, الأمريكيين.

Knows the list ``data/nationalities.yml`` and the endings of number and gender. A list and no model: the words are few
and mean little else. Trap: Persian سوری and ترک are first names and common words too, so a word inside a name is left
to the name.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

import yaml

from cablegraph.extract.mentions.lexicon import DATA
from cablegraph.extract.mentions.tokens import level, tokenise
from cablegraph.model.mention import FoundMention

_SURE: Final = 0.9
_ENDINGS: Final = {
    "en": ("", "s"),
    "fa": ("", "ان", "ها", "\u200cها", "\u200cهای", "های", "هاي"),
    "ar": ("", "ه", "ين", "ون", "ات", "ا"),
}
_PREFIXES: Final = {"en": ("",), "fa": ("",), "ar": ("", "ال", "وال", "لل", "بال", "فال", "كال", "و")}


def find_nationalities(text: str, language: str) -> Iterator[FoundMention]:
    """Find words for nations and peoples in a passage of one language ("en", "fa", "ar"), in reading order."""
    forms = _load_forms(language)
    for token in tokenise(text):
        if level(token.text) not in forms or (language == "en" and not token.text[0].isupper()):
            continue
        skip = forms[level(token.text)]
        start = token.start + skip
        yield FoundMention(start, token.end, text[start : token.end], "NATIONALITY", _SURE, "list:nationalities")


def is_nationality(word: str, language: str) -> bool:
    """Tell whether a word as written is one for a nation or people."""
    return level(word) in _load_forms(language)


@cache
def _load_forms(language: str) -> dict[str, int]:
    """Level forms of all words, with the number of letters of a proclitic in front of the word proper."""
    data = yaml.safe_load((DATA / "nationalities.yml").read_text(encoding="utf-8"))
    forms: dict[str, int] = {}
    for row in data:
        for stem in row[language]:
            for prefix in _PREFIXES[language]:
                for ending in _ENDINGS[language]:
                    skip = 1 if prefix in {"وال", "بال", "فال", "كال", "و", "لل"} else 0
                    forms.setdefault(level(prefix + stem + ending), skip)
    return forms
