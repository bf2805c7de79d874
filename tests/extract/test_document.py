"""The whole of extraction over one document."""

import pytest

from cablegraph.extract import extract_document
from cablegraph.model import PAGE_BREAK, Document, Page

PAGES = ("SECRET\nMEMORANDUM\nDATE: May 3, 2011\nFROM: Anna Reed\nTO: The Director\nSUBJECT: Roads\n\nJohn Smith met Robert Jones in Tehran on May 1, 2011.",
         "Smith denied having met William Brown. The Central Intelligence Agency (CIA) paid Jones.")  # fmt: skip


def document(pages: tuple[str, ...] = PAGES) -> Document:
    text, spans = "", []
    for number, page in enumerate(pages, 1):
        start = len(text)
        text += page
        spans.append(Page(number, start, len(text), "en"))
        text += PAGE_BREAK
    text = text[: -len(PAGE_BREAK)] if pages else ""
    return Document("d-1", "0" * 64, "text", "text/plain", len(text), text, tuple(spans), language="en")


def test_two_runs_give_the_same() -> None:
    assert extract_document(document()) == extract_document(document())


def test_no_span_crosses_its_page_and_every_citation_holds() -> None:
    doc = document()
    got = extract_document(doc)
    pages = {p.number: p for p in doc.pages}
    assert got.relations
    for mention in got.mentions:
        assert pages[mention.page].start <= mention.start < mention.end <= pages[mention.page].end
        assert doc.text[mention.start : mention.end] == mention.text
    for relation in got.relations:
        page = pages[relation.citation.page]
        assert relation.citation.holds(doc.text)
        assert page.start <= relation.citation.start < relation.citation.end <= page.end


def test_every_end_is_a_referent_of_the_document() -> None:
    got = extract_document(document())
    known = {r.id for r in got.referents}
    for relation in got.relations:
        assert {relation.subject, relation.object} <= known
        assert relation.organization is None or relation.organization in known
    assert {m.referent for m in got.mentions if m.referent} <= known


def test_the_surname_of_page_two_is_the_name_of_page_one() -> None:
    got = extract_document(document())
    names = {r.id: r.name for r in got.referents}
    meetings = {
        (names[r.subject], names[r.object], r.polarity.value, r.first) for r in got.relations if r.type == "Meeting"
    }
    assert ("John Smith", "Robert Jones", "affirmed", "2011-05-01") in meetings
    assert ("John Smith", "William Brown", "denied", None) in meetings


def test_the_day_of_writing_comes_from_the_header() -> None:
    got = extract_document(document())
    assert got.header.text_of("date") == "2011-05-03"
    assert all(r.as_of in {None, "2011-05-03"} for r in got.relations)


@pytest.mark.parametrize("pages", [(), ("",), ("\n\n",), ("x" * 20_000,), ("«", "؟؟؟", "⟦P0⟧ met ⟦P1⟧.")])
def test_odd_documents_give_something(pages: tuple[str, ...]) -> None:
    got = extract_document(document(pages))
    assert got.relations == ()
