"""Commands that ask of time: network, posts, timeline."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from cablegraph.cli import show
from cablegraph.cli.options import AsJson, CaseFolder, Confidence, First, Last, Limit, Type
from cablegraph.cli.relation_lines import interval_of, show_relation
from cablegraph.model.answers import PostLine
from cablegraph.publish import timeline_lines
from cablegraph.workbench import Workbench

_SHOWN = 200
_ALL = 1_000_000_000

At = Annotated[str | None, typer.Option("--at", metavar="DAY", help="Only what holds on this ISO date.")]


class Kind(StrEnum):
    """What stands on a timeline."""

    RELATION = "relation"
    DOCUMENT = "document"


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    for command in (network, posts, timeline):
        app.command()(command)


def network(
    case: CaseFolder,
    at: At = None,
    first: First = None,
    last: Last = None,
    type: Type = None,
    entity: Annotated[str | None, typer.Option("--entity", help="Round this person or body, by name or id.")] = None,
    depth: Annotated[int, typer.Option("--depth", min=1, max=6, help="How many lines away from it.")] = 1,
    confidence: Confidence = 0.0,
    limit: Limit = 2000,
    json: AsJson = False,
) -> None:
    """Show who is tied to whom: at an instant, in a range, or in all time, each line with its sentence."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.network(
            at=show.checked_date(at), first=show.checked_date(first), last=show.checked_date(last), types=show.checked_types(type), entity=entity,
            depth=depth, least_confidence=confidence, limit=limit,
        )  # fmt: skip
    if json:
        show.as_json(answer)
        return
    for edge in answer.edges:
        show_relation(edge.relation)
    show.say(
        f"{len(answer.nodes)} entities, {len(answer.edges)} lines"
        + (f", {answer.hidden} more not shown" if answer.hidden else "")
    )


def posts(
    case: CaseFolder,
    post: Annotated[
        str | None, typer.Option("--post", help="Only this post, or posts of this body, by name or id.")
    ] = None,
    person: Annotated[str | None, typer.Option("--person", help="Only posts that this person held.")] = None,
    at: At = None,
    changed: Annotated[bool, typer.Option("--changed", help="Only posts that changed hands.")] = False,
    limit: Limit = 100,
    json: AsJson = False,
) -> None:
    """Show who held which post, one after the other, or on one day; two who cannot both have held it are told."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.posts(at=show.checked_date(at), post=post, person=person, changed=changed, limit=limit)
    if json:
        show.as_json(answer)
        return
    for line in answer.posts:
        _show_post(line)
    show.say(f"{answer.total} posts.")


def _show_post(line: PostLine) -> None:
    body = f", {line.organization.caption}" if line.organization else ""
    show.say(f"\n{line.post.caption}{body}")
    for holder in line.holders:
        r = holder.relation
        doubt = " (may still or already hold it)" if holder.sure is False else ""
        after = f", after {holder.before.caption}" if holder.before else ""
        acting = " acting" if r.acting else ""
        show.say(f"  {interval_of(r):<24} {r.subject.caption}{acting}{after}{doubt}  {r.confidence:.2f}  [{r.id}]")
    names = {holder.relation.id: holder.relation.subject.caption for holder in line.holders}
    for one, other in line.clashes:
        if one in names and other in names:
            show.say(f"  CONTRADICTION: {names[one]} [{one}] and {names[other]} [{other}] on one day")


def timeline(
    case: CaseFolder,
    first: First = None,
    last: Last = None,
    entity: Annotated[str | None, typer.Option("--entity", help="Only what concerns this person or body.")] = None,
    type: Type = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only these.")] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--limit",
            min=1,
            help="At most this many; left out, 200 on the screen and all of them with --csv or --json.",
        ),
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="As a table on standard output, with three calendars.")] = False,
    json: AsJson = False,
) -> None:
    """Show relations and documents in order of time; what has no date stands at the end, as such."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.timeline(
            first=show.checked_date(first),
            last=show.checked_date(last),
            entity=entity,
            types=show.checked_types(type),
            kind=kind and kind.value,
            limit=limit or (_ALL if csv or json else _SHOWN),
        )
    if json:
        show.as_json(answer)
        return
    if csv:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
        sys.stdout.writelines(timeline_lines(answer))
        return
    for item in answer.items:
        when = item.first if item.first == item.last else f"{item.first or '?'}..{item.last or '?'}"
        show.say(f"{when:<24} {item.type:<14} {item.title}  [{item.document}]")
    show.say(f"{answer.total} dated, {len(answer.undated)} without a date")
