"""Commands about power: capture, between, switches, contradictions, handlers, meetings."""

from collections.abc import Iterable
from typing import Annotated

import typer

from cablegraph.cli import show
from cablegraph.cli.options import AsJson, CaseFolder, First, Last, Limit
from cablegraph.cli.relation_lines import interval_of, show_relation
from cablegraph.model.answers import CaptureAnswer, CapturePost, Reach, RelationCard
from cablegraph.workbench import Workbench

_QUOTED = 3
Entity = Annotated[str | None, typer.Option("--entity", help="Only what concerns this person or body.")]
Also = Annotated[
    list[str] | None,
    typer.Option("--also", metavar="NAME", help="Another body or post that belongs to it; may be repeated."),
]


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    for command in (capture, between, switches, contradictions, handlers, meetings):
        app.command()(command)


def capture(
    case: CaseFolder,
    body: Annotated[str, typer.Argument(metavar="BODY", help="An institution or a country, by name or id.")],
    power: Annotated[list[str], typer.Option("--power", metavar="NAME", help="Ties to whom; may be repeated.")],
    also: Also = None,
    first: First = None,
    last: Last = None,
    limit: Limit = 100,
    json: AsJson = False,
) -> None:
    """Map who held the posts of an institution or a country, and what tied each of them to a power."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.questions.capture(
            (body, *(also or ())), power, first=show.checked_date(first), last=show.checked_date(last), limit=limit
        )
    if json:
        show.as_json(answer)
        return
    for post in answer.posts:
        _show_post(post)
    _show_curve(answer)


def _show_post(post: CapturePost) -> None:
    show.say(f"\n{post.post.caption}{', ' + post.organization.caption if post.organization else ''}")
    for holder in post.holders:
        r = holder.relation
        tied = f"{holder.strongest}{'' if holder.certain else ' (possible)'}" if holder.strongest else "unknown"
        show.say(f"  {interval_of(r):<24} {r.subject.caption}: {tied}  [{r.id}]")
        for tie in holder.ties[:_QUOTED]:
            through = f" through {tie.through.caption}" if tie.through else ""
            show.say(f"    {tie.kind}{through}, evidence {tie.weight}{', graded ' + tie.grade if tie.grade else ''}:")
            show_relation(tie.relation)
        if len(holder.ties) > _QUOTED:
            show.say(f"    and {len(holder.ties) - _QUOTED} more ties (--json shows all)")
        for r in holder.denied:
            show_relation(r)


def _show_curve(answer: CaptureAnswer) -> None:
    rows: list[tuple[object, ...]] = []
    for month in answer.months:
        row = (month.posts, month.held, month.certain, month.possible, month.posts - month.possible)
        if not rows or rows[-1][1:] != row:
            rows.append((month.month, *row))
    head = ("from month", "posts", "surely held", "surely tied", "possibly tied", "unknown")
    show.table(f"Posts of {answer.body.caption} tied to {answer.power.caption}, where the numbers change", head, rows)
    show.say(
        f"{len(answer.posts)} posts, {answer.people} holders, {answer.tied} with a known tie. Unknown does not mean free."
    )


def between(
    case: CaseFolder,
    service: Annotated[str, typer.Argument(metavar="SERVICE", help="A service or a foreign power, by name or id.")],
    body: Annotated[str, typer.Argument(metavar="BODY", help="The state or institution whose posts are meant.")],
    limit: Limit = 20,
    json: AsJson = False,
) -> None:
    """Show who stands between a foreign service and the posts of a state."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.questions.between(service, body, limit=limit)
    if json:
        show.as_json(answer)
        return
    for found in answer.between:
        show.say(f"\n{found.person.caption}  [{found.person.entity}]")
        _show_all(found.service)
        for reach in found.reaches:
            _show_reach(reach)
    if answer.direct:
        show.say("\nHolders who are tied to the service themselves:")
    for reach in answer.direct:
        _show_reach(reach)
    show.say(
        f"{len(answer.between)} between {answer.service.caption} and {answer.posts} posts of {answer.body.caption}."
    )


def _show_reach(reach: Reach) -> None:
    posts = ", ".join(dict.fromkeys(r.object.caption for r in reach.posts))
    show.say(f"  {reach.holder.caption} ({posts})")
    _show_all(reach.relations)


def _show_all(relations: Iterable[RelationCard]) -> None:
    for r in relations:
        show_relation(r)


def switches(
    case: CaseFolder, entity: Entity = None, first: First = None, last: Last = None, json: AsJson = False
) -> None:
    """Show who changed sides, when and on whose word, with what ties them to the side they left and what speaks against it."""
    with Workbench.open(case, read_only=True) as bench:
        found = bench.questions.switches(entity=entity, first=show.checked_date(first), last=show.checked_date(last))
    if json:
        show.as_json(found)
        return
    for s in found:
        when = s.first if s.first == s.last else f"{s.first or '?'}..{s.last or '?'}"
        left = f"from {s.former.caption} " if s.former else ""
        show.say(f"\n{s.person.caption} {left}to {s.side.caption}, {when or 'no date'}")
        _show_all(s.told)
        for title, relations in (("Opponents:", s.opposed), ("Before:", s.before), ("Against:", s.against)):
            if relations:
                show.say(f"  {title}")
                _show_all(relations)
    show.say(f"{len(found)} changes of sides.")


def contradictions(case: CaseFolder, entity: Entity = None, json: AsJson = False) -> None:
    """Show pairs of statements that cannot both hold, each with its sentences."""
    with Workbench.open(case, read_only=True) as bench:
        found = bench.questions.contradictions(entity=entity)
    if json:
        show.as_json(found)
        return
    for pair in found:
        show.say(f"\n{pair.kind}: {pair.about.caption}")
        show_relation(pair.one)
        show_relation(pair.other)
    show.say(f"{len(found)} contradictions.")


def handlers(
    case: CaseFolder,
    handler: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A handler or a service, by name or id.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Show whom a handler or a service recruited or ran, with the codenames linked to each."""
    with Workbench.open(case, read_only=True) as bench:
        found = bench.questions.handlers(handler)
    if json:
        show.as_json(found)
        return
    for one in found:
        show.say(f"\n{one.handler.caption}  [{one.handler.entity}]")
        for agent in one.agents:
            show.say(f"  {agent.person.caption}  [{agent.person.entity}]")
            _show_all((*agent.relations, *agent.names, *agent.against))
    show.say(f"{len(found)} handlers, {sum(len(one.agents) for one in found)} recruited.")


def meetings(
    case: CaseFolder,
    who: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only meetings of this person.")] = None,
    whom: Annotated[str | None, typer.Option("--with", metavar="NAME", help="Only those with this person too.")] = None,
    first: First = None,
    last: Last = None,
    limit: Limit = 200,
    json: AsJson = False,
) -> None:
    """Show who met whom, when and where, and where else both were on that day."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.questions.meetings(
            who, whom, first=show.checked_date(first), last=show.checked_date(last), limit=limit
        )
    if json:
        show.as_json(answer)
        return
    for line in answer.meetings:
        show.say(f"\n{interval_of(line.relation)}  {line.relation.place or 'no place named'}")
        show_relation(line.relation)
        if line.elsewhere:
            show.say("  On that day also:")
            for r in line.elsewhere:
                show.say(f"  {r.place}:")
                show_relation(r)
    show.say(f"{answer.total} meetings.")
