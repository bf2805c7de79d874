"""What extraction drops or cannot read is put on record with its remedy."""

from dataclasses import replace
from pathlib import Path

import pytest

from cablegraph.model import DatasetKind
from cablegraph.workbench import Workbench, extracting


def test_a_reference_list_with_bad_lines_is_told_until_it_is_mended(tmp_path: Path) -> None:
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / "people.jsonl").write_text('{"id": "p1", "name": "Karim Zandi"}\nno json\n', encoding="utf-8")
    (lists / "empty.csv").write_text("colour\nred\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Karim Zandi met Omar Haddad.", encoding="utf-8")
    with Workbench.create(tmp_path / "case") as bench:
        bench.add([lists], dataset="known", kind=DatasetKind.REFERENCE)
        bench.add([tmp_path / "a.txt"])
        told = {p.path: p.cause for p in bench.problems() if p.code == "list-unread"}
        assert set(told) == {"lists/people.jsonl", "lists/empty.csv"}
        assert "line 2" in told["lists/people.jsonl"]
        assert ("list-unread", 2) in [(p.code, p.files) for p in bench.holdings.completeness().problems]


def test_what_a_tagger_proposed_in_vain_is_counted_with_its_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = extracting.extract_document
    monkeypatch.setattr(
        extracting,
        "extract_document",
        lambda *a, **more: replace(real(*a, **more), dropped={"model: no such quote": 3}),
    )
    (tmp_path / "a.txt").write_text("Karim Zandi met Omar Haddad.", encoding="utf-8")
    with Workbench.create(tmp_path / "case") as bench:
        bench.add([tmp_path / "a.txt"])
        (told,) = [p for p in bench.problems() if p.code == "proposal-dropped"]
        assert (told.cause, told.document is not None) == ("Dropped: model: no such quote, 3 times", True)
