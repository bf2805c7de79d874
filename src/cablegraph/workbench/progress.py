"""What a long run says of itself while it goes on, and how long it will still take.

The trap: a run reads small files first, so a rate in files flatters; the remaining time is reckoned in bytes where they are known, from the last
minutes only, and is not given before something was measured.
"""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

_WINDOW = 180.0
_LEAST = 3.0
_PER_ITEM = 20_000


@dataclass(frozen=True, slots=True)
class Progress:
    """One step's state: its name, how many of its inputs are done, how many there are, and what it is at (an id or a path).

    ``bytes_done`` and ``bytes_total`` are of the files, 0 where a step does not know them; ``pages`` counts the pages that came out.
    """

    step: str
    done: int
    total: int
    current: str = ""
    bytes_done: int = 0
    bytes_total: int = 0
    pages: int = 0


Report = Callable[[Progress], None]
"""Whoever shows progress; called often, so it must be quick."""


def say_nothing(_: Progress) -> None:
    """Show no progress."""


def _work(progress: Progress) -> tuple[float, float]:
    """How much is done and how much there is, an input counting as much as 20 kB."""
    return progress.bytes_done + progress.done * _PER_ITEM, progress.bytes_total + progress.total * _PER_ITEM


@dataclass(slots=True)
class Pace:
    """Measures a run; ``remaining`` answers for the step that it is in."""

    clock: Callable[[], float] = time.monotonic
    _step: str = ""
    _marks: deque[tuple[float, float]] = field(default_factory=deque)

    def remaining(self, progress: Progress) -> float | None:
        """Seconds until the step ends, by the pace of the last three minutes; None before three seconds of it were measured."""
        now = self.clock()
        done, total = _work(progress)
        if progress.step != self._step:
            self._step = progress.step
            self._marks.clear()
        self._marks.append((now, done))
        while self._marks[-1][0] - self._marks[0][0] > _WINDOW:
            self._marks.popleft()
        spent, moved = now - self._marks[0][0], done - self._marks[0][1]
        if not progress.total or spent < _LEAST or moved <= 0:
            return None
        return max(0.0, (total - done) * spent / moved)
