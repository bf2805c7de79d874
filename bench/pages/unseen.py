"""Material written before the rules were read: what the code made of it at the first try, which no later run can measure again."""

from importlib.resources import files
from typing import Any

import yaml

from bench.pages.tables import table

_WORDS = """\
Each table of ours was written before the rules of that day were mended on it, and measured once; the first try is the figure to expect on material that
nobody has seen. Afterwards the rules were mended on what it showed, so the last column is in-sample; the tables are tests now (`tests/names`,
`tests/calendars`, `tests/text`).
"""


def unseen_tables(_: dict[str, Any]) -> list[str]:
    """First tries, as they were written down."""
    rows = yaml.safe_load((files("bench") / "unseen.yml").read_text(encoding="utf-8"))["first_tries"]
    return [
        "## Unseen material", "", _WORDS,
        *table(("what", "size", "written", "first try", "after mending"), [(r["what"], r["size"], r["date"], r["first"], r["after"]) for r in rows]),
    ]  # fmt: skip
