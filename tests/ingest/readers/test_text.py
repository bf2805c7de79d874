import pytest

from cablegraph.text import to_ascii_digits


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_arabic_is_read_in_every_encoding(read, make, encoding):
    text = to_ascii_digits(make.ARABIC)
    reading = read(text.encode(encoding), "a.txt")
    assert reading.pages[0].text == text
    assert reading.pages[0].language == "ar"


def test_form_feeds_part_pages(read):
    reading = read(b"page one\r\n\x0cpage two\n\x0c", "a.txt")
    assert [p.text for p in reading.pages] == ["page one", "page two"]


def test_the_most_pages_are_kept_and_the_rest_told(read, codes):
    reading = read(b"\x0c".join(b"page %d" % n for n in range(10)), "a.txt", max_pages=3)
    assert len(reading.pages) == 3
    assert codes(reading) == ["pages-too-many"]


def test_what_was_decoded_wrongly_before_is_repaired_and_told(read, make, codes):
    reading = read(make.ARABIC.encode("utf-8").decode("cp1252", "ignore").encode("utf-8"), "a.txt")
    assert codes(reading) in (["text-repaired"], [])
    assert "\x00" not in reading.pages[0].text
