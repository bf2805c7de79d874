import io

import pytest

from cablegraph.ingest import choose, read_file
from cablegraph.settings import Settings

NO_OCR = Settings(ocr=False)


def test_pages_carry_text_and_boxes(read, make):
    reading = read(make.pdf(make.ENGLISH, "Second page"), "a.pdf")
    assert [p.source for p in reading.pages] == ["layer", "layer"]
    first = reading.pages[0]
    words = [first.text[b.start : b.end] for b in first.boxes]
    assert words == first.text.split()
    assert all(0 <= b.left < b.right <= 1 and 0 <= b.top < b.bottom <= 1 for b in first.boxes)
    assert first.boxes[0].top < first.boxes[-1].top
    assert (round(first.width), round(first.height)) == (595, 842)


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_a_right_to_left_layer_reads_in_order(read, make, language):
    text = make.TEXTS[language]
    page = read(make.pdf(text), "a.pdf").pages[0]
    assert choose.differ(page.text, text) < 0.03
    assert page.language == language
    assert page.boxes[0].left > 0.6


def test_a_page_that_is_turned_has_boxes_where_its_words_are_seen(read, make):
    import pikepdf

    with pikepdf.open(io.BytesIO(make.pdf("Topmost"))) as document:
        document.pages[0].Rotate = 90
        out = io.BytesIO()
        document.save(out)
    page = read(out.getvalue(), "a.pdf").pages[0]
    (box,) = page.boxes
    assert page.width > page.height
    assert box.left > 0.8
    assert box.bottom - box.top > 0.03


def test_locked_and_cut_documents_are_told(read, make, codes):
    assert codes(read(make.pdf("words", password="key"), "a.pdf")) == ["password-needed"]
    whole = make.pdf(*[make.ENGLISH] * 5)
    assert codes(read(whole[: len(whole) // 3], "a.pdf"))[-1] == "file-truncated"


def test_an_attachment_is_a_member(read, make):
    import pikepdf

    with pikepdf.open(io.BytesIO(make.pdf("cover"))) as document:
        document.attachments["../پیوست.txt"] = b"attached words"
        out = io.BytesIO()
        document.save(out)
    reading = read(out.getvalue(), "a.pdf")
    assert [(m.name, m.content.read_bytes()) for m in reading.members] == [("پیوست.txt", b"attached words")]


def test_without_ocr_a_scan_says_what_it_needs(read, make, codes):
    image = make.page_image(make.ENGLISH, dpi=100)
    reading = read(make.scanned_pdf(image, image), "a.pdf", settings=NO_OCR)
    assert codes(reading) == ["ocr-missing", "ocr-missing"]
    assert [t.page for t in reading.troubles] == [1, 2]
    assert [p.text for p in reading.pages] == ["", ""]


def test_pages_beyond_the_limit_are_left(read, make, codes):
    reading = read(make.pdf("one", "two", "three"), "a.pdf", max_pages=2)
    assert len(reading.pages) == 2
    assert codes(reading) == ["pages-too-many"]


@pytest.mark.ocr
def test_a_scanned_document_is_recognised_page_by_page(read, make):
    reading = read(make.scanned_pdf(make.page_image(make.ENGLISH), make.page_image(make.PERSIAN)), "a.pdf")
    assert [p.source for p in reading.pages] == ["ocr", "ocr"]
    assert [p.language for p in reading.pages] == ["en", "fa"]
    assert choose.differ(reading.pages[0].text, make.ENGLISH) < 0.03
    assert choose.differ(reading.pages[1].text, make.PERSIAN) < 0.15
    assert reading.pages[0].confidence > 0.8
    assert all(p.text[b.start : b.end].strip() and b.confidence is not None for p in reading.pages for b in p.boxes)


@pytest.mark.ocr
def test_where_two_readers_differ_the_page_is_recognised_and_the_choice_told(read, make, monkeypatch, codes):
    monkeypatch.setattr(choose, "run_pdftotext", lambda *a, **k: ["چیز دیگری که در برگ نیست"])
    reading = read(make.pdf(make.PERSIAN, size=15), "a.pdf")
    page = reading.pages[0]
    assert choose.differ(page.text, make.PERSIAN) < 0.15
    if page.source == "ocr":
        assert codes(reading) == ["text-order"]
        assert page.others[0].reader.startswith("pypdfium2")
    else:
        assert page.others[0].reader.startswith("tesseract")


def test_a_layer_in_visual_order_is_put_right_without_ocr(read, make, codes):
    reading = read(make.visual_pdf(make.PERSIAN), "a.pdf", settings=NO_OCR)
    if "text-order" in codes(reading):
        assert choose.differ(reading.pages[0].text, make.PERSIAN) < 0.1
    assert reading.pages[0].text


def test_a_locked_document_opens_with_the_password_that_fits(make, tmp_path):
    content = tmp_path / "content"
    content.write_bytes(make.pdf("Locked text", password="sesame"))
    opened = read_file(content, "a.pdf", settings=Settings(), scratch=tmp_path, passwords=("wrong", "sesame"))
    assert opened.pages[0].text == "Locked text"
    refused = read_file(content, "a.pdf", settings=Settings(), scratch=tmp_path, passwords=("wrong",))
    assert [t.code for t in refused.troubles] == ["password-needed"]
