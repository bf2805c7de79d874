from dataclasses import replace

import pytest

from cablegraph.ingest import engine
from cablegraph.ingest.agreement import differ
from cablegraph.ingest.layout import Word
from cablegraph.ingest.recognise import recognise
from cablegraph.ingest.scan import scan_from_image
from cablegraph.ingest.tools.tesseract import OcrFailed, OcrTimeout
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
    assert differ(done.page.text, make.ENGLISH) < 0.1


class FakeEngine:
    """An engine that says what it is told to; ``asked`` keeps what it was asked."""

    name = "fake"
    version = "9"

    def __init__(self, texts, confidence=0.9, turn=0, known=("fa", "ar", "en"), error=None):
        self.texts, self.confidence, self.turn, self.known, self.error = texts, confidence, turn, known, error
        self.asked = []

    def models(self):
        return {x: f"{x}-model" for x in self.known}

    def model_name(self, language):
        return f"{language}-model" if language in {"fa", "ar", "en"} else ""

    def recognise(self, scan, language, *, seconds, block=False):
        self.asked.append((language, scan.width > scan.height, block))
        if self.error:
            raise self.error
        sure = self.confidence(scan, language) if callable(self.confidence) else self.confidence
        lines = [line.split() for line in self.texts[language].split("\n")]
        high = 1 / len(lines)
        return [[[Word(w, 0.1, n * high, 0.9, (n + 1) * high, sure) for w in line] for n, line in enumerate(lines)]]

    def find_turn(self, scan, *, seconds):
        return self.turn


@pytest.fixture
def use(monkeypatch):
    def put(fake):
        monkeypatch.setattr(engine, "ENGINES", (fake,))
        return fake

    return put


def scan_of(make, language="en"):
    return scan_from_image(make.page_image("\n".join([make.TEXTS[language]] * 3)), 200)


def test_another_engine_can_be_plugged_in_and_is_named(make, use):
    use(FakeEngine(make.TEXTS))
    page = recognise(scan_of(make), 1, Settings()).page
    assert (page.text, page.language, page.source, page.reader) == (make.ENGLISH, "en", "ocr", "fake 9 en-model")
    assert {b.confidence for b in page.boxes} == {0.9}


def test_a_strip_of_the_page_tells_persian_from_arabic_before_the_page_is_read(make, use):
    def sure(scan, language):
        return 0.9 if language == "ar" else 0.5

    fake = use(FakeEngine({"fa": make.ARABIC, "ar": make.ARABIC, "en": "?"}, confidence=sure))
    assert recognise(scan_of(make, "ar"), 1, Settings()).page.language == "ar"
    assert [x[0] for x in fake.asked].count("ar") == 2
    assert fake.asked[0] == ("fa", True, False)
    assert fake.asked[-1][:2] == ("ar", False)
    fake.asked.clear()
    recognise(scan_of(make, "ar"), 2, Settings(), likely="ar")
    assert [x[0] for x in fake.asked if not x[2]] == ["ar"]


def test_a_page_on_its_side_is_set_upright_only_where_it_reads_badly(make, use):
    def sure(scan, language):
        return 0.2 if scan.width > scan.height else 0.9

    fake = use(FakeEngine(make.TEXTS, confidence=sure, turn=1))
    image = make.page_image("\n".join([make.ENGLISH] * 3)).rotate(-90, expand=True)
    page = recognise(scan_from_image(image, 200), 1, Settings(languages=("en",))).page
    assert page.reader.endswith("turned by 90 degrees")
    assert page.confidence == 0.9
    assert page.width > page.height
    assert page.boxes[0].left > 0.6
    fake.confidence, fake.turn = 0.95, 2
    assert "turned" not in recognise(scan_of(make), 1, Settings()).page.reader


def test_a_stamp_is_marked_also_where_the_page_as_it_came_reads_better(make, use):
    import cv2
    import numpy as np
    from PIL import Image

    image = np.array(make.page_image("\n".join([make.ENGLISH] * 3)).convert("L"))
    high, wide = image.shape
    side = min(high, wide) // 8
    cv2.circle(image, (int(wide * 0.6), int(high * 0.7)), side, 0, 4)
    came = scan_from_image(Image.fromarray(image), 200)
    use(FakeEngine(make.TEXTS, confidence=lambda scan, language: 0.75 if scan.grey == came.grey else 0.6))
    page = recognise(came, 1, Settings(languages=("en",))).page
    assert page.confidence == 0.75
    (stamp,) = (r for r in page.regions if r.kind == "stamp")
    assert stamp.left < 0.6 < stamp.right
    assert stamp.top < 0.7 < stamp.bottom


@pytest.mark.ocr
@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_which_way_up_a_page_lies_is_found(make, degrees):
    image = make.page_image("\n".join([make.ENGLISH] * 3), dpi=300).rotate(degrees, expand=True)
    page = recognise(scan_from_image(image, 300), 1, Settings(languages=("en",))).page
    assert differ(page.text, "\n".join([make.ENGLISH] * 3)) < 0.1


def test_a_missing_program_or_language_is_told(make, use, monkeypatch):
    use(FakeEngine(make.TEXTS, known=("en",)))
    (trouble,) = recognise(scan_of(make), 3, Settings(languages=("fa",))).troubles
    assert (trouble.code, trouble.page) == ("ocr-language-missing", 3)
    assert "fa-model" in trouble.cause
    monkeypatch.setattr(engine, "ENGINES", ())
    assert recognise(scan_of(make), 3, Settings()).troubles[0].code == "ocr-missing"


@pytest.mark.parametrize(("error", "code"), [(OcrTimeout("late"), "ocr-timeout"), (OcrFailed("bad"), "ocr-failed")])
def test_a_page_that_takes_too_long_or_fails_is_told(make, use, error, code):
    use(FakeEngine(make.TEXTS, error=error))
    done = recognise(scan_of(make), 2, replace(Settings(), limits=Limits(ocr_seconds=1)))
    assert (done.page, done.troubles[0].code, done.troubles[0].page) == (None, code, 2)
