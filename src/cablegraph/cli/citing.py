"""The command that says what the trove itself tells of what it lacks: references."""

import typer

from cablegraph.cli import show
from cablegraph.cli.options import AsJson, CaseFolder, Limit
from cablegraph.workbench import Workbench

_NUMBERS = 20
"""Missing numbers of a series that are shown; ``--json`` shows all."""


def register(app: typer.Typer) -> None:
    """Put the command on the command line."""
    app.command()(references)


def references(case: CaseFolder, limit: Limit = 50, json: AsJson = False) -> None:
    """Show which cables are cited most, which are cited and not here, and the numbers that series lack."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.citing(limit=limit)
    if json:
        show.as_json(answer)
        return
    for gap in answer.gaps:
        show.say(
            f"{gap.sentence}\n    missing: {', '.join(gap.missing[:_NUMBERS])}{' ...' if len(gap.missing) > _NUMBERS else ''}"
        )
    for cited in answer.most_cited[:limit]:
        times = "once" if cited.count == 1 else f"{cited.count} times"
        show.say(f"cited {times}: {cited.label}  [{cited.value}]")
    for one in answer.not_here:
        show.say(f"not in the case: {one.number}, cited as '{one.words}' by {one.title}  [{one.document}]")
    show.say(
        f"{answer.references} references lead to a cable of the case, {answer.not_here_total} to cables that it has not."
    )
