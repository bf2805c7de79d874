"""The proof that an import is complete: every file that was seen, accounted for."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields

import sqlalchemy as sa

from cablegraph.model import problem_codes
from cablegraph.model.answers import CompletenessAnswer, FileCount, ProblemCount
from cablegraph.store import Case, counting


def report_completeness(connection: sa.Connection, case: Case, *, depth: int = 2) -> CompletenessAnswer:
    """Account for every file that was seen: by dataset, by folder down to ``depth``, by kind, and by trouble."""
    codes = problem_codes()
    totals = counting.dataset_status(connection)
    problems = tuple(
        ProblemCount(
            dataset, code, codes[code]["title"], codes[code]["remedy"], count, f"cablegraph retry {case.folder} --dataset {dataset} --problem {code}"
        )
        for dataset, code, count in counting.count_problems(connection)
    )  # fmt: skip
    complete = all(t.seen == t.read + t.duplicates + t.skipped + t.problems and t.pending == 0 for t in totals)
    folders = counting.count_by_folder(connection, depth=depth)
    return CompletenessAnswer(complete, totals, folders, counting.count_by_kind(connection), problems)


def completeness_csv(answer: CompletenessAnswer) -> Iterator[str]:
    """The report as one CSV table: a row for each dataset, folder, kind and trouble, told apart by the column ``by``."""
    columns = [f.name for f in fields(FileCount)]
    yield _row(["by", *columns, "code", "remedy"])
    for total in answer.totals:
        numbers = asdict(total) | {"dataset": total.name, "group": "all"}
        yield _row(["dataset", *(numbers[c] for c in columns), "", ""])
    for by, rows in (("folder", answer.folders), ("kind", answer.kinds)):
        for row in rows:
            yield _row([by, *(getattr(row, c) for c in columns), "", ""])
    for p in answer.problems:
        yield _row(["problem", p.dataset, p.title, p.files, 0, 0, p.files, 0, 0, p.code, p.remedy])


def _row(cells: Sequence[object]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cells)
    return out.getvalue()
