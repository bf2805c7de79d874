"""Many files."""

from typing import Any

from bench.pages.tables import floor_table, show, table

_WORDS = """\
{files:,} short invented cables in a hundred folders, taken, read, compared for near copies and indexed. Memory is that of all processes together, pages that
they share counted once.
"""


def scale_tables(result: dict[str, Any]) -> list[str]:
    """Floors, then rates and peaks by step."""
    found = result.get("scale")
    if not found:
        return []
    return [
        "## Many files", "",
        _WORDS.format(**found),
        *floor_table("scale", result),
        *table(("step", "files a second", "peak MiB"), [
            (name, show(found.get("per_second", {}).get(name)), show(peak)) for name, peak in found["peak_mib"].items()
        ]),
    ]  # fmt: skip
