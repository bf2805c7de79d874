import pytest

from cablegraph.ingest.layout import Word
from cablegraph.ingest.missed import cut_band, find_missed, put_in
from cablegraph.ingest.scan import scan_from_image
from cablegraph.ingest.tools.tesseract import run_tesseract


def lines_of(make):
    """A page of nine lines and where its words are, line by line."""
    import pypdfium2

    from cablegraph.ingest.layer import read_layer

    document = pypdfium2.PdfDocument(make.pdf("\n".join([make.ENGLISH] * 3), size=13))
    try:
        layer = read_layer(document[0])
        image = document[0].render(scale=200 / 72, grayscale=True).to_pil()
    finally:
        document.close()
    rows = {}
    for b in layer.boxes:
        line = len(layer.text[: b.start].replace("\n\n", "\n").split("\n"))
        rows.setdefault(line, []).append(Word(layer.text[b.start : b.end], b.left, b.top, b.right, b.bottom, 0.9))
    return scan_from_image(image, 200), [rows[key] for key in sorted(rows)]


def test_a_line_without_words_is_found_and_nothing_else(make):
    scan, lines = lines_of(make)
    assert find_missed(scan, [lines]) == []
    (band,) = find_missed(scan, [lines[:4] + lines[5:]])
    assert band[0] / scan.height < lines[4][0].top < lines[4][0].bottom < band[1] / scan.height


def test_a_page_of_next_to_no_words_is_left_alone(make):
    scan, lines = lines_of(make)
    assert find_missed(scan, [lines[:1][:2]]) == [] or len(lines[0]) >= 8
    assert find_missed(scan, []) == []


@pytest.mark.ocr
def test_the_band_can_be_read_and_put_in_its_place(make):
    scan, lines = lines_of(make)
    rest = lines[:4] + lines[5:]
    (band,) = find_missed(scan, [rest])
    strip = cut_band(scan, band)
    found = run_tesseract(strip.grey, strip.width, strip.height, "eng", seconds=20, mode=6)
    whole = put_in([rest], [line for p in found for line in p], band, scan.height)
    assert [" ".join(w.text for w in line)[:20] for line in whole[0]] == [
        " ".join(w.text for w in line)[:20] for line in lines
    ]
    assert whole[0][3][0].top < whole[0][4][0].top < whole[0][5][0].top
