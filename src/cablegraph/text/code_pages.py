"""The one-byte code pages of Persian and Arabic files, and which of them a stretch of bytes is in.

Knows Windows, ISO, Macintosh and DOS pages, ISIRI 3342 and Iran System; pages of glyph shapes are given back as letters in reading order. The choice rests on
evidence: common words, how common the letters are, shapes at the right ends of words. The trap: every page reads every file, so a page must
win by what it makes of the words and is not disproved by anything; where two pages say the same, the more common one is named.
"""

import codecs
import re
from collections.abc import Mapping
from functools import cache

from cablegraph.text.data import load_yaml
from cablegraph.text.normalise import normalise
from cablegraph.text.plausibility import rate_plausibility
from cablegraph.text.tables import Profile
from cablegraph.text.visual_order import count_shapes, turn_glyphs

_SAMPLE = 8_192  # bytes on which a page is chosen
_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_ARABIC = "[\u0620-\u06d3]"
_UNREAD = re.compile(  # what no page should leave: the unknown, lines of tables in words, brackets in words, endings before a letter
    rf"\ufffd|(?<={_ARABIC})[\u2190-\u25ff]|[\u2190-\u25ff](?={_ARABIC})|(?<={_ARABIC})[\u00a0(){{}}<>\[\]~|*=^](?={_ARABIC})|[\u064c\u064d](?={_ARABIC})"
)
_TWO_LETTERS = re.compile("[\u0620-\u064a\u066e-\u06d3]{2}")
_NO_WORDS = 2.0  # points that an old page loses when it gives no word of Arabic script
_WEIGHT = {"frequent": 1.0, "rare": -3.0}
_USUAL = 0.55  # mean weight of the letters of running text
_LETTERS_COUNT = 2.0  # points that a text of wholly unusual letters loses for each unit below that


def choose_code_page(data: bytes) -> str:
    """Return the name of the page that makes the most of ``data``; Python's name where Python knows the page."""
    sample = data[:_SAMPLE]
    pages: list[str] = load_yaml("code_pages.yml")["order"]
    return max(pages, key=lambda page: _rate_page(sample, page))


def read_code_page(data: bytes, page: str) -> str:
    """Read ``data`` by one page; glyph shapes become letters, in reading order. What the page does not know is U+FFFD."""
    text = codecs.charmap_decode(data, "replace", page_table(page))[0]
    if page not in load_yaml("code_pages.yml")["glyphs"]:
        return text
    return normalise(turn_glyphs(text), Profile.EXACT).text


def rate_reading(text: str) -> float:
    """Return points per word: more for a text that is more like one in our languages; 0 for an empty text."""
    weights = _weights()
    letters = [weights.get(each, 0.0) for each in _LETTER.findall(text)]
    lack = _USUAL - sum(letters) / len(letters) if letters else 0.0
    words = max(len(text.split()), 1)
    return rate_plausibility(text) - _LETTERS_COUNT * max(lack, 0.0) - len(_UNREAD.findall(text)) / words


def _rate_page(sample: bytes, page: str) -> float:
    text = read_code_page(sample, page)
    rare = page not in load_yaml("code_pages.yml")["common"]
    return rate_reading(text) - _doubt(sample, page) - _NO_WORDS * (rare and not _TWO_LETTERS.search(text))


def _doubt(sample: bytes, page: str) -> float:
    """Return points, from 0 to 2, for glyph shapes that stand where they cannot stand."""
    if page not in load_yaml("code_pages.yml")["glyphs"]:
        return 0.0
    forward, backward, words = count_shapes(codecs.charmap_decode(sample, "replace", page_table(page))[0])
    return 2.0 * (1.0 - max(forward, backward) / words) if words else 0.0


@cache
def _weights() -> Mapping[str, float]:
    rules = load_yaml("code_pages.yml")
    return {letter: weight for kind, weight in _WEIGHT.items() for letter in rules[kind]}


@cache
def page_table(page: str) -> str:
    """Return the 256 characters of a page in the order of their bytes, U+FFFD where nothing stands."""
    rules = load_yaml("code_pages.yml")
    if page in rules["python"]:
        return "".join(bytes([byte]).decode(page, "replace") for byte in range(256))
    upper = "".join(chr(int(code, 16)) for row in rules["tables"][page] for code in row.split())
    return "".join(map(chr, range(0x80))) + upper
