"""docs/reference/commands.md: every command of the command line with its arguments and options, as Typer knows them."""

from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import Any, get_args

import typer

from cablegraph.cli import app
from reference.markdown import NOTE, code, table

_START = """# Commands

`cablegraph COMMAND --help` says the same on the terminal. `CASE` is always the folder of a case.

Answers go to standard output, progress and faults to standard error. With `--json` the answer is JSON: the same object that the HTTP API serves.
[JSON Lines](jsonl.md) describes `cablegraph lines` and the export. [Exit codes and problems](errors.md) lists how a command can end.

Options of `cablegraph` itself:

"""
_HEADINGS = {
    "case": "Make a case and look after it",
    "account": "Account for every file",
    "citing": "Cables that cite each other",
    "ask": "Ask",
    "in_time": "Ask of time",
    "places": "Ask where",
    "questions": "Ask the network",
    "power": "Ask who holds whom",
    "side_by_side": "Near copies",
    "formats": "Formats of cables",
    "decide": "Decide",
    "hand_out": "Hand out",
    "lines": "For pipes",
}
"""The heading over the commands of each module of the command line."""


def commands_page() -> str:
    """The text of the page."""
    root: Any = typer.main.get_command(app)
    parts = [NOTE, _START, _options(root)]
    for module, commands in groupby(root.commands.values(), key=lambda c: c.callback.__module__):
        parts.append(f"\n## {_HEADINGS[module.rpartition('.')[2]]}\n")
        parts.extend(_command(c) for c in commands)
    return "".join(parts)


def _command(command: Any) -> str:
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    usage = " ".join(["cablegraph", command.name, "[OPTIONS]", *(_shown(p) for p in arguments)])
    text = f"\n### {command.name}\n\n{command.help.strip()}\n\n```\n{usage}\n```\n\n"
    rest = [p for p in arguments if p.metavar != "CASE"]
    if rest:
        text += table(("argument", "meaning"), ((code(p.metavar.strip("[]")), _meaning(p)) for p in rest)) + "\n"
    return text + _options(command)


def _shown(parameter: Any) -> str:
    name = str(parameter.metavar)
    return name if parameter.required or name.startswith("[") else f"[{name}]"


def _options(command: Any) -> str:
    options = [p for p in command.params if p.param_type_name == "option" and not p.hidden and "--help" not in p.opts]
    if not options:
        return "It has no options.\n"
    return table(("option", "default", "meaning"), ((_names(p), _default(p), _meaning(p)) for p in options))


def _names(option: Any) -> str:
    names = " / ".join(code(n) for n in (*option.opts, *option.secondary_opts))
    return names if option.is_flag else f"{names} {code(_value(option))}"


def _value(option: Any) -> str:
    """What stands for the value: the choices, the name that the command gives it, or its type."""
    kind = option.type_descriptor.annotation
    kind = next((k for k in get_args(kind) if k is not type(None)), kind)
    if issubclass(kind, StrEnum):
        return "|".join(kind)
    return str(option.metavar or {int: "NUMBER", float: "NUMBER", Path: "PATH"}.get(kind, "TEXT"))


def _default(option: Any) -> str:
    value = option.default
    if value is None or value is False or value in ("", ()):
        return ""
    if value is True:
        return code(option.opts[0])
    return code(getattr(value, "value", value))


def _meaning(parameter: Any) -> str:
    said = parameter.help or (parameter.type_descriptor.annotation.__doc__ or "").splitlines()[0]
    low, high = parameter.min, parameter.max
    if low is not None:
        said += f" From {low} to {high}." if high is not None else f" From {low} on."
    if getattr(parameter, "envvar", None):
        said += f" The environment variable {code(parameter.envvar)} sets it too."
    return said.strip()
