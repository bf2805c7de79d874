"""How answers look on a terminal: tables and sentences on standard output, progress on standard error."""

import dataclasses
import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars
from rich.table import Table
from rich.text import Text

from cablegraph.errors import UsageFault
from cablegraph.model import relation_schemata
from cablegraph.workbench import Progress

out = Console(highlight=False, soft_wrap=True)
_EVERY_SECONDS = 5.0
_ISO = re.compile(r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


def as_json(answer: object) -> None:
    """Print an answer as JSON: data classes become objects, tuples lists."""
    sys.stdout.write(json.dumps(_plain(answer), ensure_ascii=False, indent=2) + "\n")


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    return value


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table; text in it is never read as markup."""
    shown = Table(title=Text(title), title_justify="left", show_edge=False, pad_edge=False)
    for column in columns:
        shown.add_column(column, overflow="fold")
    for row in rows:
        shown.add_row(*(Text("" if cell is None else str(cell)) for cell in row))
    out.print(shown)


def say(sentence: str) -> None:
    """Print one line as it is."""
    out.print(Text(sentence))


def checked_date(value: str | None) -> str | None:
    """An ISO date as typed. Raises ``UsageFault`` where it is none."""
    if value is not None and not _ISO.match(value):
        message = f"{value!r} is no ISO date. Write 2014, 2014-11 or 2014-11-05."
        raise UsageFault(message)
    return value


def checked_types(values: Sequence[str] | None) -> tuple[str, ...]:
    """Types of relations as typed. Raises ``UsageFault`` where one is unknown."""
    unknown = [v for v in values or () if v not in relation_schemata()]
    if unknown:
        message = f"There is no relation type {unknown[0]!r}. Known are {', '.join(relation_schemata())}."
        raise UsageFault(message)
    return tuple(values or ())


@contextmanager
def progress() -> Iterator[Callable[[Progress], None]]:
    """Show progress on standard error: bars on a terminal, a line every few seconds elsewhere."""
    if sys.stderr.isatty():
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description:<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
        )
        with Bars(*columns, console=Console(stderr=True)) as bars:
            tasks: dict[str, TaskID] = {}

            def draw(p: Progress) -> None:
                if p.step not in tasks:
                    tasks[p.step] = bars.add_task(p.step, total=p.total or None)
                bars.update(tasks[p.step], completed=p.done, total=p.total or None)

            yield draw
        return
    last = time.monotonic()

    def write(p: Progress) -> None:
        nonlocal last
        if time.monotonic() - last >= _EVERY_SECONDS:
            last = time.monotonic()
            sys.stderr.write(f"{p.step}: {p.done} of {p.total or '?'}\n")
            sys.stderr.flush()

    yield write
