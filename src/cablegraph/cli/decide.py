"""Commands by which people decide: candidates, preview, judge, split, review, undo, judgements, decisions to and from files, resolve."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cablegraph.cli import show
from cablegraph.cli.options import AsJson, CaseFolder, Limit, Reason, Who
from cablegraph.errors import UsageFault
from cablegraph.model import Judgement, Review, Verdict
from cablegraph.workbench import Workbench


class Same(StrEnum):
    """What to say of two entities."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Accept(StrEnum):
    """What to say of a relation."""

    ACCEPT = "accept"
    REJECT = "reject"
    OPEN = "open"


_VERDICT = {Same.SAME: Verdict.POSITIVE, Same.DIFFERENT: Verdict.NEGATIVE, Same.UNSURE: Verdict.UNSURE}
_REVIEW = {Accept.ACCEPT: Review.ACCEPTED, Accept.REJECT: Review.REJECTED, Accept.OPEN: Review.OPEN}


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.command()(candidates)
    app.command()(judge)
    app.command()(review)
    app.command()(undo)
    app.command()(judgements)
    app.command()(preview)
    app.command()(split)
    app.command("export-decisions")(export_decisions)
    app.command("import-decisions")(import_decisions)
    app.command()(resolve)


def candidates(case: CaseFolder, limit: Limit = 20, json: AsJson = False) -> None:
    """List pairs of entities that might be one: what a decision is worth, the score, and the reason."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.candidates(limit=limit)
    if json:
        show.as_json(answer)
        return
    for c in answer:
        show.say(
            f"{c.value:.1f}  {c.score:.2f}  {c.left.caption} [{c.left.id}]  {c.right.caption} [{c.right.id}]{'  unsure' if c.verdict else ''}\n      {c.reason}"
        )
    show.say(f"{len(answer)} pairs. Decide: cablegraph judge {case} LEFT RIGHT same|different|unsure")


def judge(
    case: CaseFolder,
    left: Annotated[str, typer.Argument(metavar="LEFT", help="An entity, by id or name.")],
    right: Annotated[str, typer.Argument(metavar="RIGHT", help="Another entity, by id or name.")],
    verdict: Annotated[Same, typer.Argument(metavar="same|different|unsure")],
    who: Who = "unnamed",
    reason: Reason = "",
    json: AsJson = False,
) -> None:
    """Say that two entities are the same, different, or that it is unsure; the decision survives every rebuild."""
    with Workbench.open(case) as bench:
        first, second = (_one(bench, key) for key in (left, right))
        _tell(case, bench.judge(first, second, _VERDICT[verdict], who=who, reason=reason), json=json)


def review(
    case: CaseFolder,
    relation: Annotated[str, typer.Argument(metavar="RELATION", help="The id of a relation.")],
    verdict: Annotated[Accept, typer.Argument(metavar="accept|reject|open")],
    who: Who = "unnamed",
    reason: Reason = "",
    json: AsJson = False,
) -> None:
    """Accept or reject a relation; a rejected one is no longer shown in the network."""
    with Workbench.open(case) as bench:
        _tell(case, bench.review(relation, _REVIEW[verdict], who=who, reason=reason), json=json)


def undo(
    case: CaseFolder,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number of the judgement.")],
    who: Who = "unnamed",
    json: AsJson = False,
) -> None:
    """Take a judgement back; nothing is deleted, the undo is a judgement of its own."""
    with Workbench.open(case) as bench:
        _tell(case, bench.undo(number, who=who), json=json)


def judgements(case: CaseFolder, json: AsJson = False) -> None:
    """List every decision: who, when, what and why."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.judgements()
    if json:
        show.as_json(answer)
        return
    for j in answer:
        show.say(f"{j.seq}  {j.at}  {j.who}  {j.verdict}  {j.left} {j.right}  {j.reason}")
    show.say(f"{len(answer)} judgements.")


