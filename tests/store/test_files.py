import pytest
import sqlalchemy as sa

from cablegraph.model import DatasetKind, FileState
from cablegraph.store import documents, files

from .making import SHA, reading


def _register(c: sa.Connection, path: str, content: str, *, dataset: str = "trove", **more: object) -> int:
    return files.register(c, dataset_name=dataset, path=path, sha256=SHA.get(content, ""), size=5, **more)  # type: ignore[arg-type]


@pytest.fixture
def two_datasets(connection: sa.Connection) -> sa.Connection:
    """A trove that came first and a record that came second."""
    files.ensure_dataset(connection, "trove", DatasetKind.TROVE)
    files.ensure_dataset(connection, "پیشینه", DatasetKind.RECORD)
    return connection


def test_datasets_stand_in_the_order_in_which_they_came_and_keep_their_kind(two_datasets: sa.Connection) -> None:
    again = files.ensure_dataset(two_datasets, "trove", DatasetKind.RECORD)
    assert (again.kind, again.ordinal) == (DatasetKind.TROVE, 1)
    assert [d.name for d in files.load_datasets(two_datasets)] == ["trove", "پیشینه"]


def test_a_known_file_keeps_its_state_and_number(two_datasets: sa.Connection) -> None:
    first = _register(two_datasets, "نامه.txt", "a", stamp="1")
    files.set_state(two_datasets, first, FileState.READ, "text 1")
    assert _register(two_datasets, "نامه.txt", "a", stamp="2") == first
    assert files.pending(two_datasets, 10) == []
    assert files.known_stamps(two_datasets, "trove") == {"نامه.txt": "2"}
    assert _register(two_datasets, "نامه.txt", "b") != first


def test_a_file_that_could_not_be_had_is_forgotten_once_it_can(two_datasets: sa.Connection) -> None:
    _register(two_datasets, "locked.pdf", "", state=FileState.PROBLEM)
    _register(two_datasets, "locked.pdf", "", state=FileState.PROBLEM)
    assert files.dataset_status(two_datasets)[0].problems == 1
    _register(two_datasets, "locked.pdf", "a")
    status = files.dataset_status(two_datasets)[0]
    assert (status.seen, status.problems, status.pending) == (1, 0, 1)
    assert files.known_stamps(two_datasets, "پیشینه") == {}


def test_small_files_wait_in_front(two_datasets: sa.Connection) -> None:
    for path, size in (("big", 900), ("small", 3), ("middle", 50)):
        files.register(two_datasets, dataset_name="trove", path=path, sha256=SHA["a"] + path, size=size)
    assert [f.path for f in files.pending(two_datasets, 2)] == ["small", "middle"]
    assert files.count_pending(two_datasets) == 3


def test_every_file_is_counted_once_whatever_became_of_it(two_datasets: sa.Connection) -> None:
    for path, content, state in (
        ("1", "a", FileState.READ),
        ("2", "a", FileState.READ),
        ("3", "b", FileState.PROBLEM),
        ("4", "", FileState.PROBLEM),
        ("5", "c", FileState.PENDING),
    ):
        files.set_state(two_datasets, _register(two_datasets, path, content, state=state), state)
    files.settle(two_datasets)
    s = files.dataset_status(two_datasets)[0]
    assert (s.seen, s.read, s.duplicates, s.problems, s.pending) == (5, 1, 1, 2, 1)
    assert s.seen == s.read + s.duplicates + s.problems + s.pending


def test_the_place_in_the_older_dataset_counts_then_the_shallower_then_the_first_by_name(
    two_datasets: sa.Connection,
) -> None:
    places = [("پیشینه", "a.txt", 0), ("trove", "z.zip/a.txt", 1), ("trove", "b.txt", 0), ("trove", "a.txt", 0)]
    for dataset, path, depth in places:
        files.set_state(two_datasets, _register(two_datasets, path, "a", dataset=dataset, depth=depth), FileState.READ)
    files.settle(two_datasets)
    found = files.occurrences(two_datasets, SHA["a"])
    assert [(o.path, o.state.value) for o in found if o.dataset == "trove"] == [
        ("a.txt", "read"),
        ("b.txt", "duplicate"),
        ("z.zip/a.txt", "duplicate"),
    ]
    assert found[-1].dataset == "پیشینه"
    assert found[-1].state is FileState.DUPLICATE


def test_a_second_container_of_the_same_content_lists_its_members_too(two_datasets: sa.Connection) -> None:
    outer = _register(two_datasets, "one.zip", "a")
    _register(two_datasets, "one.zip/in/نامه.txt", "b", depth=1, parent=outer)
    _register(two_datasets, "one.zip/locked", "", depth=1, parent=outer, state=FileState.PROBLEM)
    files.set_state(two_datasets, outer, FileState.READ)
    copy = _register(two_datasets, "sub/two.zip", "a")
    row = next(f for f in files.pending(two_datasets, 10) if f.id == copy)
    assert files.earlier_reading(two_datasets, row) == (outer, FileState.READ)
    files.set_state(two_datasets, copy, FileState.DUPLICATE)
    files.copy_members(two_datasets, outer, row)
    files.copy_members(two_datasets, outer, row)
    paths = [o.path for o in files.occurrences(two_datasets, SHA["b"])]
    assert sorted(paths) == ["one.zip/in/نامه.txt", "sub/two.zip/in/نامه.txt"]
    assert files.dataset_status(two_datasets)[0].seen == 6
    assert files.members_of(two_datasets, SHA["a"]) == [("one.zip/in/نامه.txt", SHA["b"]), ("one.zip/locked", "")]


def test_each_document_is_named_by_the_place_that_counts(two_datasets: sa.Connection) -> None:
    key = documents.save_reading(two_datasets, SHA["a"], 1, reading("x"), language="en")
    for path in ("z.txt", "a.txt"):
        _register(two_datasets, path, "a")
    _register(two_datasets, "0.txt", "a", dataset="پیشینه")
    assert list(files.iter_first_places(two_datasets)) == [(key, "trove", "a.txt")]
