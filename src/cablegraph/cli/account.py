"""Commands that account for every file of a case: completeness, files, retry, tranches, manifest, pause, resume."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cablegraph.cli import show, watching
from cablegraph.cli.options import AsJson, CaseFolder, Limit, PasswordFile, Who, read_passwords
from cablegraph.errors import CitationsBroken, UsageFault
from cablegraph.model import FileState
from cablegraph.model.answers import FileCount
from cablegraph.workbench import Workbench

Dataset = Annotated[str | None, typer.Option("--dataset", help="Only this dataset.")]


class By(StrEnum):
    """How the report of completeness is grouped."""

    FOLDER = "folder"
    KIND = "kind"


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    for command in (completeness, files, retry, tranches, manifest, pause, resume):
        app.command()(command)


def completeness(
    case: CaseFolder,
    by: Annotated[By, typer.Option("--by", help="Group by folder or by kind of file.")] = By.FOLDER,
    depth: Annotated[int, typer.Option("--depth", min=1, help="Folders down to this depth.")] = 2,
    csv: Annotated[bool, typer.Option("--csv", help="Answer as CSV on standard output.")] = False,
    json: AsJson = False,
) -> None:
    """Prove that an import is complete: seen = read + duplicates + left out by rule + problems."""
    with Workbench.open(case, read_only=True) as bench:
        if csv:
            sys.stdout.writelines(bench.holdings.completeness_csv(depth=depth))
            return
        answer = bench.holdings.completeness(depth=depth)
    if json:
        show.as_json(answer)
        return
    head = ("dataset", by.value, "seen", "read", "duplicates", "left out", "problems", "waiting")
    groups = answer.folders if by is By.FOLDER else answer.kinds
    rows = [_row(group) for group in groups]
    rows += [(t.name, "all", t.seen, t.read, t.duplicates, t.skipped, t.problems, t.pending) for t in answer.totals]
    show.table("Completeness", head, rows)
    for p in answer.problems:
        show.say(f"{p.files} files of {p.dataset}: {p.title} [{p.code}]\n    {p.remedy}\n    {p.retry}")
    show.say(
        "Every file is accounted for and none waits."
        if answer.complete
        else "Files are waiting: run `cablegraph add` again."
    )


def _row(group: FileCount) -> tuple[object, ...]:
    return (
        group.dataset, group.group, group.seen, group.read, group.duplicates, group.skipped, group.problems, group.pending,
    )  # fmt: skip


def files(
    case: CaseFolder,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD...", help="Words in the path, in any spelling of letters.")
    ] = None,
    state: Annotated[FileState | None, typer.Option("--state", help="Only files in this state.")] = None,
    dataset: Dataset = None,
    limit: Limit = 100,
    json: AsJson = False,
) -> None:
    """List files by name, whatever became of them; names are there before anything is read."""
    with Workbench.open(case, read_only=True) as bench:
        answer = bench.holdings.files(" ".join(words or []), state=state, dataset=dataset, limit=limit)
    if json:
        show.as_json(answer)
        return
    for line in answer:
        show.say(
            f"{line.state:<9} {line.size:>12,}  {line.dataset}: {line.path}" + (f"  ({line.rule})" if line.rule else "")
        )
    show.say(f"{len(answer)} files shown.")


def retry(
    case: CaseFolder,
    problem: Annotated[
        str | None, typer.Option("--problem", metavar="CODE", help="Only files with this trouble.")
    ] = None,
    reader: Annotated[
        str | None, typer.Option("--reader", metavar="NAME", help="Only files that this reader read.")
    ] = None,
    dataset: Dataset = None,
    path: Annotated[
        str | None, typer.Option("--path", metavar="PATTERN", help="Only paths like this, with * and ?.")
    ] = None,
    password_file: PasswordFile = None,
    json: AsJson = False,
) -> None:
    """Try again what failed, and nothing else: all of it, or what has one trouble, one reader, one place."""
    passwords = read_passwords(password_file)
    with Workbench.open(case) as bench, watching.progress() as draw:
        answer = bench.retry(
            problem=problem, reader=reader, dataset=dataset, path=path, passwords=passwords, progress=draw
        )
    show.run(answer, json=json)


def tranches(
    case: CaseFolder,
    earlier: Annotated[
        str | None,
        typer.Argument(
            metavar="EARLIER", help="The earlier dataset; the last but one if left out.", show_default=False
        ),
    ] = None,
    later: Annotated[
        str | None,
        typer.Argument(metavar="LATER", help="The later dataset; the last one if left out.", show_default=False),
    ] = None,
    limit: Limit = 100,
    json: AsJson = False,
) -> None:
    """Say what a later delivery adds to an earlier one: new, changed, repeated, gone."""
    with Workbench.open(case, read_only=True) as bench:
        names = bench.holdings.datasets()
        if (earlier is None or later is None) and len(names) < 2:
            message = "The case has fewer than two datasets, so there is nothing to compare. Add a later delivery with --dataset NAME."
            raise UsageFault(message)
        answer = bench.holdings.compare(earlier or names[-2], later or names[-1], limit=limit)
    if json:
        show.as_json(answer)
        return
    show.table(
        f"{answer.later} against {answer.earlier}",
        ("change", "what", "files"),
        [(c.value, c.label, c.count) for c in answer.counts],
    )
    for line in answer.lines:
        show.say(f"{line.change:<8} {line.path}")


def manifest(
    case: CaseFolder,
    out: Annotated[Path | None, typer.Option("--out", help="The file to write.")] = None,
    bag: Annotated[
        Path | None, typer.Option("--bag", help="Write the originals as a BagIt bag into this new folder.")
    ] = None,
    check: Annotated[
        Path | None, typer.Option("--check", help="Hold a manifest that was written earlier against the case.")
    ] = None,
    key: Annotated[
        Path | None,
        typer.Option("--key", help="Sign with this Ed25519 private key (OpenSSH or PEM, without a password)."),
    ] = None,
    who: Who = "unnamed",
    json: AsJson = False,
) -> None:
    """Write the signed-off list of all files with SHA-256, size and path through all containers, or check one; exit code 12 where it does not hold."""
    if not (out or bag or check):
        message = "Say what to do with the manifest: --out FILE, --bag FOLDER or --check FILE."
        raise UsageFault(message)
    with Workbench.open(case, read_only=True) as bench:
        done: dict[str, object] = {}
        if out:
            done["sha256"] = bench.holdings.write_manifest(out, who=who, key=key)
        if bag:
            done["bagged"] = bench.holdings.write_bag(bag, who=who)
        checked = bench.holdings.check_manifest(check) if check else None
    if json:
        show.as_json(checked or done)
    else:
        if out:
            show.say(f"Wrote {out}. SHA-256 of its lines: {done['sha256']}")
        if bag:
            show.say(f"Wrote {done['bagged']} originals into the bag {bag}")
        if checked:
            show.say(f"{checked.agree} files agree. Signature: {checked.signature}.")
            for what in ("missing", "changed", "damaged", "unlisted"):
                for path in getattr(checked, what):
                    show.say(f"{what:<9} {path}")
    if checked and (checked.missing or checked.changed or checked.damaged or checked.signature.startswith("bad")):
        message = "The manifest no longer holds. Compare with the deliveries, or restore the case from a backup."
        raise CitationsBroken(message)


def pause(case: CaseFolder) -> None:
    """Ask the run on a case to pause after the files it is at; from another terminal."""
    with Workbench.open(case, read_only=True) as bench:
        bench.holdings.pause()
    show.say(f"The run will pause. Go on with: cablegraph resume {case}")


def resume(case: CaseFolder) -> None:
    """Let a paused run go on."""
    with Workbench.open(case, read_only=True) as bench:
        bench.holdings.resume()
    show.say("The run goes on.")
