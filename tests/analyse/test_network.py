import pytest

from cablegraph.analyse import NetworkQuestion, build_network, holds_in

from .making import CARDS, line

LINES = [
    line("Occupancy", "e-karim", "e-post", "held", first="2005", last="2008-06-30"),
    line("Membership", "e-leila", "e-port", "open", first="2007-03"),
    line("Meeting", "e-karim", "e-omar", "met", first="2014-11-05"),
    line("Support", "e-omar", "e-leila", "undated", confidence=0.4),
    line("Associate", "e-karim", "e-leila", "written", as_of="2012-01-15"),
    line("Conflict", "e-omar", "e-port", "rejected", first="2005", review="rejected"),
]


def _shown(**question: object) -> set[str]:
    return {e.id for e in build_network(LINES, CARDS, NetworkQuestion(**question)).edges}  # type: ignore[arg-type]


def test_all_time_shows_everything_but_what_a_person_rejected() -> None:
    assert _shown() == {"held", "open", "met", "undated", "written"}


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        ("2004-12-31", set()),
        ("2005-01-01", {"held"}),
        ("2007-03-01", {"held", "open"}),
        ("2008-06-30", {"held", "open"}),
        ("2008-07-01", {"open"}),
        ("2012-01-15", {"open", "written"}),
        ("2012-01-16", {"open"}),
        ("2014-11-05", {"open", "met"}),
        ("2014-11-06", {"open"}),
    ],
)
def test_at_an_instant_only_what_holds_on_that_day(day: str, shown: set[str]) -> None:
    assert _shown(at=day) == shown


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2008", "2010", {"held", "open"}),
        (None, "2006", {"held"}),
        ("2012", None, {"open", "met", "written"}),
        ("2014-11", "2014-11", {"open", "met"}),
        ("1990", "1999-12-31", set()),
    ],
)
def test_in_a_range(first: str | None, last: str | None, shown: set[str]) -> None:
    assert _shown(first=first, last=last) == shown


def test_a_gap_stays_a_gap() -> None:
    posts = [
        line("Occupancy", "e-karim", "e-post", "a", first="2005", last="2008"),
        line("Occupancy", "e-karim", "e-post", "b", first="2010", last="2012"),
    ]
    assert [holds_in(r, "2009-06-01", "2009-06-01") for r in posts] == [False, False]


def test_what_happened_once_does_not_go_on() -> None:
    for only in ({"first": "2014-11-05"}, {"last": "2014-11-05"}):
        met = line("Meeting", "e-karim", "e-omar", **only)
        assert holds_in(met, "2014-11-05", "2014-11-05")
        assert not holds_in(met, "2014-11-04", "2014-11-04")
        assert not holds_in(met, "2015-01-01", None)


def test_types_are_filtered_and_counted_as_if_they_were_not() -> None:
    answer = build_network(LINES, CARDS, NetworkQuestion(types=("Meeting",)))
    assert [e.id for e in answer.edges] == ["met"]
    assert {c.value: c.count for c in answer.types} == {
        "Occupancy": 1,
        "Membership": 1,
        "Meeting": 1,
        "Support": 1,
        "Associate": 1,
    }
    assert {c.label for c in answer.types} >= {"met", "is a member of"}
    assert {n.id: n.degree for n in answer.nodes} == {"e-karim": 1, "e-omar": 1}


@pytest.mark.parametrize(
    ("depth", "shown"),
    [
        (1, {"held", "met", "written"}),
        (2, {"held", "met", "written", "open", "undated"}),
        (5, {"held", "met", "written", "open", "undated"}),
    ],
)
def test_so_many_lines_away_from_somebody(depth: int, shown: set[str]) -> None:
    assert _shown(entity="e-karim", depth=depth) == shown


def test_somebody_without_a_line_is_shown_alone() -> None:
    answer = build_network(LINES, CARDS, NetworkQuestion(entity="e-place"))
    assert [(n.id, n.degree) for n in answer.nodes] == [("e-place", 0)]
    assert answer.edges == ()
    gone = build_network(LINES, CARDS, NetworkQuestion(entity="e-karim", at="1990-01-01"))
    assert [n.id for n in gone.nodes] == ["e-karim"]


def test_the_unsure_can_be_left_out_and_what_does_not_fit_is_counted() -> None:
    assert _shown(least_confidence=0.5) == {"held", "open", "met", "written"}
    answer = build_network(LINES, CARDS, NetworkQuestion(limit=2))
    assert (len(answer.edges), answer.hidden) == (2, 3)
    assert {n.id for n in answer.nodes} == {end for e in answer.edges for end in (e.source, e.target)}


def test_the_best_supported_lines_are_kept_when_there_are_too_many() -> None:
    weak = line("Support", "e-karim", "e-omar", "weak", sources=1, confidence=0.9)
    strong = line("Support", "e-omar", "e-leila", "strong", sources=4, confidence=0.6)
    assert [e.id for e in build_network([weak, strong], CARDS, NetworkQuestion(limit=1)).edges] == ["strong"]


def test_the_range_that_the_network_covers() -> None:
    answer = build_network(LINES, CARDS, NetworkQuestion())
    assert (answer.first, answer.last) == ("2005", "2014-11-05")
    assert build_network([], CARDS, NetworkQuestion()).first is None


def test_the_order_of_the_lines_does_not_matter() -> None:
    assert build_network(LINES, CARDS, NetworkQuestion(limit=3)) == build_network(
        LINES[::-1], CARDS, NetworkQuestion(limit=3)
    )
