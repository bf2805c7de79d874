"""Hundreds of harmed files of every kind through the confined readers: the run goes on, and each is accounted for."""

import random
from pathlib import Path

from bench.faults import read_mutations
from bench.mutate import iter_mutations


def test_harmed_files_cost_nothing_but_themselves(tmp_path: Path) -> None:
    found = read_mutations(tmp_path, 300, seed=20261122)
    assert found["adds_up"]
    assert found["seen"] >= 302
    assert found["sound_files_read"]
    assert found["ended_their_reader"] == []
    assert found["not_analysed"] == []


def test_the_same_chance_harms_alike_and_every_seed_has_its_turn() -> None:
    seeds = {"a.txt": b"The governor wrote.", "b.bin": bytes(range(256))}
    first = list(iter_mutations(seeds, 40, chance=random.Random(1)))
    assert first == list(iter_mutations(seeds, 40, chance=random.Random(1)))
    assert len({name for name, _ in first}) == 40
    assert sum(data not in seeds.values() for _, data in first) > 30
    assert all(data for _, data in first)
