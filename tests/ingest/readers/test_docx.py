import io
import random

import docx
import pytest

from ingest import office


def test_paragraphs_and_tables_stand_in_order(read, make):
    data = make.docx("گزارش", "بند دوم", table=[["نام", "سمت"], ["رستگار", "سفیر"]], header="محرمانه")
    reading = read(data, "a.docx")
    assert reading.pages[0].text == "محرمانه\n\nگزارش\n\nبند دوم\n\nنام\tسمت\nرستگار\tسفیر\n\nafter the table"
    assert reading.metadata["docprops:creator"] == "Registry"


def edited(change) -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph("kept ")
    change(paragraph._p, docx.oxml.parse_xml)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_tracked_insertions_are_text_and_deletions_a_page_of_their_own(read):
    def change(p, parse):
        p.append(parse(f'<w:ins {W} w:id="1" w:author="رضا"><w:r><w:t>inserted</w:t></w:r></w:ins>'))
        p.append(parse(f'<w:del {W} w:id="2" w:author="Sadiq"><w:r><w:delText>نام عامل</w:delText></w:r></w:del>'))

    reading = read(edited(change), "a.docx")
    assert [p.text for p in reading.pages] == ["kept inserted", "Sadiq: نام عامل"]
    assert reading.metadata["page:2"] == "deleted text"
    assert reading.metadata["signal:has-tracked-changes"] == "1 insertions by رضا; 1 deletions"


