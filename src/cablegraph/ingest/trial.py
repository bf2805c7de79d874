"""Which language a page is in, which way up it lies, and which result to keep: the passes that OCR makes over one page.

Knows how to spend few of them: a strip of the page tells Persian from Arabic, another language is tried only when the words that came out say so, the page
as it came or turned on its side only when confidence is low, and single lines again only where ink was passed over; the best mean confidence wins.
"""

from collections.abc import Sequence
from dataclasses import replace

from cablegraph.ingest.attempt import GOOD, Attempt, Trial, mean_confidence
from cablegraph.ingest.missed import cut_band, find_missed, put_in
from cablegraph.ingest.repair import prepare_scan
from cablegraph.ingest.scan import Scan, turn_scan
from cablegraph.ingest.shapes import Shapes, cut_strip, measure_shapes
from cablegraph.ingest.tools.tesseract import OcrFailed, OcrTimeout
from cablegraph.text import script_of

LEAST = 0.30
_SIDEWAYS = 0.55
_ENOUGH = 0.85
_BAND_SECONDS = 10.0


def try_scans(trial: Trial, scan: Scan) -> Attempt:
    """The best result over languages; where it is poor, also over the page as it came and the page turned upright."""
    best, ready = _try_ready(trial, scan)
    if best.is_good:
        return best
    try:
        turn = trial.find_turn(scan) if best.confidence < _SIDEWAYS else 0
        if turn:
            found, _ = _try_ready(trial, turn_scan(scan, turn))
            best = max(best, replace(found, turned=turn), key=lambda x: x.worth)
        elif ready.grey != scan.grey:
            stamps = tuple(ready.edges_before(*edges) for edges in ready.stamps)
            best = max(best, trial.run(replace(scan, stamps=stamps), best.language), key=lambda x: x.worth)
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
    return max(_try_languages(trial, ready, order), key=lambda x: x.worth), ready


def read_missed(trial: Trial, best: Attempt) -> Attempt:
    """The result with the lines that the engine passed over, where it reads them well once they stand alone."""
    paragraphs = best.paragraphs
    for band in find_missed(best.scan, paragraphs):
        try:
            found = trial.engine.recognise(
                cut_band(best.scan, band),
                best.language,
                seconds=min(_BAND_SECONDS, trial.seconds),
                block=True,
            )
        except (OcrTimeout, OcrFailed):
            break
        if mean_confidence(found) >= GOOD[best.language] * _ENOUGH:
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
        if result.is_good and result.is_fitting:
            return language
        if result.found in order and result.found != language and result.confidence >= GOOD[language] * _ENOUGH:
            return result.found
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
        if result.found in left and result.confidence >= LEAST:
            left = [result.found]
        elif result.is_fitting and script_of(result.text) == "Arab":
            left = [x for x in left if x == "en"] if result.confidence < 0.5 else []
        elif result.is_fitting and result.confidence >= 0.6:
            left = []
    return results
