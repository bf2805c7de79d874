import pytest

from cablegraph.ingest.readers.table import find_mark


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_marks_and_encodings_are_told_by_evidence(read, mark, encoding):
    rows = [["الاسم", "المنصب", "المكان"], ["كريم صادق", "السفير", "بغداد"], ["سالم حسن", "المحافظ", "كركوك"]]
    text = "\r\n".join(mark.join(row) for row in rows)
    reading = read(text.encode(encoding), "a.csv")
    assert reading.kind == "table"
    assert reading.pages[0].text == "\n".join("\t".join(row) for row in rows)


def test_quoted_cells_keep_marks_and_lose_line_breaks(read):
    reading = read(b'name,words\n"Sadiq, Karim","he said\n""no"""\n', "a.csv")
    assert reading.pages[0].text == 'name\twords\nSadiq, Karim\the said "no"'
    assert reading.metadata["text:delimiter"] == ","


def test_a_page_holds_so_many_rows(read):
    reading = read("".join(f"{n};ردیف {n}\n" for n in range(1200)).encode(), "a.csv")
    assert [len(p.text.splitlines()) for p in reading.pages] == [500, 500, 200]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("a;b\n1,5;2,5\n2,5;3,5\n", ";"),
        ("words, and more, words\nand none here\nor one, here\na\nb\nc\nd\n", None),
        ("one\ntwo\n", None),
        ("", None),
    ],
)
def test_a_mark_must_cut_most_rows_alike(text, mark):
    assert find_mark(text) == mark


def test_a_hostile_cell_is_read(read):
    reading = read(b"a,b\n" + b"x" * 500_000 + b",\0\n" + b'"' + b",\n" * 1000, "a.csv")
    assert "x" * 1000 in reading.pages[0].text


def test_pages_are_limited(read, codes):
    reading = read(b"a,b\n" * 2000, "a.csv", max_pages=2)
    assert len(reading.pages) == 2
    assert codes(reading) == ["pages-too-many"]
