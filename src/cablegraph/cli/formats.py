"""``cablegraph formats``: the formats of headers, listed, checked, and proposed from examples."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cablegraph.cli import show
from cablegraph.cli.options import AsJson
from cablegraph.errors import SettingsInvalid, UsageFault
from cablegraph.workbench.formats import check_file, learn_format, list_formats


class Action(StrEnum):
    """What to do with formats."""

    LIST = "list"
    CHECK = "check"
    LEARN = "learn"


def register(app: typer.Typer) -> None:
    """Put the command on the command line."""
    app.command()(formats)


def formats(
    action: Annotated[
        Action,
        typer.Argument(metavar="ACTION", help="list what is known, check a file of formats, learn one from examples."),
    ],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[FILE]...",
            help="For check: files of formats. For learn: example documents of one kind.",
            show_default=False,
        ),
    ] = None,
    case: Annotated[
        Path | None, typer.Option("--case", help="For list: with the formats of this case, CASE/formats/*.yml.")
    ] = None,
    name: Annotated[str, typer.Option("--name", help="For learn: what the format is called.")] = "our format",
    out: Annotated[Path | None, typer.Option("--out", help="For learn: write the proposal to this new file.")] = None,
    json: AsJson = False,
) -> None:
    """List, check or learn the formats by which headers are read."""
    if action is Action.LIST:
        _list(case, json=json)
    elif not paths:
        message = f"`formats {action.value}` wants files. Name one at least."
        raise UsageFault(message)
    elif action is Action.CHECK:
        _check(paths, json=json)
    else:
        _learn(paths, name, out, json=json)


def _list(case: Path | None, *, json: bool) -> None:
    rows = list_formats(case)
    if json:
        show.as_json(rows)
        return
    show.table(
        "Formats, in the order in which they are tried",
        ("name", "file", "type", "fields"),
        [(r.name, r.file or "with cablegraph", r.type, ", ".join(r.fields)) for r in rows],
    )


def _check(paths: list[Path], *, json: bool) -> None:
    checked = [check_file(path) for path in paths]
    if json:
        show.as_json(checked)
    else:
        for file in checked:
            for fault in file.faults:
                show.say(f"{file.path}, {fault}")
            if not file.faults:
                show.say(f"{file.path}: {file.formats} formats, nothing wrong.")
    if wrong := [file for file in checked if file.faults]:
        raise SettingsInvalid(Path(wrong[0].path), str(wrong[0].faults[0]).rstrip("."))


def _learn(paths: list[Path], name: str, out: Path | None, *, json: bool) -> None:
    if out and out.exists():
        message = f"{out} exists. Nothing was written. Choose another file, so that no correction of yours is lost."
        raise UsageFault(message)
    proposal = learn_format(paths, name)
    if not proposal.labels:
        message = "No label stands in several of these examples. Nothing was written. Give more documents of one kind, two at least."
        raise UsageFault(message)
    if out:
        try:
            out.write_text(proposal.as_yaml(), encoding="utf-8")
        except OSError as error:
            message = f"{out} cannot be written ({error.strerror}). Nothing was changed. Choose another file."
            raise UsageFault(message) from error
    if json:
        show.as_json(proposal)
    elif out:
        show.say(
            f"Wrote a proposal of {len(proposal.labels)} labels to {out}. Correct it, then: cablegraph formats check {out}"
        )
    else:
        show.say(proposal.as_yaml().rstrip("\n"))
