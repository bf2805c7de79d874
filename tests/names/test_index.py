"""Finding a name in any script, in memory and in a folder."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cablegraph.names import NameIndex
from cablegraph.names import shelf as shelf_module

NAMES = [
    ("1", "قاسم سلیمانی"),
    ("2", "Qasim Sulaiman"),
    ("3", "Nouri al-Maliki"),
    ("4", "محمد مصدق"),
    ("5", "Mohammad Hashemi"),
    ("6", "Henry Kissinger"),
    ("7", "هادي العامري"),
    ("8", ""),
]


def test_a_name_is_found_across_scripts() -> None:
    index = NameIndex.build(NAMES)
    for query, identifier in [
        ("Ghassem Soleymani", "1"),
        ("نوري المالكي", "3"),
        ("Mohammed Mossadeq", "4"),
        ("هنری کیسینجر", "6"),
        ("Hadi al-Ameri", "7"),
    ]:
        assert index.search(query)[0].id == identifier


def test_scores_order_the_hits_and_limit_holds() -> None:
    hits = NameIndex.build(NAMES).search("Qasem Soleimani", 2)
    assert [hit.id for hit in hits][:1] == ["1"]
    assert len(hits) <= 2
    assert hits == sorted(hits, key=lambda hit: -hit.score)


def test_names_can_be_added_later() -> None:
    index = NameIndex.build(NAMES)
    assert all(hit.id != "9" for hit in index.search("فالح الفياض"))
    index.add("9", "Faleh al-Fayyadh")
    assert index.search("فالح الفياض")[0].id == "9"
    assert len(index) == len(NAMES) + 1


def test_a_slip_in_a_consonant_still_finds() -> None:
    assert NameIndex.build(NAMES).search("Henry Kisinder")[0].id == "6"


def test_nothing_is_found_for_nothing() -> None:
    assert NameIndex.build(NAMES).search("") == []
    assert NameIndex.build([]).search("Qasem") == []


def test_frequent_names_do_not_hide_the_rare_part() -> None:
    crowd = [
        (str(n), f"محمد علي {first}{last}")
        for n, (first, last) in enumerate(zip("بتثجحخدذ" * 700, "رزسشصضطظ" * 700, strict=True))
    ]
    index = NameIndex.build([*crowd, ("wanted", "Mohammad Ali Brzezinski")])
    assert index.search("محمد علی برژینسکی")[0].id == "wanted"


def test_what_is_removed_is_not_found(tmp_path: Path) -> None:
    index = NameIndex.create(tmp_path / "names", [*NAMES, ("1", "Qassem Soleimani")])
    assert index.remove("1") == 2
    assert index.remove("1") == 0
    assert len(index) == len(NAMES) - 1
    assert all(hit.id != "1" for hit in index.search("Ghassem Soleymani"))
    index.add("10", "Hadi Zibakalam")
    assert index.remove("10") == 1
    index.save()
    opened = NameIndex.open(tmp_path / "names")
    assert len(opened) == len(index)
    assert all(hit.id != "1" for hit in opened.search("Ghassem Soleymani"))


def test_an_index_in_a_folder_goes_on_where_it_was_saved(tmp_path: Path) -> None:
    NameIndex.create(tmp_path / "names", NAMES)
    index = NameIndex.open(tmp_path / "names")
    index.add("9", "Faleh al-Fayyadh")
    assert index.search("فالح الفياض")[0].id == "9"
    assert all(hit.id != "9" for hit in NameIndex.open(tmp_path / "names").search("فالح الفياض"))
    index.save()
    opened = NameIndex.open(tmp_path / "names")
    assert opened.search("فالح الفياض")[0].id == "9"
    assert opened.search("نوري المالكي")[0].id == "3"


def test_only_the_files_that_count_stay(tmp_path: Path) -> None:
    index = NameIndex.create(tmp_path / "names", NAMES)
    for number in range(20):
        index.add(f"new-{number}", f"Karim Zandi {number}")
        index.remove("3")
        index.save()
    named = json.loads((tmp_path / "names" / "index.json").read_text(encoding="utf-8"))["segments"]
    there = {path.name for path in (tmp_path / "names").iterdir()} - {"index.json"}
    assert there == {file for entry in named for file in entry.values() if file}
    assert len(named) < 8


def test_a_save_that_fails_leaves_the_index_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    index = NameIndex.create(tmp_path / "names", NAMES)
    index.add("9", "Faleh al-Fayyadh")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shelf_module, "_write", full)
    with pytest.raises(OSError, match="No space"):
        index.save()
    opened = NameIndex.open(tmp_path / "names")
    assert len(opened) == len(NAMES)
    assert opened.search("نوري المالكي")[0].id == "3"
    monkeypatch.undo()
    index.save()
    assert len(NameIndex.open(tmp_path / "names")) == len(NAMES) + 1


def test_two_writers_do_not_overwrite_each_other(tmp_path: Path) -> None:
    first = NameIndex.create(tmp_path / "names", NAMES)
    second = NameIndex.open(tmp_path / "names")
    first.add("9", "Faleh al-Fayyadh")
    first.save()
    second.add("10", "Hadi Zibakalam")
    with pytest.raises(RuntimeError, match="another process"):
        second.save()
    assert len(NameIndex.open(tmp_path / "names")) == len(NAMES) + 1


def test_an_index_of_other_tables_is_prepared_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as other:
        other.setattr(shelf_module, "fingerprint", lambda: "tables of long ago")
        index = NameIndex.create(tmp_path / "names", NAMES)
        index.remove("5")
        index.save()
    opened = NameIndex.open(tmp_path / "names")
    assert opened.search("Ghassem Soleymani")[0].id == "1"
    assert len(opened) == len(NAMES) - 1


def test_folders_that_hold_no_index_or_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        NameIndex.open(tmp_path)
    NameIndex.create(tmp_path, NAMES)
    with pytest.raises(FileExistsError):
        NameIndex.create(tmp_path, NAMES)
    segment = next(tmp_path.glob("*.names"))
    segment.write_bytes(segment.read_bytes()[:-10])
    with pytest.raises(ValueError, match="cut short"):
        NameIndex.open(tmp_path)
    with pytest.raises(ValueError, match="memory"):
        NameIndex.build(NAMES).save()


def test_threads_get_the_answers_of_one() -> None:
    index = NameIndex.build(NAMES)
    queries = ["Ghassem Soleymani", "نوري المالكي", "Henry Kisinder", "Mohammed Mossadeq"] * 25
    alone = [index.search(query) for query in queries]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(index.search, queries)) == alone
