"""OCR of one page image: which language, whether to repair the scan first, and which result to keep.

Knows how to spend few passes: the likeliest language first, another one only when the words that came out say so, a repaired scan only when confidence
is low; the best mean confidence wins. Running Tesseract is left to ``tools``, pixels to ``scan``.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from cablegraph.ingest.layout import Word, compose
from cablegraph.ingest.scan import Scan, guess_script, has_ink, is_noisy, repair_scan
from cablegraph.ingest.task import OcrWaits
from cablegraph.ingest.tools.tesseract import (
    LANGUAGES,
    OcrFailed,
    OcrTimeout,
    find_tesseract,
    installed_languages,
    run_tesseract,
    tesseract_version,
)
from cablegraph.model import PageText, Trouble, WordBox
from cablegraph.settings import Settings
from cablegraph.text import find_language, script_of

GOOD = 0.80
"""Mean confidence from which a result is kept without another try."""

_LEAST = 0.30
_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Recognised:
    """What OCR made of a page: the page, or nothing, and what went wrong."""

    page: PageText | None
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True)
class _Result:
    language: str
    scan: Scan
    paragraphs: list[list[list[Word]]]
    text: str
    confidence: float

    @property
    def is_fitting(self) -> bool:
        """Whether the words are of the language that Tesseract was told."""
        if sum(c.isalpha() for c in self.text) < _LETTERS:
            return self.confidence >= GOOD
        found = find_language(self.text)
        return found in {self.language, "und"} or LANGUAGES.get(found) == LANGUAGES[self.language]


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
    refused = _refuse(number, settings)
    if refused:
        return Recognised(None, (refused,))
    if not has_ink(scan):
        return Recognised(PageText("", "und", "ocr", _reader(""), scan.points_wide, scan.points_high))
    until = time.monotonic() + settings.limits.ocr_seconds
    try:
        best = _try_scans(scan, _order(scan, settings, likely), until)
    except OcrTimeout as error:
        return Recognised(None, (Trouble("ocr-timeout", str(error), number, fatal=False),))
    except OcrFailed as error:
        return Recognised(None, (Trouble("ocr-failed", str(error), number, fatal=False),))
    return _hand_over(best, scan, number, settings)


def _refuse(number: int, settings: Settings) -> Trouble | None:
    if settings.ocr_waits and settings.ocr:
        raise OcrWaits
    if not settings.ocr:
        return Trouble("ocr-missing", "The page needs OCR, which case.toml turns off", number, fatal=False)
    if find_tesseract() is None:
        return Trouble("ocr-missing", "The page needs OCR and Tesseract is not installed", number, fatal=False)
    if not _usable(settings):
        wanted = " or ".join(sorted({LANGUAGES[x] for x in settings.languages if x in LANGUAGES}))
        return Trouble(
            "ocr-language-missing", f"Tesseract lacks {wanted or 'the languages of the case'}", number, fatal=False
        )
    return None


def _usable(settings: Settings) -> list[str]:
    """The case's languages that Tesseract can read, each model once."""
    models = {
        LANGUAGES[x]: x
        for x in reversed(settings.languages)
        if x in LANGUAGES and LANGUAGES[x] in installed_languages()
    }
    return [x for x in settings.languages if x in models.values()]


def _order(scan: Scan, settings: Settings, likely: str | None) -> list[str]:
    usable = _usable(settings)
    script = guess_script(scan)
    return sorted(usable, key=lambda x: ((x == "en") != (script == "Latn"), x != likely, usable.index(x)))


def _try_scans(scan: Scan, order: Sequence[str], until: float) -> _Result:
    """The best result over languages and over the scan as it is and repaired: a noisy page is repaired first, another one only when in doubt."""
    mended = repair_scan(scan) if is_noisy(scan) else None
    best = max(_try_languages(mended or scan, order, until), key=_worth)
    if best.confidence >= GOOD:
        return best
    other = scan if mended else repair_scan(scan)
    if other is None:
        return best
    try:
        return max(best, _run(other, best.language, until), key=_worth)
    except OcrTimeout:
        return best


def _try_languages(scan: Scan, order: Sequence[str], until: float) -> list[_Result]:
    results: list[_Result] = []
    left = list(order)
    while left:
        language = left.pop(0)
        result = _run(scan, language, until)
        results.append(result)
        if result.is_fitting and result.confidence >= GOOD:
            break
        found = find_language(result.text)
        if found in left and result.confidence >= _LEAST:
            left = [found]
        elif result.is_fitting and script_of(result.text) == "Arab":
            left = [x for x in left if x == "en"] if result.confidence < 0.5 else []
        elif result.is_fitting and result.confidence >= 0.6:
            left = []
    return results


def _run(scan: Scan, language: str, until: float) -> _Result:
    seconds = until - time.monotonic()
    if seconds <= 0:
        raise OcrTimeout("The page used up its time")
    paragraphs = run_tesseract(scan.grey, scan.width, scan.height, LANGUAGES[language], seconds=seconds, dpi=scan.dpi)
    text, _ = compose(paragraphs)
    return _Result(language, scan, paragraphs, text, _mean(_words(paragraphs)))


def _worth(result: _Result) -> float:
    """Mean confidence, less where the language does not fit or next to nothing was read."""
    letters = sum(c.isalnum() for c in result.text)
    return result.confidence * (1.0 if result.is_fitting else 0.7) * min(1.0, 0.5 + letters / 100)


def _words(paragraphs: list[list[list[Word]]]) -> Iterator[Word]:
    return chain.from_iterable(chain.from_iterable(paragraphs))


def _mean(words: Iterator[Word]) -> float:
    weights = [(w.confidence or 0.0, len(w.text)) for w in words]
    total = sum(n for _, n in weights)
    return sum(c * n for c, n in weights) / total if total else 0.0


def _hand_over(best: _Result, scan: Scan, number: int, settings: Settings) -> Recognised:
    text, found = compose(best.paragraphs)
    edges = (best.scan.edges_before(b.left, b.top, b.right, b.bottom) for b in found)
    boxes = tuple(WordBox(b.start, b.end, *e, b.confidence) for b, e in zip(found, edges, strict=True))
    page = PageText(
        text,
        find_language(text),
        "ocr",
        _reader(LANGUAGES[best.language], repaired=best.scan is not scan),
        scan.points_wide,
        scan.points_high,
        round(best.confidence, 4) if text else None,
        boxes,
    )
    troubles: tuple[Trouble, ...] = ()
    if not text:
        troubles = (Trouble("text-none", "OCR found no words on the page, which is not blank", number, fatal=False),)
    elif best.confidence < _LEAST:
        troubles = (
            Trouble(
                "ocr-failed",
                f"OCR is unsure of the whole page (mean confidence {best.confidence:.0%})",
                number,
                fatal=False,
            ),
        )
    lacking = LANGUAGES.get(page.language)
    if lacking and lacking not in installed_languages() and page.language in settings.languages:
        troubles += (
            Trouble(
                "ocr-language-missing",
                f"The page seems to be in a language for which Tesseract lacks {lacking}",
                number,
                fatal=False,
            ),
        )
    return Recognised(page, troubles)


def _reader(model: str, *, repaired: bool = False) -> str:
    return " ".join(x for x in ("tesseract", tesseract_version(), model, "after repair" if repaired else "") if x)
