import pytest

from cablegraph.model import Verdict
from cablegraph.resolve import resolve

from .making import body, groups, holds, pairs, person

ZANDI = [person("r1", "Karim Zandi"), person("r2", "کریم زندی"), person("r3", "Leila Sabri"), person("r4", "ليلى صبري")]
TOGETHER = {frozenset({"r1", "r2"}), frozenset({"r3", "r4"})}


def test_a_persons_word_that_two_are_one_counts_whatever_they_are_called() -> None:
    found = resolve(ZANDI, [], {("r1", "r3"): Verdict.POSITIVE})
    assert groups(found) == {frozenset({"r1", "r2", "r3", "r4"})}
    reasons = {link.left: link.reason for _, link in found.members}
    assert reasons["r1"] == reasons["r3"] == "judged the same by a person"


def test_a_persons_word_that_two_are_not_one_counts_whatever_they_are_called() -> None:
    found = resolve(ZANDI, [], {("r1", "r2"): Verdict.NEGATIVE})
    assert groups(found) == {frozenset({"r1"}), frozenset({"r2"}), frozenset({"r3", "r4"})}
    assert frozenset({"r1", "r2"}) not in pairs(found)


def test_a_word_taken_back_leaves_no_trace() -> None:
    untouched = resolve(ZANDI, [], {})
    assert groups(untouched) == TOGETHER
    assert resolve(ZANDI, [], {("r1", "r2"): Verdict.NONE, ("r1", "r3"): Verdict.NONE}) == untouched


def test_unsure_leaves_the_pair_on_the_list() -> None:
    namesakes = [person("r1", "Karim Zandi"), person("r2", "Karim Zandi")]
    posts = [holds("r1", "director of the Nahr port", "2010", "2014"), holds("r2", "ambassador in Baghdad", "2012")]
    for verdicts in ({}, {("r1", "r2"): Verdict.UNSURE}):
        found = resolve(namesakes, posts, verdicts)
        assert pairs(found) == {frozenset({"r1", "r2"})}
    for verdict in (Verdict.POSITIVE, Verdict.NEGATIVE):
        assert pairs(resolve(namesakes, posts, {("r1", "r2"): verdict})) == set()


def test_a_no_parts_the_clusters_and_not_only_the_two_that_were_looked_at() -> None:
    referents = [
        person("r1", "Karim Zandi", posts="director of the Nahr port"),
        person("r2", "کریم زندی", posts="مدیر بندر نهر"),
        person("r3", "Karim Zandi", posts="minister of oil"),
        person("r4", "كريم زندي", posts="وزير النفط"),
    ]
    posts = [holds("r1", "director of the Nahr port", "2010", "2014"), holds("r3", "minister of oil", "2012")]
    two = {frozenset({"r1", "r2"}), frozenset({"r3", "r4"})}
    assert groups(resolve(referents, posts, {})) == two
    found = resolve(referents, posts, {("r1", "r3"): Verdict.NEGATIVE})
    assert groups(found) == two
    assert pairs(found) == set()


def test_to_take_one_document_out_of_a_person_leaves_the_others_together() -> None:
    referents = [person(f"r{i}", "Karim Zandi") for i in range(1, 5)]
    found = resolve(
        referents, [], {("r1", "r2"): Verdict.NEGATIVE, ("r1", "r3"): Verdict.NEGATIVE, ("r1", "r4"): Verdict.NEGATIVE}
    )
    assert groups(found) == {frozenset({"r1"}), frozenset({"r2", "r3", "r4"})}


def test_a_word_on_a_referent_that_is_gone_is_left_aside() -> None:
    assert (
        groups(resolve(ZANDI, [], {("r1", "r-gone"): Verdict.POSITIVE, ("r-gone", "r2"): Verdict.NEGATIVE})) == TOGETHER
    )


def test_a_new_document_does_not_undo_what_a_person_parted() -> None:
    verdicts = {("r1", "r2"): Verdict.NEGATIVE}
    found = resolve([*ZANDI, person("r5", "Karim Zandi"), person("r6", "کریم زندی")], [], verdicts)
    assert not any({"r1", "r2"} <= group for group in groups(found))


@pytest.mark.parametrize(
    ("names", "caption"),
    [
        (("Karim Zandi", "کریم زندی"), "Karim Zandi"),
        (("KARIM ZANDI", "Karim Zandi"), "Karim Zandi"),
        (("کریم زندی",), "کریم زندی"),
    ],
)
def test_the_caption_is_the_fullest_readable_name(names: tuple[str, ...], caption: str) -> None:
    found = resolve([person(f"r{i}", n) for i, n in enumerate(names)], [], {})
    assert [e.caption for e in found.entities] == [caption]


def test_every_referent_is_in_exactly_one_entity() -> None:
    referents = [*ZANDI, body("o1", "Ministry of Oil"), body("o2", "وزارت نفت"), body("p1", "Basra", schema="Address")]
    found = resolve(referents, [], {})
    members = [key for e in found.entities for key in e.referents]
    assert sorted(members) == sorted(r.id for r in referents)
    assert {(e, link.left) for e, link in found.members} == {(e.id, key) for e in found.entities for key in e.referents}
