"""A relation that rests on words which a file holds and does not show says so with its citation."""

from pathlib import Path

from cablegraph.workbench import Workbench

SENTENCE = "Karim Zandi, director of the Nahr Port Authority, met Omar Haddad on 3 November 2014."


def test_a_citation_of_hidden_words_is_marked_and_one_of_shown_words_is_not(tmp_path: Path) -> None:
    trove = tmp_path / "trove"
    trove.mkdir()
    (trove / "a.html").write_text(
        f"<html><body><p>Nothing of note.</p><div style='display:none'>{SENTENCE}</div></body></html>"
    )
    (trove / "b.html").write_text(f"<html><body><p>{SENTENCE}</p></body></html>")
    with Workbench.create(tmp_path / "case") as bench:
        bench.add([trove])
        marks = {
            (bench.document(c.document).title, c.apart)
            for r in bench.snapshot().relations
            for c in r.citations
            if r.type == "Meeting"
        }
        assert {mark for _, mark in marks} == {"hidden", ""}
        assert ("Nothing of note.", "hidden") in marks
        key = next(c.document for r in bench.snapshot().relations for c in r.citations if c.apart)
        page = bench.document(key).pages[1]
        assert [(r.kind, r.start, r.end) for r in page.regions] == [("hidden", page.start, page.end)]
