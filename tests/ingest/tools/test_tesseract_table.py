import pytest

from cablegraph.ingest.tools.tesseract_table import parse_table

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


def line(*words):
    """The words of one line, each with its left and right edge in pixels."""
    rows = (f"5\t1\t1\t1\t1\t{n}\t{a}\t50\t{b - a}\t40\t90\t{text}\n" for n, (text, a, b) in enumerate(words, 1))
    return [w.text for w in parse_table(HEAD + "".join(rows), 1000, 500)[0][0]]


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ((("رسالة", 800, 900), ("برقم", 700, 780), ("إلى", 500, 560), ("٧٥٨١", 600, 680)), "رسالة برقم ٧٥٨١ إلى"),
        ((("أيلول", 600, 700), ("٦", 720, 740), ("٢٠٠٤", 500, 580), ("سنة", 400, 480)), "٦ أيلول ٢٠٠٤ سنة"),
        ((("٣", 100, 120), ("در", 200, 240), ("تهران", 300, 380)), "تهران در ٣"),
        ((("Annex", 100, 200), ("12", 210, 240), ("follows", 250, 350)), "Annex 12 follows"),
    ],
)
def test_numbers_stand_where_they_lie_on_the_line(words, read):
    assert " ".join(line(*words)) == read
