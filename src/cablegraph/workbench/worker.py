"""One worker process: how it is born, what it does until its parent ends, and how the parent holds it.

Knows that a worker is started without the parent's main module, deaf to Ctrl-C and without threads of its libraries, and that whatever an item raises comes
back as a value. Which batch goes where, and what becomes of a worker that hangs, is left to ``executor``.
"""

import os
import signal
import sys
import threading
import traceback
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from cablegraph.workbench.parcel import ParcelReader, ParcelRefused, write_parcel

Item = TypeVar("Item")
Result = TypeVar("Result")
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """An item that ended its process (``late`` false) or took longer than allowed (``late`` true); ``cause`` in one sentence."""

    item: Item
    cause: str
    late: bool


@dataclass(slots=True)
class Worker(Generic[Item]):
    """A worker as its parent holds it: the batch that it is at, and until when (monotonic clock, seconds) it may take."""

    process: BaseProcess
    pipe: Connection
    number: int
    answer: ParcelReader
    batch: list[Item] = field(default_factory=list)
    deadline: float = 0.0

    def take(self, are_expected: Callable[[list[Any]], bool]) -> tuple[list[Any] | None, str | None]:
        """Take what the worker has sent: its results once they are whole, or why they are not taken."""
        try:
            results = self.answer.take(self.pipe.fileno())
        except (EOFError, OSError):
            self.process.join(5)
            return None, None
        except ParcelRefused as error:
            return None, f"Its answer was refused ({error})."
        if results is None or (len(results) == len(self.batch) and are_expected(results)):
            return results, None
        return None, "Its answer was refused (not what was asked for)."

    def end(self) -> None:
        """End the process and what it has started."""
        if self.process.is_alive() and self.process.pid:
            self.process.kill()
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)  # what it has started, where it leads a group of its own
        self.process.join(5)
        self.pipe.close()


def serve(pipe: Connection, prepare: Callable[[int], object] | None, number: int, parent: int) -> None:
    """Do what comes through the pipe and answer in parcels, until the parent ends or sends None."""
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
def newborn() -> Iterator[None]:
    """Let processes be started in here as workers should be."""
    with _no_main_module(), _no_interrupt(), _one_thread():
        yield


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
