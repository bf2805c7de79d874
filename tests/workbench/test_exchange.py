from pathlib import Path

import pytest

from cablegraph.workbench.exchange import Row, read_rows, same_pairs, write_rows

HERE = {"r-1", "r-2", "r-3"}


def test_decisions_come_back_as_they_went(tmp_path: Path) -> None:
    rows = [
        Row("r-2", "r-1", "positive", None, "نسرین", "2026-01-01T00:00:00"),
        Row("r-3", "r-1", "negative", 0.7, "ada", ""),
    ]
    write_rows(tmp_path / "d.json", rows)
    assert read_rows(tmp_path / "d.json") == rows


def test_suggestions_of_a_machine_are_no_decisions(tmp_path: Path) -> None:
    file = tmp_path / "d.json"
    file.write_text(
        '["r-1", "r-2", "no_judgement", 0.8, "zavod/algo", null]\n\n["r-1", "r-3", "unsure", null, null, null]\n'
    )
    assert read_rows(file) == [Row("r-1", "r-3", "unsure")]


@pytest.mark.parametrize("line", ['{"a": 1}', "[1, 2, 3]", '["r-1"]', "no"])
def test_a_line_that_is_no_decision_is_told_by_its_number(tmp_path: Path, line: str) -> None:
    file = tmp_path / "d.json"
    file.write_text('["r-1", "r-2", "positive", null, "a", ""]\n' + line + "\n")
    with pytest.raises(ValueError, match="line 2"):
        read_rows(file)


def test_a_canonical_id_stands_for_the_ids_tied_to_it() -> None:
    rows = [
        Row("NK-x", "r-1", "positive", user="ada"),
        Row("NK-x", "r-2", "positive", user="ada"),
        Row("NK-x", "r-3", "negative", user="ada"),
        Row("NK-y", "Q1", "positive"),
    ]
    found, unknown = same_pairs(rows, HERE)
    assert {(r.left, r.right, r.judgement) for r in found} == {
        ("r-1", "r-2", "positive"), ("r-1", "r-3", "negative"), ("r-2", "r-3", "negative"),
    }  # fmt: skip
    assert unknown == 1


def test_an_id_that_leads_nowhere_is_counted() -> None:
    assert same_pairs([Row("r-1", "r-9", "positive"), Row("r-1", "r-2", "unsure")], HERE) == (
        [Row("r-1", "r-2", "unsure")], 1,
    )  # fmt: skip
