import pytest

from cablegraph.analyse import TimelineQuestion, Written, build_timeline

from .making import end, line

LINES = [
    line("Meeting", "e-karim", "e-omar", "met", first="2014-11-05", last="2014-11-05"),
    line("Occupancy", "e-karim", "e-post", "held", first="2005", last="2008"),
    line("Occupancy", "e-leila", "e-post", "left", last="2009-03"),
    line("Support", "e-omar", "e-leila", "undated"),
    line("Conflict", "e-omar", "e-port", "rejected", first="2001", review="rejected"),
    line("Support", "e-karim", "e-leila", "denied", first="2012-02", polarity="denied"),
]
LETTERS = [
    Written("d-2", "نامه دوم", "telegram", "2014-11", "fa", (end("e-karim"),)),
    Written("d-1", "First letter", None, "2004-01-01", "en", ()),
    Written("d-0", "كتاب بلا تاريخ", "letter", None, "ar", (end("e-omar"),)),
]


def _ids(**question: object) -> list[str]:
    return [i.id for i in build_timeline(LINES, LETTERS, TimelineQuestion(**question)).items]  # type: ignore[arg-type]


def test_in_order_of_the_first_day_and_what_has_none_apart() -> None:
    answer = build_timeline(LINES, LETTERS, TimelineQuestion())
    assert [i.id for i in answer.items] == ["d-1", "held", "left", "denied", "d-2", "met"]
    assert {i.id for i in answer.undated} == {"undated", "d-0"}
    assert answer.total == 6
    assert build_timeline(LINES[::-1], LETTERS[::-1], TimelineQuestion()) == answer


def test_every_item_opens_what_proves_it() -> None:
    answer = build_timeline(LINES, LETTERS, TimelineQuestion())
    for item in (*answer.items, *answer.undated):
        if item.kind == "relation":
            assert item.citation is not None
            assert item.document == item.citation.document
        else:
            assert item.document == item.id


def test_precision_and_the_first_day_in_three_calendars() -> None:
    found = {i.id: i for i in build_timeline(LINES, LETTERS, TimelineQuestion()).items}
    assert {key: i.precision for key, i in found.items()} == {
        "d-1": "day",
        "held": "year",
        "left": "month",
        "denied": "month",
        "d-2": "month",
        "met": "day",
    }
    shown = found["met"].in_calendars
    assert set(shown) == {"gregorian", "solar-hijri", "lunar-hijri"}
    assert "5 November 2014" in shown["gregorian"]
    assert "14 Aban 1393" in shown["solar-hijri"]
    assert "Muharram 1436" in shown["lunar-hijri"]
    undated = build_timeline(LINES, LETTERS, TimelineQuestion()).undated
    assert all(i.in_calendars == {} and i.precision == "unknown" for i in undated)


@pytest.mark.parametrize("day", ["0570", "0001-01-01", "0622-07-16", "1501-07", "1850-03-20", "2399", "9999-12-31"])
def test_a_date_before_or_beyond_a_calendar_does_not_break_the_timeline(day: str) -> None:
    item = build_timeline([line("Meeting", "e-karim", "e-omar", first=day)], [], TimelineQuestion()).items[0]
    assert item.first == day
    assert item.in_calendars["gregorian"]


def test_a_denial_says_that_it_is_one() -> None:
    titles = {i.id: i.title for i in build_timeline(LINES, [], TimelineQuestion()).items}
    assert "denied" in titles["denied"]
    assert titles["met"] == "Karim Zandi met عمر حداد"


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ({"first": "2006", "last": "2007"}, ["held", "left"]),
        ({"first": "2014-11-05", "last": "2014-11-05"}, ["denied", "d-2", "met"]),
        ({"entity": "e-omar"}, ["met"]),
        ({"entity": "e-karim", "kind": "document"}, ["d-2"]),
        ({"kind": "document"}, ["d-1", "d-2"]),
        ({"types": ("Occupancy",)}, ["held", "left"]),
        ({"offset": 1, "limit": 2}, ["held", "left"]),
    ],
)
def test_what_is_asked_for(question: dict[str, object], ids: list[str]) -> None:
    assert _ids(**question) == ids


def test_what_has_no_date_is_not_taken_to_lie_in_a_range() -> None:
    assert build_timeline(LINES, LETTERS, TimelineQuestion(first="1900", last="2100")).undated == ()
    assert [i.id for i in build_timeline(LINES, LETTERS, TimelineQuestion(entity="e-omar")).undated] == [
        "d-0",
        "undated",
    ]
