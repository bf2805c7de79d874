"""The page ``docs/reference/quality.md``, made from the frozen result; what stands in it is the business of ``pages``."""

from typing import Any

from bench.sections import TABLES

_HEAD = """\
# Quality and speed

Made by `make bench FREEZE=1` from `bench/frozen.json`; do not edit. Labels and the definition of each figure lie outside this repository;
timings are from one run on {cores} cores (Python {python}) and are to be read as ratios. Rules and tables were improved while reading errors on these same
development parts, so expect less on material that nobody has seen. What each figure must reach and aims at stands in `bench/floors.yml`.
"""


def quality_page(result: dict[str, Any]) -> str:
    """The page as Markdown."""
    lines = [*_HEAD.format(**result).splitlines(), ""]
    for tables in TABLES:
        lines += tables(result)
    return "\n".join(lines).rstrip("\n") + "\n"
