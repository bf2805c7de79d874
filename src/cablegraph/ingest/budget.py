"""What may come out of one file on disk, through everything that is nested in it.

Knows how large a nest may grow before it counts as a bomb. Counting what has come out of a nest so far is left to the case, which alone sees all its
files; each container is held to limits of its own as well (``members``). The trap: members of one nest may be read at the same time, each with the
budget of that moment, so a nest can pass its budget by as many readings as run at once.
"""

from dataclasses import dataclass

from cablegraph.settings import Limits

FLOOR = 4 * 2**20
"""Bytes that may always come out of one container, however small it is."""

NEST = 4
"""How many times the limit of one container a whole nest may have: an archive in an archive is counted twice."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What is left for a nest of containers: ``size`` in bytes, and a number of ``members``; neither below 0."""

    size: int
    members: int

    def after(self, size: int, members: int) -> "Budget":
        """What is left when members of so many bytes in all have come out."""
        return Budget(max(self.size - size, 0), max(self.members - members, 0))


class OverBudget(Exception):
    """Something would grow beyond what it may; ``code`` and ``cause`` are those of the trouble."""

    def __init__(self, code: str, cause: str) -> None:
        super().__init__(code)
        self.code = code
        self.cause = cause


@dataclass(slots=True)
class Room:
    """What one container may still lay down: ``container`` bytes by its own size, ``nest`` by that of the file on disk, ``member`` bytes in one piece."""

    container: int
    nest: Budget
    member: int

    def check(self, size: int) -> None:
        """Ask whether a member may have ``size`` bytes.

        Raises:
            OverBudget: It may not, and the code says whether it alone is too large or the container.
        """
        if self.nest.members < 1:
            raise OverBudget("archive-too-many", "The file on disk has reached its limit of members")
        if size > self.nest.size:
            raise OverBudget("archive-bomb", "All that is nested in the file on disk grows beyond its limit")
        if size > min(self.container, self.member):
            if self.container < self.member:
                raise OverBudget("archive-bomb", "It grows beyond its limit")
            raise OverBudget("file-too-large", f"It is larger than {self.member // 2**20:,} MiB")

    def take(self, size: int) -> None:
        """Count a member of ``size`` bytes."""
        self.container -= size
        self.nest = self.nest.after(size, 1)


def open_room(size: int, limits: Limits, nest: Budget) -> Room:
    """The room of a container that has ``size`` bytes, in a nest that has so much left."""
    return Room(container_bytes(size, limits), nest, limits.max_file_mb * 2**20)


def container_bytes(size: int, limits: Limits) -> int:
    """The most bytes that may come out of one container of ``size`` bytes."""
    return min(max(size * limits.max_expansion, FLOOR), limits.max_unpacked_mb * 2**20)


def start_budget(size: int, limits: Limits) -> Budget:
    """The budget of a file on disk that has ``size`` bytes, before anything has come out of it."""
    return Budget(container_bytes(size, limits) * NEST, limits.max_members * NEST)
