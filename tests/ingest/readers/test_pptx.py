import pptx
import pytest
from pptx.util import Inches

from ingest import office


def slides(*texts: str) -> "pptx.presentation.Presentation":
    deck = pptx.Presentation()
    for text in texts:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = text
    return deck


def test_each_slide_is_a_page_with_its_notes(read, make):
    deck = slides(*(make.TEXTS[x].split("\n")[0] for x in ("fa", "ar", "en")))
    deck.slides[0].notes_slide.notes_text_frame.text = "این را نگویید"
    reading = read(office.saved(deck), "a.pptx")
    assert [p.language for p in reading.pages] == ["fa", "ar", "en"]
    assert reading.pages[0].text.endswith("\n\nاین را نگویید")
    (notes,) = reading.pages[0].regions
    assert (notes.kind, reading.pages[0].text[notes.start : notes.end]) == ("notes", "این را نگویید")
    assert reading.metadata["page:2"] == "slide 2"


def test_tables_keep_rows_and_cells(read):
    deck = slides("Posts")
    grid = deck.slides[0].shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(1)).table
    for (row, column), text in {(0, 0): "نام", (0, 1): "سمت", (1, 0): "رستگار", (1, 1): "سفیر"}.items():
        grid.cell(row, column).text = text
    assert read(office.saved(deck), "a.pptx").pages[0].text == "Posts\n\nنام\tسمت\nرستگار\tسفیر"


def test_hidden_slides_are_read_and_told(read):
    deck = slides("shown", "پنهان")
    deck.slides[1]._element.set("show", "0")
    reading = read(office.saved(deck), "a.pptx")
    assert reading.pages[1].text == "پنهان"
    assert reading.metadata["page:2"] == "slide 2, hidden"
    assert [[r.kind for r in p.regions] for p in reading.pages] == [[], ["hidden"]]
    assert reading.metadata["signal:has-hidden-slides"] == "slide 2"


def test_the_order_is_that_of_the_show(read):
    deck = slides("first", "second", "third")
    ids = deck.slides._sldIdLst
    ids.insert(0, ids[2])
    assert [p.text for p in read(office.saved(deck), "a.pptx").pages] == ["third", "first", "second"]


def test_charts_give_their_names(read):
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE

    deck = slides("Payments")
    data = CategoryChartData()
    data.categories = ["کرمانشاه", "كركوك"]
    data.add_series("2014", (1, 2))
    deck.slides[0].shapes.add_chart(XL_CHART_TYPE.PIE, 0, 0, Inches(2), Inches(2), data)
    reading = read(office.saved(deck), "a.pptx")
    assert "کرمانشاه\nكركوك" in reading.pages[0].text
    assert [m.name for m in reading.members] == ["Microsoft_Excel_Sheet1.xlsx"]


def test_comments_say_who(read):
    deck = slides("x")
    parts = {
        "ppt/commentAuthors.xml": '<p:cmAuthorLst xmlns:p="p"><p:cmAuthor id="0" name="رضا"/></p:cmAuthorLst>'.encode(),
        "ppt/comments/comment1.xml": b'<p:cmLst xmlns:p="p"><p:cm authorId="0"><p:text>take it out</p:text></p:cm></p:cmLst>',
        "ppt/slides/_rels/slide1.xml.rels": lambda old: old.replace(
            b"</Relationships>",
            b'<Relationship Id="r9" Type="x/comments" Target="../comments/comment1.xml"/></Relationships>',
        ),
    }
    reading = read(office.repacked(office.saved(deck), parts), "a.pptx")
    assert reading.pages[1].text == "رضا: take it out"
    assert reading.metadata["page:2"] == "comments"


def test_a_damaged_slide_costs_only_itself(read, codes):
    data = office.repacked(office.saved(slides("one", "two")), {"ppt/slides/slide1.xml": b"\0\1noise"})
    reading = read(data, "a.pptx")
    assert [p.text for p in reading.pages] == ["", "two"]
    assert codes(reading) == ["file-damaged"]


def test_a_deck_without_its_list_of_slides_is_read(read, codes):
    data = office.repacked(office.saved(slides("one", "two")), {"ppt/presentation.xml": b"<broken"})
    assert [p.text for p in read(data, "a.pptx").pages] == ["one", "two"]


@pytest.mark.parametrize("limits", [{"max_pages": 2}])
def test_pages_are_limited(read, codes, limits):
    reading = read(office.saved(slides("1", "2", "3")), "a.pptx", **limits)
    assert len(reading.pages) == 2
    assert "pages-too-many" in codes(reading)


def test_entities_are_refused(read, codes):
    hostile = f"{office.LAUGHS}<p:sld xmlns:p='p'>&l;</p:sld>".encode()
    reading = read(office.repacked(office.saved(slides("one", "two")), {"ppt/slides/slide1.xml": hostile}), "a.pptx")
    assert codes(reading) == ["file-damaged"]
    assert reading.pages[1].text == "two"
