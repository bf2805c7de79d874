"""Runs a function over batches in child processes, and survives whatever a batch does to its process.

``concurrent.futures`` breaks as a whole when one worker is killed and cannot stop a task that hangs; troves hold files that do both. Here a lost or late
batch is tried again item by item, and the item that does it again comes back as a ``Lost``, while everything else goes on.
"""

import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
import time
import traceback
import types
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Self, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_CONTEXT = multiprocessing.get_context("spawn")
_START_SECONDS = 30.0
"""Wall time on top of each batch, since a new process has libraries to load."""


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """An item that ended its process (``late`` false) or took longer than allowed (``late`` true); ``cause`` in one sentence."""

    item: Item
    cause: str
    late: bool


@dataclass(slots=True)
class _Worker(Generic[Item]):
    process: BaseProcess
    pipe: Connection
    batch: list[Item] = field(default_factory=list)
    deadline: float = 0.0


def _serve(pipe: Connection, prepare: Callable[[], object] | None, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if prepare:
        prepare()
    while os.getppid() == parent:
        if not pipe.poll(1.0):
            continue
        try:
            task = pipe.recv()
        except EOFError:
            return
        if task is None:
            return
        function, batch = task
        pipe.send([_attempt(function, item) for item in batch])


def _attempt(function: Callable[[Item], Result], item: Item) -> "Result | Lost[Item]":
    try:
        return function(item)
    except Exception as error:  # noqa: BLE001 - whatever a file does to a step is that file's problem, not the run's
        last = traceback.extract_tb(error.__traceback__)[-1]
        return Lost(item, f"{type(error).__name__} in {last.name}, line {last.lineno}.", late=False)


@contextmanager
def _no_main_module() -> Iterator[None]:
    """Hide the main module from ``multiprocessing``, which would run it again in each worker: a script without a main guard would call itself for ever.

    Workers need none of it, since what they run lies in importable modules.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _no_interrupt() -> Iterator[None]:
    """Let a worker be born deaf to Ctrl-C, which is its parent's affair; only the main thread may say so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


class ProcessPool:
    """Child processes that stay for a whole run. Use as a context manager.

    Args:
        workers: How many processes.
        seconds: Wall time allowed for one item.
        prepare: Called once in each new process, to set its limits.
    """

    def __init__(self, workers: int, *, seconds: float, prepare: Callable[[], object] | None = None) -> None:
        self._count = workers
        self._seconds = seconds
        self._prepare = prepare
        self._workers: list[_Worker[Any]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            self._end(worker)
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

    def _collect(self, busy: list[_Worker[Item]], again: deque[list[Item]]) -> Iterator[tuple[Item, Any]]:
        soonest = max(0.05, min(w.deadline for w in busy) - time.monotonic())
        multiprocessing.connection.wait(
            [w.pipe for w in busy] + [w.process.sentinel for w in busy], timeout=min(soonest, 5.0)
        )
        for worker in busy:
            late = time.monotonic() > worker.deadline
            try:
                if worker.pipe.poll():
                    batch, worker.batch = worker.batch, []
                    try:
                        results = worker.pipe.recv()
                    except (EOFError, OSError):
                        worker.batch = batch
                        raise
                    yield from zip(batch, results, strict=True)
                    continue
            except (EOFError, OSError):
                worker.process.join(5)
            if worker.process.is_alive() and not late:
                continue
            batch = worker.batch
            self._end(worker)
            self._workers.remove(worker)
            if len(batch) > 1:
                again.extend([item] for item in batch)
                continue
            cause = (
                f"It took longer than {self._seconds:g} seconds."
                if late
                else f"Its process ended with code {worker.process.exitcode}."
            )
            yield batch[0], Lost(batch[0], cause, late)

    def _start(self) -> "_Worker[Any]":
        ours, theirs = _CONTEXT.Pipe()
        process = _CONTEXT.Process(target=_serve, args=(theirs, self._prepare, os.getpid()), daemon=True)
        with _no_main_module(), _no_interrupt():
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def _give(self, worker: _Worker[Item], function: Callable[[Item], Result], batch: list[Item]) -> None:
        worker.batch = batch
        worker.deadline = time.monotonic() + self._seconds * len(batch) + _START_SECONDS
        try:
            worker.pipe.send((function, batch))
        except OSError:
            worker.process.join(5)

    @staticmethod
    def _end(worker: "_Worker[Any]") -> None:
        worker.process.kill()
        worker.process.join(5)
        worker.pipe.close()
