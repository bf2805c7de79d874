"""Commands that ask where: places, place."""

from typing import Annotated

import typer

from cablegraph.cli import show
from cablegraph.cli.options import AsJson, CaseFolder, First, Last
from cablegraph.cli.relation_lines import show_relation
from cablegraph.model.answers import PlaceChoice, PlaceLine
from cablegraph.workbench import Workbench

_ALTERNATIVES = 4


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    for command in (places, place):
        app.command()(command)


def places(case: CaseFolder, first: First = None, last: Last = None, json: AsJson = False) -> None:
    """List the places of a case with where they lie, and those that the gazetteer cannot tell."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.places(first=show.checked_date(first), last=show.checked_date(last))
    if json:
        show.as_json(answer)
        return
    for line in answer.places:
        _show(line)
    show.say(
        f"{answer.located} located, {answer.undecided} undecided, {answer.unknown} not in the gazetteer. {answer.source}."
    )


def place(
    case: CaseFolder,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name in any script, or an id.")],
    first: First = None,
    last: Last = None,
    json: AsJson = False,
) -> None:
    """Show one place: where it lies and why, what happened there, and who names it."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.place(name, first=show.checked_date(first), last=show.checked_date(last))
    if json:
        show.as_json(answer)
        return
    _show(answer.place)
    for relation in answer.relations:
        show_relation(relation)
    for proof in answer.passages:
        show.say(
            f'  "{" ".join(proof.quote.split())}"  [{proof.document}, page {proof.page}, {proof.start}-{proof.end}]'
        )


def _show(line: PlaceLine) -> None:
    counted = f"{line.documents} documents, {line.relations} relations  [{line.entity.id}]"
    if line.choice:
        province = " (the town that the province is called after)" if line.kind == "region" else ""
        show.say(f"{line.entity.caption}: {_told(line.choice)}{province}; {counted}")
        show.say(f"    {line.choice.why}")
        return
    show.say(f"{line.entity.caption}: {'undecided' if line.alternatives else 'not in the gazetteer'}; {counted}")
    for choice in line.alternatives[:_ALTERNATIVES]:
        show.say(f"    perhaps {_told(choice)}: {choice.why}")


def _told(choice: PlaceChoice) -> str:
    where = (
        "" if choice.latitude is None or choice.longitude is None else f" {choice.latitude:.3f}, {choice.longitude:.3f}"
    )
    name = choice.name if choice.name == choice.country_name else f"{choice.name}, {choice.country_name}"
    return f"{name}{where} (GeoNames {choice.geonames}, {choice.score:.2f})"
