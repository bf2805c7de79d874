import pytest

from ingest import office

CONTAINER = b'<container xmlns="c"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
BOOK = """<package xmlns="o"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>خاطرات سفیر</dc:title><dc:creator>رستگار</dc:creator>
<dc:date>2014-10-07</dc:date></metadata><manifest><item id="a" href="one.xhtml"/><item id="b" href="two%20b.xhtml"/></manifest>
<spine><itemref idref="b"/><itemref idref="a"/></spine></package>"""
PAGE = '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>{}</p></body></html>'


def book(make, **parts: bytes) -> bytes:
    return make.zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OPS/book.opf": BOOK.encode(),
            "OPS/one.xhtml": PAGE.format("الفصل الأول").encode(),
            "OPS/two b.xhtml": PAGE.format("Foreword").encode(),
            **parts,
        }
    )


def test_chapters_come_in_the_order_of_the_book(read, make):
    reading = read(book(make), "a.epub")
    assert reading.kind == "epub"
    assert [p.text for p in reading.pages] == ["Foreword", "الفصل الأول"]
    assert reading.title == "خاطرات سفیر"
    assert reading.metadata["dc:creator"] == "رستگار"
    assert not reading.troubles


@pytest.mark.parametrize("part", ["META-INF/container.xml", "OPS/book.opf"])
def test_a_book_without_its_spine_is_read_all_the_same(read, make, part):
    reading = read(office.repacked(book(make), {part: b"<broken"}), "a.epub")
    assert sorted(p.text for p in reading.pages) == ["Foreword", "الفصل الأول"]


def test_entities_in_a_chapter_do_no_harm(read, make):
    hostile = f"{office.LAUGHS}<html><body><p>words &l;</p></body></html>".encode()
    assert len(read(office.repacked(book(make), {"OPS/one.xhtml": hostile}), "a.epub").pages[1].text) < 3000


def test_a_bomb_is_refused(read, make, codes):
    assert codes(read(office.repacked(book(make), {"OPS/x": bytes(40 << 20)}), "a.epub")) == ["archive-bomb"]


def test_a_book_locked_for_a_device_is_told(read, make, codes):
    parts = {"META-INF/encryption.xml": b"<x/>", "META-INF/rights.xml": b"<x/>"}
    assert codes(read(office.repacked(book(make), parts), "a.epub")) == ["password-needed"]