def test_hidden_text_is_a_page_of_its_own(read):
    def change(p, parse):
        p.append(parse(f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>المصدر ٤٧</w:t></w:r>"))
        p.append(parse(f'<w:r {W}><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>shown</w:t></w:r>'))

    reading = read(edited(change), "a.docx")
    assert [p.text for p in reading.pages] == ["kept shown", "المصدر ٤٧"]
    assert [[r.kind for r in p.regions] for p in reading.pages] == [[], ["hidden"]]
    assert reading.metadata["signal:has-hidden-text"] == "1 places"


def test_comments_say_who_and_stand_apart(read):
    document = docx.Document()
    run = document.add_paragraph("The source met him.").runs[0]
    document.add_comment(run, text="نام او را حذف کنید", author="Editor")
    reading = read(office.saved(document), "a.docx")
    assert [p.text for p in reading.pages] == ["The source met him.", "Editor: نام او را حذف کنید"]
    assert reading.metadata["signal:has-comments"] == "1"


def test_notes_and_text_boxes_are_read_once(read):
    box = (
        f"<w:r {W} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:AlternateContent><mc:Choice Requires='x'>"
        "<w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>in a box"
        "</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )
    data = edited(lambda p, parse: p.append(parse(box)))
    notes = f"<w:footnotes {W}><w:footnote w:type='separator'/><w:footnote w:id='2'><w:p><w:r><w:t>الحاشية</w:t></w:r></w:p></w:footnote></w:footnotes>"
    link = b'<Relationship Id="rId90" Type="http://example.invalid/relationships/footnotes" Target="footnotes.xml"/></Relationships>'
    data = office.repacked(
        data,
        {
            "word/footnotes.xml": notes.encode(),
            "word/_rels/document.xml.rels": lambda old: old.replace(b"</Relationships>", link),
        },
    )
    assert read(data, "a.docx").pages[0].text == "kept\nin a box\n\nالحاشية"


def test_macros_links_and_fields_are_told_and_left_alone(read, make):
    def change(p, parse):
        p.append(parse(f'<w:r {W}><w:instrText>DDEAUTO c:\\\\cmd.exe "/k calc"</w:instrText></w:r>'))

    outside = b'<Relationship Id="rId91" Type="x/attachedTemplate" Target="http://192.0.2.1/t.dotm" TargetMode="External"/></Relationships>'
    data = office.repacked(
        edited(change),
        {
            "word/vbaProject.bin": b"program",
            "word/_rels/document.xml.rels": lambda old: old.replace(b"</Relationships>", outside),
        },
    )
    reading = read(data, "a.docm")
    assert reading.pages[0].text == "kept"
    assert reading.metadata["signal:has-macros"] == "word/vbaProject.bin"
    assert reading.metadata["signal:has-external-links"] == "attachedTemplate http://192.0.2.1/t.dotm"
    assert "DDEAUTO" in reading.metadata["signal:has-active-fields"]


def test_embedded_files_come_out_of_their_wrapping(read, make):
    wrapped = office.compound({"\x01Ole10Native": office.ole_object("گزارش.txt", b"the report")})
    data = office.repacked(
        make.docx("see the object"), {"word/embeddings/oleObject1.bin": wrapped, "word/embeddings/a.xlsx": b"PK"}
    )
    reading = read(data, "a.docx")
    assert [(m.name, m.content.read_bytes()) for m in reading.members] == [
        ("گزارش.txt", b"the report"),
        ("a.xlsx", b"PK"),
    ]
    assert reading.metadata["signal:has-embedded-files"] == "گزارش.txt; a.xlsx"


def test_members_are_left_where_the_file_lies_too_deep(read, make, codes):
    data = office.repacked(make.docx("x"), {"word/embeddings/a.xlsx": b"PK"})
    reading = read(data, "a.docx", depth=8)
    assert codes(reading) == ["archive-too-deep"]
    assert not reading.members


def test_what_the_file_says_of_itself_is_kept_apart_with_iso_dates(read, make):
    metadata = read(make.docx("x"), "a.docx").metadata
    assert metadata["docprops:creator"] == "Registry"
    assert metadata["docprops:created"].startswith("2013-12-23")
    assert not any(k.startswith("docprops:") and "2013" in k for k in metadata)


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


@pytest.mark.parametrize("part", ["word/document.xml", "word/_rels/document.xml.rels", "docProps/core.xml"])
def test_entities_are_refused_and_cost_nothing(read, make, codes, part):
    laughs = (
        f'{office.LAUGHS}<w:document {W} w:x="&l;"><w:body><w:p><w:r><w:t>&l;</w:t></w:r></w:p></w:body></w:document>'
    )
    secret = f'<!DOCTYPE a [<!ENTITY l SYSTEM "file:///etc/passwd">]><w:document {W}><w:body><w:p><w:r><w:t>&l;</w:t></w:r></w:p></w:body></w:document>'
    for hostile in (laughs.encode(), laughs.replace('<?xml version="1.0"?>', "").encode("utf-16"), secret.encode()):
        reading = read(office.repacked(make.docx("words"), {part: hostile}), "a.docx")
        assert "file-damaged" in codes(reading)
        assert "root:" not in "".join(p.text for p in reading.pages)
        assert len("".join(p.text for p in reading.pages)) < 100


def test_markup_cut_short_is_read_as_far_as_it_goes(read, make, codes):
    data = office.repacked(
        make.docx(*(f"paragraph {n} بند" for n in range(50))), {"word/document.xml": lambda xml: xml[: len(xml) // 2]}
    )
    reading = read(data, "a.docx")
    assert codes(reading) == ["file-damaged"]
    assert "paragraph 3 بند" in reading.pages[0].text


def test_a_missing_part_costs_only_itself(read, make):
    data = office.repacked(make.docx("words", header="head"), {"[Content_Types].xml": None, "word/styles.xml": None})
    assert read(data, "a.docx").pages[0].text == "head\n\nwords"


def test_a_package_of_too_many_parts_is_refused(read, make, codes):
    data = office.repacked(make.docx("x"), {f"word/{n}.xml": b"x" for n in range(40)})
    assert codes(read(data, "a.docx", max_members=30)) == ["archive-too-many"]


@pytest.mark.parametrize("share", [0.5, 0.8, 0.97])
def test_a_document_that_has_lost_its_end_is_read_as_far_as_it_goes(read, make, codes, share):
    lines = [f"بند {n} {random.Random(n).random()}" for n in range(3000)]
    data = office.repacked(
        make.docx(*lines), dict.fromkeys(("docProps/thumbnail.jpeg", "word/styles.xml", "word/numbering.xml"))
    )
    reading = read(data[: int(len(data) * share)], "a.docx")
    assert reading.kind == "docx"
    assert codes(reading)[0] == "file-truncated"
    assert lines[0] in reading.pages[0].text
