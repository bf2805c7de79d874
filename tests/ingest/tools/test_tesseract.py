import pytest

from cablegraph.ingest.tools import tesseract
from cablegraph.ingest.tools.tesseract import OcrFailed, OcrTimeout, run_tesseract


def test_a_missing_program_is_told(monkeypatch):
    monkeypatch.setattr(tesseract, "find_tesseract", lambda: "/nowhere/tesseract")
    with pytest.raises(OcrFailed):
        run_tesseract(b"\xff" * 100, 10, 10, "eng", seconds=5)


@pytest.mark.ocr
def test_a_late_and_an_unknown_language_are_told():
    with pytest.raises(OcrTimeout):
        run_tesseract(b"\xff" * 10_000, 100, 100, "eng", seconds=0.001)
    with pytest.raises(OcrFailed):
        run_tesseract(b"\xff" * 10_000, 100, 100, "xyz", seconds=20)
