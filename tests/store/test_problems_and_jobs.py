import sqlalchemy as sa

from cablegraph.model import remedy_for
from cablegraph.store import jobs, problems

from .making import trouble


def test_trouble_is_on_record_once_with_its_remedy(connection: sa.Connection) -> None:
    for _ in range(2):
        problems.record(
            connection,
            [trouble(page=2), trouble(page=1), trouble()],
            dataset="t",
            path="اسکن.pdf",
            step="ingest",
            document="d-1",
        )
    found = problems.load(connection)
    assert len(found) == 3
    assert {p.page for p in found} == {None, 1, 2}
    assert {p.remedy for p in found} == {remedy_for("ocr-failed")}
    assert problems.load(connection, document="d-1") == found
    assert problems.load(connection, document="d-2") == problems.load(connection, dataset="u") == ()


def test_only_the_trouble_of_the_step_that_is_tried_again_goes(connection: sa.Connection) -> None:
    problems.record(connection, [trouble()], dataset="t", path="a", step="ingest")
    problems.record(connection, [trouble("extract-failed")], dataset="t", path="a", step="extract")
    problems.record(connection, [trouble()], dataset="t", path="b", step="ingest")
    problems.clear(connection, dataset="t", path="a", step="ingest")
    assert [(p.path, p.code) for p in problems.load(connection)] == [("a", "extract-failed"), ("b", "ocr-failed")]


def _ended(connection: sa.Connection, version: str) -> set[str]:
    return set(connection.execute(jobs.ended_inputs("extract", version)).scalars())


def test_a_new_version_of_a_step_redoes_it_and_a_failure_is_not_tried_for_ever(connection: sa.Connection) -> None:
    jobs.mark(connection, "d-1", "extract", "1")
    jobs.mark(connection, "d-2", "extract", "1", state=jobs.FAILED, detail="ValueError")
    assert _ended(connection, "1") == {"d-1", "d-2"}
    assert _ended(connection, "2") == set()
    assert jobs.version_of(connection, "d-1", "extract") == "1"
    assert jobs.version_of(connection, "d-2", "extract") is None
    assert jobs.counts(connection) == {"extract": {"done": 1, "failed": 1}}
    jobs.mark(connection, "d-2", "extract", "2")
    assert jobs.counts(connection) == {"extract": {"done": 2}}
    jobs.forget(connection, "extract")
    assert jobs.counts(connection) == {}
