"""The reference lists of a small case."""

import json
from pathlib import Path

import pytest

from cablegraph.model import DatasetKind
from cablegraph.store import open_case
from cablegraph.workbench import Workbench
from cablegraph.workbench.reference_lists import ListBook, find_list_files, open_book


def book_of(folder: Path) -> ListBook:
    case = open_case(folder)
    with case.engine.begin() as connection:
        files = find_list_files(connection, case.archive)
    case.engine.dispose()
    return open_book(files, case.cache_folder)


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    folder = tmp_path / "lists"
    folder.mkdir()
    people = [
        {"id": f"p{n}", "schema": "Person", "properties": {"name": [name]}}
        for n, name in enumerate(("Omar Haddad", "کیان مهرپور"))
    ]
    (folder / "people.ftm.json").write_text(
        "\n".join(json.dumps(p, ensure_ascii=False) for p in people) + "\nbroken\n", encoding="utf-8"
    )
    (folder / "bodies.csv").write_text("Wer,Was\nMinistry of Roads,PublicBody\n", encoding="utf-8")
    (folder / "bodies.csv.columns.json").write_text('{"name": "Wer", "schema": "Was"}')
    (folder / "colours.csv").write_text("red,green\n1,2\n")
    (folder / "readme.txt").write_text("Omar Haddad is known.")
    return folder


def test_a_dataset_of_the_kind_reference_is_read_as_lists(tmp_path: Path, lists: Path) -> None:
    with Workbench.create(tmp_path / "case", name="small") as bench:
        bench.add([lists], kind=DatasetKind.REFERENCE)
    book = book_of(tmp_path / "case")
    assert {known.name: len(known.entries) for known in book.lists} == {"bodies": 1, "people.ftm": 2}
    assert [(name.text, name.ids) for name in book.finder.find("The Ministry of Roads wrote.")] == [
        ("Ministry of Roads", ("bodies:row-2",))
    ]
    told = {one.path.rpartition("/")[2]: one.cause for one in book.unread}
    assert set(told) == {"colours.csv", "people.ftm.json"}
    assert "no column of names" in told["colours.csv"]
    assert (tmp_path / "case" / "cache" / "lists" / book.digest).is_dir()
    assert book_of(tmp_path / "case") is book, "a process reads the lists once"


def test_another_list_is_another_digest(tmp_path: Path, lists: Path) -> None:
    with Workbench.create(tmp_path / "case", name="small") as bench:
        bench.add([lists / "bodies.csv"], kind=DatasetKind.REFERENCE)
        first = book_of(tmp_path / "case").digest
        bench.add([lists / "people.ftm.json"], kind=DatasetKind.REFERENCE)
    assert book_of(tmp_path / "case").digest != first


def test_a_case_without_lists_has_an_empty_book(tmp_path: Path, lists: Path) -> None:
    with Workbench.create(tmp_path / "case", name="small") as bench:
        bench.add([lists / "readme.txt"])
    book = book_of(tmp_path / "case")
    assert (book.lists, len(book.finder), book.unread) == ((), 0, ())


def test_a_damaged_index_is_made_anew(tmp_path: Path, lists: Path) -> None:
    with Workbench.create(tmp_path / "case", name="small") as bench:
        bench.add([lists / "people.ftm.json"], kind=DatasetKind.REFERENCE)
    book = book_of(tmp_path / "case")
    folder = tmp_path / "case" / "cache" / "lists" / book.digest
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(b"x")
    open_book.cache_clear()
    assert len(book_of(tmp_path / "case").linker._index) == 2
