import itertools
from math import exp, isclose

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cablegraph.extract.mentions.spans import KINDS, Likely, choose, find_likely
from cablegraph.extract.mentions.weights import LABELS

ALLOWED = np.array([[not (b[0] == "I" and a[2:] != b[2:]) for b in LABELS] for a in LABELS])
ALL = dict.fromkeys(KINDS, 1e-6)
score = st.floats(-3, 3, width=32)


def names_of(path: tuple[int, ...]) -> set[tuple[int, int, str]]:
    names = set()
    at = 0
    while at < len(path):
        stop = at + 1
        if path[at]:
            while stop < len(path) and LABELS[path[stop]] == f"I-{LABELS[path[at]][2:]}":
                stop += 1
            names.add((at, stop, KINDS[(path[at] - 1) // 2]))
        at = stop
    return names


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(score, min_size=7, max_size=7), min_size=1, max_size=3), st.integers(0, 99))
def test_the_probability_of_a_name_is_that_of_all_readings_that_hold_it(rows: list[list[float]], seed: int) -> None:
    scores = np.array(rows, np.float32)
    steps = np.where(ALLOWED, np.random.default_rng(seed).normal(size=(7, 7)), -np.inf).astype(np.float32)
    total, of_name = 0.0, {}
    for path in itertools.product(range(7), repeat=len(rows)):
        if LABELS[path[0]][0] == "I":
            continue
        weight = exp(
            sum(scores[i, k] for i, k in enumerate(path)) + sum(steps[a, b] for a, b in itertools.pairwise(path))
        )
        total += weight
        if weight:
            for name in names_of(path):
                of_name[name] = of_name.get(name, 0.0) + weight
    found = {(one.start, one.end, one.kind): one.sure for one in find_likely(scores, steps, ALL)}
    for name, weight in of_name.items():
        assert isclose(found.get(name, 0.0), weight / total, abs_tol=2e-3)


@pytest.mark.parametrize("size", [1, 40])
def test_words_that_are_no_names_give_none(size: int) -> None:
    scores = np.zeros((size, 7), np.float32)
    scores[:, 0] = 9
    assert find_likely(scores, np.where(ALLOWED, 0, -np.inf).astype(np.float32), dict.fromkeys(KINDS, 0.3)) == []


def test_the_likelier_of_two_that_touch_is_taken() -> None:
    whole, part, other = Likely(0.6, 0, 3, "ORG"), Likely(0.4, 1, 2, "PLACE"), Likely(0.35, 4, 5, "PERSON")
    assert choose([part, other, whole]) == [whole, other]
