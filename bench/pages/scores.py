"""Extraction on labelled data; names and dates have pages of their own."""

from typing import Any

from bench.pages.tables import floor_table, show, table

ELSEWHERE = ("dates", "same-name", "find-name")


def score_tables(result: dict[str, Any]) -> list[str]:
    """Figures with floors, and the parts they are made of."""
    scores = {name: found for name, found in result.get("scores", {}).items() if name not in ELSEWHERE}
    if not scores:
        return []
    return [
        "## Extraction on labelled data", "",
        *floor_table("extraction", result),
        *table(("figure", "in parts"), [(name, _parts(found)) for name, found in scores.items()]),
    ]  # fmt: skip


def _parts(found: dict[str, Any]) -> str:
    if "failed" in found:
        return f"failed: {' '.join(found['failed'])}"
    if "fields" in found:
        return ", ".join(f"{name} {share:.2f}" for name, share in found["fields"].items())
    if "exact" in found:
        return ", ".join(
            f"{label} precision {v['precision']:.2f}, recall {v['recall']:.2f}" for label, v in found["exact"].items()
        )
    whole = found.get("all", found)
    return ", ".join(f"{name} {show(whole[name])}" for name in ("precision", "recall") if name in whole)
