"""The room's figures on the development data, by the definition of the shared scorer."""

import json
import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from cablegraph.calendars import find_dates

SHARED = Path(os.environ.get("CABLEGRAPH_SHARED", Path(__file__).parents[2].parent / "shared"))
GOLD = SHARED / "data" / "calendars" / "dev.jsonl"
MUST_BE_RIGHT, MAY_BE_WRONG = 0.98, 0.005


def _is_near(day: date | None, expected: str | None, tolerance: int) -> bool:
    if day is None or expected is None:
        return day is None and expected is None
    return abs(day - date.fromisoformat(expected)) <= timedelta(days=tolerance)


@pytest.mark.skipif(not GOLD.exists(), reason="the shared development data is not here; set CABLEGRAPH_SHARED")
def test_development_expressions() -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line.strip()]
    right = wrong = 0
    for row in rows:
        written = date.fromisoformat(row["anchor"]) if row.get("anchor") else None
        matches = sorted(
            find_dates(row["text"], language=row["lang"], written=written),
            key=lambda each: each.span.start - each.span.end,
        )
        if not matches or matches[0].interval is None:
            continue
        best = matches[0].interval
        if row.get("candidates"):
            is_right = set(row["candidates"]) <= {str(each.start) for each in matches[0].candidates}
        else:
            tolerance = row.get("tolerance_days", 0)
            is_right = _is_near(best.start, row["start"], tolerance) and _is_near(best.end, row["end"], tolerance)
        right += is_right
        wrong += not is_right
    assert right >= MUST_BE_RIGHT * len(rows)
    assert wrong <= MAY_BE_WRONG * len(rows)
