import io

import docx


def test_paragraphs_and_tables_stand_in_order(read, make):
    data = make.docx("گزارش", "بند دوم", table=[["نام", "سمت"], ["رستگار", "سفیر"]], header="محرمانه")
    reading = read(data, "a.docx")
    assert reading.pages[0].text == "محرمانه\n\nگزارش\n\nبند دوم\n\nنام\tسمت\nرستگار\tسفیر\n\nafter the table"
    assert reading.metadata["docx:author"] == "Registry"


def edited(change) -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph("kept ")
    change(paragraph._p, docx.oxml.parse_xml)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_tracked_insertions_count_and_deletions_do_not(read):
    def change(p, parse):
        p.append(parse(f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t>inserted</w:t></w:r></w:ins>'))
        p.append(parse(f'<w:del {W} w:id="2" w:author="x"><w:r><w:delText>deleted</w:delText></w:r></w:del>'))

    assert read(edited(change), "a.docx").pages[0].text == "kept inserted"


def test_content_controls_and_breaks_are_read(read):
    def change(p, parse):
        p.append(
            parse(f"<w:sdt {W}><w:sdtContent><w:r><w:t>held</w:t><w:br/><w:t>below</w:t></w:r></w:sdtContent></w:sdt>")
        )

    assert read(edited(change), "a.docx").pages[0].text == "kept held\nbelow"


def test_a_nested_table_is_told_once(read):
    document = docx.Document()
    cell = document.add_table(1, 2).rows[0].cells[0]
    cell.text = "outer"
    cell.add_table(1, 1).rows[0].cells[0].text = "inner"
    out = io.BytesIO()
    document.save(out)
    assert read(out.getvalue(), "a.docx").pages[0].text == "outer inner"


def test_a_large_picture_is_a_member(read, make):
    import random

    noise = make.Image.frombytes("L", (200, 200), random.Random(1).randbytes(40_000))
    document = docx.Document()
    document.add_paragraph("see the scan")
    document.add_picture(io.BytesIO(make.store(noise, "PNG")))
    out = io.BytesIO()
    document.save(out)
    (member,) = read(out.getvalue(), "a.docx").members
    assert member.name == "image1.png"


def test_a_damaged_package_is_damaged(read, make, codes):
    data = bytearray(make.docx("words " * 500))
    at = data.find(b"word/document.xml") + 40
    data[at : at + 60] = b"\xff" * 60
    assert codes(read(bytes(data), "a.docx")) == ["file-damaged"]


def test_a_package_that_explodes_is_a_bomb(read, make, codes):
    data = make.zipped({"[Content_Types].xml": b"x", "word/document.xml": b" " * (40 << 20)})
    assert codes(read(data, "a.docx")) == ["archive-bomb"]
