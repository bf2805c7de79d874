import pytest

from cablegraph.ingest.tools import tesseract
from cablegraph.ingest.tools.tesseract import OcrFailed, OcrTimeout, parse_table, run_tesseract

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
RECORDED = HEAD + (
    "1\t1\t0\t0\t0\t0\t0\t0\t1000\t500\t-1\t\n"
    "5\t1\t1\t1\t1\t1\t600\t50\t200\t40\t96.5\tسفیر\n"
    "5\t1\t1\t1\t1\t2\t400\t50\t150\t40\t91\tایران\n"
    "5\t1\t1\t1\t2\t1\t500\t100\t300\t40\t40\t۱۳۹۳\n"
    "5\t1\t1\t2\t1\t1\t500\t200\t300\t40\t-1\tپایان\n"
    "5\t1\t2\t1\t1\t1\t990\t480\t30\t40\t88\t \n"
    "garbage line\n"
)


def test_the_table_becomes_paragraphs_of_lines_of_words():
    paragraphs = parse_table(RECORDED, 1000, 500)
    assert [[[w.text for w in line] for line in p] for p in paragraphs] == [[["سفیر", "ایران"], ["۱۳۹۳"]], [["پایان"]]]
    word = paragraphs[0][0][0]
    assert (word.left, word.top, word.right, word.bottom, word.confidence) == (0.6, 0.1, 0.8, 0.18, 0.965)
    assert paragraphs[1][0][0].confidence == 0.0


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
