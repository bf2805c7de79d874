from dataclasses import replace

import pytest

from cablegraph.ingest import recognise as module
from cablegraph.ingest.choose import differ
from cablegraph.ingest.recognise import recognise
from cablegraph.ingest.scan import scan_from_image
from cablegraph.ingest.tools.tesseract import OcrTimeout
from cablegraph.settings import Limits, Settings


@pytest.mark.ocr
@pytest.mark.parametrize("language", ["fa", "ar", "en"])
@pytest.mark.parametrize("order", [("fa", "ar", "en"), ("en", "ar", "fa")])
def test_the_language_of_a_page_is_found_whatever_the_case_expects_first(make, language, order):
    page = recognise(scan_from_image(make.page_image(make.TEXTS[language]), 200), 1, Settings(languages=order)).page
    assert page.language == language
    assert {"fa": "fas", "ar": "ara", "en": "eng"}[language] in page.reader
    assert differ(page.text, make.TEXTS[language]) < 0.15


@pytest.mark.ocr
def test_a_skewed_and_speckled_page_is_saved(make):
    import numpy as np
    from PIL import Image

    page = make.page_image(make.ENGLISH, dpi=200).rotate(2.5, fillcolor=255)
    noise = np.random.default_rng(1).random((page.height, page.width))
    pixels = np.where(noise < 0.06, 0, np.where(noise > 0.94, 255, np.asarray(page))).astype("uint8")
    done = recognise(scan_from_image(Image.fromarray(pixels), 200), 1, Settings())
    assert "after repair" in done.page.reader
    assert differ(done.page.text, make.ENGLISH) < 0.1


def blank_scan(make):
    return scan_from_image(make.latin_picture("words"), 200)


def test_a_missing_program_or_language_is_told(make, monkeypatch):
    monkeypatch.setattr(module, "find_tesseract", lambda: None)
    assert recognise(blank_scan(make), 3, Settings()).troubles[0].code == "ocr-missing"
    monkeypatch.setattr(module, "find_tesseract", lambda: "/usr/bin/tesseract")
    monkeypatch.setattr(module, "installed_languages", lambda: frozenset({"eng"}))
    (trouble,) = recognise(blank_scan(make), 3, Settings(languages=("fa",))).troubles
    assert (trouble.code, trouble.page) == ("ocr-language-missing", 3)
    assert "fas" in trouble.cause


def test_a_page_that_takes_too_long_is_told(make, monkeypatch):
    def late(*args, **kwargs):
        raise OcrTimeout("Tesseract took more than 1 seconds")

    monkeypatch.setattr(module, "find_tesseract", lambda: "/usr/bin/tesseract")
    monkeypatch.setattr(module, "installed_languages", lambda: frozenset({"eng", "fas", "ara"}))
    monkeypatch.setattr(module, "run_tesseract", late)
    settings = replace(Settings(), limits=Limits(ocr_seconds=1))
    done = recognise(blank_scan(make), 2, settings)
    assert (done.page, done.troubles[0].code, done.troubles[0].page) == (None, "ocr-timeout", 2)
