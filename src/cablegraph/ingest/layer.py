"""The text layer of one PDF page: its words with their places, and the evidence against it.

Knows PDFium's text page. Where characters stand is asked of ``layer_place``, which blanks are made up of ``layer_blanks``; whether to believe the layer is
left to ``choose``. The traps: PDFium counts UTF-16 units where a layer has letters beyond the basic plane, marks a word cut at the end of a line by U+FFFE or
U+0002, knows nothing of a page's rotation in its coordinates, and turns some Persian and Arabic words round, so that the order of a right-to-left line is
taken from where its letters stand.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from cablegraph.ingest.layer_blanks import NOTHING, mend_blanks
from cablegraph.ingest.layer_place import Place
from cablegraph.ingest.layout import Line, Word, compose, split_paragraphs
from cablegraph.ingest.reading_order import CONTROLS, order_line
from cablegraph.model import WordBox

_TOKEN = re.compile(r"\S+")
_CUT = ("\ufffe", "\x02")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd\x00-\x08\x0e-\x1f\x7f-\x9f]")
_ODD_LATIN = re.compile("[\u00a1-\u00ff\u0192\u02c6\u02dc\u2020\u2021\u2030\u0152\u0153\u0178]")
_RIGHT_TO_LEFT = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Layer:
    """The text of a page as its layer has it, with the boxes of its words."""

    text: str
    boxes: tuple[WordBox, ...]

    @property
    def is_garbled(self) -> bool:
        """Whether many characters are none (no ToUnicode), or Latin letters with marks outnumber the plain ones (an Arabic font taken for Latin)."""
        letters = sum(c.isalpha() for c in self.text)
        visible = len(self.text) - self.text.count(" ") - self.text.count("\n")
        if visible == 0:
            return False
        none = len(_PRIVATE.findall(self.text))
        return none > 0.08 * visible or (letters >= 40 and len(_ODD_LATIN.findall(self.text)) > 0.35 * letters)


def read_layer(page: Any, *, by_place: bool = True) -> Layer:
    """The words of the layer, line by line in PDFium's order of lines.

    Args:
        page: PDFium's page.
        by_place: Whether the order within a right-to-left line is taken from where its letters stand; else it is as stored, which is right for the
            layers that some OCR programs lay under a scan.
    """
    import pypdfium2.raw as pdfium

    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count <= 0:
            return Layer("", ())
        text = _text(textpage, count, pdfium)
        place = Place(page, textpage, pdfium)
        text = mend_blanks(text, place)
        turned = by_place and len(_RIGHT_TO_LEFT.findall(text)) > len(_LATIN.findall(text))
        lines: list[Line] = []
        baselines: list[float] = []
        at = 0
        for raw in text.split("\n"):
            if turned and _RIGHT_TO_LEFT.search(raw):
                words = list(_ordered_words(raw, at, place))
            else:
                words = [_word(m.group(), range(at + m.start(), at + m.end()), place) for m in _TOKEN.finditer(raw)]
            if words:
                lines.append(words)
                baselines.append(place.baseline(at + len(raw) - len(raw.lstrip())))
            at += len(raw) + 1
    finally:
        textpage.close()
    return Layer(*compose(split_paragraphs(lines, baselines)))


def _text(textpage: Any, count: int, pdfium: Any) -> str:
    """One character for each of PDFium's, so that an index is good for both."""
    text: str = textpage.get_text_range()
    if len(text) != count:
        text = "".join(
            chr(c) if 0 < (c := pdfium.FPDFText_GetUnicode(textpage, i)) < 0x110000 else " " for i in range(count)
        )
    return text.translate({ord(c): " " for c in "\r\u2028\x0b\x0c\x85"})


def _ordered_words(raw: str, at: int, place: Place) -> Iterator[Word]:
    kept = (
        n for n, c in enumerate(raw) if not c.isspace() and not CONTROLS.match(c) and not place.is_generated(at + n)
    )
    glyphs = [place.glyph(raw[n], at + n) for n in kept]
    size = place.size([g.index for g in glyphs[:9]])
    if not place.is_level(glyphs, size):
        yield from (_word(m.group(), range(at + m.start(), at + m.end()), place) for m in _TOKEN.finditer(raw))
        return
    for blank, run in groupby(order_line(glyphs, size, len(raw.split()) - 1), key=lambda g: g.char == " "):
        if not blank:
            held = list(run)
            yield _cut_word("".join(g.char for g in held), place.around([g.ink for g in held if g.ink]))


def _word(text: str, indexes: range, place: Place) -> Word:
    return _cut_word(text.replace(NOTHING, ""), place.edges(indexes))


def _cut_word(text: str, edges: tuple[float, float, float, float]) -> Word:
    if text.endswith(_CUT):
        return Word(text[:-1] or "-", *edges, glued=len(text) > 1)
    return Word(text.replace(_CUT[0], "-").replace(_CUT[1], "-"), *edges)
