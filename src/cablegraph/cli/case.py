"""Commands that make a case, fill it and look after it: new, add, status, problems, verify."""

from pathlib import Path
from typing import Annotated

import typer

from cablegraph.cli import show, watching
from cablegraph.cli.options import AsJson, CaseFolder, PasswordFile, read_passwords
from cablegraph.errors import CitationsBroken
from cablegraph.model import DatasetKind
from cablegraph.model.answers import Status
from cablegraph.workbench import Workbench


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.command()(new)
    app.command()(add)
    app.command()(status)
    app.command()(problems)
    app.command()(verify)


def new(
    case: CaseFolder,
    name: Annotated[
        str | None, typer.Option("--name", help="What the case is called; the folder's name if left out.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Make a new, empty case."""
    with Workbench.create(case, name=name) as bench:
        answer = bench.status()
    if json:
        show.as_json(answer)
        return
    show.say(f"Made the case {answer.name} in {case}.")
    show.say(f"Next: cablegraph add {case} FOLDER")


def add(
    case: CaseFolder,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...", help="Files and folders to take; none = go on with what is not done.", show_default=False
        ),
    ] = None,
    dataset: Annotated[
        str | None,
        typer.Option(
            "--dataset", help="The dataset (trove, tranche, record) that they belong to; the kind if left out."
        ),
    ] = None,
    kind: Annotated[DatasetKind, typer.Option("--kind", help="What they are.")] = DatasetKind.TROVE,
    password_file: PasswordFile = None,
    json: AsJson = False,
) -> None:
    """Take files into a case and do all the work on them; interrupted, it goes on where it was."""
    passwords = read_passwords(password_file)
    with Workbench.open(case) as bench, watching.progress() as draw:
        answer = bench.add(paths or [], dataset=dataset, kind=kind, passwords=passwords, progress=draw)
    show.run(answer, json=json)


def status(case: CaseFolder, json: AsJson = False) -> None:
    """Say what is in a case, what failed, and what to do next."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.status()
    if json:
        show.as_json(answer)
    else:
        _show_status(answer)


def _show_status(answer: Status) -> None:
    show.say(f"{answer.name} (cablegraph {answer.version})")
    rows = [(d.name, d.kind, d.seen, d.read, d.duplicates, d.skipped, d.problems, d.pending) for d in answer.datasets]
    show.table("Files", ("dataset", "kind", "seen", "read", "duplicates", "left out", "problems", "waiting"), rows)
    if answer.run and answer.run.alive:
        show.say(watching.run_in_words(answer.run))
    show.say(
        f"{answer.documents} documents, {answer.pages} pages, {answer.mentions} mentions, {answer.dates} dates, "
        f"{answer.entities} entities, {answer.relations} relations, {answer.claims} claims, {answer.judgements} judgements"
    )
    if answer.first_date:
        show.say(f"Written between {answer.first_date} and {answer.last_date}")
    show.table("Languages", ("language", "documents"), [(c.label, c.count) for c in answer.languages])
    if answer.problems:
        show.table("Problems", ("code", "what", "files"), [(c.value, c.label, c.count) for c in answer.problems])
    show.say(f"Protection: {answer.protection}")
    show.say(f"Next: {answer.next}")


def problems(
    case: CaseFolder,
    dataset: Annotated[str | None, typer.Option("--dataset", help="Only this dataset.")] = None,
    json: AsJson = False,
) -> None:
    """List the trouble with files, each with its cause and remedy."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.problems(dataset=dataset)
    if json:
        show.as_json(answer)
        return
    for p in answer:
        page = f", page {p.page}" if p.page else ""
        show.say(f"{p.path}{page} [{p.code}] {p.cause}\n    {p.remedy}")
    show.say(f"{len(answer)} problems.")


def verify(case: CaseFolder, json: AsJson = False) -> None:
    """Read every citation, original and judgement again; exit code 12 where one no longer holds."""
    with Workbench.open(case, read_only=True) as bench, watching.progress() as draw:
        answer = bench.verify(progress=draw)
    if json:
        show.as_json(answer)
    else:
        show.say(f"{answer.citations} citations read again, {len(answer.broken)} broken.")
        show.say(f"{answer.originals} originals read again, {len(answer.damaged)} damaged or missing.")
        show.say("The chain of judgements holds." if answer.chain_holds else "The chain of judgements is broken.")
    if answer.broken or answer.damaged or not answer.chain_holds:
        places = [f"document {c.document}, page {c.page}, span {c.start}-{c.end}" for c in answer.broken[:20]]
        places += [f"original {sha256}" for sha256 in answer.damaged[:20]]
        message = (
            "Something no longer holds: "
            + "; ".join(places or ["the chain of judgements"])
            + ". Restore the case from a backup."
        )
        raise CitationsBroken(message)
