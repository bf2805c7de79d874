"""An index of names that answers a query in any script: the reference lists, the entities of a case, the people of a search box.

Names are found by the keys of their parts (``keys``) and by their bare consonants, rarest part first, and the best candidates are compared
in full. A query nobody shares a key with is widened to consonant rows one letter off. The index lives in memory, or in a folder whose files
are mapped (``shelf``), with the same answers; what is added goes into a small segment of its own, which is merged as it grows.

The trap: an index that was opened from a folder is written back by ``save`` only, and two writers of one folder do not know of each other
until the second saves.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cablegraph.names.compare import SAME
from cablegraph.names.kernel.layout import Bools, new_scratch
from cablegraph.names.merging import merge_segments
from cablegraph.names.query import MOST_CANDIDATES, Query, Ranked
from cablegraph.names.segment import Segment, make_segment
from cablegraph.names.shelf import Shelf

CHUNK = 100_000
"""So many added names are prepared at a time."""
_EASED = 2
"""A segment is merged with the one before it unless that is this many times as large."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An indexed name that answers a query; ``score`` is the likelihood of one person, 0-1."""

    id: str
    name: str
    score: float


@dataclass(slots=True)
class _Held:
    """A segment with which of its names are removed, and room for counting."""

    segment: Segment
    removed: Bools
    totals: npt.NDArray[np.float32] = field(init=False)
    last: npt.NDArray[np.uint8] = field(init=False)

    def __post_init__(self) -> None:
        self.totals, self.last = np.zeros(len(self.segment), np.float32), np.zeros(len(self.segment), np.uint8)


class NameIndex:
    """Names by their cross-script keys. ``add`` and ``remove`` may be called at any time; one id may have several names and the reverse.

    Safe to be searched by several threads.
    """

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf
        self._held = [_Held(segment, removed) for segment, removed in shelf.load()] if shelf else []
        self._waiting: list[tuple[str, str]] = []
        self._lock = threading.RLock()
        self._room = new_scratch()

    @classmethod
    def build(cls, items: Iterable[tuple[str, str]]) -> NameIndex:
        """An index of ``(id, name)`` pairs in memory."""
        index = cls()
        for identifier, name in items:
            index.add(identifier, name)
        return index

    @classmethod
    def create(cls, folder: Path, items: Iterable[tuple[str, str]] = ()) -> NameIndex:
        """A new index in a folder of its own, saved.

        Raises:
            FileExistsError: There is an index in the folder.
            OSError: The folder cannot be written.
        """
        index = cls(Shelf.create(folder))
        for identifier, name in items:
            index.add(identifier, name)
        index.save()
        return index

    @classmethod
    def open(cls, folder: Path) -> NameIndex:
        """The index that was saved in a folder. Of another version of the tables, it is prepared anew, which takes as long as building it.

        Raises:
            FileNotFoundError: There is no index in the folder.
            ValueError: Its files are damaged; build it again from where its names came.
        """
        return cls(Shelf.open(folder))

    def __len__(self) -> int:
        return len(self._waiting) + sum(len(h.segment) - int(np.count_nonzero(h.removed)) for h in self._held)

    def add(self, identifier: str, name: str) -> None:
        """Add one name. A name without letters is kept but never found."""
        with self._lock:
            self._waiting.append((identifier, name))
            if len(self._waiting) >= CHUNK:
                self._settle()

    def remove(self, identifier: str) -> int:
        """Remove all names of an id; how many there were."""
        with self._lock:
            waiting = [item for item in self._waiting if item[0] != identifier]
            count, self._waiting = len(self._waiting) - len(waiting), waiting
            for held in self._held:
                numbers = [n for n in held.segment.numbers_of(identifier) if not held.removed[n]]
                held.removed[numbers] = True
                count += len(numbers)
            return count

    def save(self) -> None:
        """Write what has changed to the folder of the index; a crash leaves the index as it was or as it is now.

        Raises:
            ValueError: The index has no folder.
            RuntimeError: Somebody else has saved to the folder since this index was opened. Open it again.
            OSError: The folder cannot be written.
        """
        if self._shelf is None:
            message = "This index lives in memory. NameIndex.create makes one that has a folder."
            raise ValueError(message)
        with self._lock:
            self._settle()
            self._shelf.save([(h.segment, h.removed) for h in self._held])

    def search(self, name: str, limit: int = 5, *, language: str | None = None) -> list[Hit]:
        """The names most likely to be the same person's, best first.

        Args:
            name: A name in any script.
            limit: How many hits at most.
            language: Language of the text the name stands in, if known.

        Returns:
            Hits of score above 0; of equal scores the closer spelling first, then the name that was added first.
        """
        query = Query(name, language)
        with self._lock:
            self._settle()
            if not query.parts or not self._held:
                return []
            ranked = self._ranked(query, widened=False)
            if not ranked or ranked[0].score < SAME:
                ranked = self._ranked(query, widened=True)
            segments = [(h.segment.ids, h.segment.names) for h in self._held]
        hits = [(*segments[r.segment], r) for r in ranked[:limit]]
        return [Hit(ids[r.number], names[r.number], round(r.score, 4)) for ids, names, r in hits]

    def _ranked(self, query: Query, *, widened: bool) -> list[Ranked]:
        lists = [query.parts_in(h.segment.postings, self._room, widened=widened) for h in self._held]
        plan = query.weigh([lengths for _, lengths in lists], sum(len(h.segment) for h in self._held))
        found = [
            query.gather(h.segment, parts, plan, h.removed, h.totals, h.last)
            for h, (parts, _) in zip(self._held, lists, strict=True)
        ]
        most = MOST_CANDIDATES * (2 if widened else 1)
        return query.rank([h.segment for h in self._held], found, most, self._room, everything=widened)

    def _settle(self) -> None:
        """Make a segment of the names that wait, and merge it with those that are not much larger."""
        if not self._waiting:
            return
        segment = make_segment(self._waiting)
        self._waiting = []
        self._held.append(_Held(segment, np.zeros(len(segment), np.bool_)))
        while len(self._held) > 1 and len(self._held[-2].segment) < _EASED * len(self._held[-1].segment):
            *_, one, other = self._held
            merged = merge_segments([one.segment, other.segment], [one.removed, other.removed])
            self._held[-2:] = [_Held(merged, np.zeros(len(merged), np.bool_))]
