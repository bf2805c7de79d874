import numpy as np
import pytest
from PIL import Image

from cablegraph.ingest.layout import Word
from cablegraph.ingest.scan import scan_from_image
from cablegraph.ingest.spacing import mend_spaces


def page(words):
    """A line from the right: each word is a bar 80 pixels wide, with so many pixels to the next."""
    pixels = np.full((100, 1200), 255, dtype=np.uint8)
    right, found = 1150, []
    for text, gap in words:
        pixels[40:60, right - 80 : right] = 0
        found.append(Word(text, (right - 80) / 1200, 0.4, right / 1200, 0.6, 0.8))
        right -= 80 + gap
    return scan_from_image(Image.fromarray(pixels), 300), [[found]]


def texts(words):
    scan, paragraphs = page(words)
    return [w.text for w in mend_spaces(scan, paragraphs)[0][0]]


REST = [("به", 20), ("تهران", 20), ("رفت", 20), ("سپس", 20), ("آمد", 20)]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("می", "کند", "می\u200cکند"),
        ("گزارش", "های", "گزارش\u200cهای"),
        ("پرا", "کنده", "پراکنده"),
        ("نا", "گهانی", "ناگهانی"),
    ],
)
def test_halves_without_a_gap_are_one_word(first, second, joined):
    assert texts([*REST, (first, 2), (second, 20)]) == [*(w for w, _ in REST), joined]


def test_words_with_a_gap_stay_apart_and_marks_are_not_joined():
    assert texts([*REST, ("می", 18), ("کند", 20)])[-2:] == ["می", "کند"]
    assert texts([*REST, ("رفت.", 2), ("کند", 20)])[-2:] == ["رفت.", "کند"]


def test_a_word_in_two_halves_has_the_box_of_both():
    scan, paragraphs = page([*REST, ("می", 2), ("کند", 20)])
    word = mend_spaces(scan, paragraphs)[0][0][-1]
    assert (word.left, word.right) == (paragraphs[0][0][-1].left, paragraphs[0][0][-2].right)


def test_quotation_marks_that_close_nothing_are_commas():
    assert texts([('انقرة"', 20), *REST])[0] == "انقرة،"
    assert texts([("«انقرة»", 20), *REST])[0] == "«انقرة»"
    assert texts([('"سلام', 20), ("بر", 20), ('شما"', 20), *REST])[2] == 'شما"'
