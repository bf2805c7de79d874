"""The whole road of a document: take, ingest, extract, resolve, weigh claims, index. What is done is not done again."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from cablegraph.errors import NothingThere, UsageFault
from cablegraph.model import DatasetKind
from cablegraph.model.answers import RunReport
from cablegraph.store import Case, files
from cablegraph.workbench.extracting import extract_documents
from cablegraph.workbench.indexing import index_documents
from cablegraph.workbench.ingesting import ingest_files
from cablegraph.workbench.ledger import weigh_claims
from cablegraph.workbench.progress import Report
from cablegraph.workbench.resolving import resolve_case
from cablegraph.workbench.taking import take_files


@dataclass(slots=True)
class _Clock:
    seconds: dict[str, float] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)

    def run(self, step: str, work: Callable[[], int | bool | None]) -> None:
        started = time.monotonic()
        number = work()
        self.seconds[step] = round(time.monotonic() - started, 3)
        self.done[step] = int(number or 0)


def add_files(
    case: Case, paths: Iterable[Path], *, dataset: str | None, kind: DatasetKind, report: Report
) -> RunReport:
    """Take files into a case and walk the whole road with them and with whatever an earlier run left undone.

    Raises:
        NothingThere: One of the paths does not exist; nothing was changed.
        UsageFault: The dataset exists with another kind; nothing was changed.
        CaseLocked: Another process works on the case.
        DiskFull: The disk is full; what is done is kept.
    """
    wanted = [Path(p) for p in paths]
    for path in wanted:
        if not path.exists() and not path.is_symlink():
            message = f"There is nothing at {path}. Nothing was changed. Check the path."
            raise NothingThere(message)
    clock = _Clock()
    with case.lock():
        case.archive.sweep()
        if wanted:
            with case.engine.begin() as connection:
                into = files.ensure_dataset(connection, dataset or kind.value, kind)
                if into.kind is not kind:
                    message = f"The dataset {into.name} holds a {into.kind.value}, not a {kind.value}. Nothing was changed. Choose another --dataset."
                    raise UsageFault(message)
            clock.run("register", lambda: take_files(case, wanted, into, report))
        continue_road(case, clock, report)
    with case.engine.begin() as connection:
        rows = files.dataset_status(connection)
    total = {
        name: sum(getattr(r, name) for r in rows) for name in ("seen", "read", "duplicates", "problems", "pending")
    }
    return RunReport(**total, done=clock.done, seconds=clock.seconds, next=_next(case, total["problems"]))


def continue_road(case: Case, clock: _Clock, report: Report) -> None:
    """Do every step that has work waiting; the caller holds the lock."""
    clock.run("ingest", lambda: ingest_files(case, report))
    clock.run("extract", lambda: extract_documents(case, report))
    clock.run("resolve", lambda: resolve_case(case, report))
    clock.run("claims", lambda: weigh_claims(case, report))
    clock.run("index", lambda: index_documents(case, report))


def resolve_again(case: Case, report: Report) -> None:
    """After a judgement: entities and claims anew, the documents stay as they are; the caller holds the lock."""
    resolve_case(case, report)
    weigh_claims(case, report)


def _next(case: Case, problems: int) -> str:
    if problems:
        return f"Look at the {problems} files with problems: cablegraph status {case.folder}. Then search: cablegraph search {case.folder} WORDS"
    return f"Search with `cablegraph search {case.folder} WORDS`, or open the workbench with `cablegraph serve {case.folder}`"
