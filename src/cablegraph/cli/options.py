"""The arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

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
