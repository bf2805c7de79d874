from pathlib import Path

import pytest
import tantivy

from cablegraph.store import Entry, FullText, is_current

LETTERS = (
    Entry("d-fa", ["نامه"], ["وزارت", "راه", "کریم", "زندی", "زندی"], ["krm", "znd"]),
    Entry("d-ar", ["كتاب"], ["وزاره", "النقل", "کریم", "زندی"], ["krm", "znd"]),
    Entry("d-en", ["letter"], ["karim", "zandi", "of", "the", "ministry"], ["krm", "znd"]),
)


@pytest.fixture
def full_text(tmp_path: Path) -> FullText:
    """An index of three letters."""
    made = FullText(tmp_path / "index")
    made.write(LETTERS)
    return made


def test_whether_an_index_can_be_read(full_text: FullText, tmp_path: Path) -> None:
    assert full_text.count() == 3
    assert is_current(tmp_path / "index")
    assert not is_current(tmp_path / "elsewhere")
    (tmp_path / "index" / "FORMAT").write_text("0 0.0.0")
    assert not is_current(tmp_path / "index")


def _find(index: FullText, *words: str, field: str = "words", limit: int = 10) -> tuple[int, list[str]]:
    schema = index.index.schema
    query = (
        tantivy.Query.term_query(schema, field, words[0])
        if len(words) == 1
        else tantivy.Query.phrase_query(schema, field, list(words))
    )
    total, found = index.search(query, limit)
    return total, [key for key, _ in found]


def test_words_are_found_by_what_they_are_and_names_by_their_keys(full_text: FullText) -> None:
    assert _find(full_text, "زندی")[0] == 2
    assert _find(full_text, "کریم", "زندی")[0] == 2
    assert _find(full_text, "زندی", "کریم") == (0, [])
    assert sorted(_find(full_text, "znd", field="keys")[1]) == ["d-ar", "d-en", "d-fa"]
    assert _find(full_text, "letter", field="title") == (1, ["d-en"])
    assert _find(full_text, "letter") == (0, [])


def test_stems_are_found_in_their_own_field(full_text: FullText) -> None:
    full_text.write([Entry("d-stems", [], ["ministers"], [], ["en:minister"])])
    assert _find(full_text, "en:minister", field="stems") == (1, ["d-stems"])
    assert _find(full_text, "minister") == (0, [])


def test_the_count_is_of_all_that_match_not_of_those_handed_out(full_text: FullText) -> None:
    total, found = _find(full_text, "znd", field="keys", limit=1)
    assert (total, len(found)) == (3, 1)


def test_a_document_written_again_takes_the_place_of_the_old_one(full_text: FullText) -> None:
    full_text.write([Entry("d-fa", [], ["خالی"], [])])
    assert _find(full_text, "زندی") == (1, ["d-ar"])
    assert _find(full_text, "خالی") == (1, ["d-fa"])


def test_an_index_survives_being_closed(full_text: FullText, tmp_path: Path) -> None:
    again = FullText(tmp_path / "index")
    assert again.count() == 3
    assert _find(again, "ministry") == (1, ["d-en"])
    again.write([Entry("d-new", [], ["میناء"], [])])
    assert _find(again, "میناء") == (1, ["d-new"])
    assert _find(again, "ministry") == (1, ["d-en"])


@pytest.mark.parametrize("stamp", ["0 0.0.0", "", None])
def test_an_index_of_another_format_is_thrown_away(full_text: FullText, tmp_path: Path, stamp: str | None) -> None:
    path = tmp_path / "index" / "FORMAT"
    if stamp is None:
        path.unlink()
    else:
        path.write_text(stamp)
    again = FullText(tmp_path / "index")
    assert again.count() == 0
    assert _find(again, "ministry") == (0, [])


def test_the_words_of_operators_and_punctuation_are_only_words(full_text: FullText) -> None:
    full_text.write([Entry("d-odd", [], ["AND", "+", '"', "field:", "*"], [])])
    for word in ("AND", "+", '"', "field:", "*"):
        assert _find(full_text, word) == (1, ["d-odd"])
