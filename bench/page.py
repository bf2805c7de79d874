"""The page ``docs/reference/quality.md``, made from the frozen result; what stands in it is the business of ``pages``."""

from typing import Any

from bench.sections import SECTIONS, TABLES

_HEAD = """\
# Quality and speed

Made by `make bench FREEZE=1` from `bench/frozen.json`; do not edit. Labels and the definition of each figure lie outside this repository;
timings are from one run on {cores} cores (Python {python}) and are to be read as ratios. Rules and tables were improved while reading errors on these same
development parts, so expect less on material that nobody has seen. What each figure must reach and aims at stands in `bench/floors.yml`.
"""


def quality_page(result: dict[str, Any]) -> str:
    """The page as Markdown."""
    lines = [*_HEAD.format(**result).splitlines(), ""]
    absent = {key: found["absent"] for key, found in result.items() if isinstance(found, dict) and "absent" in found}
    titles = {section.key: section.title for section in SECTIONS}
    lines += [f"- Not measured: {titles[key]}, since {reason}." for key, reason in absent.items()]
    lines += [""] if absent else []
    there = {key: found for key, found in result.items() if key not in absent}
    for tables in TABLES:
        lines += tables(there)
    return "\n".join(lines).rstrip("\n") + "\n"
