"""The arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from cablegraph.errors import NothingThere

CaseFolder = Annotated[Path, typer.Argument(metavar="CASE", help="The folder of the case.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON on standard output.")]
First = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="From this ISO date on: 2014, 2014-11 or 2014-11-05.")
]
Last = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Up to this ISO date.")]
Type = Annotated[
    list[str] | None, typer.Option("--type", metavar="TYPE", help="Only relations of this type; may be repeated.")
]
Limit = Annotated[int, typer.Option("--limit", min=1, max=10_000, help="At most this many.")]
Who = Annotated[str, typer.Option("--who", envvar="CABLEGRAPH_WHO", help="Who decides; kept with the decision.")]
Reason = Annotated[str, typer.Option("--reason", help="Why; kept with the decision.")]
PasswordFile = Annotated[
    Path | None,
    typer.Option("--password-file", help="A file of passwords, one on each line, tried on locked files; kept nowhere."),
]
Confidence = Annotated[float, typer.Option("--confidence", min=0, max=1, help="Only relations at least this sure.")]


def read_passwords(path: Path | None) -> tuple[str, ...]:
    """The passwords of a file. Raises ``NothingThere`` where it cannot be read."""
    if path is None:
        return ()
    try:
        return tuple(line for line in path.read_text(encoding="utf-8-sig").splitlines() if line)
    except (OSError, UnicodeDecodeError) as error:
        message = f"The passwords in {path} cannot be read. Nothing was changed. Write them as UTF-8, one on each line."
        raise NothingThere(message) from error
