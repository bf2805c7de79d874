"""What a reader is told about the file it reads, and what every reader is.

Knows the limits that hold for one file. A new reader is a class with these four members, listed in ``readers``.
"""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from cablegraph.ingest.budget import Budget
from cablegraph.model import Reading
from cablegraph.settings import Limits, Settings

_SHARE_OF_TIME = 0.9


class OcrWaits(Exception):
    """A file needs OCR in a round that reads only what needs none; it is read again in a later round."""


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read: its ``name`` as a hint, ``scratch`` for members, ``depth`` in containers, ``deadline`` on the monotonic clock in seconds.

    ``budget`` is what may still come out of the file on disk in which this one lies; ``passwords`` are tried on what is locked.
    """

    name: str
    settings: Settings
    scratch: Path
    depth: int
    deadline: float
    budget: Budget
    passwords: tuple[str, ...] = ()

    @property
    def limits(self) -> Limits:
        """What the file may cost."""
        return self.settings.limits

    def is_late(self) -> bool:
        """Whether a reader should stop and hand over what it has."""
        return time.monotonic() > self.deadline


def start_task(
    name: str, settings: Settings, scratch: Path, depth: int, budget: Budget, passwords: tuple[str, ...] = ()
) -> Task:
    """A task whose deadline leaves a reader time to hand over before ``reader_seconds`` end."""
    deadline = time.monotonic() + settings.limits.reader_seconds * _SHARE_OF_TIME
    return Task(name, settings, scratch, depth, deadline, budget, passwords)


class Reader(Protocol):
    """Reads files of some kinds. ``version`` changes whenever the same bytes may give another reading."""

    name: str
    version: str
    kinds: frozenset[str]

    def read(self, content: Path, mime: str, task: Task) -> Reading:
        """Read a file; trouble comes back in the reading, and what is raised counts as damage to the file."""
        ...
