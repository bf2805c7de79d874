from itertools import permutations

import pytest

from cablegraph.analyse import gather_relations
from cablegraph.model import Modality, Polarity, Review

from .making import ENDS, said


def test_one_thing_said_in_two_documents_is_one_line_with_two_citations() -> None:
    lines = gather_relations(
        [said("Directorship", "e-karim", "e-port", "d-1"), said("Directorship", "e-karim", "e-port", "d-2", n=1)],
        ENDS,
        {},
    )
    assert len(lines) == 1
    assert [c.document for c in lines[0].citations] == ["d-1", "d-2"]
    assert lines[0].sources == 2
    assert (lines[0].subject.caption, lines[0].object.caption) == ("Karim Zandi", "Nahr Port Authority")


def test_two_sentences_of_one_document_are_one_source_and_do_not_add_up() -> None:
    once = gather_relations([said("Support", "e-karim", "e-omar")], ENDS, {})[0]
    twice = gather_relations(
        [said("Support", "e-karim", "e-omar"), said("Support", "e-karim", "e-omar", n=1)], ENDS, {}
    )[0]
    both = gather_relations(
        [said("Support", "e-karim", "e-omar"), said("Support", "e-karim", "e-omar", "d-2")], ENDS, {}
    )[0]
    assert (len(twice.citations), twice.sources) == (2, 1)
    assert once.confidence == twice.confidence < both.confidence <= 0.99


def test_a_denial_and_a_rumour_are_kept_apart_from_the_fact() -> None:
    lines = gather_relations(
        [
            said("Meeting", "e-karim", "e-omar"),
            said("Meeting", "e-karim", "e-omar", "d-2", polarity=Polarity.DENIED),
            said("Meeting", "e-karim", "e-omar", "d-3", modality=Modality.ALLEGATION),
        ],
        ENDS,
        {},
    )
    assert {(r.polarity, r.modality) for r in lines} == {
        ("affirmed", "fact"),
        ("denied", "fact"),
        ("affirmed", "allegation"),
    }
    assert len({r.id for r in lines}) == 3


def test_what_has_no_direction_is_one_line_whichever_end_comes_first() -> None:
    lines = gather_relations(
        [said("Meeting", "e-karim", "e-omar"), said("Meeting", "e-omar", "e-karim", "d-2", n=1)], ENDS, {}
    )
    assert len(lines) == 1
    assert {lines[0].subject.entity, lines[0].object.entity} == {"e-karim", "e-omar"}
    assert lines[0].subject.text == lines[0].subject.caption
    other_way = gather_relations([said("Meeting", "e-omar", "e-karim")], ENDS, {})
    assert other_way[0].id == lines[0].id


def test_what_has_a_direction_is_two_lines() -> None:
    lines = gather_relations(
        [said("Succession", "e-karim", "e-omar"), said("Succession", "e-omar", "e-karim", n=1)], ENDS, {}
    )
    assert {(r.subject.entity, r.object.entity) for r in lines} == {("e-karim", "e-omar"), ("e-omar", "e-karim")}


def test_nobody_stands_in_a_relation_to_oneself() -> None:
    assert gather_relations([said("Meeting", "e-karim", "e-karim")], ENDS, {}) == ()


def _years(
    *intervals: tuple[str | None, str | None], kind: str = "Occupancy"
) -> list[tuple[str | None, str | None, int]]:
    stated = [
        said(kind, "e-karim", "e-post", f"d-{i}", n=i % 4, first=first, last=last)
        for i, (first, last) in enumerate(intervals)
    ]
    answers = {
        tuple((r.first, r.last, len(r.citations)) for r in gather_relations(order, ENDS, {}))
        for order in permutations(stated)
    }
    assert len(answers) == 1
    return list(answers.pop())


def test_a_statement_without_a_date_joins_the_only_dated_one() -> None:
    assert _years((None, None), ("2005", "2008")) == [("2005", "2008", 2)]


def test_a_statement_without_a_date_joins_none_of_two() -> None:
    assert _years((None, None), ("2005", "2008"), ("2010", "2012")) == [
        ("2005", "2008", 1),
        ("2010", "2012", 1),
        (None, None, 1),
    ]


@pytest.mark.parametrize(
    ("intervals", "expected"),
    [
        ([("2013-03", None), (None, "2014-09")], [("2013-03", "2014-09", 2)]),
        ([("2005", "2008"), ("2010", "2012")], [("2005", "2008", 1), ("2010", "2012", 1)]),
        ([("2005", "2008"), ("2005-03-21", "2008")], [("2005-03-21", "2008", 2)]),
        ([("2005", "2012"), ("2007", "2008")], [("2005", "2012", 2)]),
        ([("2010", None), (None, "2008")], [(None, "2008", 1), ("2010", None, 1)]),
    ],
)
def test_what_two_statements_of_a_lasting_relation_make_together(
    intervals: list[tuple[str | None, str | None]], expected: list[tuple[str | None, str | None, int]]
) -> None:
    assert _years(*intervals) == expected


def test_two_meetings_are_two_and_the_more_precise_date_of_one_wins() -> None:
    stated = [
        said("Meeting", "e-karim", "e-omar", "d-1", first="2014", last="2014"),
        said("Meeting", "e-karim", "e-omar", "d-2", first="2014-11-05", last="2014-11-05"),
        said("Meeting", "e-karim", "e-omar", "d-3", first="2016-01", last="2016-01"),
    ]
    lines = gather_relations(stated, ENDS, {})
    assert [(r.first, len(r.citations)) for r in lines] == [("2014-11-05", 2), ("2016-01", 1)]


def test_the_latest_word_of_a_person_on_any_statement_of_a_line_is_shown_with_it() -> None:
    stated = [said("Support", "e-karim", "e-omar", "d-1"), said("Support", "e-karim", "e-omar", "d-2")]
    first, second = gather_relations(stated, ENDS, {})[0].statements
    assert gather_relations(stated, ENDS, {first: (1, Review.REJECTED)})[0].review == "rejected"
    assert (
        gather_relations(stated, ENDS, {first: (1, Review.REJECTED), second: (2, Review.ACCEPTED)})[0].review
        == "accepted"
    )
    assert gather_relations(stated, ENDS, {"f-else": (1, Review.REJECTED)})[0].review == "open"
