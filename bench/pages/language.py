"""The speed of the language core."""

from typing import Any

from bench.pages.tables import floor_table, show


def language_tables(result: dict[str, Any]) -> list[str]:
    """Megabytes and lines a second, one core."""
    floors = floor_table("language", result)
    if not floors:
        return []
    return [
        "## Speed of the language core", "",
        f"Pages of invented English, Persian and Arabic text, {show(result['language']['megabytes'])} MB for cleaning and 2 MB for the rest, one core;",
        "MB are 1,000,000 bytes of UTF-8.", "",
        *floors,
    ]  # fmt: skip
