"""What an OCR engine is, and which ones there are.

A new engine is a class with these members, listed in ``ENGINES`` and nowhere else; the first that is installed is used. What is done before (repair, the
language of a page) and after (numbers, spaces) is the same for all and is left to ``recognise``.
"""

from typing import Protocol

from cablegraph.ingest.layout import Word
from cablegraph.ingest.scan import Scan
from cablegraph.ingest.tools.tesseract import TesseractEngine


class OcrEngine(Protocol):
    """Recognises the words of a page image in one language. ``version`` changes whenever the same pixels may give other words."""

    @property
    def name(self) -> str:
        """Such as ``tesseract``."""
        ...

    @property
    def version(self) -> str:
        """Such as ``5.3.0``; empty where the engine is not installed."""
        ...

    def models(self) -> dict[str, str]:
        """The languages that it can read now (``fa``, ``ar``, ``en``, ``ckb``), each with its own name for the model."""
        ...

    def model_name(self, language: str) -> str:
        """Its name for the model of a language, installed or not; empty where it has none."""
        ...

    def recognise(self, scan: Scan, language: str, *, seconds: float, block: bool = False) -> list[list[list[Word]]]:
        """Paragraphs of lines of words in reading order, with confidences from 0 to 1; ``block`` says that the picture is a few lines of one column.

        Raises:
            OcrFailed: The engine ended with an error.
            OcrTimeout: It took longer than ``seconds``.
        """
        ...

    def find_turn(self, scan: Scan, *, seconds: float) -> int:
        """How many quarters of a circle counter-clockwise (0-3) set the page upright; 0 where that cannot be told."""
        ...


ENGINES: tuple[OcrEngine, ...] = (TesseractEngine(),)
"""In order of preference."""


def find_engine() -> OcrEngine | None:
    """The first engine that is installed, or None."""
    return next((engine for engine in ENGINES if engine.version), None)
