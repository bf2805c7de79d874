import pytest

from ingest import office


def test_text_tables_and_notes_stand_in_order(read):
    body = (
        "<text:h>گزارش</text:h><text:p>He<text:s text:c='2'/>met<text:tab/><text:span>them</text:span><text:line-break/>there."
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>الحاشية</text:p></text:note-body></text:note></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>نام</text:p></table:table-cell><table:table-cell><text:p>سمت</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    reading = read(
        office.odf(
            "text",
            body,
            meta="<meta:initial-creator>Registry</meta:initial-creator><meta:creation-date>2014-10-07T09:12:00</meta:creation-date>",
        ),
        "a.odt",
    )
    assert reading.pages[0].text == "گزارش\n\nHe  met\tthem\nthere. (الحاشية)\n\nنام\tسمت"
    assert reading.metadata["docprops:creator"] == "Registry"
    assert reading.metadata["docprops:created"] == "2014-10-07T09:12:00"
    assert not reading.troubles


def test_what_is_not_shown_is_a_page_of_its_own(read):
    styles = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>رضا</dc:creator></office:change-info>"
        "<text:p>the name</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>kept<office:annotation><dc:creator>Sadiq</dc:creator><text:p>من هو؟</text:p></office:annotation>"
        "<text:span text:style-name='T1'>source 47</text:span></text:p>"
    )
    reading = read(office.odf("text", body, styles=styles), "a.odt")
    assert [p.text for p in reading.pages] == ["kept", "Sadiq: من هو؟", "رضا: the name", "source 47"]
    assert [reading.metadata[f"page:{n}"] for n in (2, 3, 4)] == ["comments", "deleted text", "hidden text"]
    assert [[r.kind for r in p.regions] for p in reading.pages] == [[], ["comment"], ["deleted"], ["hidden"]]


SHEETS = (
    "<table:table table:name='Budget'><table:table-row><table:table-cell office:value-type='date' office:date-value='2014-10-07'><text:p>07.10.14</text:p>"
    "</table:table-cell><table:table-cell table:number-columns-repeated='2'/><table:table-cell><text:p>سفیر</text:p></table:table-cell>"
    "<table:table-cell table:number-columns-repeated='16380'/></table:table-row><table:table-row table:number-rows-repeated='1048575'><table:table-cell/>"
    "</table:table-row></table:table><table:table table:name='سرّي' table:style-name='ta2'><table:table-row><table:table-cell><text:p>paid</text:p>"
    "</table:table-cell></table:table-row></table:table>"
)
HIDDEN = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'


def test_sheets_are_pages_and_hidden_ones_are_told(read):
    reading = read(office.odf("spreadsheet", SHEETS, styles=HIDDEN), "a.ods")
    assert [p.text for p in reading.pages] == ["Budget\n\n2014-10-07\t\t\tسفیر", "سرّي\n\npaid"]
    assert reading.metadata["page:2"] == "sheet سرّي, hidden"
    assert reading.metadata["signal:has-hidden-sheets"] == "سرّي"


def test_a_cell_repeated_without_end_is_stopped(read, codes, monkeypatch):
    monkeypatch.setattr("cablegraph.ingest.readers.odf_words.MOST_TEXT", 100_000)
    body = "<table:table table:name='x'>" + (
        "<table:table-row table:number-rows-repeated='1048576'><table:table-cell table:number-columns-repeated='16384'><text:p>word</text:p></table:table-cell>"
        "</table:table-row>" * 20 + "</table:table>"
    )
    reading = read(office.odf("spreadsheet", body), "a.ods")
    assert codes(reading) == ["pages-too-many"]
    assert len(reading.pages[0].text) < 200_000


def test_slides_are_pages(read):
    styles = (
        '<style:style style:name="dp2"><style:drawing-page-properties presentation:visibility="hidden"/></style:style>'
    )
    body = (
        "<draw:page><draw:frame><draw:text-box><text:p>نخست</text:p></draw:text-box></draw:frame><presentation:notes><draw:frame><draw:text-box>"
        "<text:p>say nothing</text:p></draw:text-box></draw:frame></presentation:notes></draw:page>"
        "<draw:page draw:style-name='dp2'><draw:frame><draw:text-box><text:p>second</text:p></draw:text-box></draw:frame></draw:page>"
    )
    reading = read(office.odf("presentation", body, styles=styles), "a.odp")
    assert [p.text for p in reading.pages] == ["نخست\n\nsay nothing", "second"]
    (notes,), (hidden,) = (p.regions for p in reading.pages)
    assert (notes.kind, reading.pages[0].text[notes.start : notes.end]) == ("notes", "say nothing")
    assert hidden.kind == "hidden"
    assert reading.metadata["signal:has-hidden-slides"] == "slide 2"


def test_one_xml_file_is_read_alike(read):
    flat = (
        f"<?xml version='1.0'?><office:document {office.ODF} office:mimetype='application/vnd.oasis.opendocument.text'>"
        "<office:body><office:text><text:p>التقرير</text:p></office:text></office:body></office:document>"
    )
    reading = read(flat.encode(), "a.fodt")
    assert reading.kind == "opendocument"
    assert reading.pages[0].text == "التقرير"
    assert not reading.troubles


def test_outside_places_and_macros_are_told(read):
    body = "<text:p><draw:frame><draw:image xlink:href='http://192.0.2.1/pixel.png'/></draw:frame>words</text:p>"
    metadata = read(office.odf("text", body, parts={"Basic/Standard/Module1.xml": b"<x/>"}), "a.odt").metadata
    assert metadata["signal:has-external-links"] == "http://192.0.2.1/pixel.png"
    assert metadata["signal:has-macros"] == "Basic/Standard/Module1.xml"


def test_a_locked_document_is_told(read, codes):
    locked = b"<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
    assert codes(read(office.repacked(office.odf("text", ""), {"META-INF/manifest.xml": locked}), "a.odt")) == [
        "password-needed"
    ]


@pytest.mark.parametrize("part", ["content.xml", "meta.xml"])
def test_entities_are_refused(read, codes, part):
    hostile = f"{office.LAUGHS}<office:document-content {office.ODF}><office:body><office:text>&l;</office:text></office:body></office:document-content>"
    reading = read(office.repacked(office.odf("text", "<text:p>x</text:p>"), {part: hostile.encode()}), "a.odt")
    assert codes(reading) == ["file-damaged"]


def test_a_text_cut_short_is_read_as_far_as_it_goes(read, codes):
    data = office.repacked(office.odf("text", "<text:p>نامه اول</text:p>" * 9), {"content.xml": lambda xml: xml[:-150]})
    reading = read(data, "a.odt")
    assert codes(reading) == ["file-damaged"]
    assert "نامه اول" in reading.pages[0].text
