import pytest
import sqlalchemy as sa

from cablegraph.model import DatasetKind, FileState
from cablegraph.store import documents, files, places

from .making import SHA, place, reading


@pytest.fixture
def two_datasets(connection: sa.Connection) -> sa.Connection:
    """A trove that came first and a record that came second."""
    files.ensure_dataset(connection, "trove", DatasetKind.TROVE)
    files.ensure_dataset(connection, "پیشینه", DatasetKind.RECORD)
    return connection


def test_the_place_in_the_older_dataset_counts_then_the_shallower_then_the_first_by_name(
    two_datasets: sa.Connection,
) -> None:
    for dataset, path, depth in (
        ("پیشینه", "a.txt", 0), ("trove", "z.zip/a.txt", 1), ("trove", "b.txt", 0), ("trove", "a.txt", 0),
    ):  # fmt: skip
        place(two_datasets, path, "a", dataset=dataset, depth=depth, state=FileState.READ)
    places.settle(two_datasets)
    found = places.occurrences(two_datasets, SHA["a"])
    assert [(o.path, o.state.value) for o in found if o.dataset == "trove"] == [
        ("a.txt", "read"),
        ("b.txt", "duplicate"),
        ("z.zip/a.txt", "duplicate"),
    ]
    assert found[-1].dataset == "پیشینه"
    assert found[-1].state is FileState.DUPLICATE


def test_the_members_of_a_container_are_those_at_its_first_place(two_datasets: sa.Connection) -> None:
    outer = place(two_datasets, "one.zip", "a", state=FileState.READ)
    place(two_datasets, "one.zip/in/نامه.txt", "b", depth=1, parent=outer)
    assert places.members_of(two_datasets, SHA["a"]) == [("one.zip/in/نامه.txt", SHA["b"])]


def test_each_document_is_named_by_the_place_that_counts(two_datasets: sa.Connection) -> None:
    key = documents.save_reading(two_datasets, SHA["a"], 1, reading("x"), language="en")
    for path in ("z.txt", "a.txt"):
        place(two_datasets, path, "a")
    place(two_datasets, "0.txt", "a", dataset="پیشینه")
    assert list(places.iter_first_places(two_datasets)) == [(key, "trove", "a.txt")]
