"""One pass of an engine over a page, and what it is worth.

Knows how sure each model is of pages that it reads well, and that words must be of the language that the engine was told. Which passes are made is left to
``trial``.
"""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from cablegraph.ingest.engine import OcrEngine
from cablegraph.ingest.layout import Word, compose
from cablegraph.ingest.scan import Scan
from cablegraph.ingest.tools.tesseract import OcrTimeout
from cablegraph.text import find_language

GOOD: Mapping[str, float] = {"fa": 0.66, "ckb": 0.66, "ar": 0.70, "en": 0.80}
"""Mean confidence from which a result is kept without another try; the models differ in how sure they are of clean pages."""
_LETTERS = 12
_TURN_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one pass made of a page.

    ``found`` is the language that its words are in, ``turned`` counts the quarters of a circle by which the page was set upright.
    """

    language: str
    model: str
    scan: Scan
    paragraphs: list[list[list[Word]]]
    text: str
    confidence: float
    found: str
    turned: int = 0

    @property
    def is_good(self) -> bool:
        """Whether the engine is as sure as it is of pages that are read well."""
        return self.confidence >= GOOD[self.language]

    @property
    def is_fitting(self) -> bool:
        """Whether the words are of the language that the engine was told."""
        if sum(map(str.isalpha, self.text)) < _LETTERS:
            return self.is_good
        return self.found in {self.language, "und"} | ({"fa", "ckb"} if self.language in {"fa", "ckb"} else set())

    @property
    def worth(self) -> float:
        """Mean confidence, less where the language does not fit or next to nothing was read."""
        letters = sum(map(str.isalnum, self.text))
        return self.confidence * (1.0 if self.is_fitting else 0.7) * min(1.0, 0.5 + letters / 100)


@dataclass(frozen=True, slots=True)
class Trial:
    """One page before one engine, until a moment on the monotonic clock."""

    engine: OcrEngine
    usable: tuple[str, ...]
    likely: str | None
    until: float

    @property
    def seconds(self) -> float:
        """How many are left."""
        return self.until - time.monotonic()

    def run(self, scan: Scan, language: str) -> Attempt:
        """Recognise; raises OcrTimeout also where no time is left."""
        if self.seconds <= 0:
            raise OcrTimeout("The page used up its time")
        paragraphs = self.engine.recognise(scan, language, seconds=self.seconds)
        text, _ = compose(paragraphs)
        sure = mean_confidence(paragraphs)
        return Attempt(language, self.engine.model_name(language), scan, paragraphs, text, sure, find_language(text))

    def find_turn(self, scan: Scan) -> int:
        """How many quarters of a circle set the page upright."""
        return self.engine.find_turn(scan, seconds=min(_TURN_SECONDS, self.seconds))


def mean_confidence(paragraphs: Iterable[Iterable[Iterable[Word]]]) -> float:
    """Of all words, longer ones counting for more; 0 where there are none."""
    weights = [(w.confidence or 0.0, len(w.text)) for w in chain.from_iterable(chain.from_iterable(paragraphs))]
    total = sum(n for _, n in weights)
    return sum(c * n for c, n in weights) / total if total else 0.0
