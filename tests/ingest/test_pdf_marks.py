import io

import pikepdf
import pytest


def _dictionary(**items):
    return pikepdf.Dictionary({f"/{k}": v for k, v in items.items()})


@pytest.fixture
def marked(make):
    """A page with a note, a highlight, a filled field, an empty one and a ticked box."""

    def run(text="First line of the cable"):
        with pikepdf.open(io.BytesIO(make.pdf(text))) as document:
            page = document.pages[0]
            box = pikepdf.Array([20, 780, 500, 830])
            corners = pikepdf.Array([20, 830, 500, 830, 20, 780, 500, 780])
            name, string = pikepdf.Name, pikepdf.String
            widget = {"Type": name.Annot, "Subtype": name.Widget, "Rect": box, "P": page.obj}
            fields = [
                _dictionary(**widget, FT=name.Tx, T=string("recipient"), V=string("وزارت امور خارجه")),
                _dictionary(**widget, FT=name.Tx, T=string("empty")),
                _dictionary(**widget, FT=name.Btn, T=string("urgent"), V=name.Yes, AS=name.Yes),
            ]
            marks = [
                _dictionary(Type=name.Annot, Subtype=name.Text, Rect=box, T=string("Karim"), M=string("D:20141007091200Z"), Contents=string("Ask\nhim again")),
                _dictionary(Type=name.Annot, Subtype=name.Highlight, Rect=box, QuadPoints=corners, T=string("Mina"), Contents=string("")),
                _dictionary(Type=name.Annot, Subtype=name.Link, Rect=box, Contents=string("nothing")),
            ]  # fmt: skip
            held = [document.make_indirect(x) for x in (*fields, *marks)]
            page.Annots = pikepdf.Array(held)
            document.Root.AcroForm = document.make_indirect(_dictionary(Fields=pikepdf.Array(held[:3])))
            out = io.BytesIO()
            document.save(out)
        return out.getvalue()

    return run


def test_fields_notes_and_highlights_stand_behind_the_text_with_who_and_when(read, marked):
    page = read(marked(), "a.pdf").pages[0]
    first, *rest = page.text.split("\n\n")
    assert first == "First line of the cable"
    assert rest == [
        "[field: recipient] وزارت امور خارجه",
        "[field: urgent] yes",
        "[note: Karim, 2014-10-07] Ask him again",
        "[highlight: Mina] «First line of the cable»",
    ]


def test_a_mark_has_the_box_of_its_place(read, marked):
    page = read(marked(), "a.pdf").pages[0]
    box = next(b for b in page.boxes if page.text[b.start : b.end].startswith("«"))
    assert box.left < 0.1
    assert box.top < 0.1
    assert box.right > 0.8


def test_what_people_wrote_onto_a_page_is_set_apart_and_what_they_filled_in_is_not(read, marked):
    page = read(marked(), "a.pdf").pages[0]
    apart = [(r.kind, page.text[r.start : r.end]) for r in page.regions]
    assert apart == [("comment", "Ask him again"), ("comment", "«First line of the cable»")]


def test_a_page_without_marks_is_as_it_was(read, make):
    assert read(make.pdf("Only text"), "a.pdf").pages[0].text == "Only text"
