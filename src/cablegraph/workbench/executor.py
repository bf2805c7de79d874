"""Runs a function over batches in child processes, and survives whatever a batch does to its process.

``concurrent.futures`` breaks as a whole when one worker is killed and cannot stop a task that hangs; troves hold files that do both. Here a lost or late
batch is tried again item by item, and the item that does it again comes back as a ``Lost``, while everything else goes on. What a worker answers is not
believed either (``parcel``); how one is born and ends is left to ``worker``.
"""

import itertools
import multiprocessing
import multiprocessing.connection
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Self

from cablegraph.workbench.parcel import ParcelReader, trust
from cablegraph.workbench.worker import Item, Lost, Result, Worker, newborn, serve

__all__ = ["Lost", "ProcessPool"]

_CONTEXT = multiprocessing.get_context("spawn")
_START_SECONDS = 30.0
"""Wall time on top of each batch, since a new process has libraries to load."""
_LOOK_SECONDS = 1.0
"""How often is looked at what busy workers have laid down."""


class ProcessPool:
    """Child processes that stay for a whole run. Use as a context manager.

    Args:
        workers: How many processes.
        seconds: Wall time allowed for one item.
        prepare: Called once in each new process with its number, which no other gets, to set its limits.
        overrun: Asked about each busy process by its number, once a second; a sentence of why it must end, or None.
        answers: The dataclass of results from workers that read hostile files, of which nothing else is taken; None trusts the workers.
    """

    def __init__(
        self,
        workers: int,
        *,
        seconds: float,
        prepare: Callable[[int], object] | None = None,
        overrun: Callable[[int], str | None] | None = None,
        answers: type | None = None,
    ) -> None:
        self._count = workers
        self._seconds = seconds
        self._prepare = prepare
        self._overrun = overrun
        self._answers = (answers, Lost) if answers else None
        self._trusted = trust(answers) | {(Lost.__module__, Lost.__qualname__)} if answers else None
        self._numbers = itertools.count(1)
        self._looked = 0.0
        self._workers: list[Worker[Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    def submit(
        self, function: Callable[[Item], Result], batches: Iterable[Sequence[Item]]
    ) -> Iterator[tuple[Item, Result | Lost[Item]]]:
        """Yield each item with its result, in the order in which they are done. Batches are drawn only as workers become free."""
        source = (batch for batch in map(list, batches) if batch)
        again: deque[list[Item]] = deque()
        while True:
            while len(self._workers) < self._count:
                self._workers.append(self._start())
            for worker in self._workers:
                if worker.batch:
                    continue
                batch = again.popleft() if again else next(source, None)
                if batch:
                    self._give(worker, function, batch)
            busy = [w for w in self._workers if w.batch]
            if not busy:
                return
            yield from self._collect(busy, again)

    def _collect(self, busy: list[Worker[Item]], again: deque[list[Item]]) -> Iterator[tuple[Item, Any]]:
        soonest = max(0.05, min(w.deadline for w in busy) - time.monotonic())
        most = _LOOK_SECONDS if self._overrun else 5.0
        ready = multiprocessing.connection.wait(
            [w.pipe for w in busy] + [w.process.sentinel for w in busy], timeout=min(soonest, most)
        )
        overrun = self._look(busy)
        for worker in busy:
            results, cause = worker.take(self._are_expected) if worker.pipe in ready else (None, None)
            if results is not None:
                batch, worker.batch = worker.batch, []
                yield from zip(batch, results, strict=True)
                continue
            late = time.monotonic() > worker.deadline
            cause = cause or overrun.get(worker.number) or (self._too_late() if late else None)
            if cause is None and worker.process.is_alive():
                continue
            batch = worker.batch
            worker.end()
            self._workers.remove(worker)
            if len(batch) > 1:
                again.extend([item] for item in batch)
                continue
            yield batch[0], Lost(batch[0], cause or f"Its process ended with code {worker.process.exitcode}.", late)

    def _are_expected(self, results: list[Any]) -> bool:
        return self._answers is None or all(isinstance(r, self._answers) for r in results)

    def _look(self, busy: list[Worker[Item]]) -> dict[int, str]:
        """Which workers have laid down too much, with the cause; looked at once a second at most, less often where looking takes long."""
        now = time.monotonic()
        if self._overrun is None or now < self._looked:
            return {}
        found = {w.number: cause for w in busy if (cause := self._overrun(w.number))}
        self._looked = time.monotonic() + max(_LOOK_SECONDS, 10 * (time.monotonic() - now))
        return found

    def _too_late(self) -> str:
        return f"It took longer than {self._seconds:g} seconds."

    def _start(self) -> Worker[Any]:
        ours, theirs = _CONTEXT.Pipe()
        number = next(self._numbers)
        process = _CONTEXT.Process(target=serve, args=(theirs, self._prepare, number, os.getpid()), daemon=True)
        with newborn():
            process.start()
        theirs.close()
        return Worker(process, ours, number, ParcelReader(self._trusted))

    def _give(self, worker: Worker[Item], function: Callable[[Item], Result], batch: list[Item]) -> None:
        worker.batch = batch
        worker.deadline = time.monotonic() + self._seconds * len(batch) + _START_SECONDS
        try:
            worker.pipe.send((function, batch))
        except OSError:
            worker.process.join(5)
