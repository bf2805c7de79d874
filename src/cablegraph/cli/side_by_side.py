"""The command that shows near copies of a document, and what differs between two."""

from typing import Annotated

import typer

from cablegraph.cli import show
from cablegraph.cli.options import AsJson, CaseFolder
from cablegraph.model.answers import DifferenceAnswer
from cablegraph.workbench import Workbench

_SIGNS = {"changed": "~", "only left": "-", "only right": "+"}


def register(app: typer.Typer) -> None:
    """Put the command on the command line."""
    app.command()(copies)


def copies(
    case: CaseFolder,
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The id of a document.")],
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER", help="Another one, to see what differs.", show_default=False)
    ] = None,
    json: AsJson = False,
) -> None:
    """List the near copies of a document (copied, scanned again, forwarded), or show what differs between two."""
    with Workbench.open(case, read_only=True) as bench:
        if other is None:
            found = bench.document(document).copies
            if json:
                show.as_json(found)
                return
            for copy in found:
                show.say(f"{copy.relation:<12} {copy.alike:.0%}  [{copy.document}] {copy.dataset}: {copy.path}")
            show.say(f"{len(found)} near copies.")
            return
        answer = bench.compare(document, other)
    if json:
        show.as_json(answer)
    else:
        _show(answer)


def _show(answer: DifferenceAnswer) -> None:
    show.say(f"{answer.alike:.1%} of the words are the same, in the same order.")
    for d in answer.stretches:
        if d.kind == "same":
            continue
        left = " ".join(answer.left_text[d.left_start : d.left_end].split())
        right = " ".join(answer.right_text[d.right_start : d.right_end].split())
        show.say(f"{_SIGNS[d.kind]} {d.left_start}: {' → '.join(part for part in (left, right) if part)}")
