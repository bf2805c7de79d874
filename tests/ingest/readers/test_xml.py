import pytest

from ingest import office


def test_elements_that_stand_alone_break_lines_and_words_in_a_sentence_do_not(read):
    source = "<?xml version='1.0' encoding='UTF-8'?><cables><cable title='محرمانه'><from>تهران</from><to>بغداد</to></cable><p>He <b>met</b> them.</p></cables>"
    reading = read(source.encode(), "a.xml")
    assert reading.kind == "xml"
    assert reading.pages[0].text == "محرمانه\nتهران\nبغداد\nHe met them."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1256"])
def test_the_declared_encoding_is_used(read, encoding):
    source = f"<?xml version='1.0' encoding='{encoding}'?><a><b>التقى السفير</b></a>"
    assert read(source.encode(encoding), "a.xml").pages[0].text == "التقى السفير"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be"])
def test_entities_stay_as_they_are_written(read, encoding):
    source = f"{office.LAUGHS.replace('?>', f' encoding={chr(39)}{encoding}{chr(39)}?>', 1)}<a b='&l;'>&l;</a>"
    reading = read(source.encode(encoding), "a.xml")
    assert len(reading.pages[0].text) < 3000
    assert reading.metadata["signal:has-declared-entities"] == "not expanded"


def test_nothing_outside_is_read(read):
    source = "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'http://192.0.2.1/a.dtd' [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b; words</a>"
    text = read(source.encode(), "a.xml").pages[0].text
    assert "root:" not in text
    assert "words" in text


def test_a_document_type_without_entities_is_harmless(read):
    source = "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'http://192.0.2.1/a.dtd'><a>words</a>"
    assert read(source.encode(), "a.xml").pages[0].text == "words"


def test_damaged_and_deep_xml_is_read_as_far_as_it_goes(read, codes):
    reading = read("<?xml version='1.0'?><a><b>نامه</b><c>more".encode(), "a.xml")
    assert reading.pages[0].text == "نامه\nmore"
    assert codes(reading) == ["file-damaged"]
    reading = read(b"<?xml version='1.0'?><t>top</t>" + b"<a>" * 50_000, "a.xml")
    assert reading.pages[0].text.startswith("top")