def preview(
    case: CaseFolder,
    left: Annotated[str, typer.Argument(metavar="LEFT", help="An entity, by id or name.")],
    right: Annotated[str, typer.Argument(metavar="RIGHT", help="Another entity, by id or name.")],
    json: AsJson = False,
) -> None:
    """Show two entities side by side and as one, and what would then contradict itself; nothing is changed."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.decisions.preview(_one(bench, left), _one(bench, right))
    if json:
        show.as_json(answer)
        return
    for side in (answer.left, answer.right):
        show.say(
            f"{side.entity.caption} [{side.entity.id}], {side.entity.documents} documents, {side.first or '?'}-{side.last or '?'}"
        )
        show.say(f"  names: {', '.join(side.entity.names)}")
        for r in side.posts:
            show.say(f"  {r.object.text}, {r.first or '?'} to {r.last or '?'}")
        show.say(f"  {side.relations} other relations")
    show.say(
        f"As one: {len(answer.names)} names, {answer.documents} documents, {answer.documents_of_both} of them name both."
    )
    for c in answer.contradictions:
        show.say(
            f"  would contradict ({c.kind}): {c.one.label} {c.one.object.text} [{c.one.id}] and {c.other.object.text} [{c.other.id}]"
        )
    show.say(f"{len(answer.contradictions)} new contradictions.")


def split(
    case: CaseFolder,
    referent: Annotated[
        str, typer.Argument(metavar="REFERENT", help="A member of an entity, as `entity --json` lists them.")
    ],
    who: Who = "unnamed",
    reason: Reason = "",
    json: AsJson = False,
) -> None:
    """Take what one document says out of an entity; it stays by itself until somebody says whose it is."""
    with Workbench.open(case) as bench:
        _tell(case, bench.decisions.split(referent, who=who, reason=reason), json=json)


def export_decisions(
    case: CaseFolder, out: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")]
) -> None:
    """Write the decisions in force as nomenklatura's resolver reads them."""
    with Workbench.open(case, read_only=True) as bench:
        show.say(f"{bench.decisions.write(out)} decisions in {out}.")


def import_decisions(
    case: CaseFolder,
    source: Annotated[Path, typer.Argument(metavar="FILE", help="A file of nomenklatura's resolver.")],
    who: Who = "unnamed",
    json: AsJson = False,
) -> None:
    """Take decisions about this case from a file of nomenklatura's resolver; what is known already is left out."""
    with Workbench.open(case) as bench:
        answer = bench.decisions.read(source, who=who)
    if json:
        show.as_json(answer)
    else:
        show.say(
            f"{answer.taken} decisions taken, {answer.known} known already, {answer.unknown} about nothing in this case."
        )


def resolve(case: CaseFolder, limit: Limit = 20, json: AsJson = False) -> None:
    """Make the entities anew where something has changed, and say which of them the last time changed, and why."""
    with Workbench.open(case) as bench:
        answer = bench.decisions.resolve()
    if json:
        show.as_json(answer)
        return
    if answer is None:
        show.say("Nothing is known of the last time.")
        return
    show.say(
        f"{answer.entities} entities; {answer.changed} changed the last time ({answer.cause}), {answer.new_referents} names were new."
    )
    for c in answer.changes[:limit]:
        before, after = (", ".join(f"{caption} [{key}]" for key, caption in side) for side in (c.before, c.after))
        show.say(f"{c.kind}: {before} -> {after}\n      {len(c.moved)} names moved: {c.why}")


def _tell(case: Path, done: Judgement, *, json: bool) -> None:
    if json:
        show.as_json(done)
    else:
        show.say(f"Judgement {done.seq}: {done.verdict}. Take it back with: cablegraph undo {case} {done.seq}")


def _one(bench: Workbench, key: str) -> str:
    """The id of the entity that is meant. Raises ``UsageFault`` where several bear the name, and ``NothingThere`` where none does."""
    found = bench.entity(key).entity
    same = [
        card
        for card in bench.entities(key)[1]
        if key in card.names and card.id != found.id and card.schema == found.schema
    ]
    if same and key in found.names:
        ids = ", ".join(card.id for card in (found, *same))
        message = f"{len(same) + 1} entities are called {key}: {ids}. Nothing was changed. Say which by its id."
        raise UsageFault(message)
    return found.id
