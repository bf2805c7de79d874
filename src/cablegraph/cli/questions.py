"""Commands for a reporter's questions: connections, changes, measures, only-in."""

from typing import Annotated

import typer

from cablegraph.cli import power, show
from cablegraph.cli.options import AsJson, CaseFolder, Confidence, First, Last, Limit
from cablegraph.cli.relation_lines import show_relation
from cablegraph.workbench import Workbench

_QUOTED = 2


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    for command in (connections, changes, measures):
        app.command()(command)
    app.command("only-in")(only_in)
    power.register(app)


def connections(
    case: CaseFolder,
    one: Annotated[str, typer.Argument(metavar="NAME", help="A name in any script, or an id.")],
    other: Annotated[str, typer.Argument(metavar="NAME", help="Another one.")],
    first: First = None,
    last: Last = None,
    confidence: Confidence = 0.0,
    limit: Limit = 5,
    json: AsJson = False,
) -> None:
    """Show who links two people or bodies: the shortest ways, each step with its sentences."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.questions.connections(
            one, other, first=show.checked_date(first), last=show.checked_date(last), least_confidence=confidence, limit=limit
        )  # fmt: skip
    if json:
        show.as_json(answer)
        return
    for chain in answer.chains:
        show.say("\n" + " - ".join(node.caption for node in chain.nodes))
        for hop in chain.hops:
            for relation in hop[:_QUOTED]:
                show_relation(relation)
    show.say(
        f"{len(answer.chains)} ways over {answer.searched} relations. A way through a post or a place does not mean that two people met."
    )


def changes(
    case: CaseFolder,
    first: Annotated[str, typer.Argument(metavar="FROM", help="An ISO date: year, month or day.")],
    last: Annotated[str, typer.Argument(metavar="TO", help="An ISO date.")],
    entity: Annotated[str | None, typer.Option("--entity", help="Only what concerns this person or body.")] = None,
    json: AsJson = False,
) -> None:
    """Show what changed between two dates: what began, what ended, what happened."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.questions.changes(
            show.checked_date(first) or first, show.checked_date(last) or last, entity=entity
        )
    if json:
        show.as_json(answer)
        return
    for title, found in (("Began", answer.began), ("Ended", answer.ended), ("Happened", answer.happened)):
        show.say(f"\n{title}: {len(found)}")
        for relation in found:
            show_relation(relation)


def measures(
    case: CaseFolder,
    first: First = None,
    last: Last = None,
    confidence: Confidence = 0.0,
    limit: Limit = 20,
    json: AsJson = False,
) -> None:
    """Measure how people and bodies stand in the network, with what such numbers cannot say."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.questions.measures(
            first=show.checked_date(first), last=show.checked_date(last), least_confidence=confidence, limit=limit
        )
    if json:
        show.as_json(answer)
        return
    head = ("name", "ties", "betweenness", "PageRank", "group", "documents")
    rows = [
        (s.entity.caption, s.degree, f"{s.betweenness:.3f}", f"{s.pagerank:.4f}", s.community, s.entity.documents)
        for s in answer.standings
    ]
    show.table(f"{answer.nodes} entities, {answer.ties} ties, {answer.communities} groups", head, rows)
    for warning in answer.warnings:
        show.say(warning)


def only_in(
    case: CaseFolder,
    dataset: Annotated[str, typer.Argument(metavar="DATASET", help="The name of a dataset.")],
    json: AsJson = False,
) -> None:
    """List the people whom the documents of one dataset alone name."""
    with Workbench.open(case, read_only=True) as bench:
        found = bench.questions.only_in(dataset)
    if json:
        show.as_json(found)
        return
    for card in found:
        show.say(f"{card.caption}  {card.documents} documents  [{card.id}]")
    show.say(f"{len(found)} people are named in {dataset} alone.")
