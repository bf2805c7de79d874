"""Search over those words only that OCR was sure of."""

from pathlib import Path

import pytest

from cablegraph.model import DatasetKind, PageText, Reading, WordBox
from cablegraph.store import documents, files
from cablegraph.workbench import Workbench
from cablegraph.workbench.indexing import index_documents, touches
from cablegraph.workbench.progress import say_nothing

TEXT = "The harbour of Nahr was closed in winter"
DOUBTED = "harbour"


@pytest.fixture
def scanned(tmp_path: Path) -> Workbench:
    """A case of one scanned page with one word in doubt, and one sound text of the same words."""
    bench = Workbench.create(tmp_path / "case")
    boxes = []
    at = 0
    for word in TEXT.split():
        boxes.append(WordBox(at, at + len(word), 0.1, 0.1, 0.2, 0.2, 0.3 if word == DOUBTED else 0.95))
        at += len(word) + 1
    scan = PageText(TEXT, "en", "ocr", "tesseract", 595.0, 842.0, 0.9, tuple(boxes))
    with bench.case.engine.begin() as connection:
        files.ensure_dataset(connection, "trove", DatasetKind.TROVE)
        for name, page in (("a" * 64, scan), ("b" * 64, PageText(TEXT + ".", "en"))):
            documents.save_reading(connection, name, 1, Reading("image", "image/png", "x", (page,), "t"), language="en")
            files.register_member(
                connection, dataset_name="trove", path=name[:3], sha256=name, size=1, depth=0, parent=None, root=None
            )
    index_documents(bench.case, say_nothing)
    return bench


@pytest.mark.parametrize(
    ("query", "all_words", "sure_words"),
    [
        (DOUBTED, 2, 1),
        ("winter", 2, 2),
        ("harbours", 2, 1),
        ('"The harbour of"', 2, 1),
        ('"The of Nahr"', 0, 0),
        ("", 2, 2),
        ("harb*", 2, 1),
    ],
)
def test_a_word_in_doubt_is_found_unless_only_sure_words_are_asked_for(
    scanned: Workbench, query: str, all_words: int, sure_words: int
) -> None:
    assert scanned.search(query).total == all_words
    assert scanned.search(query, sure=True).total == sure_words


def test_what_is_lit_leaves_out_the_word_in_doubt(scanned: Workbench) -> None:
    def lit(sure: bool) -> set[str]:
        hits = scanned.search("winter OR harbour", sure=sure).hits
        return {
            s.text[m.start : m.end]
            for h in hits
            if h.kind == "image"
            for s in h.snippets
            for m in s.marks
            if h.path == "aaa"
        }

    assert lit(False) == {"winter", "harbour"}
    assert lit(True) == {"winter"}


def test_indexing_again_finds_nothing_to_do(scanned: Workbench) -> None:
    assert index_documents(scanned.case, say_nothing) == 0


@pytest.mark.parametrize(
    ("start", "end", "touched"), [(0, 4, False), (3, 5, True), (4, 9, True), (8, 12, True), (9, 12, False)]
)
def test_spans_touch_when_they_share_a_letter(start: int, end: int, touched: bool) -> None:
    assert touches([(4, 9), (20, 22)], start, end) is touched
