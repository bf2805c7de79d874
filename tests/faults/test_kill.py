"""A run that is killed with -9 at any moment and started again ends as an unbroken one."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cablegraph.workbench import Workbench

SENTENCE = "{who} met {other} in Tell Marwan on {day} November 2013. {who} has been Minister of Transport since {day} March 2013."
PEOPLE = (
    "Adnan Khalil al-Badrani",
    "Bahram Kavousi-Rad",
    "Shahriar Nikpour",
    "Salwa Anwar al-Dabbagh",
    "Daryoosh Sepehri",
)


@pytest.fixture(scope="module")
def trove(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty short cables, some of them twice, and an archive of ten."""
    import zipfile

    folder = tmp_path_factory.mktemp("kill") / "trove"
    folder.mkdir()
    for n in range(60):
        who, other = PEOPLE[n % 5], PEOPLE[(n + 2) % 5]
        body = f"TELL MARWAN {1000 + n}\nSUBJECT: MEETING {n}\n\n1. {SENTENCE.format(who=who, other=other, day=n % 27 + 1)}\n"
        (folder / f"{n:03}.txt").write_text(body, encoding="utf-8")
        if n % 20 == 0:
            (folder / f"copy-{n:03}.txt").write_text(body, encoding="utf-8")
    with zipfile.ZipFile(folder / "ten.zip", "w") as packed:
        for n in range(10):
            packed.writestr(
                zipfile.ZipInfo(f"m{n}.txt"),
                f"MARSA NUR {n}\n\n1. {PEOPLE[n % 5]} is a member of the River Unity Party.\n",
            )
    return folder


def _add(case: Path, trove: Path) -> list[str]:
    return [sys.executable, "-m", "cablegraph", "add", str(case), str(trove), "--json"]


def _exports(case: Path) -> dict[str, str]:
    with Workbench.open(case, read_only=True) as bench:
        assert all(d.seen == d.read + d.duplicates + d.problems for d in bench.status().datasets)
        return {name: "".join(bench.iter_export(name)) for name in ("jsonl", "ftm", "csv")}


@pytest.fixture(scope="module")
def unbroken(trove: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], float]:
    case = tmp_path_factory.mktemp("unbroken") / "case"
    Workbench.create(case, name="kill").close()
    started = time.monotonic()
    subprocess.run(_add(case, trove), check=True, capture_output=True)
    return _exports(case), time.monotonic() - started


@pytest.mark.xdist_group("kill")
@pytest.mark.parametrize("share", [0.2, 0.35, 0.5, 0.65, 0.8, 0.95])
def test_killed_and_run_again(
    share: float, trove: Path, unbroken: tuple[dict[str, str], float], tmp_path: Path
) -> None:
    wanted, seconds = unbroken
    case = tmp_path / "case"
    Workbench.create(case, name="kill").close()
    chance = random.Random(int(share * 100))
    for kill_at in (share * seconds, chance.uniform(0.2, 0.9) * seconds):
        run = subprocess.Popen(
            _add(case, trove), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            run.wait(timeout=kill_at)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()
    subprocess.run(_add(case, trove), check=True, capture_output=True)
    assert _exports(case) == wanted
