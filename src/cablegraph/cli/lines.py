"""``cablegraph lines NAME``: JSON Lines on standard input or from a file, JSON Lines on standard output."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from cablegraph.errors import NothingThere
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
) -> None:
    """Answer each JSON line; a bad line is reported by its number on standard error and does not stop the run."""
    if path is not None and not path.is_file():
        message = f"There is no file {path}."
        raise NothingThere(message)
    answer = answerer(name, index=index, limit=k, complain=_complain)
    stream = path.open(encoding="utf-8", errors="replace") if path else _utf8(sys.stdin)
    for line in answer_lines(stream, answer, _complain):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def _utf8(stream: object) -> typer.FileTextRead:
    stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[attr-defined]
    return stream  # type: ignore[return-value]


def _complain(number: int, cause: str) -> None:
    sys.stderr.write(f"line {number}: left out, because {cause}.\n")
