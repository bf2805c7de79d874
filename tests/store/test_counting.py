import pytest
import sqlalchemy as sa

from cablegraph.model import DatasetKind, FileState
from cablegraph.store import counting, deliveries, documents, files, places, problems
from cablegraph.store.again import wait_for_retry

from .making import SHA, place, reading, trouble


@pytest.fixture
def trove(connection: sa.Connection) -> sa.Connection:
    """Six files of which each had another fate."""
    files.ensure_dataset(connection, "trove", DatasetKind.TROVE)
    place(connection, "disk/نامه‌ها/1.txt", "a", state=FileState.READ)
    place(connection, "disk/نامه‌ها/2.txt", "a", state=FileState.READ)
    place(connection, "disk/scans/3.tif", "b", state=FileState.PROBLEM)
    place(connection, "disk/scans/4.tif", "", state=FileState.PROBLEM)
    place(connection, "disk/scans/5.tif", "c")
    skipped = files.Sighting("disk/Thumbs.db", files.Path("/disk/Thumbs.db"), rule="junk", state=FileState.SKIPPED)
    files.list_files(connection, "trove", [skipped])
    places.settle(connection)
    documents.save_reading(connection, SHA["a"], 1, reading("x", kind="text"), language="fa")
    problems.record(connection, [trouble("ocr-failed")], dataset="trove", path="disk/scans/3.tif", step="ingest")
    problems.record(connection, [trouble("file-unreadable")], dataset="trove", path="disk/scans/4.tif", step="register")
    return connection


def test_every_file_is_counted_once_whatever_became_of_it(trove: sa.Connection) -> None:
    s = counting.dataset_status(trove)[0]
    assert (s.seen, s.read, s.duplicates, s.skipped, s.problems, s.pending) == (6, 1, 1, 1, 2, 1)
    for rows in (counting.count_by_folder(trove), counting.count_by_kind(trove)):
        for row in rows:
            assert row.seen == row.read + row.duplicates + row.skipped + row.problems + row.pending
        assert sum(row.seen for row in rows) == s.seen


def test_folders_are_counted_down_to_the_depth_asked_for(trove: sa.Connection) -> None:
    assert [(r.group, r.seen) for r in counting.count_by_folder(trove, depth=1)] == [("disk", 6)]
    assert [(r.group, r.seen) for r in counting.count_by_folder(trove)] == [
        ("disk", 1), ("disk/scans", 3), ("disk/نامه‌ها", 2),
    ]  # fmt: skip


def test_kinds_name_the_reader_the_rule_or_the_ending(trove: sa.Connection) -> None:
    assert {r.group: r.seen for r in counting.count_by_kind(trove)} == {"text": 4, "left out: junk": 1, ".tif": 1}


@pytest.mark.parametrize(
    ("words", "found"),
    [("نامه ها 1", 1), ("نامه‌ها", 2), ("THUMBS", 1), ("scans tif", 3), ("100%", 0), ("", 6)],
)
def test_files_are_found_by_words_of_their_names(trove: sa.Connection, words: str, found: int) -> None:
    assert len(list(counting.iter_files(trove, words=words))) == found


def test_trouble_is_counted_by_code(trove: sa.Connection) -> None:
    assert list(counting.count_problems(trove)) == [("trove", "file-unreadable", 1), ("trove", "ocr-failed", 1)]


@pytest.mark.parametrize(
    ("asked", "again"),
    [
        ({}, ["disk/scans/3.tif", "disk/scans/4.tif"]),
        ({"code": "ocr-failed"}, ["disk/scans/3.tif"]),
        ({"code": "file-unreadable"}, ["disk/scans/4.tif"]),
        ({"reader": "text", "pattern": "*/نامه*"}, ["disk/نامه‌ها/1.txt", "disk/نامه‌ها/2.txt"]),
        ({"pattern": "*_.tif"}, []),
        ({"dataset": "other"}, []),
    ],
)
def test_a_retry_lets_just_those_wait_that_are_asked_for(
    trove: sa.Connection, asked: dict[str, str], again: list[str]
) -> None:
    wait_for_retry(trove, **asked)
    waiting = {r.path for r in (*files.pending(trove, 10), *files.listed(trove, 10))} - {"disk/scans/5.tif"}
    assert sorted(waiting) == again


def test_a_later_delivery_is_held_against_the_earlier_one(trove: sa.Connection) -> None:
    files.ensure_dataset(trove, "later", DatasetKind.TROVE)
    place(trove, "disk2/نامه‌ها/1.txt", "a", dataset="later")
    place(trove, "disk2/scans/3.tif", "d", dataset="later")
    place(trove, "disk2/new.txt", SHA["d"][::-1], dataset="later")
    place(trove, "disk2/copy of 5.tif", "c", dataset="later")
    changes = [(line.change, line.path, line.before) for line in deliveries.iter_changes(trove, "trove", "later")]
    assert changes == [
        ("repeated", "disk2/copy of 5.tif", "disk/scans/5.tif"),
        ("new", "disk2/new.txt", ""),
        ("changed", "disk2/scans/3.tif", "disk/scans/3.tif"),
        ("repeated", "disk2/نامه‌ها/1.txt", "disk/نامه‌ها/1.txt"),
        ("gone", "disk/scans/5.tif", "disk/scans/5.tif"),
        ("gone", "disk/نامه‌ها/2.txt", "disk/نامه‌ها/2.txt"),
    ]
