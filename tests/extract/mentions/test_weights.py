from pathlib import Path

import numpy as np
import pytest

from cablegraph.extract.mentions.weights import LABELS, load, quantise, save

SIZE = len(LABELS)


def table(*rows: float) -> np.ndarray:
    return np.array([[row] * SIZE for row in rows], np.float32)


def test_weights_come_back_from_disk_as_they_were(tmp_path: Path) -> None:
    keys = np.array([3, 70_000, 4_000_000_000], np.uint32)
    steps = np.zeros((SIZE, SIZE), np.float32)
    steps[0, 2] = -np.inf
    made = quantise(keys, table(1.0, -2.0, 0.5), steps, 0.0)
    save(made, tmp_path / "w.xz")
    back = load(tmp_path / "w.xz")
    assert back.keys.tolist() == keys.tolist()
    assert back.step == made.step
    assert (back.table == made.table).all()
    assert (back.steps == steps).all()
    assert back.sum(keys)[0] == pytest.approx(-0.5, abs=0.03)


def test_a_feature_never_seen_weighs_nothing() -> None:
    made = quantise(np.array([5, 9], np.uint32), table(1.0, 2.0), np.zeros((SIZE, SIZE), np.float32), 0.0)
    assert made.sum(np.array([4, 6, 10], np.uint32)).tolist() == [0.0] * SIZE
    scores = np.zeros((2, SIZE), np.float32)
    made.add(scores, np.array([9, 6, 9], np.uint32), np.array([0, 0, 1]))
    assert scores[0] == pytest.approx(scores[1])


def test_light_features_are_left_out() -> None:
    made = quantise(np.array([5, 9], np.uint32), table(0.01, 2.0), np.zeros((SIZE, SIZE), np.float32), 0.1)
    assert made.keys.tolist() == [9]


def test_missing_weights_are_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "none.xz")
