"""Runs a function over batches in child processes, and survives whatever a batch does to its process.

``concurrent.futures`` breaks as a whole when one worker is killed and cannot stop a task that hangs; troves hold files that do both. Here a lost or late
batch is tried again item by item, and the item that does it again comes back as a ``Lost``, while everything else goes on. What a worker answers is not
believed either: see ``parcel``.
"""

import itertools
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
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, Self, TypeVar

from cablegraph.workbench.parcel import ParcelReader, ParcelRefused, trust, write_parcel

Item = TypeVar("Item")
Result = TypeVar("Result")

_CONTEXT = multiprocessing.get_context("spawn")
_START_SECONDS = 30.0
"""Wall time on top of each batch, since a new process has libraries to load."""
_LOOK_SECONDS = 1.0
"""How often is looked at what busy workers have laid down."""
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")


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
    number: int
    answer: ParcelReader
    batch: list[Item] = field(default_factory=list)
    deadline: float = 0.0


def _serve(pipe: Connection, prepare: Callable[[int], object] | None, number: int, parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if os.getppid() != parent:
        return
    if prepare:
        prepare(number)
        parent = os.getppid()
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
        write_parcel(pipe.fileno(), [_attempt(function, item) for item in batch])


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


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let a worker's libraries start no threads: there is a process for each core, and a process with threads cannot lock itself in."""
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ |= dict.fromkeys(_ONE_THREAD, "1")
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


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
        most = _LOOK_SECONDS if self._overrun else 5.0
        ready = multiprocessing.connection.wait(
            [w.pipe for w in busy] + [w.process.sentinel for w in busy], timeout=min(soonest, most)
        )
        overrun = self._look(busy)
        for worker in busy:
            results, cause = self._receive(worker) if worker.pipe in ready else (None, None)
            if results is not None:
                batch, worker.batch = worker.batch, []
                yield from zip(batch, results, strict=True)
                continue
            late = time.monotonic() > worker.deadline
            cause = cause or overrun.get(worker.number) or (self._too_late() if late else None)
            if cause is None and worker.process.is_alive():
                continue
            batch = worker.batch
            self._end(worker)
            self._workers.remove(worker)
            if len(batch) > 1:
                again.extend([item] for item in batch)
                continue
            yield batch[0], Lost(batch[0], cause or f"Its process ended with code {worker.process.exitcode}.", late)

    def _receive(self, worker: _Worker[Item]) -> tuple[list[Any] | None, str | None]:
        """Take what a worker has sent: its results once they are whole, or why they are not taken."""
        try:
            results = worker.answer.take(worker.pipe.fileno())
        except (EOFError, OSError):
            worker.process.join(5)
            return None, None
        except ParcelRefused as error:
            return None, f"Its answer was refused ({error})."
        if results is None or (len(results) == len(worker.batch) and self._are_expected(results)):
            return results, None
        return None, "Its answer was refused (not what was asked for)."

    def _are_expected(self, results: list[Any]) -> bool:
        return self._answers is None or all(isinstance(r, self._answers) for r in results)

    def _look(self, busy: list[_Worker[Item]]) -> dict[int, str]:
        """Which workers have laid down too much, with the cause; looked at once a second at most, less often where looking takes long."""
        now = time.monotonic()
        if self._overrun is None or now < self._looked:
            return {}
        found = {w.number: cause for w in busy if (cause := self._overrun(w.number))}
        self._looked = time.monotonic() + max(_LOOK_SECONDS, 10 * (time.monotonic() - now))
        return found

    def _too_late(self) -> str:
        return f"It took longer than {self._seconds:g} seconds."

    def _start(self) -> "_Worker[Any]":
        ours, theirs = _CONTEXT.Pipe()
        number = next(self._numbers)
        process = _CONTEXT.Process(target=_serve, args=(theirs, self._prepare, number, os.getpid()), daemon=True)
        with _no_main_module(), _no_interrupt(), _one_thread():
            process.start()
        theirs.close()
        return _Worker(process, ours, number, ParcelReader(self._trusted))

    def _give(self, worker: _Worker[Item], function: Callable[[Item], Result], batch: list[Item]) -> None:
        worker.batch = batch
        worker.deadline = time.monotonic() + self._seconds * len(batch) + _START_SECONDS
        try:
            worker.pipe.send((function, batch))
        except OSError:
            worker.process.join(5)

    @staticmethod
    def _end(worker: "_Worker[Any]") -> None:
        if worker.process.is_alive() and worker.process.pid:
            worker.process.kill()
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(worker.process.pid, signal.SIGKILL)  # what it has started, where it leads a group of its own
        worker.process.join(5)
        worker.pipe.close()
