from pathlib import Path

import pytest
import sqlalchemy as sa

from cablegraph.model import DatasetKind, FileState
from cablegraph.store import files
from cablegraph.store.counting import dataset_status
from cablegraph.store.files import OCR_TURN, TEXT_TURN, Sighting

from .making import SHA, place


@pytest.fixture
def two_datasets(connection: sa.Connection) -> sa.Connection:
    """A trove that came first and a record that came second."""
    files.ensure_dataset(connection, "trove", DatasetKind.TROVE)
    files.ensure_dataset(connection, "پیشینه", DatasetKind.RECORD)
    return connection


def _seen(path: str, stamp: str, source: str = "/disk", **more: object) -> Sighting:
    return Sighting(path, Path(source) / path, 5, stamp, "", **more)  # type: ignore[arg-type]


def test_datasets_stand_in_the_order_in_which_they_came_and_keep_their_kind(two_datasets: sa.Connection) -> None:
    again = files.ensure_dataset(two_datasets, "trove", DatasetKind.RECORD)
    assert (again.kind, again.ordinal) == (DatasetKind.TROVE, 1)
    assert [d.name for d in files.load_datasets(two_datasets)] == ["trove", "پیشینه"]


def test_a_file_with_a_known_stamp_is_not_listed_again(two_datasets: sa.Connection) -> None:
    number = place(two_datasets, "نامه.txt", "a", state=FileState.READ)
    assert files.list_files(two_datasets, "trove", [_seen("نامه.txt", "1")]) == []
    assert files.listed(two_datasets, 10) == []
    files.list_files(two_datasets, "trove", [_seen("نامه.txt", "2")])
    assert [r.path for r in files.listed(two_datasets, 10)] == ["نامه.txt"]
    assert place(two_datasets, "نامه.txt", "a", stamp="2") == number
    assert files.pending(two_datasets, 10) == []


def test_a_changed_file_is_a_second_content_at_its_place(two_datasets: sa.Connection) -> None:
    place(two_datasets, "a.txt", "a", state=FileState.READ)
    place(two_datasets, "a.txt", "b", stamp="2")
    assert [r.sha256 for r in files.pending(two_datasets, 10)] == [SHA["b"]]
    assert dataset_status(two_datasets)[0].seen == 2


def test_two_folders_of_one_name_lose_nothing(two_datasets: sa.Connection) -> None:
    files.list_files(two_datasets, "trove", [_seen("mail/1.eml", "1", "/disk one")])
    left = files.list_files(two_datasets, "trove", [_seen("mail/1.eml", "2", "/disk two"), _seen("mail/2.eml", "3")])
    assert [s.source for s in left] == [Path("/disk two/mail/1.eml")]
    first = next(r for r in files.listed(two_datasets, 10) if r.path == "mail/1.eml")
    files.take(two_datasets, first, SHA["a"], 5)
    assert files.list_files(two_datasets, "trove", left) == []
    assert dataset_status(two_datasets)[0].seen == 3


def test_a_name_that_is_no_utf8_leads_back_to_its_file(two_datasets: sa.Connection) -> None:
    path = Path("/disk") / b"\xff\xfe \xd9\x86.txt".decode("utf-8", "surrogateescape")
    files.list_files(two_datasets, "trove", [Sighting("�� ن.txt", path, 5, "1", "")])
    assert files.source_path(files.listed(two_datasets, 1)[0]) == path


def test_a_file_that_could_not_be_had_is_forgotten_once_it_can(two_datasets: sa.Connection) -> None:
    for _ in range(2):
        files.list_files(two_datasets, "trove", [_seen("locked.pdf", "", state=FileState.PROBLEM)])
    assert dataset_status(two_datasets)[0].problems == 1
    place(two_datasets, "locked.pdf", "a")
    status = dataset_status(two_datasets)[0]
    assert (status.seen, status.problems, status.pending) == (1, 0, 1)


def test_a_skipped_file_is_counted_and_never_taken(two_datasets: sa.Connection) -> None:
    files.list_files(two_datasets, "trove", [_seen("Thumbs.db", "1", state=FileState.SKIPPED, rule="junk")])
    assert files.listed(two_datasets, 10) == []
    status = dataset_status(two_datasets)[0]
    assert (status.seen, status.skipped, status.pending) == (1, 1, 0)


def test_small_files_wait_in_front_and_those_for_ocr_behind(two_datasets: sa.Connection) -> None:
    for path, content, size, turn in (
        ("big", "a", 900, TEXT_TURN), ("small", "b", 3, TEXT_TURN), ("scan", "c", 1, OCR_TURN),
    ):  # fmt: skip
        place(two_datasets, path, content, size=size, turn=turn)
    assert [f.path for f in files.pending(two_datasets, 9)] == ["small", "big", "scan"]
    assert [f.path for f in files.pending(two_datasets, 9, turn=TEXT_TURN)] == ["small", "big"]
    assert files.count_waiting(two_datasets, FileState.PENDING) == (3, 904)
    files.postpone(two_datasets, files.pending(two_datasets, 1)[0].id)
    assert [f.path for f in files.pending(two_datasets, 9)] == ["big", "scan", "small"]


def test_a_second_container_of_the_same_content_lists_its_members_too(two_datasets: sa.Connection) -> None:
    outer = place(two_datasets, "one.zip", "a", state=FileState.READ)
    place(two_datasets, "one.zip/in/نامه.txt", "b", depth=1, parent=outer)
    place(two_datasets, "one.zip/locked", "", depth=1, parent=outer, state=FileState.PROBLEM)
    copy = place(two_datasets, "sub/two.zip", "a")
    row = next(f for f in files.pending(two_datasets, 10) if f.id == copy)
    assert files.earlier_reading(two_datasets, row) == (outer, FileState.READ)
    files.set_state(two_datasets, copy, FileState.DUPLICATE)
    files.copy_members(two_datasets, outer, row)
    files.copy_members(two_datasets, outer, row)
    assert sorted(r.path for r in files.pending(two_datasets, 10)) == ["one.zip/in/نامه.txt", "sub/two.zip/in/نامه.txt"]
    assert dataset_status(two_datasets)[0].seen == 6
