"""Resolution at size and beside nomenklatura."""

from typing import Any

from bench.pages.tables import floor_table, show, table

_WORDS = """\
{mentions:,} mentions of {people:,} invented people in two scripts, five to a document, nothing known of them but their names: {processor_seconds} seconds
of processor ({seconds} on the clock) and {peak_mib:,} MiB at the peak. The names are put together from a few hundred words, so they are nearer to each other
than any list of real people; the scores compare two programs on the same rows and say little of a trove.
"""
_RECORDS = """\
{count:,} of such records beside nomenklatura's cross-reference (its blocker, its matcher logic-v2, ten pairs a record at most), at the threshold that suits
it best.
"""


def resolution_tables(result: dict[str, Any]) -> list[str]:
    """Floors, then the two programs side by side."""
    found = result.get("resolution")
    if not found:
        return []
    records = found["records"]
    rows = []
    for name in ("cablegraph", "nomenklatura"):
        told = records[name]
        if "absent" in told:
            rows.append((name, told["absent"], "", "", "", ""))
            continue
        measured = (
            told["seconds"],
            told["processor_seconds"],
            *(told["b_cubed"][k] for k in ("precision", "recall", "f1")),
        )
        rows.append((name, *map(show, measured)))
    return [
        "## Resolution at size", "",
        _WORDS.format(**found),
        *floor_table("resolution", result),
        _RECORDS.format(**records),
        *table(("program", "seconds", "of processor", "precision", "recall", "F1"), rows),
    ]  # fmt: skip
