"""The timeline as a table."""

import csv
import io

from analyse.making import end, line
from cablegraph.analyse import TimelineQuestion, Written, build_timeline
from cablegraph.publish import timeline_lines

LINES = [
    line("Meeting", "e-karim", "e-omar", "met", first="2014-11-12"),
    line("Occupancy", "e-karim", "e-post", "held", first="2005", last="2008-06"),
    line("Support", "e-omar", "e-leila", "undated", polarity="denied"),
]
LETTERS = [
    Written("d-9", "=نامه", "letter", "2014-11", "fa", (end("e-karim"),)),
    Written("d-0", "كتاب", "letter", None, "ar", ()),
]


def rows(**question: object) -> list[dict[str, str]]:
    answer = build_timeline(LINES, LETTERS, TimelineQuestion(**question))  # type: ignore[arg-type]
    text = "".join(timeline_lines(answer))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_dated_things_stand_in_order_and_undated_ones_at_the_end_as_such() -> None:
    assert [(r["id"], r["dated"]) for r in rows()] == [
        ("held", "yes"), ("d-9", "yes"), ("met", "yes"), ("d-0", "no"), ("undated", "no")
    ]  # fmt: skip


def test_a_day_stands_in_three_calendars_with_its_precision() -> None:
    found = {r["id"]: r for r in rows()}
    met = found["met"]
    assert (met["gregorian"], met["solar-hijri"]) == ("12 November 2014", "21 Aban 1393 SH")
    assert met["lunar-hijri"].endswith("1436 AH")
    assert met["precision"] == "day"
    assert (found["held"]["from"], found["held"]["to"], found["held"]["precision"]) == ("2005", "2008-06", "year")
    assert found["undated"]["gregorian"] == found["undated"]["solar-hijri"] == found["undated"]["lunar-hijri"] == ""


def test_a_row_opens_its_proof_and_runs_as_no_formula() -> None:
    found = {r["id"]: r for r in rows()}
    assert (found["met"]["document"], found["met"]["page"], found["met"]["quote"]) == ("d-1", "1", "کریم زندی")
    assert found["met"]["entities"] == "Karim Zandi; عمر حداد"
    assert found["d-9"]["title"] == "'=نامه"
    assert found["undated"]["polarity"] == "denied"
