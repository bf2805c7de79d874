"""What all tables of peers share: versions beside the title, and the reason in words where a peer was not there."""

from collections.abc import Callable, Sequence
from typing import Any

from bench.pages.tables import table

Row = dict[str, Any]


def peer_table(
    rows: Sequence[Row], head: Sequence[str], cells: Callable[[Row], Sequence[object]], *, absent: bool = True
) -> list[str]:
    """A row for each peer; below the table, why some have none, unless another table of the same rows says so (``absent`` False)."""
    there = [row for row in rows if "absent" not in row]
    lines = table(("", *head), [(_title(row), *cells(row)) for row in there])
    gone = [f"- {row['title']} was not measured: {row['absent']}." for row in rows if absent and "absent" in row]
    return [*lines, *gone, *([""] if gone else [])]


def _title(row: Row) -> str:
    versions = ", ".join(f"{name} {version}" for name, version in row["versions"].items())
    return f"{row['title']} ({versions})" if versions else f"**{row['title']}**"
