"""The entry point: gathers the commands and turns exceptions into one sentence and an exit code."""

import io
import signal
import sys

import typer
from rich.console import Console

from cablegraph import __version__
from cablegraph.cli import (
    account,
    ask,
    case,
    citing,
    decide,
    formats,
    hand_out,
    in_time,
    lines,
    places,
    questions,
    side_by_side,
)
from cablegraph.errors import CablegraphError

INTERRUPTED = 130

app = typer.Typer(
    name="cablegraph", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="An offline workbench for leaked and declassified cables.",
)  # fmt: skip


def _version(value: bool) -> None:
    if value:
        typer.echo(f"cablegraph {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(
        False, "--version", callback=_version, is_eager=True, help="Say the version and stop."
    ),
) -> None:
    """An offline workbench for leaked and declassified cables."""


for module in (case, account, citing, ask, in_time, places, questions, side_by_side, decide, hand_out, lines, formats):
    module.register(app)


class Stopped(BaseException):
    """Ctrl-C: passes through Typer, which would end without a word."""


def _stop(_number: int, _frame: object) -> None:
    raise Stopped


def main() -> None:
    """Run the command line; it writes UTF-8 whatever the locale says, since answers are in three scripts."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    errors = Console(stderr=True, soft_wrap=True, markup=False, highlight=False)
    signal.signal(signal.SIGINT, _stop)
    try:
        app()
    except CablegraphError as error:
        errors.print(f"cablegraph: {error}")
        sys.exit(error.exit_code)
    except Stopped:
        errors.print("cablegraph: stopped. What is done is kept; run the same command again to go on.")
        sys.exit(INTERRUPTED)
