"""Runs of ``cablegraph add`` that are ended with -9 at random moments, and what an unbroken run gives to compare with."""

import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

from cablegraph.workbench import Workbench

_PEOPLE = (
    "Adnan Khalil al-Badrani",
    "Bahram Kavousi-Rad",
    "Shahriar Nikpour",
    "Salwa Anwar al-Dabbagh",
    "Daryoosh Sepehri",
)
_SENTENCE = "{who} met {other} in Tell Marwan on {day} November 2013. {who} has been Minister of Transport since {day} March 2013."


def make_trove(folder: Path, *, files: int, members: int) -> Path:
    """Short cables, some of them twice, and an archive."""
    folder.mkdir(parents=True)
    for n in range(files):
        who, other = _PEOPLE[n % 5], _PEOPLE[(n + 2) % 5]
        body = f"TELL MARWAN {1000 + n}\nSUBJECT: MEETING {n}\n\n1. {_SENTENCE.format(who=who, other=other, day=n % 27 + 1)}\n"
        (folder / f"{n:03}.txt").write_text(body, encoding="utf-8")
        if n % 20 == 0:
            (folder / f"copy-{n:03}.txt").write_text(body, encoding="utf-8")
    with zipfile.ZipFile(folder / "ten.zip", "w") as packed:
        for n in range(members):
            text = f"MARSA NUR {n}\n\n1. {_PEOPLE[n % 5]} is a member of the River Unity Party.\n"
            packed.writestr(zipfile.ZipInfo(f"m{n}.txt"), text)
    return folder


def add_whole(case: Path, trove: Path) -> float:
    """Add the trove without a break; returns the seconds that it took."""
    started = time.monotonic()
    subprocess.run(_command(case, trove), check=True, capture_output=True)
    return time.monotonic() - started


def add_and_kill(case: Path, trove: Path, *, seconds: float) -> bool:
    """Start to add the trove and end all its processes with -9 after so many seconds; returns whether it was still at work."""
    run = subprocess.Popen(
        _command(case, trove), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        run.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        return True
    return False


def all_exports(case: Path) -> dict[str, str]:
    """The exports of a case in several formats; the counts of its files must add up."""
    with Workbench.open(case, read_only=True) as bench:
        assert all(d.seen == d.read + d.duplicates + d.problems for d in bench.status().datasets)
        return {name: "".join(bench.iter_export(name)) for name in ("jsonl", "ftm", "csv")}


def new_case(folder: Path) -> Path:
    """An empty case of the same name every time, so that exports can be compared."""
    Workbench.create(folder, name="kill").close()
    return folder


def survive_kills(work: Path, kills: int, *, a_case: int = 5, seed: int = 9) -> dict[str, int | float]:
    """End runs at random moments, several in a row on one case, then let it finish; returns how many kills left an equal export."""
    chance = random.Random(seed)
    trove = make_trove(work / "trove", files=24, members=6)
    seconds = add_whole(new_case(work / "unbroken"), trove)
    wanted = all_exports(work / "unbroken")
    done = survived = cases = equal = 0
    while done < kills:
        cases += 1
        case = new_case(work / f"case-{cases}")
        hit = 0
        while hit < min(a_case, kills - done):
            started = time.monotonic()
            if not add_and_kill(case, trove, seconds=chance.uniform(0.05, 1.0) * seconds):
                seconds = min(
                    seconds, time.monotonic() - started
                )  # a machine with less to do is faster than the first run was
                break
            hit += 1
        add_whole(case, trove)
        same = all_exports(case) == wanted
        done, survived, equal = done + hit, survived + (hit if same else 0), equal + same
    return {
        "kills": done,
        "survived": survived,
        "cases": cases,
        "cases_with_equal_exports": equal,
        "seconds_unbroken": round(seconds, 2),
    }


def _command(case: Path, trove: Path) -> list[str]:
    return [sys.executable, "-m", "cablegraph", "add", str(case), str(trove), "--json"]
