"""Archives that came in parts of which some did not come: told once a run, for each folder, whether on disk or inside a container.

Knows the files of the case by name; how parts are named is ``ingest``'s knowledge. The trap: a missing part is no file, so that the count of files adds up
without it; only the names of its neighbours tell.
"""

from collections import defaultdict
from collections.abc import Iterator

import sqlalchemy as sa

from cablegraph.ingest import find_missing_parts
from cablegraph.ingest.split import parse_part
from cablegraph.model import Trouble
from cablegraph.store import Case, counting, problems
from cablegraph.store.files import load_datasets

STEP = "parts"
CODE = "archive-parts-missing"
_MOST_TOLD = 12


def note_missing_parts(case: Case) -> int:
    """Put on record which parts of archives are missing, in place of what an earlier run said; returns for how many archives."""
    count = 0
    with case.engine.begin() as connection:
        for dataset in load_datasets(connection):
            problems.clear_step(connection, dataset=dataset.name, step=STEP)
            for path, trouble in list(_find(connection, dataset.name)):
                problems.record(connection, [trouble], dataset=dataset.name, path=path, step=STEP)
                count += 1
    return count


def _find(connection: sa.Connection, dataset: str) -> Iterator[tuple[str, Trouble]]:
    """The first part that is there of each archive that lacks some, with the trouble."""
    parts: defaultdict[str, list[str]] = defaultdict(list)
    wholes: defaultdict[str, set[str]] = defaultdict(set)
    for line in counting.iter_files(connection, dataset=dataset):
        folder, _, name = line.path.rpartition("/")
        if part := parse_part(name):
            parts[folder].append(name)
            wholes[folder].add(part.whole)
    for line in counting.iter_files(connection, dataset=dataset) if parts else ():
        folder, _, name = line.path.rpartition("/")
        if name in wholes.get(folder, ()):
            parts[folder].append(name)
    for folder, names in parts.items():
        for whole, missing in find_missing_parts(names).items():
            first = min(n for n in names if (part := parse_part(n)) and part.whole == whole)
            yield (f"{folder}/{first}" if folder else first), Trouble(CODE, _tell(whole, missing), fatal=False)


def _tell(whole: str, missing: tuple[str, ...]) -> str:
    more = len(missing) - _MOST_TOLD
    names = ", ".join(missing[:_MOST_TOLD]) + (f" and {more} more" if more > 0 else "")
    return f"Of {whole} this folder lacks {names}; parts behind the last one that is there may be missing, too"
