"""Names in text: by language and source, damaged, beside other taggers, and the kinds of error."""

from typing import Any

from bench.pages.tables import floor_table, show, table

_WORDS = """\
F1 of exact spans, persons / bodies / places, on text that no tagger here was trained on. The other taggers learn from the same labelled text, English with
100,000 words of cables, and know nothing of cables beside.
"""
_ERRORS = """\
Errors of cablegraph by kind, the most frequent first.
"""
_KINDS = ("PERSON", "ORG", "PLACE")


def mention_tables(result: dict[str, Any]) -> list[str]:
    """Floors, the comparison, the sources, damaged text, and errors by kind."""
    found = result.get("mentions")
    if not found or "absent" in found:
        return []
    sets = found["sets"]
    rows = [("cablegraph", *(_f1(sets[name]["all"]) for name in sets))]
    for title, figures in found["comparison"].items():
        rows.append((title, *(figures["absent"] if "absent" in figures else _f1(figures[name]) for name in sets)))
    sources = [
        (f"{name}: {source}", _f1(figures))
        for name, by in sets.items()
        for source, figures in by.items()
        if source != "all"
    ]
    errors = [(name, "; ".join(f"{kind} {n}" for kind, n in kinds.items())) for name, kinds in found["errors"].items()]
    return [
        "## Names in text", "",
        _WORDS,
        *floor_table("mentions", result),
        *table(("tagger", *sets), rows),
        *table(("damaged text", "F1"), [(how, _f1(figures)) for how, figures in found["damaged"].items()]),
        *table(("source", "F1"), sources),
        _ERRORS,
        *table(("text", "errors"), errors),
    ]  # fmt: skip


def _f1(figures: dict[str, Any]) -> str:
    return " / ".join(show(figures[kind]["f1"]) for kind in _KINDS)
