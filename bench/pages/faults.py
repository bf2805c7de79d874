"""Harmed files and ended runs."""

from typing import Any

from bench.pages.tables import floor_table, show, table

_WORDS = """\
Files of every kind are cut, flipped, spliced and swollen by script and go through the confined readers among sound ones; and runs are ended with -9 at random
moments, several in a row, and must then give the exports of an unbroken run.
"""


def fault_tables(result: dict[str, Any]) -> list[str]:
    """Floors, then what became of the harmed files, by code."""
    found = result.get("faults")
    if not found:
        return []
    harmed, kills = found["mutations"], found["kills"]
    return [
        "## Harmed files and ended runs", "",
        _WORDS,
        *floor_table("faults", result),
        *table(("what became of the harmed files", "number"), [
            ("files", show(harmed["files"])), ("read, whole or in part", show(harmed["read"])), ("the same as another", show(harmed["duplicates"])),
            *((f"problem: {code}", show(number)) for code, number in sorted(harmed["by_code"].items(), key=lambda each: -each[1])),
        ]),
        *([f"{kills['kills']} kills over {kills['cases']} cases; an unbroken run takes {kills['seconds_unbroken']} seconds.", ""] if kills else ()),
    ]  # fmt: skip
