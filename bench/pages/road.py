"""The whole road over real cables."""

from typing import Any

from bench.pages.tables import floor_table, table

_PEOPLE = """\
Who is who, over the mentions that the edition links to its lists of persons: `bench/people.py`. The rules for bare surnames were mended while reading errors
on these volumes. The lists have two ids for some one person (Harold H. Saunders, Thomas L. Hughes), which counts against the pairs.
"""


def road_tables(result: dict[str, Any]) -> list[str]:
    """Figures with floors, what else a run showed, and the steps."""
    road = result.get("road")
    if not road:
        return []
    relations = sorted(road["relation_types"].items(), key=lambda each: -each[1])
    return [
        "## The whole road over real cables", "",
        *floor_table("road", result),
        *floor_table("people", result),
        _PEOPLE,
        *table(("figure", "measured"), [
            ("mentions of listed persons that were found", f"{road['people']['found']:.3f}"),
            ("B-cubed over those: precision, recall, F1", " / ".join(f"{road['people']['b_cubed_of_found'][n]:.3f}" for n in ("precision", "recall", "f1"))),
            ("citations read again", road["citations"]),
            ("files seen = read + duplicates + problems", "yes" if road["counts_add_up"] else "NO"),
            ("inputs done again by a second `add`", sum(road["second_add"]["steps_done"].values())),
            ("search, whole answer, p50 / p95 ms", f"{road['search']['p50_ms']} / {road['search']['p95_ms']}"),
        ]),
        *table(("step", "inputs", "seconds", "peak MiB"), [
            (step, row["inputs"], f"{row['seconds']:.1f}", row["peak_mib"]) for step, row in road["by_step"].items()
        ]),
        f"{road['documents']} documents gave {road['mentions']} mentions, {road['entities']} entities and {road['relations']} relations: "
        + ", ".join(f"{name} {number}" for name, number in relations) + ".", "",
    ]  # fmt: skip
