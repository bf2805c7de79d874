"""Laws of resolution: what a person has parted stays parted, and the order in which documents come does not matter."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cablegraph.model import Modality, Polarity, Referent, Relation, Verdict, cite
from cablegraph.resolve import resolve
from cablegraph.resolve.union import Clusters

KEYS = st.integers(0, 7)
PAIRS = st.lists(st.tuples(KEYS, KEYS), max_size=20)


@given(apart=PAIRS, together=PAIRS)
def test_no_chain_of_joins_brings_together_what_was_parted(
    apart: list[tuple[int, int]], together: list[tuple[int, int]]
) -> None:
    clusters = Clusters(range(8))
    for a, b in apart:
        if a != b:
            clusters.part(a, b)
    for a, b in together:
        allowed = clusters.may_join(a, b)
        assert clusters.join(a, b) == (allowed or clusters.root(a) == clusters.root(b))
    for a, b in apart:
        assert a == b or clusters.root(a) != clusters.root(b)
    assert sorted(key for cluster in clusters.all() for key in cluster) == list(range(8))
    assert all(clusters.members(key) == cluster for cluster in clusters.all() for key in cluster)


NAMES = [
    "Karim Zandi",
    "کریم زندی",
    "كريم زندي",
    "Karim Zendi",
    "Jalal Zandi",
    "Zandi",
    "زندی",
    "Leila Sabri",
    "ليلى صبري",
]
POSTS = [None, "director of the Nahr port", "مدیر بندر نهر", "ambassador in Baghdad", "السفير في بغداد"]
PEOPLE = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(POSTS), st.integers(0, 3)), min_size=1, max_size=7)
VERDICTS = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda p: p[0] < p[1]),
    st.sampled_from(list(Verdict)),
    max_size=3,
)


def _posts(people: list[tuple[str, str | None, int]]) -> list[Relation]:
    return [
        Relation(
            f"l{i}", f"d{document}", "Occupancy", f"r{i}", f"p{i}", None, None, name, post, "2010", "2014", None, Polarity.AFFIRMED, Modality.FACT,
            "writer", cite(f"d{document}", 1, post, 0, 3), 0.9, "rule",
        )
        for i, (name, post, document) in enumerate(people)
        if post
    ]  # fmt: skip


def _referents(people: list[tuple[str, str | None, int]]) -> list[Referent]:
    return [
        Referent(f"r{i}", f"d{document}", "Person", name, (name,), "en", {"posts": (post,)} if post else {})
        for i, (name, post, document) in enumerate(people)
    ]


@settings(deadline=None, max_examples=40)
@given(people=PEOPLE, verdicts=VERDICTS, data=st.data())
def test_the_order_of_the_documents_does_not_matter_and_people_are_obeyed(
    people: list[tuple[str, str | None, int]], verdicts: dict[tuple[int, int], Verdict], data: st.DataObject
) -> None:
    referents = _referents(people)
    said = {(f"r{a}", f"r{b}"): v for (a, b), v in verdicts.items()}
    posts = _posts(people)
    found = resolve(referents, posts, said)
    assert (
        resolve(data.draw(st.permutations(referents)), data.draw(st.permutations(posts)), dict(reversed(said.items())))
        == found
    )
    entity_of = {link.left: entity for entity, link in found.members}
    assert set(entity_of) == {r.id for r in referents}
    known = {pair: v for pair, v in said.items() if set(pair) <= set(entity_of)}
    for (a, b), verdict in known.items():
        if verdict is Verdict.POSITIVE:
            assert entity_of[a] == entity_of[b]
        if verdict is Verdict.NEGATIVE and Verdict.POSITIVE not in known.values():
            assert entity_of[a] != entity_of[b]
    for c in found.candidates:
        assert entity_of[c.left] == c.left
        assert entity_of[c.right] == c.right
        assert c.left < c.right
        assert known.get((c.left, c.right), Verdict.UNSURE) in {Verdict.UNSURE, Verdict.NONE}
