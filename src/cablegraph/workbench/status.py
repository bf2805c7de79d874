"""A case at a glance, and the sign by which a reader notices that it has changed."""

import sqlalchemy as sa

from cablegraph.ingest import describe_protection, find_protection
from cablegraph.model import problem_codes
from cablegraph.model.answers import Count, Status
from cablegraph.store import Case, counting, jobs
from cablegraph.store.tables import claim, date, document, file, job, judgement, mention, page, problem
from cablegraph.workbench.runs import read_run
from cablegraph.workbench.snapshot import Snapshot


def generation_of(connection: sa.Connection) -> str:
    """A text that differs whenever entities, facts, files or judgements have changed."""
    parts = [
        connection.execute(sa.select(sa.func.count()).select_from(t)).scalar()
        for t in (judgement, document, file, problem)
    ]
    ledger = connection.execute(
        sa.select(job.c.step, sa.func.count(), sa.func.max(job.c.version)).group_by(job.c.step).order_by(job.c.step)
    ).all()
    return f"{parts}{[tuple(row) for row in ledger]}"


def case_status(connection: sa.Connection, case: Case, snapshot: Snapshot, version: str) -> Status:
    """Count everything."""

    def count(table: sa.Table) -> int:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()

    def by(column: sa.Column[str]) -> tuple[Count, ...]:
        rows = connection.execute(
            sa.select(column, sa.func.count()).group_by(column).order_by(sa.func.count().desc(), column)
        )
        return tuple(Count(value, value, number) for value, number in rows)

    titles = problem_codes()
    dates = [line.date for line in snapshot.lines.values() if line.date and not line.record]
    datasets = counting.dataset_status(connection)
    troubles = tuple(Count(c.value, titles[c.value]["title"], c.count) for c in by(problem.c.code))
    return Status(
        name=case.settings.name, version=version, datasets=datasets, documents=count(document), pages=count(page), mentions=count(mention),
        dates=count(date), entities=len(snapshot.cards), relations=len(snapshot.relations), claims=count(claim), judgements=count(judgement),
        problems=troubles, languages=by(document.c.language), kinds=by(document.c.kind), steps=jobs.counts(connection),
        first_date=min(dates, default=None), last_date=max(dates, default=None), protection=describe_protection(find_protection()),
        next=_next(case, snapshot, troubles),
        run=read_run(case.folder),
    )  # fmt: skip


def _next(case: Case, snapshot: Snapshot, troubles: tuple[Count, ...]) -> str:
    if not snapshot.lines:
        return f"Add files: cablegraph add {case.folder} FOLDER"
    if troubles:
        return "Look at the problems and their remedies, then search for a name that you know."
    return "Search for a name that you know, in any spelling or script."
