"""A run that is killed with -9 at any moment and started again ends as an unbroken one."""

import random
from pathlib import Path

import pytest
from bench.kills import add_and_kill, add_whole, all_exports, make_trove, new_case


@pytest.fixture(scope="module")
def trove(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty short cables, some of them twice, and an archive of ten."""
    return make_trove(tmp_path_factory.mktemp("kill") / "trove", files=60, members=10)


@pytest.fixture(scope="module")
def unbroken(trove: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], float]:
    case = new_case(tmp_path_factory.mktemp("unbroken") / "case")
    seconds = add_whole(case, trove)
    return all_exports(case), seconds


@pytest.mark.xdist_group("kill")
@pytest.mark.parametrize("share", [0.2, 0.35, 0.5, 0.65, 0.8, 0.95])
def test_killed_and_run_again(
    share: float, trove: Path, unbroken: tuple[dict[str, str], float], tmp_path: Path
) -> None:
    wanted, seconds = unbroken
    case = new_case(tmp_path / "case")
    chance = random.Random(int(share * 100))
    for kill_at in (share * seconds, chance.uniform(0.2, 0.9) * seconds):
        add_and_kill(case, trove, seconds=kill_at)
    add_whole(case, trove)
    assert all_exports(case) == wanted
