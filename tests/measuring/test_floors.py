"""What the bench calls worse, slower and below the floor."""

import pytest
from bench.floors import iter_below, iter_slower, iter_worse, load_floors, value_at


def _result(f1: float, false: float, ours: float = 100, peer: float = 100) -> dict:
    kinds = {"hard-negative": false}
    speeds = {"normalise_mb_per_second": ours, "fold_mb_per_second": peer}
    return {"scores": {"same-name": {"f1": f1, "said_same_by_kind": kinds}}, "language": speeds}


def test_quality_may_not_fall():
    frozen = _result(0.98, 0.01)
    assert not list(iter_worse(frozen, frozen))
    assert "F1" in next(iter_worse(_result(0.97, 0.01), frozen))
    assert "false positives" in next(iter_worse(_result(0.98, 0.02), frozen))


def test_a_difference_of_two_in_a_thousand_is_noise():
    assert not list(iter_worse(_result(0.9785, 0.011), _result(0.98, 0.01)))


def test_a_figure_that_is_gone_is_a_loss():
    assert "not measured" in next(iter_worse({}, _result(0.98, 0.01)))


def test_timings_are_only_compared_as_ratios_of_their_own_run():
    frozen = _result(0.98, 0.01, ours=1000, peer=100)
    slower_machine = _result(0.98, 0.01, ours=100, peer=10)
    assert not list(iter_slower(slower_machine, frozen))
    assert not list(iter_worse(slower_machine, frozen))
    assert list(iter_slower(_result(0.98, 0.01, ours=200, peer=100), frozen))


def test_floors_bind_in_both_directions():
    assert list(iter_below(_result(0.9, 0.01)))
    assert any("false positives" in each for each in iter_below(_result(0.99, 0.5)))


def test_every_floor_has_a_path_and_a_known_direction():
    for floor in (each for group in load_floors().values() for each in group):
        assert floor.at
        assert floor.better in {"higher", "lower"}


@pytest.mark.parametrize("path", [("a",), ("b", 5), ("b", "c")])
def test_a_path_that_leads_nowhere_is_none(path: tuple):
    assert value_at({"b": [1]}, path) is None
