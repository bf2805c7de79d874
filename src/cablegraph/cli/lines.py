"""``cablegraph lines NAME``: JSON Lines on standard input or from a file, JSON Lines on standard output."""

import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from cablegraph.errors import NothingThere
from cablegraph.extract.relations import SURE
from cablegraph.workbench.lines import answer_lines, answerer


def register(app: typer.Typer) -> None:
    """Put the command on the command line."""
    app.command()(lines)


def lines(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="dates, header, mentions, relations, claims, same-name or find-name.")
    ],
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A JSON Lines file; standard input if left out.")
    ] = None,
    index: Annotated[
        Path | None, typer.Option("--index", help="For find-name: JSON Lines with `id` and `name`.")
    ] = None,
    k: Annotated[int, typer.Option("-k", min=1, help="For find-name: at most this many hits.")] = 5,
    confidence: Annotated[
        float, typer.Option("--confidence", min=0, max=1, help="For relations: only those at least this sure; 0 = all.")
    ] = SURE,
) -> None:
    """Answer each JSON line; a bad line is reported by its number on standard error and does not stop the run."""
    if path is not None and not path.is_file():
        message = f"There is no file {path}."
        raise NothingThere(message)
    answer = answerer(name, index=index, limit=k, complain=_complain, least_confidence=confidence)
    stream: Iterable[str] = path.open(encoding="utf-8", errors="replace") if path else _standard_input()
    for line in answer_lines(stream, answer, _complain):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stdout.flush()  # a caller that asks line by line waits for this answer


def _standard_input() -> Iterable[str]:
    return io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", errors="replace")


def _complain(number: int, cause: str) -> None:
    sys.stderr.write(f"line {number}: left out, because {cause}.\n")
