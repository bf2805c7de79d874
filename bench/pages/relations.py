"""Relations in cables, judged by hand, and what was judged wrong."""

from typing import Any

from bench.pages.tables import floor_table, show, table

_WORDS = """\
Relations drawn at random from what extraction read in the labelled cables, each judged by one reader against its sentence. A draw judges the rules of its day;
the kinds of error of one were mended before the next was drawn from another seed, so only the last is a measure of the rules as they are.
"""
_WRONG = """\
What was judged wrong, in all draws, the types that err most first. The sheet keeps where it stands, not its words.
"""


def relation_tables(result: dict[str, Any]) -> list[str]:
    """Precision by draw and by type, and each error with its place."""
    found = result.get("relations")
    if not found or "absent" in found:
        return []
    draws = found["draws"]
    return [
        "## Relations judged by hand", "",
        _WORDS,
        *floor_table("relations", result),
        *table(
            ("draw", "version", "at least so sure", "judged", "precision", "right still read", "wrong still read"),
            [
                (d["seed"], d["extract_version"], show(d["least_confidence"]), d["judged"], show(d["precision"]),
                 show(d["right_still_read"]), show(d["wrong_still_read"]))
                for d in draws
            ],
        ),
        *table(("type", *(f"draw {d['seed']}: right of judged" for d in draws)), _by_type(draws)),
        _WRONG,
        *table(
            ("type", "what is wrong", "document", "span", "draw"),
            [(e["type"], e["why"], e["document"], f"{e['span'][0]}–{e['span'][1]}", e["seed"]) for e in found["errors"]],
        ),
    ]  # fmt: skip


def _by_type(draws: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    kinds = sorted({kind for draw in draws for kind in draw["by_type"]})
    return [(kind, *(_right(draw["by_type"].get(kind, {})) for draw in draws)) for kind in kinds]


def _right(counts: dict[str, int]) -> str:
    return f"{counts.get('right', 0)} of {sum(counts.values())}" if counts else ""
