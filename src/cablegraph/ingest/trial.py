"""Which language a page is in, which way up it lies, and which result to keep: the passes that OCR makes over one page.

Knows how to spend few of them: a strip of the page tells Persian from Arabic, another language is tried only when the words that came out say so, the page
as it came or turned on its side only when confidence is low, and single lines again only where ink was passed over; the best mean confidence wins.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from cablegraph.ingest.engine import OcrEngine
from cablegraph.ingest.layout import Word, compose
from cablegraph.ingest.missed import cut_band, find_missed, put_in
from cablegraph.ingest.repair import prepare_scan
from cablegraph.ingest.scan import Scan, turn_scan
from cablegraph.ingest.shapes import Shapes, cut_strip, measure_shapes
from cablegraph.ingest.tools.tesseract import OcrFailed, OcrTimeout
from cablegraph.text import find_language, script_of

GOOD: Mapping[str, float] = {"fa": 0.66, "ckb": 0.66, "ar": 0.70, "en": 0.80}
"""Mean confidence from which a result is kept without another try; the models differ in how sure they are of clean pages."""
LEAST = 0.30
_SIDEWAYS = 0.55
_LETTERS = 12
_ENOUGH = 0.85
_STRIP_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one pass made of a page: ``turned`` counts the quarters of a circle by which it was set upright."""

    language: str
    model: str
    scan: Scan
    paragraphs: list[list[list[Word]]]
    text: str
    confidence: float
    turned: int = 0

    @property
    def is_good(self) -> bool:
        """Whether the engine is as sure as it is of pages that are read well."""
        return self.confidence >= GOOD[self.language]

    @property
    def is_fitting(self) -> bool:
        """Whether the words are of the language that the engine was told."""
        if sum(c.isalpha() for c in self.text) < _LETTERS:
            return self.is_good
        return find_language(self.text) in {self.language, "und"} | (
            {"fa", "ckb"} if self.language in {"fa", "ckb"} else set()
        )


@dataclass(frozen=True, slots=True)
class Trial:
    """One page before one engine, until a moment on the monotonic clock."""

    engine: OcrEngine
    usable: tuple[str, ...]
    likely: str | None
    until: float

    def run(self, scan: Scan, language: str, turned: int = 0) -> Attempt:
        """Recognise; raises OcrTimeout also where no time is left."""
        seconds = self.until - time.monotonic()
        if seconds <= 0:
            raise OcrTimeout("The page used up its time")
        paragraphs = self.engine.recognise(scan, language, seconds=seconds)
        text, _ = compose(paragraphs)
        return Attempt(
            language, self.engine.model_name(language), scan, paragraphs, text, _mean(_words(paragraphs)), turned
        )

    def find_turn(self, scan: Scan) -> int:
        """How many quarters of a circle set the page upright."""
        return self.engine.find_turn(scan, seconds=min(_STRIP_SECONDS, self.until - time.monotonic()))


def try_scans(trial: Trial, scan: Scan) -> Attempt:
    """The best result over languages; where it is poor, also over the page as it came and the page turned upright."""
    best, ready = _try_ready(trial, scan)
    if best.is_good:
        return best
    try:
        turn = trial.find_turn(scan) if best.confidence < _SIDEWAYS else 0
        if turn:
            found, _ = _try_ready(trial, turn_scan(scan, turn))
            best = max(best, replace(found, turned=turn), key=_worth)
        elif ready.grey != scan.grey:
            best = max(best, trial.run(scan, best.language), key=_worth)
    except OcrTimeout:
        return best
    return best


def _try_ready(trial: Trial, scan: Scan) -> tuple[Attempt, Scan]:
    """The best result for the scan made ready, and the scan as it was made ready for the likeliest language."""
    shapes = measure_shapes(scan)
    ready = prepare_scan(scan, shapes)
    order = _order(trial, ready, shapes)
    if order[0] == "en" and shapes.script == "Arab":
        shapes = replace(shapes, script="Latn")  # a strip of the page knows better than the shapes of blurred letters
        ready = prepare_scan(scan, shapes)
    return max(_try_languages(trial, ready, order), key=_worth), ready


def read_missed(trial: Trial, best: Attempt) -> Attempt:
    """The result with the lines that the engine passed over, where it reads them well once they stand alone."""
    paragraphs = best.paragraphs
    for band in find_missed(best.scan, paragraphs):
        try:
            found = trial.engine.recognise(
                cut_band(best.scan, band),
                best.language,
                seconds=min(_STRIP_SECONDS, trial.until - time.monotonic()),
                block=True,
            )
        except (OcrTimeout, OcrFailed):
            break
        if _mean(_words(found)) >= GOOD[best.language] * _ENOUGH:
            paragraphs = put_in(paragraphs, [line for p in found for line in p], band, best.scan.height)
    return best if paragraphs is best.paragraphs else replace(best, paragraphs=paragraphs)


def _order(trial: Trial, ready: Scan, shapes: Shapes) -> list[str]:
    """The languages, likeliest first: by the pages before, or by the shapes of the letters and a strip of the page."""
    usable = trial.usable
    likely = trial.likely if trial.likely in usable and (trial.likely == "en") == (shapes.script == "Latn") else None
    order = sorted(usable, key=lambda x: ((x == "en") != (shapes.script == "Latn"), usable.index(x)))
    strip = cut_strip(ready, shapes) if likely is None and shapes.script == "Arab" and len(order) > 1 else None
    if strip:
        likely = _try_strip(trial, strip, order)
    return sorted(order, key=lambda x: x != likely)


def _try_strip(trial: Trial, strip: Scan, order: Sequence[str]) -> str | None:
    """The language of a strip: what the first words that come out are in, whichever model read them, or the one that reads well."""
    for language in order:
        result = trial.run(strip, language)
        found = find_language(result.text)
        if result.is_good and result.is_fitting:
            return language
        if found in order and found != language and result.confidence >= GOOD[language] * _ENOUGH:
            return found
    return None


def _try_languages(trial: Trial, scan: Scan, order: Sequence[str]) -> list[Attempt]:
    results: list[Attempt] = []
    left = list(order)
    while left:
        language = left.pop(0)
        result = trial.run(scan, language)
        results.append(result)
        if result.is_fitting and result.is_good:
            break
        found = find_language(result.text)
        if found in left and result.confidence >= LEAST:
            left = [found]
        elif result.is_fitting and script_of(result.text) == "Arab":
            left = [x for x in left if x == "en"] if result.confidence < 0.5 else []
        elif result.is_fitting and result.confidence >= 0.6:
            left = []
    return results


def _worth(result: Attempt) -> float:
    """Mean confidence, less where the language does not fit or next to nothing was read."""
    letters = sum(c.isalnum() for c in result.text)
    return result.confidence * (1.0 if result.is_fitting else 0.7) * min(1.0, 0.5 + letters / 100)


def _words(paragraphs: list[list[list[Word]]]) -> Iterator[Word]:
    return chain.from_iterable(chain.from_iterable(paragraphs))


def _mean(words: Iterator[Word]) -> float:
    weights = [(w.confidence or 0.0, len(w.text)) for w in words]
    total = sum(n for _, n in weights)
    return sum(c * n for c, n in weights) / total if total else 0.0
