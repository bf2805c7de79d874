"""The page ``docs/reference/quality.md``, made from the frozen result."""

from typing import Any

_MUST = {
    "documents a second, whole road": "8", "peak memory, MiB": "1536", "citations broken": "0",
}  # fmt: skip


def quality_page(result: dict[str, Any]) -> str:
    """The page as Markdown."""
    road, scores = result["road"], result["scores"]
    lines = [
        "# Quality and speed", "",
        "Made by `make bench FREEZE=1` from `bench/frozen.json`; do not edit. Labels and the definition of each figure lie outside this repository;",
        "timings are from one run on two cores and are to be read as ratios. Rules and tables were improved while reading errors on these same",
        "development parts, so expect less on material that nobody has seen.", "",
        "## The whole road over real cables", "",
        "| figure | floor | measured |", "|---|---|---|",
        *_rows(
            ("documents a second, whole road", road["documents_per_second"]), ("peak memory, MiB", road["peak_mib"]),
            ("citations read again", road["citations"]), ("citations broken", road["citations_broken"]),
            ("files seen = read + duplicates + problems", "yes" if road["counts_add_up"] else "NO"),
            ("inputs done again by a second `add`", sum(road["second_add"]["steps_done"].values())),
            ("search, whole answer, p50 / p95 ms", f"{road['search']['p50_ms']} / {road['search']['p95_ms']}"),
        ),
        "", "| step | inputs | seconds | peak MiB |", "|---|---|---|---|",
        *(f"| {step} | {r['inputs']} | {r['seconds']:.1f} | {r['peak_mib']} |" for step, r in road["by_step"].items()),
        "", f"{road['documents']} documents gave {road['mentions']} mentions, {road['entities']} entities and {road['relations']} relations: "
        + ", ".join(f"{name} {number}" for name, number in sorted(road["relation_types"].items(), key=lambda i: -i[1])) + ".",
        "", "## Labelled data", "", "| figure | measured |", "|---|---|",
        *(f"| {name} | {_short(found)} |" for name, found in scores.items()), "",
    ]  # fmt: skip
    return "\n".join(lines)


def _rows(*pairs: tuple[str, object]) -> list[str]:
    return [f"| {name} | {_MUST.get(name, '')} | {value} |" for name, value in pairs]


def _short(found: dict[str, Any]) -> str:
    if "exact" in found and isinstance(found["exact"], dict):
        return ", ".join(
            f"{label} F1 {v['f1']:.3f} ({v['precision']:.2f}/{v['recall']:.2f})" for label, v in found["exact"].items()
        )
    if "fields" in found:
        return f"mean {found['mean']:.3f}: " + ", ".join(f"{k} {v:.2f}" for k, v in found["fields"].items())
    if "all" in found:
        return f"precision {found['all']['precision']:.3f}, recall {found['all']['recall']:.3f}"
    keep = {k: v for k, v in found.items() if not isinstance(v, dict | str) and "second" not in k}
    return ", ".join(f"{k} {v}" for k, v in keep.items())
