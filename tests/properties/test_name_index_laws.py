"""Laws of the index of names: where its names lie and in what steps they came changes no answer."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from cablegraph.names import NameIndex, compare_names

WORDS = [
    *(
        "قاسم",
        "Qasem",
        "سلیمانی",
        "Soleimani",
        "محمد",
        "Mohammad",
        "Reza",
        "رضا",
        "al-Maliki",
        "المالكي",
        "نوري",
        "Nouri",
    ),
    *("Abd al-Rahman", "عبدالرحمن", "Layth", "ليث", "Q.", "«x»"),
]
names = st.one_of(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join), st.text(max_size=12))
items = st.lists(st.tuples(st.sampled_from("abcdefgh"), names), max_size=24)


@settings(deadline=None, max_examples=60)
@given(
    items, st.integers(0, 24), st.sets(st.sampled_from("abcdefgh"), max_size=3), st.lists(names, min_size=1, max_size=4)
)
def test_memory_and_folder_and_steps_give_the_same_answers(
    rows: list[tuple[str, str]], cut: int, gone: set[str], queries: list[str]
) -> None:
    whole = NameIndex.build(rows)
    with TemporaryDirectory() as place:
        stepwise = NameIndex.create(Path(place) / "index", rows[:cut])
        for row in rows[cut:]:
            stepwise.add(*row)
            stepwise.search("Qasem")
        stepwise.save()
        opened = NameIndex.open(Path(place) / "index")
        for query in queries:
            assert whole.search(query) == stepwise.search(query) == opened.search(query)
        counts = {(whole.remove(g), stepwise.remove(g), opened.remove(g)) for g in gone}
        assert all(len(set(c)) == 1 for c in counts)
        opened.save()
        again = NameIndex.open(Path(place) / "index")
        assert len(whole) == len(stepwise) == len(again) == len([r for r in rows if r[0] not in gone])
        for query in queries:
            found = whole.search(query)
            assert found == stepwise.search(query) == again.search(query)
            assert not gone & {hit.id for hit in found}


@settings(deadline=None, max_examples=40)
@given(items, names)
def test_a_name_that_says_who_is_meant_is_found_by_itself(rows: list[tuple[str, str]], name: str) -> None:
    index = NameIndex.build([*rows, ("z", name)])
    if compare_names(name, name).same:
        assert "z" in {hit.id for hit in index.search(name, limit=100)}
