import sqlalchemy as sa

from cablegraph.store.tables import document, job, meta
from cablegraph.store.upsert import upsert


def _row(item: str, state: str, detail: str = "") -> dict[str, str]:
    return {"input": item, "step": "ingest", "version": "1", "state": state, "detail": detail}


def test_a_row_whose_key_is_taken_replaces_the_old_one(connection: sa.Connection) -> None:
    upsert(connection, job, [_row("a", "failed", "کوتاه"), _row("b", "done")])
    upsert(connection, job, [_row("b", "failed"), _row("a", "done"), _row("c", "done")])
    rows = connection.execute(sa.select(job.c.input, job.c.state, job.c.detail).order_by(job.c.input)).tuples().all()
    assert rows == [("a", "done", ""), ("b", "failed", ""), ("c", "done", "")]


def test_the_last_of_two_equal_keys_in_one_call_wins(connection: sa.Connection) -> None:
    upsert(connection, meta, [{"key": "k", "value": "1"}, {"key": "k", "value": "2"}])
    assert connection.execute(sa.select(meta.c.value)).scalars().all() == ["2"]


def test_without_replacing_the_first_stays(connection: sa.Connection) -> None:
    upsert(connection, meta, [{"key": "k", "value": "first"}])
    upsert(connection, meta, [{"key": "k", "value": "second"}, {"key": "other", "value": "x"}], replace=False)
    assert dict(connection.execute(sa.select(meta.c.key, meta.c.value)).tuples().all()) == {"k": "first", "other": "x"}


def test_nothing_to_insert_is_nothing_done(connection: sa.Connection) -> None:
    upsert(connection, meta, [])
    assert connection.execute(sa.select(sa.func.count()).select_from(meta)).scalar() == 0


def test_what_hangs_on_a_replaced_row_stays(connection: sa.Connection) -> None:
    from cablegraph.store.tables import page

    row = {
        "id": "d-1", "sha256": "s", "kind": "text", "mime": "text/plain", "size": 1, "title": "", "language": "fa", "reader": "", "properties": {},
        "text": "الف",
    }  # fmt: skip
    upsert(connection, document, [row])
    hanging = {
        "document": "d-1",
        "number": 1,
        "start": 0,
        "end": 3,
        "language": "fa",
        "source": "text",
        "reader": "",
        "width": 0,
        "height": 0,
    }
    connection.execute(sa.insert(page), [hanging])
    upsert(connection, document, [row | {"text": "ب"}])
    assert connection.execute(sa.select(sa.func.count()).select_from(page)).scalar() == 1
