"""Markdown tables of figures, with what they must reach and aim at beside them."""

from collections.abc import Iterable, Sequence
from typing import Any

from bench.floors import load_floors, value_at


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> list[str]:
    """The lines of one table, an empty line after them."""
    lines = [_line(head), "|" + "---|" * len(head), *map(_line, rows)]
    return [*lines, ""]


def floor_table(group: str, result: dict[str, Any]) -> list[str]:
    """The figures of a group with their floors; nothing where none was measured. One below its floor is marked."""
    rows = []
    for floor in load_floors()[group]:
        value = value_at(result, floor.at)
        if value is not None:
            measured = show(value) if floor.holds(value) else f"**{show(value)}** (below)"
            rows.append((floor.figure, show(floor.must), show(floor.aim), measured))
    return table(("figure", "must", "aim", "measured"), rows) if rows else []


def left_out(sentences: Sequence[str]) -> list[str]:
    """What a section could not measure here, a line each and an empty line after them."""
    return [*(f"- Left out: {sentence}." for sentence in sentences), *([""] if sentences else [])]


def show(value: float | str | None) -> str:
    """A figure as a reader wants it: shares with three places, large numbers with commas, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int) or value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.3f}" if value <= 1 else f"{value:.1f}"


def _line(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"
