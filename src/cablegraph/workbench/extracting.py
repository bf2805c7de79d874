"""The third step of the road: the text of each document becomes header, mentions, dates, referents and relations."""

from collections.abc import Iterator
from functools import partial

import sqlalchemy as sa

from cablegraph.extract import EXTRACT_VERSION, extract_document
from cablegraph.ingest import limit_memory
from cablegraph.model import DatasetKind, Document, Extraction, Trouble
from cablegraph.store import Case, documents, facts, files, jobs, places, problems
from cablegraph.store.archive import full_disk_told
from cablegraph.store.tables import dataset as datasets
from cablegraph.store.tables import document, file
from cablegraph.workbench.executor import Lost, ProcessPool
from cablegraph.workbench.outside import Recipe, open_outside, write_recipe
from cablegraph.workbench.progress import Progress, Report
from cablegraph.workbench.reference_lists import open_book

STEP = "extract"
LISTS = "lists"
_SHOWN = 5
_BATCH = 4


def _extract(recipe: Recipe, item: Document) -> Extraction:
    return extract_document(item, outside=open_outside(recipe))


def _prepare(_number: int) -> None:
    limit_memory()


def extract_documents(case: Case, report: Report) -> int:
    """Extract from every document that this version of the step has not seen; returns how many those were."""
    recipe = write_recipe(case)
    _note_unread(case, recipe)
    version = f"{EXTRACT_VERSION}+{recipe.digest}" if recipe.digest else EXTRACT_VERSION
    with case.engine.begin() as connection:
        ended = jobs.ended_inputs(STEP, version)
        told = sa.select(file.c.sha256).join(datasets, datasets.c.name == file.c.dataset)
        told = told.where(
            datasets.c.kind != DatasetKind.REFERENCE.value
        )  # a list says who is known; it tells of nothing
        ids = list(
            connection.execute(
                sa.select(document.c.id)
                .where(document.c.id.not_in(ended), document.c.sha256.in_(told))
                .order_by(document.c.size, document.c.id)
            ).scalars()
        )
    if not ids:
        return 0
    found_at = _places(case)
    done = 0
    pool = ProcessPool(
        min(case.settings.worker_count, len(ids)), seconds=case.settings.limits.reader_seconds, prepare=_prepare
    )
    with pool:
        for item, result in pool.submit(partial(_extract, recipe), _batches(case, ids)):
            with full_disk_told(case.folder), case.engine.begin() as connection:
                dataset, path = found_at.get(item.id, ("", item.id))
                problems.clear(connection, dataset=dataset, path=path, step=STEP)
                if isinstance(result, Lost):
                    trouble = Trouble("extract-failed", result.cause, fatal=False)
                    problems.record(connection, [trouble], dataset=dataset, path=path, step=STEP, document=item.id)
                    jobs.mark(connection, item.id, STEP, version, state=jobs.FAILED, detail=result.cause)
                else:
                    facts.save_extraction(connection, item.id, result)
                    if result.dropped:
                        dropped = "; ".join(f"{what}, {count} times" for what, count in sorted(result.dropped.items()))
                        trouble = Trouble("proposal-dropped", f"Dropped: {dropped}", fatal=False)
                        problems.record(connection, [trouble], dataset=dataset, path=path, step=STEP, document=item.id)
                    jobs.mark(connection, item.id, STEP, version)
            done += 1
            report(Progress(STEP, done, len(ids), item.id))
    return done


def _note_unread(case: Case, recipe: Recipe) -> None:
    """Put on record which reference lists could not be read, or not whole, in place of what an earlier run said."""
    unread = open_book(recipe.lists, recipe.cache_folder).unread if recipe.lists else ()
    with case.engine.begin() as connection:
        for dataset in files.load_datasets(connection):
            problems.clear_step(connection, dataset=dataset.name, step=LISTS)
        for one in unread:
            lines = "; ".join(f"line {f.line}: {f.cause}" for f in one.faults[:_SHOWN])
            trouble = Trouble("list-unread", f"{one.cause}: {lines}" if lines else one.cause, fatal=False)
            problems.record(connection, [trouble], dataset=one.dataset, path=one.path, step=LISTS)


def _places(case: Case) -> dict[str, tuple[str, str]]:
    with case.engine.begin() as connection:
        return {key: (dataset, path) for key, dataset, path in places.iter_first_places(connection)}


def _batches(case: Case, ids: list[str]) -> Iterator[list[Document]]:
    for i in range(0, len(ids), _BATCH):
        with case.engine.begin() as connection:
            yield list(documents.iter_documents(connection, ids[i : i + _BATCH]))
