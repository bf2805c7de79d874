import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegraph.extract.mentions.readings import is_given, weigh
from cablegraph.extract.mentions.spans import KINDS, Likely

Reading = tuple[str, str, float]


def weighed(text: str, language: str, *readings: Reading) -> dict[tuple[str, str], float]:
    words = text.split()
    likely = []
    for kind, name, sure in readings:
        of_name = name.split()
        start = next(i for i in range(len(words)) if words[i : i + len(of_name)] == of_name)
        likely.append(Likely(sure, start, start + len(of_name), kind))
    found = weigh(likely, words, language, {})
    return {(one.kind, " ".join(words[one.start : one.end])): one.sure for one in found}


@pytest.mark.parametrize(
    ("text", "language", "part", "whole"),
    [
        ("با بشیر ولید الحمداوی دیدار", "fa", "ولید الحمداوی", "بشیر ولید الحمداوی"),
        ("با فیصل درویش الکمالی دیدار", "fa", "فیصل درویش", "فیصل درویش الکمالی"),
        ("النقل حاتم ناصر السوافي الممر", "ar", "حاتم ناصر", "حاتم ناصر السوافي"),
        ("خانم ناهید گلستانه از", "fa", "ناهید", "ناهید گلستانه"),
        ("met Farhad Zandi - Far in", "en", "Farhad Zandi", "Farhad Zandi - Far"),
    ],
)
def test_a_part_of_a_name_gives_way_to_the_whole(text: str, language: str, part: str, whole: str) -> None:
    found = weighed(text, language, ("PERSON", part, 0.5), ("PERSON", whole, 0.3))
    assert found == {("PERSON", whole): 0.8}


@pytest.mark.parametrize(
    ("text", "language", "part", "longer"),
    [
        ("وقال سالم جابر الوزير", "ar", "سالم جابر", "سالم جابر الوزير"),  # a word that is no family name
        ("حرم امام حسین در", "fa", "حسین", "امام حسین"),  # a title is no name
        ("told Omar Haddad Monday", "en", "Omar Haddad", "Omar Haddad Monday"),
        ("told Omar Atta - Mills", "en", "Omar", "Omar Atta"),  # half of a double name
    ],
)
def test_words_that_are_no_names_move_nothing(text: str, language: str, part: str, longer: str) -> None:
    found = weighed(text, language, ("PERSON", part, 0.5), ("PERSON", longer, 0.3))
    assert found == {("PERSON", part): 0.5, ("PERSON", longer): 0.3}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("the shore of Mosley Pond froze", "Mosley Pond", "PLACE"),
        ("talks with Anthony Lake began", "Anthony Lake", "PERSON"),
        ("he served in Zarnab twice", "Zarnab", "PLACE"),
        ("he trusts Zarnab blindly", "Zarnab", "PERSON"),
        ("said that Shahriar Dastan knew", "Shahriar Dastan", "PERSON"),
    ],
)
def test_the_words_around_and_inside_settle_person_or_place(text: str, name: str, kind: str) -> None:
    found = weighed(text, "en", ("PERSON", name, 0.45), ("PLACE", name, 0.4))
    assert max(found, key=lambda key: found[key]) == (kind, name)


def test_the_field_of_an_office_is_no_part_of_the_minister() -> None:
    found = weighed("Minister of Transport Hatim Nasir left", "en", ("PERSON", "Transport Hatim Nasir", 0.6))
    assert found == {("PERSON", "Hatim Nasir"): 0.6}


def test_given_names_are_known_in_three_languages() -> None:
    assert is_given("Shahriar", "en")
    assert is_given("ناهید", "fa")
    assert is_given("حاتم", "ar")
    assert not is_given("النقل", "ar")


@given(
    st.lists(
        st.tuples(st.sampled_from(KINDS), st.integers(0, 5), st.integers(1, 4), st.floats(0.04, 1)),
        max_size=6,
        unique_by=lambda r: r[:3],
    ),
    st.sampled_from(("en", "fa", "ar")),
)
def test_belief_is_moved_and_never_made(rows: list[tuple[str, int, int, float]], language: str) -> None:
    words = ["Karim", "علي", "الكمالي", "Lake", "in", "Zarnab", "کریم", "-", "pour"]
    likely = [Likely(sure, start, start + size, kind) for kind, start, size, sure in rows]
    found = weigh(likely, words, language, {})
    assert sum(one.sure for one in found) <= sum(one.sure for one in likely) + 0.001
    assert {w for one in found for w in range(one.start, one.end)} <= {
        w for one in likely for w in range(one.start, one.end)
    }
    assert all(0 <= one.sure <= 1 for one in found)
