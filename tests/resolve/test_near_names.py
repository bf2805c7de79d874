from cablegraph.resolve import near_names
from cablegraph.resolve.near_names import near_pairs


def pairs(names: list[str]) -> set[frozenset[str]]:
    return {frozenset((names[a], names[b])) for a, b in near_pairs(names).tolist()}


def test_spellings_that_share_a_word_by_sound_are_near_in_every_script() -> None:
    names = ["Karim Zandi", "کریم زندی", "كريم زندي", "Omar Haddad"]
    found = pairs(names)
    assert {frozenset(names[:2]), frozenset(names[1:3])} <= found
    assert not any("Omar Haddad" in pair for pair in found)


def test_a_word_that_very_many_bear_counts_only_beside_another() -> None:
    many = [f"Mohammad {a}{b}{c}i" for a in "bdfgklmn" for b in "aeou" for c in "rstzklmn"]
    names = [*many, "Mohammad Haddad", "Mohamed Haddad", "محمد حداد"]
    found = pairs(names)
    assert {frozenset(("Mohammad Haddad", "Mohamed Haddad")), frozenset(("Mohammad Haddad", "محمد حداد"))} <= found
    assert len(many) > near_names._RARE
    assert len(found) < len(names) * len(names) / 20


def test_pairs_come_once_and_in_order_and_nothing_comes_of_nothing() -> None:
    found = near_pairs(["Ali Ali Karimi", "Ali Karimi", "علی کریمی"]).tolist()
    assert found == sorted(found)
    assert len({tuple(p) for p in found}) == len(found)
    assert all(a < b for a, b in found)
    assert near_pairs([]).tolist() == []
    assert near_pairs(["Karim Zandi"]).tolist() == []
