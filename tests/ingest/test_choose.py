import pytest

from cablegraph.ingest import choose
from cablegraph.ingest.choose import differ
from cablegraph.settings import Settings

NO_OCR = Settings(ocr=False)


@pytest.mark.parametrize(
    ("one", "two", "share"),
    [
        ("سفیر ایران", "سفير ايران", 0.0),
        ("۱۲ سفیر، ایران", "سفیر ایران (12)", 0.0),
        ("", "", 0.0),
        ("", "سفیر", 1.0),
        ("abcd", "abcx", 0.25),
    ],
)
def test_only_letters_count_and_only_after_folding(one, two, share):
    assert differ(one, two) == share


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
