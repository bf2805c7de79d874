"""What a run bears: thousands of harmed files through the confined readers, and kill -9 at random moments."""

import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bench.kills import survive_kills
from bench.mutate import iter_mutations
from bench.seeds import make_seeds
from cablegraph.workbench import Workbench

_ENDED = {"reader-crashed", "reader-timeout"}


def measure_faults(work: Path, mutations: int = 5000, kills: int = 50) -> dict[str, Any]:
    """Harm files and end runs in ``work``; returns the figures."""
    return {
        "mutations": read_mutations(work / "mutations", mutations),
        "kills": survive_kills(work / "kills", kills) if kills else {},
    }


def read_mutations(work: Path, number: int, *, seed: int = 7) -> dict[str, Any]:
    """Add so many harmed files and two sound ones to a case; raises what the run raises.

    Returns:
        Counts of files by what became of them, problems by code, the names of files that ended their reader, and whether the sound ones were read.
    """
    chance = random.Random(seed)
    trove = work / "trove"
    trove.mkdir(parents=True)
    for name, data in iter_mutations(make_seeds(work / "seeds"), number, chance=chance):
        (trove / name).write_bytes(data)
    (trove / "first.txt").write_text("Leila Sabri wrote this letter.", encoding="utf-8")
    (trove / "zlast.txt").write_text("Omar Haddad read that letter.", encoding="utf-8")
    case = work / "case"
    Workbench.create(case, name="mutations").close()
    settings = (case / "case.toml").read_text(encoding="utf-8").replace("ocr = true", "ocr = false")
    (case / "case.toml").write_text(settings.replace("[limits]", "[limits]\nreader_seconds = 60"), encoding="utf-8")
    started = time.monotonic()
    with Workbench.open(case) as bench:
        report = bench.add([trove], dataset="trove")
        seconds = time.monotonic() - started
        (status,) = bench.status().datasets
        problems = list(bench.problems())
        sound = bench.search("Leila Sabri").total >= 1 and bench.search("Omar Haddad").total >= 1
    return {
        "files": number, "seen": status.seen, "read": status.read, "duplicates": status.duplicates, "problems": status.problems,
        "adds_up": status.pending == 0 and status.seen == status.read + status.duplicates + status.problems,
        "by_code": dict(Counter(p.code for p in problems).most_common()), "sound_files_read": sound,
        "ended_their_reader": [(p.path, p.cause) for p in problems if p.code in _ENDED],
        "not_analysed": [(p.path, p.cause) for p in problems if p.code == "extract-failed"], "seconds": round(seconds, 1),
        "seconds_by_step": report.seconds,
    }  # fmt: skip
