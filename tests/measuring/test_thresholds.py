"""The threshold that suits a peer best."""

from bench.peers.thresholds import best_threshold


def test_it_parts_the_same_from_the_others():
    assert best_threshold([(0.9, True), (0.8, True), (0.3, False)]) == 0.8


def test_tied_scores_are_taken_together():
    assert best_threshold([(0.9, True), (0.5, True), (0.5, False), (0.5, False), (0.5, False)]) == 0.9


def test_nothing_to_judge_calls_nobody_the_same():
    assert best_threshold([]) == 1.0
