"""Many files: memory and speed of taking and reading 100,000 of them, and how soon their names can be searched.

The files are invented, each a short cable of its own, in a hundred folders. The trap: what comes after reading (extraction, resolution) is measured on real
cables by ``road``; here only taking, reading, near copies and the index are run, so that a run ends in minutes.
"""

import random
import sys
import time
from pathlib import Path
from typing import Any

from bench.memory import Watch
from cablegraph.model import DatasetKind
from cablegraph.store import Case, files
from cablegraph.workbench import Progress, Workbench
from cablegraph.workbench.copying import find_copies
from cablegraph.workbench.indexing import index_documents
from cablegraph.workbench.ingesting import ingest_files
from cablegraph.workbench.taking import take_files

FILES = 100_000
_GIVEN = ("Karim", "Leila", "Omar", "Nadia", "Bahram", "Salwa", "کریم", "لیلا", "عمر", "نادية")
_FAMILY = ("Zandi", "Sabri", "Haddad", "Kavousi", "Nikpour", "زندی", "صبری", "حداد", "نیکپور")
_VERBS = ("met", "wrote to", "telephoned", "saw", "asked", "دیدار کرد", "كتب إلى", "قابل")
_THINGS = ("the port", "two trucks", "a letter", "the ministry", "بندر نهر", "وزارت راه", "الميناء", "الرسالة")


def measure_scale(work: Path, *, count: int = FILES) -> dict[str, Any]:
    """Make ``count`` files under ``work`` and read them; peaks in MiB by step, files a second."""
    _write(work / "trove", count)
    out: dict[str, Any] = {"files": count, "per_second": {}}
    with Watch() as watch, Workbench.create(work / "case", name="scale") as bench:
        last = [0.0]

        def note(p: Progress) -> None:
            watch.step = p.step
            if p.step != "list" and "seconds_until_names" not in out:
                out["seconds_until_names"] = round(time.monotonic() - started, 1)
            if time.monotonic() - last[0] > 15:
                last[0] = time.monotonic()
                sys.stderr.write(f"  {p.step}: {p.done} of {p.total}\n")

        started = time.monotonic()
        for step, work_on in _steps(bench.case, work / "trove", note):
            begun = time.monotonic()
            work_on()
            out["per_second"][step] = round(count / (time.monotonic() - begun), 1)
        status = bench.holdings.completeness()
        out["complete"] = status.complete and sum(t.seen for t in status.totals) == count
    peaks = {step: round(peak) for step, peak in watch.peaks.items()}
    return out | {"peak": max(peaks.values()), "peak_mib": peaks}


def _steps(case: Case, trove: Path, note: Any) -> list[tuple[str, Any]]:
    def take() -> None:
        with case.engine.begin() as connection:
            dataset = files.ensure_dataset(connection, "trove", DatasetKind.TROVE)
        take_files(case, [trove], dataset, note)

    return [
        ("register", take),
        ("ingest", lambda: ingest_files(case, note)),
        ("copies", lambda: find_copies(case, note)),
        ("index", lambda: index_documents(case, note)),
    ]


def _write(folder: Path, count: int) -> None:
    chance = random.Random(7)
    for number in range(count):
        path = folder / f"{number % 100:02}" / f"cable-{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        sentences = [
            f"{number * 8 + n}. {chance.choice(_GIVEN)} {chance.choice(_FAMILY)} {chance.choice(_VERBS)} {chance.choice(_GIVEN)} "
            f"{chance.choice(_FAMILY)} {chance.randrange(1, 29)} {chance.choice(_THINGS)} {chance.randrange(10**6)}."
            for n in range(chance.randrange(4, 16))
        ]
        path.write_text("\n\n".join(sentences), encoding="utf-8")
