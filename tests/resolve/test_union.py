from itertools import pairwise

from cablegraph.resolve.union import Clusters


def test_what_a_person_parted_is_not_joined_through_a_third() -> None:
    clusters = Clusters("abcd")
    clusters.part("a", "d")
    assert clusters.join("a", "b")
    assert clusters.join("c", "d")
    assert not clusters.may_join("b", "c")
    assert not clusters.join("b", "c")
    assert clusters.members("b") == {"a", "b"}
    assert clusters.members("c") == {"c", "d"}


def test_joining_what_is_joined_says_yes() -> None:
    clusters = Clusters("ab")
    assert clusters.join("a", "b")
    assert clusters.join("b", "a")
    assert clusters.root("a") == clusters.root("b")
    assert [set(c) for c in clusters.all()] == [{"a", "b"}]


def test_a_chain_of_many_links_has_one_root() -> None:
    keys = list(range(2000))
    clusters = Clusters(keys)
    for a, b in pairwise(keys):
        assert clusters.join(a, b)
    assert len({clusters.root(k) for k in keys}) == 1
    assert clusters.members(0) == set(keys)
