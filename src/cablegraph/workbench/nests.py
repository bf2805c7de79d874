"""How much has come out of each file on disk so far, through all containers in it: what a nest of archives may still give.

Readers see one container each; only the case sees the nest. The trap: members are read at the same time, so the count is asked for when a file is given to
a reader and not when the round begins.
"""

from collections import OrderedDict

from cablegraph.ingest import Budget, start_budget
from cablegraph.settings import Limits
from cablegraph.store import Case, files
from cablegraph.store.files import FileRow

_KEPT = 10_000


class Nests:
    """The nests that were asked for last, counted on as members come out of them."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._kept: OrderedDict[int, tuple[int, int, int]] = OrderedDict()

    def budget(self, row: FileRow) -> Budget:
        """What may still come out of the nest that a file lies in."""
        limits: Limits = self._case.settings.limits
        size, inside, count = self._nest(row.root or row.id)
        return start_budget(size, limits).after(inside, count)

    def grow(self, row: FileRow, sizes: list[int]) -> None:
        """Count members that have come out of a file."""
        root = row.root or row.id
        if root in self._kept:
            size, inside, count = self._kept[root]
            self._kept[root] = (size, inside + sum(sizes), count + len(sizes))

    def _nest(self, root: int) -> tuple[int, int, int]:
        if root not in self._kept:
            with self._case.engine.begin() as connection:
                self._kept[root] = files.nest_of(connection, root)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(root)
        return self._kept[root]
