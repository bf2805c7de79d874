import multiprocessing
import os
from collections import Counter
from collections.abc import Iterator

import pytest

from cablegraph.workbench import executor
from cablegraph.workbench.executor import Lost, ProcessPool

from .items import count_up, work


@pytest.fixture(autouse=True)
def quick_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forked processes start at once; that fresh ones do is the matter of one test."""
    monkeypatch.setattr(executor, "_CONTEXT", multiprocessing.get_context("fork"))


def _run(batches: list[list[str]], *, workers: int = 2, seconds: float = 60) -> dict[str, object]:
    with ProcessPool(workers, seconds=seconds) as pool:
        done = list(pool.submit(work, batches))
    assert Counter(item for item, _ in done) == Counter(item for batch in batches for item in batch)
    return dict(done)


def test_one_bad_item_of_each_sort_costs_only_itself() -> None:
    done = _run([["نامه", "die 1", "letter"], ["fail کلمه محرمانه", "رسالة"], ["leave", "last"], ["unsendable"]])
    lost = {item: r for item, r in done.items() if isinstance(r, Lost)}
    assert set(lost) == {"die 1", "fail کلمه محرمانه", "leave", "unsendable"}
    assert {item: r for item, r in done.items() if item not in lost} == {
        "نامه": "نامهنامه",
        "letter": "letterletter",
        "رسالة": "رسالةرسالة",
        "last": "lastlast",
    }
    assert not any(r.late for r in lost.values())
    assert "-9" in lost["die 1"].cause
    assert lost["fail کلمه محرمانه"].cause.startswith("ValueError in work, line ")
    for r in lost.values():
        assert "محرمانه" not in r.cause
        assert "secret" not in r.cause


def test_an_item_that_hangs_is_late_and_the_others_are_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "_START_SECONDS", 1.0)
    done = _run([["hang", "a"], ["b"]], seconds=0.2)
    found = done["hang"]
    assert isinstance(found, Lost)
    assert found.late
    assert "0.2 seconds" in found.cause
    assert done["a"] == "aa"
    assert done["b"] == "bb"


def test_every_item_is_answered_once_by_processes_that_stay() -> None:
    def batches() -> Iterator[list[int]]:
        yield []
        for i in range(0, 60, 3):
            yield [i, i + 1, i + 2]
            yield []

    with ProcessPool(2, seconds=60) as pool:
        first = list(pool.submit(count_up, batches()))
        second = list(pool.submit(count_up, [[100]]))
        processes = {r[1] for _, r in (*first, *second) if not isinstance(r, Lost)}
    assert Counter(item for item, _ in first) == Counter(range(60))
    assert all(r[0] == item + 1 for item, r in first if not isinstance(r, Lost))
    assert 1 <= len(processes) <= 2
    assert os.getpid() not in processes


def test_a_fresh_process_can_do_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    with ProcessPool(1, seconds=60) as pool:
        done = dict(pool.submit(work, [["نامه", "fail"]]))
    assert done["نامه"] == "نامهنامه"
    assert isinstance(done["fail"], Lost)


def test_nothing_to_do_is_done() -> None:
    with ProcessPool(1, seconds=1) as pool:
        assert list(pool.submit(work, [])) == []
        assert list(pool.submit(work, [[], []])) == []


def test_batches_are_drawn_only_as_workers_become_free() -> None:
    drawn = 0

    def batches() -> Iterator[list[int]]:
        nonlocal drawn
        for i in range(20):
            drawn += 1
            yield [i]

    with ProcessPool(1, seconds=60) as pool:
        answers = pool.submit(count_up, batches())
        next(answers)
        assert drawn <= 2
