"""A disk that is full at any moment (originals, scratch, database, index) is said plainly, and the next run completes the case as if nothing had been."""

import json
import random
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from cablegraph.errors import DiskFull

from . import small_disk

pytestmark = pytest.mark.xdist_group("disk")  # what it sets up is made once
AMPLE = 400_000


@pytest.fixture(scope="module")
def trove(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Letters that weigh a little and some that weigh much, and an archive."""
    folder = tmp_path_factory.mktemp("disk") / "trove"
    folder.mkdir()
    chance = random.Random(5)
    for n in range(12):
        noise = " ".join(f"{chance.randrange(10**9)}" for _ in range(40 if n % 3 else 6000))
        (folder / f"{n:02}.txt").write_text(f"The governor wrote letter {n}.\n\n{noise}\n", encoding="utf-8")
    with zipfile.ZipFile(folder / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("in.txt"), "The governor wrote from the archive.\n" + "x " * 100_000)
    return folder


@pytest.fixture(scope="module")
def played(trove: Path, tmp_path_factory: pytest.TempPathFactory):
    """Plays one size through, once."""
    known: dict[int, dict[str, Any]] = {}

    def play(size: int) -> dict[str, Any]:
        if size not in known:
            disk = tmp_path_factory.mktemp("small")
            command = [
                "unshare",
                "--map-root-user",
                "--mount",
                sys.executable,
                small_disk.__file__,
                str(disk),
                str(trove),
                str(size),
            ]
            done = subprocess.run(command, capture_output=True, check=False, timeout=300)
            if not done.stdout:
                pytest.skip(f"no mounts for a plain user here: {done.stderr[-200:]!r}")
            known[size] = json.loads(done.stdout)
        return known[size]

    return play


@pytest.mark.parametrize("size", [300, 700, 1100, 1800])
def test_a_full_disk_is_told_and_the_next_run_completes(played, size: int) -> None:
    wanted, got = played(AMPLE), played(size)
    assert got["first"] in ({DiskFull.exit_code} if got["new"] == 0 else {DiskFull.exit_code, 3}), got["said"]
    assert "Traceback" not in got["said"] + got["again"]
    assert got["second"] == 0, got["again"]
    assert got["hits"] == wanted["hits"] == 13
    assert got["export"] == wanted["export"]
