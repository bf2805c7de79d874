"""What a case holds, file by file: the report of completeness, files by name, deliveries compared, the manifest, the run that goes on."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cablegraph.errors import NothingThere
from cablegraph.model import FileState
from cablegraph.model.answers import (
    CompletenessAnswer,
    Count,
    FileLine,
    ManifestCheck,
    RunState,
    TrancheAnswer,
    TrancheLine,
)
from cablegraph.store import Case, counting, deliveries, files
from cablegraph.workbench.bags import write_bag
from cablegraph.workbench.completeness import completeness_csv, report_completeness
from cablegraph.workbench.manifest import check_manifest, write_manifest
from cablegraph.workbench.runs import ask_pause, ask_resume, read_run

_CHANGES = {
    "new": "new content",
    "changed": "the same place, other content",
    "repeated": "content that was there before",
    "gone": "no longer delivered",
}


class Holdings:
    """The files of an open case; everything here reads, and the wish to pause is a file beside the case."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def completeness(self, *, depth: int = 2) -> CompletenessAnswer:
        """Account for every file that was seen, by folder down to ``depth``, by kind and by trouble."""
        with self._case.engine.begin() as connection:
            return report_completeness(connection, self._case, depth=depth)

    def completeness_csv(self, *, depth: int = 2) -> Iterator[str]:
        """The lines of the same report as one table."""
        return completeness_csv(self.completeness(depth=depth))

    def files(
        self, words: str = "", *, state: FileState | None = None, dataset: str | None = None, offset: int = 0, limit: int = 100
    ) -> tuple[FileLine, ...]:  # fmt: skip
        """Files whose path holds all the words, whatever became of them; names are there within the first minute of a run."""
        with self._case.engine.begin() as connection:
            found = counting.iter_files(
                connection, words=words, state=state, dataset=dataset, offset=offset, limit=limit
            )
            return tuple(found)

    def compare(self, earlier: str, later: str, *, limit: int = 1000) -> TrancheAnswer:
        """What a later delivery adds, repeats, changes and lacks. Raises ``NothingThere`` where a dataset does not exist."""
        with self._case.engine.begin() as connection:
            known = {d.name for d in files.load_datasets(connection)}
            for name in (earlier, later):
                if name not in known:
                    message = (
                        f"There is no dataset {name} in this case. There are: {', '.join(sorted(known)) or 'none'}."
                    )
                    raise NothingThere(message)
            counts: Counter[str] = Counter()
            lines: list[TrancheLine] = []
            for line in deliveries.iter_changes(connection, earlier, later):
                counts[line.change] += 1
                if len(lines) < limit and line.change != "repeated":
                    lines.append(line)
        return TrancheAnswer(
            earlier, later, tuple(Count(c, label, counts[c]) for c, label in _CHANGES.items()), tuple(lines)
        )

    def datasets(self) -> tuple[str, ...]:
        """The names of the datasets in the order in which they came."""
        with self._case.engine.begin() as connection:
            return tuple(d.name for d in files.load_datasets(connection))

    def write_manifest(self, out: Path, *, who: str, key: Path | None = None) -> str:
        """Write the signed-off list of all files. See ``manifest.write_manifest``."""
        with self._case.engine.begin() as connection:
            return write_manifest(connection, self._case, out, who=who, key=key)

    def check_manifest(self, listed: Path) -> ManifestCheck:
        """Hold a manifest against the case. See ``manifest.check_manifest``."""
        with self._case.engine.begin() as connection:
            return check_manifest(connection, self._case, listed)

    def write_bag(self, folder: Path, *, who: str) -> int:
        """Write the originals as a bag. See ``bags.write_bag``."""
        with self._case.engine.begin() as connection:
            return write_bag(connection, self._case, folder, who=who)

    def run(self) -> RunState | None:
        """What the last run said of itself; None where none has said anything."""
        return read_run(self._case.folder)

    def pause(self) -> None:
        """Ask the run to pause between two files."""
        ask_pause(self._case.folder)

    def resume(self) -> None:
        """Let a paused run go on."""
        ask_resume(self._case.folder)
