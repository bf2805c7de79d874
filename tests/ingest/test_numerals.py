from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFont

from cablegraph.ingest.layout import Word
from cablegraph.ingest.numerals import reread_numbers
from cablegraph.ingest.scan import Scan, scan_from_image

FACES = {
    "amiri": "/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf",
    "dejavu": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
}


@pytest.fixture(params=sorted(FACES))
def set_line(request) -> Callable[..., tuple[Scan, list[Word]]]:
    """A line of words set from the right, and the words with their places as OCR would hand them over."""
    try:
        font = ImageFont.truetype(FACES[request.param], 48)
    except OSError:
        pytest.skip("the typeface is not installed (apt-get install fonts-hosny-amiri fonts-dejavu-core)")

    def run(*words: tuple[str, str, float]) -> tuple[Scan, list[Word]]:
        image = Image.new("L", (1600, 200), 255)
        draw = ImageDraw.Draw(image)
        right = 1500.0
        found = []
        for shown, read, confidence in words:
            box = draw.textbbox((right, 60), shown, font=font, anchor="ra", direction="rtl")
            draw.text((right, 60), shown, 0, font, anchor="ra", direction="rtl")
            edges = (box[0] / 1600, box[1] / 200, box[2] / 1600, box[3] / 200)
            found.append(Word(read, *edges, confidence))
            right = box[0] - 22
        return scan_from_image(image, 300), found

    return run


def reread(scan, words, language):
    return [w.text for w in reread_numbers(scan, [[words]], language)[0][0]]


@pytest.mark.parametrize(
    ("shown", "read", "language"),
    [
        ("٢٧", "07", "ar"),
        ("١٩٩١", "١991", "ar"),
        ("٨٤٢٧", "64710", "ar"),
        ("۱۳۹۳", "۱۳۹۲", "fa"),
        ("۴۵۶", "۴0۶", "fa"),
        ("٨٧٥", "?*", "ar"),
        ("١٢/٣", "?1/*", "ar"),
    ],
)
def test_numbers_are_read_from_the_picture(set_line, shown, read, language):
    scan, words = set_line(("السفير", "السفير", 0.9), (shown, read, 0.3), ("التقرير", "التقرير", 0.9))
    assert reread(scan, words, language) == ["السفير", shown, "التقرير"]


def test_words_stay_as_they_were_recognised(set_line):
    scan, words = set_line(("سفیر", "سفیر", 0.2), ("این", "این", 0.3), ("است", "است", 0.5), ("و", "و", 0.4))
    assert reread(scan, words, "fa") == ["سفیر", "این", "است", "و"]


def test_letters_in_a_reference_number_stay_between_its_digits(set_line):
    scan, words = set_line(("السفير", "السفير", 0.9), ("٢٢٨٢", "7١/85١", 0.0))
    assert reread(scan, words, "ar")[1] == "٢٢٨٢"
    scan, words = set_line(("السفير", "السفير", 0.9), ("٣٥٦٩/ص/١٦", "٠٥٦9/ص/1", 0.0))
    assert reread(scan, words, "ar")[1] == "٣٥٦٩/ص/١٦"


def test_a_letter_that_was_taken_for_a_digit_is_seen_between_its_signs(set_line):
    scan, words = set_line(("سفیر", "سفیر", 0.9), ("۵۲۲۷/م/۱۹", "۱۹/۶/۵۲۲۷", 0.6))
    assert reread(scan, words, "fa")[1] == "۵۲۲۷/م/۱۹"


def test_one_number_in_pieces_is_one_word(set_line):
    from dataclasses import replace

    scan, words = set_line(("نحو", "نحو", 0.9), ("٤٤٧٨", "47١؛", 0.7), ("شخصا", "شخصا", 0.9))
    number = words[1]
    middle = number.left + (number.right - number.left) * 0.27
    pieces = [replace(number, text="47١", left=middle + 0.001), replace(number, text="؛", right=middle)]
    assert reread(scan, [words[0], *pieces, words[2]], "ar") == ["نحو", "٤٤٧٨", "شخصا"]


def test_the_alef_of_the_next_word_is_no_one(set_line):
    scan, words = set_line(("٣", "؟", 0.3), ("أرسلت", "أرسلت", 0.9))
    assert reread(scan, words, "ar") == ["٣", "أرسلت"]


def test_european_digits_are_kept_european(set_line):
    scan, words = set_line(("السفير", "السفير", 0.9), ("2014", "2O14", 0.3), ("1957", "1957", 0.3), ("863", "863", 0.5))
    assert reread(scan, words, "ar")[1:] == ["2014", "1957", "863"]


def test_a_number_of_which_the_box_is_too_small_is_read_whole(set_line):
    from dataclasses import replace

    scan, words = set_line(("سفیر", "سفیر", 0.9), ("۷۳۱۴", "۱۴", 0.7), ("گزارش", "گزارش", 0.9))
    middle = (words[1].left + words[1].right) / 2
    assert reread(scan, [words[0], replace(words[1], left=middle), words[2]], "fa")[1] == "۷۳۱۴"


def test_other_languages_are_left_alone(set_line):
    scan, words = set_line(("1234", "l234", 0.2))
    assert reread(scan, words, "en") == ["l234"]
