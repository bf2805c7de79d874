"""A run seen from another terminal: what it is at, and the wish that it pause.

The state is a small file beside the case, replaced whole every second; the wish is another one. Neither needs the database, so asking never waits for
a run and a run never waits for an asker. The trap: a killed run leaves its file behind; it counts only while its process holds the case's lock.
"""

import fcntl
import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from pathlib import Path

from cablegraph.model.answers import RunState
from cablegraph.workbench.progress import Pace, Progress, Report

_EVERY = 1.0
_LOOK = 0.5


def _state_file(folder: Path) -> Path:
    return folder / "run.json"


def _wish_file(folder: Path) -> Path:
    return folder / "pause"


def ask_pause(folder: Path) -> None:
    """Ask the run on a case to pause between two files; it holds until ``ask_resume``, also for runs that start later."""
    _wish_file(folder).touch()


def ask_resume(folder: Path) -> None:
    """Take the wish to pause back."""
    _wish_file(folder).unlink(missing_ok=True)


def is_pause_wanted(folder: Path) -> bool:
    """Whether somebody asked for a pause."""
    return _wish_file(folder).exists()


def read_run(folder: Path) -> RunState | None:
    """What the last run said of itself; None where none has said anything."""
    try:
        state = RunState(**json.loads(_state_file(folder).read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None
    return state if _is_locked(folder) else replace(state, alive=False, paused=False, remaining=None)


def _is_locked(folder: Path) -> bool:
    lock = folder / ".lock"
    if not lock.exists():
        return False
    with lock.open("r") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


@contextmanager
def told(folder: Path, report: Report, *, sleep: Callable[[float], None] = time.sleep) -> Iterator[Report]:
    """A reporter that also writes the state of the run, and stands still while a pause is wanted."""
    pace, started, written = Pace(), time.monotonic(), 0.0
    last: Progress | None = None

    def write(progress: Progress, *, paused: bool, alive: bool = True) -> None:
        state = RunState(
            progress.step, progress.done, progress.total, progress.bytes_done, progress.bytes_total, progress.pages,
            round(time.monotonic() - started, 1), pace.remaining(progress), paused, alive,
        )  # fmt: skip
        part = _state_file(folder).with_suffix(".part")
        with suppress(OSError):  # a disk that is full is told by the step that fills it
            part.write_text(json.dumps(asdict(state)), encoding="utf-8")
            part.replace(_state_file(folder))

    def tell(progress: Progress) -> None:
        nonlocal written, last
        step_is_new = last is None or last.step != progress.step
        last = progress
        report(progress)
        if is_pause_wanted(folder):
            write(progress, paused=True)
            while is_pause_wanted(folder):
                sleep(_LOOK)
            written = 0.0
        if step_is_new or time.monotonic() - written >= _EVERY:
            written = time.monotonic()
            write(progress, paused=False)

    try:
        yield tell
    finally:
        if last is not None and folder.is_dir():
            write(last, paused=False, alive=False)
