"""Born-digital cables: the ingest step of a run over real ones as text and invented ones as PDF, and what of such PDFs is read right, beside the peers.

The step is measured as a run does it: confined readers, the archive, the case's database, first what needs no OCR and then the pages whose layer is doubted.
"""

import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from bench.peers.reading import measure_file_peers
from bench.prints import make_prints
from bench.processor import processor_seconds
from cablegraph.model import DatasetKind
from cablegraph.store import Case, files
from cablegraph.store.files import OCR_TURN, TEXT_TURN
from cablegraph.store.tables import page
from cablegraph.workbench import Progress, Workbench
from cablegraph.workbench.ingesting import ingest_files
from cablegraph.workbench.taking import take_files

TEXTS, PDFS = 600, 60
"""Text files, and PDFs of each language."""


def measure_ingest(shared: Path, work: Path, *, texts: int = TEXTS, pdfs: int = PDFS) -> dict[str, Any]:
    """Documents a second of the step, and a row for cablegraph and each peer over the same files."""
    plain = list(islice(sorted((shared / "data" / "frus" / "text").rglob("*.txt")), texts))
    prints = make_prints(work / "prints", pdfs)
    return {
        "texts": len(plain),
        "pdfs": len(prints.made),
        "left_out": list(prints.left_out),
        "step": _run_step(work / "case", [*plain, *(each.path for each in prints.made)]),
        "peers": measure_file_peers(plain, prints.made, work),
    }


def _run_step(folder: Path, paths: Sequence[Path]) -> dict[str, Any]:
    with Workbench.create(folder, name="born digital") as bench:
        case = bench.case
        with case.engine.begin() as connection:
            dataset = files.ensure_dataset(connection, "cables", DatasetKind.TROVE)
        take_files(case, paths, dataset, _say_nothing)
        seconds = []
        busy = processor_seconds()
        for turn in (TEXT_TURN, OCR_TURN):
            started = time.monotonic()
            ingest_files(case, _say_nothing, turn=turn)
            seconds.append(time.monotonic() - started)
        busy = processor_seconds() - busy
        sources = _count_sources(case)
    return {
        "documents": len(paths),
        "documents_per_second": round(len(paths) / sum(seconds), 1),
        "cpu_ms_per_document": round(1000 * busy / len(paths), 1),
        "text_turn_seconds": round(seconds[0], 1),
        "ocr_turn_seconds": round(seconds[1], 1),
        "pages_by_source": sources,
    }


def _count_sources(case: Case) -> dict[str, int]:
    with case.engine.begin() as connection:
        rows = connection.execute(sa.select(page.c.source, sa.func.count().label("pages")).group_by(page.c.source))
        return {row.source: row.pages for row in rows}


def _say_nothing(_: Progress) -> None:
    """A run has to tell somebody how far it is."""
