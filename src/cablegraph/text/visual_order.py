"""A right-to-left text layer that was stored as it looks, from left to right, put back into reading order.

Knows the evidence of reversal: common words spelt backwards, letters that only end a word standing at its beginning, final and initial glyph
shapes at the wrong ends, the article al- behind its word. Latin words and numbers keep their order; brackets turn round. The trap: a few
words read well both ways, so a text is only touched when backward evidence far outweighs forward evidence.
"""

import re
import unicodedata
from functools import cache

from cablegraph.text.data import load_yaml
from cablegraph.text.digits import to_ascii_digits
from cablegraph.text.lam_alef import repair_lam_alef
from cablegraph.text.script import ARABIC, is_rtl

_LONGEST_WORD = 60  # letters; what is longer is no word and tells nothing
_ENOUGH = 3  # points of backward evidence below which nothing is touched
_OUTWEIGH = 3  # times the forward evidence of the same lines
_LTR = "0-9A-Za-z\u00c0-\u024f\u0660-\u0669\u06f0-\u06f9"
_NOT_RTL = r"[^\s\u0590-\u065f\u066a-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_LTR_RUN = re.compile(rf"[{_LTR}](?:{_NOT_RTL}*[{_LTR}])?(?:\ +[{_LTR}](?:{_NOT_RTL}*[{_LTR}])?)*")
_NUMBER = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"1\d\d\d|20[0-4]\d")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_ONLY_LAST = "ةىء"
_STOP_FIRST = re.compile(r"\s*[.؟!،؛:]")
_STOP_LAST = re.compile(r"[.؟!]\s*\Z")
_RTL_WORD = re.compile(
    "[\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ed\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\u200c\u200d\ufb50-\ufdff\ufe70-\ufefc]+"
)


def repair_visual_order(text: str) -> str | None:
    """Return ``text`` with reversed right-to-left lines in reading order, or None when there is no evidence of reversal.

    Only lines that are mostly right to left and do not themselves read forward are turned; the length stays the same.
    """
    if not ARABIC.search(text):
        return None
    lines = text.split("\n")
    evidence = [_weigh(line) for line in lines]
    against = sum(forward for forward, _ in evidence)
    backward = sum(behind for _, behind in evidence)
    within = sum(forward for forward, behind in evidence if not _reads_forward(forward, behind))
    if backward < _ENOUGH or backward <= against or backward < _OUTWEIGH * within:
        return None
    turn = _turn_words if _ends_at_its_end(lines) else _turn
    turned = "\n".join(
        line if _reads_forward(forward, behind) or not is_rtl(line) else turn(line)
        for line, (forward, behind) in zip(lines, evidence, strict=True)
    )
    years = [to_ascii_digits(each) for each in _NUMBER.findall(turned)]
    if sum(bool(_YEAR.fullmatch(each)) for each in years) * 2 < sum(
        bool(_YEAR.fullmatch(each[::-1])) for each in years
    ):
        turned = _DIGITS.sub(lambda match: match.group()[::-1], turned)
    return repair_lam_alef(turned) or turned


def count_shapes(text: str) -> tuple[int, int, int]:
    """Return how many words of glyph shapes stand as in reading order, how many the other way round, and how many words there are."""
    words = [each for each in ARABIC.findall(text) if len(each) > 1]
    return sum(map(_is_joined, words)), sum(_is_joined(each[::-1]) for each in words), len(words)


def _is_joined(word: str) -> bool:
    """Whether the word begins and ends with shapes that can stand there; one that joins nothing can stand anywhere."""
    first, last = unicodedata.decomposition(word[0]), unicodedata.decomposition(word[-1])
    return not first.startswith(("<final>", "<medial>")) and not last.startswith(("<initial>", "<medial>"))


def turn_glyphs(text: str) -> str:
    """Return a text of glyph shapes in reading order: as it is, or with every right-to-left line turned, whichever its shapes speak for."""
    forward, backward = map(sum, zip(*map(_weigh, text.split("\n")), strict=True))
    if backward <= forward:
        return text
    return "\n".join(_turn(line) if is_rtl(line) else line for line in text.split("\n"))


def _reads_forward(forward: int, backward: int) -> bool:
    return forward > backward and forward >= _ENOUGH


def _weigh(text: str) -> tuple[int, int]:
    """Return the evidence, in points, that the text reads forward and that it reads backward."""
    words, reversed_words = _small_words()
    forward = backward = 0
    for raw in ARABIC.findall(text):
        if len(raw) > _LONGEST_WORD:
            continue
        forward += _shape_order(raw)
        backward += _shape_order(raw[::-1])
        word = unicodedata.normalize("NFKC", raw)
        mirrored = unicodedata.normalize("NFKC", raw[::-1])[::-1] if len(raw) != len(word) else word
        if len(word) < 2:
            continue
        forward += (
            (word in words) * (len(word) - 1) + (word[-1] in _ONLY_LAST) + (len(word) > 4 and word.startswith("ال"))
        )
        backward += (
            (mirrored in reversed_words) * (len(word) - 1)
            + (mirrored[0] in _ONLY_LAST)
            + (len(word) > 4 and mirrored.endswith("لا"))
        )
    return forward, backward


def _shape_order(word: str) -> int:
    """Return 1 when glyph shapes stand as in reading order: an initial form first or a final form last."""
    if len(word) < 2 or word[0] < "\ufb50":
        return 0
    return int("<initial>" in unicodedata.decomposition(word[0]) or "<final>" in unicodedata.decomposition(word[-1]))


def _ends_at_its_end(lines: list[str]) -> bool:
    """Whether full stops stand at the ends of right-to-left lines: then the letters of each word were turned, but not the words."""
    sides = [(bool(_STOP_FIRST.match(line)), bool(_STOP_LAST.search(line))) for line in lines if is_rtl(line)]
    return sum(last for _, last in sides) > 2 * sum(first for first, _ in sides)


def _turn_words(line: str) -> str:
    return _RTL_WORD.sub(lambda match: match.group()[::-1], line)


def _turn(line: str) -> str:
    body = line.strip()
    lead = line[: len(line) - len(line.lstrip())]
    tail = line[len(line.rstrip()) :] if body else ""
    turned = body[::-1].translate(_MIRRORED)
    return lead + _LTR_RUN.sub(lambda match: match.group()[::-1].translate(_MIRRORED), turned) + tail


@cache
def _small_words() -> tuple[frozenset[str], frozenset[str]]:
    rules = load_yaml("languages.yml")
    words = {word for language in ("fa", "ar", "ckb") for word in rules[language]["words"]}
    words |= {word.replace("ی", "ي").replace("ک", "ك") for word in words}
    backward = {word[::-1] for word in words}
    palindromes = words & backward
    return frozenset(words - palindromes), frozenset(backward - palindromes)
