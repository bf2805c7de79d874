"""docs/reference/errors.md: the exceptions with their exit codes and HTTP statuses, and the codes of trouble in the material."""

from collections.abc import Iterator

from cablegraph.cli.main import INTERRUPTED
from cablegraph.errors import CablegraphError
from cablegraph.model import problem_codes
from reference.markdown import NOTE, code, table

_START = """# Exit codes and problems

Two kinds of trouble are kept apart. A command that cannot do what it was asked ends with an exit code and one sentence on standard error:
what happened, what is untouched, what to do. Bad material is no reason to stop: it is put on record as a problem, and the run goes on.

## Exit codes

A command ends with one of these codes. The HTTP API answers the same fault with the status beside it.

"""
_PROBLEMS = """
## Problems

`cablegraph problems CASE` and the problems page of the workbench list them, each with its path, cause and remedy.
Some problems are only notes: the file was read all the same (`text-repaired`, `kind-mismatch`, `text-order`, and any other where something could be read).
A file counts as a problem only where nothing could be read from it.

"""


def faults() -> Iterator[type[CablegraphError]]:
    """Every exception that a user can meet, by exit code."""
    yield from sorted(CablegraphError.__subclasses__(), key=lambda c: c.exit_code)


def faults_page() -> str:
    """The text of the page."""
    rows = [
        ("`0`", "", "200", "All went well."),
        ("`1`", "", "500", "A fault of the program itself; its trace is printed. Please report it, without documents."),
    ]
    for kind in faults():
        meaning = (kind.__doc__ or "").splitlines()[0].replace("``", "`")
        if kind.exit_code == 2:
            meaning += " Unknown commands and options end with this code too."
        rows.append((code(kind.exit_code), code(kind.__name__), str(kind.status), meaning))
    rows.append((code(INTERRUPTED), "", "", "Interrupted with Ctrl-C. What is done is kept; the same command goes on."))
    problems = ((code(name), entry["title"], entry["remedy"]) for name, entry in problem_codes().items())
    return (
        NOTE
        + _START
        + table(("exit code", "class", "HTTP status", "meaning"), rows)
        + _PROBLEMS
        + table(("code", "what it means", "what to do"), problems)
    )
