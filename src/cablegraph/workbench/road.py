"""The whole road of a document: take, ingest, extract, resolve, weigh claims, index. What is done is not done again."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from cablegraph.errors import NothingThere, UsageFault
from cablegraph.model import DatasetKind
from cablegraph.model.answers import RunReport
from cablegraph.store import Case, counting, files
from cablegraph.store.again import wait_for_retry
from cablegraph.store.files import OCR_TURN, TEXT_TURN
from cablegraph.workbench.copying import find_copies
from cablegraph.workbench.extracting import extract_documents
from cablegraph.workbench.indexing import index_documents
from cablegraph.workbench.ingesting import ingest_files
from cablegraph.workbench.ledger import weigh_claims
from cablegraph.workbench.name_search import index_names
from cablegraph.workbench.progress import Report
from cablegraph.workbench.resolving import resolve_case
from cablegraph.workbench.runs import told
from cablegraph.workbench.taking import take_files, take_listed


@dataclass(slots=True)
class _Clock:
    seconds: dict[str, float] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)

    def run(self, step: str, work: Callable[[], int | bool | None]) -> int:
        """Do a step and add up what it did and how long it took; a step may come several times."""
        started = time.monotonic()
        number = int(work() or 0)
        self.seconds[step] = round(self.seconds.get(step, 0.0) + time.monotonic() - started, 3)
        self.done[step] = self.done.get(step, 0) + number
        return number


def add_files(
    case: Case, paths: Iterable[Path], *, dataset: str | None, kind: DatasetKind, report: Report, passwords: Sequence[str] = ()
) -> RunReport:  # fmt: skip
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
    with _working(case, report) as tell:
        if wanted:
            with case.engine.begin() as connection:
                into = files.ensure_dataset(connection, dataset or kind.value, kind)
                if into.kind is not kind:
                    message = f"The dataset {into.name} holds a {into.kind.value}, not a {kind.value}. Nothing was changed. Choose another --dataset."
                    raise UsageFault(message)
            clock.run("register", lambda: take_files(case, wanted, into, tell))
        continue_road(case, clock, tell, passwords=passwords)
    return _sum_up(case, clock)


def retry_files(case: Case, chosen: Mapping[str, str | None], *, passwords: Sequence[str], report: Report) -> RunReport:
    """Try files again that failed or that a person names (``again.wait_for_retry``), and walk the whole road with what comes of it.

    Raises:
        UsageFault: Nothing in the case is as asked for; nothing was changed.
        CaseLocked: Another process works on the case.
        DiskFull: The disk is full; what is done is kept.
    """
    clock = _Clock()
    with _working(case, report) as tell:
        with case.engine.begin() as connection:
            if not wait_for_retry(connection, **chosen):
                message = "No file is as asked for, so nothing was tried again. List what there is with `cablegraph problems`."
                raise UsageFault(message)
        continue_road(case, clock, tell, passwords=passwords)
    return _sum_up(case, clock)


@contextmanager
def _working(case: Case, report: Report) -> Iterator[Report]:
    """Hold the case for a run whose state other terminals can see."""
    with case.lock(), told(case.folder, report) as tell:
        case.archive.sweep()
        yield tell


def _sum_up(case: Case, clock: _Clock) -> RunReport:
    with case.engine.begin() as connection:
        rows = counting.dataset_status(connection)
    names = ("seen", "read", "duplicates", "problems", "pending", "skipped")
    total = {name: sum(getattr(r, name) for r in rows) for name in names}
    return RunReport(**total, done=clock.done, seconds=clock.seconds, next=_next(case, total["problems"]))


def continue_road(case: Case, clock: _Clock, report: Report, *, passwords: Sequence[str] = ()) -> None:
    """Do every step that has work waiting; the caller holds the lock. What needs no OCR is searchable before OCR begins."""
    clock.run("register", lambda: take_listed(case, report))
    for turn in (TEXT_TURN, OCR_TURN):
        read = clock.run("ingest", partial(ingest_files, case, report, turn=turn, passwords=passwords))
        if read or turn == OCR_TURN:
            clock.run("extract", lambda: extract_documents(case, report))
            clock.run("index", lambda: index_documents(case, report))
    clock.run("copies", lambda: find_copies(case, report))
    clock.run("resolve", lambda: resolve_case(case, report))
    clock.run("names", lambda: index_names(case, report))
    clock.run("claims", lambda: weigh_claims(case, report))


def resolve_again(case: Case, report: Report) -> None:
    """After a judgement: entities and claims anew, the documents stay as they are; the caller holds the lock."""
    resolve_case(case, report)
    weigh_claims(case, report)


def _next(case: Case, problems: int) -> str:
    if problems:
        return f"Look at the {problems} files with problems: cablegraph status {case.folder}. Then search: cablegraph search {case.folder} WORDS"
    return f"Search with `cablegraph search {case.folder} WORDS`, or open the workbench with `cablegraph serve {case.folder}`"
