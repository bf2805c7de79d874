"""Who links two, what changed, who stands out, who is named in one delivery alone."""

from dataclasses import replace

import pytest

from cablegraph.analyse import find_chains, find_changes, find_only_in, measure_network

from .making import CARDS, end, line

HELD = line(
    "Occupancy", "e-karim", "e-post", "l-held", first="2010-03", last="2012", organization=end("e-port"), confidence=0.9
)
MEMBER = line("Membership", "e-leila", "e-port", "l-member", first="2011", confidence=0.6)
MET = line("Meeting", "e-leila", "e-omar", "l-met", first="2011-05-02")
DENIED = line("Meeting", "e-karim", "e-omar", "l-denied", polarity="denied")
REJECTED = line("Meeting", "e-karim", "e-omar", "l-rejected", review="rejected")
ALL = (HELD, MEMBER, MET, DENIED, REJECTED)


def chains(one: str, other: str, relations=ALL, **more):
    found = find_chains(relations, CARDS, one, other, **more).chains
    return [([n.id for n in c.nodes], [[r.id for r in hop] for hop in c.hops]) for c in found]


def test_the_shortest_way_names_each_step_and_what_proves_it() -> None:
    assert chains("e-karim", "e-omar") == [
        (["e-karim", "e-port", "e-leila", "e-omar"], [["l-held"], ["l-member"], ["l-met"]])
    ]


def test_a_surer_way_of_the_same_length_comes_first() -> None:
    other = line("Associate", "e-karim", "e-leila", "l-weak", confidence=0.3)
    by_post = line("Occupancy", "e-leila", "e-post", "l-post", confidence=0.8)
    ways = chains("e-karim", "e-leila", (*ALL, other, by_post), limit=3)
    assert [hops for _, hops in ways] == [[["l-weak"]], [["l-held"], ["l-post"]], [["l-held"], ["l-member"]]]


@pytest.mark.parametrize(("one", "other"), [("e-karim", "e-place"), ("e-karim", "e-karim"), ("e-post", "e-place")])
def test_who_is_not_linked_has_no_way(one: str, other: str) -> None:
    assert chains(one, other) == []


def ids(relations) -> list[str]:
    return [r.id for r in relations]


def test_what_began_ended_and_happened_between_two_dates() -> None:
    found = find_changes(ALL, "2010-01", "2011-12-31")
    assert (ids(found.began), ids(found.ended), ids(found.happened)) == (["l-held", "l-member"], [], ["l-met"])
    later = find_changes(ALL, "2012", "2012")
    assert (ids(later.began), ids(later.ended), ids(later.happened)) == ([], ["l-held"], [])


def test_a_date_wider_than_the_time_asked_for_is_no_change_of_it() -> None:
    assert ids(find_changes(ALL, "2011-01", "2011-06").began) == []
    assert ids(find_changes((replace(MEMBER, first=None, as_of="2011-02-01"),), "2011", "2011").began) == []


def test_measures_say_who_stands_between_and_what_they_cannot_say() -> None:
    found = measure_network(ALL, CARDS)
    assert (found.nodes, found.ties, found.sampled) == (5, 4, None)
    assert found.standings[0].entity.id in {"e-port", "e-leila", "e-karim"}
    assert found.standings[0].betweenness > 0
    assert {s.entity.schema for s in found.standings} <= {"Person", "Organization"}
    assert found.bias is None
    assert len(found.warnings) == 2


def test_where_ties_follow_the_documents_the_answer_warns() -> None:
    degree = {"e-karim": 2, "e-post": 1, "e-port": 2, "e-leila": 2, "e-omar": 1}
    cards = {key: replace(card, documents=degree.get(key, 1) * 10) for key, card in CARDS.items()}
    found = measure_network(ALL, cards)
    assert found.bias == pytest.approx(1.0)
    assert "who was written about" in found.warnings[0]


def test_an_empty_network_is_measured_too() -> None:
    assert measure_network((DENIED,), CARDS).standings == ()


def test_who_is_named_in_one_delivery_alone() -> None:
    named = {
        "e-karim": frozenset({"first", "second"}),
        "e-leila": frozenset({"second"}),
        "e-omar": frozenset({"first"}),
        "e-port": frozenset({"second"}),
    }
    assert [c.id for c in find_only_in("second", named, CARDS)] == ["e-leila"]
