"""Progress on standard error: bars on a terminal, a line every few seconds elsewhere; files, bytes, pages and an honest remaining time."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from cablegraph.model.answers import RunState
from cablegraph.workbench import Pace, Progress

_EVERY_SECONDS = 5.0


@contextmanager
def progress() -> Iterator[Callable[[Progress], None]]:
    """Show progress while the block runs."""
    pace = Pace()
    if sys.stderr.isatty():
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description:<10}"),
            BarColumn(),
            TextColumn("{task.fields[numbers]}"),
            TimeElapsedColumn(),
            TextColumn("{task.fields[remaining]}"),
        )
        with Bars(*columns, console=Console(stderr=True)) as bars:
            tasks: dict[str, TaskID] = {}

            def draw(p: Progress) -> None:
                if p.step not in tasks:
                    tasks[p.step] = bars.add_task(p.step, total=p.total or None, numbers="", remaining="")
                left = pace.remaining(p)
                bars.update(
                    tasks[p.step],
                    completed=p.done,
                    total=p.total or None,
                    numbers=_numbers(p),
                    remaining=f"{in_words(left)} left" if left is not None and p.done < p.total else "",
                )

            yield draw
        return
    last = time.monotonic()

    def write(p: Progress) -> None:
        nonlocal last
        left = pace.remaining(p)
        if time.monotonic() - last >= _EVERY_SECONDS:
            last = time.monotonic()
            sys.stderr.write(
                f"{p.step}: {_numbers(p)}" + (f", {in_words(left)} left" if left is not None else "") + "\n"
            )
            sys.stderr.flush()

    yield write


def _numbers(p: Progress | RunState) -> str:
    parts = [f"{p.done:,} of {p.total:,}" if p.total else f"{p.done:,}"]
    if p.bytes_total:
        parts.append(f"{p.bytes_done / 1e6:,.0f} of {p.bytes_total / 1e6:,.0f} MB")
    if p.pages:
        parts.append(f"{p.pages:,} pages")
    return ", ".join(parts)


def in_words(seconds: float) -> str:
    """A time as people say it: 40 s, 12 min, 3 h 20 min."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02d} min"


def run_in_words(state: RunState) -> str:
    """What a run in another terminal is at."""
    left = f", {in_words(state.remaining)} left in this step" if state.remaining is not None else ""
    paused = "Paused" if state.paused else "Running"
    return f"{paused} for {in_words(state.elapsed)}: {state.step} {_numbers(state)}{left}"
