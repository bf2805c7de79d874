"""Commands that hand a case out: export, serve, demo."""

import secrets
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cablegraph.cli import show, watching
from cablegraph.cli.options import AsJson, CaseFolder, Who
from cablegraph.errors import CaseExists
from cablegraph.workbench import Workbench


class Format(StrEnum):
    """The formats of an export."""

    FTM = "ftm"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    JSONL = "jsonl"
    ICS = "ics"
    NEO4J = "neo4j"


Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 = any that is free.")]


def register(app: typer.Typer) -> None:
    """Put the commands on the command line."""
    app.command()(export)
    app.command()(serve)
    app.command()(demo)


def export(
    case: CaseFolder,
    format: Annotated[Format, typer.Option("--format", help="Which format.")] = Format.JSONL,
    out: Annotated[
        Path | None, typer.Option("--out", help="A file (for csv and neo4j a folder); standard output if left out.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Write a case out: FollowTheMoney, CSV, GraphML, GEXF, JSON Lines, iCalendar or tables for Neo4j.

    Two exports of an unchanged case are equal byte for byte.
    """
    with Workbench.open(case, read_only=True) as bench:
        if out is None:
            sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
            sys.stdout.writelines(bench.iter_export(format.value))
            return
        written = bench.export(format.value, out)
    if json:
        show.as_json({"files": [str(path) for path in written]})
        return
    for path in written:
        show.say(f"Wrote {path}")


def serve(
    case: CaseFolder,
    port: Port = 0,
    read_only: Annotated[bool, typer.Option("--read-only", help="Refuse every change.")] = False,
    browser: Annotated[bool, typer.Option("--open", help="Open the address in a browser.")] = False,
    token: Annotated[
        str | None,
        typer.Option("--token", envvar="CABLEGRAPH_TOKEN", help="The token to ask for; a new one if left out."),
    ] = None,
    who: Who = "unnamed",
) -> None:
    """Open the workbench in the browser, on this machine only; the address printed carries a token."""
    from cablegraph.web import serve as run

    with Workbench.open(case, read_only=read_only) as bench:
        run(
            bench,
            port=port,
            token=token or secrets.token_urlsafe(24),
            read_only=read_only,
            who=who,
            open_browser=browser,
            announce=show.say,
        )


def demo(
    folder: Annotated[Path, typer.Option("--into", help="Where to put the invented trove and its case.")] = Path(
        "demo-case"
    ),
    port: Port = 0,
    fresh: Annotated[bool, typer.Option("--fresh", help="Throw an older demo away first.")] = False,
    serving: Annotated[
        bool | None,
        typer.Option("--serve/--no-serve", help="Serve the case at the end; by default only on a terminal."),
    ] = None,
    json: AsJson = False,
) -> None:
    """Make a case from an invented trove, say what was found, and serve it."""
    from cablegraph.demo import find_out, prepare, show_findings

    if fresh and (folder / "case" / "case.toml").is_file():
        shutil.rmtree(folder)
    if folder.exists() and not folder.is_dir():
        raise CaseExists(folder)
    with watching.progress() as draw:
        bench = prepare(folder, draw)
    with bench:
        findings = find_out(bench)
        if json:
            show.as_json(findings)
        else:
            show_findings(findings, show.say)
        if serving if serving is not None else sys.stdout.isatty():
            from cablegraph.web import serve as run

            run(bench, port=port, token=secrets.token_urlsafe(24), announce=show.say)
