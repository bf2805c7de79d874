"""How answers look on a terminal: tables and sentences on standard output. Progress is shown by ``watching``."""

import dataclasses
import json
import re
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from cablegraph.errors import UsageFault
from cablegraph.model import relation_schemata
from cablegraph.model.answers import RunReport

out = Console(highlight=False, soft_wrap=True)
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
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
        shown.add_row(*(Text("" if cell is None else harmless(str(cell))) for cell in row))
    out.print(shown)


def say(sentence: str) -> None:
    """Print one line as it is."""
    out.print(Text(harmless(sentence)))


def harmless(text: str) -> str:
    """The text with what could turn a terminal's line round or steer it (overrides of direction, control codes) written out."""
    return _HARMFUL.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


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


def run(answer: RunReport, *, json: bool) -> None:
    """Say what a run did."""
    if json:
        as_json(answer)
        return
    say(
        f"{answer.seen} files seen = {answer.read} read + {answer.duplicates} duplicates + {answer.skipped} left out by rule "
        f"+ {answer.problems} problems" + (f" + {answer.pending} waiting" if answer.pending else "")
    )
    rows = [(step, n, f"{answer.seconds[step]:.1f}") for step, n in answer.done.items()]
    table("Steps", ("step", "inputs done", "seconds"), rows)
    say(f"Next: {answer.next}")
