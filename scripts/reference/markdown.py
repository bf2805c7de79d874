"""What the pages share: the note at the top and tables."""

from collections.abc import Iterable, Sequence

NOTE = "<!-- Made by scripts/docs.py from the code (`make docs`). Do not edit by hand. -->\n\n"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar in a cell is escaped, so that it does not part the cell."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |\n" for line in lines)


def code(value: object) -> str:
    """A value as code."""
    return f"`{value}`"
