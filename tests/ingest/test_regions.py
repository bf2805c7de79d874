import pytest

from cablegraph.ingest.layout import Word, compose
from cablegraph.ingest.regions import mark_regions
from cablegraph.model import PageText
from cablegraph.settings import Settings

NO_OCR = Settings(ocr=False)


def page(*lines):
    """A page of an A4 sheet: each line is how far down it stands and its words, each with its left edge."""
    made = []
    for top, *words in lines:
        made.append([Word(w, x, top, x + 0.012 * len(w), top + 0.012) for w, x in words])
    text, boxes = compose([made])
    return PageText(text, boxes=boxes, width=595.0, height=842.0)


def words(text, left=0.1):
    for word in text.split():
        yield word, left
        left += 0.012 * (len(word) + 1)


def running(text, top):
    return (top, *words(text))


def marked(pages):
    return [
        [(r.kind, p.text[r.start : r.end] if r.start >= 0 else None) for r in p.regions] for p in mark_regions(pages)
    ]


@pytest.mark.parametrize(
    ("head", "numbers"),
    [
        ("MINISTRY OF ROADS", ("- 1 -", "- 2 -", "- 3 -")),
        ("وزارت راه", ("صفحه ۱ از ۳", "صفحه ۲ از ۳", "صفحه ۳ از ۳")),
        ("وزارة النقل", ("١", "٢", "٣")),
    ],
)
def test_what_repeats_at_the_edges_is_header_and_page_numbers_are_footer(head, numbers):
    bodies = ("One thing happened.", "Another thing came later.", "Nothing more was heard.")
    pages = [
        page(running(head, 0.05), running(b, 0.4), running(b + " Still.", 0.43), running(n, 0.95))
        for b, n in zip(bodies, numbers, strict=True)
    ]
    assert marked(pages) == [[("header", head), ("footer", n)] for n in numbers]


def test_a_first_line_that_stands_once_is_no_header_and_a_number_in_the_text_no_footer():
    pages = [
        page(running("A title", 0.05), running("17", 0.5), running("The end.", 0.95)),
        page(running("More words.", 0.05), running("x", 0.5)),
    ]
    assert marked(pages) == [[], []]


def test_rows_with_cells_below_each_other_are_a_table():
    rows = [(0.3 + 0.03 * n, (name, 0.1), (day, 0.4), (sum_, 0.7)) for n, (name, day, sum_) in enumerate(
        [("Zandi", "3 May", "1,200"), ("Haddad", "14 May", "80"), ("Sabri", "1 June", "15,000")])]  # fmt: skip
    found = mark_regions(
        [page(running("A list of payments follows here", 0.2), *rows, running("That was all of it", 0.6))]
    )[0]
    (table,) = found.regions
    assert table.kind == "table"
    assert found.text[table.start : table.end].split()[0] == "Zandi"
    assert found.text[table.start : table.end].endswith("15,000")
    assert (table.left, table.top) == (0.1, pytest.approx(0.3))


def test_two_columns_of_text_are_no_table():
    said = "the minister said that nothing"
    rows = [(0.2 + 0.03 * n, *words(said, 0.05), *words(said, 0.55)) for n in range(8)]
    assert marked([page(*rows)]) == [[]]


def test_a_page_without_boxes_has_no_regions():
    assert mark_regions([PageText("words")]) == (PageText("words"),)


def test_a_born_digital_document_has_them_too(read, make):
    bodies = ("The first letter.\n" * 12, "A second one came.\n" * 12)
    reading = read(make.pdf(*(f"MINISTRY OF ROADS\n\n{body}" for body in bodies)), "a.pdf", settings=NO_OCR)
    for page in reading.pages:
        assert [(r.kind, page.text[r.start : r.end]) for r in page.regions] == [("header", "MINISTRY OF ROADS")]


def test_a_stamp_that_was_taken_off_a_scan_is_marked_where_it_stood(make):
    import cv2
    import numpy as np
    from PIL import Image

    from cablegraph.ingest.repair import prepare_scan
    from cablegraph.ingest.scan import scan_from_image
    from cablegraph.ingest.shapes import measure_shapes

    pixels = np.array(make.page_image(make.ENGLISH).convert("L"))
    high, wide = pixels.shape
    side = min(high, wide)
    middle = (int(wide * 0.7), int(high * 0.8))
    cv2.circle(pixels, middle, side // 10, 0, 4)
    cv2.circle(pixels, middle, side // 12, 0, 3)
    scan = scan_from_image(Image.fromarray(pixels), 300)
    (stamp,) = prepare_scan(scan, measure_shapes(scan)).stamps
    assert stamp[0] < 0.7 < stamp[2]
    assert stamp[1] < 0.8 < stamp[3]
