"""OCR of one page image: from pixels to the page's text with a box and a confidence for every word.

Knows what OCR needs to be there and what is told where it is not. The passes are left to ``trial``, engines to ``engine``, pixels to ``scan`` and ``repair``,
numbers and blanks to ``numerals`` and ``spacing``.
"""

import time
from dataclasses import dataclass

from cablegraph.ingest.attempt import Attempt, Trial
from cablegraph.ingest.engine import OcrEngine, find_engine
from cablegraph.ingest.layout import compose
from cablegraph.ingest.numerals import reread_numbers
from cablegraph.ingest.scan import Scan, has_ink
from cablegraph.ingest.spacing import mend_spaces
from cablegraph.ingest.task import OcrWaits
from cablegraph.ingest.tools.tesseract import OcrFailed, OcrTimeout
from cablegraph.ingest.trial import LEAST, read_missed, try_scans
from cablegraph.model import PageText, Region, Trouble, WordBox
from cablegraph.settings import Settings
from cablegraph.text import find_language, script_of


@dataclass(frozen=True, slots=True)
class Recognised:
    """What OCR made of a page: the page, or nothing, and what went wrong."""

    page: PageText | None
    troubles: tuple[Trouble, ...] = ()


def recognise(scan: Scan, number: int, settings: Settings, *, likely: str | None = None) -> Recognised:
    """Recognise one page.

    Args:
        scan: The page image.
        number: The page, from 1, for troubles.
        settings: The case's languages and the time for a page.
        likely: The language that pages before it were in.

    Returns:
        The page with word boxes, or None with the trouble that says why; a blank page gives an empty page and no trouble.
    """
    engine = find_engine()
    refused = _refuse(number, settings, engine)
    if refused or engine is None:
        return Recognised(None, (refused,) if refused else ())
    if not has_ink(scan):
        return Recognised(PageText("", "und", "ocr", _reader(engine, ""), scan.points_wide, scan.points_high))
    trial = Trial(engine, _usable(engine, settings), likely, time.monotonic() + settings.limits.ocr_seconds)
    try:
        best = read_missed(trial, try_scans(trial, scan))
    except OcrTimeout as error:
        return Recognised(None, (Trouble("ocr-timeout", str(error), number, fatal=False),))
    except OcrFailed as error:
        return Recognised(None, (Trouble("ocr-failed", str(error), number, fatal=False),))
    return _hand_over(best, scan, number, settings, engine)


def _refuse(number: int, settings: Settings, engine: OcrEngine | None) -> Trouble | None:
    if settings.ocr_waits and settings.ocr:
        raise OcrWaits
    if not settings.ocr:
        return Trouble("ocr-missing", "The page needs OCR, which case.toml turns off", number, fatal=False)
    if engine is None:
        return Trouble("ocr-missing", "The page needs OCR and Tesseract is not installed", number, fatal=False)
    if not _usable(engine, settings):
        wanted = " or ".join(sorted({engine.model_name(x) for x in settings.languages if engine.model_name(x)}))
        return Trouble(
            "ocr-language-missing", f"{engine.name} lacks {wanted or 'the languages of the case'}", number, fatal=False
        )
    return None


def _usable(engine: OcrEngine, settings: Settings) -> tuple[str, ...]:
    """The case's languages that the engine can read, each model once."""
    models = engine.models()
    first = {models[x]: x for x in reversed(settings.languages) if x in models}
    return tuple(x for x in settings.languages if x in first.values())


def _hand_over(best: Attempt, scan: Scan, number: int, settings: Settings, engine: OcrEngine) -> Recognised:
    paragraphs = best.paragraphs
    if script_of(best.text) == "Arab":
        paragraphs = mend_spaces(best.scan, reread_numbers(best.scan, paragraphs, best.language))
    text, found = compose(paragraphs)
    edges = (_edges(best, (b.left, b.top, b.right, b.bottom)) for b in found)
    boxes = tuple(WordBox(b.start, b.end, *e, b.confidence) for b, e in zip(found, edges, strict=True))
    stamps = tuple(Region("stamp", *_edges(best, stamp)) for stamp in best.scan.stamps)
    page = PageText(
        text,
        find_language(text),
        "ocr",
        _reader(engine, best.model, turned=best.turned),
        scan.points_wide,
        scan.points_high,
        round(best.confidence, 4) if text else None,
        boxes,
        stamps,
    )
    troubles: tuple[Trouble, ...] = ()
    if not text:
        troubles = (Trouble("text-none", "OCR found no words on the page, which is not blank", number, fatal=False),)
    elif best.confidence < LEAST:
        cause = f"OCR is unsure of the whole page (mean confidence {best.confidence:.0%})"
        troubles = (Trouble("ocr-failed", cause, number, fatal=False),)
    lacking = engine.model_name(page.language)
    if lacking and page.language not in engine.models() and page.language in settings.languages:
        cause = f"The page seems to be in a language for which {engine.name} lacks {lacking}"
        troubles += (Trouble("ocr-language-missing", cause, number, fatal=False),)
    return Recognised(page, troubles)


def _edges(best: Attempt, edges: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """The edges of a word or stamp on the page as it was handed in, before it was levelled and set upright."""
    left, top, right, bottom = best.scan.edges_before(*edges)
    for _ in range(best.turned):
        left, top, right, bottom = 1 - bottom, left, 1 - top, right
    return left, top, right, bottom


def _reader(engine: OcrEngine, model: str, *, turned: int = 0) -> str:
    turn = f"turned by {90 * turned} degrees" if turned else ""
    return " ".join(x for x in (engine.name, engine.version, model, turn) if x)
