import io

import pypdfium2
import pytest

from cablegraph.ingest.layer import Layer, read_layer

CABLE = 'A retired officer told the embassy.\nHe said: "I will go to Basra on 4 October."\n1. (S) SUMMARY: no change.'


def layer_of(data: bytes) -> Layer:
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    try:
        return read_layer(document[0])
    finally:
        document.close()


@pytest.mark.parametrize("font", ["Courier", "Helvetica", "Times"])
@pytest.mark.parametrize("apart", [0.0, 0.1, 0.2, 0.3])
def test_letters_that_stand_apart_make_words(make, font, apart):
    layer = layer_of(make.spaced_pdf(CABLE, apart=apart, font=font))
    assert layer.text == CABLE
    assert [layer.text[b.start : b.end] for b in layer.boxes] == CABLE.split()
    assert all(b.left < b.right and b.top < b.bottom for b in layer.boxes)


def test_a_spaced_heading_is_a_word_and_the_text_below_keeps_its_blanks(make):
    heading = make.spaced_pdf("SECRET\nNO FOREIGN DISTRIBUTION", apart=0.5, font="Helvetica")
    assert layer_of(heading).text == "SECRET\nNO FOREIGN DISTRIBUTION"


def test_blanks_that_the_page_itself_holds_stay(make):
    assert layer_of(make.pdf("S E C R E T\nNO FOREIGN DISTRIBUTION")).text == "S E C R E T\nNO FOREIGN DISTRIBUTION"


def test_the_columns_of_a_table_of_digits_are_no_number(make):
    assert layer_of(make.spaced_pdf("12345678", apart=0.7)).text.split() == list("12345678")


def test_justified_lines_keep_their_words(make):
    from fpdf import FPDF

    document = FPDF(format="A4")
    document.add_page()
    document.set_font("Times", size=12)
    document.multi_cell(70, 6, make.ENGLISH.replace("\n", " "), align="J")
    assert layer_of(bytes(document.output())).text.split() == make.ENGLISH.split()
