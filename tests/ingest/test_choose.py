from dataclasses import replace

import pytest

from cablegraph.ingest import choose
from cablegraph.ingest.agreement import differ
from cablegraph.ingest.recognise import Recognised
from cablegraph.model import Region
from cablegraph.model.reading import PageText
from cablegraph.settings import Settings

NO_OCR = Settings(ocr=False)


def test_joiners_that_the_second_reader_keeps_are_put_back(read, make, monkeypatch):
    text = "سفیر گزارشهای خود را میفرستد و میفرستد"
    other = "سفیر گزارش\u200cهای خود را می\u200cفرستد و می\u200cفرستد"
    monkeypatch.setattr(choose, "run_pdftotext", lambda *args, **more: [other])
    page = read(make.pdf(text), "a.pdf", settings=NO_OCR).pages[0]
    assert page.text == other
    assert [page.text[b.start : b.end] for b in page.boxes] == other.split()
    assert page.reader == "pypdfium2, pdftotext agrees"


def test_without_a_second_reader_and_ocr_the_doubt_is_on_record(read, make, monkeypatch, codes):
    monkeypatch.setattr(choose, "run_pdftotext", lambda *args, **more: None)
    reading = read(make.pdf(make.ARABIC), "a.pdf", settings=NO_OCR)
    assert differ(reading.pages[0].text, make.ARABIC) < 0.02
    assert codes(reading) == ["text-order", "ocr-missing"]
    assert not any(t.fatal for t in reading.troubles)


def test_numbers_and_brackets_of_a_layer_stand_where_they_are_read(read, make):
    text = "١- كتاب رقم ٤٠/٣٠٣ (سري) في ١٢ آذار ٢٠١٣."
    assert read(make.pdf(text), "a.pdf", settings=NO_OCR).pages[0].text == text


def test_ligatures_that_the_second_reader_turned_round_are_no_disagreement(read, make, monkeypatch):
    text = "من: رئاسة الأركان\nإلى: الأمين العام\nوصف الأمر بأنه خطأ. ينظر إلى الإضبارة والآخرين"
    swapped = text.replace("الأ", "األ").replace("الإ", "اإل").replace("الآ", "اآل")
    monkeypatch.setattr(choose, "run_pdftotext", lambda *args, **more: [swapped])
    page = read(make.pdf(text), "a.pdf", settings=NO_OCR).pages[0]
    assert page.text == text
    assert page.reader.endswith("pdftotext agrees but for ligatures")


def searchable(make, image_text, hidden):
    """A scan with an invisible text over it, as OCR programs make them."""
    from fpdf import FPDF
    from fpdf.enums import TextMode

    document = FPDF(format="A4")
    document.add_page()
    document.image(make.page_image(image_text), x=0, y=0, w=document.w, h=document.h)
    document.set_font("Helvetica", size=13)
    with document.local_context(text_mode=TextMode.INVISIBLE):
        document.multi_cell(0, 9, hidden)
    return bytes(document.output())


def test_the_hidden_layer_of_a_scan_is_kept_where_it_reads_like_language_and_named(read, make):
    hidden = (
        "The ambassador met the foreign minister in Baghdad on Tuesday and told him that the treaty would not be signed. "
        * 3
    )
    page = read(searchable(make, make.ENGLISH, hidden), "a.pdf", settings=NO_OCR).pages[0]
    assert page.reader == "pypdfium2, hidden layer of a scan"
    assert (page.source, page.text[:14]) == ("layer", "The ambassador")


@pytest.mark.ocr
def test_a_hidden_layer_of_rubbish_gives_way_to_ocr_and_is_kept_beside_it(read, make):
    hidden = "Tl1c amb@ss#dor rnct tb$ f0rc1gn rn1n|stcr ~n B&ghd*d 0n Tu^sd%y " * 4
    reading = read(searchable(make, make.ENGLISH, hidden), "a.pdf")
    assert differ(reading.pages[0].text, make.ENGLISH) < 0.1
    (other,) = reading.pages[0].others
    assert other.text.startswith("Tl1c")
    assert other.reader == "pypdfium2, hidden layer of a scan"
    assert other.reason.endswith("was taken")


def test_a_layer_that_was_taken_keeps_the_stamps_that_only_the_picture_shows(read, make, monkeypatch):
    stamp = Region("stamp", 0.6, 0.7, 0.9, 0.8, 0, 4)
    table = Region("table", 0.1, 0.1, 0.9, 0.5, 5, 9)
    seen = PageText(make.ARABIC, "ar", "ocr", "tesseract 5", 595, 842, 0.9, (), (stamp, table))
    monkeypatch.setattr(choose, "run_pdftotext", lambda *args, **more: None)
    monkeypatch.setattr(choose, "recognise", lambda *args, **more: Recognised(seen))
    page = read(make.pdf(make.ARABIC), "a.pdf").pages[0]
    assert page.source == "layer"
    assert page.regions == (replace(stamp, start=-1, end=-1),)
    assert page.others[0].text == make.ARABIC
